import {
  answerCaution as answer,
  type Caution,
  draftCaution as draft,
  endCaution as end,
  serveCaution as serve,
} from '@steward/domain/outcomes/caution.ts'
import { agree, refuse } from '@steward/domain/shared/decision.ts'
import { closeThing, openThing } from '#features/messages/queries.ts'
import { findAccountOf } from '#features/notices/queries-queue.ts'
import { findOrg } from '#features/organisation/queries.ts'
import { findScoringFacts } from '#features/schemes/queries.ts'
import { type Context, handle, type Handled } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import { noticeOfCaution } from './documents-warning.ts'
import { cautionSightOf, holdCaution } from './handlers-caution-step.ts'
import * as operations from './operations-caution.ts'
import { listAppealsOn } from './queries-appeal.ts'
import { findAppealBody } from './queries-appeal-list.ts'
import {
  findCaution,
  findHelpWords,
  insertCaution,
  type KeptCaution,
  listCautions,
  listCautionsOf,
  listHelpPlans,
  saveCaution,
} from './queries-caution.ts'
import { recordReading } from './queries-reader.ts'
import {
  accountOf,
  actingOf,
  insertOutcomeStep,
  insertServedPaper,
  listBodies,
  listOutcomeSteps,
  takeNumber,
} from './queries-warning-paper.ts'
import { findRests, listRests } from './queries-warning-rest.ts'

const READ_MINUTES = 5

const options = handle(operations.cautionOptions, async ({ tx, access, today }, { memberId }) => {
  const member = (await findScoringFacts(tx, [memberId], today)).get(memberId) ?? problem('not-found')
  access.demandHidden('caution.draft', { path: member.orgPath })
  const org = await findOrg(tx, member.orgId)
  const { grades } = await listRests(tx, memberId)
  return agree({
    memberName: member.name,
    org: { id: member.orgId, name: org?.name ?? '' },
    bodies: (await listBodies(tx, member.orgPath, true)).map(({ id, name }) => ({ id, name })),
    plans: await listHelpPlans(tx, memberId),
    grades: grades.map(({ id, year, says, disputed }) => ({ id, year, says, disputed })),
  })
})

const drafting = handle(operations.draftCaution, async (context, input) => {
  const { tx, access, actor, now, today } = context
  const { memberId, helpPlanId, feedbackId, gaps, requiredChange } = input
  const member = (await findScoringFacts(tx, [memberId], today)).get(memberId) ?? problem('not-found')
  access.demandHidden('caution.draft', { path: member.orgPath })
  if (actor.memberId === memberId) return refuse('caution-own-case')
  const body = (await listBodies(tx, member.orgPath, true)).find(({ id }) => id === input.bodyOrgId)
  if (body === undefined) return refuse('outcome-body-not-competent')
  if (!(await listHelpPlans(tx, memberId)).some(({ id }) => id === helpPlanId))
    return refuse('caution-plan-unknown')
  const drafted = draft({ id: context.newId(), memberId, helpPlanId, gaps, requiredChange })
  if (!drafted.ok) return drafted
  const number = await takeNumber(context, 'caution', body.name)
  const { id: cautionId } = drafted.value
  await insertCaution(tx, {
    ...{ caution: drafted.value, memberName: member.name, orgId: member.orgId, orgName: '' },
    ...{ orgPath: member.orgPath, bodyOrgId: body.id, bodyName: body.name, number, feedbackId },
    ...{ draftedBy: actor.name, draftedByAccountId: accountOf(actor), draftedAt: now, servedBy: null },
    ...{ servedOn: null, endedByName: null, endedById: null, disputed: false, revision: 1 },
  })
  await insertOutcomeStep(context, { kind: 'caution', id: cautionId }, 'draft')
  context.note({ cautionId, memberId })
  return agree({ cautionId, number })
})

async function stepTo(
  context: Context,
  kept: KeptCaution,
  caution: Caution,
  step: { readonly name: string; readonly words: string },
  more: Partial<KeptCaution> = {},
) {
  const revision = await saveCaution(context.tx, { ...kept, ...more, caution })
  await insertOutcomeStep(context, { kind: 'caution', id: caution.id }, step.name, step.words)
  context.note({ cautionId: caution.id, memberId: caution.memberId, state: caution.state })
  return agree({ state: caution.state, revision })
}

const serving = handle(operations.serveCaution, async (context, { cautionId, revision, facts }) => {
  const { tx, access, actor, now, today } = context
  const kept = await holdCaution(context, cautionId)
  access.demand('caution.serve', { path: kept.orgPath })
  if (revision !== kept.revision) return refuse('outcome-changed-since')
  const rests = await findRests(tx, { feedbackId: kept.feedbackId, entryId: null })
  const disputed = kept.disputed || rests.some((rest) => rest.disputed)
  const served = serve(kept.caution, facts, actingOf(actor), { disputed, today })
  if (!served.ok) return served
  const inForce = { ...kept, caution: served.value, servedBy: actor.name, servedOn: today }
  const answered = await stepTo(context, kept, served.value, { name: 'serve', words: facts.reason }, inForce)
  const signed = { on: facts.decidedOn ?? today, accountId: accountOf(actor) }
  const paper = await noticeOfCaution(context, inForce)
  await insertServedPaper(context, { kind: 'caution', id: cautionId, edition: 1 }, paper, signed)
  const accountId = await findAccountOf(tx, kept.caution.memberId)
  if (accountId !== undefined) {
    await openThing(tx, {
      ...{ id: context.newId(), key: `caution-read-${cautionId}`, kind: 'caution.read', to: { accountId } },
      ...{ orgId: kept.orgId, facts: {}, dueOn: null, minutes: READ_MINUTES, askedBy: kept.bodyName },
      ...{ subjectId: cautionId, openedAt: now },
    })
  }
  return answered
})

const answering = handle(operations.answerCaution, async (context, input) => {
  const { access, actor } = context
  const kept = await holdCaution(context, input.cautionId)
  access.demand('caution.answer', { memberId: kept.caution.memberId })
  const said = answer(kept.caution, actor.memberId ?? problem('forbidden'), input.answer)
  if (!said.ok) return said
  await closeThing(context.tx, `caution-read-${input.cautionId}`, actor, context.now)
  return await stepTo(context, kept, said.value, { name: 'answer', words: input.answer })
})

/** What the member says in the branch, written down for a member without a phone. */
const takingAnswer = handle(operations.takeCautionAnswer, async (context, input) => {
  const { access, actor } = context
  const kept = await holdCaution(context, input.cautionId)
  access.demand('caution.draft', { path: kept.orgPath })
  const { memberId } = kept.caution
  if (actor.memberId === memberId) return refuse('caution-own-case')
  const said = answer(kept.caution, memberId, input.answer)
  if (!said.ok) return said
  await closeThing(context.tx, `caution-read-${input.cautionId}`, actor, context.now)
  return await stepTo(context, kept, said.value, { name: 'takeAnswer', words: input.answer })
})

const ending = handle(operations.endCaution, async (context, { cautionId, revision, reason }) => {
  const { access, actor, today } = context
  const kept = await holdCaution(context, cautionId)
  access.demand('caution.serve', { path: kept.orgPath })
  if (revision !== kept.revision) return refuse('outcome-changed-since')
  const ended = end(kept.caution, reason, actingOf(actor), today)
  if (!ended.ok) return ended
  await closeThing(context.tx, `caution-read-${cautionId}`, actor, context.now)
  const by = { endedByName: actor.name, endedById: actor.accountId }
  return await stepTo(context, kept, ended.value, { name: 'end', words: reason }, by)
})

function lineOf({ caution, memberName, orgName, bodyName, number, servedOn, disputed }: KeptCaution) {
  const { id, memberId, state, endedOn, answer: said } = caution
  return {
    id,
    memberId,
    memberName,
    orgName,
    bodyName,
    number,
    state,
    servedOn,
    endedOn,
    answered: said !== null,
    disputed,
  }
}

const list = handle(operations.listCautions, async (context, asked) => {
  const { access, actor } = context
  access.demandSomewhere('caution.serve')
  const { rows, counts } = await listCautions(context, asked)
  const total = asked.show === 'all' ? counts.drafted + counts.inForce + counts.ended : counts[asked.show]
  const mayDraft = actor.holdings.some(({ permission }) => permission === 'caution.draft')
  return agree({ rows: rows.map(lineOf), total, counts, mayDraft })
})

const mine = handle(operations.listMyCautions, async ({ tx, access, actor }) => {
  access.open('own-account')
  return agree({
    rows: actor.memberId === null ? [] : (await listCautionsOf(tx, actor.memberId)).map(lineOf),
  })
})

const show = handle(operations.showCaution, async (context, { cautionId }) => {
  const { tx, access, actor } = context
  const kept = (await findCaution(tx, cautionId)) ?? problem('not-found')
  const { file, standing } = await cautionSightOf(context, kept)
  await recordReading(context, file, standing)
  const { caution, draftedBy, servedBy, servedOn, endedByName } = kept
  const { served, endedOn, endedFor, state } = caution
  const isOwn = actor.memberId === caution.memberId
  const serves = access.can('caution.serve', { path: kept.orgPath }) && !isOwn
  const may: ('serve' | 'answer' | 'takeAnswer' | 'end' | 'appeal')[] = []
  if (state === 'drafted' && serves) may.push('serve')
  if (state === 'inForce' && isOwn) may.push('answer')
  if (state === 'inForce' && !isOwn && access.can('caution.draft', { path: kept.orgPath }))
    may.push('takeAnswer')
  if (state === 'inForce' && serves) may.push('end')
  if (state === 'inForce' && isOwn && !kept.disputed) may.push('appeal')
  return agree({
    ...lineOf(kept),
    ...{ gaps: caution.gaps, requiredChange: caution.requiredChange, answer: caution.answer, draftedBy },
    help: await findHelpWords(tx, caution.helpPlanId),
    served:
      served === null
        ? null
        : {
            ...{ decider: served.deciderName, body: served.body, decidedOn: served.decidedOn },
            ...{ reason: served.reason, proof: served.proofOfServiceId, enteredBy: servedBy ?? '' },
            enteredOn: servedOn ?? served.decidedOn,
          },
    ended: endedOn === null ? null : { on: endedOn, by: endedByName ?? '', words: endedFor ?? '' },
    appeals: await listAppealsOn(tx, cautionId),
    appealTo: (await findAppealBody(tx, kept.orgPath, [kept.bodyOrgId])).name,
    steps: await listOutcomeSteps(tx, cautionId),
    ...{ revision: kept.revision, isOwn, may },
  })
})

export const cautionHandlers: readonly Handled[] = [
  ...[options, drafting, serving, answering, takingAnswer, ending, list, mine, show],
]
