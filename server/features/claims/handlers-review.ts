import type { Claim } from '@steward/domain/claims/claim.ts'
import {
  adjustClaim,
  aloneReason,
  approveClaim,
  type Award,
  barredFrom,
  type ClaimReviewer,
  decideBy,
  type ReviewFacts,
  type Reviewed,
  turnDown,
} from '@steward/domain/claims/review.ts'
import type { SchemeVersion } from '@steward/domain/schemes/scheme.ts'
import { agree, type Decision, refuse } from '@steward/domain/shared/decision.ts'
import { noPoints, sumPoints, toPoints } from '@steward/domain/shared/points.ts'
import { openPosting, type Posting } from '#features/points/queries-posting.ts'
import { type Context, handle, type Handled } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import { tellDecision } from './handlers-things.ts'
import * as operations from './operations-review.ts'
import { type ClaimRow, evidenceReferences, lockClaim, lockClaims, toClaim } from './queries-claim.ts'
import { creditRulesOf, factsOf, getItem } from './queries-credit.ts'
import { findDoubles } from './queries-queue.ts'
import { reviewerOf, reviewPermissions } from './queries-reviewer.ts'
import { saveStep } from './queries-step.ts'
import { getVersion, versionsOfRows } from './queries-view.ts'

/** A claim held for decision, with who decides it. */
type Held = { readonly row: ClaimRow; readonly version: SchemeVersion; readonly reviewer: ClaimReviewer }

/** Locks the claim, then asks: another branch's is not there, who decides nowhere is told so. */
async function hold(context: Context, claimId: string): Promise<Held> {
  const { tx, access } = context
  const row = (await lockClaim(tx, claimId)) ?? problem('not-found')
  access.demandHidden('claim.read', { path: row.orgPath, memberId: row.memberId })
  const reviewer = reviewerOf(context, row)
  if (reviewer === undefined) {
    access.demand(reviewPermissions[row.level], { path: row.orgPath })
    return problem('forbidden')
  }
  const version = getVersion(await versionsOfRows(tx, [row]), row)
  return { row, version, reviewer }
}

type Judge = (
  claim: Claim,
  reviewer: ClaimReviewer,
  facts: ReviewFacts,
) => Decision<Reviewed, (typeof operations.approveClaim.refusals)[number]>

/** Judges under the lock of the member's year and writes what follows: an approval, and the line where it is the last one. */
async function pass(context: Context, held: Held, judge: Judge) {
  const { row, version, reviewer } = held
  // Barred ones are told before the year is held.
  const barred = barredFrom(toClaim(row), reviewer)
  if (barred !== undefined) return refuse(barred)
  const posting = await openPosting(context, row, version)
  return await passOn(context, held, posting, judge)
}

async function passOn(context: Context, held: Held, posting: Posting, judge: Judge) {
  const { row, version, reviewer } = held
  const rule = creditRulesOf(version).items.get(row.itemCode)
  if (rule === undefined) throw new Error(`${version.title.zh} ${version.label} knows no ${row.itemCode}`)
  const facts = factsOf(row, version, { used: posting.used(rule), today: context.today })
  const judged = judge(toClaim(row), reviewer, facts)
  if (!judged.ok) return judged
  const { claim, award } = judged.value
  const entryId = award === null ? null : context.newId()
  // Line and step go out together.
  const [posted] = await Promise.all([
    award === null || entryId === null ? null : post(held, posting, award, entryId),
    keep(context, held, claim, award, entryId),
  ])
  if (posted !== null && !posted.ok) throw new Error(`A line cannot be written: ${posted.code} ${row.id}`)
  return agree({
    state:
      claim.state === 'adjusted'
        ? claim.state
        : award === null
          ? ('submitted' as const)
          : ('approved' as const),
    level: claim.level,
    award,
    entryId,
    month: posted?.value.month ?? null,
    revision: row.revision + 1,
  })
}

async function post({ row, version, reviewer }: Held, posting: Posting, award: Award, id: string) {
  return await posting.post({
    id,
    ...award,
    ...{ kind: 'award', term: getItem(version, row).category, itemCode: row.itemCode },
    authorId: row.entryAccountId ?? row.memberId,
    reviewerId: reviewer.accountId,
    reviewerMemberId: reviewer.memberId,
    source: { kind: 'claim', id: row.id },
    evidence: evidenceReferences(row),
    ...{ refersTo: null, reason: null },
  })
}

async function keep(
  context: Context,
  { row, version, reviewer }: Held,
  claim: Claim,
  award: Award | null,
  entryId: string | null,
): Promise<void> {
  const { tx, actor, now, today } = context
  const by = { by: actor.name, accountId: reviewer.accountId }
  const adjusted =
    claim.decision !== null &&
    claim.decision.reason !== null &&
    claim.decision.by === reviewer.accountId &&
    (claim.quantity !== row.quantity || claim.chosen !== row.chosen)
  const decidedByMe = claim.decision?.by === reviewer.accountId
  await saveStep(
    tx,
    {
      ...{ row, claim, entryId, round: row.round, at: now },
      decideByOn: decideBy(claim, version.decideDays) ?? row.decideByOn,
      decidedByName: decidedByMe ? actor.name : row.decidedByName,
      move: {
        ...{ id: context.newId(), ...by },
        move: adjusted ? 'adjust' : award === null ? 'passOn' : 'approve',
        facts: factsOfStep(row, claim, award),
        reason: adjusted ? (claim.decision?.reason ?? '') : '',
      },
      approval: { id: context.newId(), level: row.level, takesBack: null, ...by },
    },
    today,
  )
  if (claim.state === 'adjusted') await tell(context, row, version, 'adjusted')
  context.note({
    claimId: row.id,
    memberId: row.memberId,
    state: claim.state,
    credited: award?.credited ?? null,
  })
}

/** What was there before a decision stands in its line, so that taking it back finds it. */
function factsOfStep(row: ClaimRow, claim: Claim, award: Award | null) {
  return {
    ...{ quantityBefore: row.quantity, quantity: claim.quantity },
    ...{ chosenBefore: row.chosen, chosen: claim.chosen },
    ...(award === null ? { to: claim.level } : { raw: award.raw, credited: award.credited }),
    ...(award?.limit == null ? {} : { limit: award.limit.by, cap: award.limit.cap, used: award.limit.used }),
  }
}

async function tell(
  context: Context,
  row: ClaimRow,
  version: SchemeVersion,
  how: 'returned' | 'refused' | 'adjusted',
): Promise<void> {
  const { id: claimId, orgId, memberName, accountId } = row
  const item = getItem(version, row).name.zh
  await tellDecision(context, { claimId, orgId, memberName, item, accountId, how })
}

const approve = handle(operations.approveClaim, async (context, { claimId, revision, chosen }) => {
  const held = await hold(context, claimId)
  if (hasChanged(held, revision)) return refuse('claim-changed')
  const value = chosen === null ? null : toPoints(chosen)
  return await pass(context, held, (claim, reviewer, facts) => approveClaim(claim, reviewer, value, facts))
})

/** A decided claim is told as decided; another change since it was looked at wants another look. */
function hasChanged({ row }: Held, revision: number): boolean {
  return row.state === 'submitted' && row.revision !== revision
}

const adjust = handle(operations.adjustClaim, async (context, { claimId, revision, ...right }) => {
  const held = await hold(context, claimId)
  if (hasChanged(held, revision)) return refuse('claim-changed')
  const chosen = right.chosen === null ? null : toPoints(right.chosen)
  return await pass(context, held, (claim, reviewer, facts) =>
    adjustClaim(claim, reviewer, { ...right, chosen }, facts),
  )
})

async function turn(
  context: Context,
  input: { claimId: string; revision: number; reason: string },
  how: 'returned' | 'refused',
) {
  const { tx, actor, now, today } = context
  const held = await hold(context, input.claimId)
  if (hasChanged(held, input.revision)) return refuse('claim-changed' as const)
  const { row, version, reviewer } = held
  const turned = turnDown(toClaim(row), how, reviewer, input.reason, today)
  if (!turned.ok) return turned
  await saveStep(
    tx,
    {
      ...{ row, claim: turned.value, entryId: null, round: row.round, at: now, approval: null },
      ...{ decideByOn: row.decideByOn, decidedByName: actor.name },
      move: {
        ...{ id: context.newId(), move: how === 'returned' ? 'return' : 'refuse', facts: {} },
        ...{ reason: input.reason, by: actor.name, accountId: reviewer.accountId },
      },
    },
    today,
  )
  await tell(context, row, version, how)
  context.note({ claimId: row.id, memberId: row.memberId, state: how })
  return agree({
    state: how,
    level: row.level,
    award: null,
    entryId: null,
    month: null,
    revision: row.revision + 1,
  })
}

const giveBack = handle(operations.returnClaim, (context, input) => turn(context, input, 'returned'))
const refuseOne = handle(operations.refuseClaim, (context, input) => turn(context, input, 'refused'))

const approveMany = handle(operations.approveMany, async (context, { claims }) => {
  const { tx, access, today } = context
  const wanted = new Map(claims.map(({ claimId, revision }) => [claimId, revision]))
  const rows = await lockClaims(tx, [...wanted.keys()])
  if (rows.length < wanted.size) problem('not-found')
  for (const row of rows) access.demandHidden('claim.read', { path: row.orgPath, memberId: row.memberId })
  const versions = await versionsOfRows(tx, rows)
  const doubles = await findDoubles(tx, [...wanted.keys()])
  const approved = []
  const left = []
  for (const row of rows) {
    const reviewer = reviewerOf(context, row)
    if (reviewer === undefined) {
      access.demand(reviewPermissions[row.level], { path: row.orgPath })
      return problem('forbidden')
    }
    const { id: claimId, number } = row
    const barred = barredFrom(toClaim(row), reviewer) ?? null
    if (barred !== null || row.revision !== wanted.get(claimId)) {
      left.push({
        claimId,
        number,
        barred,
        why: barred === null ? ('changed' as const) : ('barred' as const),
      })
      continue
    }
    const held = { row, version: getVersion(versions, row), reviewer }
    const posting = await openPosting(context, row, held.version)
    const rule = creditRulesOf(held.version).items.get(row.itemCode)
    const facts = factsOf(row, held.version, { used: posting.used(rule ?? problem('not-found')), today })
    const why = aloneReason({ claim: toClaim(row), facts, hasDouble: doubles.has(claimId) }, reviewer)
    if (why !== undefined) {
      left.push({ claimId, number, why, barred: null })
      continue
    }
    const passed = await passOn(context, held, posting, (claim, by, of) => approveClaim(claim, by, null, of))
    if (!passed.ok) throw new Error(`Approved alone and not together: ${passed.code} ${claimId}`)
    approved.push({
      claimId,
      number,
      credited: passed.value.award?.credited ?? noPoints,
      revision: passed.value.revision,
    })
  }
  context.note({ approved: approved.length, left: left.length })
  return agree({ approved, left, credited: sumPoints(approved.map(({ credited }) => credited)) })
})

export const reviewHandlers: readonly Handled[] = [approve, adjust, giveBack, refuseOne, approveMany]
