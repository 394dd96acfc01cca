import { agree, type Decision } from '@steward/domain/shared/decision.ts'
import { checkPassword, type PasswordRefusal } from '@steward/domain/sign-in/password.ts'
import type { z } from 'zod'
import { handlePrepared, type Preparing } from '#platform/context.ts'
import { hashPassword, isPassword } from '#platform/passwords.ts'
import { problem } from '#platform/problem.ts'
import { type Checked, tryName } from './handlers-proof.ts'
import { changePassword } from './operations.ts'
import { type OwnAccount, findOwnAccount, savePassword } from './queries-accounts.ts'
import type { HeldName } from './queries-failures.ts'
import { endSessions } from './queries-sessions.ts'
import { findSignInRules } from './queries-settings.ts'

type Input = z.output<typeof changePassword.input>
type Code = PasswordRefusal | 'password-wrong' | 'account-locked'
type Prepared = Decision<{ hash: string }, Code>

/** The new password is looked at first, so that a slip in it costs no try of the present one. */
async function prepare(at: Preparing, input: Input): Promise<Prepared> {
  const { accountId, sessionId } = at.actor
  if (accountId === null || sessionId === null) problem('not-signed-in')
  const proof = await at.apart(async (tx): Promise<Decision<true, Code>> => {
    const own = (await findOwnAccount(tx, accountId, sessionId)) ?? problem('not-signed-in')
    // A found-out password alone must not lock the owner of a second factor out.
    if (own.secondFactorPending) problem('second-factor-first')
    const { numbers } = await findSignInRules(tx, at.today)
    const facts = {
      accountName: own.accountName,
      isCurrent: input.next === input.current,
      settings: numbers,
    }
    const fits = checkPassword(input.next, facts)
    if (!fits.ok) return fits
    if (isFirstPassword(own, input)) return agree(true)
    const proved = await tryName(tx, own.accountName, at, (held) => checkCurrent(held, input))
    return proved.ok ? agree(true) : proved
  })
  if (!proof.ok) return proof
  return agree({ hash: await hashPassword(input.next) })
}

/** A person who came with a code from the counter and has no password yet chooses the first one. */
function isFirstPassword(own: OwnAccount, input: Input): boolean {
  return own.passwordHash === null && own.openedWith === 'counter-code' && input.current === null
}

async function checkCurrent(held: HeldName, input: Input): Promise<Checked<true, 'password-wrong'>> {
  const isRight = await isPassword(held.account?.passwordHash ?? null, input.current ?? '')
  return isRight ? { is: 'right', right: true, forgives: true } : { is: 'wrong', code: 'password-wrong' }
}

/** Sets the new password and ends every other session of the account. */
export const changePasswordHandler = handlePrepared(
  changePassword,
  prepare,
  async ({ tx, access, actor, now }, _input, prepared) => {
    access.open('own-account')
    if (!prepared.ok) return prepared
    const accountId = actor.accountId ?? problem('not-signed-in')
    await savePassword(tx, accountId, { hash: prepared.value.hash, setAt: now, temporary: false })
    const ended = await endSessions(tx, accountId, 'password-changed', now, { except: actor.sessionId })
    return agree({ otherSessionsEnded: ended })
  },
)
