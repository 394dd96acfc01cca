import { rolesHolding } from '@steward/domain/access/roles.ts'
import type { AppraisalStage } from '@steward/domain/appraisals/appraisal.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import type { CountyTx } from '#platform/db.ts'

/** What waits in one appraisal, and the keys of what is asked for it already. */
export type Waiting = {
  readonly stage: AppraisalStage
  readonly orgId: string
  readonly orgName: string
  readonly year: number
  /** The committee next above; null for a branch that hangs on nothing. */
  readonly aboveOrgId: string | null
  readonly toCheck: number
  /** Of those who run the appraisal themselves: seen to from above. */
  readonly toCheckAbove: number
  /** Owed, not handed in, and the member has no account. */
  readonly toTakeDown: number
  readonly toGradeAbove: number
  readonly toTell: number
  readonly toTellAbove: number
  readonly problemsWithoutItem: number
  readonly toConfirm: number
  readonly overdue: number
  readonly keys: readonly string[]
}

const RUNS = (member: string) => `exists (select 1 from runner where runner.member_id = ${member})`

/** All that waits in an appraisal, in one statement; `keys` are those whose open things are looked for. */
export async function countWaiting(
  tx: CountyTx,
  appraisalId: string,
  today: PlainDate,
  keys: readonly string[],
): Promise<Waiting> {
  const [row] = await tx.raw<Waiting>(
    'appraisal-waiting',
    `with a as (select p.id, p.stage, p.year, p.party_org_id, o.name, o.path from appraisal p
       join party_org o on o.county_id = p.county_id and o.id = p.party_org_id where p.county_id = $1 and p.id = $2),
     runner as (select distinct c.member_id from a join role_grant g on g.county_id = $1 and g.party_org_id = a.party_org_id
         and g.revoked_at is null and g.from_on <= $3 and (g.until_on is null or g.until_on >= $3) and g.role = any($4::text[])
       join account c on c.county_id = $1 and c.id = g.account_id and c.member_id is not null),
     report as (select ${RUNS('d.member_id')} as above from duty_report d
       where d.county_id = $1 and d.appraisal_id = $2 and d.state = 'submitted'),
     opinion as (select ${RUNS('f.member_id')} as above from grade_feedback f
       where f.county_id = $1 and f.appraisal_id = $2 and f.state = 'toTell'),
     item as (select i.state, i.due_on from rectification_item i join appraisal_problem p on p.county_id = i.county_id
       and p.id = i.problem_id where i.county_id = $1 and p.appraisal_id = $2)
     select a.stage, a.party_org_id as "orgId", a.name as "orgName", a.year,
       (select u.id from party_org u where u.county_id = $1 and u.path @> a.path and u.path <> a.path
          and u.kind in ('baseCommittee', 'workCommittee', 'countyCommittee') order by nlevel(u.path) desc limit 1) as "aboveOrgId",
       (select count(*)::int from report where not above) as "toCheck",
       (select count(*)::int from report where above) as "toCheckAbove",
       (select count(*)::int from appraisal_roll r where r.county_id = $1 and r.appraisal_id = $2 and r.owes_report
          and not exists (select 1 from account c where c.county_id = $1 and c.member_id = r.member_id and c.state = 'active')
          and not exists (select 1 from duty_report d where d.county_id = $1 and d.appraisal_id = $2
            and d.member_id = r.member_id and d.state <> 'drafted')) as "toTakeDown",
       (select count(*)::int from appraisal_roll r where r.county_id = $1 and r.appraisal_id = $2 and r.place = 'graded'
          and ${RUNS('r.member_id')} and exists (select 1 from settlement_meeting m where m.county_id = $1 and m.appraisal_id = $2)
          and not exists (select 1 from settled_grade g where g.county_id = $1 and g.appraisal_id = $2
            and g.member_id = r.member_id)) as "toGradeAbove",
       (select count(*)::int from opinion where not above) as "toTell",
       (select count(*)::int from opinion where above) as "toTellAbove",
       (select count(*)::int from appraisal_problem p where p.county_id = $1 and p.appraisal_id = $2 and not exists
          (select 1 from rectification_item i where i.county_id = $1 and i.problem_id = p.id)) as "problemsWithoutItem",
       (select count(*)::int from item where state = 'reported') as "toConfirm",
       (select count(*)::int from item where state = 'open' and due_on < $3) as overdue,
       array(select t.key from thing_to_do t where t.county_id = $1 and t.done_at is null and t.key = any($5::text[])) as keys
     from a`,
    [appraisalId, today, rolesHolding('appraisal.run'), keys],
  )
  if (row === undefined) throw new Error('The appraisal is there')
  return row
}

/** Appraisals that are not closed, and closed ones with something still being put right. */
export async function listRunning(tx: CountyTx): Promise<string[]> {
  const rows = await tx.raw<{ id: string }>(
    'appraisal-running',
    `select a.id from appraisal a where a.county_id = $1 and (a.stage <> 'closed' or exists (select 1 from appraisal_problem p
       join rectification_item i on i.county_id = p.county_id and i.problem_id = p.id and i.state in ('open', 'reported')
       where p.county_id = a.county_id and p.appraisal_id = a.id)) order by a.id`,
    [],
  )
  return rows.map(({ id }) => id)
}

/** Voters of a box who sign in and have neither token nor paper. */
export async function listToVote(
  tx: CountyTx,
  boxId: string,
): Promise<{ voterId: string; accountId: string }[]> {
  return await tx.raw(
    'ballot-to-vote',
    `select v.id as "voterId", c.id as "accountId" from ballot_voter v
     join account c on c.county_id = v.county_id and c.member_id = v.member_id and c.state = 'active'
     where v.county_id = $1 and v.box_id = $2 and v.state = 'listed' order by v.id`,
    [boxId],
  )
}
