import { openServerHouse, type ServerHouse } from './house.ts'
import { checkData } from './commands/check-data.ts'
import { showConfig } from './commands/show-config.ts'
import { fillDemo } from './commands/fill-demo.ts'
import { exportRoster } from './commands/export-roster.ts'
import { importRoster } from './commands/import-roster.ts'
import { resetPassword } from './commands/reset-password.ts'
import { verifyLedger } from './commands/verify-ledger.ts'
import { verifyReceiptFile } from './commands/verify-receipt.ts'
import type { Command } from './commands/command.ts'
import { openPool } from '#platform/db.ts'
import { migrate } from '#platform/migrate.ts'
import { joinEmbedded, openEmbedded } from '#platform/postgres/embedded.ts'
import { loadSettings, type Settings } from '#platform/settings.ts'
import { StartProblem } from '#platform/start-problem.ts'

const commands: readonly Command[] = [
  checkData,
  verifyReceiptFile,
  verifyLedger,
  fillDemo,
  importRoster,
  exportRoster,
  resetPassword,
  showConfig,
]

const say = (line: string) => process.stdout.write(`${line}\n`)

/** `npm run steward -- <command>`: works beside the running server, or starts the database for its own time. */
async function main(args: readonly string[]): Promise<number> {
  const [name = 'help', ...rest] = args
  const command = commands.find((one) => one.name === name)
  if (command === undefined) return help(name)
  const settings = loadSettings({ env: process.env, args: [] })
  if (!command.database) return command.run({ settings, args: rest, say, house: undefined, ownerUrl: '' })
  const opened = await openDatabase(settings)
  let house: ServerHouse | undefined
  try {
    await migrate(opened.url).catch((error: unknown) => {
      const message = error instanceof Error ? error.message : String(error)
      throw new StartProblem('database-not-ready', `数据库不能用：${message}`, message)
    })
    house = openServerHouse(settings, opened.url, () => new Date())
    return await command.run({ settings, args: rest, say, house, ownerUrl: opened.url })
  } finally {
    await house?.pool.end()
    await opened.close()
  }
}

async function openDatabase(settings: Settings): Promise<{ url: string; close: () => Promise<void> }> {
  const nothing = async () => undefined
  if (settings.databaseUrl !== undefined) {
    const probe = openPool(settings.databaseUrl, 1, null)
    await probe.query('select 1').catch((error: unknown) => {
      const message = error instanceof Error ? error.message : String(error)
      throw new StartProblem('database-not-ready', `数据库连不上：${message}`, message)
    })
    await probe.end()
    return { url: settings.databaseUrl, close: nothing }
  }
  const running = await joinEmbedded(settings.dataFolder)
  if (running !== undefined) return { url: running.url, close: nothing }
  const opened = await openEmbedded({ folder: settings.dataFolder, log: say })
  return { url: opened.url, close: () => opened.stop() }
}

function help(name: string): number {
  const known = name === 'help'
  if (!known) process.stderr.write(`没有这个命令 · no such command: ${name}\n`)
  say('npm run steward -- <command>')
  for (const one of commands) say(`  ${one.usage.padEnd(66)} ${one.zh} · ${one.en}`)
  return known ? 0 : 2
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof StartProblem)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
