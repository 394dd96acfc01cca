import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { joinEmbedded } from '../../server/platform/postgres/embedded.ts'
import { root } from '../source-tree.ts'

/** The product under load: a server process of its own with its embedded database. */
export type Product = {
  readonly port: number
  readonly folder: string
  readonly databaseUrl: string
  /** Megabytes of the server process: now, and the most it ever had (Linux tells both). */
  memory(): { now: number; most: number }
  /** Milliseconds of processor the server process has used (Linux). */
  processor(): number
  stop(): Promise<void>
}

const MOST_START_MS = 900_000

/** Starts the product on an empty folder with the demo county; a folder that is given is kept and used again. */
export async function startProduct(options: {
  full: boolean
  folder: string | undefined
  profile: boolean
  say: (line: string) => void
}): Promise<Product> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'steward-bench-'))
  const port = await freePort()
  const began = performance.now()
  const child = spawn(
    process.execPath,
    [
      ...(options.profile ? ['--cpu-prof', `--cpu-prof-dir=${resolve('profiles')}`] : []),
      // As `npm start` runs it.
      '--max-semi-space-size=8',
      join(root, 'server/main.ts'),
      ...(options.full ? ['--full'] : []),
    ],
    {
      env: {
        ...process.env,
        NODE_ENV: 'production',
        STEWARD_DATA: folder,
        PORT: String(port),
        STEWARD_HOST: '127.0.0.1',
        DATABASE_URL: '',
        STEWARD_KEY: '',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  child.stdout.on('data', (text: Buffer) => {
    const line = text.toString().trim().split('\n').at(-1) ?? ''
    if (line.startsWith('  党员')) options.say(line)
  })
  await ready(child, port)
  options.say(`server ready after ${((performance.now() - began) / 1000).toFixed(1)} s, port ${port}`)
  const running = await joinEmbedded(folder)
  if (running === undefined) throw new Error('The server runs and its database does not')
  return {
    port,
    folder,
    databaseUrl: running.url,
    memory: () => memoryOf(child.pid ?? 0),
    processor: () => processorOf(child.pid ?? 0),
    async stop() {
      const ended = new Promise((done) => child.once('exit', done))
      child.kill('SIGTERM')
      await ended
      if (options.folder === undefined) rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done))
  const address = probe.address()
  await new Promise((done) => probe.close(done))
  if (address === null || typeof address === 'string') throw new Error('No free port')
  return address.port
}

async function ready(child: ChildProcess, port: number): Promise<void> {
  for (const began = performance.now(); performance.now() - began < MOST_START_MS; await wait(100)) {
    if (child.exitCode !== null) throw new Error(`The server ended with code ${child.exitCode}`)
    const answer = await fetch(`http://127.0.0.1:${port}/api/openapi.json`).catch(() => undefined)
    if (answer?.ok === true) return
  }
  throw new Error('The server is not ready after fifteen minutes')
}

function memoryOf(pid: number): { now: number; most: number } {
  if (process.platform !== 'linux') return { now: Number.NaN, most: Number.NaN }
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const read = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024
  return { now: read('VmRSS'), most: read('VmHWM') }
}

const TICK_MS = 10

function processorOf(pid: number): number {
  if (process.platform !== 'linux') return Number.NaN
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS
}
