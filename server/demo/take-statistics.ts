import { sql } from 'kysely'
import type { CountyTx } from '#platform/db.ts'

/** Tables that grow by the thousand while a county is filled. */
const FILLED = [
  'party_org',
  'member',
  'member_tag',
  'member_category',
  'member_affiliation',
  'account',
  'role_grant',
  'scheme_version',
  'plan_item',
  'pledge',
  'pledge_move',
  'pledge_review',
  'pledge_outcome',
  'thing_to_do',
  'ledger_entry',
  'ledger_leaf',
  'points_balance',
  'points_month',
  'claim',
  'notice',
  'notice_row',
  'appraisal',
  'appraisal_roll',
  'year_result',
  'appraisal_problem',
  'rectification_item',
  'outcome_use',
  'outcome_no_use',
] as const

/**
 * Lets the database count what the open transaction has written; without it statements on a million new rows are planned for
 * empty tables. Only the owner may, so the role is put aside for that one statement.
 */
export async function takeStatistics(tx: CountyTx, tables: readonly string[] = FILLED): Promise<void> {
  // Sent in one breath, so that nothing of the filling gets in between.
  await Promise.all([
    sql`set local role none`.execute(tx.reference),
    sql.raw(`analyze ${tables.join(', ')}`).execute(tx.reference),
    sql`set local role steward_app`.execute(tx.reference),
  ])
}

/** The columns a month's sheet is read by; a month the statistics have not seen would be planned as one of a few lines. */
export async function takeMonthStatistics(tx: CountyTx): Promise<void> {
  await takeStatistics(tx, ['ledger_entry (party_org_id, statement_month, member_id, deed_on)'])
}

/** Room to sort whole counties in; ends with the transaction. */
export async function makeRoom(tx: CountyTx): Promise<void> {
  await sql`set local work_mem = '64MB'`.execute(tx.reference)
}
