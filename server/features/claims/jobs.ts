import { decideBy, escalate } from '@steward/domain/claims/review.ts'
import { defineJob, type Recurring } from '#platform/jobs.ts'
import { z } from 'zod'
import { askToDecide } from './handlers-deduction-things.ts'
import { levelsOf, toClaim } from './queries-claim.ts'
import { listUnanswered } from './queries-deduction.ts'
import { lockOverdue } from './queries-queue.ts'
import { saveStep } from './queries-step.ts'
import { getVersion, versionsOfRows } from './queries-view.ts'

const AT_ONCE = 500

/** Claims nobody decided in the set days go one level up. Twice on one day changes nothing. */
export const escalateClaims = defineJob({
  name: 'claims-escalate',
  payload: z.object({}),
  transaction: false,
  async run(job) {
    for (;;) {
      const moved = await job.inTransaction(async (context) => {
        const { tx, today, now } = context
        const rows = await lockOverdue(tx, today, AT_ONCE)
        const versions = await versionsOfRows(tx, rows)
        for (const row of rows) {
          const { decideDays } = getVersion(versions, row)
          const claim = escalate(toClaim(row), decideDays, today, levelsOf(row))
          const move = {
            id: context.newId(),
            move: 'escalate' as const,
            facts: { to: claim.level, days: decideDays },
          }
          await saveStep(
            tx,
            {
              ...{ row, claim, entryId: null, round: row.round, at: now, approval: null },
              ...{
                decideByOn: decideBy(claim, decideDays) ?? row.decideByOn,
                decidedByName: row.decidedByName,
              },
              move: { ...move, reason: '', by: '', accountId: null },
            },
            today,
          )
        }
        return rows.length
      })
      if (moved < AT_ONCE) return
    }
  },
})

/** Deductions nobody answered in time are put to who decides. Twice on one day changes nothing. */
export const ripenDeductions = defineJob({
  name: 'claims-ripen-deductions',
  payload: z.object({}),
  async run(context) {
    for (const row of await listUnanswered(context.tx, context.today)) await askToDecide(context, row)
  },
})

export const claimJobs = [escalateClaims, ripenDeductions] as const

export const claimRecurring: readonly Recurring[] = [
  {
    job: escalateClaims,
    cron: '5 16 * * *',
    why: 'A claim nobody decided in its days goes one level up, soon after midnight (R-239).',
  },
  {
    job: ripenDeductions,
    cron: '15 16 * * *',
    why: 'When the time to answer a deduction is over, somebody is asked to decide it (R-249).',
  },
]
