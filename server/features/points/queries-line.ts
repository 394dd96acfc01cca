import type { MonthState } from '@steward/domain/points/month.ts'
import type { PlainDate, PlainMonth } from '@steward/domain/shared/plain-date.ts'
import type { CountyTx } from '#platform/db.ts'
import { ENTRY_COLUMNS, type EntryRow } from './queries-ledger.ts'

/** A line with everything that stands round it: names, claim, month, notice, objection, log. */
export type LineRow = EntryRow & {
  readonly statementMonth: PlainMonth
  readonly orgName: string
  readonly author: string
  readonly reviewer: string | null
  readonly takenBackBy: string | null
  /** The objection that runs on it. */
  readonly objectionId: string | null
  readonly sealed: boolean
  readonly said: string
  readonly quantity: number | null
  readonly number: string | null
  /** Names of witnesses by their ids. */
  readonly witnesses: Readonly<Record<string, string>> | null
  readonly monthState: MonthState
  readonly noticeId: string | null
  readonly noticeState: string | null
  readonly postedOn: PlainDate | null
  readonly endsOn: PlainDate | null
  readonly objections: number
}

const UUID = `'^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'`
const sourceOf = (kind: string) =>
  `case when e.source_kind = '${kind}' and e.source_id ~ ${UUID} then e.source_id::uuid end`

/** Open objections to a line make it disputed. */
const runsOnLine = `j.county_id = $1 and j.subject_kind = 'ledgerEntry'
  and j.subject_id = e.id::text and j.state in ('received', 'assigned')`
const isDisputed = `exists (select 1 from objection j where ${runsOnLine})`

const LINE = `${ENTRY_COLUMNS}, e.statement_month as "statementMonth", b.name as "orgName",
  coalesce(aa.name, am.name, '') as author, ra.name as reviewer, back.id as "takenBackBy",
  (select j.id from objection j where ${runsOnLine} order by j.id limit 1) as "objectionId",
  exists (select 1 from ledger_leaf l where l.county_id = $1 and l.entry_id = e.id) as sealed,
  coalesce(nullif(c.said, ''), d.facts, '') as said, coalesce(c.quantity, d.quantity) as quantity, c.number,
  case when array_to_string(e.evidence, ' ') like '%witness:%' then (select json_object_agg(w.id, w.name) from member w
    where w.county_id = $1 and w.id = any(array(select split_part(v, ':', 2)::uuid from unnest(e.evidence) v
      where v like 'witness:%' and split_part(v, ':', 2) ~ ${UUID}))) end as witnesses,
  coalesce(p.state, 'open') as "monthState", n.id as "noticeId", n.state as "noticeState", n.posted_on as "postedOn",
  n.ends_on as "endsOn", case when n.id is null then 0 else (select count(*)::int from objection j
    where j.county_id = $1 and j.notice_id = n.id) end as objections`

const FROM = `ledger_entry e
  join party_org b on b.county_id = e.county_id and b.id = e.party_org_id
  left join account aa on aa.county_id = e.county_id and aa.id = e.author_id
  left join member am on am.county_id = e.county_id and am.id = e.author_id
  left join account ra on ra.county_id = e.county_id and ra.id = e.reviewer_id
  left join ledger_entry back on back.county_id = e.county_id and back.refers_to = e.id and back.kind = 'reversal'
  left join claim c on c.county_id = e.county_id and c.id = ${sourceOf('claim')}
  left join deduction d on d.county_id = e.county_id and d.id = ${sourceOf('deduction')}
  left join points_month p on p.county_id = e.county_id and p.party_org_id = e.party_org_id and p.month = e.statement_month
  left join notice n on n.county_id = p.county_id and n.id = p.notice_id and n.postings > 0`

/** A member's lines of a year of deeds in the order of posting, each with what explains it. */
export async function listLinesOfYear(tx: CountyTx, memberId: string, year: number): Promise<LineRow[]> {
  return await tx.raw<LineRow>(
    'points-lines-of-year',
    `select ${LINE} from ${FROM} where e.county_id = $1 and e.member_id = $2
       and e.deed_on between make_date($3, 1, 1) and make_date($3, 12, 31) order by e.posted_at, e.id`,
    [memberId, year],
  )
}

/** A member's lines that statements of a month carry. */
export async function listLinesOfStatement(
  tx: CountyTx,
  memberId: string,
  month: PlainMonth,
): Promise<LineRow[]> {
  return await tx.raw<LineRow>(
    'points-lines-of-statement',
    `select ${LINE} from ${FROM} where e.county_id = $1 and e.member_id = $2 and e.statement_month = $3
     order by e.posted_at, e.id`,
    [memberId, month],
  )
}

export type OpenRow = {
  readonly kind: 'claim' | 'deduction'
  readonly id: string
  readonly itemCode: string
  readonly versionId: string
  readonly said: string
  readonly deedOn: PlainDate
  readonly quantity: number
  readonly chosen: number | null
  readonly state: string
  readonly since: PlainDate | null
  readonly dueOn: PlainDate | null
}

/** What a member has reported or been told in a year that nobody has decided yet. */
export async function listOpenOfYear(tx: CountyTx, memberId: string, year: number): Promise<OpenRow[]> {
  return await tx.raw<OpenRow>(
    'points-open-of-year',
    `select 'claim' as kind, c.id, c.item_code as "itemCode", c.scheme_version_id as "versionId", c.said,
       c.deed_on as "deedOn", c.quantity, c.chosen, c.state, c.submitted_on as since, c.decide_by_on as "dueOn"
     from claim c where c.county_id = $1 and c.member_id = $2 and c.state in ('submitted', 'returned')
       and c.deed_on between make_date($3, 1, 1) and make_date($3, 12, 31)
     union all
     select 'deduction', d.id, d.item_code, d.scheme_version_id, d.facts, d.deed_on, d.quantity, d.chosen, d.state,
       d.told_on, d.answer_until_on
     from deduction d where d.county_id = $1 and d.member_id = $2 and d.state in ('told', 'answered')
       and d.deed_on between make_date($3, 1, 1) and make_date($3, 12, 31)
     order by "deedOn", id`,
    [memberId, year],
  )
}

export type SumsRow = {
  readonly terms: readonly { term: string; raw: number; credited: number; lines: number }[] | null
  readonly latest: readonly LatestRow[] | null
  readonly base: readonly BaseRow[] | null
  readonly open: number
  readonly disputed: number
}
type LatestRow = Pick<EntryRow, 'id' | 'kind' | 'term' | 'raw' | 'credited'> & {
  readonly itemCode: string | null
  readonly versionId: string
  readonly deedOn: PlainDate
  readonly postedAt: string
  readonly said: string
}
export type BaseRow = {
  readonly id: string
  readonly kind: EntryRow['kind']
  readonly source: EntryRow['source_kind']
  readonly credited: number
  readonly evidence: readonly string[]
  readonly versionId: string
  readonly takenBack: boolean
}

/** The sums of a member's year with the newest lines, in one statement: what the phone shows first. */
export async function loadSums(tx: CountyTx, memberId: string, year: number): Promise<SumsRow> {
  const [row] = await tx.raw<SumsRow>(
    'points-sums',
    `with e as materialized (select * from ledger_entry where county_id = $1 and member_id = $2
       and deed_on between make_date($3, 1, 1) and make_date($3, 12, 31))
     select (select json_agg(t) from (select term, sum(raw)::int as raw, sum(credited)::int as credited, count(*)::int as lines
         from e group by term) t) as terms,
       (select json_agg(t) from (select e.id, e.kind, e.term, e.raw, e.credited, e.item_code as "itemCode",
           e.scheme_version_id as "versionId", e.deed_on as "deedOn", e.posted_at as "postedAt", coalesce(c.said, '') as said
         from e left join claim c on c.county_id = $1 and c.id = ${sourceOf('claim')}
         where e.term <> 'base' order by e.posted_at desc, e.id desc limit 3) t) as latest,
       (select json_agg(t) from (select e.id, e.kind, e.source_kind as source, e.credited, e.evidence,
           e.scheme_version_id as "versionId",
           exists (select 1 from e r where r.refers_to = e.id and r.kind = 'reversal') as "takenBack"
         from e where e.term = 'base' order by e.posted_at, e.id) t) as base,
       (select count(*) from claim c where c.county_id = $1 and c.member_id = $2 and c.state in ('submitted', 'returned')
         and c.deed_on between make_date($3, 1, 1) and make_date($3, 12, 31))::int as open,
       (select count(*) from e where ${isDisputed})::int as disputed`,
    [memberId, year],
  )
  return row ?? { terms: null, latest: null, base: null, open: 0, disputed: 0 }
}
