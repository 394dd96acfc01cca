/** A value as the file holds it: days as `YYYY-MM-DD`, whole numbers of more than 15 digits as text. */
export type Cell = string | number | boolean | null

/** Cells the office program joined; rows and columns count from 0, both ends belong to it. */
export type CellRange = {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** One sheet of a file with everything that stands in it, title rows included; `rows[0]` is row 1 of the file. */
export type Sheet = {
  readonly name: string
  readonly rows: readonly (readonly Cell[])[]
  readonly merged: readonly CellRange[]
}

export const sheetRefusals = [
  'sheet-empty',
  'sheet-old-format',
  'sheet-encrypted',
  'sheet-other-format',
  'sheet-damaged',
  'sheet-too-large',
  'sheet-too-many-rows',
  'sheet-too-slow',
] as const
/** Why a file as a whole cannot be read. What is wrong with single cells is never a reason. */
export type SheetRefusal = (typeof sheetRefusals)[number]

export type ReadLimits = {
  /** Rows with anything in them, of all sheets together. */
  readonly maxRows: number
  /** Bytes a packed file may grow to. */
  readonly maxUnpackedBytes: number
}

/** Cells right of this column are passed over. */
export const WIDEST = 512
/** What office programs allow; a row beyond it is passed over. */
const LAST_ROW = 1_048_576

/** Ends reading with a reason the sender can act on. */
export class UnreadableSheet extends Error {
  readonly code: SheetRefusal
  readonly details: Readonly<Record<string, string | number>>
  constructor(code: SheetRefusal, details: Readonly<Record<string, string | number>> = {}) {
    super(code)
    this.code = code
    this.details = details
  }
}

/** Where readers put what they find, row by row, so that none of them holds a whole file. */
export type SheetSink = {
  sheet(name: string): void
  /** The row of that number, from 1; rows left out are empty. */
  row(number: number, cells: readonly Cell[]): void
  merged(range: CellRange): void
}

/** A line of what the reading process says: a sheet begins, a row, joined cells, or why it ended. */
export type SheetLine =
  | { readonly sheet: string }
  | readonly [number, readonly Cell[]]
  | { readonly merged: CellRange }
  | { readonly code: SheetRefusal; readonly details: Readonly<Record<string, string | number>> }

/** A sink that counts rows, cuts empty ends and passes lines on. */
export function limitedSink(
  limits: ReadLimits,
  pass: (line: SheetLine) => void,
): SheetSink & { readonly rows: number } {
  let rows = 0
  return {
    get rows() {
      return rows
    },
    sheet: (name) => pass({ sheet: name }),
    row(number, cells) {
      let width = Math.min(cells.length, WIDEST)
      while (width > 0 && (cells[width - 1] ?? null) === null) width -= 1
      if (width === 0 || number > LAST_ROW) return
      rows += 1
      if (rows > limits.maxRows) throw new UnreadableSheet('sheet-too-many-rows', { most: limits.maxRows })
      pass([number, width === cells.length ? cells : cells.slice(0, width)])
    },
    merged: (range) => pass({ merged: range }),
  }
}
