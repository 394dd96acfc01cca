import { z } from 'zod'
import { defineJob, type Recurring } from './jobs.ts'

const DAY_MS = 86_400_000
/** Nobody repeats a command after so long: browsers give up within minutes, what waits on a phone within days. */
const RECEIPT_DAYS = 45
const PROGRESS_DAYS = 7

/** Removes what the platform kept for a while: receipts, progress of old jobs, limits whose time is over. */
export const upkeepJob = defineJob({
  name: 'platform.upkeep',
  payload: z.object({}),
  async run({ tx, now }) {
    const ago = (days: number) => new Date(now.getTime() - days * DAY_MS)
    await tx.remove('receipt').where('at', '<', ago(RECEIPT_DAYS)).execute()
    await tx.remove('job_progress').where('at', '<', ago(PROGRESS_DAYS)).execute()
    await tx.reference.deleteFrom('rate_limit').where('expire', '<', now.getTime()).execute()
  },
})

export const upkeepRecurring: Recurring = {
  job: upkeepJob,
  cron: '50 18 * * *',
  why: '过期的操作回执、后台进度和限次计数，每天清掉',
}
