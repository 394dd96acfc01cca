import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'

/** The running product under test: its own data folder, database, port and process. */
export type Product = {
  readonly origin: string
  readonly folder: string
  /** Everything it printed so far. */
  printed(): string
  /** Ends the server as an operator would (SIGTERM), or as a power cut would. */
  stop(signal?: NodeJS.Signals): Promise<void>
  /** Starts it again; `at` lets it live at another moment. */
  start(at?: string): Promise<void>
}

const READY_WITHIN_MS = 90_000
const root = join(import.meta.dirname, '../..')

async function freePort(): Promise<number> {
  const probe = createServer()
  probe.listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  if (address === null || typeof address === 'string') throw new Error('No port was given')
  return address.port
}

/** Starts the product as `npm start` does after its installs, with the content asked for, and stops it after the tests. */
export async function startProduct(
  content: 'small' | 'empty' | 'full' = 'small',
  firstAt?: string,
): Promise<Product> {
  const folder = mkdtempSync(join(tmpdir(), 'steward-e2e-'))
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  let child: ChildProcess | undefined
  let printed = ''

  const start = async (at?: string) => {
    const args = content === 'small' ? [] : [`--${content}`]
    const shifted = at === undefined ? [] : ['--import', join(import.meta.dirname, 'shifted-clock.ts')]
    const started = spawn(process.execPath, [...shifted, join(root, 'server/main.ts'), ...args], {
      cwd: root,
      env: {
        ...process.env,
        PORT: String(port),
        STEWARD_HOST: '127.0.0.1',
        STEWARD_DATA: folder,
        DATABASE_URL: '',
        ...(at === undefined ? {} : { STEWARD_E2E_NOW: at }),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    child = started
    const keep = (chunk: Buffer) => {
      printed += chunk.toString('utf8')
    }
    started.stdout.on('data', keep)
    started.stderr.on('data', keep)
    await untilReady(origin, started, () => printed)
  }

  const stop = async (signal: NodeJS.Signals = 'SIGTERM') => {
    const running = child
    child = undefined
    if (running === undefined || running.exitCode !== null) return
    const gone = once(running, 'exit')
    running.kill(signal)
    await gone
  }

  after(async () => {
    await stop()
    rmSync(folder, { recursive: true, force: true })
  })
  await start(firstAt)
  return { origin, folder, printed: () => printed, stop, start }
}

async function untilReady(origin: string, child: ChildProcess, printed: () => string): Promise<void> {
  const tries = READY_WITHIN_MS / 100
  for (let n = 0; n < tries; n += 1) {
    if (child.exitCode !== null) throw new Error(`The product ended at its start:\n${printed()}`)
    const answer = await fetch(`${origin}/api/openapi.json`).catch(() => undefined)
    if (answer?.ok === true) return
    await wait(100)
  }
  throw new Error(`The product was not ready within ${READY_WITHIN_MS / 1000} s:\n${printed()}`)
}
