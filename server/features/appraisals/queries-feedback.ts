import type { Feedback } from '@steward/domain/appraisals/feedback.ts'
import type { Grade } from '@steward/domain/appraisals/grade.ts'
import type { ServedDecision } from '@steward/domain/shared/adverse-gate.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import type { CountyTx } from '#platform/db.ts'

export type KeptFeedback = {
  readonly feedback: Feedback
  readonly appraisalId: string
  readonly name: string
  readonly toldByName: string | null
  readonly orgId: string
  readonly orgName: string
  readonly orgPath: string
  readonly revision: number
}
type Row = Omit<KeptFeedback, 'feedback'> &
  Omit<Feedback, 'served'> & {
    servedDecider: string | null
    servedBody: string | null
    servedOn: PlainDate | null
    servedReason: string | null
    servedProof: string | null
    servedBy: string | null
  }

const TEXT = `select f.id, f.appraisal_id as "appraisalId", f.member_id as "memberId", m.name, a.year, f.grade, f.opinion, f.reason, f.state,
    f.told_by as "toldByName", f.told_by_account_id as "toldBy", f.told_how as "toldHow", f.told_on as "toldOn",
    f.answer_until_on as "answerUntil", f.appeal_until_on as "appealUntil", f.answer, f.served_decider as "servedDecider",
    f.served_body as "servedBody", f.served_decided_on as "servedOn", f.served_reason as "servedReason",
    f.served_proof as "servedProof", f.served_by_account_id as "servedBy", f.revision,
    a.party_org_id as "orgId", o.name as "orgName", o.path::text as "orgPath"
  from grade_feedback f join appraisal a on a.county_id = f.county_id and a.id = f.appraisal_id
  join party_org o on o.county_id = a.county_id and o.id = a.party_org_id
  join member m on m.county_id = f.county_id and m.id = f.member_id`

function toKept(row: Row): KeptFeedback {
  const { appraisalId, name, toldByName, orgId, orgName, orgPath, revision } = row
  return {
    ...{ appraisalId, name, toldByName, orgId, orgName, orgPath, revision },
    feedback: {
      ...{ id: row.id, memberId: row.memberId, year: row.year, grade: row.grade, opinion: row.opinion },
      ...{
        reason: row.reason,
        state: row.state,
        toldBy: row.toldBy,
        toldHow: row.toldHow,
        toldOn: row.toldOn,
      },
      ...{ answerUntil: row.answerUntil, appealUntil: row.appealUntil, answer: row.answer },
      served: toServed(row),
    },
  }
}

function toServed(row: Row): ServedDecision | null {
  if (row.servedOn === null) return null
  // Kept only after it went through the gate; the check of the table demands all five.
  return {
    deciderName: row.servedDecider ?? '',
    body: row.servedBody ?? '',
    decidedOn: row.servedOn,
    reason: row.servedReason ?? '',
    proofOfServiceId: row.servedProof ?? '',
    enteredBy: row.servedBy ?? '',
  } as ServedDecision
}

export async function findFeedback(tx: CountyTx, id: string): Promise<KeptFeedback | undefined> {
  const rows = await tx.raw<Row>('feedback-find', `${TEXT} where f.county_id = $1 and f.id = $2`, [id])
  return rows[0] && toKept(rows[0])
}

export async function lockFeedback(tx: CountyTx, id: string): Promise<KeptFeedback | undefined> {
  const rows = await tx.raw<Row>(
    'feedback-lock',
    `${TEXT} where f.county_id = $1 and f.id = $2 for update of f`,
    [id],
  )
  return rows[0] && toKept(rows[0])
}

/** All of an appraisal, by name. */
export async function listFeedbacks(tx: CountyTx, appraisalId: string): Promise<KeptFeedback[]> {
  const rows = await tx.raw<Row>(
    'feedback-list',
    `${TEXT} where f.county_id = $1 and f.appraisal_id = $2 order by m.name_order, m.id`,
    [appraisalId],
  )
  return rows.map(toKept)
}

/** Lays out what is to be told; what stood there of an earlier signing and was not told is replaced. */
export async function putFeedbacks(
  tx: CountyTx,
  appraisalId: string,
  all: readonly Feedback[],
): Promise<void> {
  await tx
    .remove('grade_feedback')
    .where('appraisal_id', '=', appraisalId)
    .where('state', '=', 'toTell')
    .execute()
  if (all.length === 0) return
  await tx
    .insert(
      'grade_feedback',
      all.map((one) => ({
        id: one.id,
        appraisal_id: appraisalId,
        member_id: one.memberId,
        grade: one.grade,
        opinion: one.opinion,
        reason: one.reason,
        state: one.state,
      })),
    )
    .onConflict((on) => on.columns(['county_id', 'appraisal_id', 'member_id']).doNothing())
    .execute()
}

export async function saveFeedback(
  tx: CountyTx,
  { feedback, revision }: Pick<KeptFeedback, 'feedback' | 'revision'>,
  toldByName: string | null,
): Promise<number> {
  const { served } = feedback
  await tx
    .update('grade_feedback')
    .set({
      ...{ grade: feedback.grade, opinion: feedback.opinion, reason: feedback.reason, state: feedback.state },
      ...{ told_by: toldByName, told_by_account_id: feedback.toldBy, told_how: feedback.toldHow },
      ...{
        told_on: feedback.toldOn,
        answer_until_on: feedback.answerUntil,
        appeal_until_on: feedback.appealUntil,
      },
      answer: feedback.answer,
      served_decider: served?.deciderName ?? null,
      served_body: served?.body ?? null,
      served_decided_on: served?.decidedOn ?? null,
      served_reason: served?.reason ?? null,
      served_proof: served?.proofOfServiceId ?? null,
      served_by_account_id: served?.enteredBy ?? null,
      revision: revision + 1,
    })
    .where('id', '=', feedback.id)
    .execute()
  return revision + 1
}

export type AppealRow = {
  readonly id: string
  readonly state: string
  readonly dueOn: PlainDate
  readonly answer: string | null
  readonly code: string
  readonly text: string
  readonly raisedOn: PlainDate
  readonly stageOrgName: string
  readonly handlerName: string | null
  readonly decidedOn: PlainDate | null
}
export async function listAppeals(tx: CountyTx, feedbackId: string): Promise<AppealRow[]> {
  return await tx.raw<AppealRow>(
    'feedback-appeals',
    `select j.id, j.state, j.due_on as "dueOn", j.answer, j.code, j.text, j.raised_on as "raisedOn", o.name as "stageOrgName",
       h.name as "handlerName", j.decided_on as "decidedOn" from objection j
     join party_org o on o.county_id = j.county_id and o.id = j.stage_org_id
     left join account h on h.county_id = j.county_id and h.id = j.handler_id
     where j.county_id = $1 and j.subject_kind = 'grade' and j.subject_id = $2 order by j.raised_at, j.id`,
    [feedbackId],
  )
}

/** Accounts that had a hand in the grade: recorded, signed, told it. None of them decides the appeal. */
export async function listDeciders(tx: CountyTx, kept: KeptFeedback): Promise<string[]> {
  const rows = await tx.raw<{ id: string }>(
    'feedback-deciders',
    `select g.recorded_by_account_id as id from settled_grade g where g.county_id = $1 and g.appraisal_id = $2 and g.member_id = $3
     union select s.signed_by_account_id from signed_settlement s where s.county_id = $1 and s.appraisal_id = $2
     union select m.recorded_by_account_id from settlement_meeting m where m.county_id = $1 and m.appraisal_id = $2
       and m.recorded_by_account_id is not null`,
    [kept.appraisalId, kept.feedback.memberId],
  )
  return [
    ...new Set([
      ...rows.map(({ id }) => id),
      ...(kept.feedback.toldBy === null ? [] : [kept.feedback.toldBy]),
    ]),
  ]
}

export type Correction = {
  readonly objectionId: string
  readonly feedbackId: string
  readonly grade: Grade
  readonly opinion: string
  readonly reason: string
  readonly body: string
  readonly decidedBy: string
}

export async function putCorrection(
  tx: CountyTx,
  of: Correction & { readonly decidedByName: string; readonly on: PlainDate },
): Promise<void> {
  const columns = {
    ...{ grade: of.grade, opinion: of.opinion, reason: of.reason, body: of.body },
    ...{ decided_by: of.decidedByName, decided_by_account_id: of.decidedBy, written_on: of.on },
  }
  await tx
    .insert('grade_correction', { objection_id: of.objectionId, feedback_id: of.feedbackId, ...columns })
    .onConflict((on) => on.columns(['county_id', 'objection_id']).doUpdateSet(columns))
    .execute()
}

export async function findCorrection(tx: CountyTx, objectionId: string): Promise<Correction | undefined> {
  const rows = await tx.raw<Correction>(
    'grade-correction-find',
    `select c.objection_id as "objectionId", c.feedback_id as "feedbackId", c.grade, c.opinion, c.reason, c.body,
       c.decided_by_account_id as "decidedBy" from grade_correction c where c.county_id = $1 and c.objection_id = $2 for update`,
    [objectionId],
  )
  return rows[0]
}

export async function saveCorrectionApplied(tx: CountyTx, objectionId: string, on: PlainDate): Promise<void> {
  await tx
    .update('grade_correction')
    .set({ applied_on: on })
    .where('objection_id', '=', objectionId)
    .execute()
}
