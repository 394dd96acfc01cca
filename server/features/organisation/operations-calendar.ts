import { calendarRefusals } from '@steward/domain/organisation/calendar-change.ts'
import { festivals } from '@steward/domain/shared/working-days.ts'
import { defineCommand, defineQuery, instant, plainDate } from '#platform/operation.ts'
import { z } from 'zod'
import { day, words } from './operations-org.ts'

const Entry = z.object({
  kind: z.enum(['holiday', 'makeUpDay']),
  festival: z.enum(festivals),
  name: z.string(),
  provisional: z.boolean(),
})

export const showCalendar = defineQuery({
  id: 'calendar.show',
  summary: { zh: '工作日历', en: 'Working-day calendar of a year' },
  input: z.object({ year: z.int().min(2000).max(2100) }),
  output: z.object({
    year: z.int(),
    /** Years with entries. */
    years: z.array(z.int()),
    provisional: z.boolean(),
    days: z.array(Entry.extend({ on: plainDate })),
    changes: z.array(
      z.object({
        on: plainDate,
        before: Entry.nullable(),
        after: Entry.nullable(),
        reason: z.string(),
        by: z.string(),
        at: instant,
      }),
    ),
    mayChange: z.boolean(),
  }),
})

export const changeCalendar = defineCommand({
  id: 'calendar.change',
  summary: { zh: '改工作日历', en: 'Change the working-day calendar' },
  input: z.object({
    days: z
      .array(
        z.object({
          on: day,
          /** Null makes it an ordinary day of its weekday again. */
          entry: Entry.extend({ name: words(30), provisional: z.boolean().default(false) }).nullable(),
        }),
      )
      .min(1)
      .max(60),
    reason: words(200),
  }),
  output: z.object({ changed: z.int() }),
  refusals: calendarRefusals,
})

export const countWorkingDays = defineQuery({
  id: 'calendar.working-days',
  summary: { zh: '算工作日', en: 'Last day of a period of working days' },
  input: z.object({ from: day, count: z.int().min(1).max(250) }),
  output: z.object({
    from: plainDate,
    count: z.int(),
    until: plainDate,
    /** The days counted, in order. */
    days: z.array(plainDate),
    /** A year of the period has no arrangement yet, or a provisional one. */
    uncertain: z.boolean(),
  }),
})
