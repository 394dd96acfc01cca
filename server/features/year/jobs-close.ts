import { closeYear } from '@steward/domain/year/year-close.ts'
import { closeThing } from '#features/messages/queries.ts'
import type { Context } from '#platform/context.ts'
import { defineJob } from '#platform/jobs.ts'
import { z } from 'zod'
import { closeBranches, lockOrgs, toClosing } from './queries-close.ts'
import { loadBranchYears, toYearFacts } from './queries-facts.ts'
import { saveRun } from './queries-run.ts'
import { thingKeyOf } from './queries-things.ts'

const BRANCHES_AT_ONCE = 40

/**
 * Closes the branches somebody asked to close, some at a time, each time asking the rule again (S-228). It takes up where it was
 * broken off: what is closed stays closed and is counted as done.
 */
export const closeBelowJob = defineJob({
  name: 'year-close-below',
  payload: z.object({ runId: z.uuid(), year: z.int(), orgIds: z.array(z.uuid()) }),
  transaction: false,
  async run(context, { runId, year, orgIds }) {
    let closed = 0
    for (let start = 0; start < orgIds.length; start += BRANCHES_AT_ONCE) {
      const part = orgIds.slice(start, start + BRANCHES_AT_ONCE)
      const done = start + part.length
      closed += await context.inTransaction(async (inner) => {
        const went = await closeSome(inner, part, year)
        const all = closed + went
        const endedAt = done === orgIds.length ? inner.now : null
        await saveRun(inner.tx, runId, { done, closed: all, blocked: done - all, endedAt })
        return went
      })
      await context.progress(done, orgIds.length)
    }
  },
})

async function closeSome(context: Context, orgIds: readonly string[], year: number): Promise<number> {
  const { tx, actor, today, now } = context
  const { accountId } = actor
  if (accountId === null) throw new Error('Nobody asked for it')
  await lockOrgs(tx, orgIds)
  const rows = await loadBranchYears(tx, orgIds, year)
  const standing = rows.filter(({ closing }) => closing !== null).length
  const ready = rows.filter(
    (branch) =>
      branch.closing === null &&
      closeYear('open', year, toYearFacts(branch).facts, { kind: 'person', accountId }, today).ok,
  )
  const by = { name: actor.name, accountId }
  const done = await closeBranches(context, { year, by }, ready.map(toClosing))
  for (const { orgId } of done) await closeThing(tx, thingKeyOf(orgId, year), actor, now)
  return standing + done.length
}
