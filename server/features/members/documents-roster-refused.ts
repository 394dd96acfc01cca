import type { KeptMapping } from './queries-roster-import.ts'
import { sayReason } from '@steward/domain/members/roster-import/reason-texts.ts'
import { isBlankCell, spreadMerges } from '@steward/domain/members/roster-import/sheet.ts'
import type { Cell, Sheet } from '#platform/sheets/sheet.ts'
import { writeXlsx } from '#platform/sheets/write.ts'
import { doubleReason, type RowFacts } from './queries-roster-row.ts'
import { type NotWritten } from './queries-roster-written.ts'

const REASON_HEADER = '退回原因'
const REASON_WIDTH = 50
const WIDTH = 14

/**
 * The rows that did not get in, as a sheet in the sender's layout: their title rows, header and columns as they were,
 * and one column more with the reason. It can be put right and sent again as it is.
 */
export async function refusedSheet(
  sheet: Sheet,
  mapping: KeptMapping,
  rows: readonly NotWritten[],
): Promise<Uint8Array> {
  const heads = sheet.rows.slice(0, mapping.dataFrom)
  const spread = spreadMerges(sheet, mapping.dataFrom - 1)
  const width = Math.max(
    ...heads.map(({ length }) => length),
    ...mapping.columns.map(({ index }) => index + 1),
  )
  const out: Cell[][] = heads.map((row, index) => [
    ...row,
    ...(index === mapping.dataFrom - 1 ? padded(row, width, REASON_HEADER) : []),
  ])
  const hasBranch = mapping.columns.some(({ field }) => field === 'branchName')
  let section = -1
  for (const row of rows) {
    const index = row.row_number - 1
    const above = hasBranch ? -1 : sectionAbove(sheet, index, mapping.dataFrom)
    if (above >= 0 && above !== section) out.push([...(sheet.rows[above] ?? [])])
    section = above
    const cells = (spread[index] ?? []).slice(0, width) as Cell[] // The domain's cells; a file holds no others.
    out.push([...cells, ...padded(cells, width, reasonOf(row))])
  }
  return await writeXlsx({
    name: REASON_HEADER,
    widths: [...Array.from({ length: width }, () => WIDTH), REASON_WIDTH],
    headRows: mapping.dataFrom,
    merged: sheet.merged.filter(({ bottom }) => bottom < mapping.dataFrom),
    rows: out,
  })
}

function padded(row: readonly Cell[], width: number, last: string): Cell[] {
  return [...Array.from({ length: Math.max(0, width - row.length) }, () => null), last]
}

/** The row above that names the branch of those below it, in a roster without such a column. */
function sectionAbove(sheet: Sheet, index: number, dataFrom: number): number {
  for (let at = index - 1; at >= dataFrom; at -= 1) {
    const filled = (sheet.rows[at] ?? []).filter((cell) => !isBlankCell(cell))
    if (filled.length > 0 && new Set(filled).size === 1 && typeof filled[0] === 'string') return at
  }
  return -1
}

function reasonOf(row: NotWritten): string {
  // Written by the comparison; the column is JSON.
  const facts = row.facts as RowFacts
  const reasons = facts.double === undefined ? [...(facts.reasons ?? [])] : [doubleReason(facts.double, row)]
  const late = row.left_code !== null && reasons.length === 0 ? [{ code: row.left_code, details: {} }] : []
  const said = [...reasons, ...late].map(({ code, details }) => sayReason(code, details).zh)
  const near = facts.suggestions?.[0]
  return [...said, ...(near === undefined ? [] : [`是不是${near.name}`])].join('；')
}
