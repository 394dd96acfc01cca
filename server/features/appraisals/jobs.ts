import { appraisalStages, blocksOf } from '@steward/domain/appraisals/appraisal.ts'
import type { Context } from '#platform/context.ts'
import { defineJob, type Recurring } from '#platform/jobs.ts'
import { z } from 'zod'
import { askWhoSeesTo, closeGoOn, tellToGoOn } from './handlers-asking.ts'
import { findAppraisal, loadFacts } from './queries.ts'
import { listRunning } from './queries-things.ts'

const AT_ONCE = 50

/**
 * Asks for what the calendar brings: a notice whose term is over, rectification past its day, a stage in whose way nothing
 * stands any more. Twice on one day opens nothing twice.
 */
export const remindOfAppraisals = defineJob({
  name: 'appraisals-remind',
  payload: z.object({}),
  transaction: false,
  async run(job) {
    const ids = await job.inTransaction(({ tx }) => listRunning(tx))
    for (let at = 0; at < ids.length; at += AT_ONCE) {
      await job.inTransaction(async (context) => {
        for (const id of ids.slice(at, at + AT_ONCE)) await remindOf(context, id)
      })
      await job.progress(Math.min(at + AT_ONCE, ids.length), ids.length)
    }
  },
})

async function remindOf(context: Context, id: string): Promise<void> {
  const of = await findAppraisal(context.tx, id)
  if (of === undefined) return
  await askWhoSeesTo(context, id)
  const { facts } = await loadFacts(context.tx, of, context.today)
  const next = appraisalStages[appraisalStages.indexOf(of.stage) + 1]
  const isFree = blocksOf(of.stage, facts, context.today).length === 0
  if (next !== undefined && isFree) await tellToGoOn(context, of, next)
  else await closeGoOn(context, id)
}

export const appraisalJobs = [remindOfAppraisals] as const
export const appraisalRecurring: readonly Recurring[] = [
  {
    job: remindOfAppraisals,
    cron: '50 22 * * *',
    why: 'What is due in appraisals stands among the things to do before the day begins (R-186, R-190, R-191).',
  },
]
