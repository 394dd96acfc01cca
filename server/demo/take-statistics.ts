import { sql } from 'kysely'
import type { CountyTx } from '#platform/db.ts'

/** Tables that grow by the thousand while a county is filled. */
const FILLED = [
  'party_org',
  'member',
  'member_tag',
  'member_category',
  'account',
  'role_grant',
  'scheme_version',
  'plan_item',
  'pledge',
  'pledge_move',
  'pledge_review',
  'thing_to_do',
  'ledger_entry',
  'ledger_leaf',
  'points_balance',
  'points_month',
  'claim',
  'notice',
  'notice_row',
] as const

/**
 * Lets the database count what the open transaction has written; without it statements on a million new rows are planned for
 * empty tables. Only the owner may, so the role is put aside for that one statement.
 */
export async function takeStatistics(tx: CountyTx): Promise<void> {
  await sql`set local role none`.execute(tx.reference)
  await sql.raw(`analyze ${FILLED.join(', ')}`).execute(tx.reference)
  await sql`set local role steward_app`.execute(tx.reference)
}
