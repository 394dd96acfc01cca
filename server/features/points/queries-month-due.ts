import type { MonthState } from '@steward/domain/points/month.ts'
import type { PlainMonth } from '@steward/domain/shared/plain-date.ts'
import type { CountyTx } from '#platform/db.ts'

/** Branches with lines or claims of a month that has not been put on notice. */
export async function listUnbegun(
  tx: CountyTx,
  month: PlainMonth,
): Promise<{ orgId: string; orgName: string; state: MonthState }[]> {
  return await tx.raw(
    'points-months-unbegun',
    `select o.id as "orgId", o.name as "orgName", p.state from points_month p
     join party_org o on o.county_id = p.county_id and o.id = p.party_org_id and o.dissolved_on is null
     where p.county_id = $1 and p.month = $2 and p.state in ('open', 'reviewing') order by o.path`,
    [month],
  )
}
