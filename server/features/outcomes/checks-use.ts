import type { Invariant } from '#platform/invariants.ts'

const NAMED = 5

/** An invariant one statement finds: `breaches` gives `name`; `$2` is how many are named. */
function bySql(id: string, says: Invariant['says'], table: string, breaches: string): Invariant {
  return {
    id: `outcomes.${id}`,
    says,
    async find(tx) {
      const looked = `select count(*)::int as looked from ${table} where county_id = $1`
      const [counted] = await tx.raw<{ looked: number }>(`check-outcomes-${id}-all`, looked, [])
      const found = await tx.raw<{ name: string }>(`check-outcomes-${id}`, `${breaches} limit $2`, [NAMED])
      return { looked: counted?.looked ?? 0, breaches: found.map(({ name }) => name) }
    },
  }
}

const adverseServed = bySql(
  'adverse-served',
  {
    zh: '定下的限制和调整，决定人、组织、日期、理由、送达五项齐全，由人登记 (R-212)',
    en: 'Every limit or measure in force has decider, body, date, reason and proof of service, entered by a person (R-212)',
  },
  'outcome_use',
  `select u.id::text as name from outcome_use u left join account a on a.county_id = u.county_id and a.id = u.served_by_account_id
   where u.county_id = $1 and u.state = 'confirmed' and u.kind in ('limit', 'measure') and (a.id is null or coalesce(u.served_decider, '') = ''
     or coalesce(u.served_body, '') = '' or u.served_decided_on is null or coalesce(u.served_reason, '') = '' or coalesce(u.served_proof, '') = '')`,
)

const notDisputed = bySql(
  'nothing-adverse-disputed',
  {
    zh: '格次有异议没答复的，没有在异议之后登记的限制和调整 (R-217)',
    en: 'Nothing adverse was entered while an appeal against the grade was open (R-217)',
  },
  'outcome_use',
  `select u.id::text as name from outcome_use u
   join grade_feedback f on f.county_id = u.county_id and f.appraisal_id = u.appraisal_id and f.member_id = u.member_id
   join objection j on j.county_id = f.county_id and j.subject_kind = 'grade' and j.subject_id = f.id::text and j.state in ('received', 'assigned')
   where u.county_id = $1 and u.state = 'confirmed' and u.kind in ('limit', 'measure') and u.decided_on > j.raised_on`,
)

const ofTheGrade = bySql(
  'uses-of-the-grade',
  {
    zh: '没有撤回的运用，格次都是最后签字的格次 (R-218)',
    en: 'Every use that stands rests on the grade of the last signing (R-218)',
  },
  'outcome_use',
  `select u.id::text as name from outcome_use u join appraisal a on a.county_id = u.county_id and a.id = u.appraisal_id
   left join year_result y on y.county_id = a.county_id and y.appraisal_id = a.id and y.edition = a.edition and y.member_id = u.member_id
   where u.county_id = $1 and u.state <> 'withdrawn' and y.grade is distinct from u.grade`,
)

const notOwn = bySql(
  'not-by-oneself',
  {
    zh: '没有人给自己定过运用、限制、帮扶评估或原因',
    en: 'Nobody decided on their own use, limit, evaluation or reason',
  },
  'outcome_use',
  `select x.name from (
     select u.county_id, u.id::text as name, u.member_id, u.decided_by_account_id as by from outcome_use u where u.state in ('confirmed', 'declined')
     union all select l.county_id, l.id::text, l.member_id, l.served_by_account_id from outcome_limit l
     union all select p.county_id, p.id::text, p.member_id, p.evaluated_by_account_id from help_plan p
     union all select n.county_id, n.id::text, n.member_id, n.recorded_by_account_id from outcome_no_use n) x
   join account a on a.county_id = x.county_id and a.id = x.by and a.member_id = x.member_id where x.county_id = $1`,
)

const limitsEnd = bySql(
  'limits-end',
  {
    zh: '每项限制有到期日，提前解除的写了原因；被撤回的运用没有留下限制 (S-221)',
    en: 'Every limit has an end, one lifted early its reason, and a use taken back leaves none in force (S-221)',
  },
  'outcome_limit',
  `select l.id::text as name from outcome_limit l left join outcome_use u on u.county_id = l.county_id and u.id = l.use_id
   where l.county_id = $1 and (l.until_on < l.from_on or (l.lifted_on is not null and coalesce(l.lifted_for, '') = '')
     or (u.state = 'withdrawn' and l.lifted_on is null))`,
)

const helpWhole = bySql(
  'help-whole',
  {
    zh: '评估为没有转变的帮扶，期满后才评估，之前做过事，听过本人 (R-187, S-223)',
    en: 'Help that changed nothing ran its time, was given and evaluated after hearing the member (R-187, S-223)',
  },
  'help_plan',
  `select p.id::text as name from help_plan p where p.county_id = $1 and p.result = 'notChanged' and (p.evaluated_on < p.until_on
     or coalesce(p.member_word, '') = '' or not exists (select 1 from help_step s where s.county_id = p.county_id and s.help_plan_id = p.id))`,
)

const oneAnswer = bySql(
  'one-answer',
  {
    zh: '没有党员同一年既有定下的运用、又写着没有运用的原因 (S-162)',
    en: 'Nobody has a reason for no use that is older than a use of the same grade (S-162)',
  },
  'outcome_no_use',
  `select n.id::text as name from outcome_no_use n join outcome_use u on u.county_id = n.county_id and u.member_id = n.member_id and u.year = n.year
     and u.state = 'confirmed' and u.decided_on < n.recorded_on where n.county_id = $1 and n.withdrawn_on is null`,
)

export const useInvariants: readonly Invariant[] = [
  adverseServed,
  notDisputed,
  ofTheGrade,
  notOwn,
  limitsEnd,
  helpWhole,
  oneAnswer,
]
