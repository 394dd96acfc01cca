import { createHash } from 'node:crypto'
import { isRole, MEMBER_ROLE, permissionsOf } from '@steward/domain/access/roles.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import { mustFirst } from '@steward/domain/sign-in/second-factor.ts'
import type { Identified, RoleHeld } from '#platform/context.ts'
import type { Pool } from '#platform/db.ts'

type SessionRow = {
  session_id: string
  account_id: string
  name: string
  member_id: string | null
  must_change_password: boolean
  state: string
  opened_with: 'password' | 'counter-code'
  last_seen_at: Date
  ends_at: Date
  idle_minutes: number
  totp_confirmed: boolean
  second_factor_at: Date | null
  demanded_of: string[] | null
  grants: { role: string; orgId: string; orgPath: string; orgName: string }[]
}

/** Roles of account `a` on the day `$3`: those given, and `member` in the branch of the file. A code from the counter carries the latter only. */
export const ROLES_HELD = `(select g.role, o.id as org_id, o.path::text as org_path, o.name as org_name
    from role_grant g join party_org o on o.county_id = g.county_id and o.id = g.party_org_id
    where g.county_id = a.county_id and g.account_id = a.id and g.revoked_at is null and g.role <> '${MEMBER_ROLE}'
      and g.from_on <= $3 and (g.until_on is null or g.until_on >= $3)
      and (o.dissolved_on is null or o.dissolved_on > $3)
  union all
  select '${MEMBER_ROLE}', o.id, o.path::text, o.name
    from member m join party_org o on o.county_id = m.county_id and o.id = m.party_org_id
    where m.county_id = a.county_id and m.id = a.member_id and m.state in ('active', 'suspended'))`

const FIND_SESSION = `
select s.id as session_id, s.account_id, a.name, a.member_id, a.must_change_password, a.state, s.opened_with,
  s.last_seen_at, s.ends_at, s.idle_minutes, a.totp_confirmed_at is not null as totp_confirmed, s.second_factor_at,
  case when s.second_factor_at is null then (
    select t.value->'secondFactorRoles' from setting t
    where t.county_id = s.county_id and t.area = 'sign-in' and t.from_on <= $3 order by t.version_no desc limit 1
  ) end as demanded_of,
  coalesce((select json_agg(json_build_object('role', h.role, 'orgId', h.org_id, 'orgPath', h.org_path, 'orgName', h.org_name))
    from ${ROLES_HELD} h where h.role = '${MEMBER_ROLE}' or s.opened_with = 'password'), '[]'::json) as grants
from session s join account a on a.county_id = s.county_id and a.id = s.account_id
where s.county_id = $1 and s.token_hash = $2 and s.ended_at is null`

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** What is kept of the secret in the cookie. */
export function tokenHash(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}

/** Turns the token of a browser (`county.secret`) into an actor, in one statement. Idle and absolute ends count. */
export async function identify(
  pool: Pool,
  token: string,
  now: Date,
  today: PlainDate,
): Promise<Identified | 'session-ended' | undefined> {
  const [county = '', secret = ''] = token.split('.')
  if (!UUID.test(county) || secret === '') return undefined
  const result = await pool.query<SessionRow>({
    name: 'session-find',
    text: FIND_SESSION,
    values: [county, tokenHash(secret), today],
  })
  const row = result.rows[0]
  if (row === undefined || row.state !== 'active') return 'session-ended'
  const unseenMs = now.getTime() - row.last_seen_at.getTime()
  if (now >= row.ends_at || unseenMs >= row.idle_minutes * 60_000) return 'session-ended'
  if (unseenMs > 60_000) await noteSeen(pool, county, row.session_id, now)
  return identified(county, row)
}

/** At most once a minute, so that reading does not write all the time. */
async function noteSeen(pool: Pool, county: string, sessionId: string, now: Date): Promise<void> {
  await pool.query({
    name: 'session-seen',
    text: 'update session set last_seen_at = $3 where county_id = $1 and id = $2 and last_seen_at < $3',
    values: [county, sessionId, now],
  })
}

function identified(county: string, row: SessionRow): Identified {
  const roles: RoleHeld[] = row.grants.flatMap(({ role, ...org }) => (isRole(role) ? [{ role, ...org }] : []))
  return {
    county,
    actor: {
      kind: 'account',
      accountId: row.account_id,
      sessionId: row.session_id,
      memberId: row.member_id,
      name: row.name,
      roles,
      holdings: roles.flatMap(({ role, orgPath }) => permissionsOf(role).map((one) => ({ ...one, orgPath }))),
    },
    mustFirst: mustFirst({
      openedWith: row.opened_with,
      mustChangePassword: row.must_change_password,
      roles: roles.map(({ role }) => role),
      secondFactorConfirmed: row.totp_confirmed,
      secondFactorShown: row.second_factor_at !== null,
      demandedOf: row.demanded_of ?? [],
    }),
  }
}
