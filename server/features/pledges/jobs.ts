import { toPledgeSettings, windowOf } from '@steward/domain/pledges/pledge-settings.ts'
import { addDays, yearOf } from '@steward/domain/shared/plain-date.ts'
import { closePastThings, type NewThing, openThings } from '#features/messages/queries.ts'
import type { Context } from '#platform/context.ts'
import { findSetting } from '#platform/county-settings.ts'
import { defineJob, type Recurring } from '#platform/jobs.ts'
import { z } from 'zod'
import { windowKey } from './handlers-things.ts'
import { listDueSoon, listWithoutPledge, type ToRemind } from './queries-things.ts'

const MINUTES_TO_WRITE = 10
const MINUTES_TO_LOOK = 2
/** A pledge that comes due within a week is named once. */
const DAYS_BEFORE_DUE = 7
const AT_ONCE = 300

/** Reminds of the window and of what comes due (S-184, S-186). Twice on one day opens nothing twice. */
export const remindOfPledges = defineJob({
  name: 'pledges-remind',
  payload: z.object({}),
  async run(ctx) {
    const { tx, today, actor, now } = ctx
    for (const kind of ['pledge.window', 'pledge.due']) await closePastThings(tx, kind, today, actor, now)
    const settings = toPledgeSettings((await findSetting(tx, 'pledges', today))?.value)
    const year = yearOf(today)
    const { until } = windowOf({ kind: 'year', year }, settings)
    const things: NewThing[] = []
    if (today <= until) {
      for (const one of await listWithoutPledge(tx, year, today))
        things.push({
          ...reminder(ctx, one),
          key: windowKey(one.memberId, year),
          kind: 'pledge.window',
          facts: { org: one.orgName, year },
          dueOn: until,
          minutes: MINUTES_TO_WRITE,
          subjectId: null,
        })
    }
    for (const one of await listDueSoon(tx, today, addDays(today, DAYS_BEFORE_DUE)))
      things.push({
        ...reminder(ctx, one),
        key: `pledge-due-${one.pledgeId}`,
        kind: 'pledge.due',
        facts: { text: one.text, org: one.orgName },
        dueOn: one.dueOn,
        minutes: MINUTES_TO_LOOK,
        subjectId: one.pledgeId,
      })
    for (let at = 0; at < things.length; at += AT_ONCE) await openThings(tx, things.slice(at, at + AT_ONCE))
  },
})

function reminder({ newId, now }: Context, { accountId, orgId, orgName }: ToRemind) {
  return { id: newId(), to: { accountId }, orgId, askedBy: orgName, openedAt: now }
}

export const pledgeJobs = [remindOfPledges] as const
export const pledgeRecurring: readonly Recurring[] = [
  {
    job: remindOfPledges,
    cron: '40 22 * * *',
    why: 'The window of pledges and what comes due within a week, before the day begins (S-184, S-186).',
  },
]
