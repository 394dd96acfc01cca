import type { Invariant } from '#platform/invariants.ts'

const NAMED = 5

/** An invariant that one statement finds; `$2` is the number named, `all` counts what was looked at. */
function bySql(id: string, says: Invariant['says'], all: string, breaches: string): Invariant {
  return {
    id: `claims.${id}`,
    says,
    async find(tx) {
      const [counted] = await tx.raw<{ looked: number }>(`check-claims-${id}-all`, all, [])
      const found = await tx.raw<{ name: string }>(`check-claims-${id}`, `${breaches} limit $2`, [NAMED])
      return { looked: counted?.looked ?? 0, breaches: found.map((row) => row.name) }
    },
  }
}

const CLAIMS = 'select count(*)::int as looked from claim where county_id = $1'
const APPROVED = `${CLAIMS} and state in ('approved', 'adjusted')`
const named = `c.number || ' ' || c.id::text as name`

const oneLine = bySql(
  'one-line',
  {
    zh: '每件通过的申报在台账上有一条本人、本项、当日的记分，没有第二条仍然有效的 (R-234, R-238)',
    en: 'Every approved claim has a line of its member, item and day in the ledger, and no second one that stands (R-234, R-238)',
  },
  APPROVED,
  `select ${named} from claim c left join ledger_entry e on e.county_id = c.county_id and e.id = c.entry_id
   where c.county_id = $1 and c.state in ('approved', 'adjusted')
     and (e.id is null or e.kind not in ('award', 'correction') or e.member_id <> c.member_id or e.deed_on <> c.deed_on
       or e.item_code is distinct from c.item_code or e.scheme_version_id <> c.scheme_version_id
       or exists (select 1 from ledger_entry f where f.county_id = c.county_id and f.source_id = c.id::text
         and f.source_kind = 'claim' and f.kind = 'award' and f.id <> c.entry_id
         and not exists (select 1 from ledger_entry r where r.county_id = f.county_id and r.refers_to = f.id and r.kind = 'reversal')))`,
)

const noLine = bySql(
  'no-line-without-approval',
  {
    zh: '没有通过的申报在台账上没有仍然有效的记分 (R-215)',
    en: 'A claim that is not approved has no line in the ledger that stands (R-215)',
  },
  `${CLAIMS} and state not in ('approved', 'adjusted')`,
  `select ${named} from claim c join ledger_entry e on e.county_id = c.county_id and e.source_id = c.id::text
     and e.source_kind = 'claim' and e.kind = 'award'
   where c.county_id = $1 and c.state not in ('approved', 'adjusted') and not exists (select 1 from ledger_entry r
     where r.county_id = e.county_id and r.refers_to = e.id and r.kind = 'reversal')`,
)

const notOwn = bySql(
  'not-decided-by-the-member',
  {
    zh: '没有人审自己的申报、自己代报的、自己证明的 (R-234, R-338)',
    en: 'Nobody decided the own claim, one they reported as a stand-in, or one they witnessed (R-234, R-338)',
  },
  'select count(*)::int as looked from claim_approval where county_id = $1',
  `select ${named} from claim_approval p join claim c on c.county_id = p.county_id and c.id = p.claim_id
   join account a on a.county_id = p.county_id and a.id = p.account_id
   where p.county_id = $1 and p.takes_back is null and (a.member_id = c.member_id
     or c.entry_by = 'helper' and c.entry_account_id = p.account_id
     or exists (select 1 from claim_witness w where w.county_id = c.county_id and w.claim_id = c.id
       and w.member_id = a.member_id and w.answer is distinct from 'no' and w.answer is distinct from 'unknown'))`,
)

const historyIsWhole = bySql(
  'history-is-whole',
  {
    zh: '每件申报的经过从报的那一步开始，决定了的写着谁定的 (R-215)',
    en: 'The history of every claim begins with its sending, and a decided one says who decided (R-215)',
  },
  CLAIMS,
  `select ${named} from claim c where c.county_id = $1 and (
     not exists (select 1 from claim_move v where v.county_id = c.county_id and v.claim_id = c.id and v.move in ('submit', 'enter'))
     or c.state in ('approved', 'adjusted') and not exists (select 1 from claim_move v where v.county_id = c.county_id
       and v.claim_id = c.id and v.move in ('approve', 'adjust', 'correct'))
     or c.state in ('returned', 'refused') and not exists (select 1 from claim_move v where v.county_id = c.county_id
       and v.claim_id = c.id and v.move in ('return', 'refuse', 'correct')))`,
)

const largeGoesUp = bySql(
  'large-bonus-went-up',
  {
    zh: '大额加分每一级由不同的人审过 (R-241)',
    en: 'What goes up to a higher level was approved at each by somebody else (R-241)',
  },
  `${APPROVED} and level <> 'branch'`,
  `select ${named} from claim c where c.county_id = $1 and c.state in ('approved', 'adjusted')
     and (select count(*) <> count(distinct p.account_id) from claim_approval p where p.county_id = c.county_id
       and p.claim_id = c.id and p.round = c.round and p.takes_back is null and not exists (select 1 from claim_approval b
         where b.county_id = p.county_id and b.claim_id = p.claim_id and b.takes_back = p.id))`,
)

const placesHold = bySql(
  'task-places',
  {
    zh: '认领任务的人数不超过名额 (S-193)',
    en: 'No task is taken by more members than it has places (S-193)',
  },
  'select count(*)::int as looked from task where county_id = $1',
  `select t.title || ' ' || t.id::text as name from task t where t.county_id = $1 and t.places is not null
     and (select count(*) from task_taking g where g.county_id = t.county_id and g.task_id = t.id and g.state = 'taken') > t.places`,
)

const deductionLine = bySql(
  'deduction-line',
  {
    zh: '每件扣分先告知、后决定，提出的和决定的不是一个人，台账上有一条 (R-249)',
    en: 'Every deduction was told before it was decided, by another than the proposer, and has a line in the ledger (R-249)',
  },
  `select count(*)::int as looked from deduction where county_id = $1 and state = 'imposed'`,
  `select d.id::text as name from deduction d left join ledger_entry e on e.county_id = d.county_id and e.id = d.entry_id
   where d.county_id = $1 and d.state = 'imposed' and (e.id is null or e.kind <> 'deduction' or e.member_id <> d.member_id
     or d.told_on is null or d.told_on > d.decided_on or d.answer is null and d.answer_until_on >= d.decided_on
     or d.proposed_by = d.decided_by)`,
)

export const claimInvariants: readonly Invariant[] = [
  oneLine,
  noLine,
  notOwn,
  historyIsWhole,
  largeGoesUp,
  placesHold,
  deductionLine,
]
