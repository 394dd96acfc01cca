import { upholdOn } from '@steward/domain/claims/upheld.ts'
import { creditRaw } from '@steward/domain/points/credit.ts'
import { rawValue } from '@steward/domain/schemes/item-value.ts'
import { agree, type Decision, refuse } from '@steward/domain/shared/decision.ts'
import { type Points, toPoints } from '@steward/domain/shared/points.ts'
import type { SubjectDoor } from '#features/notices/queries-door.ts'
import { reissue } from '#features/points/queries-correct.ts'
import { findEntry } from '#features/points/queries-ledger.ts'
import { openPosting, postReversal } from '#features/points/queries-posting.ts'
import type { Context } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import { type ClaimRow, evidenceReferences, lockClaim, toClaim } from './queries-claim.ts'
import { creditRulesOf, getItem } from './queries-credit.ts'
import { lockDeduction } from './queries-deduction.ts'
import { takeBackDeduction } from './queries-deduction-lift.ts'
import { findClaimed, listDeciders } from './queries-month.ts'
import { saveStep } from './queries-step.ts'
import { getVersion, versionsOfRows } from './queries-view.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
type Kept = Parameters<SubjectDoor['uphold']>[1]

/** A decided claim as what is objected to; upheld, its line is reversed and what is right is written (R-216…R-218). */
export const claimDoor: SubjectDoor = {
  async find(tx, id) {
    const row = UUID.test(id) ? await lockClaim(tx, id) : undefined
    if (row?.decidedOn == null || !['approved', 'adjusted', 'refused'].includes(row.state)) return undefined
    return {
      partyOrgId: row.orgId,
      orgPath: row.orgPath,
      concernedMemberIds: [row.memberId],
      firstDeciders: await listDeciders(tx, id),
      knownSince: row.decidedOn,
    }
  },
  async uphold(context, { objection }, answer, right) {
    const { tx, actor, now, today } = context
    const row = (await lockClaim(tx, objection.subject.id)) ?? problem('not-found')
    const accountId = actor.accountId ?? problem('forbidden')
    const claimed = await findClaimed(tx, row)
    const upheld = upholdOn(toClaim(row), {
      ...{ byMember: objection.raisedByMemberId === row.memberId, decidedBy: accountId, answer, on: today },
      right: right === null ? null : toPoints(right),
      claimed: { ...claimed, chosen: claimed.chosen === null ? null : toPoints(claimed.chosen) },
    })
    if (!upheld.ok) return upheld
    if (row.entryId !== null) {
      const reversed = await reverse(context, row.entryId, objection.id, answer)
      if (!reversed.ok) return reversed
    }
    const { claim, credits, raw } = upheld.value
    const written = credits
      ? await credit(context, { ...row, ...claimed }, { raw, objectionId: objection.id, answer })
      : agree(null)
    if (!written.ok) return written
    await saveStep(
      tx,
      {
        ...{ row, claim, entryId: written.value, round: row.round, at: now, approval: null },
        ...{ decideByOn: row.decideByOn, decidedByName: actor.name },
        move: {
          ...{ id: context.newId(), move: 'correct', facts: { objectionId: objection.id }, reason: answer },
          ...{ by: actor.name, accountId },
        },
      },
      today,
    )
    if (row.entryId !== null) await issueAgain(context, row.entryId, answer)
    return agree(null)
  },
}

/** Statements and sheets that used the line are made again. */
async function issueAgain(context: Context, entryId: string, answer: string): Promise<void> {
  const found = await findEntry(context.tx, entryId)
  if (found !== undefined) await reissue(context, found.entry, `异议成立：${answer}`.slice(0, 300))
}

async function reverse(
  context: Context,
  entryId: string,
  objectionId: string,
  reason: string,
): Promise<Decision<null>> {
  const { tx, actor } = context
  const accountId = actor.accountId ?? problem('forbidden')
  const original = (await findEntry(tx, entryId)) ?? problem('not-found')
  const reversed = await postReversal(context, original, {
    ...{ authorId: accountId, reviewerId: accountId, reviewerMemberId: actor.memberId, reason },
    source: { kind: 'objection', id: objectionId },
  })
  return reversed.ok ? agree(null) : reversed
}

/** Writes what is right under the caps as they stand now: a correction of the line there was, or a first line. */
async function credit(
  context: Context,
  row: ClaimRow,
  by: { readonly raw: Points | null; readonly objectionId: string; readonly answer: string },
): Promise<Decision<string>> {
  const { tx, actor } = context
  const version = getVersion(await versionsOfRows(tx, [row]), row)
  const item = getItem(version, row)
  const chosen = row.chosen === null ? null : toPoints(row.chosen)
  const raw = by.raw === null ? rawValue(item, row.quantity, chosen) : agree(by.raw)
  if (!raw.ok) return refuse('claim-value-out-of-range', raw.details)
  const rules = creditRulesOf(version)
  const rule = rules.items.get(item.code) ?? problem('not-found')
  const posting = await openPosting(context, row, version)
  const posted = await posting.post({
    ...{ raw: raw.value, ...creditRaw(rules, rule, raw.value, posting.used(rule)) },
    ...{ kind: row.entryId === null ? 'award' : 'correction', term: item.category, itemCode: item.code },
    ...{ authorId: row.entryAccountId ?? row.memberId, reviewerId: actor.accountId },
    ...{ reviewerMemberId: actor.memberId, refersTo: row.entryId, reason: by.answer },
    source: { kind: 'objection', id: by.objectionId },
    evidence: [`claim:${row.id}`, ...evidenceReferences(row)],
  })
  return posted.ok ? agree(posted.value.id) : posted
}

/** An imposed deduction as what is objected to; upheld, its line is reversed and nothing is taken off. */
export const deductionDoor: SubjectDoor = {
  async find(tx, id) {
    const row = UUID.test(id) ? await lockDeduction(tx, id) : undefined
    if (row?.state !== 'imposed' || row.decidedOn === null) return undefined
    return {
      partyOrgId: row.orgId,
      orgPath: row.orgPath,
      concernedMemberIds: [row.memberId],
      firstDeciders: [row.proposedById, ...(row.decidedById === null ? [] : [row.decidedById])],
      knownSince: row.decidedOn,
    }
  },
  uphold: liftDeduction,
}

async function liftDeduction(context: Context, { objection }: Kept, answer: string): Promise<Decision<null>> {
  const row = (await lockDeduction(context.tx, objection.subject.id)) ?? problem('not-found')
  if (row.entryId === null) return refuse('claim-nothing-to-correct')
  const source = { kind: 'objection', id: objection.id } as const
  const taken = await takeBackDeduction(context, row.entryId, { source, reason: answer, because: '异议成立' })
  return taken.ok ? agree(null) : taken
}
