import type { Role } from '@steward/domain/access/roles.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import { readSecondFactorRoles } from '@steward/domain/sign-in/second-factor.ts'
import { defaultSignInSettings, type SignInSettings } from '@steward/domain/sign-in/settings.ts'
import { findSetting, insertSetting } from '#platform/county-settings.ts'
import type { CountyTx } from '#platform/db.ts'

export const SIGN_IN_AREA = 'sign-in'

/** The county's rules of sign-in: the numbers, and the roles that need a second factor. */
export type SignInRules = { readonly numbers: SignInSettings; readonly secondFactorRoles: readonly Role[] }

/** Reads a kept document; numbers it lacks have their customary value. */
export function readSignInRules(value: unknown): SignInRules {
  const kept: Record<string, unknown> = typeof value === 'object' && value !== null ? { ...value } : {}
  const numberOf = (key: keyof SignInSettings) => {
    const number = kept[key]
    return typeof number === 'number' ? number : defaultSignInSettings[key]
  }
  const keys = Object.keys(defaultSignInSettings) as (keyof SignInSettings)[] // The record has exactly these keys.
  const words = Array.isArray(kept['secondFactorRoles']) ? kept['secondFactorRoles'].map(String) : []
  return {
    numbers: Object.fromEntries(keys.map((key) => [key, numberOf(key)])) as SignInSettings, // Each key has its number.
    secondFactorRoles: readSecondFactorRoles(words),
  }
}

/** The rules that count on a day. */
export async function findSignInRules(tx: CountyTx, day: PlainDate): Promise<SignInRules> {
  return readSignInRules((await findSetting(tx, SIGN_IN_AREA, day))?.value)
}

/** Keeps new rules from a day on. */
export async function saveSignInRules(
  tx: CountyTx,
  rules: SignInRules,
  entry: { fromOn: PlainDate; decidedBy: string; decidedAt: Date },
): Promise<void> {
  await insertSetting(tx, SIGN_IN_AREA, {
    ...entry,
    value: { ...rules.numbers, secondFactorRoles: rules.secondFactorRoles },
  })
}
