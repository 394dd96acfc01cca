import type { MonthState } from '@steward/domain/points/month.ts'
import type { PlainMonth } from '@steward/domain/shared/plain-date.ts'
import type { CountyTx } from '#platform/db.ts'
import type { ClaimRow } from './queries-claim.ts'

/** Where a month of a branch stands; it stays there until the end of the transaction. */
export async function findMonthState(
  tx: CountyTx,
  orgId: string,
  month: PlainMonth,
): Promise<MonthState | undefined> {
  const [row] = await tx.raw<{ state: MonthState }>(
    'claim-month-state',
    `select state from points_month where county_id = $1 and party_org_id = $2 and month = $3 for share`,
    [orgId, month],
  )
  return row?.state
}

/** What was claimed before somebody's last approval or adjustment. */
export async function findStepBefore(
  tx: CountyTx,
  row: ClaimRow,
  accountId: string,
): Promise<{ quantity: number; chosen: number | null } | undefined> {
  const [step] = await tx.raw<{ quantity: number; chosen: number | null }>(
    'claim-step-before',
    `select (facts->>'quantityBefore')::int as quantity, (facts->>'chosenBefore')::int as chosen from claim_move
     where county_id = $1 and claim_id = $2 and account_id = $3 and move in ('approve', 'adjust', 'passOn')
     order by moved_at desc, id desc limit 1`,
    [row.id, accountId],
  )
  return step
}

/** Accounts that have decided a claim so far, at whatever level. */
export async function listDeciders(tx: CountyTx, claimId: string): Promise<string[]> {
  const rows = await tx.raw<{ accountId: string }>(
    'claim-deciders',
    `select distinct account_id as "accountId" from claim_move where county_id = $1 and claim_id = $2
       and account_id is not null and move in ('approve', 'adjust', 'passOn', 'return', 'refuse', 'correct')`,
    [claimId],
  )
  return rows.map(({ accountId }) => accountId)
}

/** What was claimed when it was last sent, before reviewers changed it; a value the first of them chose stays. */
export async function findClaimed(
  tx: CountyTx,
  row: ClaimRow,
): Promise<{ quantity: number; chosen: number | null }> {
  const [step] = await tx.raw<{ quantity: number; chosen: number | null }>(
    'claim-claimed',
    `select (facts->>'quantityBefore')::int as quantity, coalesce((facts->>'chosenBefore')::int, $3) as chosen
     from claim_move where county_id = $1 and claim_id = $2 and move in ('approve', 'adjust', 'passOn')
       and moved_at >= coalesce((select max(s.moved_at) from claim_move s where s.county_id = $1 and s.claim_id = $2
         and s.move in ('submit', 'enter', 'resubmit', 'takeBack')), '-infinity')
     order by moved_at, id limit 1`,
    [row.id, row.chosen],
  )
  return step ?? { quantity: row.quantity, chosen: row.chosen }
}
