import { addDays } from '@steward/domain/shared/plain-date.ts'
import { openThing } from '#features/messages/queries.ts'
import { defineJob, type Recurring } from '#platform/jobs.ts'
import { z } from 'zod'
import { askToConfirm } from './handlers-warning-things.ts'
import { listOverdueAppeals } from './queries-appeal-list.ts'
import { listOverdueTolerance } from './queries-tolerance-list.ts'
import { listChangeDue } from './queries-warning-list.ts'
import { listBodies } from './queries-warning-paper.ts'

/** Days before the day of change on which somebody is asked to look. */
const DAYS_BEFORE = 7
const MINUTES = 3

/**
 * Reminds by date: warnings whose day comes, tolerance cases and appeals past theirs, told one level up. It opens things to do
 * and nothing else; no state is ever entered here. Twice on one day changes nothing.
 */
export const remindOfOutcomes = defineJob({
  name: 'outcomes-remind',
  payload: z.object({}),
  async run(context) {
    const { tx, today, now } = context
    for (const due of await listChangeDue(tx, addDays(today, DAYS_BEFORE))) await askToConfirm(context, due)
    for (const { id, level, dueOn, bodyName, tellOrgId } of await listOverdueAppeals(tx, today)) {
      await openThing(tx, {
        ...{ id: context.newId(), key: `appeal-overdue-${level}-${id}`, kind: 'appeal.overdue', dueOn },
        ...{
          to: { permission: 'warning.attend' as const },
          orgId: tellOrgId,
          facts: { org: bodyName },
          askedBy: '',
        },
        ...{ minutes: MINUTES, subjectId: id, openedAt: now },
      })
    }
    for (const { id, state, memberName, orgId, orgPath, dueOn } of await listOverdueTolerance(tx, today)) {
      const bodies = await listBodies(tx, orgPath)
      await openThing(tx, {
        ...{ id: context.newId(), key: `tolerance-overdue-${state}-${id}`, kind: 'tolerance.overdue', dueOn },
        ...{ to: { permission: 'warning.attend' as const }, orgId: (bodies[1] ?? bodies[0])?.id ?? orgId },
        ...{ facts: { name: memberName }, askedBy: '', minutes: MINUTES, subjectId: id, openedAt: now },
      })
    }
  },
})

export const warningRecurring: readonly Recurring[] = [
  {
    job: remindOfOutcomes,
    cron: '25 16 * * *',
    why: 'Warnings whose day comes are looked at, and late answers on tolerance and appeals are told one level up (R-260, R-268).',
  },
]
