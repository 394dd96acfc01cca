import { agree, type Decision, refuse } from '../shared/decision.ts'
import { addDays, startOfDay, toPlainDate } from '../shared/plain-date.ts'

/** Minutes of the county's day between which nothing is delivered. `fromMinute` lies after `untilMinute`: it is a night. */
export type QuietHours = { readonly fromMinute: number; readonly untilMinute: number }

/** 21:00 to 7:30; a county may change it. */
export const defaultQuietHours: QuietHours = { fromMinute: 21 * 60, untilMinute: 7 * 60 + 30 }

/** Always quiet, whatever a county sets: 22:00 to 6:00. */
export const leastQuietHours: QuietHours = { fromMinute: 22 * 60, untilMinute: 6 * 60 }

/** And never longer than this, so that a day remains: 18:00 to 9:00. */
export const mostQuietHours: QuietHours = { fromMinute: 18 * 60, untilMinute: 9 * 60 }

export const quietHoursRefusals = [
  'quiet-hours-not-whole',
  'quiet-hours-too-short',
  'quiet-hours-too-long',
] as const

const MINUTE_MS = 60_000

/** Takes a county's quiet hours. Refuses anything but whole minutes, a night shorter than 22:00–6:00 or longer than 18:00–9:00. */
export function checkQuietHours(
  wanted: QuietHours,
): Decision<QuietHours, (typeof quietHoursRefusals)[number]> {
  const { fromMinute, untilMinute } = wanted
  if (!Number.isSafeInteger(fromMinute) || !Number.isSafeInteger(untilMinute))
    return refuse('quiet-hours-not-whole')
  if (fromMinute > leastQuietHours.fromMinute || untilMinute < leastQuietHours.untilMinute)
    return refuse('quiet-hours-too-short', { ...leastQuietHours })
  if (fromMinute < mostQuietHours.fromMinute || untilMinute > mostQuietHours.untilMinute)
    return refuse('quiet-hours-too-long', { ...mostQuietHours })
  return agree(wanted)
}

/** The quiet hours of a stored setting (area `messages`, fields `quietFromMinute` and `quietUntilMinute`); the usual ones where it has none that hold. */
export function toQuietHours(setting: unknown): QuietHours {
  if (typeof setting !== 'object' || setting === null) return defaultQuietHours
  const { quietFromMinute, quietUntilMinute } = { quietFromMinute: null, quietUntilMinute: null, ...setting }
  if (typeof quietFromMinute !== 'number' || typeof quietUntilMinute !== 'number') return defaultQuietHours
  const checked = checkQuietHours({ fromMinute: quietFromMinute, untilMinute: quietUntilMinute })
  return checked.ok ? checked.value : defaultQuietHours
}

/** The form in which the setting keeps them. */
export function fromQuietHours({ fromMinute, untilMinute }: QuietHours): {
  quietFromMinute: number
  quietUntilMinute: number
} {
  return { quietFromMinute: fromMinute, quietUntilMinute: untilMinute }
}

/** Minutes since the county's midnight. */
function minuteOfDay(instant: Date): number {
  return Math.floor((instant.getTime() - startOfDay(toPlainDate(instant)).getTime()) / MINUTE_MS)
}

/** Whether an instant lies in the quiet hours; their end no longer does. */
export function isQuiet(instant: Date, quiet: QuietHours = defaultQuietHours): boolean {
  const minute = minuteOfDay(instant)
  return minute >= quiet.fromMinute || minute < quiet.untilMinute
}

/** When a notice sent at `instant` is delivered: at once, or when the quiet hours end. */
export function deliverAt(instant: Date, quiet: QuietHours = defaultQuietHours): Date {
  if (!isQuiet(instant, quiet)) return instant
  const today = toPlainDate(instant)
  const day = minuteOfDay(instant) >= quiet.fromMinute ? addDays(today, 1) : today
  return new Date(startOfDay(day).getTime() + quiet.untilMinute * MINUTE_MS)
}
