import type { GradeCounts } from '@steward/domain/appraisals/grade.ts'
import type { OrgField } from '@steward/domain/organisation/party-org.ts'
import { type MemberClass, memberClassOf } from '@steward/domain/schemes/scheme.ts'
import { plainDate, type PlainDate } from '@steward/domain/shared/plain-date.ts'
import type { LensFlag, ReviewerYear } from '@steward/domain/year/fairness.ts'
import type { CountyTx } from '#platform/db.ts'

export type LensBranch = {
  readonly orgId: string
  readonly orgName: string
  readonly orgPath: string
  readonly members: number
  readonly points: number
  readonly grades: GradeCounts
}
const BRANCHES = `o as materialized (select o.id, o.name, o.path from party_org o where o.county_id = $1 and o.kind = 'branch'
    and o.path <@ $2::ltree and o.founded_on <= make_date($3, 12, 31)
    and (o.dissolved_on is null or o.dissolved_on > make_date($3, 12, 31))),
  people as materialized (select h.party_org_id as org_id, m.id, m.born_on, m.membership_kind, m.category,
      b.entry_count > 0 as counted,
      coalesce(b.base + b.duty + b.pledges_and_tasks + b.service_and_example + b.bonus + b.deductions - b.outside_caps, 0) as points
    from member_affiliation h join o on o.id = h.party_org_id
    join member m on m.county_id = h.county_id and m.id = h.member_id and m.state in ('active', 'suspended')
    left join points_balance b on b.county_id = m.county_id and b.member_id = m.id and b.year = $3
    where h.county_id = $1 and h.from_on <= make_date($3, 12, 31) and (h.until_on is null or h.until_on > make_date($3, 12, 31)))`

/** Members, their points and grades by branch; grades as they are set now, signed or not, so that the lens comes before the signature. */
export async function listLensBranches(tx: CountyTx, path: string, year: number): Promise<LensBranch[]> {
  return await tx.raw<LensBranch>(
    'lens-branches',
    `with ${BRANCHES},
     summed as (select org_id, (count(*) filter (where counted))::int as members,
       coalesce(sum(points) filter (where counted), 0)::int as points from people group by org_id),
     graded as (select a.party_org_id as org_id, (count(*) filter (where g.grade = 'excellent'))::int as excellent,
       (count(*) filter (where g.grade = 'qualified'))::int as qualified,
       (count(*) filter (where g.grade = 'basicallyQualified'))::int as basic,
       (count(*) filter (where g.grade = 'unqualified'))::int as un
       from appraisal a join settled_grade g on g.county_id = a.county_id and g.appraisal_id = a.id
       where a.county_id = $1 and a.year = $3 and a.party_org_id in (select id from o) group by 1)
     select o.id as "orgId", o.name as "orgName", o.path::text as "orgPath", coalesce(s.members, 0) as members,
       coalesce(s.points, 0) as points, json_build_object('excellent', coalesce(g.excellent, 0),
         'qualified', coalesce(g.qualified, 0), 'basicallyQualified', coalesce(g.basic, 0), 'unqualified', coalesce(g.un, 0)) as grades
     from o left join summed s on s.org_id = o.id left join graded g on g.org_id = o.id order by o.path`,
    [path, year],
  )
}

export type LensReviewer = ReviewerYear & { readonly name: string; readonly orgPath: string }

/** Who decided claims of deeds of the year, and how; `orgPath` is where the claims lay. */
export async function listLensReviewers(tx: CountyTx, path: string, year: number): Promise<LensReviewer[]> {
  return await tx.raw<LensReviewer>(
    'lens-reviewers',
    `select c.decided_by as "reviewerId", max(c.decided_by_name) as name, min(o.path::text) as "orgPath",
       count(*)::int as decided, (count(*) filter (where c.state = 'refused'))::int as refused,
       (count(*) filter (where c.state = 'adjusted'))::int as adjusted
     from claim c join party_org o on o.county_id = c.county_id and o.id = c.party_org_id and o.path <@ $2::ltree
     where c.county_id = $1 and c.decided_by is not null and c.state in ('approved', 'adjusted', 'refused')
       and c.deed_on between make_date($3, 1, 1) and make_date($3, 12, 31)
     group by 1 order by 2, 1`,
    [path, year],
  )
}

export type LensGroupRow = {
  readonly field: OrgField
  readonly memberClass: MemberClass
  readonly old: boolean
  readonly away: boolean
  readonly members: number
  readonly points: number
}

/** Members with points by field, class and group; the old are those from seventy on, the away those marked as floating. */
export async function listLensGroups(tx: CountyTx, path: string, year: number): Promise<LensGroupRow[]> {
  const rows = await tx.raw<
    Omit<LensGroupRow, 'memberClass'> & { exempt: boolean; probationary: boolean; retired: boolean }
  >(
    'lens-groups',
    `with ${BRANCHES},
     marked as (select f.field, p.points, p.membership_kind = 'probationary' as probationary, p.category = 'retiredMember' as retired,
         p.born_on <= ($4::date - interval '70 years')::date as old,
         exists (select 1 from member_tag t where t.county_id = $1 and t.member_id = p.id and t.tag = 'floatingMember'
           and t.from_on <= $4 and (t.until_on is null or t.until_on > $4)) as away,
         exists (select 1 from scoring_exemption x where x.county_id = $1 and x.member_id = p.id and x.from_on <= $4
           and (x.until_on is null or x.until_on > $4)) as exempt
       from people p join party_org f on f.county_id = $1 and f.id = p.org_id where p.counted)
     select field, exempt, probationary, retired, old, away, count(*)::int as members, sum(points)::int as points
     from marked group by 1, 2, 3, 4, 5, 6`,
    [path, year, plainDate(`${year}-12-31`)],
  )
  return rows.map(({ exempt, probationary, retired, ...row }) => ({
    ...row,
    memberClass: memberClassOf({ exempt, probationary, floating: row.away, retired }),
  }))
}

export type KeptTalk = {
  readonly flag: LensFlag['code']
  readonly subjectId: string
  readonly said: string
  readonly talkedWith: string
  readonly on: PlainDate
  readonly notedBy: string
}

/** What was said about flags of a year seen at or below a place, the newest first. */
export async function listTalks(tx: CountyTx, path: string, year: number): Promise<KeptTalk[]> {
  return await tx.raw<KeptTalk>(
    'lens-talks',
    `select t.flag, t.subject_id as "subjectId", t.said, t.talked_with as "talkedWith", t.talked_on as on, t.noted_by as "notedBy"
     from lens_talk t join party_org o on o.county_id = t.county_id and o.id = t.party_org_id and o.path <@ $2::ltree
     where t.county_id = $1 and t.year = $3 order by t.noted_at desc, t.id desc`,
    [path, year],
  )
}

export async function insertTalk(
  tx: CountyTx,
  talk: {
    readonly id: string
    readonly orgId: string
    readonly year: number
    readonly flag: LensFlag
    readonly said: string
    readonly talkedWith: string
    readonly talkedOn: PlainDate
    readonly by: string
    readonly accountId: string
    readonly at: Date
  },
): Promise<void> {
  const { flag } = talk
  await tx
    .insert('lens_talk', {
      ...{ id: talk.id, party_org_id: talk.orgId, year: talk.year, flag: flag.code },
      ...{ subject_id: flag.subjectId, own: flag.own, peers: flag.peers },
      ...{ said: talk.said, talked_with: talk.talkedWith, talked_on: talk.talkedOn },
      ...{ noted_by: talk.by, noted_by_account_id: talk.accountId, noted_at: talk.at },
    })
    .execute()
}
