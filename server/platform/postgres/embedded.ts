import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { StartProblem } from '#platform/start-problem.ts'
import {
  clearStaleLock,
  findServer,
  initCluster,
  passwordFile,
  startServer,
  stopServer,
  superuser,
} from './cluster.ts'
import type { ServerProcess } from './cluster.ts'
import { processStart } from './processes.ts'
import { lockFolder, type FolderLock } from './lock.ts'
import { findPlace, preparePlace, type Place } from './place.ts'
import { findShippedPrograms, preparePrograms, removeOldPrograms, type ShippedPrograms } from './programs.ts'

/** An open embedded server. `started` is false where it had outlived an earlier process and was joined. */
export type Embedded = {
  /** Superuser address of the database `steward`. */
  readonly url: string
  readonly port: number
  readonly started: boolean
  /** Where data and programs lie. */
  readonly place: string
  /** Stops the server and waits until it is gone; then the data folder is free. */
  stop(): Promise<void>
  /** Frees the data folder and lets the server run on. */
  leave(): void
}

export type OpenOptions = {
  folder: string
  log: (line: string) => void
  /** False only for tests: nothing waits for the disk. */
  durable?: boolean
}

type Server = ServerProcess & { started: boolean }

const watchEvery = 1_000
const maxRestarts = 5

/**
 * Opens the embedded PostgreSQL of a data folder: takes the folder for this process, makes the server's files at the
 * first time, joins a server that still runs, else starts one, and starts it again should it die.
 * Expected failures are a StartProblem of one line.
 */
export async function openEmbedded(options: OpenOptions): Promise<Embedded> {
  const place = preparePlace(options.folder, options.log)
  const lock = await lockFolder(options.folder, options.log)
  try {
    return await openLocked(place, lock, options)
  } catch (error) {
    lock.release()
    throw error
  }
}

/** Address of the server that another process keeps running on this data folder; undefined when none runs. */
export async function joinEmbedded(folder: string): Promise<{ url: string; port: number } | undefined> {
  const place = findPlace(folder)
  const server = place && findServer(place)
  if (!server) return undefined
  return (await isTakingConnections(place, server, 'steward'))
    ? { url: urlOf(place, server.port, 'steward'), port: server.port }
    : undefined
}

async function openLocked(place: Place, lock: FolderLock, options: OpenOptions): Promise<Embedded> {
  const durable = options.durable ?? true
  const shipped = findShippedPrograms()
  const programs = preparePrograms(shipped, place.folder, place.account !== undefined)
  if (!existsSync(place.data)) {
    writeFileSync(passwordFile(place), randomBytes(24).toString('hex'), { mode: 0o600 })
    await initCluster(place, programs, durable)
  }
  demandVersion(place, shipped)
  const server = (await joinRunning(place)) ?? (await start(place, programs, durable, options.log))
  await ensureDatabase(place, server.port)
  if (server.started) removeOldPrograms(place.folder, programs)
  const watch = watchServer(
    server,
    place,
    (port) => startServer({ place, programs, port, durable }),
    options.log,
  )
  return {
    url: urlOf(place, server.port, 'steward'),
    port: server.port,
    started: server.started,
    place: place.folder,
    async stop() {
      await stopServer(await watch.end(), place, programs)
      lock.release()
    },
    leave() {
      void watch.end()
      lock.release()
    },
  }
}

async function joinRunning(place: Place): Promise<Server | undefined> {
  // it may be starting, recovering or ending just now: wait until it is one or the other
  for (let silent = 0; ;) {
    const server = findServer(place)
    if (!server) return undefined
    if (await isTakingConnections(place, server, 'postgres')) return { ...server, started: false }
    if (server.ready && ++silent > 300) throw notAnswering(server)
    await wait(100)
  }
}

function notAnswering(server: ServerProcess) {
  return new StartProblem(
    'database-not-answering',
    `自带数据库（进程 ${server.pid}）没有回应，请结束它后再启动`,
    `The embedded database (process ${server.pid}) does not answer; end it and start again`,
  )
}

async function start(
  place: Place,
  programs: string,
  durable: boolean,
  log: (line: string) => void,
): Promise<Server> {
  clearStaleLock(place)
  for (let attempt = 1; ; attempt++) {
    const port = await choosePort(place)
    const slow = setTimeout(() => log('数据库正在恢复 · The database is recovering'), 5_000)
    try {
      return { ...(await startServer({ place, programs, port, durable })), started: true }
    } catch (error) {
      // the port was taken in between, or workers of a killed server are still going
      if (attempt === 20 || !(error instanceof StartProblem && /TCP\/IP|shared memory/.test(error.message)))
        throw error
      await wait(250)
    } finally {
      clearTimeout(slow)
    }
  }
}

/** Looks after the server: one that died is started again on the same port. */
function watchServer(
  first: Server,
  place: Place,
  restart: (port: number) => Promise<ServerProcess>,
  log: (line: string) => void,
) {
  let current: ServerProcess = first
  let work: Promise<void> | undefined
  let failures = 0
  const look = () => {
    if (work || processStart(current.pid) === current.start) return
    log('数据库意外结束，正在重新启动 · The database ended unexpectedly and is being started again')
    clearStaleLock(place)
    work = restart(current.port)
      .then((server) => {
        current = server
        failures = 0
      })
      .catch((error: unknown) => {
        log(error instanceof Error ? error.message : String(error))
        if (++failures === maxRestarts) clearInterval(timer)
      })
      .finally(() => (work = undefined))
  }
  const timer = setInterval(look, watchEvery)
  timer.unref()
  return {
    async end(): Promise<ServerProcess> {
      clearInterval(timer)
      await work
      return current
    },
  }
}

async function isTakingConnections(
  place: Place,
  server: { port: number; ready: boolean },
  database: string,
): Promise<boolean> {
  if (!server.ready) return false
  try {
    await withClient(urlOf(place, server.port, database), (client) => client.query('select'))
    return true
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === '28P01')) return false
    throw new StartProblem(
      'database-password-wrong',
      `数据库不接受 ${passwordFile(place)} 里的密码`,
      'The embedded database does not accept its password file',
    )
  }
}

async function ensureDatabase(place: Place, port: number): Promise<void> {
  await withClient(urlOf(place, port, 'postgres'), async (client) => {
    const found = await client.query(`select from pg_database where datname = 'steward'`)
    if (found.rowCount === 0) await client.query('create database steward')
  })
}

async function withClient(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

function urlOf(place: Place, port: number, database: string): string {
  return `postgres://${superuser}:${readFileSync(passwordFile(place), 'utf8').trim()}@127.0.0.1:${port}/${database}`
}

/** The port of last time, unless somebody else has it now. */
async function choosePort(place: Place): Promise<number> {
  const file = join(place.folder, 'port')
  const kept = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0
  const port = (await freePort(kept)) ?? (await freePort(0))
  if (port === undefined) {
    throw new StartProblem(
      'port-missing',
      '本机没有空闲端口给数据库',
      'No free port is left for the database',
    )
  }
  if (port !== kept) writeFileSync(file, `${port}\n`)
  return port
}

function freePort(wish: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(undefined))
    server.listen(wish, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' ? address?.port : undefined))
    })
  })
}

function demandVersion(place: Place, shipped: ShippedPrograms) {
  const major = readFileSync(join(place.data, 'PG_VERSION'), 'utf8').trim()
  if (major === shipped.major) return
  throw new StartProblem(
    'database-of-another-version',
    `${place.data} 是 PostgreSQL ${major} 的数据，而自带的是 ${shipped.major}，请先用旧版本导出`,
    `The data were made by PostgreSQL ${major}, shipped is ${shipped.major}; export them with the old version first`,
  )
}
