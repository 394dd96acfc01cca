import type { DutyQuestion, DutyReport, DutyReportPart } from '@steward/domain/appraisals/duty-report.ts'
import type { DutyFacts } from '@steward/domain/appraisals/duty-report-document.ts'
import { type Points, toPoints } from '@steward/domain/shared/points.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import type { CountyTx } from '#platform/db.ts'

export type KeptReport = {
  readonly report: DutyReport
  readonly appraisalId: string
  readonly askedBy: ReadonlyMap<string, string>
  readonly helperName: string
  readonly checkedByName: string | null
  readonly facts: DutyFacts | null
  readonly revision: number
}

type Row = {
  id: string
  appraisalId: string
  memberId: string
  orgId: string
  year: number
  state: DutyReport['state']
  words: Record<DutyReportPart, string>
  onProblems: Record<string, string>
  facts: DutyFacts | null
  helperAccountId: string | null
  helperName: string
  consentOn: PlainDate | null
  submittedOn: PlainDate | null
  checkedBy: string | null
  checkedByAccountId: string | null
  checkedOn: PlainDate | null
  revision: number
  questions: (DutyQuestion & { askedBy: string })[]
}

const TEXT = `select d.id, d.appraisal_id as "appraisalId", d.member_id as "memberId", a.party_org_id as "orgId", a.year,
    d.state, d.words, d.on_problems as "onProblems", d.facts, d.helper_account_id as "helperAccountId",
    d.helper_name as "helperName", d.consent_on as "consentOn", d.submitted_on as "submittedOn",
    d.checked_by as "checkedBy", d.checked_by_account_id as "checkedByAccountId", d.checked_on as "checkedOn", d.revision,
    coalesce((select json_agg(json_build_object('id', q.id, 'by', q.account_id, 'askedBy', q.asked_by, 'on', q.asked_on,
      'text', q.text, 'answer', q.answer, 'answeredOn', q.answered_on) order by q.asked_on, q.id)
      from duty_question q where q.county_id = d.county_id and q.duty_report_id = d.id), '[]') as questions
  from duty_report d join appraisal a on a.county_id = d.county_id and a.id = d.appraisal_id`

function toKept(row: Row): KeptReport {
  const { id, memberId, orgId, year, state, words, helperAccountId, consentOn, submittedOn, checkedOn } = row
  return {
    appraisalId: row.appraisalId,
    report: {
      ...{ id, memberId, orgId, year, state, words, submittedOn, checkedOn },
      onProblems: new Map(Object.entries(row.onProblems)),
      helper:
        helperAccountId === null || consentOn === null ? null : { accountId: helperAccountId, consentOn },
      questions: row.questions.map(({ id: of, by, on, text, answer, answeredOn }) => ({
        ...{ id: of, by, on, text, answer, answeredOn },
      })),
      checkedBy: row.checkedByAccountId,
    },
    askedBy: new Map(row.questions.map((question) => [question.id, question.askedBy])),
    helperName: row.helperName,
    checkedByName: row.checkedBy,
    facts: row.facts,
    revision: row.revision,
  }
}

export async function findReportOf(
  tx: CountyTx,
  appraisalId: string,
  memberId: string,
): Promise<KeptReport | undefined> {
  const rows = await tx.raw<Row>(
    'duty-report-of',
    `${TEXT} where d.county_id = $1 and d.appraisal_id = $2 and d.member_id = $3`,
    [appraisalId, memberId],
  )
  return rows[0] && toKept(rows[0])
}

export async function findReport(tx: CountyTx, id: string): Promise<KeptReport | undefined> {
  const rows = await tx.raw<Row>('duty-report-find', `${TEXT} where d.county_id = $1 and d.id = $2`, [id])
  return rows[0] && toKept(rows[0])
}

export async function lockReport(tx: CountyTx, id: string): Promise<KeptReport | undefined> {
  const rows = await tx.raw<Row>(
    'duty-report-lock',
    `${TEXT} where d.county_id = $1 and d.id = $2 for update of d`,
    [id],
  )
  return rows[0] && toKept(rows[0])
}

/** Writes a report: a new one, or over the one of that id. Answers with its revision. */
export async function putReport(tx: CountyTx, kept: KeptReport): Promise<number> {
  const { report } = kept
  const columns = {
    state: report.state,
    words: JSON.stringify(report.words),
    on_problems: JSON.stringify(Object.fromEntries(report.onProblems)),
    facts: kept.facts === null ? null : JSON.stringify(kept.facts),
    helper_account_id: report.helper?.accountId ?? null,
    helper_name: kept.helperName,
    consent_on: report.helper?.consentOn ?? null,
    submitted_on: report.submittedOn,
    checked_by: kept.checkedByName,
    checked_by_account_id: report.checkedBy,
    checked_on: report.checkedOn,
    revision: kept.revision + 1,
  }
  await tx
    .insert('duty_report', {
      id: report.id,
      appraisal_id: kept.appraisalId,
      member_id: report.memberId,
      ...columns,
    })
    .onConflict((on) => on.columns(['county_id', 'id']).doUpdateSet(columns))
    .execute()
  return kept.revision + 1
}

export async function putQuestion(
  tx: CountyTx,
  reportId: string,
  question: DutyQuestion,
  askedBy: string,
): Promise<void> {
  const { id, text, answer, answeredOn } = question
  await tx
    .insert('duty_question', {
      ...{ id, duty_report_id: reportId, asked_by: askedBy, account_id: question.by, asked_on: question.on },
      ...{ text, answer, answered_on: answeredOn },
    })
    .onConflict((on) => on.columns(['county_id', 'id']).doUpdateSet({ answer, answered_on: answeredOn }))
    .execute()
}

export type ReportRow = {
  readonly memberId: string
  readonly name: string
  readonly owed: boolean
  readonly reportId: string | null
  readonly state: DutyReport['state'] | null
  readonly openQuestions: number
  readonly hasPhone: boolean
}

/** Everybody on the roll with the report, by name. */
export async function listReportRows(tx: CountyTx, appraisalId: string): Promise<ReportRow[]> {
  return await tx.raw<ReportRow>(
    'duty-report-list',
    `select r.member_id as "memberId", m.name, r.owes_report as owed, d.id as "reportId", d.state,
       (select count(*)::int from duty_question q where q.county_id = d.county_id and q.duty_report_id = d.id and q.answer is null) as "openQuestions",
       exists (select 1 from account c where c.county_id = r.county_id and c.member_id = r.member_id and c.state = 'active') as "hasPhone"
     from appraisal_roll r join member m on m.county_id = r.county_id and m.id = r.member_id
     left join duty_report d on d.county_id = r.county_id and d.appraisal_id = r.appraisal_id and d.member_id = r.member_id
     where r.county_id = $1 and r.appraisal_id = $2 and r.place in ('graded', 'withoutGrade') order by m.name_order, m.id`,
    [appraisalId],
  )
}

export type DeedRow = {
  readonly entryId: string
  readonly on: PlainDate
  readonly said: string
  readonly itemCode: string
  readonly versionId: string
  readonly quantity: number
  readonly points: Points
}
export type MemberYear = {
  readonly pledges: DutyFacts['pledges']
  readonly deeds: readonly DeedRow[]
  readonly process: Points
  readonly problems: DutyFacts['problems']
}

/** The member's own year out of pledges, approved claims, the ledger and the problems of last year (S-203, S-232). */
export async function loadMemberYear(tx: CountyTx, memberId: string, year: number): Promise<MemberYear> {
  const [row] = await tx.raw<{
    pledges: DutyFacts['pledges']
    deeds: (Omit<DeedRow, 'points'> & { points: number })[]
    process: number
    problems: DutyFacts['problems']
  }>(
    'duty-report-year',
    `select coalesce((select json_agg(json_build_object('id', p.id, 'text', p.text, 'outcome', coalesce(
         case q.outcome when 'fulfilled' then '兑现' when 'partly' then '部分兑现' when 'missedExplained' then '因故未兑现'
           when 'dropped' then '未办' end, '')) order by p.created_at, p.id)
       from pledge p left join pledge_outcome q on q.county_id = p.county_id and q.pledge_id = p.id
       where p.county_id = $1 and p.member_id = $2 and p.year = $3
         and p.state in ('accepted', 'published', 'fulfilled', 'partly', 'missedExplained', 'dropped')), '[]') as pledges,
     coalesce((select json_agg(json_build_object('entryId', e.id, 'on', e.deed_on, 'said', c.said, 'itemCode', c.item_code,
         'versionId', c.scheme_version_id, 'quantity', c.quantity, 'points', e.credited) order by e.deed_on, e.id)
       from claim c join ledger_entry e on e.county_id = c.county_id and e.id = c.entry_id
       where c.county_id = $1 and c.member_id = $2 and c.state in ('approved', 'adjusted')
         and c.deed_on between make_date($3, 1, 1) and make_date($3, 12, 31)), '[]') as deeds,
     coalesce((select b.base + b.duty + b.pledges_and_tasks + b.service_and_example + b.bonus + b.deductions - b.outside_caps
       from points_balance b where b.county_id = $1 and b.member_id = $2 and b.year = $3), 0) as process,
     coalesce((select json_agg(json_build_object('id', p.id, 'words', p.words, 'measure', coalesce(i.measure, '')) order by p.recorded_at, p.id)
       from appraisal_problem p join appraisal a on a.county_id = p.county_id and a.id = p.appraisal_id and a.year = $3 - 1
       left join rectification_item i on i.county_id = p.county_id and i.problem_id = p.id
       where p.county_id = $1 and p.member_id = $2 and not exists (select 1 from problem_drop d
         where d.county_id = p.county_id and d.problem_id = p.id)), '[]') as problems`,
    [memberId, year],
  )
  if (row === undefined) throw new Error('One row is always answered')
  return {
    ...row,
    deeds: row.deeds.map((deed) => ({ ...deed, points: toPoints(deed.points) })),
    process: toPoints(row.process),
  }
}
