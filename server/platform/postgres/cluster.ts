import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
} from 'node:fs'
import { renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { StartProblem } from '#platform/start-problem.ts'
import type { Place } from './place.ts'
import { processFolder, processName, processOwner, processStart } from './processes.ts'

/** The superuser of the embedded server; its password lies beside the data. */
export const superuser = 'steward'

/** A live server process: `start` tells it from a later process with the same number. */
export type ServerProcess = { pid: number; start: string; port: number }

export type StartOptions = { place: Place; programs: string; port: number; durable: boolean }

const logLimit = 10 * 1024 * 1024

export function passwordFile(place: Place): string {
  return join(place.folder, 'password')
}

/** Makes the files of a new, empty server. Interrupted, it leaves nothing that counts as data. */
export async function initCluster(place: Place, programs: string, durable: boolean): Promise<void> {
  const half = join(place.folder, 'data.half')
  rmSync(half, { recursive: true, force: true })
  mkdirSync(half, { mode: 0o700 })
  chmodSync(half, 0o700)
  giveTo(place, half)
  giveTo(place, passwordFile(place))
  const log = openLog(place)
  const child = spawn(
    program(programs, 'initdb'),
    [
      [
        '-D',
        half,
        '-U',
        superuser,
        `--pwfile=${passwordFile(place)}`,
        '--auth=scram-sha-256',
        '--data-checksums',
      ],
      // characters by Unicode and order by code point on every machine, whatever its C library says
      [
        '--encoding=UTF8',
        '--locale=C',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--no-instructions',
      ],
      durable ? [] : ['--no-sync'],
    ].flat(),
    childOptions(place, log),
  )
  const ended = await ending(child)
  closeSync(log)
  if (ended !== 0) throw failed(place, lastLine(place, 0), '新建', 'made')
  renameSync(half, place.data)
}

/** Starts a server on existing data and waits until it takes connections, however long a recovery lasts. */
export async function startServer(options: StartOptions): Promise<ServerProcess> {
  const { place, programs, port, durable } = options
  const log = openLog(place)
  const from = statSync(logFile(place)).size
  const settings: Record<string, string | number> = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // details of an error repeat the values of a row, which do not belong in a log
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
    ...(durable
      ? {}
      : { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: 200 }),
  }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const child = spawn(program(programs, 'postgres'), ['-D', place.data, ...flags], {
    ...childOptions(place, log),
    // a group of its own: Ctrl-C reaches only us, and we stop it when we are ready
    detached: true,
  })
  closeSync(log)
  let ended: number | string | undefined
  void ending(child).then((code) => (ended = code))
  child.unref()
  while (ended === undefined) {
    const running = findServer(place)
    if (running?.ready && running.pid === child.pid) return running
    await wait(10)
  }
  throw failed(place, lastLine(place, from), '启动', 'started')
}

/** The server that runs on this data now, if any, as its own lock file tells. */
export function findServer(place: Place): (ServerProcess & { ready: boolean }) | undefined {
  const lines = readLines(join(place.data, 'postmaster.pid'))
  const pid = Number(lines[0])
  const start = pid ? processStart(pid) : undefined
  if (start === undefined || !isServerOf(place, pid)) return undefined
  return { pid, start, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' }
}

/** Removes the lock file of a server that was killed, where its number now belongs to another program or a zombie. */
export function clearStaleLock(place: Place) {
  const path = join(place.data, 'postmaster.pid')
  const pid = Number(readLines(path)[0])
  if (!pid || isServerOf(place, pid)) return
  rmSync(path, { force: true })
}

/** Ends a server quickly and cleanly: open transactions are rolled back. Waits until it is gone. */
export async function stopServer(server: ServerProcess, place: Place, programs: string): Promise<void> {
  const isGone = () => processStart(server.pid) !== server.start
  if (isGone()) return
  if (process.platform === 'win32') {
    const child = spawn(program(programs, 'pg_ctl'), ['stop', '-m', 'fast', '-D', place.data], {
      stdio: 'ignore',
    })
    await ending(child)
    return
  }
  signal(server.pid, 'SIGINT')
  for (let waited = 0; !isGone(); waited += 10) {
    // a server that cannot finish is cut off; the next start recovers from its log
    if (waited === 30_000) signal(server.pid, 'SIGQUIT')
    await wait(10)
  }
}

function isServerOf(place: Place, pid: number): boolean {
  if (processStart(pid) === undefined) return false
  const name = processName(pid)
  if (name !== undefined && name !== 'postgres') return false
  const owner = processOwner(pid)
  if (owner !== undefined && owner !== statSync(place.data).uid) return false
  // where the folder of the process cannot be seen it is taken for ours, the safe side
  const folder = processFolder(pid)
  return folder === undefined || folder === realpathSync(place.data)
}

function signal(pid: number, name: NodeJS.Signals) {
  try {
    process.kill(pid, name)
  } catch {
    // it ended in this moment
  }
}

function program(programs: string, name: string): string {
  return join(programs, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
}

function childOptions(place: Place, log: number): SpawnOptions {
  const { PATH, SystemRoot } = process.env
  return {
    ...place.account,
    cwd: place.folder,
    // HOME: else libpq looks for certificates in the home of the account that started us
    env: { PATH, SystemRoot, HOME: place.folder, LC_ALL: 'C', TZ: 'UTC' },
    stdio: ['ignore', log, log],
    windowsHide: true,
  }
}

function ending(child: ChildProcess): Promise<number | string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('exit', (code, name) => resolve(code ?? name ?? 'ended'))
  })
}

function failed(place: Place, reason: string, zh: string, en: string) {
  return new StartProblem(
    'database-not-started',
    `自带数据库没能${zh}：${reason}（记录见 ${logFile(place)}）`,
    `The embedded database could not be ${en}`,
  )
}

function logFile(place: Place): string {
  return join(place.folder, 'server.log')
}

function openLog(place: Place): number {
  const path = logFile(place)
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > logLimit) renameSync(path, `${path}.1`)
  return openSync(path, 'a', 0o600)
}

/** The line that says why, of what the server wrote since a position in its log. */
function lastLine(place: Place, from: number): string {
  const lines = readFileSync(logFile(place)).subarray(from).toString('utf8').trim().split('\n')
  return (lines.find((line) => /FATAL|PANIC|error:/.test(line)) ?? lines.at(-1) ?? '').replace(
    /^.*?(FATAL|PANIC): +/,
    '',
  )
}

function readLines(path: string): string[] {
  return existsSync(path) ? readFileSync(path, 'utf8').split('\n') : []
}

function giveTo(place: Place, path: string) {
  if (place.account) chownSync(path, place.account.uid, place.account.gid)
}
