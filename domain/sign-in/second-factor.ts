import { isRole, type Role, ROLES } from '../access/roles.ts'
import { agree, type Decision, refuse } from '../shared/decision.ts'

/** Length of a time step of the second factor in seconds (RFC 6238). */
export const secondsPerStep = 30
/** Steps before and after the present one that still count, for phones whose clock is off. */
export const stepsTolerated = 1

/** The number of the time step of an instant. */
export function stepAt(now: Date): number {
  return Math.floor(now.getTime() / 1000 / secondsPerStep)
}

/**
 * Whether a code may be used: `step` is the step it belongs to, undefined where it fits none. Refuses a wrong one, and
 * one of a step that was used before, so that a code that was overseen opens nothing.
 */
export function checkStep(
  step: number | undefined,
  lastStep: number | null,
): Decision<number, 'second-factor-wrong' | 'second-factor-used'> {
  if (step === undefined) return refuse('second-factor-wrong')
  return lastStep !== null && step <= lastStep ? refuse('second-factor-used') : agree(step)
}

/** Reads the six digits as typed, with blanks; undefined when it is not six digits. */
export function readStepCode(text: string): string | undefined {
  const digits = text.replace(/[\s\u3000]/g, '').normalize('NFKC')
  return /^\d{6}$/.test(digits) ? digits : undefined
}

/** The roles a county may ask a second factor of: all of them, in the order of the access table. */
export function readSecondFactorRoles(words: readonly string[]): Role[] {
  const wanted = new Set(words.filter(isRole))
  return (Object.keys(ROLES) as Role[]).filter((role) => wanted.has(role)) // The record has exactly these keys.
}

/** What the account must still do before anything else works. */
export type MustFirst = 'password-change-first' | 'second-factor-first' | null

export type Readiness = {
  readonly openedWith: 'password' | 'counter-code'
  readonly mustChangePassword: boolean
  readonly roles: readonly string[]
  readonly secondFactorConfirmed: boolean
  /** Whether the second factor was shown in this session. */
  readonly secondFactorShown: boolean
  /** Roles the county asks a second factor of. */
  readonly demandedOf: readonly string[]
}

/**
 * What comes first. A second factor that is set up is asked for before anything, so that a found-out password alone
 * changes nothing; then a temporary or aged password is changed; then a demanded second factor is set up. A code from
 * the counter takes the place of both for its session, so that nobody without a phone is stopped.
 */
export function mustFirst(readiness: Readiness): MustFirst {
  const { openedWith, mustChangePassword, roles, secondFactorConfirmed, secondFactorShown, demandedOf } =
    readiness
  if (openedWith === 'counter-code') return null
  if (secondFactorConfirmed && !secondFactorShown) return 'second-factor-first'
  if (mustChangePassword) return 'password-change-first'
  const isDemanded = roles.some((role) => demandedOf.includes(role))
  return isDemanded && !secondFactorShown ? 'second-factor-first' : null
}
