import type { Invariant } from '#platform/invariants.ts'

const NAMED = 5

/** An invariant one statement finds: `breaches` gives `name`; `$2` is how many are named. */
function bySql(id: string, says: Invariant['says'], looked: string, breaches: string): Invariant {
  return {
    id: `outcomes.${id}`,
    says,
    async find(tx) {
      const counting = `select (${looked})::int as looked where $1::uuid is not null`
      const [counted] = await tx.raw<{ looked: number }>(`check-outcomes-${id}-all`, counting, [])
      const found = await tx.raw<{ name: string }>(`check-outcomes-${id}`, `${breaches} limit $2`, [NAMED])
      return { looked: counted?.looked ?? 0, breaches: found.map(({ name }) => name) }
    },
  }
}

const missing = (
  of: string,
) => `(${of}_decided_on is null or coalesce(${of}_decider, '') = '' or coalesce(${of}_body, '') = ''
  or coalesce(${of}_reason, '') = '' or coalesce(${of}_proof, '') = '' or ${of}_by_account_id is null)`

const fiveFacts = bySql(
  'warnings-five-facts',
  {
    zh: '每份下达的预警、警示和每个下的措施，五要素齐全，由人登记 (R-212)',
    en: 'Every warning, caution and measure in force has its five facts, entered by a person (R-212)',
  },
  `select (select count(*) from warning w where w.county_id = $1) + (select count(*) from caution c where c.county_id = $1)`,
  `select b.name from (
     select 'warning ' || w.id as name from warning w where w.county_id = $1 and w.state <> 'drafted' and ${missing('w.served')}
     union all select 'measure ' || w.id from warning w where w.county_id = $1 and w.measure_kind is not null and ${missing('w.measure')}
     union all select 'caution ' || c.id from caution c where c.county_id = $1 and c.state <> 'drafted' and ${missing('c.served')}) b`,
)

const byPeople = bySql(
  'adverse-steps-by-people',
  {
    zh: '预警、警示、容错和申诉的每一步都有办理人，没有一步是程序自己走的 (R-212)',
    en: 'Every step of warnings, cautions, tolerance and appeals was taken by a person (R-212)',
  },
  `select count(*) from outcome_step s where s.county_id = $1`,
  `select s.subject_kind || ' ' || s.subject_id || ' ' || s.step as name from outcome_step s
   left join account a on a.county_id = s.county_id and a.id = s.account_id where s.county_id = $1 and a.id is null`,
)

const reversedOnce = bySql(
  'tolerated-reversed-once',
  {
    zh: '予以容错的扣分都撤回了，而且只撤回一次 (R-261)',
    en: 'Every deduction that was tolerated is reversed exactly once (R-261)',
  },
  `select count(*) from tolerance_entry t where t.county_id = $1`,
  `select t.tolerance_id || ' ' || t.entry_id as name from tolerance_entry t
   join tolerance_case c on c.county_id = t.county_id and c.id = t.tolerance_id
   where t.county_id = $1 and (
     c.state = 'tolerated' and (select count(*) from ledger_entry r where r.county_id = t.county_id and r.refers_to = t.entry_id
       and r.kind = 'reversal') <> 1
     or c.state <> 'tolerated' and t.reversal_id is not null)`,
)

const otherHands = bySql(
  'appeals-other-hands',
  {
    zh: '申诉都由没有参与原决定的人和另一级组织答复 (R-216)',
    en: 'No appeal was decided by somebody, or a body, that decided before (R-216)',
  },
  `select count(*) from appeal a where a.county_id = $1`,
  `select a.id::text as name from appeal a where a.county_id = $1 and a.state in ('upheld', 'notUpheld') and (
     a.decided_by_account_id = any(a.persons_before[:cardinality(a.persons_before) - 1])
     or a.body_org_id::text = any(a.bodies_before[:cardinality(a.bodies_before) - 1])
     or exists (select 1 from warning w where w.county_id = a.county_id and w.id = a.subject_id
       and a.decided_by_account_id in (w.served_by_account_id, w.drafted_by_account_id, w.measure_by_account_id))
     or exists (select 1 from caution c where c.county_id = a.county_id and c.id = a.subject_id
       and a.decided_by_account_id in (c.served_by_account_id, c.drafted_by_account_id))
     or exists (select 1 from account p where p.county_id = a.county_id and p.id = a.decided_by_account_id
       and p.member_id = a.member_id))`,
)

const papersKept = bySql(
  'papers-kept',
  {
    zh: '下达的通知书和认定书都存了当时的文本、出处和模板版本 (R-268)',
    en: 'The notice of each warning and caution and each finding is kept as it was handed over (R-268)',
  },
  `select count(*) from served_paper p where p.county_id = $1`,
  `select b.name from (
     select w.county_id, w.id, 'warning ' || w.id as name from warning w where w.county_id = $1 and w.state <> 'drafted'
     union all select c.county_id, c.id, 'caution ' || c.id from caution c where c.county_id = $1 and c.state <> 'drafted'
     union all select t.county_id, t.id, 'tolerance ' || t.id from tolerance_case t where t.county_id = $1
       and t.state in ('tolerated', 'notTolerated')) b
   where not exists (select 1 from served_paper p where p.county_id = b.county_id and p.subject_id = b.id)`,
)

/** What is true of warnings, cautions, tolerance and appeals at any time. */
export const warningInvariants: readonly Invariant[] = [
  fiveFacts,
  byPeople,
  reversedOnce,
  otherHands,
  papersKept,
]
