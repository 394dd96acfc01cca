import { addDays, endOfDay, type PlainDate, startOfDay, toPlainDate } from '../shared/plain-date.ts'

/** Minutes of the county's day between which nothing is delivered; no night messages. `from` may lie after `until`. */
export type QuietHours = { readonly fromMinute: number; readonly untilMinute: number }

/** 21:00 to 7:30; a county may change it. */
export const defaultQuietHours: QuietHours = { fromMinute: 21 * 60, untilMinute: 7 * 60 + 30 }

const MINUTE_MS = 60_000

/** Minutes since the county's midnight. */
function minuteOfDay(instant: Date): number {
  return Math.floor((instant.getTime() - startOfDay(toPlainDate(instant)).getTime()) / MINUTE_MS)
}

/** Whether an instant lies in the quiet hours; their end no longer does. */
export function isQuiet(instant: Date, quiet: QuietHours = defaultQuietHours): boolean {
  const minute = minuteOfDay(instant)
  return quiet.fromMinute <= quiet.untilMinute
    ? minute >= quiet.fromMinute && minute < quiet.untilMinute
    : minute >= quiet.fromMinute || minute < quiet.untilMinute
}

/** When a message sent at `instant` is delivered: at once, or when the quiet hours end. */
export function deliverAt(instant: Date, quiet: QuietHours = defaultQuietHours): Date {
  if (!isQuiet(instant, quiet)) return instant
  const today: PlainDate = toPlainDate(instant)
  const overMidnight = quiet.fromMinute > quiet.untilMinute && minuteOfDay(instant) >= quiet.fromMinute
  const day = overMidnight ? addDays(today, 1) : today
  return new Date(startOfDay(day).getTime() + quiet.untilMinute * MINUTE_MS)
}

/** The last moment of the day by which a message asks for an answer. */
export function answerUntil(dueOn: PlainDate): Date {
  return endOfDay(dueOn)
}
