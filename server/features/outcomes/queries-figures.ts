import type { Grade } from '@steward/domain/appraisals/grade.ts'
import type { Caution } from '@steward/domain/outcomes/caution.ts'
import type { SanctionRecord } from '@steward/domain/outcomes/discipline.ts'
import type { DisposalCase } from '@steward/domain/outcomes/disposal.ts'
import type { DisposalEnd } from '@steward/domain/outcomes/disposal-end.ts'
import type { HelpPlan } from '@steward/domain/outcomes/help-plan.ts'
import type { Limit } from '@steward/domain/outcomes/limit.ts'
import type { RecordedUse } from '@steward/domain/outcomes/outcome-use.ts'
import type { ToleranceCase } from '@steward/domain/outcomes/tolerance.ts'
import type { CountedWarning } from '@steward/domain/outcomes/warning.ts'
import type { CountyTx } from '#platform/db.ts'
import { WITHOUT_USE } from './queries-no-use.ts'

/** Where and of which year it is counted; `year` null counts everything on record. */
export type Counted = { readonly path: string; readonly year: number | null }

export type FigureRows = {
  readonly uses: readonly Pick<RecordedUse, 'memberId' | 'use' | 'state'>[]
  readonly limits: readonly Pick<Limit, 'memberId' | 'kind'>[]
  readonly warnings: readonly CountedWarning[]
  readonly tolerance: readonly Pick<ToleranceCase, 'memberId' | 'state'>[]
  readonly graded: readonly { readonly memberId: string }[]
  readonly cases: readonly Pick<DisposalCase, 'id' | 'memberId' | 'form' | 'state'>[]
  readonly ends: readonly Pick<DisposalEnd, 'caseId' | 'how'>[]
  readonly cautions: readonly Pick<Caution, 'memberId' | 'state'>[]
  readonly helpPlans: readonly Pick<HelpPlan, 'memberId' | 'result'>[]
  readonly sanctions: readonly Pick<SanctionRecord, 'memberId' | 'sanction'>[]
}

const rows = (text: string) => `(select coalesce(json_agg(x), '[]'::json) from (${text}) x)`
/** Rows of a table by the branch that stands on them. */
const at = (table: string, columns: string, more: string) =>
  rows(`select ${columns} from ${table} t join party_org o on o.county_id = t.county_id and o.id = t.party_org_id
    where t.county_id = $1 and o.path <@ $2::ltree and ${more}`)
/** Members graded unqualified by the last signing, in the year or ever. */
const UNQUALIFIED = `select y.member_id from appraisal a join party_org o on o.county_id = a.county_id and o.id = a.party_org_id
  join year_result y on y.county_id = a.county_id and y.appraisal_id = a.id and y.edition = a.edition and y.grade = 'unqualified'
  where a.county_id = $1 and o.path <@ $2::ltree and ($3::int is null or a.year = $3) and a.stage in ('feedback', 'rectification', 'closed')`
const day = (column: string) => `($3::int is null or extract(year from ${column})::int = $3)`
const some = (object: string, exists: string) => `case when ${exists} then '{}'::json end as "${object}"`

/** All that is counted, in one round trip; warnings, tolerance and limits by the year of their decision or result. */
export async function listFigureRows(tx: CountyTx, of: Counted): Promise<FigureRows> {
  const [found] = await tx.raw<FigureRows>(
    'outcome-figure-rows',
    `select ${at('outcome_use', 't.member_id as "memberId", t.use, t.state', "t.state = 'confirmed' and t.use in ('cityAward', 'countyAward') and ($3::int is null or t.year = $3)")} as uses,
      ${rows(`select t.member_id as "memberId", t.kind from outcome_limit t join member m on m.county_id = t.county_id and m.id = t.member_id
        join party_org o on o.county_id = m.county_id and o.id = m.party_org_id
        where t.county_id = $1 and o.path <@ $2::ltree and ($3::int is null or t.year = $3)`)} as limits,
      ${at(
        'warning',
        `t.member_id as "memberId", ${some('served', 't.served_decided_on is not null')}, ${some('talk', 't.talk_on is not null')},
         t.no_talk_for as "noTalkFor", ${some('measure', 't.measure_kind is not null')}`,
        `t.state <> 'drafted' and ${day('t.served_on')}`,
      )} as warnings,
      ${at('tolerance_case', 't.member_id as "memberId", t.state', day('t.found_on'))} as tolerance,
      ${rows(`select u.member_id as "memberId" from (${UNQUALIFIED}) u`)} as graded,
      ${rows(`select d.id, d.member_id as "memberId", d.form, d.state from disposal d where d.county_id = $1 and d.member_id in (${UNQUALIFIED})`)} as cases,
      ${rows(`select d.id as "caseId", d.ended_how as how from disposal d where d.county_id = $1 and d.ended_how is not null and d.member_id in (${UNQUALIFIED})`)} as ends,
      ${rows(`select c.member_id as "memberId", c.state from caution c where c.county_id = $1 and c.member_id in (${UNQUALIFIED})`)} as cautions,
      ${rows(`select p.member_id as "memberId", p.result from help_plan p where p.county_id = $1 and p.member_id in (${UNQUALIFIED})`)} as "helpPlans",
      ${rows(`select s.member_id as "memberId", s.sanction from sanction s where s.county_id = $1 and s.member_id in (${UNQUALIFIED})`)} as sanctions`,
    [of.path, of.year],
  )
  if (found === undefined) throw new Error('One row is always answered')
  return found
}

/** Disposal cases at and below an organisation by the year they were proposed, whatever their ground. */
export async function listDisposalRows(
  tx: CountyTx,
  of: Counted,
): Promise<Pick<FigureRows, 'cases' | 'ends'>> {
  const where = `from disposal d join party_org o on o.county_id = d.county_id and o.id = d.party_org_id
    where d.county_id = $1 and o.path <@ $2::ltree and ${day('d.proposed_on')}`
  const [found] = await tx.raw<Pick<FigureRows, 'cases' | 'ends'>>(
    'outcome-disposal-rows',
    `select ${rows(`select d.id, d.member_id as "memberId", d.form, d.state ${where}`)} as cases,
      ${rows(`select d.id as "caseId", d.ended_how as how ${where} and d.ended_how is not null`)} as ends`,
    [of.path, of.year],
  )
  return found ?? { cases: [], ends: [] }
}

export type BoardRow = {
  readonly grades: { readonly grade: Grade; readonly count: number }[]
  /** Branches whose grades are out, those of them without any draft, and those not so far yet. */
  readonly out: number
  readonly notDrafted: number
  readonly waiting: number
  readonly withoutUse: number
}

/** How far a year has come at and below an organisation. */
export async function loadBoard(tx: CountyTx, path: string, year: number): Promise<BoardRow> {
  const OUT = `from appraisal a join party_org o on o.county_id = a.county_id and o.id = a.party_org_id
    where a.county_id = $1 and a.year = $3 and o.path <@ $2::ltree and a.stage in ('feedback', 'rectification', 'closed')`
  const [found] = await tx.raw<BoardRow>(
    'outcome-board',
    `select ${rows(`select y.grade, count(*)::int as count from year_result y join (select a.id, a.edition ${OUT}) a on a.id = y.appraisal_id
        and a.edition = y.edition where y.county_id = $1 group by y.grade`)} as grades,
      (select count(*)::int ${OUT}) as out,
      (select count(*)::int ${OUT} and not exists (select 1 from outcome_use u where u.county_id = a.county_id and u.appraisal_id = a.id)) as "notDrafted",
      (select count(*)::int from party_org o left join appraisal a on a.county_id = o.county_id and a.party_org_id = o.id and a.year = $3
        where o.county_id = $1 and o.path <@ $2::ltree and o.kind = 'branch' and o.dissolved_on is null
          and (a.id is null or a.stage not in ('feedback', 'rectification', 'closed'))) as waiting,
      (select count(*)::int ${WITHOUT_USE} and a.year = $3 and o.path <@ $2::ltree) as "withoutUse"`,
    [path, year],
  )
  if (found === undefined) throw new Error('One row is always answered')
  return found
}

/** Years about which anything is on record, newest first. */
export async function listOutcomeYears(tx: CountyTx): Promise<number[]> {
  const found = await tx.raw<{ year: number }>(
    'outcome-years',
    `select distinct a.year from appraisal a where a.county_id = $1 and a.stage in ('feedback', 'rectification', 'closed') order by a.year desc limit 20`,
    [],
  )
  return found.map(({ year }) => year)
}
