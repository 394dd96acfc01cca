import { type BranchForm, type OrgKind } from '@steward/domain/organisation/party-org.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import type { Access } from '#platform/access.ts'
import type { CountyTx } from '#platform/db.ts'
import { nameOf } from './queries.ts'

/** What the defects of an organisation are told from, as the database counts it. */
export type FactRow = {
  readonly id: string
  readonly number: number
  readonly parentId: string | null
  readonly path: string
  readonly name: string
  readonly kind: OrgKind
  readonly form: BranchForm | null
  readonly foundedOn: PlainDate
  readonly taskEndsOn: PlainDate | null
  readonly members: number
  readonly fullMembers: number
  readonly seats: number
  readonly secretary: string | null
  readonly secretarySince: PlainDate | null
  readonly orgCommissioner: string | null
  readonly lastSecretaryUntil: PlainDate | null
  readonly termStartedOn: PlainDate | null
  readonly termYears: number | null
  readonly termApprovedEndOn: PlainDate | null
  readonly isCommunity: boolean
  readonly facts: Readonly<Record<string, { value: string; fromOn: PlainDate; recordedOn: PlainDate }>> | null
  readonly seen: Readonly<Record<string, PlainDate>> | null
}

/**
 * Counts over subtrees go up by the numbers in the path: each branch adds its members to every node above it, in one
 * pass, which is an order of magnitude faster than asking each node for what lies below.
 */
const FACTS = (scope: string) => `
with scope as (
  select o.* from party_org o where o.county_id = $1 and o.dissolved_on is null
    and ($3::uuid is null or o.path <@ (select r.path from party_org r where r.county_id = $1 and r.id = $3)) and ${scope}
), held as (
  select m.party_org_id, count(*)::int as members,
    count(*) filter (where m.membership_kind = 'full' and m.state = 'active')::int as full_members
  from member m where m.county_id = $1 and m.state in ('active', 'suspended')
    and ($3::uuid is null or m.party_org_id in (select id from scope)) group by m.party_org_id
), summed as (
  select up.number, sum(h.members)::int as members, sum(h.full_members)::int as full_members
  from held h join party_org o on o.county_id = $1 and o.id = h.party_org_id
  cross join lateral unnest(string_to_array(o.path::text, '.')::int[]) as up(number) group by up.number
), grouped as (
  select m.party_group_id as id, count(*)::int as members,
    count(*) filter (where m.membership_kind = 'full' and m.state = 'active')::int as full_members
  from member m where m.county_id = $1 and m.party_group_id is not null and m.state in ('active', 'suspended')
  group by m.party_group_id
), posts as (
  select p.party_org_id, count(distinct p.member_id) filter (where p.present)::int as seats,
    min(p.name) filter (where p.present and p.post = 'secretary') as secretary,
    min(p.from_on) filter (where p.present and p.post = 'secretary') as secretary_since,
    min(p.name) filter (where p.present and p.post = 'orgCommissioner') as org_commissioner,
    max(p.until_on) filter (where not p.present and p.post = 'secretary' and p.from_on <= $2) as last_until
  from (
    select c.party_org_id, c.member_id, c.post, c.from_on, c.until_on, m.name,
      c.from_on <= $2 and (c.until_on is null or c.until_on >= $2) as present
    from committee_post c join member m on m.county_id = c.county_id and m.id = c.member_id
    where c.county_id = $1 and c.post <> 'groupLeader'
      and ($3::uuid is null or c.party_org_id in (select id from scope))
  ) p group by p.party_org_id
), told as (
  select f.party_org_id, jsonb_object_agg(f.kind, jsonb_build_object('value', f.value, 'fromOn', f.from_on,
    'recordedOn', (f.recorded_at at time zone 'Asia/Shanghai')::date)) as facts
  from (
    select distinct on (party_org_id, kind) party_org_id, kind, value, from_on, recorded_at from party_org_fact
    where county_id = $1 order by party_org_id, kind, from_on desc, recorded_at desc
  ) f group by f.party_org_id
), seen as (
  select party_org_id, jsonb_object_agg(code, seen_on) as seen from party_org_defect
  where county_id = $1 and gone_on is null group by party_org_id
)
select o.id, o.number, o.parent_id as "parentId", o.path::text as path, o.name, o.kind, o.form,
  o.founded_on as "foundedOn", o.task_ends_on as "taskEndsOn",
  coalesce(case when o.kind = 'partyGroup' then g.members else s.members end, 0) as members,
  coalesce(case when o.kind = 'partyGroup' then g.full_members else s.full_members end, 0) as "fullMembers",
  coalesce(p.seats, 0) as seats, p.secretary, p.secretary_since as "secretarySince",
  p.org_commissioner as "orgCommissioner", p.last_until as "lastSecretaryUntil",
  t.started_on as "termStartedOn", t.years as "termYears", t.approved_end_on as "termApprovedEndOn",
  exists (select 1 from unit u where u.county_id = $1 and u.party_org_id = o.id and u.kind = 'community'
    and u.closed_on is null) as "isCommunity",
  f.facts, d.seen
from scope o
left join summed s on s.number = o.number
left join grouped g on g.id = o.id
left join posts p on p.party_org_id = o.id
left join committee_term t on t.county_id = $1 and t.party_org_id = o.id and t.ended_on is null
left join told f on f.party_org_id = o.id
left join seen d on d.party_org_id = o.id
order by o.sort_no, o.number`

/** Facts of the open organisations one may see, at or below `rootId`, counted in one statement. */
export async function listOrgFacts(
  tx: CountyTx,
  today: PlainDate,
  access: Access | 'all',
  rootId: string | null = null,
): Promise<FactRow[]> {
  const within =
    access === 'all'
      ? { text: 'true', values: [] }
      : access.withinText('organisation.read', { path: 'o.path' }, 4)
  const text = FACTS(within.text)
  return await tx.raw<FactRow>(nameOf('org-facts', text), text, [today, rootId, ...within.values])
}
