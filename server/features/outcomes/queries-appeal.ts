import type { Appeal, AppealSubject } from '@steward/domain/outcomes/appeal.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import type { CountyTx } from '#platform/db.ts'

export type AppealKind = Exclude<AppealSubject['kind'], 'grade'>

/** An appeal as it is kept, with the names that stand beside it. */
export type KeptAppeal = {
  readonly appeal: Appeal
  readonly about: string
  readonly toldOn: PlainDate
  readonly memberName: string
  readonly orgId: string
  readonly orgName: string
  /** Path of the member's branch today. */
  readonly orgPath: string
  readonly raisedAt: Date
  readonly takenBy: string | null
  readonly takenByAccountId: string | null
  readonly bodyName: string
  /** Path of the organisation it lies with; the root for what lies above the county. */
  readonly bodyPath: string
  /** Organisation whose officers have it to do. */
  readonly deskOrgId: string
  readonly handlerName: string | null
  readonly decidedBy: string | null
  readonly revision: number
}

type Row = Omit<KeptAppeal, 'appeal'> &
  Omit<Appeal, 'subject' | 'text' | 'late' | 'bodyId'> & {
    subjectKind: AppealKind
    subjectId: string
    words: string
    isLate: boolean
    bodyOrgId: string | null
  }

const ROOT = `(select r.id from party_org r where r.county_id = a.county_id and r.parent_id is null order by r.number limit 1)`
const COLUMNS = `a.id, a.member_id as "memberId", m.name as "memberName", o.id as "orgId", o.name as "orgName", o.path::text as "orgPath",
  a.subject_kind as "subjectKind", a.subject_id as "subjectId", a.about, a.told_on as "toldOn", a.words, a.raised_on as "raisedOn",
  a.raised_at as "raisedAt", a.taken_by as "takenBy", a.taken_by_account_id as "takenByAccountId", a.is_late as "isLate", a.level,
  a.body_org_id as "bodyOrgId", a.body_name as "bodyName", b.path::text as "bodyPath", b.id as "deskOrgId", a.state,
  a.handler_account_id as "handlerId", a.handler_name as "handlerName", a.due_on as "dueOn", a.answer, a.decided_on as "decidedOn",
  a.decided_by as "decidedBy", a.persons_before as "personsBefore", a.bodies_before as "bodiesBefore", a.revision`
const FROM = `from appeal a join member m on m.county_id = a.county_id and m.id = a.member_id
  join party_org o on o.county_id = m.county_id and o.id = m.party_org_id
  join party_org b on b.county_id = a.county_id and b.id = coalesce(a.body_org_id, ${ROOT})`
export const APPEAL_ROWS = { columns: COLUMNS, from: FROM }
export type AppealSqlRow = Row

/** Bodies above the county have no organisation here; they are counted, so that none decides twice. */
export const HIGHER = 'higher:'

export function toKeptAppeal(row: Row): KeptAppeal {
  const { subjectKind, subjectId, words, isLate, bodyOrgId, ...rest } = row
  const { id, memberId, raisedOn, level, state, handlerId, dueOn, answer, decidedOn } = rest
  const { personsBefore, bodiesBefore, ...kept } = rest
  const higher = bodiesBefore.filter((one) => one.startsWith(HIGHER)).length
  const decidedHere = state === 'upheld' || state === 'notUpheld' ? 0 : 1
  return {
    ...kept,
    raisedAt: new Date(kept.raisedAt),
    appeal: {
      ...{ id, memberId, raisedOn, level, state, handlerId, dueOn, answer, decidedOn },
      ...{ personsBefore, bodiesBefore },
      subject: { kind: subjectKind, id: subjectId },
      text: words,
      late: isLate,
      bodyId: bodyOrgId ?? `${HIGHER}${higher + decidedHere}`,
    },
  }
}

export async function findAppeal(tx: CountyTx, id: string): Promise<KeptAppeal | undefined> {
  const rows = await tx.raw<Row>(
    'appeal-find',
    `select ${COLUMNS} ${FROM} where a.county_id = $1 and a.id = $2`,
    [id],
  )
  return rows[0] && toKeptAppeal(rows[0])
}

export async function lockAppeal(tx: CountyTx, id: string): Promise<KeptAppeal | undefined> {
  const text = `select ${COLUMNS} ${FROM} where a.county_id = $1 and a.id = $2 for no key update of a`
  const rows = await tx.raw<Row>('appeal-lock', text, [id])
  return rows[0] && toKeptAppeal(rows[0])
}

/** Lets one after the other appeal against, or act on, the same thing. */
export async function lockAppealSubject(tx: CountyTx, subject: { kind: string; id: string }): Promise<void> {
  await tx.raw(
    'appeal-subject-lock',
    'select pg_advisory_xact_lock(hashtextextended($1::text || $2 || $3 /* county_id */, 214))',
    [subject.kind, subject.id],
  )
}

function columnsOf({ appeal, ...kept }: KeptAppeal) {
  return {
    words: appeal.text,
    is_late: appeal.late,
    level: appeal.level,
    body_org_id: appeal.level === 'higher' ? null : appeal.bodyId,
    body_name: kept.bodyName,
    state: appeal.state,
    handler_account_id: appeal.handlerId,
    handler_name: kept.handlerName,
    due_on: appeal.dueOn,
    answer: appeal.answer,
    decided_on: appeal.decidedOn,
    decided_by: kept.decidedBy,
    decided_by_account_id: appeal.decidedOn === null ? null : appeal.handlerId,
    persons_before: [...appeal.personsBefore],
    bodies_before: [...appeal.bodiesBefore],
  }
}

export async function insertAppeal(tx: CountyTx, kept: KeptAppeal): Promise<void> {
  const { appeal } = kept
  if (appeal.subject.kind === 'grade') throw new Error('Appeals against grades are kept with the appraisal')
  await tx
    .insert('appeal', {
      ...{ id: appeal.id, member_id: appeal.memberId, party_org_id: kept.orgId },
      ...{ subject_kind: appeal.subject.kind, subject_id: appeal.subject.id, about: kept.about },
      ...{ told_on: kept.toldOn, raised_on: appeal.raisedOn, raised_at: kept.raisedAt },
      ...{ taken_by: kept.takenBy, taken_by_account_id: kept.takenByAccountId },
      ...columnsOf(kept),
    })
    .execute()
}

export async function saveAppeal(tx: CountyTx, kept: KeptAppeal): Promise<void> {
  await tx
    .update('appeal')
    .set({ ...columnsOf(kept), revision: kept.revision + 1 })
    .where('id', '=', kept.appeal.id)
    .execute()
}

/** Whether an appeal against something runs: it is disputed and stays out of anything adverse. The door for all outcomes. */
export async function isDisputed(tx: CountyTx, kind: AppealKind, id: string): Promise<boolean> {
  return (await listDisputed(tx, kind, [id])).has(id)
}

/** Those of many things of a kind that are disputed. */
export async function listDisputed(
  tx: CountyTx,
  kind: AppealKind,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const rows = await tx.raw<{ id: string }>(
    'appeal-disputed',
    `select a.subject_id as id from appeal a where a.county_id = $1 and a.subject_kind = $2 and a.subject_id = any($3::uuid[])
       and a.state in ('received', 'assigned')`,
    [kind, ids],
  )
  return new Set(rows.map(({ id }) => id))
}

export type AppealOn = {
  readonly id: string
  readonly kind: AppealKind
  readonly state: Appeal['state']
  readonly dueOn: PlainDate
  readonly answer: string | null
}

/** Appeals against one thing, the oldest first. */
export async function listAppealsOn(tx: CountyTx, subjectId: string): Promise<AppealOn[]> {
  return await tx.raw<AppealOn>(
    'appeals-on',
    `select a.id, a.subject_kind as kind, a.state, a.due_on as "dueOn", a.answer from appeal a
     where a.county_id = $1 and a.subject_id = $2 order by a.raised_at, a.id`,
    [subjectId],
  )
}
