import {
  answerFeedback as answerTo,
  confirmFeedback as confirm,
  type Feedback,
  isRunning,
  markAppealed,
  prepareFeedback,
  tellGrade as tell,
} from '@steward/domain/appraisals/feedback.ts'
import { agree, refuse } from '@steward/domain/shared/decision.ts'
import { findAccountOf } from '#features/notices/queries-queue.ts'
import { raiseObjectionOn } from '#features/notices/queries.ts'
import { workingDaysAfter } from '#features/organisation/queries-calendar.ts'
import { type Context, handle, type Handled } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import { factsOfGrade } from './handlers-appeal.ts'
import { askWhoSeesTo } from './handlers-asking.ts'
import { askToRead, closeToRead } from './handlers-things.ts'
import {
  answerFeedback,
  appealFeedback,
  confirmFeedback,
  listFeedback,
  showFeedback,
  tellFeedback,
} from './operations-feedback.ts'
import { type Appraisal, findAppraisal, insertMove } from './queries.ts'
import {
  findFeedback,
  type KeptFeedback,
  listAppeals,
  listFeedbacks,
  lockFeedback,
  putFeedbacks,
  saveFeedback,
} from './queries-feedback.ts'
import { listGrades, listResults } from './queries-settlement.ts'

const ANSWER_DAYS = 5

/** What is to be told to each member, from what was signed. */
export async function prepareFeedbacks(context: Context, of: Appraisal): Promise<void> {
  const grades = await listGrades(context.tx, of.id)
  const all = grades.map(({ memberId, grade, opinion, reason }) =>
    prepareFeedback({ id: context.newId(), memberId, year: of.year, grade, opinion, reason }),
  )
  await putFeedbacks(context.tx, of.id, all)
}

const headOf = ({ feedback, name }: KeptFeedback, today: Context['today']) => ({
  ...{ id: feedback.id, memberId: feedback.memberId, name, grade: feedback.grade, state: feedback.state },
  ...{ toldOn: feedback.toldOn, answerUntil: feedback.answerUntil, appealUntil: feedback.appealUntil },
  isRunning: isRunning(feedback, today),
})

const list = handle(listFeedback, async ({ tx, access, today }, { appraisalId }) => {
  const of = (await findAppraisal(tx, appraisalId)) ?? problem('not-found')
  access.demandHidden('feedback.read', { path: of.orgPath })
  return agree({ rows: (await listFeedbacks(tx, appraisalId)).map((one) => headOf(one, today)) })
})

const show = handle(showFeedback, async (context, { feedbackId }) => {
  const { tx, access, actor, today } = context
  const kept = (await findFeedback(tx, feedbackId)) ?? problem('not-found')
  const { feedback } = kept
  access.demandHidden('feedback.read', { path: kept.orgPath, memberId: feedback.memberId })
  const isMine = feedback.memberId === actor.memberId
  // The talk comes first: nobody reads the own grade on a screen before.
  if (isMine && feedback.state === 'toTell') problem('not-found')
  const of = (await findAppraisal(tx, kept.appraisalId)) ?? problem('not-found')
  const result = (await listResults(tx, of.id, of.edition)).find((one) => one.memberId === feedback.memberId)
  const { served } = feedback
  return agree({
    ...headOf(kept, today),
    appraisalId: kept.appraisalId,
    ...{ orgName: kept.orgName, year: feedback.year, opinion: feedback.opinion, reason: feedback.reason },
    ...{ toldBy: kept.toldByName, toldHow: feedback.toldHow, answer: feedback.answer },
    process: result?.process ?? null,
    processPercent: result?.processPercent ?? null,
    appraisalScore: result?.appraisal ?? null,
    appraisalPercent: result?.appraisalPercent ?? null,
    score: result?.score ?? null,
    served:
      served === null
        ? null
        : {
            ...{
              decider: served.deciderName,
              body: served.body,
              on: served.decidedOn,
              reason: served.reason,
            },
            proof: served.proofOfServiceId,
          },
    appeals: await listAppeals(tx, feedbackId),
    revision: kept.revision,
    may: mayOf(context, of, kept, isMine),
  })
})

type Act = 'tell' | 'confirm' | 'answer' | 'appeal'
function mayOf(
  { access }: Context,
  of: Appraisal,
  { feedback, orgPath }: KeptFeedback,
  isMine: boolean,
): Act[] {
  const isTime = of.stage === 'feedback' || of.stage === 'rectification'
  const tells = !isMine && isTime && access.can('feedback.tell', { path: orgPath })
  if (feedback.state === 'toTell') return tells ? ['tell'] : []
  if (!isMine) return []
  return [
    ...(feedback.state === 'told' ? (['confirm'] as const) : []),
    ...(feedback.state !== 'appealed' ? (['answer', 'appeal'] as const) : []),
  ]
}

const telling = handle(tellFeedback, async (context, input) => {
  const { tx, access, actor, today } = context
  const kept = (await lockFeedback(tx, input.feedbackId)) ?? problem('not-found')
  access.demandHidden('feedback.tell', { path: kept.orgPath })
  if (kept.revision !== input.revision) return refuse('feedback-changed-since', { revision: kept.revision })
  const of = (await findAppraisal(tx, kept.appraisalId)) ?? problem('not-found')
  if (of.stage !== 'feedback' && of.stage !== 'rectification')
    return refuse('appraisal-wrong-stage', { stage: of.stage })
  const { calendar } = await workingDaysAfter(tx, today, ANSWER_DAYS)
  const accountId = actor.accountId ?? problem('forbidden')
  const { how, consentToPhone, facts } = input
  const by = { author: { kind: 'person' as const, accountId }, memberId: actor.memberId }
  const told = tell(kept.feedback, { by, how, consentToPhone, facts }, { calendar, today })
  if (!told.ok) return told
  const { answerUntil, appealUntil, memberId, state } = told.value
  if (answerUntil === null || appealUntil === null) throw new Error('Both clocks run from the talk')
  const revision = await saveFeedback(tx, { ...kept, feedback: told.value }, actor.name)
  const reader = await findAccountOf(tx, memberId)
  if (reader !== undefined) {
    const about = { feedbackId: told.value.id, orgId: kept.orgId, year: of.year, answerUntil }
    await askToRead(context, { ...about, accountId: reader })
  }
  await insertMove(context, of.id, 'tell', how, memberId)
  await askWhoSeesTo(context, of.id)
  context.note({ feedbackId: told.value.id, memberId })
  return agree({ state, revision, answerUntil, appealUntil })
})

/** The own feedback of a command, locked; what was not told does not exist yet for the member. */
async function lockOwn({ tx, access, actor }: Context, id: string): Promise<KeptFeedback & { own: string }> {
  const kept = (await lockFeedback(tx, id)) ?? problem('not-found')
  const { memberId, state } = kept.feedback
  access.demandHidden('feedback.answer', { memberId })
  if (actor.memberId !== memberId || state === 'toTell') problem('not-found')
  return { ...kept, own: memberId }
}

async function keep(
  context: Context,
  kept: KeptFeedback,
  feedback: Feedback,
  move: 'confirm' | 'answer' | 'appeal',
) {
  const revision = await saveFeedback(context.tx, { ...kept, feedback }, kept.toldByName)
  await closeToRead(context, feedback.id)
  await insertMove(context, kept.appraisalId, move, '', feedback.memberId)
  context.note({ feedbackId: feedback.id })
  return { state: feedback.state, revision }
}

const confirming = handle(confirmFeedback, async (context, { feedbackId }) => {
  const kept = await lockOwn(context, feedbackId)
  const confirmed = confirm(kept.feedback, kept.own)
  return confirmed.ok ? agree(await keep(context, kept, confirmed.value, 'confirm')) : confirmed
})

const answering = handle(answerFeedback, async (context, { feedbackId, answer }) => {
  const kept = await lockOwn(context, feedbackId)
  const answered = answerTo(kept.feedback, kept.own, answer)
  return answered.ok ? agree(await keep(context, kept, answered.value, 'answer')) : answered
})

const appealing = handle(appealFeedback, async (context, { feedbackId, text }) => {
  const kept = await lockOwn(context, feedbackId)
  const marked = markAppealed(kept.feedback, kept.own)
  if (!marked.ok) return marked
  const facts = (await factsOfGrade(context.tx, kept)) ?? problem('not-found')
  const raised = await raiseObjectionOn(context, {
    subject: { kind: 'grade', id: feedbackId },
    ...{ facts, text, route: 'statement', raisedByMemberId: kept.own, raisedName: context.actor.name },
    ...{ takenBy: null, requestKey: null },
  })
  if (!raised.ok) return raised
  await keep(context, kept, marked.value, 'appeal')
  const { id, code, dueOn } = raised.value.objection
  return agree({ objectionId: id, code, dueOn })
})

export const feedbackHandlers: readonly Handled[] = [list, show, telling, confirming, answering, appealing]
