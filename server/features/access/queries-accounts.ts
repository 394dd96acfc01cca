import { isRole, type Role } from '@steward/domain/access/roles.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import { nameOf } from '#features/organisation/queries.ts'
import { ROLES_HELD } from '#features/sign-in/queries.ts'
import type { Access } from '#platform/access.ts'
import type { CountyTx } from '#platform/db.ts'

/** Days without a sign-in after which an account is to be looked at. */
export const STALE_DAYS = 90

export type AccountFilter = {
  readonly search: string
  readonly orgId: string | null
  readonly role: Role | null
  readonly state: 'all' | 'active' | 'stopped' | 'locked' | 'stale' | 'roleless'
  readonly offset: number
  readonly limit: number
}

type Held = { readonly role: Role; readonly orgId: string; readonly orgName: string }

export type AccountListRow = {
  readonly id: string
  readonly accountName: string
  readonly name: string
  readonly memberId: string | null
  readonly orgName: string | null
  readonly state: 'active' | 'stopped'
  readonly isLocked: boolean
  readonly isStale: boolean
  readonly hasPassword: boolean
  readonly secondFactor: boolean
  readonly lastSeenAt: Date | null
  readonly roles: readonly Held[]
}

export type AccountCounts = { all: number; stopped: number; locked: number; stale: number; roleless: number }

// $1 county, $2 now, $3 today, $4 oldest sign-in that is not stale
const REACHED = (home: string, grants: string) => `
select a.county_id, a.id, a.account_name, a.name, a.member_id, a.state, a.last_seen_at,
  coalesce(mo.name, wo.name) as org_name, coalesce(mo.path, wo.path) as home_path,
  a.password_hash is not null as has_password, a.totp_confirmed_at is not null as second_factor,
  coalesce(f.locked_until > $2, false) as is_locked,
  a.state = 'active' and coalesce(a.last_seen_at, a.created_at) < $4 as is_stale,
  a.state = 'active' and a.member_id is null and not exists (
    select 1 from role_grant g where g.county_id = a.county_id and g.account_id = a.id and g.revoked_at is null
      and (g.until_on is null or g.until_on >= $3)) as is_roleless
from account a
left join member m on m.county_id = a.county_id and m.id = a.member_id
left join party_org mo on mo.county_id = m.county_id and mo.id = m.party_org_id
left join party_org wo on wo.county_id = a.county_id and wo.id = a.party_org_id
left join sign_in_failure f on f.county_id = a.county_id and f.account_name = a.account_name
where a.county_id = $1 and (${home} or exists (
  select 1 from role_grant g join party_org o on o.county_id = g.county_id and o.id = g.party_org_id
  where g.county_id = a.county_id and g.account_id = a.id and g.revoked_at is null and ${grants}))`

type At = { readonly now: Date; readonly today: PlainDate }

/** The accounts in reach as a select, and the values it takes. */
function reached(access: Access, { now, today }: At): { text: string; values: unknown[]; next: number } {
  const first = 5
  const home = access.withinText('account.read', { path: 'coalesce(mo.path, wo.path)' }, first)
  const second = first + home.values.length
  const grants = access.withinText('account.read', { path: 'o.path' }, second)
  const staleBefore = new Date(now.getTime() - STALE_DAYS * 86_400_000)
  return {
    text: REACHED(home.text, grants.text),
    values: [now, today, staleBefore, ...home.values, ...grants.values],
    next: second + grants.values.length,
  }
}

const STATES: Readonly<Record<AccountFilter['state'], string>> = {
  all: 'true',
  active: `a.state = 'active'`,
  stopped: `a.state = 'stopped'`,
  locked: 'a.is_locked',
  stale: 'a.is_stale',
  roleless: 'a.is_roleless',
}

/** A page of the accounts in reach, by account name. */
export async function listAccountRows(
  tx: CountyTx,
  access: Access,
  filter: AccountFilter,
  at: At,
): Promise<{ rows: AccountListRow[]; total: number }> {
  const { text, values, next } = reached(access, at)
  const [search, org, role, limit, offset] = [0, 1, 2, 3, 4].map((step) => `$${next + step}`)
  const inOrg = `(select t.path from party_org t where t.county_id = $1 and t.id = ${org}::uuid)`
  const page = `
with reached as (${text}), page as (
  select a.*, count(*) over () as total from reached a
  where ${STATES[filter.state]}
    and (${search}::text = '' or position(lower(${search}) in a.account_name) > 0 or position(${search} in a.name) > 0)
    and (${org}::uuid is null or a.home_path <@ ${inOrg}
      or exists (select 1 from ${ROLES_HELD} h where h.org_path::ltree <@ ${inOrg}))
    and (${role}::text is null or exists (select 1 from ${ROLES_HELD} h where h.role = ${role}))
  order by a.account_name limit ${limit} offset ${offset}
)
select a.id, a.account_name as "accountName", a.name, a.member_id as "memberId", a.org_name as "orgName", a.state,
  a.is_locked as "isLocked", a.is_stale as "isStale", a.has_password as "hasPassword",
  a.second_factor as "secondFactor", a.last_seen_at as "lastSeenAt", a.total,
  coalesce((select json_agg(json_build_object('role', h.role, 'orgId', h.org_id, 'orgName', h.org_name))
    from ${ROLES_HELD} h), '[]'::json) as roles
from page a order by a.account_name`
  const all = [...values, filter.search, filter.orgId, filter.role, filter.limit, filter.offset]
  const rows = await tx.raw<AccountListRow & { total: number }>(nameOf('accounts-page', page), page, all)
  return {
    rows: rows.map(({ total: _total, ...row }) => ({
      ...row,
      roles: row.roles.filter(({ role: held }) => isRole(held)),
    })),
    total: rows[0]?.total ?? 0,
  }
}

/** How many accounts in reach need a look, by why. */
export async function countAccounts(tx: CountyTx, access: Access, at: At): Promise<AccountCounts> {
  const { text, values } = reached(access, at)
  const count = `select count(*) as all, count(*) filter (where a.state = 'stopped') as stopped,
    count(*) filter (where a.is_locked) as locked, count(*) filter (where a.is_stale) as stale,
    count(*) filter (where a.is_roleless) as roleless from (${text}) a`
  const rows = await tx.raw<AccountCounts>(nameOf('accounts-count', count), count, values)
  return rows[0] ?? { all: 0, stopped: 0, locked: 0, stale: 0, roleless: 0 }
}

export type AccountDetail = {
  readonly id: string
  readonly accountName: string
  readonly name: string
  readonly memberId: string | null
  readonly orgName: string | null
  readonly homePath: string | null
  readonly memberOf: string | null
  readonly state: 'active' | 'stopped'
  readonly stateReason: string
  readonly openedBy: string
  readonly openedAt: Date
  readonly lastSeenAt: Date | null
  readonly hasPassword: boolean
  readonly mustChangePassword: boolean
  readonly passwordSetAt: Date | null
  readonly secondFactor: boolean
  readonly lockedUntil: Date | null
  readonly openSessions: number
  /** Where the roles of today are held. */
  readonly paths: readonly string[]
}

/** One account with everything but its grants. */
export async function findAccountDetail(
  tx: CountyTx,
  id: string,
  { now, today }: At,
): Promise<AccountDetail | undefined> {
  const rows = await tx.raw<AccountDetail>(
    'account-detail',
    `select a.id, a.account_name as "accountName", a.name, a.member_id as "memberId",
       coalesce(mo.name, wo.name) as "orgName", coalesce(mo.path, wo.path)::text as "homePath",
       case when m.state in ('active', 'suspended') then mo.name end as "memberOf",
       a.state, a.state_reason as "stateReason", a.opened_by as "openedBy", a.created_at as "openedAt",
       a.last_seen_at as "lastSeenAt", a.password_hash is not null as "hasPassword",
       a.must_change_password as "mustChangePassword", a.password_set_at as "passwordSetAt",
       a.totp_confirmed_at is not null as "secondFactor",
       case when f.locked_until > $4 then f.locked_until end as "lockedUntil",
       (select count(*) from session s where s.county_id = a.county_id and s.account_id = a.id and s.ended_at is null
         and s.ends_at > $4 and s.last_seen_at + make_interval(mins => s.idle_minutes) > $4) as "openSessions",
       array(select h.org_path from ${ROLES_HELD} h) as paths
     from account a
     left join member m on m.county_id = a.county_id and m.id = a.member_id
     left join party_org mo on mo.county_id = m.county_id and mo.id = m.party_org_id
     left join party_org wo on wo.county_id = a.county_id and wo.id = a.party_org_id
     left join sign_in_failure f on f.county_id = a.county_id and f.account_name = a.account_name
     where a.county_id = $1 and a.id = $2`,
    [id, today, now],
  )
  return rows[0]
}

/** Members on the roll whose name or pinyin begins so, with the account they have. */
export async function listMembersForAccount(
  tx: CountyTx,
  search: string,
): Promise<{ memberId: string; name: string; orgName: string; accountName: string | null }[]> {
  return await tx.raw(
    'account-members',
    `select m.id as "memberId", m.name, o.name as "orgName", a.account_name as "accountName"
     from member m join party_org o on o.county_id = m.county_id and o.id = m.party_org_id
     left join account a on a.county_id = m.county_id and a.member_id = m.id
     where m.county_id = $1 and m.state in ('active', 'suspended')
       and (starts_with(m.name, $2) or starts_with(m.initials, lower($2)) or starts_with(m.pinyin, lower($2)))
     order by m.pinyin, m.id limit 20`,
    [search],
  )
}
