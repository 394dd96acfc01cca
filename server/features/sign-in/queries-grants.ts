import type { Role } from '@steward/domain/access/roles.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import type { CountyTx } from '#platform/db.ts'
import { ROLES_HELD } from './queries.ts'

/** Active accounts by role on a day, and how many of them have a second factor. */
export async function countSecondFactors(
  tx: CountyTx,
  day: PlainDate,
): Promise<{ role: string; accounts: number; withSecondFactor: number }[]> {
  return await tx.raw(
    'grants-second-factors',
    `select h.role, count(distinct a.id) as accounts,
       count(distinct a.id) filter (where a.totp_confirmed_at is not null) as "withSecondFactor"
     from account a cross join lateral ${ROLES_HELD} h
     where a.county_id = $1 and a.state = $2 group by h.role order by h.role`,
    ['active', day],
  )
}

/** Active accounts that hold one of the roles on a day. */
export async function listAccountsHolding(
  tx: CountyTx,
  roles: readonly Role[],
  day: PlainDate,
): Promise<string[]> {
  const rows = await tx.raw<{ id: string }>(
    'grants-accounts-holding',
    `select distinct a.id from account a cross join lateral ${ROLES_HELD} h
     where a.county_id = $1 and h.role = any($2) and a.state = 'active'`,
    [roles, day],
  )
  return rows.map(({ id }) => id)
}
