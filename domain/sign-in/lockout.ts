import { agree, type Decision, refuse } from '../shared/decision.ts'
import { defaultSignInSettings, type SignInSettings } from './settings.ts'

/** Failures in a row of one account, and the lock they led to. */
export type Lockout = { readonly failures: number; readonly lockedUntil: Date | null }

export const noFailures: Lockout = { failures: 0, lockedUntil: null }
type LockSettings = Pick<SignInSettings, 'failuresUntilLock' | 'lockMinutes'>

/** Whether a sign-in may be tried; refused while the lock lasts, with the minutes left. */
export function checkLock(lockout: Lockout, now: Date): Decision<true, 'account-locked'> {
  const left = (lockout.lockedUntil?.getTime() ?? 0) - now.getTime()
  return left > 0 ? refuse('account-locked', { minutesLeft: Math.ceil(left / 60_000) }) : agree(true)
}

/**
 * Counts a failure; the one that reaches the number locks the account. Failures during a lock change
 * nothing, so that nobody can keep a person out for ever by trying; a new count begins when the lock has ended.
 */
export function recordFailure(
  lockout: Lockout,
  now: Date,
  settings: LockSettings = defaultSignInSettings,
): Lockout {
  if (!checkLock(lockout, now).ok) return lockout
  const failures = (lockout.lockedUntil ? 0 : lockout.failures) + 1
  if (failures < settings.failuresUntilLock) return { failures, lockedUntil: null }
  return { failures, lockedUntil: new Date(now.getTime() + settings.lockMinutes * 60_000) }
}

/** Tries left before the account is locked. */
export function triesLeft(
  lockout: Lockout,
  now: Date,
  settings: LockSettings = defaultSignInSettings,
): number {
  if (!checkLock(lockout, now).ok) return 0
  return settings.failuresUntilLock - (lockout.lockedUntil ? 0 : lockout.failures)
}
