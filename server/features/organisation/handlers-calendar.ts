import { type CalendarEntry, changeCalendarDay } from '@steward/domain/organisation/calendar-change.ts'
import { agree } from '@steward/domain/shared/decision.ts'
import { addDays, findDay, type PlainDate } from '@steward/domain/shared/plain-date.ts'
import { isUncertain, isWorkingDay } from '@steward/domain/shared/working-days.ts'
import { handle, type Handled } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import * as operations from './operations-calendar.ts'
import {
  listCalendarChanges,
  listCalendarDays,
  listCalendarYears,
  lockCalendarDays,
  saveCalendarDays,
  workingDaysAfter,
} from './queries-calendar.ts'

const show = handle(operations.showCalendar, async ({ tx, access }, { year }) => {
  access.open('everybody')
  const first = findDay(year, 1, 1) ?? problem('not-found')
  const last = findDay(year, 12, 31) ?? problem('not-found')
  const days = await listCalendarDays(tx, first, last)
  return agree({
    year,
    years: await listCalendarYears(tx),
    provisional: days.length === 0 || days.some(({ provisional }) => provisional),
    days: days.map(({ day, ...entry }) => ({ ...entry, on: day })),
    changes: await listCalendarChanges(tx, year),
    mayChange: access.may(['calendar.change'], {}).length > 0,
  })
})

const change = handle(operations.changeCalendar, async (ctx, { days, reason }) => {
  const { tx, access, actor, now, today } = ctx
  access.demand('calendar.change', {})
  const known = await lockCalendarDays(
    tx,
    days.map(({ on }) => on),
  )
  const before = new Map(known.map(({ day, ...entry }) => [day, entry]))
  const changes: { on: PlainDate; before: CalendarEntry; after: CalendarEntry }[] = []
  for (const { on, entry } of days) {
    const decision = changeCalendarDay(on, { before: before.get(on) ?? null, after: entry, reason }, today)
    if (!decision.ok) return { ...decision, details: { ...decision.details, on } }
    changes.push({ on, before: before.get(on) ?? null, after: decision.value })
  }
  const entry = { reason, by: actor.name, accountId: actor.accountId, at: now, newId: () => ctx.newId() }
  await saveCalendarDays(tx, changes, entry)
  ctx.note({ days: days.length })
  return agree({ changed: changes.length })
})

const count = handle(operations.countWorkingDays, async ({ tx, access }, { from, count: asked }) => {
  access.open('everybody')
  const { until, calendar } = await workingDaysAfter(tx, from, asked)
  const days: PlainDate[] = []
  for (let day = addDays(from, 1); day <= until; day = addDays(day, 1))
    if (isWorkingDay(calendar, day)) days.push(day)
  return agree({ from, count: asked, until, days, uncertain: isUncertain(calendar, from, until) })
})

/** The county's working-day calendar; everybody may see what counts. */
export const calendarHandlers: readonly Handled[] = [show, change, count]
