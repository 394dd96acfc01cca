import { agree, refuse } from '@steward/domain/shared/decision.ts'
import {
  counterCodeDigits,
  formatCounterCode,
  issueCounterCode,
} from '@steward/domain/sign-in/counter-code.ts'
import { type Context, handle } from '#platform/context.ts'
import { randomDigits } from '#platform/passwords.ts'
import { problem } from '#platform/problem.ts'
import { printCounterCode } from './operations.ts'
import { insertAccounts, listTakenNames } from './queries-accounts.ts'
import { codeIndex, insertCounterCode } from './queries-counter-codes.ts'
import { type CodeReceiver, lockCodeReceiver } from './queries-members.ts'
import { findSignInRules } from './queries-settings.ts'

/** A code printed for a member in reach; who has no account gets one with it. */
export const counterCodeHandler = handle(printCounterCode, async (context, input) => {
  const { tx, access, actor, now, today, crypto, note } = context
  access.demandSomewhere('account.print-code')
  const member = (await lockCodeReceiver(tx, input.memberId)) ?? problem('not-found')
  access.demandHidden('account.print-code', { path: member.path, memberId: member.id })
  note({ memberId: member.id, name: member.name, accountId: member.accountId })
  if (!member.isOnRoll) return refuse('counter-code-member-gone')
  if (member.accountState === 'stopped') return refuse('account-stopped', { whom: [] })
  const by = actor.accountId ?? problem('forbidden')
  const account =
    member.accountId === null
      ? await openAccount(context, member)
      : { id: member.accountId, accountName: member.accountName ?? '' }
  const { numbers } = await findSignInRules(tx, today)
  const issued = issueCounterCode(account.id, by, now, numbers)
  if (!issued.ok) return refuse('counter-code-own-account')
  const digits = randomDigits(counterCodeDigits)
  const index = codeIndex(crypto, account.id, digits)
  await insertCounterCode(tx, { ...issued.value, id: context.newId(), index, issuedByName: actor.name })
  return agree({
    code: formatCounterCode(digits),
    accountName: account.accountName,
    name: member.name,
    orgName: member.orgName,
    countyName: member.countyName,
    expiresAt: issued.value.expiresAt,
    opened: member.accountId === null,
  })
})

/** Digits only, as the code itself: the person types both on one pad. */
const NAME_DIGITS = 8

/** Opens accounts of members under numbers that are not taken; no password yet. */
export async function openAccount(
  { tx, actor, now, newId }: Context,
  member: CodeReceiver,
): Promise<{ id: string; accountName: string }> {
  const wanted = Array.from({ length: 8 }, () => randomDigits(NAME_DIGITS))
  const taken = await listTakenNames(tx, wanted)
  const accountName = wanted.find((name) => !taken.has(name))
  if (accountName === undefined) throw new Error('Eight random names were all taken')
  const id = newId()
  const account = {
    id,
    accountName,
    name: member.name,
    memberId: member.id,
    orgId: null,
    passwordHash: null,
    mustChangePassword: false,
    openedBy: actor.name,
    openedAt: now,
  }
  await insertAccounts(tx, [account])
  return { id, accountName }
}
