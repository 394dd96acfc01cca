import { agree, type Decision, refuse } from '../shared/decision.ts'
import { addDays, type PlainDate } from '../shared/plain-date.ts'
import { guessedPasswords } from './guessed-passwords.ts'
import { defaultSignInSettings, type SignInSettings } from './settings.ts'

/** Longer ones only cost time at hashing. */
export const maxPasswordLength = 128

export const passwordRefusals = [
  'password-too-short',
  'password-too-long',
  'password-too-few-kinds',
  'password-contains-account-name',
  'password-too-common',
  'password-unchanged',
] as const
export type PasswordRefusal = (typeof passwordRefusals)[number]

export type PasswordFacts = {
  readonly accountName: string
  /** True when it is the password in use; only the server can tell. */
  readonly isCurrent?: boolean
  readonly settings?: Pick<SignInSettings, 'minPasswordLength' | 'minPasswordKinds'>
}

/**
 * Whether a new password may be set. Refuses one that is short, has too few of small letters, capitals,
 * digits and other signs, holds the account's name (also backwards), is among the common ones, or is the one in use.
 * Refusals never repeat the password.
 */
export function checkPassword(password: string, facts: PasswordFacts): Decision<true, PasswordRefusal> {
  const { minPasswordLength, minPasswordKinds } = facts.settings ?? defaultSignInSettings
  const length = [...password].length
  if (length < minPasswordLength) return refuse('password-too-short', { minPasswordLength })
  if (length > maxPasswordLength) return refuse('password-too-long', { maxPasswordLength })
  const kinds = countKinds(password)
  if (kinds < minPasswordKinds) return refuse('password-too-few-kinds', { kinds, minPasswordKinds })
  const small = password.toLowerCase()
  const name = facts.accountName.trim().toLowerCase()
  if (name.length >= 3 && (small.includes(name) || small.includes([...name].toReversed().join('')))) {
    return refuse('password-contains-account-name')
  }
  if (guessedPasswords.has(small)) return refuse('password-too-common')
  return facts.isCurrent ? refuse('password-unchanged') : agree(true)
}

export type PasswordRule = 'length' | 'kinds' | 'account-name' | 'guessed' | 'new'

/**
 * Which rules of a new password are met, each by itself, for showing them while somebody types; whether it may be set
 * is `checkPassword`. `current` is null where there is none to differ from. Nothing typed meets no rule.
 */
export function passwordRulesMet(
  password: string,
  facts: Required<Omit<PasswordFacts, 'isCurrent'>> & { readonly current: string | null },
): Readonly<Record<PasswordRule, boolean>> {
  const { accountName, settings, current } = facts
  const length = [...password].length
  const isTyped = length > 0
  const rest = checkPassword(password, {
    accountName,
    settings: { minPasswordLength: 0, minPasswordKinds: 0 },
  })
  const code = rest.ok ? undefined : rest.code
  return {
    length: length >= settings.minPasswordLength && length <= maxPasswordLength,
    kinds: countKinds(password) >= settings.minPasswordKinds,
    'account-name': isTyped && code !== 'password-contains-account-name',
    guessed: isTyped && code !== 'password-too-common',
    new: isTyped && password !== current,
  }
}

/** How many of the four kinds it has: small letters, capitals, digits, all else. */
export function countKinds(password: string): number {
  return [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/].filter((kind) => kind.test(password)).length
}

/** The last day a password may be used before it must be changed. */
export function passwordLastsUntil(
  setOn: PlainDate,
  settings: Pick<SignInSettings, 'maxPasswordAgeDays'> = defaultSignInSettings,
): PlainDate {
  return addDays(setOn, settings.maxPasswordAgeDays)
}
