import type { countyTables, Database } from '#db/schema.ts'
import {
  type CompiledQuery,
  type DatabaseConnection,
  type DeleteQueryBuilder,
  type DeleteResult,
  type Driver,
  type InsertQueryBuilder,
  type InsertResult,
  type Insertable,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  type SelectQueryBuilder,
  type UpdateQueryBuilder,
  type UpdateResult,
} from 'kysely'
import pg from 'pg'

const DATE_OID = 1082
const BIGINT_OID = 20
const NUMERIC_OID = 1700

// NOTE: the driver would make a local midnight of a calendar day; days stay text (PlainDate).
pg.types.setTypeParser(DATE_OID, (text) => text)
pg.types.setTypeParser(BIGINT_OID, (text) => Number(text))
pg.types.setTypeParser(NUMERIC_OID, (text) => Number(text))

export type Pool = pg.Pool
export type Client = pg.PoolClient

/** Opens the server's pool: every connection acts as `steward_app`, which owns no table and cannot change what must only grow. */
export function openPool(url: string, size = 10, role: 'steward_app' | null = 'steward_app'): Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    // Statements that need not wait for each other go out together (begin, the first, … the last, commit).
    pipeline: true,
    ...(role === null ? {} : { options: `-c role=${role}` }),
  })
  // An idle connection may be cut (restart, fast stop); the next checkout opens a new one.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => {
    client.on('error', () => undefined)
  })
  return pool
}

const sides = new WeakMap<Pool, Map<string, Pool>>()

/**
 * A few connections beside a pool, for short work that must be kept whatever becomes of an operation, or be done before
 * its transaction. Who holds a connection of one pool may wait for the next: operations → apart → limits, never back.
 */
export function sidePool(pool: Pool, purpose: 'apart' | 'limits'): Pool {
  const known = sides.get(pool) ?? new Map<string, Pool>()
  sides.set(pool, known)
  const side =
    known.get(purpose) ??
    new pg.Pool({
      ...pool.options,
      max: purpose === 'apart' ? 4 : 2,
      allowExitOnIdle: true,
      idleTimeoutMillis: 5_000,
    })
  if (!known.has(purpose)) side.on('error', () => undefined)
  known.set(purpose, side)
  return side
}

type CountyTable = Extract<keyof Database, (typeof countyTables)[number]>
type Aliased<T extends CountyTable, A extends string> = Database & { [Key in A]: Database[T] }

/** The database as a feature sees it: every statement carries the county. Raw statements take it as `$1`. */
export type CountyTx = {
  readonly county: string
  /** Rows of a county table, of this county only. */
  from<T extends CountyTable>(table: T): SelectQueryBuilder<Database, T, object>
  from<T extends CountyTable, A extends string>(
    table: T,
    alias: A,
  ): SelectQueryBuilder<Aliased<T, A>, A, object>
  insert<T extends CountyTable>(
    table: T,
    rows: Omit<Insertable<Database[T]>, 'county_id'> | readonly Omit<Insertable<Database[T]>, 'county_id'>[],
  ): InsertQueryBuilder<Database, T, InsertResult>
  update<T extends CountyTable>(table: T): UpdateQueryBuilder<Database, T, T, UpdateResult>
  remove<T extends CountyTable>(table: T): DeleteQueryBuilder<Database, T, DeleteResult>
  /** A named prepared statement for a measured path; `$1` is the county, `values` begin at `$2`. */
  raw<Row extends object>(name: string, text: string, values: readonly unknown[]): Promise<Row[]>
  /** Tables without county (reference data). */
  readonly reference: Kysely<Pick<Database, Exclude<keyof Database, CountyTable>>>
}

/** Reads statements in tests; throws where one names a county table without its county. */
export type StatementGuard = (text: string) => void

let guard: StatementGuard | undefined
/** Sets the reader of statements; tests set it, production does not. */
export function guardStatements(next: StatementGuard | undefined): void {
  guard = next
}

/** A transaction (or plain connection) of one county on one connection. */
export function countyTx(client: Client, county: string): CountyTx {
  const db = kyselyOn(client)
  const untyped = db as unknown as Kysely<Record<string, { county_id: string }>>
  const tx = {
    county,
    from(table: string, alias: string = table) {
      const source = alias === table ? table : `${table} as ${alias}`
      return untyped.selectFrom(source).where(`${alias}.county_id` as 'county_id', '=', county)
    },
    insert(table: string, rows: object | readonly object[]) {
      const list = Array.isArray(rows) ? rows : [rows]
      return untyped.insertInto(table).values(list.map((row: object) => ({ county_id: county, ...row })))
    },
    update(table: string) {
      return untyped.updateTable(table).where('county_id', '=', county)
    },
    remove(table: string) {
      return untyped.deleteFrom(table).where('county_id', '=', county)
    },
    async raw<Row extends object>(name: string, text: string, values: readonly unknown[]): Promise<Row[]> {
      guard?.(text)
      const result = await client.query<Row>({ name, text, values: [county, ...values] })
      return result.rows
    },
    reference: db,
  }
  // The builders above are the typed ones with the county put in; the cast only restores their types.
  return tx as unknown as CountyTx
}

const preparedNames = new Map<string, string>()
const MOST_PREPARED = 600

/** A name for a statement text, so that the server parses it once per connection; long lists stay unnamed. */
function preparedName(text: string): string | undefined {
  const known = preparedNames.get(text)
  if (known !== undefined) return known
  if (text.length > 6000 || preparedNames.size >= MOST_PREPARED) return undefined
  const name = `s${preparedNames.size}`
  preparedNames.set(text, name)
  return name
}

class OneConnection implements DatabaseConnection {
  readonly #client: Client
  constructor(client: Client) {
    this.#client = client
  }
  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    guard?.(query.sql)
    const name = preparedName(query.sql)
    const result = await this.#client.query({
      ...(name === undefined ? {} : { name }),
      text: query.sql,
      values: [...query.parameters],
    })
    const rows = result.rows as R[]
    return result.command === 'SELECT' ? { rows } : { rows, numAffectedRows: BigInt(result.rowCount ?? 0) }
  }
  // oxlint-disable-next-line require-yield -- the interface asks for a stream, the product reads whole answers
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('Statements are not streamed')
  }
}

class OneConnectionDriver implements Driver {
  readonly #connection: OneConnection
  constructor(client: Client) {
    this.#connection = new OneConnection(client)
  }
  async init(): Promise<void> {}
  async acquireConnection(): Promise<DatabaseConnection> {
    return this.#connection
  }
  async beginTransaction(): Promise<void> {
    throw new Error('The runner opens transactions')
  }
  async commitTransaction(): Promise<void> {}
  async rollbackTransaction(): Promise<void> {}
  async releaseConnection(): Promise<void> {}
  async destroy(): Promise<void> {}
}

const builders = new WeakMap<Client, Kysely<Database>>()

/** One builder for each connection; making one costs as much as a whole small statement. */
function kyselyOn(client: Client): Kysely<Database> {
  const known = builders.get(client)
  if (known !== undefined) return known
  const made = new Kysely<Database>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new OneConnectionDriver(client),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })
  builders.set(client, made)
  return made
}

/** Runs work on one connection; a transaction commits when it ends well and rolls back when it throws. */
export async function onConnection<T>(
  pool: Pool,
  transaction: boolean,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  if (transaction) return await inTransaction(pool, async (client) => ({ value: await work(client) }))
  const client = await pool.connect()
  try {
    return await work(client)
  } finally {
    client.release()
  }
}

/** A prepared statement; the county is among its values. */
export type Statement = { readonly name: string; readonly text: string; readonly values: unknown[] }

/**
 * Runs a transaction. Its `begin` travels with the first statement of the work, its `commit` with the `last` one, whose
 * answer nobody needs; when that one fails, the commit rolls back.
 */
export async function inTransaction<T>(
  pool: Pool,
  work: (client: Client) => Promise<{ value: T; last?: Statement }>,
): Promise<T> {
  const client = await pool.connect()
  let broken = false
  try {
    const begun = client.query('begin')
    // Told below, or by the first statement that fails with it.
    begun.catch(() => undefined)
    const { value, last } = await work(client)
    if (last !== undefined) guard?.(last.text)
    await Promise.all([begun, last && client.query(last), client.query('commit')])
    return value
  } catch (error) {
    await client.query('rollback').catch(() => {
      broken = true
    })
    throw error
  } finally {
    client.release(broken)
  }
}
