import type { Invariant } from '#platform/invariants.ts'

const NAMED = 5

/** An invariant one statement finds: `breaches` gives `name`; `$2` is how many are named. */
function bySql(id: string, says: Invariant['says'], table: string, breaches: string): Invariant {
  return {
    id: `pledges.${id}`,
    says,
    async find(tx) {
      const looked = `select count(*)::int as looked from ${table} where county_id = $1`
      const [counted] = await tx.raw<{ looked: number }>(`check-pledges-${id}-all`, looked, [])
      const found = await tx.raw<{ name: string }>(`check-pledges-${id}`, `${breaches} limit $2`, [NAMED])
      return { looked: counted?.looked ?? 0, breaches: found.map(({ name }) => name) }
    },
  }
}

const wayEndsInState = bySql(
  'way-ends-in-state',
  {
    zh: '每件承诺的经过接得上，最后一步就是现在的状态 (R-222)',
    en: 'The way of every pledge has no gap and ends in its present state (R-222)',
  },
  'pledge',
  `select p.id::text as name from pledge p where p.county_id = $1 and (
     p.state is distinct from (select v.to_state from pledge_move v where v.county_id = p.county_id and v.pledge_id = p.id
       order by v.moved_at desc, v.id desc limit 1)
     and (p.entered_as <> 'draft' or p.state <> 'drafted')
     or exists (select 1 from (select v.from_state, lag(v.to_state) over (order by v.moved_at, v.id) as before
         from pledge_move v where v.county_id = p.county_id and v.pledge_id = p.id) w
       where w.from_state is not null and w.before is not null and w.from_state <> w.before))`,
)

const talkAfterSecondReturn = bySql(
  'talk-after-second-return',
  {
    zh: '退回两次及以上的承诺，再定诺前有面谈记录 (R-225)',
    en: 'A pledge returned twice or more has a recorded talk before it is accepted (R-225)',
  },
  'pledge_return',
  `select p.id::text as name from pledge p where p.county_id = $1
     and p.state in ('accepted', 'published', 'fulfilled', 'partly', 'missedExplained', 'dropped')
     and (select count(*) from pledge_return r where r.county_id = p.county_id and r.pledge_id = p.id) >= 2
     and not exists (select 1 from pledge_talk t where t.county_id = p.county_id and t.pledge_id = p.id)`,
)

const readByAnother = bySql(
  'read-by-another',
  {
    zh: '没有人审自己的承诺，也没有人评自己的承诺 (R-224)',
    en: 'Nobody accepted, returned or judged the own pledge (R-224)',
  },
  'pledge_review',
  `select p.id::text as name from pledge p join account a on a.county_id = p.county_id and a.member_id = p.member_id
   where p.county_id = $1 and (
     exists (select 1 from pledge_review v where v.county_id = p.county_id and v.pledge_id = p.id
       and v.reviewed_by_account_id = a.id)
     or exists (select 1 from pledge_outcome e where e.county_id = p.county_id and e.pledge_id = p.id
       and e.judged_by_account_id = a.id))`,
)

const acceptedWasRead = bySql(
  'accepted-was-read',
  {
    zh: '定诺、公诺的每一件都有审诺记录，四问都是“是” (R-223, R-224)',
    en: 'Every accepted or published pledge has a reading with four times yes (R-223, R-224)',
  },
  'pledge',
  `select p.id::text as name from pledge p where p.county_id = $1
     and p.state in ('accepted', 'published', 'fulfilled', 'partly', 'missedExplained', 'dropped')
     and not exists (select 1 from pledge_review v where v.county_id = p.county_id and v.pledge_id = p.id
       and v.decision = 'accepted')`,
)

const judgedHasOutcome = bySql(
  'judged-has-outcome',
  {
    zh: '评过的承诺与评诺记录一致，没评的没有记录 (R-228)',
    en: 'A judged pledge agrees with its record, and one that runs has none (R-228)',
  },
  'pledge_outcome',
  `select p.id::text as name from pledge p left join pledge_outcome e on e.county_id = p.county_id and e.pledge_id = p.id
   where p.county_id = $1 and (p.state in ('fulfilled', 'partly', 'missedExplained', 'dropped')) is distinct from (e.pledge_id is not null)
     or p.county_id = $1 and e.outcome <> p.state`,
)

const commentsOnPublished = bySql(
  'comments-on-published',
  {
    zh: '只有公开了的承诺有留言，没有人署名点评自己 (S-189, S-197)',
    en: 'Only published pledges have comments, and nobody signed one on the own (S-189, S-197)',
  },
  'pledge_comment',
  `select c.id::text as name from pledge_comment c join pledge p on p.county_id = c.county_id and p.id = c.pledge_id
   where c.county_id = $1 and (p.published_on is null or c.said_on < p.published_on or c.member_id = p.member_id)`,
)

const dueInPeriod = bySql(
  'due-in-period',
  {
    zh: '完成时间落在承诺的年、季、月里 (R-219)',
    en: 'The day a pledge is due lies in its year, quarter or month (R-219)',
  },
  'pledge',
  `select p.id::text as name from pledge p where p.county_id = $1 and p.due_on is not null and (
     extract(year from p.due_on) <> p.year or p.quarter is not null and extract(quarter from p.due_on) <> p.quarter
     or p.month is not null and extract(month from p.due_on) <> p.month)`,
)

export const pledgeInvariants: readonly Invariant[] = [
  wayEndsInState,
  talkAfterSecondReturn,
  readByAnother,
  acceptedWasRead,
  judgedHasOutcome,
  commentsOnPublished,
  dueInPeriod,
]
