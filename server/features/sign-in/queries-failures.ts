import { isRole, type Role } from '@steward/domain/access/roles.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import type { Lockout } from '@steward/domain/sign-in/lockout.ts'
import type { CountyTx } from '#platform/db.ts'
import { ROLES_HELD } from './queries.ts'
import { readSignInRules, type SignInRules } from './queries-settings.ts'

/** An account as a sign-in sees it. */
export type SignInAccount = {
  readonly id: string
  readonly accountName: string
  readonly name: string
  readonly state: 'active' | 'stopped'
  readonly stateReason: string
  readonly passwordHash: string | null
  readonly passwordSetAt: Date | null
  readonly mustChangePassword: boolean
  readonly totpSealed: Buffer | null
  readonly totpConfirmedAt: Date | null
  readonly totpLastStep: number | null
  readonly roles: readonly Role[]
}

/** Failures under a typed name, held against others who try the same name; and the account, where there is one. */
export type HeldName = {
  readonly lockout: Lockout
  readonly rules: SignInRules
  readonly account: SignInAccount | undefined
}

type Row = Omit<SignInAccount, 'id' | 'roles'> & {
  failures: number
  lockedUntil: Date | null
  setting: unknown
  id: string | null
  roles: string[] | null
}

const HOLD = `
with held as (
  insert into sign_in_failure (county_id, account_name, failures, last_at) values ($1, $2, 0, $4)
  on conflict (county_id, account_name) do update set last_at = excluded.last_at
  returning failures, locked_until
)
select held.failures, held.locked_until as "lockedUntil",
  (select t.value from setting t where t.county_id = $1 and t.area = 'sign-in' and t.from_on <= $3
    order by t.version_no desc limit 1) as setting,
  a.id, a.account_name as "accountName", a.name, a.state, a.state_reason as "stateReason",
  a.password_hash as "passwordHash", a.password_set_at as "passwordSetAt",
  a.must_change_password as "mustChangePassword", a.totp_sealed as "totpSealed",
  a.totp_confirmed_at as "totpConfirmedAt", a.totp_last_step as "totpLastStep",
  array(select h.role from ${ROLES_HELD} h) as roles
from held left join account a on a.county_id = $1 and a.account_name = $2`

/** Holds a name until the transaction ends, so that of many tries at once each sees the failures before it. */
export async function holdName(
  tx: CountyTx,
  accountName: string,
  now: Date,
  today: PlainDate,
): Promise<HeldName> {
  const rows = await tx.raw<Row>('sign-in-hold', HOLD, [accountName, today, now])
  const row = rows[0]
  if (row === undefined) throw new Error('A held name has a row')
  const { failures, lockedUntil, setting, id, roles, ...account } = row
  return {
    lockout: { failures, lockedUntil },
    rules: readSignInRules(setting),
    account: id === null ? undefined : { ...account, id, roles: (roles ?? []).filter(isRole) },
  }
}

/** Keeps what a try led to. */
export async function saveLockout(tx: CountyTx, accountName: string, lockout: Lockout): Promise<void> {
  await tx.raw(
    'sign-in-lockout',
    `update sign_in_failure set failures = $3, locked_until = $4 where county_id = $1 and account_name = $2`,
    [accountName, lockout.failures, lockout.lockedUntil],
  )
}

/** Forgets the failures of a name: a good sign-in, or a person at the counter who proved who they are. */
export async function clearFailures(tx: CountyTx, accountName: string): Promise<void> {
  await tx.remove('sign_in_failure').where('account_name', '=', accountName).execute()
}

/** Forgets names nobody has tried lately; most of them belong to no account. */
export async function removeOldFailures(tx: CountyTx, before: Date): Promise<void> {
  await tx
    .remove('sign_in_failure')
    .where('last_at', '<', before)
    .where((eb) => eb.or([eb('locked_until', 'is', null), eb('locked_until', '<', before)]))
    .execute()
}
