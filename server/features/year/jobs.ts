import { addDays, plainDate, yearOf } from '@steward/domain/shared/plain-date.ts'
import { openThings } from '#features/messages/queries.ts'
import { defineJob, type Job, type Recurring } from '#platform/jobs.ts'
import { z } from 'zod'
import { closeBelowJob } from './jobs-close.ts'
import { findCountyOrg, listYearsToFollow } from './queries.ts'
import { carryAgain } from './queries-close.ts'
import { loadYearsBelow } from './queries-facts.ts'
import { thingKeyOf } from './queries-things.ts'

/** Results that a late objection or appeal has changed are carried again, each with its reason. */
const follow = defineJob({
  name: 'year-follow',
  payload: z.object({}),
  async run(context) {
    for (const year of await listYearsToFollow(context.tx, yearOf(context.today)))
      await carryAgain(context, year)
  },
})

const MINUTES = 15
/** The outcomes of a year are due by the end of January. */
const DAYS = 30

/** From New Year on each branch finds once what keeps its last year open; it never gets louder (S-228). */
const remind = defineJob({
  name: 'year-remind',
  payload: z.object({}),
  async run({ tx, now, today, newId }) {
    const year = yearOf(today) - 1
    const county = await findCountyOrg(tx)
    if (county === undefined) return
    const open = (await loadYearsBelow(tx, county.path, year)).filter(
      ({ closing, members }) => closing === null && members > 0,
    )
    await openThings(
      tx,
      open.map(({ orgId, orgName }) => ({
        ...{ id: newId(), key: thingKeyOf(orgId, year), kind: 'year.close' },
        ...{ to: { permission: 'year.close' as const }, orgId, facts: { year, org: orgName } },
        ...{ dueOn: addDays(plainDate(`${year + 1}-01-01`), DAYS), minutes: MINUTES },
        ...{ askedBy: '', subjectId: orgId, openedAt: now },
      })),
    )
  },
})

export const yearJobs: readonly Job[] = [closeBelowJob, follow, remind]
export const yearRecurring: readonly Recurring[] = [
  {
    job: follow,
    cron: '35 16 * * *',
    why: 'What an objection changed yesterday is carried again today (R-218)',
  },
  {
    job: remind,
    cron: '20 23 1-10 1 *',
    why: 'In the first days of January branches find what keeps last year open',
  },
]
