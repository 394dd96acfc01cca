import { defineJob, type Recurring } from '#platform/jobs.ts'
import { z } from 'zod'
import { askForEnd } from './handlers-disposal-things.ts'
import { listEndingOrders } from './queries-disposal-list.ts'

/** Days before the last one from which the branch is asked to prepare the assembly. */
export const askDaysBefore = 14

/**
 * Asks the branch to put a correction order whose term is over, or soon will be, before the assembly. It ends nothing and
 * writes no state. Twice on one day changes nothing.
 */
export const remindOfEnds = defineJob({
  name: 'outcomes-disposal-ends',
  payload: z.object({}),
  async run(context) {
    for (const { until, ...of } of await listEndingOrders(context.tx, context.today, askDaysBefore)) {
      await askForEnd(context, of, until)
    }
  },
})

export const disposalRecurring: readonly Recurring[] = [
  {
    job: remindOfEnds,
    cron: '25 16 * * *',
    why: 'When the term of a correction order ends soon, the branch is asked to put it before the assembly (R-205).',
  },
]
