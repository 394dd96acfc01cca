import { defineJob, type Recurring } from '#platform/jobs.ts'
import { z } from 'zod'
import { noteDefects } from './queries-defect.ts'

/** Notes which defects came and went, so that each has a first day. Twice on one day changes nothing. */
export const noteDefectsJob = defineJob({
  name: 'organisation-note-defects',
  payload: z.object({}),
  async run({ tx, today }) {
    await noteDefects(tx, today)
  },
})

export const organisationJobs = [noteDefectsJob] as const

export const organisationRecurring: readonly Recurring[] = [
  {
    job: noteDefectsJob,
    cron: '10 17 * * *',
    why: 'The list of defects shows since when each is there; looked at once a night (R-025).',
  },
]
