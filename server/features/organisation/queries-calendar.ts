import type { CalendarEntry } from '@steward/domain/organisation/calendar-change.ts'
import { holidays20262027 } from '@steward/domain/shared/holidays-2026-2027.ts'
import { addDays, type PlainDate } from '@steward/domain/shared/plain-date.ts'
import {
  addWorkingDays,
  type CalendarDay,
  toWorkingCalendar,
  type WorkingCalendar,
} from '@steward/domain/shared/working-days.ts'
import type { CountyTx } from '#platform/db.ts'

/** Gives a new county the statutory holidays and make-up days known today; days it has already stay. */
export async function seedCalendar(tx: CountyTx): Promise<void> {
  await tx
    .insert(
      'calendar_day',
      holidays20262027.map(({ day, ...entry }) => ({ day_on: day, ...entry })),
    )
    .onConflict((conflict) => conflict.columns(['county_id', 'day_on']).doNothing())
    .execute()
}

/** The county's entries between two days, both included. */
export async function listCalendarDays(
  tx: CountyTx,
  from: PlainDate,
  until: PlainDate,
): Promise<CalendarDay[]> {
  return await tx.raw<CalendarDay>(
    'calendar-days',
    `select day_on as day, kind, festival, name, provisional from calendar_day
     where county_id = $1 and day_on between $2 and $3 order by day_on`,
    [from, until],
  )
}

/** The working calendar around a period; all entries of the years it touches, so that uncertain years are known. */
export async function loadCalendar(
  tx: CountyTx,
  from: PlainDate,
  until: PlainDate,
): Promise<WorkingCalendar> {
  return toWorkingCalendar(
    await listCalendarDays(
      tx,
      // both are days: year of a checked day with fixed month and day
      `${from.slice(0, 4)}-01-01` as PlainDate,
      `${until.slice(0, 4)}-12-31` as PlainDate,
    ),
  )
}

/** Last day of a period of working days that begins the day after `from`: the door for notices and deadlines. */
export async function workingDaysAfter(
  tx: CountyTx,
  from: PlainDate,
  count: number,
): Promise<{ until: PlainDate; calendar: WorkingCalendar }> {
  const calendar = await loadCalendar(tx, from, addDays(from, count * 2 + 60))
  return { until: addWorkingDays(calendar, from, count), calendar }
}

export type CalendarChangeRow = {
  readonly on: PlainDate
  readonly before: CalendarEntry
  readonly after: CalendarEntry
  readonly reason: string
  readonly by: string
  readonly at: Date
}

/** Changes of a year's days, newest first, and the years that have entries. */
export async function listCalendarChanges(tx: CountyTx, year: number): Promise<CalendarChangeRow[]> {
  return await tx.raw<CalendarChangeRow>(
    'calendar-changes',
    `select day_on as on, before, after, reason, author_name as by, recorded_at as at from calendar_change
     where county_id = $1 and day_on between make_date($2, 1, 1) and make_date($2, 12, 31)
     order by recorded_at desc, day_on limit 100`,
    [year],
  )
}

export async function listCalendarYears(tx: CountyTx): Promise<number[]> {
  const rows = await tx.raw<{ year: number }>(
    'calendar-years',
    'select distinct extract(year from day_on)::int as year from calendar_day where county_id = $1 order by 1',
    [],
  )
  return rows.map(({ year }) => year)
}

/** Days about to be changed; the county's row is locked so that two changes follow one another. */
export async function lockCalendarDays(tx: CountyTx, days: readonly PlainDate[]): Promise<CalendarDay[]> {
  await tx.raw(
    'calendar-lock',
    'select pg_advisory_xact_lock(hashtextextended($1::text /* county_id */, 276))',
    [],
  )
  return await tx.raw<CalendarDay>(
    'calendar-days-lock',
    `select day_on as day, kind, festival, name, provisional from calendar_day
     where county_id = $1 and day_on = any($2) for update`,
    [days],
  )
}

/** Writes days and their history. */
export async function saveCalendarDays(
  tx: CountyTx,
  days: readonly { on: PlainDate; before: CalendarEntry; after: CalendarEntry }[],
  entry: { reason: string; by: string; accountId: string | null; at: Date; newId(): string },
): Promise<void> {
  const gone = days.filter(({ after }) => after === null).map(({ on }) => on)
  if (gone.length > 0) await tx.remove('calendar_day').where('day_on', 'in', gone).execute()
  const kept = days.flatMap(({ on, after }) => (after === null ? [] : [{ day_on: on, ...after }]))
  if (kept.length > 0) {
    await tx
      .insert('calendar_day', kept)
      .onConflict((conflict) =>
        conflict.columns(['county_id', 'day_on']).doUpdateSet((row) => ({
          kind: row.ref('excluded.kind'),
          festival: row.ref('excluded.festival'),
          name: row.ref('excluded.name'),
          provisional: row.ref('excluded.provisional'),
        })),
      )
      .execute()
  }
  await tx
    .insert(
      'calendar_change',
      days.map(({ on, before, after }) => ({
        id: entry.newId(),
        day_on: on,
        before: before && JSON.stringify(before),
        after: after && JSON.stringify(after),
        reason: entry.reason,
        author_name: entry.by,
        account_id: entry.accountId,
        recorded_at: entry.at,
      })),
    )
    .execute()
}
