import { defineCommand, plainDate } from '#platform/operation.ts'
import { z } from 'zod'
import { logOperations } from './operations-log.ts'
import { monthOperations } from './operations-month.ts'
import { rankingOperations } from './operations-ranking.ts'
import { points, year, yearOperations } from './operations-year.ts'

export const bringAlong = defineCommand({
  id: 'points.bring-along',
  summary: {
    zh: '登记外地转来党员的积分证明',
    en: 'Record the certified score of a member who came from elsewhere',
  },
  input: z.object({
    memberId: z.uuid(),
    year,
    /** The certified score of the last year. */
    certified: points.min(0).max(100_000),
    certificate: z.object({
      body: z.string().trim().min(1).max(80),
      number: z.string().trim().min(1).max(80),
      on: plainDate,
    }),
  }),
  output: z.object({ base: points, before: points }),
  refusals: ['base-not-scored', 'base-carried-over', 'base-already-brought', 'entry-own-review'],
})

export const pointsOperations = {
  bringAlong,
  ...yearOperations,
  ...monthOperations,
  ...rankingOperations,
  ...logOperations,
}
