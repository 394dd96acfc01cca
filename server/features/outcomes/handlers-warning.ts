import {
  answerWarning as answer,
  confirmChange as confirm,
  decideMeasure as decide,
  explainNoTalk as explain,
  holdTalk as talk,
  liftWarning as lift,
  serveWarning as serve,
} from '@steward/domain/outcomes/warning.ts'
import { refuse } from '@steward/domain/shared/decision.ts'
import { handle, type Handled } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import { noticeOfWarning } from './documents-warning.ts'
import { demandStep, holdWarning, standingOfWarning, stepTo } from './handlers-warning-step.ts'
import { askAfterNotice, askToReadAnswer, closeWarningThings } from './handlers-warning-things.ts'
import * as operations from './operations-warning.ts'
import { accountOf, actingOf, insertServedPaper, listBodies } from './queries-warning-paper.ts'

const serving = handle(operations.serveWarning, async (context, { warningId, revision, facts }) => {
  const { actor, today } = context
  const kept = await holdWarning(context, warningId)
  const seen = demandStep(context, kept, 'warning.serve', revision)
  if (!seen.ok) return seen
  const { disputed, tolerated } = await standingOfWarning(context, kept)
  if (tolerated !== undefined) return refuse('warning-matter-tolerated', { says: tolerated.says })
  const served = serve(kept.warning, facts, actingOf(actor), { disputed, today })
  if (!served.ok) return served
  const noticed = { ...kept, warning: served.value, servedBy: actor.name, servedOn: today }
  const answered = await stepTo(context, kept, served.value, { name: 'serve', words: facts.reason }, noticed)
  const paper = await noticeOfWarning(context, noticed)
  const signed = { on: facts.decidedOn ?? today, accountId: accountOf(actor) }
  await insertServedPaper(context, { kind: 'warning', id: warningId, edition: 1 }, paper, signed)
  await askAfterNotice(context, noticed)
  return answered
})

const answering = handle(operations.answerWarning, async (context, input) => {
  const { access, actor } = context
  const kept = await holdWarning(context, input.warningId)
  const { memberId } = kept.warning
  access.demand('warning.answer', { memberId })
  const said = answer(kept.warning, actor.memberId ?? problem('forbidden'), input.answer)
  if (!said.ok) return said
  await closeWarningThings(context, input.warningId, ['read'])
  await askToReadAnswer(context, kept)
  return await stepTo(context, kept, said.value, { name: 'answer', words: input.answer })
})

/** What the member says in the branch, written down for a member without a phone. */
const takingAnswer = handle(operations.takeWarningAnswer, async (context, input) => {
  const { actor } = context
  const kept = await holdWarning(context, input.warningId)
  demandStep(context, kept, 'warning.draft')
  const { memberId } = kept.warning
  if (actor.memberId === memberId) return refuse('warning-own-case')
  const said = answer(kept.warning, memberId, input.answer)
  if (!said.ok) return said
  await closeWarningThings(context, input.warningId, ['read'])
  await askToReadAnswer(context, kept)
  return await stepTo(context, kept, said.value, { name: 'takeAnswer', words: input.answer })
})

const talking = handle(operations.talkWarning, async (context, { warningId, revision, words }) => {
  const { actor, today } = context
  const kept = await holdWarning(context, warningId)
  const seen = demandStep(context, kept, 'warning.talk', revision)
  if (!seen.ok) return seen
  const held = talk(kept.warning, words, actingOf(actor), today)
  if (!held.ok) return held
  await closeWarningThings(context, warningId, ['talk', 'answered'])
  return await stepTo(context, kept, held.value, { name: 'talk', words }, { talkByName: actor.name })
})

const explaining = handle(operations.explainNoTalk, async (context, { warningId, revision, reason }) => {
  const { actor } = context
  const kept = await holdWarning(context, warningId)
  const seen = demandStep(context, kept, 'warning.talk', revision)
  if (!seen.ok) return seen
  if (actor.memberId === kept.warning.memberId) return refuse('warning-own-case')
  const explained = explain(kept.warning, reason)
  if (!explained.ok) return explained
  return await stepTo(context, kept, explained.value, { name: 'explainNoTalk', words: reason })
})

const confirming = handle(
  operations.confirmWarningChange,
  async (context, { warningId, revision, words }) => {
    const { actor, today } = context
    const kept = await holdWarning(context, warningId)
    const seen = demandStep(context, kept, 'warning.serve', revision)
    if (!seen.ok) return seen
    const ended = confirm(kept.warning, words, actingOf(actor), today)
    if (!ended.ok) return ended
    await closeWarningThings(context, warningId)
    return await stepTo(context, kept, ended.value, { name: 'confirm', words }, { endedByName: actor.name })
  },
)

const lifting = handle(operations.liftWarning, async (context, { warningId, revision, reason }) => {
  const { actor, today } = context
  const kept = await holdWarning(context, warningId)
  const seen = demandStep(context, kept, 'warning.serve', revision)
  if (!seen.ok) return seen
  const ended = lift(kept.warning, reason, actingOf(actor), today)
  if (!ended.ok) return ended
  await closeWarningThings(context, warningId)
  return await stepTo(
    context,
    kept,
    ended.value,
    { name: 'lift', words: reason },
    { endedByName: actor.name },
  )
})

const measuring = handle(operations.measureWarning, async (context, input) => {
  const { tx, actor, today } = context
  const { warningId, revision, kind, document, facts } = input
  const kept = await holdWarning(context, warningId)
  const seen = demandStep(context, kept, 'warning.measure', revision)
  if (!seen.ok) return seen
  const bodies = input.bodyOrgId === null ? [] : await listBodies(tx, kept.orgPath)
  if (input.bodyOrgId !== null && !bodies.some(({ id }) => id === input.bodyOrgId))
    return refuse('outcome-body-not-competent')
  const { disputed, tolerated } = await standingOfWarning(context, kept)
  if (tolerated !== undefined) return refuse('warning-matter-tolerated', { says: tolerated.says })
  const decided = decide(kept.warning, { kind, document, facts }, actingOf(actor), { disputed, today })
  if (!decided.ok) return decided
  await closeWarningThings(context, warningId)
  return await stepTo(
    context,
    kept,
    decided.value,
    { name: 'measure', words: facts.reason },
    { measureBy: actor.name, measureOn: today, measureBodyOrgId: input.bodyOrgId },
  )
})

export const warningStepHandlers: readonly Handled[] = [
  ...[serving, answering, takingAnswer, talking, explaining, confirming, lifting, measuring],
]
