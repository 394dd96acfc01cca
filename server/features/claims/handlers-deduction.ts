import {
  answerDeduction,
  type Deduction,
  type DeductionMove,
  type DeductionRefusal,
  dropDeduction,
  imposeDeduction,
  proposeDeduction,
  tellMember,
} from '@steward/domain/claims/deduction.ts'
import { agree, type Decision, refuse } from '@steward/domain/shared/decision.ts'
import { toPlainMonth } from '@steward/domain/shared/plain-date.ts'
import { toPoints } from '@steward/domain/shared/points.ts'
import { workingDaysAfter } from '#features/organisation/queries-calendar.ts'
import { openPosting } from '#features/points/queries-posting.ts'
import { findScoringFacts, loadVersions, schemeForMember } from '#features/schemes/queries.ts'
import { type Context, handle, type Handled } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import { askForAnswer, askToDecide, closeDeductionThings } from './handlers-deduction-things.ts'
import * as operations from './operations-deduction.ts'
import { creditRulesOf, getItem } from './queries-credit.ts'
import {
  type DeductionRow,
  insertDeduction,
  insertDeductionMove,
  lockDeduction,
  saveDeduction,
  toDeduction,
} from './queries-deduction.ts'
import { findKeptFiles } from './queries-evidence.ts'
import type { StepFacts } from './queries-step.ts'
import { versionsOfRows } from './queries-view.ts'

const propose = handle(operations.proposeDeduction, async (context, input) => {
  const { tx, access, actor, now, today } = context
  const { memberId, itemCode, deedOn, facts, quantity } = input
  const member = (await findScoringFacts(tx, [memberId], deedOn)).get(memberId) ?? problem('not-found')
  access.demandHidden('deduction.propose', { path: member.orgPath })
  const accountId = actor.accountId ?? problem('forbidden')
  if (deedOn > today) return refuse('deduction-in-future', { today })
  const version = schemeForMember(await loadVersions(tx), member, toPlainMonth(deedOn))
  if (member.state !== 'active' || version === undefined || !version.scored) return refuse('claim-no-scheme')
  const fileIds = input.evidence.flatMap(({ fileId }) => fileId ?? [])
  const files = await findKeptFiles(tx, memberId, fileIds, accountId)
  const sha256Of = new Map(files.map(({ id, sha256 }) => [id, sha256]))
  if (fileIds.some((id) => !sha256Of.has(id))) return refuse('claim-file-unknown')
  const evidence = input.evidence.map((each) => ({
    ...each,
    id: context.newId(),
    sha256: each.fileId === null ? null : (sha256Of.get(each.fileId) ?? null),
  }))
  const chosen = input.chosen === null ? null : toPoints(input.chosen)
  const proposed = proposeDeduction(
    {
      ...{ id: context.newId(), memberId, orgId: member.orgId, itemCode, deedOn, facts, quantity, chosen },
      evidence: evidence.map(({ kind }) => kind),
    },
    version.items.find(({ code }) => code === itemCode),
    { accountId, memberId: actor.memberId },
  )
  if (!proposed.ok) return proposed
  const { id: deductionId } = proposed.value
  await insertDeduction(tx, proposed.value, {
    versionId: version.id,
    by: actor.name,
    on: today,
    at: now,
    evidence,
  })
  const move = { id: context.newId(), move: 'propose' as const, by: actor.name, accountId, at: now }
  await insertDeductionMove(tx, deductionId, move)
  context.note({ deductionId, memberId, orgId: member.orgId })
  return agree({ deductionId })
})

/** Locks a deduction; another branch's is not there. */
async function hold({ tx, access }: Context, deductionId: string): Promise<DeductionRow> {
  const row = (await lockDeduction(tx, deductionId)) ?? problem('not-found')
  access.demandHidden('deduction.read', { path: row.orgPath, memberId: row.memberId })
  return row
}

type Saving = {
  readonly deduction: Deduction
  readonly move: DeductionMove
  readonly reason?: string
  readonly facts?: StepFacts
  readonly entryId?: string
  readonly toldByName?: string
  readonly answerTakenBy?: string | null
  readonly decidedByName?: string
}

async function save(context: Context, row: DeductionRow, to: Saving): Promise<void> {
  const { tx, actor, now } = context
  await saveDeduction(tx, row, {
    deduction: to.deduction,
    toldByName: to.toldByName ?? row.toldBy,
    answerTakenBy: to.answerTakenBy === undefined ? row.answerTakenBy : to.answerTakenBy,
    decidedByName: to.decidedByName ?? row.decidedBy,
    entryId: to.entryId ?? row.entryId,
    at: now,
    move: {
      ...{ id: context.newId(), move: to.move, facts: to.facts ?? {}, reason: to.reason ?? '' },
      ...{ by: actor.name, accountId: actor.accountId },
    },
  })
  context.note({ deductionId: row.id, memberId: row.memberId, state: to.deduction.state })
}

const tell = handle(operations.tellDeduction, async (context, { deductionId, how }) => {
  const { tx, access, actor, today } = context
  const row = await hold(context, deductionId)
  access.demand('deduction.propose', { path: row.orgPath })
  if (how === 'screen' && row.accountId === null) return refuse('deduction-no-screen')
  if (row.memberId === actor.memberId) return refuse('deduction-own')
  const versions = await versionsOfRows(tx, [row])
  const answerWorkingDays = versions.get(row.versionId)?.answerWorkingDays ?? 0
  const { calendar } = await workingDaysAfter(tx, today, answerWorkingDays)
  const told = tellMember(toDeduction(row), how, { calendar, answerWorkingDays, today })
  if (!told.ok) return told
  await save(context, row, { deduction: told.value, move: 'tell', facts: { how }, toldByName: actor.name })
  const { answerUntil } = told.value
  if (answerUntil === null) throw new Error(`Nobody knows until when ${deductionId} may be answered`)
  await askForAnswer(context, row, answerUntil)
  return agree({ answerUntilOn: answerUntil })
})

async function keepAnswer(
  context: Context,
  row: DeductionRow,
  said: { readonly answer: string; readonly takenBy: string | null },
): Promise<Decision<Record<string, never>, DeductionRefusal>> {
  const answered = answerDeduction(toDeduction(row), row.memberId, said.answer)
  if (!answered.ok) return answered
  await save(context, row, {
    ...{ deduction: answered.value, move: 'answer', answerTakenBy: said.takenBy },
    facts: { takenDown: said.takenBy !== null },
  })
  await closeDeductionThings(context, row.id)
  await askToDecide(context, row)
  return agree({})
}

const answer = handle(operations.answerDeduction, async (context, input) => {
  const { access } = context
  const row = await hold(context, input.deductionId)
  access.demand('deduction.answer', { memberId: row.memberId })
  return await keepAnswer(context, row, { answer: input.answer, takenBy: null })
})

const takeAnswer = handle(operations.takeAnswer, async (context, input) => {
  const { access, actor } = context
  const row = await hold(context, input.deductionId)
  access.demand('deduction.propose', { path: row.orgPath })
  if (row.memberId === actor.memberId) return refuse('deduction-own')
  return await keepAnswer(context, row, { answer: input.answer, takenBy: actor.name })
})

const impose = handle(operations.imposeDeduction, async (context, { deductionId, reason }) => {
  const { tx, access, actor, today } = context
  const row = await hold(context, deductionId)
  access.demand('deduction.decide', { path: row.orgPath })
  const accountId = actor.accountId ?? problem('forbidden')
  const version = (await versionsOfRows(tx, [row])).get(row.versionId) ?? problem('not-found')
  const item = getItem(version, { itemCode: row.itemCode, taskLeast: null, taskMost: null })
  const rules = creditRulesOf(version)
  const rule = rules.items.get(row.itemCode) ?? problem('not-found')
  const posting = await openPosting(context, row, version)
  const by = { accountId, memberId: actor.memberId }
  const imposed = imposeDeduction(toDeduction(row), by, reason, {
    item,
    rules,
    used: posting.used(rule),
    today,
  })
  if (!imposed.ok) return imposed
  const { award, deduction } = imposed.value
  const posted = await posting.post({
    ...award,
    ...{ kind: 'deduction', term: 'deductions', itemCode: row.itemCode, authorId: row.proposedById },
    ...{ reviewerId: accountId, reviewerMemberId: actor.memberId, refersTo: null, reason },
    source: { kind: 'deduction', id: row.id },
    evidence: row.evidence.map(({ kind, fileId, sha256, note }) =>
      fileId === null ? `${kind}:${note}` : `${kind}:${fileId}:sha256:${sha256}`,
    ),
  })
  if (!posted.ok) throw new Error(`A line cannot be written: ${posted.code} ${row.id}`)
  const { id: entryId, month } = posted.value
  await save(context, row, {
    ...{ deduction, move: 'impose', reason, entryId, decidedByName: actor.name },
    facts: { raw: award.raw, credited: award.credited },
  })
  await closeDeductionThings(context, row.id)
  return agree({ award, entryId, month })
})

const drop = handle(operations.dropDeduction, async (context, { deductionId, reason }) => {
  const { access, actor, today } = context
  const row = await hold(context, deductionId)
  const accountId = actor.accountId ?? problem('forbidden')
  // Who proposed it may take it back before anybody decides.
  if (row.proposedById !== accountId) access.demand('deduction.decide', { path: row.orgPath })
  const dropped = dropDeduction(toDeduction(row), { accountId, memberId: actor.memberId }, reason, today)
  if (!dropped.ok) return dropped
  await save(context, row, { deduction: dropped.value, move: 'drop', reason, decidedByName: actor.name })
  await closeDeductionThings(context, row.id)
  return agree({})
})

export const deductionStepHandlers: readonly Handled[] = [propose, tell, answer, takeAnswer, impose, drop]
