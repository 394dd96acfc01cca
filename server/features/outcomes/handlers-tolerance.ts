import {
  acceptTolerance as accept,
  answerTolerance as answer,
  applyForTolerance as apply,
  checkTolerance as check,
  findTolerance as find,
} from '@steward/domain/outcomes/tolerance.ts'
import { liftWarning } from '@steward/domain/outcomes/warning.ts'
import { agree, type Decision, refuse } from '@steward/domain/shared/decision.ts'
import { takeBackDeduction } from '#features/claims/queries-deduction-lift.ts'
import { findScoringFacts } from '#features/schemes/queries.ts'
import { type Context, handle, type Handled } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import { findingOf } from './documents-warning.ts'
import { askForNext, clockOf, holdTolerance, stepTo } from './handlers-tolerance-step.ts'
import { stepTo as stepWarningTo } from './handlers-warning-step.ts'
import { closeWarningThings } from './handlers-warning-things.ts'
import * as operations from './operations-tolerance.ts'
import {
  insertTolerance,
  insertToleranceDays,
  isMatterTaken,
  type KeptTolerance,
  lockMatters,
  saveReversal,
} from './queries-tolerance.ts'
import { listNameable, listNameableWarnings } from './queries-tolerance-list.ts'
import { lockWarning } from './queries-warning.ts'
import {
  accountOf,
  actingOf,
  insertOutcomeStep,
  insertServedPaper,
  listBodies,
  takeNumber,
} from './queries-warning-paper.ts'

const applying = handle(operations.applyTolerance, async (context, input) => {
  const { tx, access, actor, now, today } = context
  const { memberId, matter, warningId } = input
  const entryIds = [...new Set(input.entryIds)]
  const member = (await findScoringFacts(tx, [memberId], today)).get(memberId) ?? problem('not-found')
  access.demandHidden('tolerance.apply', { path: member.orgPath, memberId })
  await lockMatters(tx, memberId)
  if (entryIds.length === 0 && warningId === null) return refuse('tolerance-names-nothing')
  const sameMatterOpen = await isMatterTaken(tx, { entryIds, warningId })
  const nameable = new Set((await listNameable(tx, memberId)).map(({ id }) => id))
  const warnings = warningId === null ? [] : await listNameableWarnings(tx, memberId)
  const known =
    entryIds.every((id) => nameable.has(id)) &&
    (warningId === null || warnings.some(({ id }) => id === warningId))
  if (!known && !sameMatterOpen) return refuse('tolerance-entry-unknown')
  const applied = apply(
    {
      ...{ id: context.newId(), memberId, matter: matter.trim(), deductionEntryIds: entryIds },
      appliedBy: actor.memberId === memberId ? 'member' : 'organisation',
    },
    { ...(await clockOf(context)), sameMatterOpen },
  )
  if (!applied.ok) return applied
  const kept: KeptTolerance = {
    ...{ tolerance: applied.value, memberName: member.name, orgId: member.orgId, orgName: '' },
    ...{ orgPath: member.orgPath, warningId, appliedByName: actor.name, appliedByAccountId: actor.accountId },
    ...{
      appliedAt: now,
      acceptedByName: null,
      acceptedById: null,
      checkedByName: null,
      findingBodyOrgId: null,
    },
    ...{
      foundByName: null,
      answeredByName: null,
      number: null,
      entries: [],
      edition: 1,
      checkedBefore: [],
      foundBefore: [],
      disputed: false,
      revision: 1,
    },
  }
  await insertTolerance(tx, kept)
  const { id: toleranceId, dueOn } = applied.value
  await insertOutcomeStep(context, { kind: 'tolerance', id: toleranceId }, 'apply', matter)
  await askForNext(context, kept)
  context.note({ toleranceId, memberId })
  return agree({ toleranceId, dueOn: dueOn ?? today })
})

const accepting = handle(operations.acceptTolerance, async (context, input) => {
  const { access, actor } = context
  const kept = await holdTolerance(context, input.toleranceId)
  access.demand('tolerance.check', { path: kept.orgPath })
  if (input.revision !== kept.revision) return refuse('outcome-changed-since')
  const accepted = accept(kept.tolerance, input, actingOf(actor), await clockOf(context))
  if (!accepted.ok) return accepted
  const step = { name: input.accepted ? 'accept' : 'notAccept', words: input.reason }
  const by = { acceptedByName: actor.name, acceptedById: actor.accountId }
  return await stepTo(context, kept, accepted.value, step, by)
})

const checking = handle(operations.checkTolerance, async (context, input) => {
  const { access, actor } = context
  const kept = await holdTolerance(context, input.toleranceId)
  access.demand('tolerance.check', { path: kept.orgPath })
  if (input.revision !== kept.revision) return refuse('outcome-changed-since')
  if (kept.checkedBefore.includes(accountOf(actor))) return refuse('tolerance-checked-before')
  const checked = check(kept.tolerance, input.check, actingOf(actor), await clockOf(context))
  if (!checked.ok) return checked
  return await stepTo(context, kept, checked.value, { name: 'check' }, { checkedByName: actor.name })
})

const finding = handle(operations.findTolerance, async (context, input) => {
  const { tx, access, actor, today } = context
  const { toleranceId, tolerated, document, reason } = input
  const kept = await holdTolerance(context, toleranceId)
  access.demand('tolerance.find', { path: kept.orgPath })
  if (input.revision !== kept.revision) return refuse('outcome-changed-since')
  const body = (await listBodies(tx, kept.orgPath)).find(({ id }) => id === input.bodyOrgId)
  if (body === undefined) return refuse('outcome-body-not-competent')
  if (kept.foundBefore.includes(accountOf(actor))) return refuse('tolerance-found-before')
  const clock = await clockOf(context)
  const found = find(kept.tolerance, { tolerated, body: body.name, document, reason }, actingOf(actor), clock)
  if (!found.ok) return found
  const number = await takeNumber(context, 'tolerance_case', body.name)
  const more = { foundByName: actor.name, findingBodyOrgId: body.id, number }
  const step = { name: tolerated ? 'tolerate' : 'notTolerate', words: reason }
  const answered = await stepTo(context, kept, found.value, step, more)
  const decided = { ...kept, ...more, tolerance: found.value }
  const paper = (await findingOf(context, decided)) ?? problem('not-found')
  const signed = { on: today, accountId: accountOf(actor) }
  await insertServedPaper(
    context,
    { kind: 'tolerance', id: toleranceId, edition: kept.edition },
    paper,
    signed,
  )
  const reversed = tolerated ? await undo(context, decided) : agree(0)
  return reversed.ok ? agree({ ...answered.value, reversed: reversed.value }) : reversed
})

/** What is tolerated counts nowhere: its deductions are taken back, its warning is lifted. */
async function undo(
  context: Context,
  { tolerance, warningId }: KeptTolerance,
): Promise<Decision<number, 'tolerance-cannot-reverse' | 'tolerance-cannot-lift'>> {
  const { tx, actor, today } = context
  const reason = tolerance.reason ?? ''
  const source = { kind: 'tolerance', id: tolerance.id } as const
  let reversed = 0
  for (const entryId of tolerance.deductionEntryIds.toSorted()) {
    const taken = await takeBackDeduction(context, entryId, { source, reason, because: '容错认定' })
    if (!taken.ok) return refuse('tolerance-cannot-reverse', { ...taken.details, why: taken.code })
    if (taken.value === undefined) continue
    await saveReversal(tx, { toleranceId: tolerance.id, entryId, reversalId: taken.value })
    reversed += 1
  }
  const warning = warningId === null ? undefined : await lockWarning(tx, warningId)
  if (warning === undefined || warning.warning.endedOn !== null) return agree(reversed)
  const lifted = liftWarning(warning.warning, `容错认定：${reason}`, actingOf(actor), today)
  if (!lifted.ok) return refuse('tolerance-cannot-lift', { why: lifted.code })
  await stepWarningTo(
    context,
    warning,
    lifted.value,
    { name: 'lift', words: `容错认定：${reason}` },
    { endedByName: actor.name },
  )
  await closeWarningThings(context, lifted.value.id)
  return agree(reversed)
}

const answering = handle(operations.answerTolerance, async (context, { toleranceId, revision }) => {
  const { access, actor, today } = context
  const kept = await holdTolerance(context, toleranceId)
  access.demand('tolerance.check', { path: kept.orgPath })
  if (revision !== kept.revision) return refuse('outcome-changed-since')
  const answered = answer(kept.tolerance, actingOf(actor), today)
  if (!answered.ok) return answered
  return await stepTo(context, kept, answered.value, { name: 'answer' }, { answeredByName: actor.name })
})

const settingDays = handle(operations.setToleranceDays, async (context, days) => {
  const { access, actor } = context
  access.demandSomewhere('tolerance.set-days')
  await insertToleranceDays(context, { ...days, accountId: accountOf(actor) })
  context.note({ ...days })
  return agree({})
})

export const toleranceStepHandlers: readonly Handled[] = [
  ...[applying, accepting, checking, finding, answering, settingDays],
]
