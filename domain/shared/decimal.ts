import { squeezeText } from './text.ts'

/** Reads `12`, `-1.5`, `+0.25` into whole hundredths without floating arithmetic; undefined for anything else. */
export function readHundredths(text: string): number | undefined {
  const found = /^([+-]?)(\d{1,9})(?:\.(\d{1,2}))?$/.exec(squeezeText(text))
  if (!found) return undefined
  const whole = Number(found[2]) * 100 + Number((found[3] ?? '').padEnd(2, '0'))
  return found[1] === '-' && whole !== 0 ? -whole : whole
}

/** Writes whole hundredths with up to two places; `places: 2` keeps the zeros, as money does. */
export function formatHundredths(hundredths: number, places: 0 | 2 = 0): string {
  const sign = hundredths < 0 ? '-' : ''
  const size = Math.abs(hundredths)
  const part = String(size % 100).padStart(2, '0')
  const shown = places === 2 ? part : part.replace(/0+$/, '')
  return `${sign}${Math.floor(size / 100)}${shown === '' ? '' : `.${shown}`}`
}

/** `value × numerator ÷ denominator` in whole numbers, half away from zero. */
export function scaleWhole(value: number, numerator: number, denominator: number): number {
  if (![value, numerator, denominator].every(Number.isSafeInteger) || denominator <= 0) {
    throw new RangeError('whole numbers and a positive denominator are needed')
  }
  const product = BigInt(value) * BigInt(numerator)
  const size = product < 0n ? -product : product
  const rounded = (size * 2n + BigInt(denominator)) / (BigInt(denominator) * 2n)
  return Number(product < 0n ? -rounded : rounded)
}
