import type { RefusalDetails } from '@steward/domain/shared/decision.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import { checkLock, recordFailure, triesLeft } from '@steward/domain/sign-in/lockout.ts'
import {
  readStepCode,
  secondsPerStep,
  stepAt,
  stepsTolerated,
} from '@steward/domain/sign-in/second-factor.ts'
import type { CountyCrypto } from '#platform/crypto.ts'
import type { CountyTx } from '#platform/db.ts'
import { findTotpStep } from '#platform/totp.ts'
import { clearFailures, type HeldName, holdName, saveLockout } from './queries-failures.ts'

/** What a check of typed secrets found: right (and whether earlier failures are forgiven), wrong, or no for another reason. */
export type Checked<Right, Code extends string> =
  | { readonly is: 'right'; readonly right: Right; readonly forgives: boolean }
  | { readonly is: 'wrong'; readonly code: Code }
  | { readonly is: 'no'; readonly code: Code; readonly details: RefusalDetails }

export type Proof<Right, Code extends string> =
  | { readonly ok: true; readonly right: Right }
  | { readonly ok: false; readonly code: Code | 'account-locked'; readonly details: RefusalDetails }

/**
 * Tries a name: of many tries at once each waits for the one before, so that never more are looked at than the rules
 * allow. Runs in a transaction of its own; what it counts is kept when the operation refuses.
 */
export async function tryName<Right, Code extends string>(
  tx: CountyTx,
  accountName: string,
  at: { readonly now: Date; readonly today: PlainDate },
  check: (held: HeldName) => Promise<Checked<Right, Code>>,
): Promise<Proof<Right, Code>> {
  const held = await holdName(tx, accountName, at.now, at.today)
  const open = checkLock(held.lockout, at.now)
  if (!open.ok) return open
  const checked = await check(held)
  if (checked.is === 'no') return { ok: false, code: checked.code, details: checked.details }
  if (checked.is === 'right') {
    if (checked.forgives) await clearFailures(tx, accountName)
    return { ok: true, right: checked.right }
  }
  const { numbers } = held.rules
  const next = recordFailure(held.lockout, at.now, numbers)
  await saveLockout(tx, accountName, next)
  const locked = checkLock(next, at.now)
  if (!locked.ok) return locked
  return { ok: false, code: checked.code, details: { triesLeft: triesLeft(next, at.now, numbers) } }
}

/** The time step a typed code of the second factor belongs to; undefined where it is wrong. */
export function stepOfCode(
  crypto: CountyCrypto,
  sealed: Uint8Array,
  typed: string,
  now: Date,
): number | undefined {
  const code = readStepCode(typed)
  if (code === undefined) return undefined
  return findTotpStep(crypto.unseal(sealed), code, stepAt(now), secondsPerStep, stepsTolerated)
}
