import { createHash } from 'node:crypto'
import { isRole, permissionsOf } from '@steward/domain/access/roles.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import type { Identified, RoleHeld } from '#platform/context.ts'
import type { Pool } from '#platform/db.ts'

type SessionRow = {
  session_id: string
  account_id: string
  name: string
  member_id: string | null
  must_change_password: boolean
  state: string
  last_seen_at: Date
  ends_at: Date
  idle_minutes: number
  totp_confirmed: boolean
  second_factor_at: Date | null
  grants: { role: string; orgId: string; orgPath: string; orgName: string }[]
}

const FIND_SESSION = `
select s.id as session_id, s.account_id, a.name, a.member_id, a.must_change_password, a.state,
  s.last_seen_at, s.ends_at, s.idle_minutes, a.totp_confirmed_at is not null as totp_confirmed, s.second_factor_at,
  coalesce((select json_agg(json_build_object('role', g.role, 'orgId', g.party_org_id, 'orgPath', o.path::text, 'orgName', o.name))
    from role_grant g join party_org o on o.county_id = g.county_id and o.id = g.party_org_id
    where g.county_id = s.county_id and g.account_id = s.account_id and g.revoked_at is null
      and g.from_on <= $3 and (g.until_on is null or g.until_on >= $3)), '[]'::json) as grants
from session s join account a on a.county_id = s.county_id and a.id = s.account_id
where s.county_id = $1 and s.token_hash = $2 and s.ended_at is null`

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Turns the token of a browser (`county.secret`) into an actor. Idle and absolute ends count. */
export async function identify(
  pool: Pool,
  token: string,
  now: Date,
  today: PlainDate,
): Promise<Identified | 'session-ended' | undefined> {
  const [county = '', secret = ''] = token.split('.')
  if (!UUID.test(county) || secret === '') return undefined
  const hash = createHash('sha256').update(secret).digest()
  const result = await pool.query<SessionRow>({ name: 'session-find', text: FIND_SESSION, values: [county, hash, today] })
  const row = result.rows[0]
  if (row === undefined || row.state !== 'active') return 'session-ended'
  const idleMs = row.idle_minutes * 60_000
  if (now >= row.ends_at || now.getTime() - row.last_seen_at.getTime() > idleMs) return 'session-ended'
  if (now.getTime() - row.last_seen_at.getTime() > 60_000) {
    await pool.query({
      name: 'session-seen',
      text: 'update session set last_seen_at = $3 where county_id = $1 and id = $2 and last_seen_at < $3',
      values: [county, row.session_id, now],
    })
  }
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
    mustFirst: row.must_change_password
      ? 'password-change-first'
      : row.totp_confirmed && row.second_factor_at === null
        ? 'second-factor-first'
        : null,
  }
}
