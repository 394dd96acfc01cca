/** A cell as it comes from a spreadsheet or a CSV; a date cell carries its ISO text. */
export type Cell = string | number | boolean | null | { readonly date: string }

/** A merged area, rows and columns counted from 0, last ones included. */
export type Merge = {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

export type Sheet = {
  readonly name: string
  readonly rows: readonly (readonly Cell[])[]
  readonly merged?: readonly Merge[]
}

/** The text of a cell as an office would read it; whole numbers without exponent as far as they are exact. */
export function toCellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'string') return cell
  if (typeof cell === 'object') return cell.date
  return String(cell)
}

export function isBlankCell(cell: Cell | undefined): boolean {
  return cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '')
}

/**
 * Rows with the value of a merged area repeated where people see it: in header rows over the whole area, below
 * them only down its first column. The sheet itself is not changed; areas beyond the used rows are cut off.
 */
export function spreadMerges(sheet: Sheet, headerUntil: number): (readonly Cell[])[] {
  const rows: (readonly Cell[])[] = [...sheet.rows]
  const owned = new Set<number>()
  for (const { top, left, bottom, right } of sheet.merged ?? []) {
    const value = rows[top]?.[left]
    if (value === undefined || isBlankCell(value)) continue
    const lastRow = Math.min(bottom, rows.length - 1)
    for (let index = top; index <= lastRow; index += 1) {
      const row = rows[index] ?? []
      const lastColumn = index <= headerUntil ? Math.min(right, widest) : left
      for (let column = left; column <= lastColumn; column += 1) {
        if (!isBlankCell(row[column])) continue
        setCell(rows, owned, index, column, value)
      }
    }
  }
  return rows
}

// A title merged over all 16 384 columns must not make rows of that width.
const widest = 255

function setCell(
  rows: (readonly Cell[])[],
  owned: Set<number>,
  index: number,
  column: number,
  value: Cell,
): void {
  const row = owned.has(index) ? (rows[index] ?? []) : [...(rows[index] ?? [])]
  const copy = row as Cell[] // Copied above the first time the row is touched.
  while (copy.length < column) copy.push(null)
  copy[column] = value
  rows[index] = copy
  owned.add(index)
}
