import type { Change, Duplicate } from '@steward/domain/members/roster-import/diff.ts'
import type { RosterField } from '@steward/domain/members/roster-import/roster-fields.ts'
import type { RefusalDetails } from '@steward/domain/shared/decision.ts'
import type { Database } from '#db/schema.ts'
import type { CountyTx } from '#platform/db.ts'
import { type Selectable, sql } from 'kysely'
import { escapeLike } from './queries-roll.ts'

export type RosterRow = Selectable<Database['roster_import_row']>
export type RowOutcomeWord = RosterRow['outcome']

export type RowReason = {
  readonly field: RosterField | null
  readonly code: string
  readonly details: RefusalDetails
}
export type ShownChange = Omit<Change, 'field'> & { readonly field: Change['field'] | 'identityNumber' }

/** What a row shows beside the person: masked, and texts by code. */
export type RowFacts = {
  readonly reasons?: readonly RowReason[]
  readonly cautions?: readonly RowReason[]
  readonly changes?: readonly ShownChange[]
  readonly suggestions?: readonly { readonly orgId: string; readonly name: string }[]
  readonly double?: Duplicate['code']
}

/** Why a row is among the doubles. */
export function doubleReason(code: string, row: Pick<RosterRow, 'other_row_number'>) {
  return { field: null, code, details: { row: row.other_row_number ?? 0 } }
}

/** A row as the comparison leaves it. */
export type ComparedRow = {
  readonly rowNumber: number
  readonly outcome: RowOutcomeWord
  readonly act: RosterRow['act']
  readonly ticked: boolean
  readonly decision: RosterRow['decision']
  readonly name: string
  readonly branchName: string
  readonly orgId: string | null
  readonly memberId: string | null
  readonly memberRevision: number | null
  /** The member a double may repeat. */
  readonly doubleOf: string | null
  readonly otherRowNumber: number | null
  readonly facts: RowFacts
  readonly sealed: Buffer | null
}

export type RosterCounts = {
  new: number
  changed: number
  double: number
  refused: number
  same: number
  toWrite: number
}

const COUNTED = `count(*) filter (where outcome = 'new')::int as new,
  count(*) filter (where outcome = 'changed')::int as changed,
  count(*) filter (where outcome = 'double')::int as double,
  count(*) filter (where outcome in ('refused', 'unknownBranch'))::int as refused,
  count(*) filter (where outcome = 'same')::int as same,
  count(*) filter (where ticked and act <> 'nothing')::int as "toWrite"`

export async function countRosterRows(tx: CountyTx, importId: string): Promise<RosterCounts> {
  const [counts] = await tx.raw<RosterCounts>(
    'roster-count',
    `select ${COUNTED} from roster_import_row where county_id = $1 and roster_import_id = $2`,
    [importId],
  )
  return counts ?? { new: 0, changed: 0, double: 0, refused: 0, same: 0, toWrite: 0 }
}

export async function removeRosterRows(tx: CountyTx, importId: string): Promise<void> {
  await tx.remove('roster_import_row').where('roster_import_id', '=', importId).execute()
}

const ROW_COLUMNS = `row_number, outcome, act, ticked, decision, name, branch_name, party_org_id, member_id, member_revision,
  other_row_number, facts, row_sealed, double_of`
const ROW_ARRAYS = `unnest($3::integer[], $4::text[], $5::text[], $6::boolean[], $7::text[], $8::text[], $9::text[],
  $10::uuid[], $11::uuid[], $12::integer[], $13::integer[], $14::jsonb[], $15::bytea[], $16::uuid[]) as t (${ROW_COLUMNS})`

function rowArrays(rows: readonly ComparedRow[]): unknown[] {
  return [
    rows.map((row) => row.rowNumber),
    rows.map((row) => row.outcome),
    rows.map((row) => row.act),
    rows.map((row) => row.ticked),
    rows.map((row) => row.decision),
    rows.map((row) => row.name),
    rows.map((row) => row.branchName),
    rows.map((row) => row.orgId),
    rows.map((row) => row.memberId),
    rows.map((row) => row.memberRevision),
    rows.map((row) => row.otherRowNumber),
    rows.map((row) => JSON.stringify(row.facts)),
    rows.map((row) => row.sealed),
    rows.map((row) => row.doubleOf),
  ]
}

/** Writes compared rows by the thousand. */
export async function insertRosterRows(
  tx: CountyTx,
  importId: string,
  rows: readonly ComparedRow[],
): Promise<void> {
  await tx.raw(
    'roster-rows-insert',
    `insert into roster_import_row (county_id, roster_import_id, ${ROW_COLUMNS})
     select $1, $2, ${ROW_COLUMNS} from ${ROW_ARRAYS}`,
    [importId, ...rowArrays(rows)],
  )
}

/** Puts rows that were compared again in the place of the old ones. */
export async function replaceRosterRows(
  tx: CountyTx,
  importId: string,
  rows: readonly ComparedRow[],
): Promise<void> {
  if (rows.length === 0) return
  await tx.raw(
    'roster-rows-replace',
    `update roster_import_row r set outcome = t.outcome, act = t.act, ticked = t.ticked, decision = t.decision, name = t.name,
       branch_name = t.branch_name, party_org_id = t.party_org_id, member_id = t.member_id, member_revision = t.member_revision,
       other_row_number = t.other_row_number, facts = t.facts, row_sealed = t.row_sealed,
       double_of = t.double_of
     from ${ROW_ARRAYS} where r.county_id = $1 and r.roster_import_id = $2 and r.row_number = t.row_number`,
    [importId, ...rowArrays(rows)],
  )
}

/** Ticks or unticks rows that writing would do something with; answers how many changed. */
export async function tickRosterRows(
  tx: CountyTx,
  importId: string,
  which: { readonly rowNumbers: readonly number[] } | { readonly outcome: 'new' | 'changed' },
  ticked: boolean,
): Promise<number> {
  const result = await tx
    .update('roster_import_row')
    .set({ ticked })
    .where('roster_import_id', '=', importId)
    .where('act', '<>', 'nothing')
    .where('ticked', '<>', ticked)
    .where((eb) =>
      'outcome' in which ? eb('outcome', '=', which.outcome) : eb('row_number', 'in', [...which.rowNumbers]),
    )
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}

export async function findRosterRows(
  tx: CountyTx,
  importId: string,
  rowNumbers: readonly number[],
): Promise<RosterRow[]> {
  if (rowNumbers.length === 0) return []
  return await tx
    .from('roster_import_row')
    .selectAll()
    .where('roster_import_id', '=', importId)
    .where('row_number', 'in', [...rowNumbers])
    .orderBy('row_number')
    .execute()
}

export async function listRowsOfBranch(
  tx: CountyTx,
  importId: string,
  branchName: string,
): Promise<RosterRow[]> {
  return await tx
    .from('roster_import_row')
    .selectAll()
    .where('roster_import_id', '=', importId)
    .where('outcome', '=', 'unknownBranch')
    .where('branch_name', '=', branchName)
    .orderBy('row_number')
    .execute()
}

/** A window of the rows of a group, with the number of all. */
export async function listRosterRows(
  tx: CountyTx,
  importId: string,
  outcomes: readonly RowOutcomeWord[],
  search: string,
  window: { readonly offset: number; readonly limit: number },
): Promise<{ total: number; rows: RosterRow[] }> {
  const part = `%${escapeLike(search)}%`
  const rows = await tx
    .from('roster_import_row')
    .selectAll()
    .select(sql<number>`count(*) over ()::int`.as('total'))
    .where('roster_import_id', '=', importId)
    .where('outcome', 'in', [...outcomes])
    .$if(search !== '', (query) =>
      query.where((eb) => eb.or([eb('name', 'like', part), eb('branch_name', 'like', part)])),
    )
    .orderBy('row_number')
    .limit(window.limit)
    .offset(window.offset)
    .execute()
  return { total: rows[0]?.total ?? 0, rows }
}
