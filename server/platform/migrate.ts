import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { runMigrations } from 'graphile-worker'
import pg from 'pg'

const FOLDER = new URL('../db/migrations/', import.meta.url)
const LOCK = 7_203_115

export type Migration = {
  readonly name: string
  readonly statements: readonly string[]
  readonly sha256: string
}

/** The migrations in order. One statement per `;` at a line's end, so that each goes out alone. */
export function readMigrations(): Migration[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.sql'))
    .toSorted()
    .map((name) => {
      const text = readFileSync(new URL(name, FOLDER), 'utf8')
      const statements = text
        .split(/;[ \t]*$/m)
        .map((statement) => statement.replaceAll(/^\s*--.*$/gm, '').trim())
        .filter((statement) => statement !== '')
      return { name, statements, sha256: createHash('sha256').update(text).digest('hex') }
    })
}

/**
 * Brings a database to the newest schema as its owner and answers with the migrations that ran. Each runs in a transaction.
 * Refuses a database below PostgreSQL 15, one whose released migrations were edited and one of a newer product.
 */
export async function migrate(
  ownerUrl: string,
  migrations: readonly Migration[] = readMigrations(),
): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    await checkVersion(client)
    await ensureRole(client)
    await client.query('create extension if not exists ltree')
    await client.query('create extension if not exists pg_trgm')
    await runMigrations({ connectionString: ownerUrl })
    await client.query(
      'create table if not exists schema_migration (name text primary key, sha256 text not null, applied_at timestamptz not null default now())',
    )
    const done = await client.query<{ name: string; sha256: string }>(
      'select name, sha256 from schema_migration',
    )
    const before = new Map(done.rows.map((row) => [row.name, row.sha256]))
    const waiting = waitingOf(migrations, before)
    for (const migration of waiting) await apply(client, migration)
    return waiting.map(({ name }) => name)
  } finally {
    await client.end()
  }
}

/** What is still to run on a database with these migrations (name and SHA-256). Throws where the two histories do not fit. */
export function waitingOf(
  migrations: readonly Migration[],
  before: ReadonlyMap<string, string>,
): readonly Migration[] {
  const known = new Set(migrations.map(({ name }) => name))
  const newer = [...before.keys()].filter((name) => !known.has(name))
  if (newer.length > 0)
    throw new Error(`This database belongs to a newer product (${newer.join(', ')}); install that one`)
  const edited = migrations.find(({ name, sha256 }) => (before.get(name) ?? sha256) !== sha256)
  if (edited !== undefined)
    throw new Error(`Migration ${edited.name} was edited after it ran here; write a new one instead`)
  return migrations.filter(({ name }) => !before.has(name))
}

async function checkVersion(client: pg.Client): Promise<void> {
  const result = await client.query<{ version: string }>(
    "select current_setting('server_version_num') as version",
  )
  demandVersion(Number(result.rows[0]?.version))
}

/** Refuses PostgreSQL below 15, by its `server_version_num` (150004 is 15.4). */
export function demandVersion(version: number): void {
  if (version < 150_000)
    throw new Error(`PostgreSQL 15 or later is needed, this is ${Math.floor(version / 10_000)}`)
}

/** The role the server acts as. An operator whose database account may not create roles makes it beforehand (docs/operations/deploy.md). */
async function ensureRole(client: pg.Client): Promise<void> {
  const found = await client.query("select 1 from pg_roles where rolname = 'steward_app'")
  // Two databases of one server may be migrated at once; the loser of the race finds the role made.
  if (found.rowCount === 0) {
    await client.query('create role steward_app nologin').catch((error: unknown) => {
      if (!(error instanceof pg.DatabaseError && (error.code === '42710' || error.code === '23505')))
        throw error
    })
  }
  const mayAct = await client.query<{ ok: boolean }>(
    "select pg_has_role(current_user, 'steward_app', 'member') as ok",
  )
  if (mayAct.rows[0]?.ok !== true) await client.query('grant steward_app to current_user')
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('begin')
  try {
    for (const statement of migration.statements) await client.query(statement)
    await client.query('insert into schema_migration (name, sha256) values ($1, $2)', [
      migration.name,
      migration.sha256,
    ])
    // In the same transaction: a crash between the two would leave tables the server may not read.
    await grantToServer(client)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`${migration.name}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    })
  }
}

/** The server may read and write rows; tables whose comment begins with “Append-only” it may only add to. */
async function grantToServer(client: pg.Client): Promise<void> {
  await client.query('grant usage on schema public to steward_app')
  await client.query('grant select, insert, update, delete on all tables in schema public to steward_app')
  const frozen = await client.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind = 'r' and obj_description(c.oid, 'pg_class') like 'Append-only%'`,
  )
  for (const { name } of frozen.rows) {
    await client.query(`revoke update, delete, truncate on ${pg.escapeIdentifier(name)} from steward_app`)
  }
}
