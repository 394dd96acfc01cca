import { PERMISSIONS, type Permission } from '@steward/domain/access/permissions.ts'
import { isRole, permissionsOf, type Role, ROLES } from '@steward/domain/access/roles.ts'
import type { OrgKind } from '@steward/domain/organisation/party-org.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import type { Reach } from '@steward/domain/shared/reach.ts'
import type { CountyTx } from '#platform/db.ts'

export type GrantRow = {
  readonly id: string
  readonly accountId: string
  readonly role: string
  readonly orgId: string
  readonly orgName: string
  readonly fromOn: PlainDate
  readonly untilOn: PlainDate | null
  readonly grantedBy: string
  readonly revokedBy: string | null
  readonly revokedAt: Date | null
}

const GRANT_COLUMNS = `g.id, g.account_id as "accountId", g.role, g.party_org_id as "orgId", o.name as "orgName",
  g.from_on as "fromOn", g.until_on as "untilOn", g.granted_by as "grantedBy", g.revoked_by as "revokedBy",
  g.revoked_at as "revokedAt"`

/** Every role an account was ever given, the newest first. */
export async function listGrants(tx: CountyTx, accountId: string): Promise<GrantRow[]> {
  return await tx.raw<GrantRow>(
    'grants-list',
    `select ${GRANT_COLUMNS} from role_grant g
     join party_org o on o.county_id = g.county_id and o.id = g.party_org_id
     where g.county_id = $1 and g.account_id = $2 order by g.from_on desc, g.id desc`,
    [accountId],
  )
}

/** Locks one grant that is about to be withdrawn. */
export async function lockGrant(tx: CountyTx, id: string): Promise<GrantRow | undefined> {
  const rows = await tx.raw<GrantRow>(
    'grant-lock',
    `select ${GRANT_COLUMNS} from role_grant g
     join party_org o on o.county_id = g.county_id and o.id = g.party_org_id
     where g.county_id = $1 and g.id = $2 for no key update of g`,
    [id],
  )
  return rows[0]
}

/** Whoever counts administrators or takes account names waits here for the one before. */
export async function lockAccess(tx: CountyTx, what: 'administrators' | 'account-names'): Promise<void> {
  const text = 'select pg_advisory_xact_lock(hashtextextended($1::text || $2, 0)) /* county_id */'
  await tx.raw('access-lock', text, [what])
}

/** How many other active accounts hold a role today without an end. */
export async function countOthersWithRole(
  tx: CountyTx,
  role: Role,
  accountId: string,
  day: PlainDate,
): Promise<number> {
  const rows = await tx.raw<{ count: number }>(
    'grants-others',
    `select count(distinct a.id) as count from role_grant g
     join account a on a.county_id = g.county_id and a.id = g.account_id and a.state = 'active'
     where g.county_id = $1 and g.role = $2 and a.id <> $3 and g.revoked_at is null
       and g.from_on <= $4 and g.until_on is null`,
    [role, accountId, day],
  )
  return rows[0]?.count ?? 0
}

export type OrgOfGrant = {
  readonly id: string
  readonly name: string
  readonly kind: OrgKind
  readonly dissolvedOn: PlainDate | null
}

/** The organisation a role is to be held in. */
export async function findOrgOfGrant(tx: CountyTx, id: string): Promise<OrgOfGrant | undefined> {
  const rows = await tx.raw<OrgOfGrant>(
    'grant-org',
    `select id, name, kind, dissolved_on as "dissolvedOn" from party_org where county_id = $1 and id = $2`,
    [id],
  )
  return rows[0]
}

export type Seer = { readonly role: Role; readonly orgName: string; readonly people: readonly string[] }

const ROLE_NAMES = Object.keys(ROLES) as Role[] // The record has exactly these keys.

/** Roles that carry a permission as far as this. */
function rolesReaching(permission: Permission, reach: Reach): Role[] {
  return ROLE_NAMES.filter((role) =>
    permissionsOf(role).some((one) => one.permission === permission && one.reach === reach),
  )
}

/** Who holds a role today whose reach covers an organisation for a permission, by role and place. */
export async function listSeers(
  tx: CountyTx,
  permission: Permission,
  path: string,
  day: PlainDate,
): Promise<Seer[]> {
  const rows = await tx.raw<{ role: string; orgName: string; people: string[] }>(
    'access-seers',
    `select g.role, o.name as "orgName", array_agg(distinct a.name order by a.name) as people
     from role_grant g
     join party_org o on o.county_id = g.county_id and o.id = g.party_org_id
     join account a on a.county_id = g.county_id and a.id = g.account_id and a.state = 'active'
     where g.county_id = $1 and g.revoked_at is null and g.from_on <= $2 and (g.until_on is null or g.until_on >= $2)
       and (o.dissolved_on is null or o.dissolved_on > $2)
       and (g.role = any($3) or (g.role = any($4) and o.path @> $6::ltree) or (g.role = any($5) and o.path = $6::ltree))
     group by g.role, o.id, o.name, o.path order by nlevel(o.path) desc, g.role`,
    [
      day,
      rolesReaching(permission, 'everywhere'),
      rolesReaching(permission, 'org-and-below'),
      rolesReaching(permission, 'own-org'),
      path,
    ],
  )
  return rows.flatMap(({ role, ...seer }) => (isRole(role) ? [{ ...seer, role }] : []))
}

/** Where the file of a member lies. */
export async function findOwnFile(
  tx: CountyTx,
  memberId: string,
): Promise<{ name: string; orgName: string; path: string } | undefined> {
  const rows = await tx.raw<{ name: string; orgName: string; path: string }>(
    'access-own-file',
    `select m.name, o.name as "orgName", o.path::text as path from member m
     join party_org o on o.county_id = m.county_id and o.id = m.party_org_id
     where m.county_id = $1 and m.id = $2`,
    [memberId],
  )
  return rows[0]
}

/** What a role may do with members' files, in words. */
export function fileWords(role: Role): { zh: string; en: string }[] {
  return permissionsOf(role)
    .filter(({ permission }) => permission.startsWith('member.'))
    .map(({ permission }) => PERMISSIONS[permission])
}
