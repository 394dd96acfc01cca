import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import { addWorkingDays } from '@steward/domain/shared/working-days.ts'
import { loadCalendar } from '#features/organisation/queries-calendar.ts'
import type { Invariant } from '#platform/invariants.ts'

const NAMED = 5

/** An invariant one statement finds: `breaches` gives `name`; `$2` is how many are named. */
function bySql(
  id: string,
  says: Invariant['says'],
  table: 'notice' | 'objection',
  breaches: string,
): Invariant {
  return {
    id: `notices.${id}`,
    says,
    async find(tx) {
      const [counted] = await tx.raw<{ looked: number }>(
        `check-notices-${table}-all`,
        `select count(*)::int as looked from ${table} where county_id = $1`,
        [],
      )
      const found = await tx.raw<{ name: string }>(`check-notices-${id}`, `${breaches} limit $2`, [NAMED])
      return { looked: counted?.looked ?? 0, breaches: found.map(({ name }) => name) }
    },
  }
}

const postedChecked = bySql(
  'posted-checked',
  {
    zh: '贴出的公示都核对过数字和隐私、有批准人；支部以外不由起草人自己批准 (R-272)',
    en: 'Every posted notice was checked and approved; beyond the branch not by its writer (R-272)',
  },
  'notice',
  `select n.id::text as name from notice n where n.county_id = $1 and n.state in ('posted', 'ended', 'settled')
     and (n.accuracy_by_account_id is null or n.privacy_by_account_id is null or n.approved_by_account_id is null
       or n.accuracy_on > n.posted_on or n.privacy_on > n.posted_on
       or n.scope <> 'branch' and n.approved_by_account_id = n.drafted_by_account_id)`,
)

const sheetsKept = bySql(
  'sheets-kept',
  {
    zh: '每次撤下的公示，原样都留了底 (R-277、R-280)',
    en: 'What hung is kept for every posting that was taken down (R-277, R-280)',
  },
  'notice',
  `select n.id::text as name from notice n where n.county_id = $1 and (
     select count(*) from notice_sheet s where s.county_id = n.county_id and s.notice_id = n.id)
     <> n.postings - case when n.state in ('posted', 'ended', 'settled') then 1 else 0 end`,
)

const settledAnswered = bySql(
  'settled-answered',
  {
    zh: '写了结果的公示，了结以前提的异议都答复了 (R-244)',
    en: 'A settled notice has no open objection from before it was settled (R-244)',
  },
  'notice',
  `select n.id::text as name from notice n where n.county_id = $1 and n.state = 'settled' and exists (
     select 1 from objection j where j.county_id = n.county_id and j.notice_id = n.id
       and j.state in ('received', 'assigned') and j.stage = 'branch' and j.raised_on < n.settled_on)`,
)

const decidedApart = bySql(
  'decided-apart',
  {
    zh: '办理异议的人，以前没有就这件事作过决定，也不是当事人 (R-216)',
    en: 'Whoever decided an objection had not decided the matter before and is not concerned by it (R-216)',
  },
  'objection',
  `select j.id::text as name from objection j left join account a on a.county_id = j.county_id and a.id = j.decided_by
   where j.county_id = $1 and (
     cardinality(j.decided_before) <> (select count(distinct x) from unnest(j.decided_before) x)
     or j.decided_by is not null and (j.decided_before[cardinality(j.decided_before)] is distinct from j.decided_by::text
       or a.member_id = any(j.concerned_member_ids) or a.member_id = j.raised_by_member_id))`,
)

const answersWritten = bySql(
  'answers-written',
  {
    zh: '每件办结的异议都有书面答复，每一级都留着 (R-244)',
    en: 'Every decided objection has a written answer, kept for every level (R-244)',
  },
  'objection',
  `select j.id::text as name from objection j where j.county_id = $1 and (
     j.state in ('upheld', 'notUpheld') and not exists (select 1 from objection_step s where s.county_id = j.county_id
       and s.objection_id = j.id and s.stage = j.stage and s.step in ('uphold', 'notUphold') and s.words = j.answer
       and s.account_id = j.decided_by)
     or exists (select 1 from objection_step s where s.county_id = j.county_id and s.objection_id = j.id
       and s.step in ('uphold', 'notUphold') and btrim(s.words) = ''))`,
)

type Term = { id: string; postedOn: PlainDate; endsOn: PlainDate; workingDays: number }

// A calendar that was changed after posting does not move a term that was printed.
const TERMS = `select n.id, n.posted_on as "postedOn", n.ends_on as "endsOn", n.working_days as "workingDays" from notice n
  where n.county_id = $1 and n.state in ('posted', 'ended', 'settled') and not exists (
    select 1 from calendar_change c where c.county_id = n.county_id and c.recorded_at::date >= n.posted_on
      and c.day_on > n.posted_on and c.day_on <= n.ends_on + 15)`

const termsInWorkingDays: Invariant = {
  id: 'notices.terms-in-working-days',
  says: {
    zh: '公示期从贴出第二天起算，满所定的工作日 (R-276)',
    en: 'The term of a notice begins the day after posting and runs its working days (R-276)',
  },
  async find(tx) {
    const terms = await tx.raw<Term>('check-notices-terms', TERMS, [])
    const posted = terms.map(({ postedOn }) => postedOn).toSorted()
    const ends = terms.map(({ endsOn }) => endsOn).toSorted()
    const [first, last] = [posted[0], ends.at(-1)]
    if (first === undefined || last === undefined) return { looked: 0, breaches: [] }
    const calendar = await loadCalendar(tx, first, last)
    const wrong = terms.filter(
      (one) => addWorkingDays(calendar, one.postedOn, one.workingDays) !== one.endsOn,
    )
    return { looked: terms.length, breaches: wrong.slice(0, NAMED).map(({ id }) => id) }
  },
}

export const noticeInvariants: readonly Invariant[] = [
  postedChecked,
  termsInWorkingDays,
  sheetsKept,
  settledAnswered,
  decidedApart,
  answersWritten,
]
