import { gradesAreOut, reconcileDrafts } from '@steward/domain/outcomes/outcome-drafting.ts'
import { agree, refuse } from '@steward/domain/shared/decision.ts'
import { findFeedback } from '#features/appraisals/queries-feedback.ts'
import type { SubjectDoor } from '#features/notices/queries-door.ts'
import { findOrg } from '#features/organisation/queries.ts'
import { type Context, handle, type Handled } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import { draftOutcomeUses } from './operations-use.ts'
import {
  countWaiting,
  insertDrafts,
  listGraded,
  listStanding,
  lockAppraisalsBelow,
  withdrawUses,
} from './queries-draft.ts'

/** Brings the drafts of appraisals in line with their grades; of one member only where one is named. The appraisals are locked. */
export async function redraft(
  context: Context,
  of: { readonly appraisalIds: readonly string[]; readonly year: number; readonly memberId: string | null },
): Promise<{ members: number; drafted: number; withdrawn: number }> {
  const { tx } = context
  const graded = await listGraded(tx, of.appraisalIds, of.memberId)
  const standing = await listStanding(tx, of.appraisalIds, of.memberId)
  const { add, withdraw } = reconcileDrafts(graded, standing)
  await withdrawUses(context, withdraw, of.year)
  const places = new Map(graded.map((one) => [one.memberId, one]))
  const drafts = add.flatMap((draft) => {
    const place = places.get(draft.memberId)
    return place === undefined ? [] : [{ ...draft, appraisalId: place.appraisalId, orgId: place.orgId }]
  })
  await insertDrafts(context, of.year, drafts)
  return { members: graded.length, drafted: drafts.length, withdrawn: withdraw.length }
}

const drafting = handle(draftOutcomeUses, async (context, { orgId, year }) => {
  const { tx, access } = context
  const org = (await findOrg(tx, orgId)) ?? problem('not-found')
  access.demandHidden('outcome.draft', { path: org.path })
  const appraisals = await lockAppraisalsBelow(tx, org.path, year)
  const out = appraisals.filter(({ stage }) => gradesAreOut(stage))
  const waiting = await countWaiting(tx, org.path, year)
  if (out.length === 0) return refuse('outcome-grades-not-out', { waiting })
  const appraisalIds = out.map(({ id }) => id)
  const made = await redraft(context, { appraisalIds, year, memberId: null })
  context.note({ orgId, year, drafted: made.drafted, withdrawn: made.withdrawn })
  return agree({ branches: out.length, ...made, waiting })
})

/**
 * A grade put right on appeal takes back what rested on the old one and drafts anew, in the same transaction. Put
 * around the door of grades where the features are put together; nothing happens where nothing was drafted yet.
 */
export function redraftedAfter(door: SubjectDoor): SubjectDoor {
  return {
    find: door.find,
    async uphold(context, kept, answer, right) {
      const upheld = await door.uphold(context, kept, answer, right)
      if (!upheld.ok) return upheld
      const found = await findFeedback(context.tx, kept.objection.subject.id)
      if (found === undefined) return upheld
      const { memberId, year } = found.feedback
      const appraisalIds = [found.appraisalId]
      const standing = await listStanding(context.tx, appraisalIds, memberId)
      if (standing.length > 0) await redraft(context, { appraisalIds, year, memberId })
      return upheld
    },
  }
}

export const draftHandlers: readonly Handled[] = [drafting]
