import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import type { CountyTx } from '#platform/db.ts'
import type { KeptClosing } from './queries-facts.ts'

/** The closing of the county's year, and what was carried so far. */
export type CountyState = {
  readonly county: KeptClosing | null
  readonly carried: { readonly members: number; readonly carried: number; readonly points: number }
}

type ClosingText = Omit<KeptClosing, 'at'> & { readonly at: string }

/** The county's closing; sums over the branches at and below a path. */
export async function loadCountyState(tx: CountyTx, path: string, year: number): Promise<CountyState> {
  const [row] = await tx.raw<{ county: ClosingText | null; carried: CountyState['carried'] }>(
    'year-county-state',
    `select (select json_build_object('id', k.id, 'by', k.closed_by, 'at', k.closed_at, 'members', k.members,
         'carried', k.carried, 'carriedPoints', k.carried_points)
       from year_closing k where k.county_id = $1 and k.year = $3 and k.kind = 'county') as county,
       (select json_build_object('members', coalesce(sum(k.members), 0), 'carried', coalesce(sum(k.carried), 0),
         'points', coalesce(sum(k.carried_points), 0))
       from year_closing k join party_org o on o.county_id = k.county_id and o.id = k.party_org_id and o.path <@ $2::ltree
       where k.county_id = $1 and k.year = $3 and k.kind = 'branch') as carried`,
    [path, year],
  )
  if (row === undefined) throw new Error('One row is always answered')
  const { county, carried } = row
  return { carried, county: county === null ? null : { ...county, at: new Date(county.at) } }
}

export type BelowNode = { readonly id: string; readonly name: string; readonly path: string }

/** The organisations right below one, in the order of the tree. */
export async function listRightBelow(tx: CountyTx, orgId: string): Promise<BelowNode[]> {
  return await tx.raw<BelowNode>(
    'year-right-below',
    `select o.id, o.name, o.path::text as path from party_org o where o.county_id = $1 and o.parent_id = $2
     order by o.sort_no, o.number`,
    [orgId],
  )
}

export async function listNames(tx: CountyTx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.raw<{ id: string; name: string }>(
    'year-org-names',
    `select id, name from party_org where county_id = $1 and id = any($2::uuid[])`,
    [ids],
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}

export type CarriedRow = {
  readonly memberId: string
  readonly name: string
  readonly points: number
  readonly appraisalScore: number | null
  readonly appraisalPercent: number
  readonly percent: number
  readonly base: number | null
  readonly words: string
  readonly reason: string
  readonly orgId: string
  readonly orgName: string
}

/** What was carried at a closing, the edition that counts of each, by name. */
export async function listCarried(tx: CountyTx, closingId: string): Promise<CarriedRow[]> {
  return await tx.raw<CarriedRow>(
    'year-carried',
    `select distinct on (m.name_order, m.id) m.id as "memberId", m.name, c.points, c.appraisal_score as "appraisalScore",
       c.appraisal_percent as "appraisalPercent", c.percent, c.base, c.words, c.reason, c.party_org_id as "orgId", o.name as "orgName"
     from carried_base c join member m on m.county_id = c.county_id and m.id = c.member_id
     join party_org o on o.county_id = c.county_id and o.id = c.party_org_id
     where c.county_id = $1 and c.closing_id = $2 order by m.name_order, m.id, c.edition desc`,
    [closingId],
  )
}

/** The root of the county's tree. */
export async function findCountyOrg(
  tx: CountyTx,
): Promise<{ id: string; name: string; path: string } | undefined> {
  const [row] = await tx.raw<{ id: string; name: string; path: string }>(
    'year-county-org',
    `select id, name, path::text as path from party_org where county_id = $1 and parent_id is null`,
    [],
  )
  return row
}

export type OwnYear = {
  readonly orgId: string
  readonly orgName: string
  readonly accepted: number
  readonly judged: number
  readonly rectifications: number
  readonly total: number
  readonly monthsClosed: number
  readonly stage: string | null
  readonly grade: string | null
  readonly uses: number
  readonly noUse: string | null
  readonly closedOn: PlainDate | null
  readonly carried: readonly (Omit<CarriedRow, 'memberId' | 'name' | 'orgId' | 'orgName'> & {
    readonly on: PlainDate
    readonly entryId: string | null
  })[]
  readonly waits: boolean
}

/** What a member is told of the own year; the grade once it was told in person. */
export async function loadOwnYear(
  tx: CountyTx,
  memberId: string,
  year: number,
): Promise<OwnYear | undefined> {
  const [row] = await tx.raw<OwnYear>(
    'year-own',
    `select o.id as "orgId", o.name as "orgName",
       (select count(*)::int from pledge p where p.county_id = $1 and p.member_id = m.id and p.year = $3
         and p.state in ('accepted', 'published', 'fulfilled', 'partly', 'missedExplained', 'dropped')) as accepted,
       (select count(*)::int from pledge p where p.county_id = $1 and p.member_id = m.id and p.year = $3
         and p.state in ('fulfilled', 'partly', 'missedExplained', 'dropped')) as judged,
       (select count(*)::int from pledge p where p.county_id = $1 and p.member_id = m.id and p.year = $3
         and p.rectifies is not null and p.state <> 'withdrawn') as rectifications,
       coalesce((select b.base + b.duty + b.pledges_and_tasks + b.service_and_example + b.bonus + b.deductions
         from points_balance b where b.county_id = $1 and b.member_id = m.id and b.year = $3), 0) as total,
       (select count(*)::int from points_month p where p.county_id = $1 and p.party_org_id = o.id and p.state = 'closed'
         and p.month like $3::text || '-%') as "monthsClosed",
       a.stage, f.grade,
       (select count(*)::int from outcome_use u where u.county_id = $1 and u.member_id = m.id and u.year = $3
         and u.state = 'confirmed') as uses,
       (select u.reason from outcome_no_use u where u.county_id = $1 and u.member_id = m.id and u.year = $3
         and u.withdrawn_on is null limit 1) as "noUse",
       (select (k.closed_at at time zone 'Asia/Shanghai')::date from year_closing k where k.county_id = $1
         and k.party_org_id = o.id and k.year = $3) as "closedOn",
       coalesce((select json_agg(json_build_object('points', c.points, 'appraisalScore', c.appraisal_score,
           'appraisalPercent', c.appraisal_percent, 'percent', c.percent, 'base', c.base, 'words', c.words, 'reason', c.reason,
           'entryId', c.entry_id, 'on', (c.carried_at at time zone 'Asia/Shanghai')::date) order by c.edition desc)
         from carried_base c where c.county_id = $1 and c.member_id = m.id and c.year = $3 - 1), '[]'::json) as carried,
       exists (select 1 from points_balance b where b.county_id = $1 and b.member_id = m.id and b.year = $3 - 1
         and b.entry_count > 0) and not exists (select 1 from carried_base c where c.county_id = $1 and c.member_id = m.id
         and c.year = $3 - 1) and not exists (select 1 from ledger_entry e where e.county_id = $1 and e.member_id = m.id
         and e.term = 'base' and e.deed_on = make_date($3, 1, 1)) as waits
     from member m
     left join lateral (select h.party_org_id from member_affiliation h where h.county_id = m.county_id and h.member_id = m.id
       and h.from_on <= make_date($3, 12, 31) and (h.until_on is null or h.until_on > make_date($3, 12, 31)) limit 1) h on true
     join party_org o on o.county_id = m.county_id and o.id = coalesce(h.party_org_id, m.party_org_id)
     left join appraisal a on a.county_id = m.county_id and a.party_org_id = o.id and a.year = $3
     left join grade_feedback f on f.county_id = m.county_id and f.member_id = m.id and f.appraisal_id = a.id
       and f.told_on is not null
     where m.county_id = $1 and m.id = $2`,
    [memberId, year],
  )
  return row
}

/** Closed years whose members may still carry something else: the last two before this one. */
export async function listYearsToFollow(tx: CountyTx, thisYear: number): Promise<number[]> {
  const rows = await tx.raw<{ year: number }>(
    'year-to-follow',
    `select distinct year from year_closing where county_id = $1 and kind = 'branch' and year between $2 - 2 and $2 - 1 order by year`,
    [thisYear],
  )
  return rows.map(({ year }) => year)
}
