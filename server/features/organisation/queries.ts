import type {
  BranchForm,
  OrgField,
  OrgKind,
  PartyOrg,
  UnitKind,
} from '@steward/domain/organisation/party-org.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import type { CountyTx } from '#platform/db.ts'
import type { Access } from '#platform/access.ts'
import { problem } from '#platform/problem.ts'

/** A node of the tree as the rules see it, with its place. */
export type Org = PartyOrg & {
  readonly number: number
  readonly path: string
  readonly parentPath: string | null
  readonly shortName: string
  readonly sortNo: number
  readonly task: string
  readonly taskEndsOn: PlainDate | null
  readonly phone: string
  readonly address: string
  readonly revision: number
  readonly kind: OrgKind
  readonly form: BranchForm | null
  readonly field: OrgField
  readonly unitKind: UnitKind
}

export const ORG_COLUMNS = `o.id, o.parent_id as "parentId", o.number, o.path::text as path,
  case when o.parent_id is null then null else subpath(o.path, 0, -1)::text end as "parentPath",
  o.kind, o.form, o.field, o.unit_kind as "unitKind", o.approving as "canApprove", o.name, o.short_name as "shortName",
  o.sort_no as "sortNo", o.founded_on as "foundedOn", o.dissolved_on as "dissolvedOn", o.task,
  o.task_ends_on as "taskEndsOn", o.phone, o.address, o.revision`

const names = new Map<string, string>()

/** A name for each text of a statement that varies with the caller's reach; equal names must mean equal texts. */
export function nameOf(prefix: string, text: string): string {
  const known = names.get(text)
  if (known !== undefined) return known
  const name = `${prefix}-${names.size}`
  names.set(text, name)
  return name
}

/** One organisation, open or closed. */
export async function findOrg(tx: CountyTx, id: string): Promise<Org | undefined> {
  const rows = await tx.raw<Org>(
    'org-find',
    `select ${ORG_COLUMNS} from party_org o where o.county_id = $1 and o.id = $2`,
    [id],
  )
  return rows[0]
}

/** The same; unknown is the problem `not-found`. */
export async function getOrg(tx: CountyTx, id: string): Promise<Org> {
  return (await findOrg(tx, id)) ?? problem('not-found')
}

/** Locks one organisation whose facts are about to be counted or changed; its place in the tree stays. */
export async function lockOrg(tx: CountyTx, id: string): Promise<Org> {
  const rows = await tx.raw<Org>(
    'org-lock',
    `select ${ORG_COLUMNS} from party_org o where o.county_id = $1 and o.id = $2 for no key update`,
    [id],
  )
  return rows[0] ?? problem('not-found')
}

/**
 * Holds organisations open while members are put into them: a dissolution waits, and one that was first is seen.
 * Answers with those that exist; the caller looks at `dissolvedOn`.
 */
export async function holdOrgs(tx: CountyTx, ids: readonly string[]): Promise<Org[]> {
  return await tx.raw<Org>(
    'orgs-hold',
    `select ${ORG_COLUMNS} from party_org o where o.county_id = $1 and o.id = any($2) order by o.number for share`,
    [ids],
  )
}

/** The organisations on the way from the root down to a path, the last included. */
export async function listPath(
  tx: CountyTx,
  path: string,
): Promise<{ id: string; name: string; kind: OrgKind; path: string }[]> {
  return await tx.raw(
    'org-path',
    `select o.id, o.name, o.kind, o.path::text as path from party_org o
     where o.county_id = $1 and o.path @> $2::ltree order by nlevel(o.path)`,
    [path],
  )
}

export type TreeNode = {
  readonly id: string
  readonly parentId: string | null
  readonly number: number
  readonly name: string
  readonly kind: OrgKind
  readonly form: BranchForm | null
  readonly foundedOn: PlainDate
  readonly dissolvedOn: PlainDate | null
}

/** Every node one may see, closed ones included, in the order of the tree. */
export async function listTreeNodes(tx: CountyTx, access: Access): Promise<TreeNode[]> {
  const within = access.withinText('organisation.read', { path: 'o.path' }, 2)
  const text = `select o.id, o.parent_id as "parentId", o.number, o.name, o.kind, o.form,
    o.founded_on as "foundedOn", o.dissolved_on as "dissolvedOn"
    from party_org o where o.county_id = $1 and ${within.text} order by o.sort_no, o.number`
  return await tx.raw<TreeNode>(nameOf('org-nodes', text), text, within.values)
}

export type OrgName = {
  readonly id: string
  readonly name: string
  readonly shortName: string
  readonly initials: string
  readonly pinyin: string
  readonly kind: OrgKind
  readonly path: string
  readonly number: number
}

/** Names of all open organisations of the county, for look-ups of import and search; access is the caller's business. */
export async function listOrgNames(tx: CountyTx): Promise<OrgName[]> {
  return await tx.raw<OrgName>(
    'org-names',
    `select o.id, o.name, o.short_name as "shortName", o.initials, o.pinyin, o.kind, o.path::text as path, o.number
     from party_org o where o.county_id = $1 and o.dissolved_on is null order by o.sort_no, o.number`,
    [],
  )
}

/** Names an organisation had before, so that old rosters and papers still find it. */
export async function listFormerNames(tx: CountyTx): Promise<{ orgId: string; name: string }[]> {
  return await tx.raw(
    'org-former-names',
    `select distinct c.party_org_id as "orgId", c.before->>'name' as name from party_org_change c
     join party_org o on o.county_id = c.county_id and o.id = c.party_org_id and o.dissolved_on is null
     where c.county_id = $1 and c.kind = 'rename'`,
    [],
  )
}

export type MyBranchRow = {
  readonly orgId: string
  readonly groupId: string | null
}

/** Branch and group of a member. */
export async function findMyBranch(tx: CountyTx, memberId: string): Promise<MyBranchRow | undefined> {
  const rows = await tx.raw<MyBranchRow>(
    'org-my-branch',
    `select m.party_org_id as "orgId", m.party_group_id as "groupId" from member m
     where m.county_id = $1 and m.id = $2 and m.state in ('active', 'suspended')`,
    [memberId],
  )
  return rows[0]
}

/** Thresholds of the county in force today; undefined where it has set none. */
export async function findOrgSettings(
  tx: CountyTx,
  today: PlainDate,
): Promise<Record<string, unknown> | undefined> {
  const rows = await tx.raw<{ value: Record<string, unknown> }>(
    'org-settings',
    `select value from setting where county_id = $1 and area = 'organisation' and from_on <= $2
     order by version_no desc limit 1`,
    [today],
  )
  return rows[0]?.value
}
