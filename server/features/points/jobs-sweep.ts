import { isLate } from '@steward/domain/points/month.ts'
import { parsePlainMonth } from '@steward/domain/shared/plain-date.ts'
import { openNoticeThing } from '#features/notices/queries.ts'
import type { Context } from '#platform/context.ts'
import { defineJob } from '#platform/jobs.ts'
import { z } from 'zod'
import { closeMany, lockMany, publishMany } from './queries-month-bulk.ts'
import { openStatementThings } from './queries-statement-thing.ts'
import { saveSweep } from './queries-sweep.ts'

const BRANCHES_AT_ONCE = 60

/** Late branches go on notice, those whose notice has run are closed; what is blocked stays where it is. */
export const sweepJob = defineJob({
  name: 'points-sweep',
  payload: z.object({ sweepId: z.uuid(), month: z.string(), orgIds: z.array(z.uuid()) }),
  transaction: false,
  async run(context, { sweepId, month: text, orgIds }) {
    const month = parsePlainMonth(text)
    if (month === undefined) throw new Error(`No month: ${text}`)
    let moved = 0
    for (let start = 0; start < orgIds.length; start += BRANCHES_AT_ONCE) {
      const part = orgIds.slice(start, start + BRANCHES_AT_ONCE)
      const done = start + part.length
      moved += await context.inTransaction(async (inner) => {
        const went = await sweepSome(inner, part, month)
        const all = moved + went
        const endedAt = done === orgIds.length ? inner.now : null
        await saveSweep(inner.tx, sweepId, { done, moved: all, blocked: done - all, endedAt })
        return went
      })
      await context.progress(done, orgIds.length)
    }
  },
})

async function sweepSome(
  context: Context,
  orgIds: readonly string[],
  month: NonNullable<ReturnType<typeof parsePlainMonth>>,
): Promise<number> {
  const rows = await lockMany(context, orgIds, month)
  const closed = await closeMany(context, rows, month, 'committeeAbove')
  await openStatementThings(context, closed.orgIds, month)
  const late = rows.filter(({ state }) => isLate(state, month, context.today))
  const published = await publishMany(context, late, month, 'committeeAbove')
  for (const kept of published) await openNoticeThing(context, kept, 'check')
  return closed.orgIds.length + published.length
}
