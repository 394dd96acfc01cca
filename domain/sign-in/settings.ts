import { agree, type Decision, refuse } from '../shared/decision.ts'

/** What a county sets for sign-in; it may be stricter than these values, never looser. */
export type SignInSettings = {
  readonly minPasswordLength: number
  /** How many of the four kinds of characters a password has. */
  readonly minPasswordKinds: number
  readonly maxPasswordAgeDays: number
  readonly failuresUntilLock: number
  readonly lockMinutes: number
  readonly idleMinutes: number
  readonly administratorIdleMinutes: number
  readonly absoluteHours: number
  readonly counterCodeHours: number
  readonly counterCodeTries: number
}

export const defaultSignInSettings: SignInSettings = {
  minPasswordLength: 8,
  minPasswordKinds: 3,
  maxPasswordAgeDays: 90,
  failuresUntilLock: 5,
  lockMinutes: 15,
  idleMinutes: 30,
  administratorIdleMinutes: 10,
  absoluteHours: 12,
  counterCodeHours: 72,
  counterCodeTries: 5,
}

type Bound = {
  readonly stricter: 'more' | 'less'
  /** A value beyond it would lock people out. */
  readonly furthest: number
}
const bounds: Readonly<Record<keyof SignInSettings, Bound>> = {
  minPasswordLength: { stricter: 'more', furthest: 32 },
  minPasswordKinds: { stricter: 'more', furthest: 4 },
  maxPasswordAgeDays: { stricter: 'less', furthest: 7 },
  failuresUntilLock: { stricter: 'less', furthest: 3 },
  lockMinutes: { stricter: 'more', furthest: 1440 },
  idleMinutes: { stricter: 'less', furthest: 5 },
  administratorIdleMinutes: { stricter: 'less', furthest: 3 },
  absoluteHours: { stricter: 'less', furthest: 1 },
  counterCodeHours: { stricter: 'less', furthest: 1 },
  counterCodeTries: { stricter: 'less', furthest: 3 },
}
const settingNames = Object.keys(bounds) as (keyof SignInSettings)[] // The record above has exactly these keys.

/** The values a county may set, the smaller first: from the customary one to the strictest. */
export function signInSettingRange(setting: keyof SignInSettings): {
  readonly from: number
  readonly to: number
} {
  const [loosest, { furthest }] = [defaultSignInSettings[setting], bounds[setting]]
  return { from: Math.min(loosest, furthest), to: Math.max(loosest, furthest) }
}

/**
 * Takes a county's settings when each is at least as strict as the customary value.
 * Refuses a looser one, one so strict that nobody could work, and anything but whole numbers.
 */
export function tightenSignInSettings(
  wanted: SignInSettings,
): Decision<SignInSettings, 'setting-not-whole' | 'setting-too-loose' | 'setting-too-strict'> {
  for (const setting of settingNames) {
    const { stricter, furthest } = bounds[setting]
    const [value, loosest] = [wanted[setting], defaultSignInSettings[setting]]
    if (!Number.isSafeInteger(value)) return refuse('setting-not-whole', { setting })
    const sign = stricter === 'more' ? 1 : -1
    if (sign * value < sign * loosest) return refuse('setting-too-loose', { setting, limit: loosest })
    if (sign * value > sign * furthest) return refuse('setting-too-strict', { setting, limit: furthest })
  }
  return agree(wanted)
}
