import { rolesHolding } from '@steward/domain/access/roles.ts'
import { findPrivate } from '@steward/domain/notices/privacy.ts'
import { checkHollow } from '@steward/domain/pledges/hollow-words.ts'
import { evaluatePledge } from '@steward/domain/pledges/pledge-outcome.ts'
import * as review from '@steward/domain/pledges/pledge-review.ts'
import { isOwnPledge, type Pledge, writePledge } from '@steward/domain/pledges/pledge.ts'
import { agree, refuse } from '@steward/domain/shared/decision.ts'
import { daysBetween, yearOf } from '@steward/domain/shared/plain-date.ts'
import { type Context, handle, type Handled } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import { checkRevision, lockOne, maySee, mayReview } from './handlers-locking.ts'
import { closeToRead, openToMend, openToRead } from './handlers-things.ts'
import * as operations from './operations-review.ts'
import { listQueue, lockPledges, savePledge } from './queries-pledge.ts'
import { isPlanItemOf } from './queries-plan.ts'
import * as kept from './queries-review.ts'
import { type PledgeColumns, toPledge, toPledgeRow } from './queries-row.ts'

const ALL_YES = { publicWish: true, strength: true, organisationNeed: true, concrete: true }
const NONE_GIVEN = { publicWish: false, strength: false, organisationNeed: false, concrete: false }

const queue = handle(operations.listPledgeQueue, async (ctx, { orgId, limit }) => {
  const { tx, access, today } = ctx
  if (!isReader(ctx)) access.demandSomewhere('pledge.review-above')
  const from = ctx.actor.holdings.flatMap(({ permission, orgPath }) =>
    permission === 'pledge.review-above' ? [orgPath] : [],
  )
  const readerRoles = rolesHolding('pledge.review')
  const found = await listQueue(tx, access, { orgId, limit, readerRoles, from })
  const rows = found.rows.map((row) => {
    const pledge = toPledge(row)
    const { others, keptBefore, pledgedBefore } = row
    return {
      ...toPledgeRow(row, today),
      ...{ others, keptBefore, pledgedBefore },
      waitingDays: row.submittedOn === null ? 0 : daysBetween(row.submittedOn, today),
      together:
        row.state === 'submitted' &&
        review.mayAcceptTogether(pledge, checkHollow(pledge.text, pledge.fields)),
      barred: isOwnPledge(pledge.pledger, reviewerOf(ctx)),
    }
  })
  return agree({ rows, total: found.total })
})

function isReader({ actor }: Context): boolean {
  return actor.holdings.some(({ permission }) => permission === 'pledge.review')
}

function reviewerOf({ actor }: Context): review.Reviewer {
  return { accountId: actor.accountId ?? '', memberId: actor.memberId }
}

/** The pledge to be decided on, locked, within the caller's reach. */
async function lockForReview(ctx: Context, pledgeId: string): Promise<PledgeColumns> {
  const row = await lockOne(ctx, pledgeId)
  if (!mayReview(ctx.access, row)) {
    if (maySee(ctx, row)) problem('forbidden', { permission: 'pledge.review' })
    problem('not-found')
  }
  return row
}

const accept = handle(operations.acceptPledge, async (ctx, { pledgeId, revision, answers, comment }) => {
  const before = await lockForReview(ctx, pledgeId)
  const fresh = checkRevision(before, revision)
  if (!fresh.ok) return fresh
  const accepted = review.acceptPledge(toPledge(before), answers, reviewerOf(ctx))
  if (!accepted.ok) return accepted
  await savePledge(ctx, before, accepted.value)
  await kept.insertReviews(ctx, [pledgeId], { decision: 'accepted', answers, comment, together: false })
  await closeToRead(ctx, before)
  ctx.note({ pledgeId, orgId: before.orgId, memberId: before.memberId })
  return agree({ state: accepted.value.state, revision: before.revision + 1 })
})

const together = handle(operations.acceptTogether, async (ctx, { pledges }) => {
  const wanted = new Map(pledges.map(({ pledgeId, revision }) => [pledgeId, revision]))
  const rows = await lockPledges(ctx.tx, [...wanted.keys()])
  if (rows.length < wanted.size) problem('not-found')
  for (const row of rows) {
    if (!mayReview(ctx.access, row)) problem('not-found')
    const fresh = checkRevision(row, wanted.get(row.id) ?? 0)
    if (!fresh.ok) return fresh
    const pledge = toPledge(row)
    const accepted = review.acceptPledge(pledge, ALL_YES, reviewerOf(ctx))
    if (!accepted.ok) return accepted
    if (!review.mayAcceptTogether(pledge, checkHollow(pledge.text, pledge.fields)))
      return refuse('pledge-hinted-alone', { name: row.name, text: row.text })
  }
  const ids = rows.map(({ id }) => id)
  await kept.saveAccepted(ctx, ids)
  await kept.insertReviews(ctx, ids, { decision: 'accepted', answers: ALL_YES, comment: '', together: true })
  for (const [, row] of new Map(rows.map((each) => [each.orgId, each]))) await closeToRead(ctx, row)
  ctx.note({ accepted: ids.length, pledgeIds: ids })
  return agree({ accepted: ids.length })
})

const giveBack = handle(operations.returnPledge, async (ctx, { pledgeId, revision, answers, ...given }) => {
  const before = await lockForReview(ctx, pledgeId)
  const fresh = checkRevision(before, revision)
  if (!fresh.ok) return fresh
  const returned = review.returnPledge(toPledge(before), given, reviewerOf(ctx), ctx.today)
  if (!returned.ok) return returned
  await savePledge(ctx, before, returned.value, { note: given.reason })
  await kept.insertReturn(ctx, pledgeId, given)
  const said = { decision: 'returned' as const, answers: answers ?? NONE_GIVEN, comment: given.reason }
  if (answers !== null) await kept.insertReviews(ctx, [pledgeId], { ...said, together: false })
  if (returned.value.state === 'returned') await openToMend(ctx, before)
  await closeToRead(ctx, before)
  ctx.note({ pledgeId, orgId: before.orgId, memberId: before.memberId, part: given.part })
  return agree({ state: returned.value.state, revision: before.revision + 1 })
})

/** Words change at the talk itself, whether it came after a return or at once. */
function atTable(pledge: Pledge): Pledge {
  return pledge.state === 'submitted' ? { ...pledge, state: 'toTalk' } : pledge
}

const talk = handle(operations.recordTalk, async (ctx, { pledgeId, revision, written, ...said }) => {
  const before = await lockForReview(ctx, pledgeId)
  const fresh = checkRevision(before, revision)
  if (!fresh.ok) return fresh
  if (isOwnPledge(toPledge(before).pledger, reviewerOf(ctx))) return refuse('pledge-own-review')
  if (said.on > ctx.today) return refuse('pledge-talk-in-future')
  const agreed =
    written === null
      ? agree(toPledge(before))
      : writePledge(atTable(toPledge(before)), written, before.memberId)
  if (!agreed.ok) return agreed
  const planItemId = written === null ? before.planItemId : written.planItemId
  if (planItemId !== null && planItemId !== before.planItemId) {
    const { period } = agreed.value
    const year = period.kind === 'month' ? yearOf(period.month) : period.year
    if (!(await isPlanItemOf(ctx.tx, planItemId, before.orgId, year))) return refuse('plan-item-elsewhere')
  }
  const after = review.recordTalk({ ...agreed.value, planItemId }, said)
  if (!after.ok) return after
  await savePledge(ctx, before, after.value, { skill: written?.skill ?? before.skill, note: said.agreed })
  await kept.insertTalk(ctx, pledgeId, said)
  ctx.note({ pledgeId, orgId: before.orgId, memberId: before.memberId, talkedOn: said.on })
  return agree({ state: after.value.state, revision: before.revision + 1 })
})

const takeBack = handle(operations.takeBackAcceptance, async (ctx, { pledgeId }) => {
  const before = await lockForReview(ctx, pledgeId)
  const acceptedBy = await kept.findAcceptedBy(ctx.tx, pledgeId)
  const back = review.takeBackAcceptance(toPledge(before), acceptedBy, ctx.actor.accountId)
  if (!back.ok) return back
  await savePledge(ctx, before, back.value)
  const said = { decision: 'takenBack' as const, answers: NONE_GIVEN, comment: '', together: false }
  await kept.insertReviews(ctx, [pledgeId], said)
  await openToRead(ctx, before, false)
  ctx.note({ pledgeId, orgId: before.orgId })
  return agree({ state: back.value.state, revision: before.revision + 1 })
})

const judge = handle(operations.judgePledge, async (ctx, { pledgeId, outcome, explanation, heardOn }) => {
  const before = await lockOne(ctx, pledgeId)
  const target = { path: before.path }
  if (!ctx.access.can('pledge.judge', target)) {
    if (maySee(ctx, before)) problem('forbidden', { permission: 'pledge.judge' })
    problem('not-found')
  }
  if (heardOn !== null && heardOn > ctx.today) return refuse('pledge-heard-in-future')
  // The explanation is read by everybody beside the pledge.
  const found = findPrivate('explanation', explanation)
  if (found.length > 0) return refuse('pledge-private-content', { found: found.map(({ words }) => words) })
  const row = toPledgeRow(before, ctx.today)
  const evaluation = { outcome, by: reviewerOf(ctx), explanation, heard: heardOn !== null }
  const judged = evaluatePledge(toPledge(before), evaluation, row.progress, ctx.today)
  if (!judged.ok) return judged
  await savePledge(ctx, before, judged.value, { note: explanation })
  await kept.insertOutcome(ctx, pledgeId, { outcome, explanation, heardOn }, row.progress)
  ctx.note({ pledgeId, orgId: before.orgId, memberId: before.memberId, outcome })
  return agree({ outcome })
})

export const reviewHandlers: readonly Handled[] = [queue, accept, together, giveBack, talk, takeBack, judge]
