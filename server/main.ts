import { serve } from '@hono/node-server'
import { createServer } from 'node:net'
import { loadDemo } from '#demo/load.ts'
import { DEMO_PASSWORD } from '#demo/cast.ts'
import { ensureSetUpCode } from '#features/sign-in/queries-installation.ts'
import { openPool } from '#platform/db.ts'
import { jobContexts } from '#platform/job-context.ts'
import { startWorker } from '#platform/jobs.ts'
import { migrate } from '#platform/migrate.ts'
import { openEmbedded } from '#platform/postgres/embedded.ts'
import { loadSettings, type Settings } from '#platform/settings.ts'
import { StartProblem } from '#platform/start-problem.ts'
import { jobs, recurring } from './features.ts'
import { openServerHouse } from './house.ts'
import { webApp } from './web-app.ts'

type Closing = () => Promise<void>

const say = (line: string) => process.stdout.write(`${line}\n`)

async function main(): Promise<void> {
  const closings: Closing[] = []
  let ending: Promise<void> | undefined
  // In the order opposite to opening: no request is taken any more, then jobs end, then the database stops.
  const close = () =>
    (ending ??= closings.reduceRight<Promise<void>>((before, one) => before.then(one), Promise.resolve()))
  // Not once: Ctrl-C arrives from the terminal and again from npm, and the second one would cut the first short.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => void close().then(() => process.exit(0)))
  }
  try {
    const settings = loadSettings({ env: process.env, args: process.argv.slice(2) })
    await start(settings, closings)
  } catch (error) {
    await close()
    if (!(error instanceof StartProblem)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 1
  }
}

async function start(settings: Settings, closings: Closing[]): Promise<void> {
  await demandFreePort(settings)
  const url = await openDatabase(settings, closings)
  const ran = await migrate(url).catch((error: unknown) => {
    throw new StartProblem('database-not-ready', `数据库不能用：${messageOf(error)}`, messageOf(error))
  })
  if (ran.length > 0) say(`数据库已就绪 · database ready (${ran.length} migrations)`)
  const house = openServerHouse(settings, url, () => new Date())
  closings.push(() => house.pool.end())
  const owner = openPool(url, 4, null)
  closings.push(() => owner.end())
  const found = await loadDemo(house.parts, settings.firstContent, say, house.run)
  // Without it the first statements on many new rows are planned for empty tables.
  if (found.filled) await owner.query('analyze')
  const worker = await startWorker(owner, jobs, jobContexts(house.parts), recurring)
  closings.push(() => worker.stop())
  await listen(settings, webApp(house.run, settings).fetch, closings)
  const setUpCode = await ensureSetUpCode(house.pool, new Date())
  announce(settings, found, setUpCode)
}

async function openDatabase(settings: Settings, closings: Closing[]): Promise<string> {
  if (settings.databaseUrl !== undefined) return settings.databaseUrl
  const embedded = await openEmbedded({ folder: settings.dataFolder, log: say })
  closings.push(() => embedded.stop())
  return embedded.url
}

/** Asked before anything else is started, so that a busy port leaves nothing half-done. */
async function demandFreePort(settings: Settings): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => {
      const busy = `端口 ${settings.port} 已被占用，换一个：PORT=8090 npm start`
      reject(
        new StartProblem(
          'port-busy',
          busy,
          `port ${settings.port} cannot be used (${error.code ?? error.message})`,
        ),
      )
    })
    probe.listen(settings.port, settings.host, () => probe.close(() => resolve()))
  })
}

async function listen(
  settings: Settings,
  fetch: (request: Request) => Response | Promise<Response>,
  closings: Closing[],
): Promise<void> {
  await new Promise<void>((resolve) => {
    const options = { fetch, port: settings.port, hostname: settings.host }
    // Longer than proxies keep their idle connections, so that none is closed just as the next request comes.
    const server = serve({ ...options, serverOptions: { keepAliveTimeout: 75_000 } }, () => resolve())
    closings.push(
      () =>
        new Promise<void>((done) => {
          server.close(() => done())
          if ('closeIdleConnections' in server) server.closeIdleConnections()
        }),
    )
  })
}

type Found = {
  readonly accounts: readonly { accountName: string; name: string; role: string; org: string }[]
}

function announce(settings: Settings, found: Found, setUpCode: string | undefined): void {
  const origin = settings.publicAddress ?? `http://localhost:${settings.port}`
  say('')
  say(`  党建信息管理平台 (PC)      ${origin}/`)
  say(`  支部小管家 (phone)         ${origin}/m/`)
  say(`  接口 (API)                 ${origin}/api/docs`)
  if (setUpCode !== undefined) {
    say('')
    say(
      '  这里还没有县。打开第一个网址，用这个开通码设立 · no county yet; open the first address and set one up with this code',
    )
    say(`    ${setUpCode}`)
  }
  if (found.accounts.length > 0) {
    say('')
    say(`  演示账号，密码都是 · demo accounts, all with password  ${DEMO_PASSWORD}`)
    for (const one of found.accounts)
      say(`    ${one.accountName.padEnd(14)} ${one.name}  ${one.role}  ${one.org}`)
  }
  say('')
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

await main()
