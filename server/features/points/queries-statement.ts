import { firstDayOf, lastDayOf, type PlainMonth } from '@steward/domain/shared/plain-date.ts'
import type { CountyTx } from '#platform/db.ts'

/** Sums by term over lines `e`, as columns of a statement or a table. */
export const termSums = (
  ['base', 'duty', 'pledgesAndTasks', 'serviceAndExample', 'bonus', 'deductions'] as const
)
  .map((term) => {
    const column = term.replaceAll(/[A-Z]/g, (sign) => `_${sign.toLowerCase()}`)
    return `coalesce(sum(e.credited) filter (where e.term = '${term}'), 0)::int as ${column}`
  })
  .join(', ')

const MANY = 200

/** A plan kept for one branch reads members one by one; for a county each month has its own, made for what is there. */
function nameFor(
  statement: string,
  of: { readonly orgIds: readonly string[]; readonly month: PlainMonth },
): string {
  return of.orgIds.length < MANY ? statement : `${statement}-${of.month}`
}

/** Members on the roll who are not left out of scoring on the last day of a month; `m` is the member. */
export const isScored = (day: string) => `m.state in ('active', 'suspended') and not exists (
  select 1 from scoring_exemption x where x.county_id = $1 and x.member_id = m.id and x.from_on <= ${day}::date
    and (x.until_on is null or x.until_on > ${day}::date))`

/**
 * The first statement of a month for everybody in these branches: those with lines of the month, and those on the roll
 * without any. One statement, whatever their number; branches that have theirs already are left as they are.
 */
export async function insertStatements(
  tx: CountyTx,
  of: { readonly orgIds: readonly string[]; readonly month: PlainMonth; readonly at: Date },
): Promise<number> {
  const [row] = await tx.raw<{ written: number }>(
    nameFor('statement-insert', of),
    `with s as materialized (
       select e.party_org_id, e.member_id, ${termSums}, array_agg(e.id order by e.posted_at, e.id) as ids
       from ledger_entry e where e.county_id = $1 and e.party_org_id = any($2::uuid[]) and e.statement_month = $3
       group by 1, 2
     ), p as materialized (
       select party_org_id, member_id from s
       union select m.party_org_id, m.id from member m
       where m.county_id = $1 and m.party_org_id = any($2::uuid[]) and ${isScored('$5')}
     ), y as materialized (
       select p.party_org_id, p.member_id, sum(e.credited)::int as total from p
       join ledger_entry e on e.county_id = $1 and e.member_id = p.member_id
       where e.deed_on between $4 and $5 and (e.term = 'base' or e.statement_month <= $3) group by 1, 2
     ), written as (
       insert into month_statement (county_id, party_org_id, month, member_id, edition, base, duty, pledges_and_tasks,
         service_and_example, bonus, deductions, year_total, entry_ids, issued_at)
       select $1, p.party_org_id, $3, p.member_id, 1, coalesce(s.base, 0), coalesce(s.duty, 0),
         coalesce(s.pledges_and_tasks, 0), coalesce(s.service_and_example, 0), coalesce(s.bonus, 0),
         coalesce(s.deductions, 0), coalesce(y.total, 0), coalesce(s.ids, '{}'), $6
       from p left join s on s.party_org_id = p.party_org_id and s.member_id = p.member_id
       left join y on y.party_org_id = p.party_org_id and y.member_id = p.member_id
       on conflict do nothing returning 1
     )
     select count(*)::int as written from written`,
    [of.orgIds, of.month, `${of.month.slice(0, 4)}-01-01`, lastDayOf(of.month), of.at],
  )
  return row?.written ?? 0
}

/**
 * Issues a member's statement of a closed month again, from the lines it now has; a month that has none yet is left alone
 * . Answers whether there was one.
 */
export async function reissueStatement(
  tx: CountyTx,
  of: { readonly orgId: string; readonly month: PlainMonth; readonly memberId: string },
  issued: { readonly reason: string; readonly at: Date },
): Promise<boolean> {
  const rows = await tx.raw(
    'statement-reissue',
    `insert into month_statement (county_id, party_org_id, month, member_id, edition, base, duty, pledges_and_tasks,
       service_and_example, bonus, deductions, year_total, entry_ids, reason, issued_at)
     select $1, $2, $3, $4, last.edition + 1, s.base, s.duty, s.pledges_and_tasks, s.service_and_example, s.bonus,
       s.deductions, (select coalesce(sum(e.credited), 0)::int from ledger_entry e where e.county_id = $1
         and e.member_id = $4 and e.deed_on between $5 and $6 and (e.term = 'base' or e.statement_month <= $3)), s.ids, $7, $8
     from (select max(edition) as edition from month_statement where county_id = $1 and party_org_id = $2
         and month = $3 and member_id = $4) last,
       (select ${termSums}, coalesce(array_agg(e.id order by e.posted_at, e.id), '{}') as ids from ledger_entry e
         where e.county_id = $1 and e.party_org_id = $2 and e.statement_month = $3 and e.member_id = $4) s
     where last.edition is not null returning edition`,
    [
      of.orgId,
      of.month,
      of.memberId,
      `${of.month.slice(0, 4)}-01-01`,
      lastDayOf(of.month),
      issued.reason,
      issued.at,
    ],
  )
  return rows.length > 0
}

export type EditionRow = {
  readonly orgId: string
  readonly orgName: string
  readonly edition: number
  readonly issuedAt: string
  readonly reason: string
  readonly total: number
}

/** What was issued to a member for a month, oldest first, and the year up to it. */
export async function loadStatement(
  tx: CountyTx,
  memberId: string,
  month: PlainMonth,
): Promise<{ editions: readonly EditionRow[]; yearTotal: number }> {
  const [row] = await tx.raw<{ editions: EditionRow[] | null; yearTotal: number }>(
    'statement-load',
    `select (select json_agg(t order by t.edition) from (select s.party_org_id as "orgId", o.name as "orgName", s.edition,
         s.issued_at as "issuedAt", s.reason,
         s.base + s.duty + s.pledges_and_tasks + s.service_and_example + s.bonus + s.deductions as total
       from month_statement s join party_org o on o.county_id = s.county_id and o.id = s.party_org_id
       where s.county_id = $1 and s.member_id = $2 and s.month = $3) t) as editions,
       (select coalesce(sum(e.credited), 0)::int from ledger_entry e where e.county_id = $1 and e.member_id = $2
         and e.deed_on between $4 and $5 and (e.term = 'base' or e.statement_month <= $3)) as "yearTotal"`,
    [memberId, month, `${month.slice(0, 4)}-01-01`, lastDayOf(month)],
  )
  return { editions: row?.editions ?? [], yearTotal: row?.yearTotal ?? 0 }
}

export type TableRow = {
  readonly memberId: string
  readonly name: string
  readonly scored: boolean
  readonly onRoll: boolean
  readonly base: number
  readonly duty: number
  readonly pledges_and_tasks: number
  readonly service_and_example: number
  readonly bonus: number
  readonly deductions: number
  readonly lines: number
  readonly raw: number
  readonly credited: number
  readonly entryIds: readonly string[]
  readonly yearTotal: number
  readonly disputed: number
  readonly undecided: number
}

/**
 * The tables of branches' months, by name: everybody on the roll, and those who have lines of it and left (points stay where
 * they were posted and move with the member).
 */
export async function listMonthTables(
  tx: CountyTx,
  orgIds: readonly string[],
  month: PlainMonth,
): Promise<(TableRow & { readonly orgId: string })[]> {
  return await tx.raw<TableRow & { orgId: string }>(
    nameFor('points-month-table', { orgIds, month }),
    `with s as materialized (
       select e.party_org_id as org_id, e.member_id, ${termSums}, count(*)::int as lines, sum(e.raw)::int as raw,
         sum(e.credited)::int as credited, array_agg(e.id order by e.posted_at, e.id) as ids
       from ledger_entry e where e.county_id = $1 and e.party_org_id = any($2::uuid[]) and e.statement_month = $3 group by 1, 2
     ), c as (
       select c.party_org_id as org_id, c.member_id, count(*)::int as undecided from claim c where c.county_id = $1
         and c.party_org_id = any($2::uuid[]) and c.state = 'submitted' and c.deed_on between $6 and $5 group by 1, 2
     ), d as (
       select e.party_org_id as org_id, e.member_id, count(*)::int as disputed from objection j
       join ledger_entry e on e.county_id = j.county_id and e.id::text = j.subject_id and e.statement_month = $3
       where j.county_id = $1 and j.subject_kind = 'ledgerEntry' and j.state in ('received', 'assigned')
         and j.party_org_id = any($2::uuid[]) group by 1, 2
     ), p as materialized (
       select org_id, member_id from s union select m.party_org_id, m.id from member m
       where m.county_id = $1 and m.party_org_id = any($2::uuid[]) and m.state in ('active', 'suspended')
     ), y as materialized (
       select p.org_id, p.member_id, sum(e.credited)::int as total from p
       join ledger_entry e on e.county_id = $1 and e.member_id = p.member_id
       where e.deed_on between $4 and $5 and (e.term = 'base' or e.statement_month <= $3) group by 1, 2
     )
     select p.org_id as "orgId", m.id as "memberId", m.name,
       m.party_org_id = p.org_id and m.state in ('active', 'suspended') as "onRoll", (${isScored('$5')}) as scored,
       coalesce(s.base, 0) as base, coalesce(s.duty, 0) as duty, coalesce(s.pledges_and_tasks, 0) as pledges_and_tasks,
       coalesce(s.service_and_example, 0) as service_and_example, coalesce(s.bonus, 0) as bonus,
       coalesce(s.deductions, 0) as deductions, coalesce(s.lines, 0) as lines, coalesce(s.raw, 0) as raw,
       coalesce(s.credited, 0) as credited, coalesce(s.ids, '{}') as "entryIds", coalesce(d.disputed, 0) as disputed,
       coalesce(c.undecided, 0) as undecided, coalesce(y.total, 0) as "yearTotal"
     from p join member m on m.county_id = $1 and m.id = p.member_id
     left join s on s.org_id = p.org_id and s.member_id = m.id
     left join c on c.org_id = p.org_id and c.member_id = m.id
     left join d on d.org_id = p.org_id and d.member_id = m.id
     left join y on y.org_id = p.org_id and y.member_id = m.id
     order by p.org_id, m.name_order, m.id`,
    [orgIds, month, `${month.slice(0, 4)}-01-01`, lastDayOf(month), firstDayOf(month)],
  )
}

/** The table of one branch's month. */
export async function listMonthTable(tx: CountyTx, orgId: string, month: PlainMonth): Promise<TableRow[]> {
  return await listMonthTables(tx, [orgId], month)
}
