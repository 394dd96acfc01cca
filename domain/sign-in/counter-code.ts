import { agree, type Decision, refuse } from '../shared/decision.ts'
import { squeezeText } from '../shared/text.ts'
import { defaultSignInSettings, type SignInSettings } from './settings.ts'

/** Digits only, because the code is read from paper and typed on any phone, by elders too. */
export const counterCodeDigits = 8

/** A code printed at the counter for a person without a phone of their own; used once. */
export type CounterCode = {
  readonly accountId: string
  readonly issuedBy: string
  readonly issuedAt: Date
  readonly expiresAt: Date
  readonly usedAt: Date | null
  readonly wrongTries: number
  /** A newer code or an officer has made it void. */
  readonly voidedAt: Date | null
}

export type CounterCodeRefusal =
  | 'counter-code-own-account'
  | 'counter-code-used'
  | 'counter-code-void'
  | 'counter-code-expired'
  | 'counter-code-too-many-tries'
  | 'counter-code-wrong'
type CodeSettings = Pick<SignInSettings, 'counterCodeHours' | 'counterCodeTries'>

/** Issues a code for somebody else's account; an officer prints none for their own. */
export function issueCounterCode(
  accountId: string,
  issuedBy: string,
  now: Date,
  settings: CodeSettings = defaultSignInSettings,
): Decision<CounterCode, CounterCodeRefusal> {
  if (accountId === issuedBy) return refuse('counter-code-own-account')
  const expiresAt = new Date(now.getTime() + settings.counterCodeHours * 3_600_000)
  return agree({ accountId, issuedBy, issuedAt: now, expiresAt, usedAt: null, wrongTries: 0, voidedAt: null })
}

/**
 * Tries a code; `matches` says whether the typed digits are the right ones. Refuses a used, void or expired code,
 * one with too many wrong tries, and wrong digits; what to store after wrong digits is `countWrongTry`.
 */
export function redeemCounterCode(
  code: CounterCode,
  matches: boolean,
  now: Date,
  settings: CodeSettings = defaultSignInSettings,
): Decision<CounterCode, CounterCodeRefusal> {
  if (code.usedAt) return refuse('counter-code-used')
  if (code.voidedAt) return refuse('counter-code-void')
  if (code.wrongTries >= settings.counterCodeTries) return refuse('counter-code-too-many-tries')
  if (now >= code.expiresAt) return refuse('counter-code-expired')
  if (!matches)
    return refuse('counter-code-wrong', { triesLeft: settings.counterCodeTries - code.wrongTries - 1 })
  return agree({ ...code, usedAt: now })
}

export function countWrongTry(code: CounterCode): CounterCode {
  return { ...code, wrongTries: code.wrongTries + 1 }
}

/** Reads the code as typed, with blanks or dashes; undefined when it is not eight digits. */
export function readCounterCode(text: string): string | undefined {
  const digits = squeezeText(text).replace(/[-—–]/g, '')
  return /^\d{8}$/.test(digits) ? digits : undefined
}

/** `12345678` as printed: `1234 5678`. */
export function formatCounterCode(digits: string): string {
  return `${digits.slice(0, 4)} ${digits.slice(4)}`
}
