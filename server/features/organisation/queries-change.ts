import type { OrgKind } from '@steward/domain/organisation/party-org.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import type { CountyTx } from '#platform/db.ts'
import { pinyinOfText } from '#platform/pinyin.ts'
import { problem } from '#platform/problem.ts'
import { type Org, ORG_COLUMNS } from './queries.ts'

/**
 * Locks the root and the organisations named, in one order. The root first: changes of the tree follow one another, so
 * that no two moves make a circle; the others so that no member comes while they are counted.
 */
export async function lockTree(tx: CountyTx, ids: readonly string[]): Promise<(id: string) => LockedOrg> {
  const rows = await tx.raw<LockedOrg>(
    'org-tree-lock',
    `select ${ORG_COLUMNS}, p.kind as "parentKind", coalesce(p.name, '') as "parentName"
     from party_org o left join party_org p on p.county_id = o.county_id and p.id = o.parent_id
     where o.county_id = $1 and (o.id = any($2) or o.parent_id is null)
     order by nlevel(o.path), o.number for update of o`,
    [ids],
  )
  const found = new Map(rows.map((row) => [row.id, row]))
  if (ids.some((id) => !found.has(id))) problem('not-found')
  return (id) => found.get(id) ?? problem('not-found')
}

export type LockedOrg = Org & { readonly parentKind: OrgKind | null; readonly parentName: string }

export type CountedOrg = {
  readonly id: string
  readonly members: number
  readonly fullMembers: number
  readonly openBelow: number
  readonly kindsBelow: readonly OrgKind[]
  readonly lastChangeOn: PlainDate
  readonly lastChangeBy: string | null
  readonly lastChangeKind: string | null
}
export type TreeFacts = {
  readonly orgs: ReadonlyMap<string, CountedOrg>
  /** Names of the open organisations directly below the parent asked about. */
  readonly siblings: readonly { id: string; name: string }[]
  readonly nextNumber: number
  readonly committees: readonly { id: string; kind: OrgKind; path: string; name: string }[]
}

const TREE_FACTS = `
select
  (select coalesce(json_agg(json_build_object('id', o.id,
      'members', (select count(*) from member m where m.county_id = $1 and m.state in ('active', 'suspended')
        and (m.party_group_id = o.id or m.party_org_id in
          (select b.id from party_org b where b.county_id = $1 and b.path <@ o.path))),
      'fullMembers', (select count(*) from member m where m.county_id = $1 and m.state = 'active'
        and m.membership_kind = 'full' and (m.party_group_id = o.id or m.party_org_id in
          (select b.id from party_org b where b.county_id = $1 and b.path <@ o.path))),
      'openBelow', (select count(*) from party_org b where b.county_id = $1 and b.parent_id = o.id and b.dissolved_on is null),
      'kindsBelow', (select coalesce(json_agg(distinct b.kind), '[]'::json) from party_org b
        where b.county_id = $1 and b.parent_id = o.id and b.dissolved_on is null),
      'lastChangeOn', coalesce(c.effective_on, o.founded_on), 'lastChangeBy', c.author_name, 'lastChangeKind', c.kind)),
      '[]'::json)
   from party_org o
   left join lateral (select effective_on, author_name, kind from party_org_change
     where county_id = $1 and party_org_id = o.id and kind not in ('correct', 'register')
     order by effective_on desc, recorded_at desc limit 1) c on true
   where o.county_id = $1 and o.id = any($2)) as orgs,
  (select coalesce(json_agg(json_build_object('id', o.id, 'name', o.name)), '[]'::json) from party_org o
   where o.county_id = $1 and o.parent_id = $3 and o.dissolved_on is null) as siblings,
  (select max(number) + 1 from party_org where county_id = $1) as "nextNumber",
  (select coalesce(json_agg(json_build_object('id', o.id, 'kind', o.kind, 'path', o.path::text, 'name', o.name)
      order by nlevel(o.path) desc), '[]'::json)
   from party_org o where o.county_id = $1 and o.dissolved_on is null
     and (o.id = $4 or (o.path @> any($5::ltree[]) and o.kind in ('countyCommittee', 'workCommittee', 'baseCommittee', 'branch'))))
     as committees`

/** Counts after the lock: members, what stands below, the last change, the names beside, and the committees that may decide. */
export async function loadTreeFacts(
  tx: CountyTx,
  asked: {
    readonly orgIds: readonly string[]
    readonly siblingsOf: string | null
    readonly deciderId: string | undefined
    readonly paths: readonly string[]
  },
): Promise<TreeFacts> {
  const [row] = await tx.raw<Omit<TreeFacts, 'orgs'> & { orgs: CountedOrg[] }>('org-tree-facts', TREE_FACTS, [
    asked.orgIds,
    asked.siblingsOf,
    asked.deciderId ?? null,
    asked.paths,
  ])
  if (row === undefined) return problem('not-found')
  return { ...row, orgs: new Map(row.orgs.map((org) => [org.id, org])) }
}

/** One side of a change as it is kept: what the change touched. */
export type KeptSide = Partial<
  Pick<Org, 'name' | 'shortName' | 'parentId' | 'kind' | 'form' | 'field' | 'unitKind' | 'canApprove'> &
    Pick<Org, 'phone' | 'address' | 'sortNo'> & { parentName: string; members: number; orgNames: string[] }
>

export type ChangeRow = {
  readonly orgId: string
  readonly kind:
    | 'register'
    | 'setUp'
    | 'rename'
    | 'move'
    | 'merge'
    | 'mergedInto'
    | 'split'
    | 'splitOff'
    | 'dissolve'
    | 'changeForm'
    | 'correct'
  readonly before: KeptSide | null
  readonly after: KeptSide | null
  /** When it differs from the day of the act. */
  readonly on?: PlainDate
}
export type Act = {
  readonly actId: string
  readonly on: PlainDate
  readonly decidedByOrgId: string | null
  readonly decidedOn: PlainDate | null
  readonly requestedOn: PlainDate | null
  readonly documentNumber: string
  readonly reason: string
  readonly by: string
  readonly accountId: string | null
  readonly at: Date
  newId(): string
}

const ROWS_A_STATEMENT = 2000

/** Writes what one decision changed, a row for each organisation. */
export async function insertChanges(tx: CountyTx, act: Act, rows: readonly ChangeRow[]): Promise<void> {
  for (let start = 0; start < rows.length; start += ROWS_A_STATEMENT) {
    const part = rows.slice(start, start + ROWS_A_STATEMENT)
    await tx.raw(
      'org-changes-insert',
      `insert into party_org_change (county_id, id, act_id, party_org_id, kind, effective_on, decided_by_org_id,
         decided_on, requested_on, document_number, reason, before, after, author_name, account_id, recorded_at)
       select $1, t.id, $7, t.org, t.kind, t.effective_on, $8, $9, $10, $11, $12, t.before, t.after, $13, $14, $15
       from unnest($2::uuid[], $3::uuid[], $4::text[], $5::jsonb[], $6::jsonb[], $16::date[])
         as t (id, org, kind, before, after, effective_on)`,
      [
        part.map(() => act.newId()),
        part.map(({ orgId }) => orgId),
        part.map(({ kind }) => kind),
        part.map(({ before }) => before && JSON.stringify(before)),
        part.map(({ after }) => after && JSON.stringify(after)),
        act.actId,
        act.decidedByOrgId,
        act.decidedOn,
        act.requestedOn,
        act.documentNumber,
        act.reason,
        act.by,
        act.accountId,
        act.at,
        part.map(({ on }) => on ?? act.on),
      ],
    )
  }
}

/** Columns a change may set on one organisation. */
export type OrgFields = Partial<{
  name: string
  shortName: string
  kind: Org['kind']
  form: Org['form']
  field: Org['field']
  unitKind: Org['unitKind']
  canApprove: boolean
  task: string
  taskEndsOn: PlainDate | null
  phone: string
  address: string
  sortNo: number
  dissolvedOn: PlainDate
}>

/** Sets columns of one organisation and lets its revision grow; answers with the new revision. */
export async function updateOrg(tx: CountyTx, org: Org, fields: OrgFields): Promise<number> {
  const { name, shortName, unitKind, canApprove, taskEndsOn, sortNo, dissolvedOn, ...same } = fields
  const read = name === undefined ? undefined : pinyinOfText(name)
  await tx
    .update('party_org')
    .set({
      ...same,
      ...(name === undefined ? {} : { name }),
      ...(read === undefined ? {} : { initials: read.initials, pinyin: read.full }),
      ...(shortName === undefined ? {} : { short_name: shortName }),
      ...(unitKind === undefined ? {} : { unit_kind: unitKind }),
      ...(canApprove === undefined ? {} : { approving: canApprove }),
      ...(taskEndsOn === undefined ? {} : { task_ends_on: taskEndsOn }),
      ...(sortNo === undefined ? {} : { sort_no: sortNo }),
      ...(dissolvedOn === undefined ? {} : { dissolved_on: dissolvedOn }),
      revision: org.revision + 1,
    })
    .where('id', '=', org.id)
    .execute()
  return org.revision + 1
}

/** Puts subtrees below another organisation; every path below follows in the same statement. Answers with the nodes moved. */
export async function moveSubtrees(tx: CountyTx, ids: readonly string[], target: Org): Promise<number> {
  if (ids.length === 0) return 0
  const rows = await tx.raw(
    'org-move',
    `update party_org o set path = $3::ltree || subpath(o.path, nlevel(top.path) - 1),
       parent_id = case when o.id = top.id then $4 else o.parent_id end,
       revision = case when o.id = top.id then o.revision + 1 else o.revision end
     from party_org top
     where o.county_id = $1 and top.county_id = $1 and top.id = any($2) and o.path <@ top.path returning 1`,
    [ids, target.path, target.id],
  )
  return rows.length
}

/** Open organisations directly below those named. */
export async function listOpenBelow(
  tx: CountyTx,
  parentIds: readonly string[],
): Promise<{ id: string; parentId: string; name: string; kind: OrgKind }[]> {
  return await tx.raw(
    'org-open-below',
    `select o.id, o.parent_id as "parentId", o.name, o.kind from party_org o
     where o.county_id = $1 and o.parent_id = any($2) and o.dissolved_on is null order by o.number for update`,
    [parentIds],
  )
}

/**
 * Closes organisations: they are dissolved, their open terms and posts end the day before. Answers with the units that
 * have lost their organisation.
 */
export async function closeOrgs(
  tx: CountyTx,
  ids: readonly string[],
  on: PlainDate,
  reason: string,
): Promise<void> {
  await tx.raw(
    'org-close',
    `with posts as (
       update committee_post set until_on = greatest($3::date - 1, from_on - 1), end_reason = $4
       where county_id = $1 and party_org_id = any($2) and until_on is null
     ), terms as (
       update committee_term set ended_on = greatest($3::date, started_on)
       where county_id = $1 and party_org_id = any($2) and ended_on is null
     )
     update party_org set dissolved_on = $3, revision = revision + 1 where county_id = $1 and id = any($2)`,
    [ids, on, reason],
  )
}

/** Members on the roll of branches or groups, with what a division needs to know. */
export type RollRow = {
  readonly id: string
  readonly orgId: string
  readonly orgPath: string
  readonly groupId: string | null
  readonly full: boolean
}
export async function listRoll(
  tx: CountyTx,
  asked: { readonly orgIds: readonly string[]; readonly memberIds?: readonly string[] },
): Promise<RollRow[]> {
  return await tx.raw<RollRow>(
    'org-roll',
    `select m.id, m.party_org_id as "orgId", o.path::text as "orgPath", m.party_group_id as "groupId",
       m.membership_kind = 'full' and m.state = 'active' as full
     from member m join party_org o on o.county_id = m.county_id and o.id = m.party_org_id
     where m.county_id = $1 and m.state in ('active', 'suspended')
       and (m.party_org_id = any($2) or m.party_group_id = any($2) or m.id = any($3)) order by m.id for share of m`,
    [asked.orgIds, asked.memberIds ?? []],
  )
}

/** How the members feature moves people when organisations change; given where the server is put together. */
export type MoveMembers = (
  tx: CountyTx,
  move: {
    readonly memberIds: readonly string[]
    readonly toOrgId: string
    /** Their group goes with them, falls away, or is another one. */
    readonly group: 'kept' | 'none' | { readonly id: string }
    readonly on: PlainDate
    readonly reason: string
    readonly by: string
    readonly accountId: string | null
    readonly at: Date
    newId(): string
  },
) => Promise<void>
