import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { countyTables } from '#db/schema.ts'
import { cryptoByCounty } from '#platform/crypto.ts'
import { guardStatements, openPool, type Pool } from '#platform/db.ts'
import { openFileStore } from '#platform/file-store.ts'
import { httpApi } from '#platform/http.ts'
import { jobContexts } from '#platform/job-context.ts'
import { type Job, runWaitingJobs } from '#platform/jobs.ts'
import type { Handled } from '#platform/context.ts'
import { openLimits } from '#platform/limits.ts'
import { migrate, readMigrations } from '#platform/migrate.ts'
import { createRunner, type Parts, type Run } from '#platform/run.ts'
import { testServer } from '#platform/postgres/test-server.ts'
import pg from 'pg'
import { type CastName, DEMO_COUNTY, OTHER_COUNTY } from '#demo/cast.ts'
import { castVersion, loadCast } from '#demo/load.ts'
import { identify } from '#features/sign-in/queries.ts'
import { handlers, jobs } from './features.ts'
import type { Operations } from './operations.ts'

/** The day tests live on unless they say otherwise. */
export const TEST_NOW = new Date('2026-11-03T01:00:00Z')

export type Answer<Id extends keyof Operations> = Operations[Id] extends { output: infer Output }
  ? Output
  : never
export type Reply = { readonly status: number; readonly body: Record<string, unknown> }

/** A house under test: its own database (a clone with the cast loaded), real handlers, HTTP in process. */
export type House = {
  readonly run: Run
  readonly pool: Pool
  readonly ownerUrl: string
  readonly county: string
  readonly otherCounty: string
  /** Where the bytes of files lie. */
  readonly dataFolder: string
  /** Sets the clock. */
  at(now: Date): void
  /** Calls an operation through HTTP as a person of the cast, `other` (officer of the other county), or nobody. */
  call(
    who: CastName | 'other' | null,
    operation: string,
    input?: unknown,
    options?: CallOptions,
  ): Promise<Reply>
  /** The same where it must be allowed: the answer, of the type of its operation. */
  answer<Id extends keyof Operations & string>(
    who: CastName | 'other' | null,
    operation: Id,
    input?: unknown,
    options?: CallOptions,
  ): Promise<Answer<Id>>
  /** Runs all waiting jobs. */
  runJobs(): Promise<void>
  /** Rows straight from the database, as its owner, for assertions. */
  rows<Row extends object>(text: string, values?: readonly unknown[]): Promise<Row[]>
}
export type CallOptions = {
  readonly key?: string
  readonly token?: string
  readonly upload?: Uint8Array
  readonly address?: string
}

const MASTER_KEY = Buffer.alloc(32, 7)
const SESSION_MS = 12 * 3_600_000
const TEMPLATE_LOCK = 7_203_116

/** Opens a house for one test file; everything is closed after its tests. */
export async function openHouse(
  extra: readonly Handled[] = [],
  extraJobs: readonly Job[] = [],
): Promise<House> {
  const server = await testServer()
  const template = await ensureTemplate(server.url)
  const name = `house_${randomBytes(6).toString('hex')}`
  await onServer(server.url, (client) => client.query(`create database ${name} template ${template}`))
  const ownerUrl = withDatabase(server.url, name)
  const house = await houseOn(ownerUrl, [...handlers, ...extra], [...jobs, ...extraJobs])
  after(async () => {
    await house.pool.end()
  })
  return house
}

/** The real thing on a database of the caller's: real handlers, HTTP in process, a clock that is set by hand. */
async function houseOn(
  ownerUrl: string,
  allHandlers: readonly Handled[],
  allJobs: readonly Job[],
): Promise<House> {
  const pool = openPool(ownerUrl, 8)
  let now = TEST_NOW
  const dataFolder = mkdtempSync(join(tmpdir(), 'steward-test-'))
  const parts = partsOn(pool, () => now, dataFolder)
  const run = createRunner({ ...parts, identify, handlers: allHandlers })
  const api = httpApi(run, {
    addressOf: (c) => c.req.header('x-test-address') ?? '127.0.0.1',
    secure: false,
    version: 'test',
  })
  const counties = await pool.query<{ id: string; code: string }>('select id, code from county')
  const idOf = (code: string) => counties.rows.find((row) => row.code === code)?.id ?? ''
  const county = idOf(DEMO_COUNTY.code)
  const otherCounty = idOf(OTHER_COUNTY.code)
  const tokens = new Map<string, string>()
  guardStatements(demandCounty)

  // A session lasts a day at most; a test that moves the clock further signs in anew.
  const tokenOf = async (who: CastName | 'other') => {
    const key = `${who} ${Math.floor(now.getTime() / SESSION_MS)}`
    const known = tokens.get(key)
    if (known !== undefined) return known
    const token = await openSession(
      pool,
      who === 'other' ? otherCounty : county,
      who === 'other' ? 'weixiaoxue' : who,
      now,
    )
    tokens.set(key, token)
    return token
  }

  const call: House['call'] = async (who, operation, input = {}, options = {}) => {
    const token = options.token ?? (who === null ? undefined : await tokenOf(who))
    const response = await api.request(requestOf(run, operation, input, token, options))
    const isJson = response.headers.get('content-type')?.includes('json') === true
    const body: Record<string, unknown> = isJson
      ? ((await response.json()) as Record<string, unknown>)
      : { bytes: new Uint8Array(await response.arrayBuffer()) }
    const cookie = response.headers.get('set-cookie')
    return { status: response.status, body: cookie === null ? body : { ...body, cookie } }
  }

  return {
    run,
    pool,
    ownerUrl,
    county,
    otherCounty,
    dataFolder,
    at(next) {
      now = next
    },
    call,
    async answer(who, operation, input, options) {
      const { status, body } = await call(who, operation, input, options)
      if (status !== 200) throw new Error(`${operation} answered ${status}: ${JSON.stringify(body)}`)
      return body as Answer<typeof operation> // the runner has parsed it with the contract
    },
    async runJobs() {
      const owner = openPool(ownerUrl, 4, null)
      await runWaitingJobs(owner, allJobs, jobContexts(parts))
      await owner.end()
    },
    async rows(text, values = []) {
      return await onServer(ownerUrl, async (client) => (await client.query(text, [...values])).rows)
    },
  }
}

function partsOn(
  pool: Pool,
  now: () => Date,
  dataFolder = mkdtempSync(join(tmpdir(), 'steward-test-')),
): Omit<Parts, 'handlers' | 'identify'> {
  return {
    pool,
    crypto: cryptoByCounty(MASTER_KEY),
    files: openFileStore(dataFolder),
    limits: openLimits(pool),
    now,
    onBug: (errorNumber, operation, error) => {
      process.stderr.write(
        `bug ${errorNumber} in ${operation}: ${error instanceof Error ? error.stack : String(error)}\n`,
      )
    },
  }
}

function requestOf(
  run: Run,
  operation: string,
  input: unknown,
  token: string | undefined,
  options: CallOptions,
): Request {
  const kind = run.operations.get(operation)?.operation.kind ?? 'query'
  const url = new URL(`http://localhost/api/${operation.replaceAll('.', '/')}`)
  const headers: Record<string, string> = { 'x-requested-with': 'steward' }
  if (token !== undefined) headers.cookie = `steward_session=${token}`
  if (options.key !== undefined) headers['idempotency-key'] = options.key
  if (options.address !== undefined) headers['x-test-address'] = options.address
  if (kind !== 'command') url.searchParams.set('input', JSON.stringify(input))
  if (kind === 'query' || kind === 'download') return new Request(url, { headers })
  const body = kind === 'upload' ? Buffer.from(options.upload ?? new Uint8Array()) : JSON.stringify(input)
  return new Request(url, { method: 'POST', headers, body })
}

/** A signed-in browser of an account, without the cost of a password. */
export async function openSession(
  pool: Pool,
  county: string,
  accountName: string,
  now: Date,
): Promise<string> {
  const secret = randomBytes(32).toString('base64url')
  const hash = createHash('sha256').update(secret).digest()
  const made = await pool.query(
    `insert into session (county_id, id, account_id, token_hash, started_at, last_seen_at, ends_at, idle_minutes, second_factor_at, address, agent)
     select county_id, $3, id, $4, $5::timestamptz, $5::timestamptz, $5::timestamptz + interval '24 hours', 1440, $5::timestamptz, '127.0.0.1', 'test'
     from account where county_id = $1 and account_name = $2`,
    [county, accountName, randomUUID(), hash, now],
  )
  if (made.rowCount !== 1) throw new Error(`Nobody of the cast is called ${accountName}`)
  return `${county}.${secret}`
}

/** Fails a statement that names a county table and no county (the county is the first key). */
function demandCounty(text: string): void {
  const named = countyTables.filter((table) =>
    new RegExp(`\\b(from|join|into|update)\\s+"?${table}"?\\b`, 'i').test(text),
  )
  if (named.length > 0 && !text.includes('county_id')) {
    throw new Error(`A statement on ${named.join(', ')} names no county: ${text.slice(0, 200)}`)
  }
}

async function ensureTemplate(url: string): Promise<string> {
  const hash = createHash('sha256')
  for (const migration of readMigrations()) hash.update(migration.sha256)
  hash.update(castVersion)
  const name = `template_${hash.digest('hex').slice(0, 12)}`
  await onServer(url, async (client) => {
    await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK])
    const found = await client.query('select 1 from pg_database where datname = $1 and datistemplate', [name])
    if (found.rowCount !== 0) return
    await client.query(`drop database if exists ${name}`)
    await client.query(`create database ${name}`)
    const templateUrl = withDatabase(url, name)
    await migrate(templateUrl)
    const pool = openPool(templateUrl, 4)
    await loadCast(partsOn(pool, () => TEST_NOW))
    await pool.end()
    await client.query(`update pg_database set datistemplate = true where datname = '${name}'`)
  })
  return name
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}

async function onServer<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
