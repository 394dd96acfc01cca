import type { MonthFacts, MonthState } from '@steward/domain/points/month.ts'
import type { OrgField } from '@steward/domain/organisation/party-org.ts'
import type { NoticeState } from '@steward/domain/notices/notice.ts'
import { firstDayOf, lastDayOf, type PlainDate, type PlainMonth } from '@steward/domain/shared/plain-date.ts'
import type { Actor } from '#platform/context.ts'
import type { CountyTx } from '#platform/db.ts'
import { isScored } from './queries-statement.ts'

/** The branches whose months are counted; general branches and committees post no lines. */
export type MonthOrg = {
  readonly orgId: string
  readonly orgName: string
  readonly orgPath: string
  readonly orgField: OrgField
}
/** A month of a branch with all that is counted over it. */
export type MonthRow = MonthOrg & {
  readonly state: MonthState
  readonly noticeId: string | null
  readonly rootSize: number | null
  readonly noticeState: NoticeState | null
  readonly postedOn: PlainDate | null
  readonly endsOn: PlainDate | null
  readonly noticeObjections: number
  readonly undecided: number
  readonly deductions: number
  readonly withoutHandler: number
}

export function factsOf(row: MonthRow): MonthFacts {
  const stands = row.noticeState === 'posted' || row.noticeState === 'ended' || row.noticeState === 'settled'
  return {
    undecidedClaims: row.undecided,
    unansweredDeductions: row.deductions,
    objectionsWithoutHandler: row.withoutHandler,
    noticeEndsOn: stands ? row.endsOn : null,
    noticeInterrupted: row.noticeState === 'interrupted',
  }
}

/** Holds the months of branches; rows are made where there are none. Lines being posted are waited for. */
export async function lockMonths(
  tx: CountyTx,
  orgIds: readonly string[],
  month: PlainMonth,
  now: Date,
): Promise<void> {
  await tx.raw(
    'points-months-lock',
    `insert into points_month as p (county_id, party_org_id, month, state, changed_at)
     select $1, t.id, $3, 'open', $4 from unnest($2::uuid[]) as t (id) order by t.id
     on conflict (county_id, party_org_id, month) do update set changed_at = p.changed_at`,
    [orgIds, month, now],
  )
}

/**
 * Where the months of these branches stand and what is still open there: claims at the branch, deductions within their time to
 * answer, objections nobody handles. Those that have gone up a level hold nobody up.
 */
export async function listMonthRows(
  tx: CountyTx,
  orgIds: readonly string[],
  month: PlainMonth,
): Promise<MonthRow[]> {
  return await tx.raw<MonthRow>(
    'points-month-rows',
    `select o.id as "orgId", o.name as "orgName", o.path::text as "orgPath", o.field as "orgField",
       coalesce(p.state, 'open') as state, p.notice_id as "noticeId", p.root_size as "rootSize", n.state as "noticeState",
       n.posted_on as "postedOn", n.ends_on as "endsOn",
       case when n.id is null then 0 else (select count(*)::int from objection j where j.county_id = $1 and j.notice_id = n.id
         and j.state in ('received', 'assigned')) end as "noticeObjections",
       (select count(*)::int from claim c where c.county_id = $1 and c.party_org_id = o.id and c.level = 'branch'
         and c.state = 'submitted' and c.deed_on <= $4) as undecided,
       (select count(*)::int from deduction d where d.county_id = $1 and d.party_org_id = o.id
         and d.state in ('told', 'answered') and d.deed_on <= $4) as deductions,
       (select count(*)::int from objection j where j.county_id = $1 and j.party_org_id = o.id and j.state = 'received'
         and (j.notice_id = p.notice_id or j.subject_kind = 'ledgerEntry' and exists (select 1 from ledger_entry e
           where e.county_id = $1 and e.id::text = j.subject_id and e.party_org_id = o.id and e.statement_month = $3)))
         as "withoutHandler"
     from unnest($2::uuid[]) as t (id) join party_org o on o.county_id = $1 and o.id = t.id
     left join points_month p on p.county_id = o.county_id and p.party_org_id = o.id and p.month = $3
     left join notice n on n.county_id = p.county_id and n.id = p.notice_id
     order by o.path`,
    [orgIds, month, lastDayOf(month)],
  )
}

export type MonthMoved = {
  readonly orgId: string
  readonly month: PlainMonth
  readonly from: MonthState
  readonly to: MonthState
  readonly noticeId: string | null
  readonly rootSize: number | null
  readonly reason: string
  /** Where it is another than who calls. */
  readonly by?: Pick<Actor, 'name' | 'accountId'> | undefined
}

/** Writes where months stand now and who moved them there. */
export async function saveMoves(
  tx: CountyTx,
  moves: readonly MonthMoved[],
  by: Pick<Actor, 'kind' | 'name' | 'accountId'>,
  at: { readonly now: Date; readonly newId: () => string },
): Promise<void> {
  if (moves.length === 0) return
  const rows = moves.map(({ by: own, ...move }) => ({
    id: at.newId(),
    ...move,
    byName: (own ?? by).name,
    accountId: (own ?? by).accountId,
  }))
  await tx.raw(
    'points-months-save',
    `with moved as (
       select * from jsonb_to_recordset($2::jsonb) as t (id uuid, "orgId" uuid, month text, "from" text, "to" text,
         "noticeId" uuid, "rootSize" bigint, reason text, "byName" text, "accountId" uuid)
     ), noted as (
       insert into points_month_move (county_id, id, party_org_id, month, from_state, to_state, reason, moved_by,
         moved_by_account_id, moved_at)
       select $1, id, "orgId", month, "from", "to", reason, "byName", "accountId", $3 from moved
     )
     update points_month p set state = moved."to", notice_id = moved."noticeId", root_size = moved."rootSize", changed_at = $3
     from moved where p.county_id = $1 and p.party_org_id = moved."orgId" and p.month = moved.month`,
    [JSON.stringify(rows), at.now],
  )
}

export type MonthDetail = {
  readonly members: number
  readonly notScored: number
  readonly lines: number
  readonly moves:
    | readonly { from: MonthState; to: MonthState; by: string; at: string; reason: string }[]
    | null
  readonly year: readonly { month: PlainMonth; state: MonthState }[] | null
}

/** What the page of a month shows beside its state. */
export async function loadMonthDetail(tx: CountyTx, orgId: string, month: PlainMonth): Promise<MonthDetail> {
  const [row] = await tx.raw<MonthDetail>(
    'points-month-detail',
    `select (select count(*)::int from member m where m.county_id = $1 and m.party_org_id = $2
         and m.state in ('active', 'suspended')) as members,
       (select count(*)::int from member m where m.county_id = $1 and m.party_org_id = $2
         and m.state in ('active', 'suspended') and not (${isScored('$4')})) as "notScored",
       (select count(*)::int from ledger_entry e where e.county_id = $1 and e.party_org_id = $2 and e.statement_month = $3)
         as lines,
       (select json_agg(json_build_object('from', v.from_state, 'to', v.to_state, 'by', v.moved_by, 'at', v.moved_at,
         'reason', v.reason) order by v.moved_at, v.id) from points_month_move v where v.county_id = $1
         and v.party_org_id = $2 and v.month = $3) as moves,
       (select json_agg(json_build_object('month', p.month, 'state', p.state) order by p.month) from points_month p
         where p.county_id = $1 and p.party_org_id = $2 and p.month like $5) as year`,
    [orgId, month, lastDayOf(month), `${month.slice(0, 4)}-%`],
  )
  return row ?? { members: 0, notScored: 0, lines: 0, moves: null, year: null }
}

/** Branches below a place that have members, in the order of the tree. */
export async function listBranchIds(tx: CountyTx, path: string, day: PlainDate): Promise<string[]> {
  const rows = await tx.raw<{ id: string }>(
    'points-branches',
    `select o.id from party_org o where o.county_id = $1 and o.path <@ $2::ltree and o.kind = 'branch'
       and (o.dissolved_on is null or o.dissolved_on > $3) order by o.path`,
    [path, day],
  )
  return rows.map(({ id }) => id)
}

export type MonthListRow = {
  readonly orgId: string
  readonly orgName: string
  readonly above: string
  readonly state: MonthState
  readonly isLate: boolean
  readonly members: number
  readonly lines: number
  readonly undecided: number
  readonly noticeEndsOn: PlainDate | null
  readonly changedAt: Date | null
}
export type MonthCounts = {
  readonly all: number
  readonly late: number
  readonly open: number
  readonly reviewing: number
  readonly publishing: number
  readonly closed: number
}

/** Where a month of the branches below a place stands, in the order of the tree; never by result. */
export async function listMonthsBelow(
  tx: CountyTx,
  asked: {
    readonly path: string
    readonly month: PlainMonth
    readonly late: boolean
    readonly show: string
    readonly day: PlainDate
    readonly offset: number
    readonly limit: number
  },
): Promise<{ counts: MonthCounts; rows: MonthListRow[] }> {
  const [row] = await tx.raw<{ counts: MonthCounts; rows: MonthListRow[] | null }>(
    'points-months-below',
    `with b as materialized (
       select o.id, o.name, o.path, o.sort_no, coalesce(u.name, '') as above, coalesce(p.state, 'open') as state, p.changed_at,
         p.notice_id, $4 and coalesce(p.state, 'open') in ('open', 'reviewing') as late
       from party_org o left join party_org u on u.county_id = o.county_id and u.id = o.parent_id
       left join points_month p on p.county_id = o.county_id and p.party_org_id = o.id and p.month = $3
       where o.county_id = $1 and o.path <@ $2::ltree and o.kind = 'branch' and (o.dissolved_on is null or o.dissolved_on > $6)
     ), shown as (
       select * from b where $5 = 'all' or $5 = 'late' and late or state = $5 order by path offset $8 limit $9
     )
     select (select row_to_json(c) from (select count(*)::int as all, (count(*) filter (where late))::int as late,
         (count(*) filter (where state = 'open'))::int as open, (count(*) filter (where state = 'reviewing'))::int as reviewing,
         (count(*) filter (where state = 'publishing'))::int as publishing, (count(*) filter (where state = 'closed'))::int as closed
         from b) c) as counts,
       (select json_agg(json_build_object('orgId', s.id, 'orgName', s.name, 'above', s.above, 'state', s.state, 'isLate', s.late,
         'members', (select count(*)::int from member m where m.county_id = $1 and m.party_org_id = s.id
           and m.state in ('active', 'suspended')),
         'lines', (select count(*)::int from ledger_entry e where e.county_id = $1 and e.party_org_id = s.id
           and e.statement_month = $3),
         'undecided', (select count(*)::int from claim c where c.county_id = $1 and c.party_org_id = s.id and c.level = 'branch'
           and c.state = 'submitted' and c.deed_on <= $7),
         'noticeEndsOn', (select n.ends_on from notice n where n.county_id = $1 and n.id = s.notice_id and n.state = 'posted'),
         'changedAt', s.changed_at) order by s.path) from shown s) as rows`,
    [
      asked.path,
      asked.month,
      asked.late,
      asked.show,
      firstDayOf(asked.month),
      lastDayOf(asked.month),
      asked.offset,
      asked.limit,
    ],
  )
  const none = { all: 0, late: 0, open: 0, reviewing: 0, publishing: 0, closed: 0 }
  const rows = (row?.rows ?? []).map((each) => ({
    ...each,
    changedAt: each.changedAt === null ? null : new Date(each.changedAt),
  }))
  return { counts: row?.counts ?? none, rows }
}
