import { agree, refuse } from '@steward/domain/shared/decision.ts'
import { checkStep } from '@steward/domain/sign-in/second-factor.ts'
import type { z } from 'zod'
import { type Handled, handle, handlePrepared, type Preparing } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import { newTotpSecret, totpUri } from '#platform/totp.ts'
import { type Checked, type Proof, stepOfCode, tryName } from './handlers-proof.ts'
import {
  beginSecondFactor,
  confirmSecondFactor,
  removeSecondFactor,
  verifySecondFactor,
} from './operations-second-factor.ts'
import { findOwnAccount, lockAccount, saveSecondFactor, useStep } from './queries-accounts.ts'
import { listCounties } from './queries-installation.ts'
import { endSessions, saveSecondFactorShown } from './queries-sessions.ts'

type VerifyCode = 'second-factor-wrong' | 'second-factor-used' | 'second-factor-not-begun'

/** Tries of the second factor count like tries of the password. */
async function prepareVerify(
  at: Preparing,
  input: z.output<typeof verifySecondFactor.input>,
): Promise<Proof<number, VerifyCode>> {
  const { accountId, sessionId } = at.actor
  if (accountId === null || sessionId === null) problem('not-signed-in')
  return await at.apart(async (tx) => {
    const own = (await findOwnAccount(tx, accountId, sessionId)) ?? problem('not-signed-in')
    const { totpSealed, totpConfirmedAt, totpLastStep, accountName } = own
    if (totpSealed === null || totpConfirmedAt === null) {
      return { ok: false, code: 'second-factor-not-begun', details: {} }
    }
    return await tryName(tx, accountName, at, async (): Promise<Checked<number, VerifyCode>> => {
      const step = stepOfCode(at.crypto(at.county), totpSealed, input.code, at.now)
      const checked = checkStep(step, totpLastStep)
      if (checked.ok) return { is: 'right', right: checked.value, forgives: true }
      return checked.code === 'second-factor-wrong'
        ? { is: 'wrong', code: checked.code }
        : { is: 'no', code: checked.code, details: {} }
    })
  })
}

export const secondFactorHandlers: readonly Handled[] = [
  handle(beginSecondFactor, async ({ tx, access, actor, crypto, county }) => {
    access.open('own-account')
    const account =
      (await lockAccount(tx, actor.accountId ?? problem('not-signed-in'))) ?? problem('not-found')
    if (account.totpConfirmedAt !== null) return refuse('second-factor-already')
    const secret = newTotpSecret()
    const sealed = crypto.seal(secret)
    await saveSecondFactor(tx, account.id, { sealed, confirmedAt: null, lastStep: null })
    const here = (await listCounties(tx)).find(({ id }) => id === county)
    return agree({
      secret,
      uri: totpUri(secret, `支部小管家 ${here?.name ?? ''}`.trim(), account.accountName),
    })
  }),

  handle(confirmSecondFactor, async ({ tx, access, actor, crypto, now }, input) => {
    access.open('own-account')
    const account =
      (await lockAccount(tx, actor.accountId ?? problem('not-signed-in'))) ?? problem('not-found')
    if (account.totpConfirmedAt !== null) return refuse('second-factor-already')
    if (account.totpSealed === null) return refuse('second-factor-not-begun')
    const step = stepOfCode(crypto, account.totpSealed, input.code, now)
    if (step === undefined) return refuse('second-factor-wrong')
    await saveSecondFactor(tx, account.id, { sealed: account.totpSealed, confirmedAt: now, lastStep: step })
    await saveSecondFactorShown(tx, actor.sessionId ?? problem('not-signed-in'), now)
    return agree({})
  }),

  handlePrepared(verifySecondFactor, prepareVerify, async ({ tx, access, actor, now }, _input, proof) => {
    access.open('own-account')
    if (!proof.ok) return proof
    const accountId = actor.accountId ?? problem('not-signed-in')
    if (!(await useStep(tx, accountId, proof.right))) return refuse('second-factor-used')
    await saveSecondFactorShown(tx, actor.sessionId ?? problem('not-signed-in'), now)
    return agree({})
  }),

  handle(removeSecondFactor, async ({ tx, access, actor, now, note }, input) => {
    access.demand('security.change', {})
    const account = (await lockAccount(tx, input.accountId)) ?? problem('not-found')
    note({ accountId: account.id, name: account.name, reason: input.reason })
    if (account.id === actor.accountId) return refuse('second-factor-own')
    if (account.totpConfirmedAt === null) return refuse('second-factor-not-begun')
    await saveSecondFactor(tx, account.id, { sealed: null, confirmedAt: null, lastStep: null })
    return agree({ sessionsEnded: await endSessions(tx, account.id, 'revoked', now) })
  }),
]
