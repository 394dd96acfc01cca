import { decideBy } from '@steward/domain/claims/review.ts'
import { takeBackDecision } from '@steward/domain/claims/take-back.ts'
import { takesEntries } from '@steward/domain/points/month.ts'
import { agree } from '@steward/domain/shared/decision.ts'
import { toPlainMonth } from '@steward/domain/shared/plain-date.ts'
import { toPoints } from '@steward/domain/shared/points.ts'
import { findEntry } from '#features/points/queries-ledger.ts'
import { postReversal } from '#features/points/queries-posting.ts'
import { type Context, handle, type Handled } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import { closeClaimThing } from './handlers-things.ts'
import * as operations from './operations-review.ts'
import { type ClaimRow, lockClaim, toClaim } from './queries-claim.ts'
import { findMonthState, findStepBefore } from './queries-month.ts'
import { reviewerOf, reviewPermissions } from './queries-reviewer.ts'
import { saveStep } from './queries-step.ts'
import { getVersion, versionsOfRows } from './queries-view.ts'

/** What the ledger says where the reviewer gives no reason of the own. */
const REASON = '审核人撤回刚才的决定'

const takeBack = handle(operations.takeBackDecision, async (context, { claimId, reason }) => {
  const { tx, access, actor, now, today } = context
  const row = (await lockClaim(tx, claimId)) ?? problem('not-found')
  access.demandHidden('claim.read', { path: row.orgPath, memberId: row.memberId })
  if (reviewerOf(context, row) === undefined)
    access.demand(reviewPermissions[row.level], { path: row.orgPath })
  const accountId = actor.accountId ?? problem('forbidden')
  const before = await findStepBefore(tx, row, accountId)
  const { decision: lastDecision } = toClaim(row)
  const judge = (monthPublished: boolean) =>
    takeBackDecision(toClaim(row), accountId, {
      monthPublished,
      before: {
        quantity: before?.quantity ?? row.quantity,
        chosen: before?.chosen == null ? null : toPoints(before.chosen),
      },
    })
  const allowed = judge(false)
  if (!allowed.ok) return allowed
  // The year is held before the month is looked at, as everywhere.
  const month = row.entryId === null ? toPlainMonth(row.deedOn) : await reverse(context, row, reason)
  const state = await findMonthState(tx, row.orgId, month)
  const taken = judge(state !== undefined && !takesEntries(state, 'deed'))
  if (!taken.ok) return taken
  const version = getVersion(await versionsOfRows(tx, [row]), row)
  const last = row.approvals.at(-1)
  const turnedDown = row.state === 'returned' || row.state === 'refused'
  const by = { by: actor.name, accountId }
  await saveStep(
    tx,
    {
      ...{ row, claim: taken.value, entryId: null, round: row.round, at: now },
      decideByOn: decideBy(taken.value, version.decideDays) ?? row.decideByOn,
      decidedByName: taken.value.decision === null ? null : row.decidedByName,
      move: {
        ...{ id: context.newId(), move: 'takeBack', reason, ...by },
        facts: { was: row.state, decisionReason: lastDecision?.reason ?? null },
      },
      approval:
        turnedDown || last === undefined
          ? null
          : { id: context.newId(), level: last.level, takesBack: last.id, ...by },
    },
    today,
  )
  await closeClaimThing(context, 'told', claimId)
  context.note({ claimId, memberId: row.memberId, was: row.state })
  return agree({ state: 'submitted' as const, level: taken.value.level, revision: row.revision + 1 })
})

/** Answers the line with a reversal, never with a deletion; the month the line stands in comes back. */
async function reverse(context: Context, row: ClaimRow, reason: string) {
  const { tx, actor } = context
  const original = (await findEntry(tx, row.entryId ?? '')) ?? problem('not-found')
  const accountId = actor.accountId ?? problem('forbidden')
  const reversed = await postReversal(context, original, {
    ...{ authorId: accountId, reviewerId: accountId, reviewerMemberId: actor.memberId },
    source: { kind: 'claim', id: row.id },
    reason: reason === '' ? REASON : reason,
  })
  // Taken back already by an upheld objection: nothing stands that could be taken back again.
  if (!reversed.ok && reversed.code !== 'entry-already-reversed')
    throw new Error(`A line cannot be reversed: ${reversed.code} ${row.id}`)
  return original.entry.month
}

export const takeBackHandlers: readonly Handled[] = [takeBack]
