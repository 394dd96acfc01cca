import type { CoveredUnitKind } from '@steward/domain/organisation/covered-unit.ts'
import type { Coverage } from '@steward/domain/organisation/firm-coverage.ts'
import type { OrgKind } from '@steward/domain/organisation/party-org.ts'
import { termEndsOn } from '@steward/domain/organisation/term-of-office.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import type { Access } from '#platform/access.ts'
import type { CountyTx } from '#platform/db.ts'
import type { ChangeRow, KeptSide } from './queries-change.ts'
import type { FilledBy, PostRow } from './queries-committee.ts'
import { nameOf, type Org, ORG_COLUMNS } from './queries.ts'

type Seat = {
  postId: string
  memberId: string
  name: string
  post: PostRow['post']
  fromOn: PlainDate
  untilOn: PlainDate | null
  filledBy: FilledBy
}
type Term = {
  id: string
  startedOn: PlainDate
  years: number
  approvedEndOn: PlainDate | null
  approvalDocument: string
  endedOn: PlainDate | null
  filledBy: FilledBy
  documentNumber: string
  revision: number
  seats: Seat[]
}
export type OrgDetail = {
  readonly org: Org
  readonly path: { id: string; name: string; kind: OrgKind }[]
  readonly terms: (Term & { endsOn: PlainDate })[]
  readonly groupLeader: Seat | null
  readonly facts: {
    kind: 'premises' | 'secretaryExperience' | 'fullTimeStaff' | 'rules'
    value: string
    fromOn: PlainDate
    basis: string
    by: string
  }[]
  readonly units: { id: string; kind: CoveredUnitKind; name: string; staff: number; coverage: Coverage }[]
}

const SEATS = (
  where: string,
) => `select json_build_object('postId', c.id, 'memberId', c.member_id, 'name', m.name,
    'post', c.post, 'fromOn', c.from_on, 'untilOn', c.until_on, 'filledBy', c.filled_by) as seat
  from committee_post c join member m on m.county_id = c.county_id and m.id = c.member_id
  where c.county_id = $1 and ${where} order by array_position(array['secretary','deputySecretary','orgCommissioner',
    'publicityCommissioner','disciplineCommissioner','member','groupLeader'], c.post), c.from_on`

const DETAIL = `
select ${ORG_COLUMNS},
  (select json_agg(json_build_object('id', p.id, 'name', p.name, 'kind', p.kind) order by nlevel(p.path))
   from party_org p where p.county_id = $1 and p.path @> o.path) as way,
  (select coalesce(json_agg(t), '[]'::json) from (
     select t.id, t.started_on as "startedOn", t.years, t.approved_end_on as "approvedEndOn",
       t.approval_document as "approvalDocument", t.ended_on as "endedOn", t.filled_by as "filledBy",
       t.document_number as "documentNumber", t.revision,
       (select coalesce(json_agg(s.seat), '[]'::json) from (${SEATS('c.term_id = t.id')}) s) as seats
     from committee_term t where t.county_id = $1 and t.party_org_id = o.id order by t.started_on desc limit 6) t) as terms,
  (select s.seat from (${SEATS("c.party_org_id = o.id and c.post = 'groupLeader' and c.until_on is null")}) s limit 1) as leader,
  (select coalesce(json_agg(f), '[]'::json) from (
     select distinct on (f.kind) f.kind, f.value, f.from_on as "fromOn", f.basis, f.author_name as by
     from party_org_fact f where f.county_id = $1 and f.party_org_id = o.id
     order by f.kind, f.from_on desc, f.recorded_at desc) f) as facts,
  (select coalesce(json_agg(json_build_object('id', u.id, 'kind', u.kind, 'name', u.name, 'staff', u.staff_count,
      'coverage', u.coverage) order by u.name), '[]'::json)
   from unit u where u.county_id = $1 and u.party_org_id = o.id and u.closed_on is null) as units
from party_org o where o.county_id = $1 and o.id = $2`

/** One organisation with its way down, committees, recorded facts and units, in one statement. */
export async function findOrgDetail(tx: CountyTx, id: string): Promise<OrgDetail | undefined> {
  type Row = Org & {
    way: OrgDetail['path']
    terms: Term[]
    leader: Seat | null
    facts: OrgDetail['facts']
    units: OrgDetail['units']
  }
  const [row] = await tx.raw<Row>('org-detail', DETAIL, [id])
  if (row === undefined) return undefined
  const { way, terms, leader, facts, units, ...org } = row
  return {
    org,
    path: way,
    terms: terms.map((term) => ({
      ...term,
      endsOn: termEndsOn({ startedOn: term.startedOn, years: term.years, approvedEnd: term.approvedEndOn }),
    })),
    groupLeader: leader,
    facts,
    units,
  }
}

export type ChangeListRow = {
  readonly id: string
  readonly actId: string
  readonly orgId: string
  readonly orgName: string
  readonly kind: ChangeRow['kind']
  readonly on: PlainDate
  readonly decidedBy: string | null
  readonly decidedOn: PlainDate | null
  readonly requestedOn: PlainDate | null
  readonly documentNumber: string
  readonly reason: string
  readonly before: KeptSide | null
  readonly after: KeptSide | null
  readonly by: string
  readonly at: Date
  readonly filedOn: PlainDate | null
  readonly filedWith: string | null
}

const CHANGES = `select c.id, c.act_id as "actId", c.party_org_id as "orgId", o.name as "orgName", c.kind,
  c.effective_on as on, d.name as "decidedBy", c.decided_on as "decidedOn", c.requested_on as "requestedOn",
  c.document_number as "documentNumber", c.reason, c.before, c.after, c.author_name as by, c.recorded_at as at,
  f.filed_on as "filedOn", w.name as "filedWith", count(*) over ()::int as total
  from party_org_change c join party_org o on o.county_id = c.county_id and o.id = c.party_org_id
  left join party_org d on d.county_id = c.county_id and d.id = c.decided_by_org_id
  left join party_org_filing f on f.county_id = c.county_id and f.act_id = c.act_id
  left join party_org w on w.county_id = f.county_id and w.id = f.party_org_id`

/** History of one organisation, newest first. */
export async function listHistory(tx: CountyTx, orgId: string): Promise<ChangeListRow[]> {
  return await tx.raw<ChangeListRow>(
    'org-history',
    `${CHANGES} where c.county_id = $1 and c.party_org_id = $2 order by c.effective_on desc, c.recorded_at desc, c.id desc limit 100`,
    [orgId],
  )
}

/** Changes below an organisation, newest first; what was loaded in bulk by no account is left out. */
export async function listChanges(
  tx: CountyTx,
  access: Access,
  asked: {
    readonly orgId: string | null
    readonly from: PlainDate | null
    readonly until: PlainDate | null
    readonly unfiledOnly: boolean
    readonly limit: number
    readonly offset: number
  },
): Promise<{ rows: ChangeListRow[]; total: number }> {
  const within = access.withinText('organisation.read', { path: 'o.path' }, 8)
  const text = `${CHANGES} where c.county_id = $1 and (c.kind <> 'register' or c.account_id is not null) and ${within.text}
    and ($2::uuid is null or o.path <@ (select path from party_org where county_id = $1 and id = $2))
    and ($3::date is null or c.effective_on >= $3) and ($4::date is null or c.effective_on <= $4)
    and (not $5::boolean or (f.act_id is null and c.decided_by_org_id is not null))
    order by c.effective_on desc, c.recorded_at desc, c.id desc limit $6 offset $7`
  const rows = await tx.raw<ChangeListRow & { total: number }>(nameOf('org-changes', text), text, [
    asked.orgId,
    asked.from,
    asked.until,
    asked.unfiledOnly,
    asked.limit,
    asked.offset,
    ...within.values,
  ])
  return { rows, total: rows[0]?.total ?? 0 }
}

/** Changes of name, place and form after a day, as recorded, for telling the tree of that day. */
export async function listChangesAfter(
  tx: CountyTx,
  day: PlainDate,
): Promise<{ orgId: string; kind: 'rename' | 'move' | 'changeForm'; on: PlainDate; before: KeptSide }[]> {
  return await tx.raw(
    'org-changes-after',
    `select party_org_id as "orgId", kind, effective_on as on, before from party_org_change
     where county_id = $1 and effective_on > $2 and kind in ('rename', 'move', 'changeForm')
     order by effective_on, recorded_at, id`,
    [day],
  )
}

export type ActRow = {
  readonly orgPaths: readonly string[]
  readonly parentPaths: readonly string[]
  readonly decidedOn: PlainDate | null
  readonly deciderPath: string | null
  readonly above: readonly { id: string; path: string }[]
}

/** What a decision touched and the organisations it can be filed with. */
export async function findAct(tx: CountyTx, actId: string): Promise<ActRow | undefined> {
  const [row] = await tx.raw<ActRow & { count: number }>(
    'org-act',
    `select array_agg(o.path::text) as "orgPaths",
       array_agg(case when o.parent_id is null then o.path::text else subpath(o.path, 0, -1)::text end) as "parentPaths",
       min(c.decided_on) as "decidedOn", min(d.path::text) as "deciderPath", count(*)::int as count,
       (select coalesce(json_agg(json_build_object('id', a.id, 'path', a.path::text) order by nlevel(a.path) desc), '[]'::json)
        from party_org a where a.county_id = $1 and a.path @> any(array_agg(d.path))
          and (a.parent_id is null or not a.path = any(array_agg(d.path)))) as above
     from party_org_change c join party_org o on o.county_id = c.county_id and o.id = c.party_org_id
     left join party_org d on d.county_id = c.county_id and d.id = c.decided_by_org_id
     where c.county_id = $1 and c.act_id = $2`,
    [actId],
  )
  return row === undefined || row.count === 0 ? undefined : row
}

/** Records a filing; false when it was recorded before. */
export async function insertFiling(
  tx: CountyTx,
  filing: {
    actId: string
    filedOn: PlainDate
    orgId: string
    by: string
    accountId: string | null
    at: Date
  },
): Promise<boolean> {
  const rows = await tx.raw(
    'org-filing-insert',
    `insert into party_org_filing (county_id, act_id, filed_on, party_org_id, author_name, account_id, recorded_at)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict (county_id, act_id) do nothing returning 1`,
    [filing.actId, filing.filedOn, filing.orgId, filing.by, filing.accountId, filing.at],
  )
  return rows.length === 1
}
