import { agree, type Decision, refuse } from './decision.ts'
import { findDay, type PlainDate } from './plain-date.ts'
import { squeezeText } from './text.ts'

/** Eighteen characters with a right check digit; the last may be `X`. */
export type IdentityNumber = string & { readonly identityNumber: unique symbol }
export type Sex = 'male' | 'female'

/** What the number itself says about its holder. */
export type IdentityFacts = {
  readonly number: IdentityNumber
  readonly bornOn: PlainDate
  readonly sex: Sex
}

export const identityNumberRefusals = [
  'identity-number-missing',
  'identity-number-old-form',
  'identity-number-wrong-length',
  'identity-number-wrong-characters',
  'identity-number-wrong-birth-date',
  'identity-number-wrong-check-digit',
] as const
export type IdentityNumberRefusal = (typeof identityNumberRefusals)[number]

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checkDigits = '10X98765432'

/**
 * Reads an identity number as people type it and checks it by GB 11643. Refuses the old form of 15 digits,
 * wrong lengths and characters, a birth date the calendar lacks, and a wrong check digit.
 * Refusals never repeat the number.
 */
export function readIdentityNumber(text: string): Decision<IdentityFacts, IdentityNumberRefusal> {
  const number = squeezeText(text)
    .replace(/^'/, '')
    .replace(/[x×χхＸ]$/i, 'X')
  if (number === '') return refuse('identity-number-missing')
  if (/^\d{15}$/.test(number)) return refuse('identity-number-old-form')
  if (number.length !== 18) return refuse('identity-number-wrong-length', { length: number.length })
  if (!/^\d{17}[\dX]$/.test(number)) return refuse('identity-number-wrong-characters')
  const bornOn = findDay(
    Number(number.slice(6, 10)),
    Number(number.slice(10, 12)),
    Number(number.slice(12, 14)),
  )
  if (bornOn === undefined || bornOn < '1900-01-01') return refuse('identity-number-wrong-birth-date')
  if (checkDigitOf(number.slice(0, 17)) !== number[17]) return refuse('identity-number-wrong-check-digit')
  const sex = Number(number[16]) % 2 === 1 ? 'male' : 'female'
  // Checked just above; the brand says so from here on.
  return agree({ number: number as IdentityNumber, bornOn, sex })
}

/** The eighteenth character for the first seventeen digits (GB 11643); throws when they are not digits. */
export function checkDigitOf(first17: string): string {
  if (!/^\d{17}$/.test(first17)) throw new RangeError('seventeen digits are needed')
  let sum = 0
  for (const [index, weight] of weights.entries()) sum += weight * Number(first17[index])
  return checkDigits.charAt(sum % 11)
}

/** Only the last four characters, so that birthday and home district stay hidden. */
export function maskIdentityNumber(number: string): string {
  return number.length <= 4 ? '****' : `${'*'.repeat(number.length - 4)}${number.slice(-4)}`
}

/** What a form or sheet states beside the number; a birth date may be known to the month or the year only. */
export type StatedIdentity = {
  readonly bornOn?: { readonly day: PlainDate; readonly precision: 'day' | 'month' | 'year' }
  readonly sex?: Sex
}
export type IdentityDifference = 'birth-date-differs' | 'sex-differs'

/** What is stated and the number contradicts; empty when all agrees. */
export function compareWithStated(facts: IdentityFacts, stated: StatedIdentity): IdentityDifference[] {
  const differences: IdentityDifference[] = []
  if (stated.bornOn) {
    const length = { day: 10, month: 7, year: 4 }[stated.bornOn.precision]
    if (facts.bornOn.slice(0, length) !== stated.bornOn.day.slice(0, length))
      differences.push('birth-date-differs')
  }
  if (stated.sex && stated.sex !== facts.sex) differences.push('sex-differs')
  return differences
}
