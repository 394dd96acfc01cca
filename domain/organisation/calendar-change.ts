import { agree, type Decision, refuse } from '../shared/decision.ts'
import { type PlainDate, weekdayOf } from '../shared/plain-date.ts'
import type { CalendarDay } from '../shared/working-days.ts'

export const calendarRefusals = [
  'calendar-day-past',
  'calendar-day-unchanged',
  'calendar-make-up-not-weekend',
  'calendar-name-missing',
  'calendar-reason-missing',
] as const
export type CalendarRefusal = (typeof calendarRefusals)[number]

/** What a day becomes: an ordinary day of its weekday, a holiday, or a make-up day. */
export type CalendarEntry = Omit<CalendarDay, 'day'> | null

/**
 * Changes one day of the county's calendar. Refuses a day that is over, because periods that ended stay as
 * they were counted; a make-up day on a working weekday; and a change without a reason or without effect.
 */
export function changeCalendarDay(
  day: PlainDate,
  change: { readonly before: CalendarEntry; readonly after: CalendarEntry; readonly reason: string },
  today: PlainDate,
): Decision<CalendarEntry, CalendarRefusal> {
  const { before, after } = change
  if (change.reason.trim() === '') return refuse('calendar-reason-missing')
  if (day < today) return refuse('calendar-day-past', { today })
  if (isSameEntry(before, after)) return refuse('calendar-day-unchanged')
  if (after === null) return agree(after)
  if (after.name.trim() === '') return refuse('calendar-name-missing')
  if (after.kind === 'makeUpDay' && weekdayOf(day) <= 5) return refuse('calendar-make-up-not-weekend')
  return agree(after)
}

function isSameEntry(a: CalendarEntry, b: CalendarEntry): boolean {
  if (a === null || b === null) return a === b
  return (
    a.kind === b.kind && a.festival === b.festival && a.name === b.name && a.provisional === b.provisional
  )
}
