import { readAccountName } from '@steward/domain/sign-in/account-name.ts'
import { findAccountByName, savePassword, saveSecondFactor } from '#features/sign-in/queries-accounts.ts'
import { voidCounterCodes } from '#features/sign-in/queries-counter-codes.ts'
import { clearFailures } from '#features/sign-in/queries-failures.ts'
import { endSessions } from '#features/sign-in/queries-sessions.ts'
import { saveAudit } from '#platform/audit.ts'
import { countyTx, onConnection } from '#platform/db.ts'
import { hashPassword, temporaryPassword } from '#platform/passwords.ts'
import { type Command, type CommandContext, houseOf } from './command.ts'
import { findCounty } from './operator.ts'

/** For whoever has the server: also resets administrators, whom no other administrator may reset alone. */
export const resetPassword: Command = {
  name: 'reset-password',
  usage: 'reset-password <account> [--county code] [--without-second-factor]',
  zh: '给账号一个临时密码',
  en: 'give an account a temporary password',
  database: true,
  async run(context) {
    const accountName = readAccountName(context.args.find((arg) => !arg.startsWith('--')) ?? '')
    if (accountName === undefined) {
      context.say(`用法 · usage: npm run steward -- ${resetPassword.usage}`)
      return 2
    }
    const county = await findCounty(context)
    if (county === undefined) return 1
    const password = await reset(context, county.id, accountName)
    if (password === undefined) {
      context.say(`${county.name}没有这个账号 · ${county.name} has no account ${accountName}`)
      return 1
    }
    context.say(`${county.name} ${accountName}`)
    context.say(`临时密码，登录后要马上换 · temporary password, to be changed at sign-in: ${password}`)
    return 0
  },
}

async function reset(
  context: CommandContext,
  county: string,
  accountName: string,
): Promise<string | undefined> {
  const { pool, parts } = houseOf(context)
  const now = parts.now()
  const password = temporaryPassword()
  const hash = await hashPassword(password)
  const dropsSecondFactor = context.args.includes('--without-second-factor')
  return await onConnection(pool, true, async (client) => {
    const tx = countyTx(client, county)
    const account = await findAccountByName(tx, accountName)
    if (account === undefined) return undefined
    await savePassword(tx, account.id, { hash, setAt: now, temporary: true })
    if (dropsSecondFactor) {
      await saveSecondFactor(tx, account.id, { sealed: null, confirmedAt: null, lastStep: null })
    }
    await clearFailures(tx, accountName)
    await voidCounterCodes(tx, account.id, now)
    await endSessions(tx, account.id, 'password-changed', now)
    await saveAudit(tx, {
      at: now,
      accountId: null,
      actorName: 'steward',
      operation: 'steward.reset-password',
      outcome: 'done',
      subject: { accountId: account.id, name: account.name, accountName, dropsSecondFactor },
      address: '',
    })
    return password
  })
}
