import { createHash } from 'node:crypto'
import type { Objection, ObjectionStage, ObjectionSubject } from '@steward/domain/notices/objection.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import type { CountyTx } from '#platform/db.ts'

/** An objection as kept: handlers and deciders are accounts; their names stand in the steps. */
export type KeptObjection = {
  readonly objection: Objection
  readonly noticeId: string | null
  readonly rowNo: number | null
  readonly orgId: string
  readonly orgName: string
  readonly orgPath: string
  readonly stageOrgId: string
  readonly stageOrgName: string
  readonly stageOrgPath: string
  readonly raisedName: string
  readonly takenBy: string
  readonly takenByAccountId: string | null
  readonly firstText: string
  readonly handlerName: string | null
  readonly concernedMemberIds: readonly string[]
  /** Title of the notice it belongs to, or empty. */
  readonly about: string
  readonly revision: number
}

type Row = Omit<KeptObjection, 'objection'> &
  Omit<Objection, 'subject'> & {
    subjectKind: ObjectionSubject['kind']
    subjectId: string
  }

const COLUMNS = `j.id, j.code, j.notice_id as "noticeId", j.row_no as "rowNo", j.party_org_id as "orgId", o.name as "orgName",
  o.path::text as "orgPath", j.stage_org_id as "stageOrgId", so.name as "stageOrgName", so.path::text as "stageOrgPath",
  j.subject_kind as "subjectKind", j.subject_id as "subjectId", j.route, j.raised_by_member_id as "raisedByMemberId",
  j.raised_name as "raisedName", j.text, j.first_text as "firstText", j.raised_on as "raisedOn", j.taken_by as "takenBy",
  j.taken_by_account_id as "takenByAccountId",
  j.stage, j.state, j.handler_id as "handlerId", h.name as "handlerName", j.due_on as "dueOn", j.answer,
  j.decided_by as "decidedBy", j.decided_on as "decidedOn", j.decided_before as "decidedBefore",
  j.concerned_member_ids as "concernedMemberIds", coalesce(n.title, '') as about, j.revision`
const FROM = `objection j join party_org o on o.county_id = j.county_id and o.id = j.party_org_id
  join party_org so on so.county_id = j.county_id and so.id = j.stage_org_id
  left join notice n on n.county_id = j.county_id and n.id = j.notice_id
  left join account h on h.county_id = j.county_id and h.id = j.handler_id`
export const OBJECTION_ROWS = { columns: COLUMNS, from: FROM }

/** From a row of the statement above to the objection the rules know. */
export function toKeptObjection(row: Row): KeptObjection {
  const { id, code, route, raisedByMemberId, text, raisedOn, stage, state, handlerId, dueOn, answer } = row
  const { decidedBy, decidedOn, decidedBefore, subjectKind, subjectId, ...kept } = row
  const subject = { kind: subjectKind, id: subjectId }
  const raised = {
    id,
    code,
    subject,
    route,
    raisedByMemberId,
    text,
    raisedOn,
    stage,
    state,
    handlerId,
    dueOn,
  }
  return { ...kept, objection: { ...raised, answer, decidedBy, decidedOn, decidedBefore } }
}
export type ObjectionSqlRow = Row

export async function findObjection(tx: CountyTx, id: string): Promise<KeptObjection | undefined> {
  const [row] = await tx.raw<Row>(
    'objection-find',
    `select ${COLUMNS} from ${FROM} where j.county_id = $1 and j.id = $2`,
    [id],
  )
  return row && toKeptObjection(row)
}

/** The same, locked until the transaction ends. */
export async function lockObjection(tx: CountyTx, id: string): Promise<KeptObjection | undefined> {
  const [row] = await tx.raw<Row>(
    'objection-lock',
    `select ${COLUMNS} from ${FROM} where j.county_id = $1 and j.id = $2 for update of j`,
    [id],
  )
  return row && toKeptObjection(row)
}

export async function findObjectionByCode(tx: CountyTx, code: string): Promise<KeptObjection | undefined> {
  const [row] = await tx.raw<Row>(
    'objection-by-code',
    `select ${COLUMNS} from ${FROM} where j.county_id = $1 and j.code = $2`,
    [code],
  )
  return row && toKeptObjection(row)
}

/** The one that came with a sender's key before; a form sent twice is one objection. */
export async function findSentBefore(
  tx: CountyTx,
  key: string,
): Promise<{ id: string; code: string; dueOn: PlainDate } | undefined> {
  const rows = await tx.raw<{ id: string; code: string; dueOn: PlainDate }>(
    'objection-sent-before',
    `select j.id, j.code, j.due_on as "dueOn" from objection j where j.county_id = $1 and j.request_key = $2`,
    [digestOf(key)],
  )
  return rows[0]
}

export function digestOf(key: string): Buffer {
  return createHash('sha256').update(key).digest()
}

/** Lets one after the other object to the same thing; what is counted over it stays true until the transaction ends. */
export async function lockSubject(tx: CountyTx, subject: ObjectionSubject): Promise<void> {
  await tx.raw(
    'objection-subject-lock',
    'select pg_advisory_xact_lock(hashtextextended($1::text || $2 || $3 /* county_id */, 216))',
    [subject.kind, subject.id],
  )
}

export async function hasOpenObjection(
  tx: CountyTx,
  subject: ObjectionSubject,
  memberId: string | null,
): Promise<boolean> {
  if (memberId === null) return false
  const rows = await tx.raw(
    'objection-has-open',
    `select 1 from objection j where j.county_id = $1 and j.subject_kind = $2 and j.subject_id = $3
       and j.raised_by_member_id = $4 and j.state in ('received', 'assigned') limit 1`,
    [subject.kind, subject.id, memberId],
  )
  return rows.length > 0
}

/** Writes a new objection. */
export async function insertObjection(
  tx: CountyTx,
  kept: KeptObjection,
  by: { readonly at: Date; readonly requestKey: string | null },
): Promise<void> {
  const { objection } = kept
  await tx
    .insert('objection', {
      id: objection.id,
      code: objection.code,
      notice_id: kept.noticeId,
      row_no: kept.rowNo,
      party_org_id: kept.orgId,
      stage_org_id: kept.stageOrgId,
      subject_kind: objection.subject.kind,
      subject_id: objection.subject.id,
      route: objection.route,
      raised_by_member_id: objection.raisedByMemberId,
      raised_name: kept.raisedName,
      text: objection.text,
      first_text: objection.text,
      raised_on: objection.raisedOn,
      raised_at: by.at,
      taken_by: kept.takenBy,
      taken_by_account_id: kept.takenByAccountId,
      stage: objection.stage,
      state: objection.state,
      due_on: objection.dueOn,
      decided_before: [...objection.decidedBefore],
      concerned_member_ids: [...kept.concernedMemberIds],
      request_key: by.requestKey === null ? null : digestOf(by.requestKey),
    })
    .execute()
}

/** Writes an objection that was locked and has moved on. */
export async function saveObjection(tx: CountyTx, kept: KeptObjection): Promise<void> {
  const { objection } = kept
  await tx
    .update('objection')
    .set({
      text: objection.text,
      stage: objection.stage,
      stage_org_id: kept.stageOrgId,
      state: objection.state,
      handler_id: objection.handlerId,
      due_on: objection.dueOn,
      answer: objection.answer,
      decided_by: objection.decidedBy,
      decided_on: objection.decidedOn,
      decided_before: [...objection.decidedBefore],
      revision: kept.revision + 1,
    })
    .where('id', '=', objection.id)
    .execute()
}

export type ObjectionStep = {
  readonly step: 'raise' | 'assign' | 'uphold' | 'notUphold' | 'appeal' | 'withdraw'
  readonly stage: ObjectionStage
  readonly words: string
  /** Empty for the one who objected. */
  readonly by: string
  readonly accountId: string | null
  readonly at: Date
}

export async function insertStep(
  tx: CountyTx,
  id: string,
  objectionId: string,
  step: ObjectionStep,
): Promise<void> {
  await tx
    .insert('objection_step', {
      id,
      objection_id: objectionId,
      step: step.step,
      stage: step.stage,
      words: step.words,
      by_name: step.by,
      account_id: step.accountId,
      taken_at: step.at,
    })
    .execute()
}

/** What happened to objections, oldest first. */
export async function listSteps(
  tx: CountyTx,
  objectionIds: readonly string[],
): Promise<(Omit<ObjectionStep, 'accountId'> & { objectionId: string })[]> {
  return await tx.raw(
    'objection-steps',
    `select s.objection_id as "objectionId", s.step, s.stage, s.words, s.by_name as by, s.taken_at as at
     from objection_step s where s.county_id = $1 and s.objection_id = any($2) order by s.taken_at, s.id`,
    [objectionIds],
  )
}

export type StageOrg = { readonly id: string; readonly name: string; readonly path: string }

/** Who answers at a stage: the organisation itself, the committee above it, the county. */
export async function findStageOrg(
  tx: CountyTx,
  orgPath: string,
  stage: ObjectionStage,
): Promise<StageOrg | undefined> {
  const wanted = {
    branch: 'o.path = $2::ltree',
    baseCommittee: `o.path @> $2::ltree and o.path <> $2::ltree and o.kind in ('baseCommittee', 'workCommittee', 'countyCommittee')`,
    county: 'o.path @> $2::ltree and o.parent_id is null',
  }
  const rows = await tx.raw<StageOrg>(
    `objection-stage-${stage}`,
    `select o.id, o.name, o.path::text as path from party_org o where o.county_id = $1 and ${wanted[stage]}
     order by nlevel(o.path) desc limit 1`,
    [orgPath],
  )
  return rows[0]
}

/** Names of members, for those a matter concerns. */
export async function listMemberNames(
  tx: CountyTx,
  ids: readonly string[],
): Promise<{ memberId: string; name: string }[]> {
  if (ids.length === 0) return []
  return await tx.raw(
    'objection-member-names',
    'select m.id as "memberId", m.name from member m where m.county_id = $1 and m.id = any($2) order by m.name',
    [ids],
  )
}
