import { addDays, type PlainDate, weekdayOf } from './plain-date.ts'

export const festivals = [
  'newYear',
  'springFestival',
  'qingming',
  'labourDay',
  'dragonBoat',
  'midAutumn',
  'nationalDay',
  'other',
] as const
export type Festival = (typeof festivals)[number]

/** One day that differs from its weekday; a county may add, change or remove such days. */
export type CalendarDay = {
  readonly day: PlainDate
  /** A holiday is free whatever its weekday; a make-up day is worked although it is a weekend. */
  readonly kind: 'holiday' | 'makeUpDay'
  readonly festival: Festival
  readonly name: string
  /** True while the yearly arrangement of the State Council is not out. */
  readonly provisional: boolean
}

export type WorkingCalendar = {
  readonly holidays: ReadonlySet<PlainDate>
  readonly makeUpDays: ReadonlySet<PlainDate>
  readonly provisionalYears: ReadonlySet<string>
  /** Years that have at least one entry; outside of them only weekends are known. */
  readonly knownYears: ReadonlySet<string>
}

/** Gathers the days into a calendar; a later entry for the same day wins. */
export function toWorkingCalendar(days: Iterable<CalendarDay>): WorkingCalendar {
  const holidays = new Set<PlainDate>()
  const makeUpDays = new Set<PlainDate>()
  const provisionalYears = new Set<string>()
  const knownYears = new Set<string>()
  for (const { day, kind, provisional } of days) {
    const [into, outOf] = kind === 'holiday' ? [holidays, makeUpDays] : [makeUpDays, holidays]
    into.add(day)
    outOf.delete(day)
    knownYears.add(day.slice(0, 4))
    if (provisional) provisionalYears.add(day.slice(0, 4))
  }
  return { holidays, makeUpDays, provisionalYears, knownYears }
}

/** Monday to Friday without holidays, and make-up days. */
export function isWorkingDay(calendar: WorkingCalendar, day: PlainDate): boolean {
  if (calendar.makeUpDays.has(day)) return true
  return weekdayOf(day) <= 5 && !calendar.holidays.has(day)
}

/**
 * The last day of a period of `count` working days that begins the day after `postedOn`.
 * The period runs to the end of the day returned. A count below 1 is a mistake of the caller and throws.
 */
export function addWorkingDays(calendar: WorkingCalendar, postedOn: PlainDate, count: number): PlainDate {
  if (!Number.isInteger(count) || count < 1) throw new RangeError(`working days must be 1 or more: ${count}`)
  let day = postedOn
  for (let left = count; left > 0;) {
    day = addDays(day, 1)
    if (isWorkingDay(calendar, day)) left -= 1
  }
  return day
}

/** Working days after `postedOn` up to and including `until`; 0 when `until` is not later. */
export function countWorkingDays(calendar: WorkingCalendar, postedOn: PlainDate, until: PlainDate): number {
  let count = 0
  for (let day = addDays(postedOn, 1); day <= until; day = addDays(day, 1)) {
    if (isWorkingDay(calendar, day)) count += 1
  }
  return count
}

/** The day itself when it is worked, otherwise the next one that is. */
export function workingDayFrom(calendar: WorkingCalendar, day: PlainDate): PlainDate {
  return isWorkingDay(calendar, day) ? day : addWorkingDays(calendar, day, 1)
}

/** True when a period touches a year whose holidays are unknown or provisional: the screen then says so. */
export function isUncertain(calendar: WorkingCalendar, from: PlainDate, until: PlainDate): boolean {
  for (let year = Number(from.slice(0, 4)); year <= Number(until.slice(0, 4)); year += 1) {
    const text = String(year)
    if (!calendar.knownYears.has(text) || calendar.provisionalYears.has(text)) return true
  }
  return false
}
