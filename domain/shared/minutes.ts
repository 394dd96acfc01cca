import { readHundredths } from './decimal.ts'

/** Study and service time in whole minutes. */
export type Minutes = number & { readonly minutes: unique symbol }

/** Takes whole minutes, not negative; throws otherwise. */
export function toMinutes(minutes: number): Minutes {
  if (!Number.isSafeInteger(minutes) || minutes < 0) throw new RangeError(`not whole minutes: ${minutes}`)
  return minutes as Minutes
}

/** Reads hours as typed, `1.5`; undefined when negative, not a number, or not whole minutes. */
export function readHours(text: string): Minutes | undefined {
  const hundredths = readHundredths(text)
  if (hundredths === undefined || hundredths < 0 || (hundredths * 60) % 100 !== 0) return undefined
  return toMinutes((hundredths * 60) / 100)
}

/** `1小时30分` or `1 h 30 min`; no part that is zero, except `0分` for none at all. */
export function formatMinutes(minutes: Minutes, language: 'zh' | 'en' = 'zh'): string {
  const [hour, minute, gap] = language === 'zh' ? ['小时', '分', ''] : [' h', ' min', ' ']
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  const parts: string[] = []
  if (hours > 0) parts.push(`${hours}${hour}`)
  if (rest > 0 || hours === 0) parts.push(`${rest}${minute}`)
  return parts.join(gap)
}

export function sumMinutes(all: Iterable<Minutes>): Minutes {
  let sum = 0
  for (const minutes of all) sum += minutes
  return toMinutes(sum)
}
