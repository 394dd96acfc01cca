import { randomBytes } from 'node:crypto'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import type { CountyTx } from '#platform/db.ts'
import { tokenHash } from './queries.ts'

export type NewSession = {
  readonly id: string
  readonly accountId: string
  readonly now: Date
  readonly endsAt: Date
  readonly idleMinutes: number
  readonly secondFactorAt: Date | null
  readonly openedWith: 'password' | 'counter-code'
  /** The password is too old: it must be changed before anything else. */
  readonly passwordAged: boolean
  readonly address: string
  readonly agent: string
}

/** Opens a session and notes the visit, unless the account was stopped meanwhile. Answers with the token of the cookie. */
export async function insertSession(tx: CountyTx, session: NewSession): Promise<string | undefined> {
  const secret = randomBytes(32).toString('base64url')
  const made = await tx.raw(
    'session-insert',
    `with seen as (
       update account set last_seen_at = $4, must_change_password = must_change_password or $9
       where county_id = $1 and id = $3 and state = 'active' returning id
     )
     insert into session (county_id, id, account_id, token_hash, started_at, last_seen_at, ends_at, idle_minutes,
       second_factor_at, opened_with, address, agent)
     select $1, $2, id, $5, $4, $4, $6, $7, $8, $10, $11, $12 from seen returning id`,
    [
      session.id,
      session.accountId,
      session.now,
      tokenHash(secret),
      session.endsAt,
      session.idleMinutes,
      session.secondFactorAt,
      session.passwordAged,
      session.openedWith,
      session.address,
      session.agent,
    ],
  )
  return made.length === 0 ? undefined : `${tx.county}.${secret}`
}

export type EndedWhy = 'signed-out' | 'revoked' | 'password-changed' | 'account-stopped'

/** Ends sessions of an account at once: one, all, or all but one. Answers with how many were open. */
export async function endSessions(
  tx: CountyTx,
  accountId: string,
  why: EndedWhy,
  now: Date,
  which: { only?: string; except?: string | null } = {},
): Promise<number> {
  let update = tx
    .update('session')
    .set({ ended_at: now, ended_why: why })
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
  if (which.only !== undefined) update = update.where('id', '=', which.only)
  if (which.except != null) update = update.where('id', '!=', which.except)
  return Number((await update.executeTakeFirst()).numUpdatedRows)
}

/** Shortens open sessions to what the rules now allow; for one account, or everybody. */
export async function shortenSessions(
  tx: CountyTx,
  limits: { idleMinutes: number; absoluteHours: number },
  accountIds: readonly string[] | null,
): Promise<void> {
  await tx.raw(
    'sessions-shorten',
    `update session set idle_minutes = least(idle_minutes, $2),
       ends_at = least(ends_at, started_at + make_interval(hours => $3))
     where county_id = $1 and ended_at is null and ($4::uuid[] is null or account_id = any($4))`,
    [limits.idleMinutes, limits.absoluteHours, accountIds],
  )
}

export type SessionRow = {
  readonly id: string
  readonly startedAt: Date
  readonly lastSeenAt: Date
  readonly openedWith: 'password' | 'counter-code'
  readonly address: string
  readonly agent: string
}

/** Open sessions of an account, the latest first. */
export async function listSessions(tx: CountyTx, accountId: string, now: Date): Promise<SessionRow[]> {
  return await tx.raw<SessionRow>(
    'sessions-list',
    `select id, started_at as "startedAt", last_seen_at as "lastSeenAt", opened_with as "openedWith", address, agent
     from session where county_id = $1 and account_id = $2 and ended_at is null and ends_at > $3
       and last_seen_at + make_interval(mins => idle_minutes) > $3
     order by last_seen_at desc, id desc limit 100`,
    [accountId, now],
  )
}

/** Notes that the second factor was shown in a session. */
export async function saveSecondFactorShown(tx: CountyTx, sessionId: string, now: Date): Promise<void> {
  await tx.update('session').set({ second_factor_at: now }).where('id', '=', sessionId).execute()
}

/** Marks sessions whose time is over, and removes those that ended long ago. */
export async function tidySessions(tx: CountyTx, now: Date, removeBefore: Date): Promise<void> {
  await tx.raw(
    'sessions-mark',
    `update session set ended_at = least(ends_at, last_seen_at + make_interval(mins => idle_minutes)),
       ended_why = case when ends_at <= last_seen_at + make_interval(mins => idle_minutes) then 'over' else 'idle' end
     where county_id = $1 and ended_at is null
       and least(ends_at, last_seen_at + make_interval(mins => idle_minutes)) <= $2`,
    [now],
  )
  await tx.remove('session').where('ended_at', '<', removeBefore).execute()
}

export type Shown = {
  readonly accountName: string
  readonly name: string
  readonly memberId: string | null
  readonly mustChangePassword: boolean
  readonly hasPassword: boolean
  readonly passwordSetAt: Date | null
  readonly secondFactor: boolean
  readonly secondFactorShown: boolean
  readonly elder: boolean
  readonly language: 'zh' | 'en'
  readonly openedWith: 'password' | 'counter-code'
  readonly county: { id: string; code: string; name: string; demo: boolean }
  readonly setting: unknown
  readonly homeOrgId: string | null
  /** Path of the organisation the person works from. */
  readonly path: readonly { id: string; name: string; kind: string }[]
}

/** Everything the frame of the screens asks about the one who is signed in; `orgId` is where the roles say they work. */
export async function findShown(
  tx: CountyTx,
  who: { accountId: string; sessionId: string; orgId: string | null },
  day: PlainDate,
): Promise<Shown | undefined> {
  const rows = await tx.raw<Shown>(
    'session-show',
    `select a.account_name as "accountName", a.name, a.member_id as "memberId",
       a.must_change_password as "mustChangePassword", a.password_hash is not null as "hasPassword",
       a.password_set_at as "passwordSetAt", a.totp_confirmed_at is not null as "secondFactor",
       s.second_factor_at is not null as "secondFactorShown", a.elder, a.language, s.opened_with as "openedWith",
       json_build_object('id', c.id, 'code', c.code, 'name', c.name, 'demo', c.demo) as county,
       (select t.value from setting t where t.county_id = $1 and t.area = 'sign-in' and t.from_on <= $5
         order by t.version_no desc limit 1) as setting,
       home.id as "homeOrgId",
       coalesce((select json_agg(json_build_object('id', o.id, 'name', o.name, 'kind', o.kind) order by nlevel(o.path))
         from party_org o where o.county_id = $1 and o.path @> home.path), '[]'::json) as path
     from account a join county c on c.id = a.county_id
     join session s on s.county_id = a.county_id and s.id = $3
     left join party_org home on home.county_id = a.county_id and home.id = coalesce($4::uuid, a.party_org_id)
     where a.county_id = $1 and a.id = $2`,
    [who.accountId, who.sessionId, who.orgId, day],
  )
  return rows[0]
}
