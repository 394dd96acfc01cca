import type { CountyTx } from '#platform/db.ts'
import type { Findings, Invariant } from '#platform/invariants.ts'
import { capInvariants } from './checks-caps.ts'
import { type LogFault, verifyComplete, verifyLines, verifyTree } from './queries-verify.ts'

type Row = { looked: number; breaches: string[] }

/** `looked` counts what was looked at, `breaches` names what breaks it. */
export async function findBy(tx: CountyTx, name: string, text: string): Promise<Findings> {
  const [row] = await tx.raw<Row>(name, text, [])
  return row ?? { looked: 0, breaches: [] }
}

const toText = ({ kind, what }: LogFault) => `${kind} ${what}`

const logInvariants: readonly Invariant[] = [
  {
    id: 'points.entries-in-log',
    says: {
      zh: '三天前入账的每一条都在台账日志里；数字是条目数（R-215）',
      en: 'Every line of three days ago is in the log; the figure is the number of entries (R-215)',
    },
    async find(tx) {
      const { entries, missing } = await verifyComplete(tx)
      return { looked: entries, breaches: missing.map((id) => `not in the log: entry ${id}`) }
    },
  },
  {
    id: 'points.receipts',
    says: {
      zh: '日志里的每一条都和当时入账的一样；数字是能开的凭证数（R-215）',
      en: 'Every line in the log is as it was posted; the figure is the number of receipts there can be (R-215)',
    },
    async find(tx) {
      const { looked, faults } = await verifyLines(tx)
      return { looked, breaches: faults.map(toText) }
    },
  },
  {
    id: 'points.roots',
    says: {
      zh: '校验根都能从日志算出来；数字是校验根数（R-215）',
      en: 'Every root follows from the log; the figure is the number of roots (R-215)',
    },
    async find(tx) {
      const { looked, faults } = await verifyTree(tx)
      return { looked, breaches: faults.map(toText) }
    },
  },
]

const sumInvariants: readonly Invariant[] = [
  {
    id: 'points.balance-is-sum',
    says: {
      zh: '每名党员每年的积分等于各条之和（R-215）',
      en: 'A member’s points of a year are the sum of the lines (R-215)',
    },
    find: (tx) =>
      findBy(
        tx,
        'check-points-balance',
        `with s as (select e.member_id, extract(year from e.deed_on)::int as year,
           coalesce(sum(credited) filter (where term = 'base'), 0) as base, coalesce(sum(credited) filter (where term = 'duty'), 0) as duty,
           coalesce(sum(credited) filter (where term = 'pledgesAndTasks'), 0) as pledges,
           coalesce(sum(credited) filter (where term = 'serviceAndExample'), 0) as service,
           coalesce(sum(credited) filter (where term = 'bonus'), 0) as bonus,
           coalesce(sum(credited) filter (where term = 'deductions'), 0) as deductions,
           coalesce(sum(credited) filter (where outside_caps), 0) as outside, count(*) as lines
           from ledger_entry e where e.county_id = $1 group by 1, 2),
         b as (select * from points_balance where county_id = $1)
         select count(*)::int as looked, coalesce(array_agg(format('member %s year %s: shown %s, lines %s',
             coalesce(s.member_id, b.member_id), coalesce(s.year, b.year),
             b.base + b.duty + b.pledges_and_tasks + b.service_and_example + b.bonus + b.deductions,
             s.base + s.duty + s.pledges + s.service + s.bonus + s.deductions))
           filter (where (b.base, b.duty, b.pledges_and_tasks, b.service_and_example, b.bonus, b.deductions, b.outside_caps, b.entry_count)
             is distinct from (coalesce(s.base, 0), coalesce(s.duty, 0), coalesce(s.pledges, 0), coalesce(s.service, 0),
               coalesce(s.bonus, 0), coalesce(s.deductions, 0), coalesce(s.outside, 0), coalesce(s.lines, 0))), '{}') as breaches
         from b full join s on s.member_id = b.member_id and s.year = b.year`,
      ),
  },
  {
    id: 'points.statement-is-sum',
    says: {
      zh: '关账月份的积分单等于它的各条之和，每一条恰在一张单上（R-218、R-233）',
      en: 'A statement of a closed month is the sum of its lines, each on exactly one (R-218, R-233)',
    },
    find: (tx) =>
      findBy(
        tx,
        'check-points-statement',
        `with last as (select distinct on (party_org_id, month, member_id) * from month_statement where county_id = $1
           order by party_org_id, month, member_id, edition desc),
         s as (select e.party_org_id, e.statement_month as month, e.member_id, sum(e.credited) as total, count(*) as lines,
             array_agg(e.id order by e.posted_at, e.id) as ids
           from ledger_entry e join points_month p on p.county_id = e.county_id and p.party_org_id = e.party_org_id
             and p.month = e.statement_month and p.state = 'closed' where e.county_id = $1 group by 1, 2, 3)
         select count(*)::int as looked, coalesce(array_agg(format('statement of %s, branch %s, member %s',
             coalesce(s.month, last.month), coalesce(s.party_org_id, last.party_org_id), coalesce(s.member_id, last.member_id)))
           filter (where last.base + last.duty + last.pledges_and_tasks + last.service_and_example + last.bonus + last.deductions
             is distinct from coalesce(s.total, 0) or last.entry_ids is distinct from coalesce(s.ids, '{}')), '{}') as breaches
         from last full join s on s.party_org_id = last.party_org_id and s.month = last.month and s.member_id = last.member_id`,
      ),
  },
  {
    id: 'points.closed-month-takes-none',
    says: {
      zh: '关了账的月份不再入账（R-253）',
      en: 'No line is posted to a month after it was closed (R-253)',
    },
    find: (tx) =>
      findBy(
        tx,
        'check-points-closed',
        `select (select count(*)::int from points_month where county_id = $1 and state = 'closed') as looked,
           array(select format('entry %s in %s', e.id, e.month) from points_month p join ledger_entry e
             on e.county_id = p.county_id and e.party_org_id = p.party_org_id and e.month = p.month and e.posted_at > p.changed_at
             where p.county_id = $1 and p.state = 'closed' limit 50) as breaches`,
      ),
  },
  {
    id: 'points.one-base',
    says: {
      zh: '一年只有一个起点分（R-232）',
      en: 'A year has one standing base (R-232)',
    },
    find: (tx) =>
      findBy(
        tx,
        'check-points-base',
        `with b as (select e.member_id, e.deed_on from ledger_entry e where e.county_id = $1 and e.term = 'base' and e.kind <> 'reversal'
           and not exists (select 1 from ledger_entry r where r.county_id = $1 and r.refers_to = e.id and r.kind = 'reversal'))
         select (select count(*)::int from b) as looked,
           array(select format('member %s year %s', member_id, extract(year from deed_on)) from b group by member_id, deed_on
             having count(*) > 1 limit 50) as breaches`,
      ),
  },
  {
    id: 'points.lines-refer',
    says: {
      zh: '每一条都有它所依据的办法，更正和撤回跟着原条目的月份（R-218、R-253）',
      en: 'Every line names a version of a scheme; what answers a line stands on its statement (R-218, R-253)',
    },
    find: (tx) =>
      findBy(
        tx,
        'check-points-refer',
        `select (select count(*)::int from ledger_entry where county_id = $1) as looked,
           array(select format('entry %s', e.id) from ledger_entry e
             left join ledger_entry r on r.county_id = e.county_id and r.id = e.refers_to
             where e.county_id = $1 and (e.statement_month <> coalesce(r.statement_month, e.month)
               or r.id is not null and (r.member_id <> e.member_id or r.party_org_id <> e.party_org_id or r.deed_on <> e.deed_on)
               or e.scheme_version_id <> all(array(select v.id from scheme_version v where v.county_id = $1))) limit 50) as breaches`,
      ),
  },
  {
    id: 'points.months-shown',
    says: {
      zh: '公示中和关了账的月份都有公示，按顺序走到（R-233、R-277）',
      en: 'A month on notice or closed has its notice and came there step by step (R-233, R-277)',
    },
    find: (tx) =>
      findBy(
        tx,
        'check-points-months',
        `select (select count(*)::int from points_month where county_id = $1) as looked,
           array(select format('%s of branch %s', p.month, p.party_org_id) from points_month p
             left join lateral (select v.to_state from points_month_move v where v.county_id = p.county_id
               and v.party_org_id = p.party_org_id and v.month = p.month order by v.moved_at desc, v.id desc limit 1) v on true
             where p.county_id = $1 and (coalesce(v.to_state, 'open') <> p.state
               or p.state in ('publishing', 'closed') and p.notice_id is null) limit 50) as breaches`,
      ),
  },
]

export const pointsInvariants: readonly Invariant[] = [...logInvariants, ...sumInvariants, ...capInvariants]
