import { replaceGrade } from '@steward/domain/appraisals/feedback.ts'
import { checkExcellent, gradeWords } from '@steward/domain/appraisals/grade.ts'
import { checkReason } from '@steward/domain/schemes/reason.ts'
import { agree, refuse } from '@steward/domain/shared/decision.ts'
import type { SubjectDoor } from '#features/notices/queries-door.ts'
import { lockObjection } from '#features/notices/queries-objection.ts'
import type { SubjectFacts } from '#features/notices/queries.ts'
import { type Context, handle, type Handled } from '#platform/context.ts'
import type { CountyTx } from '#platform/db.ts'
import { problem } from '#platform/problem.ts'
import { reissueNotice } from './handlers-notice.ts'
import { loadTable, signTable } from './handlers-settlement.ts'
import { askWhoSeesTo } from './handlers-asking.ts'
import { closeToRead } from './handlers-things.ts'
import { writeCorrection } from './operations-feedback.ts'
import { insertMove, lockAppraisal, saveAppraisal } from './queries.ts'
import {
  type Correction,
  findCorrection,
  findFeedback,
  type KeptFeedback,
  listDeciders,
  lockFeedback,
  putCorrection,
  saveCorrectionApplied,
  saveFeedback,
} from './queries-feedback.ts'
import { putGrade } from './queries-settlement.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** A grade as what is objected to: once it was told in person. */
export async function factsOfGrade(tx: CountyTx, kept: KeptFeedback): Promise<SubjectFacts | undefined> {
  const { toldOn, memberId } = kept.feedback
  if (toldOn === null) return undefined
  return {
    partyOrgId: kept.orgId,
    orgPath: kept.orgPath,
    concernedMemberIds: [memberId],
    firstDeciders: await listDeciders(tx, kept),
    knownSince: toldOn,
    // The branch has settled it as a body; another one decides.
    firstStage: 'baseCommittee',
  }
}

/** Whoever decides the appeal writes the grade of the other body first; upholding it puts it in force. */
const writing = handle(writeCorrection, async (context, input) => {
  const { tx, actor, today } = context
  const kept = (await lockObjection(tx, input.objectionId)) ?? problem('not-found')
  context.access.demandHidden('objection.handle', { path: kept.stageOrgPath })
  const { objection } = kept
  if (objection.subject.kind !== 'grade') problem('not-found')
  if (objection.state !== 'assigned' || objection.handlerId !== actor.accountId)
    return refuse('grade-correction-not-handler')
  const feedback = (await findFeedback(tx, objection.subject.id)) ?? problem('not-found')
  if (feedback.feedback.grade === input.grade) return refuse('grade-correction-same-grade')
  if (input.body === '') return refuse('grade-correction-body-missing')
  for (const [where, text] of [
    ['opinion', input.opinion],
    ['reason', input.reason],
  ] as const) {
    const checked = checkReason(where, text)
    if (!checked.ok) return checked
  }
  const share = await checkShare(context, feedback, input.grade)
  if (!share.ok) return share
  const { objectionId, grade, opinion, reason, body } = input
  await putCorrection(tx, {
    ...{ objectionId, feedbackId: feedback.feedback.id, grade, opinion, reason, body, on: today },
    ...{ decidedBy: actor.accountId ?? problem('forbidden'), decidedByName: actor.name },
  })
  context.note({ objectionId, memberId: feedback.feedback.memberId })
  return agree({})
})

/** An appeal makes no more excellent ones than the share allows. */
async function checkShare(
  context: Context,
  { appraisalId, feedback }: KeptFeedback,
  grade: Correction['grade'],
) {
  const of = (await lockAppraisal(context.tx, appraisalId)) ?? problem('not-found')
  const table = await loadTable(context, of)
  const others = table.grades.filter(({ memberId }) => memberId !== feedback.memberId)
  const share = checkExcellent([...others.map((one) => one.grade), grade], table.members)
  return share.ok ? agree(null) : refuse('grade-too-many-excellent', share.details)
}

/** A grade as what can be appealed against; upheld, the next edition is signed and what used it is issued again. */
export const gradeDoor: SubjectDoor = {
  async find(tx, id) {
    const kept = UUID.test(id) ? await lockFeedback(tx, id) : undefined
    return kept && (await factsOfGrade(tx, kept))
  },
  async uphold(context, { objection }, answer) {
    const { tx, actor, today } = context
    const correction = await findCorrection(tx, objection.id)
    if (correction === undefined || correction.decidedBy !== actor.accountId)
      return refuse('grade-correction-missing')
    const kept = (await lockFeedback(tx, correction.feedbackId)) ?? problem('not-found')
    const of = (await lockAppraisal(tx, kept.appraisalId)) ?? problem('not-found')
    const { memberId } = kept.feedback
    const { grade, opinion, reason } = correction
    const before = (await loadTable(context, of)).grades.find((one) => one.memberId === memberId)
    if (before === undefined) problem('not-found')
    await putGrade(
      context,
      of.id,
      { memberId, grade, opinion, reason, differs: true, recordedBy: correction.decidedBy },
      { meetingId: before.meetingId, conduct: before.conduct },
    )
    const share = await checkShare(context, kept, grade)
    if (!share.ok) return share
    const signer = {
      signedBy: correction.decidedBy,
      signerName: `${correction.body} ${actor.name}`,
      signedOn: today,
    }
    const table = await loadTable(context, of)
    const { edition } = await signTable(context, table, signer, answer)
    await saveAppraisal(tx, { ...of, edition, signedOn: today })
    const replaced = replaceGrade(kept.feedback, grade, opinion, reason)
    await saveFeedback(tx, { ...kept, feedback: replaced }, null)
    await saveCorrectionApplied(tx, objection.id, today)
    await closeToRead(context, kept.feedback.id)
    await insertMove(context, of.id, 'correct', gradeWords[grade], memberId)
    await askWhoSeesTo(context, of.id)
    await reissueNotice(context, of.id, `申诉成立：${answer}`.slice(0, 300))
    return agree(null)
  },
}

export const appealHandlers: readonly Handled[] = [writing]
