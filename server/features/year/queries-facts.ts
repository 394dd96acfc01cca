import type { AppraisalStage } from '@steward/domain/appraisals/appraisal.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import { type LinkFacts, linksOf, type LinkState, type YearLink } from '@steward/domain/year/link.ts'
import type { SignedGap, YearFacts } from '@steward/domain/year/year-close.ts'
import type { CountyTx } from '#platform/db.ts'
import { atYearEnd } from './queries-carry.ts'
import { openAppeals, openTolerance, withoutUse } from './queries-outcomes.ts'

export type KeptGap = SignedGap & { readonly signedByName: string; readonly openCount: number }
export type KeptClosing = {
  readonly id: string
  readonly by: string
  readonly at: Date
  readonly members: number
  readonly carried: number
  readonly carriedPoints: number
}

/** A branch with all that decides whether its year can close. */
export type BranchYear = LinkFacts & {
  readonly orgId: string
  readonly orgName: string
  readonly orgPath: string
  readonly parentId: string | null
  readonly members: number
  readonly appraisalStage: AppraisalStage | null
  readonly objectionsOpen: number
  readonly appealsOpen: number
  readonly toleranceOpen: number
  readonly gaps: readonly KeptGap[]
  readonly closing: KeptClosing | null
}

const ACCEPTED = `('accepted', 'published', 'fulfilled', 'partly', 'missedExplained', 'dropped')`

/** Members of the branches `o` at the end of the year who are on the roll now. */
export const home = `select h.party_org_id as org_id, m.id as member_id, m.name, m.name_order, m.born_on, m.admitted_on
  from member_affiliation h join member m on m.county_id = h.county_id and m.id = h.member_id
  where h.county_id = $1 and h.party_org_id in (select id from o) and ${atYearEnd} and m.state in ('active', 'suspended')`

/**
 * Members who owe a pledge and have none accepted. Left out: from the seventieth year on (R-226), by decision left out of scoring
 * (R-170), admitted in the course of the year.
 */
export const withoutPledge = `select h.org_id, h.member_id, h.name, h.name_order from home h
  where h.born_on > (make_date($2, 12, 31) - interval '70 years')::date and h.admitted_on < make_date($2, 1, 1)
    and not exists (select 1 from pledge p where p.county_id = $1 and p.member_id = h.member_id and p.year = $2
      and p.state in ${ACCEPTED})
    and not exists (select 1 from scoring_exemption x where x.county_id = $1 and x.member_id = h.member_id
      and x.from_on <= make_date($2, 12, 31) and (x.until_on is null or x.until_on > make_date($2, 12, 31)))`

/** Pledges of members and of the branches nobody has judged. */
export const notJudged = `select coalesce(h.org_id, p.party_org_id) as org_id, p.id, p.text, h.name, h.name_order
  from pledge p left join home h on h.member_id = p.member_id
  where p.county_id = $1 and p.year = $2 and p.state in ('accepted', 'published')
    and (h.org_id is not null or p.member_id is null and p.party_org_id in (select id from o))`

/** Problems listed for members that were not dropped, not put right, and have no pledge of the next year (R-229). */
export const withoutDraft = `select a.party_org_id as org_id, p.id, p.member_id, p.words
  from appraisal a join appraisal_problem p on p.county_id = a.county_id and p.appraisal_id = a.id
  join member m on m.county_id = p.county_id and m.id = p.member_id and m.state in ('active', 'suspended')
  where a.county_id = $1 and a.year = $2 and a.party_org_id in (select id from o)
    and not exists (select 1 from problem_drop d where d.county_id = p.county_id and d.problem_id = p.id)
    and not exists (select 1 from rectification_item i where i.county_id = p.county_id and i.problem_id = p.id
      and i.state = 'confirmed')
    and not exists (select 1 from pledge g where g.county_id = p.county_id and g.rectifies = p.id and g.state <> 'withdrawn')`

/** Objections that run on something of the year: by the day of the deed, else the month on the sheet, else the day it was raised. */
export const openObjections = `select j.party_org_id as org_id, j.id, j.subject_kind
  from objection j
  left join ledger_entry e on e.county_id = j.county_id
    and e.id = case when j.subject_kind = 'ledgerEntry' then j.subject_id::uuid end
  left join claim c on c.county_id = j.county_id and c.id = case when j.subject_kind = 'claim' then j.subject_id::uuid end
  left join deduction d on d.county_id = j.county_id
    and d.id = case when j.subject_kind = 'deduction' then j.subject_id::uuid end
  left join notice n on n.county_id = j.county_id and n.id = j.notice_id
  where j.county_id = $1 and j.state in ('received', 'assigned') and j.subject_kind <> 'grade'
    and j.party_org_id in (select id from o)
    and coalesce(extract(year from coalesce(e.deed_on, c.deed_on, d.deed_on)),
      substring(n.source_id from ' (\\d{4})-\\d{2}$')::int, extract(year from j.raised_on)) = $2`

/** Appeals against grades of the year that run (R-214). */
export const gradeAppeals = `select a.party_org_id as org_id, j.id, f.member_id
  from objection j join grade_feedback f on f.county_id = j.county_id and f.id = j.subject_id::uuid
  join appraisal a on a.county_id = f.county_id and a.id = f.appraisal_id
  where j.county_id = $1 and j.subject_kind = 'grade' and j.state in ('received', 'assigned') and a.year = $2
    and a.party_org_id in (select id from o)`

const counted = (name: string, part: string) =>
  `${name} as (select org_id, count(*)::int as n from (${part}) t group by org_id)`
const n = (name: string) => `coalesce((select n from ${name} t where t.org_id = o.id), 0)`

/** The branches of a year `$2` within a scope: those that were there on its last day. */
export const branches = (scope: string) => `o as materialized (
    select o.id, o.name, o.path, o.parent_id, o.sort_no, o.number from party_org o
    where o.county_id = $1 and o.kind = 'branch' and o.founded_on <= make_date($2, 12, 31)
      and (o.dissolved_on is null or o.dissolved_on > make_date($2, 12, 31)) and ${scope}),
  home as materialized (${home})`

const text = (scope: string) => `with ${branches(scope)},
  people as (select org_id, count(*)::int as n from home group by org_id),
  ${counted('owing', withoutPledge)},
  ${counted('unjudged', notJudged)},
  months as (select party_org_id as org_id, count(*)::int as n from points_month
    where county_id = $1 and party_org_id in (select id from o) and state = 'closed' and month like $2::text || '-%' group by 1),
  ${counted('unused', withoutUse)},
  ${counted('undrafted', withoutDraft)},
  ${counted('objections', openObjections)},
  ${counted('appeals', `select org_id, id from (${gradeAppeals}) g union all ${openAppeals}`)},
  ${counted('tolerance', openTolerance)}
  select o.id as "orgId", o.name as "orgName", o.path::text as "orgPath", o.parent_id as "parentId",
    ${n('people')} as members, ${n('owing')} as "membersWithoutPledge", ${n('unjudged')} as "pledgesNotJudged",
    12 - ${n('months')} as "monthsNotClosed", a.stage as "appraisalStage", coalesce(a.stage = 'closed', false) as "appraisalClosed",
    ${n('unused')} as "membersWithoutUse", ${n('undrafted')} as "problemsWithoutPledge",
    ${n('objections')} as "objectionsOpen", ${n('appeals')} as "appealsOpen", ${n('tolerance')} as "toleranceOpen",
    coalesce((select json_agg(json_build_object('link', g.link, 'reason', g.reason, 'signerName', g.signer_name,
      'signedBy', g.signed_by_account_id, 'signedByName', g.signed_by, 'on', g.signed_on, 'openCount', g.open_count))
      from year_gap g where g.county_id = $1 and g.party_org_id = o.id and g.year = $2), '[]'::json) as gaps,
    case when k.id is null then null else json_build_object('id', k.id, 'by', k.closed_by, 'at', k.closed_at,
      'members', k.members, 'carried', k.carried, 'carriedPoints', k.carried_points) end as closing
  from o left join appraisal a on a.county_id = $1 and a.party_org_id = o.id and a.year = $2
  left join year_closing k on k.county_id = $1 and k.party_org_id = o.id and k.year = $2
  order by o.path`

type Row = Omit<BranchYear, 'closing'> & {
  readonly closing: (Omit<KeptClosing, 'at'> & { readonly at: string }) | null
}

function toBranchYear(row: Row): BranchYear {
  const { closing } = row
  return { ...row, closing: closing === null ? null : { ...closing, at: new Date(closing.at) } }
}

/** The year of named branches; those that were not there are left out. */
export async function loadBranchYears(
  tx: CountyTx,
  orgIds: readonly string[],
  year: number,
): Promise<BranchYear[]> {
  const rows = await tx.raw<Row>('year-branches', text('o.id = any($3::uuid[])'), [year, orgIds])
  return rows.map(toBranchYear)
}

/** The year of all branches at and below a place that had members at its end, in the order of the tree. */
export async function loadYearsBelow(tx: CountyTx, path: string, year: number): Promise<BranchYear[]> {
  const rows = await tx.raw<Row>('year-below', text('o.path <@ $3::ltree'), [year, path])
  return rows.filter(({ members, closing }) => members > 0 || closing !== null).map(toBranchYear)
}

export type Judged = { readonly links: readonly LinkState[]; readonly facts: YearFacts }

/** What the rules of closing ask. */
export function toYearFacts(branch: BranchYear): Judged {
  const links = linksOf(branch)
  const { gaps, objectionsOpen, appealsOpen, toleranceOpen } = branch
  return { links, facts: { links, gaps, objectionsOpen, appealsOpen, toleranceOpen } }
}

export type NewGap = {
  readonly id: string
  readonly orgId: string
  readonly year: number
  readonly link: YearLink
  readonly openCount: number
  readonly reason: string
  readonly signerName: string
  readonly by: string
  readonly accountId: string
  readonly on: PlainDate
}

export async function insertGap(tx: CountyTx, gap: NewGap): Promise<void> {
  await tx
    .insert('year_gap', {
      ...{ id: gap.id, party_org_id: gap.orgId, year: gap.year, link: gap.link, open_count: gap.openCount },
      ...{ reason: gap.reason, signer_name: gap.signerName },
      ...{ signed_by: gap.by, signed_by_account_id: gap.accountId, signed_on: gap.on },
    })
    .execute()
}
