import type { CountyTx } from '#platform/db.ts'
import type { RosterRow } from './queries-roster-row.ts'

/** Ticked rows behind a row number, in the order of the roster. */
export async function listTicked(
  tx: CountyTx,
  importId: string,
  act: 'insert' | 'update',
  after: number,
  limit: number,
): Promise<RosterRow[]> {
  return await tx
    .from('roster_import_row')
    .selectAll()
    .where('roster_import_id', '=', importId)
    .where('act', '=', act)
    .where('ticked', '=', true)
    .where('row_number', '>', after)
    .orderBy('row_number')
    .limit(limit)
    .execute()
}

/** Rows of a written import that went in, behind a row number, to take them back. */
export async function listWritten(
  tx: CountyTx,
  importId: string,
  after: number,
  limit: number,
): Promise<RosterRow[]> {
  return await tx
    .from('roster_import_row')
    .selectAll()
    .where('roster_import_id', '=', importId)
    .where('ticked', '=', true)
    .where('act', '<>', 'nothing')
    .where('left_code', 'is', null)
    .where('row_number', '>', after)
    .orderBy('row_number')
    .limit(limit)
    .execute()
}

/** Keeps what changes replaced. */
export async function saveBefores(
  tx: CountyTx,
  importId: string,
  rows: readonly { readonly rowNumber: number; readonly before: Buffer }[],
): Promise<void> {
  if (rows.length === 0) return
  await tx.raw(
    'roster-rows-before',
    `update roster_import_row r set before_sealed = t.before from unnest($3::integer[], $4::bytea[]) as t (row_number, before)
     where r.county_id = $1 and r.roster_import_id = $2 and r.row_number = t.row_number`,
    [importId, rows.map((row) => row.rowNumber), rows.map((row) => row.before)],
  )
}

/** Ticked rows that were not written after all, with the reason. */
export async function markLeft(
  tx: CountyTx,
  importId: string,
  rows: readonly { readonly rowNumber: number; readonly code: string }[],
): Promise<void> {
  if (rows.length === 0) return
  await tx.raw(
    'roster-rows-left',
    `update roster_import_row r set left_code = t.code from unnest($3::integer[], $4::text[]) as t (row_number, code)
     where r.county_id = $1 and r.roster_import_id = $2 and r.row_number = t.row_number`,
    [importId, rows.map((row) => row.rowNumber), rows.map((row) => row.code)],
  )
}

/** What became of the rows of an import that is written: a ticked row went in unless it says why not. */
export async function countWritten(
  tx: CountyTx,
  importId: string,
): Promise<{ inserted: number; updated: number; left: number }> {
  const [counts] = await tx.raw<{ inserted: number; updated: number; left: number }>(
    'roster-rows-results',
    `select count(*) filter (where wrote and act = 'insert')::int as inserted,
       count(*) filter (where wrote and act = 'update')::int as updated,
       count(*) filter (where not wrote and outcome <> 'same')::int as left
     from (select act, outcome, ticked and act <> 'nothing' and left_code is null as wrote
       from roster_import_row where county_id = $1 and roster_import_id = $2) r`,
    [importId],
  )
  return counts ?? { inserted: 0, updated: 0, left: 0 }
}

export type NotWritten = Pick<
  RosterRow,
  'row_number' | 'outcome' | 'facts' | 'left_code' | 'branch_name' | 'other_row_number' | 'decision'
>

/** Rows that did not get in, for the sheet that goes back. */
export async function listNotWritten(tx: CountyTx, importId: string): Promise<NotWritten[]> {
  return await tx
    .from('roster_import_row')
    .select(['row_number', 'outcome', 'facts', 'left_code', 'branch_name', 'other_row_number', 'decision'])
    .where('roster_import_id', '=', importId)
    .where((eb) =>
      eb.or([
        eb('outcome', 'in', ['refused', 'unknownBranch']),
        eb.and([eb('outcome', '=', 'double'), eb('decision', 'is', null)]),
        eb('left_code', 'is not', null),
      ]),
    )
    .orderBy('row_number')
    .execute()
}
