import { readIdentityNumber } from '../../shared/identity-number.ts'
import { squeezeText } from '../../shared/text.ts'
import {
  fieldByHeading,
  foreignHeading,
  headingsByLength,
  neededFields,
  type RosterField,
} from './roster-fields.ts'
import { type Cell, isBlankCell, type Sheet, spreadMerges, toCellText } from './sheet.ts'

export type MappedColumn = {
  readonly index: number
  /** The header as written, two rows joined with a blank. */
  readonly header: string
  /** Recognises the column again in the next roster. */
  readonly key: string
  readonly field: RosterField | null
  readonly certainty: 'exact' | 'alike' | 'content' | 'remembered' | 'none'
}
export type Mapping = {
  /** First row below the header, counted from 0. */
  readonly dataFrom: number
  readonly columns: readonly MappedColumn[]
  /** The same for rosters with the same headers in any order. */
  readonly fingerprint: string
  readonly missing: readonly RosterField[]
}
/** What a person settled for a kind of roster; kept by the county under its fingerprint. */
export type RememberedMapping = {
  readonly fingerprint: string
  readonly fields: Readonly<Record<string, RosterField | null>>
}

/** Rows looked at for the header, below titles and remarks. */
const searchRows = 30
/** Rows of data looked at when a header says nothing. */
const sampleRows = 50

/** Finds the header among title rows and merged cells and guesses what each column holds; undefined when there is none. */
export function guessMapping(sheet: Sheet): Mapping | undefined {
  const rows = spreadMerges({ ...sheet, rows: sheet.rows.slice(0, searchRows + sampleRows) }, searchRows)
  const best = findHeaderRow(rows)
  if (best === undefined) return undefined
  const [from, until] = headerSpan(rows, best)
  const columns = guessColumns(rows, from, until)
  return toMapping(until + 1, guessByContent(columns, rows.slice(until + 1, until + 1 + sampleRows)))
}

/** The same with the header where a person says it is (row counted from 0). */
export function mappingAt(sheet: Sheet, headerRow: number): Mapping {
  const end = headerRow + 1 + sampleRows
  const rows = spreadMerges({ ...sheet, rows: sheet.rows.slice(0, end) }, headerRow)
  return toMapping(
    headerRow + 1,
    guessByContent(guessColumns(rows, headerRow, headerRow), rows.slice(headerRow + 1)),
  )
}

/** Changes the field of one column; another column that held the field gives it up. */
export function assignField(mapping: Mapping, index: number, field: RosterField | null): Mapping {
  const columns = mapping.columns.map((column): MappedColumn => {
    if (column.index === index) return { ...column, field, certainty: field === null ? 'none' : 'remembered' }
    return field !== null && column.field === field ? { ...column, field: null, certainty: 'none' } : column
  })
  return toMapping(mapping.dataFrom, columns)
}

export function rememberMapping(mapping: Mapping): RememberedMapping {
  const fields: Record<string, RosterField | null> = {}
  for (const { key, field } of mapping.columns) fields[key] = field
  return { fingerprint: mapping.fingerprint, fields }
}

/** Applies what was settled before to a roster with the same headers; the guess stays where nothing is remembered. */
export function applyRemembered(mapping: Mapping, remembered: RememberedMapping): Mapping {
  if (remembered.fingerprint !== mapping.fingerprint) return mapping
  const columns = mapping.columns.map((column): MappedColumn => {
    const field = remembered.fields[column.key]
    return field === undefined ? column : { ...column, field, certainty: 'remembered' }
  })
  return toMapping(mapping.dataFrom, columns)
}

/** The field a header names, without looking at data. */
export function findHeading(
  header: string,
): { readonly field: RosterField; readonly certainty: 'exact' | 'alike' } | undefined {
  const whole = squeezeText(header)
    .toLowerCase()
    .replace(/[*:\s_/\\、]/g, '')
  const plain = whole.replace(/\([^)]*\)|【[^】]*】|\[[^\]]*\]/g, '')
  const exact = fieldByHeading.get(plain) ?? fieldByHeading.get(whole.replace(/[()]/g, ''))
  if (exact) return { field: exact, certainty: 'exact' }
  if (foreignHeading.test(plain) || plain.length > 20) return undefined
  const alike = headingsByLength.find(([heading]) => plain.includes(heading))
  return alike ? { field: alike[1], certainty: 'alike' } : undefined
}

function toMapping(dataFrom: number, columns: readonly MappedColumn[]): Mapping {
  const present = new Set(columns.map(({ field }) => field))
  const fingerprint = columns
    .map(({ key }) => key)
    .toSorted()
    .join('|')
  return { dataFrom, columns, fingerprint, missing: neededFields.filter((field) => !present.has(field)) }
}

function exactFields(row: readonly Cell[]): Set<RosterField> {
  const fields = new Set<RosterField>()
  for (const cell of row) {
    if (typeof cell !== 'string' || cell.length > 40) continue
    const found = findHeading(cell)
    if (found?.certainty === 'exact') fields.add(found.field)
  }
  return fields
}

function findHeaderRow(rows: readonly (readonly Cell[])[]): number | undefined {
  let [best, bestCount] = [-1, 1]
  for (const [index, row] of rows.slice(0, searchRows).entries()) {
    const fields = exactFields(row)
    // A title spread over its merged cells counts once, because fields are a set.
    if (fields.size > bestCount && (fields.has('name') || fields.has('identityNumber') || fields.size >= 4)) {
      best = index
      bestCount = fields.size
    }
  }
  return best < 0 ? undefined : best
}

// A header may take two rows: the telling row and a row of finer or wider headings beside it.
function headerSpan(rows: readonly (readonly Cell[])[], best: number): [number, number] {
  const isHeader = (row: readonly Cell[] | undefined) => {
    const filled = (row ?? []).filter((cell) => !isBlankCell(cell))
    return (
      filled.length >= 2 &&
      filled.every((cell) => typeof cell === 'string' && findHeading(cell) !== undefined)
    )
  }
  const below = rows[best + 1]
  const sameAsBelow = below !== undefined && exactFields(below).size >= 2 && isHeader(below)
  const above = rows[best - 1]
  const sameAsAbove = above !== undefined && exactFields(above).size >= 2
  return [sameAsAbove ? best - 1 : best, sameAsBelow ? best + 1 : best]
}

function guessColumns(rows: readonly (readonly Cell[])[], from: number, until: number): MappedColumn[] {
  const width = Math.max(...rows.slice(from, until + 1).map((row) => row.length), dataWidth(rows, until))
  const guesses: { index: number; header: string; found: ReturnType<typeof findHeading> }[] = []
  for (let index = 0; index < width; index += 1) {
    const texts = rows.slice(from, until + 1).map((row) => toCellText(row[index]).trim())
    const parts = [...new Set(texts.filter((text) => text !== ''))]
    // The lower row is the finer one; the joined text helps when neither says enough alone.
    const found = [...parts]
      .reverse()
      .map(findHeading)
      .find((guess) => guess !== undefined)
    guesses.push({ index, header: parts.join(' '), found: found ?? findHeading(parts.join('')) })
  }
  const keys = new Map<string, number>()
  const taken = new Set<RosterField>()
  for (const { found } of guesses) if (found?.certainty === 'exact') taken.add(found.field)
  const given = new Set<RosterField>()
  return guesses.map(({ index, header, found }): MappedColumn => {
    const text = squeezeText(header)
    const seen = (keys.get(text) ?? 0) + 1
    keys.set(text, seen)
    const key = seen === 1 ? text : `${text}#${seen}`
    const free = found && !given.has(found.field) && (found.certainty === 'exact' || !taken.has(found.field))
    if (!found || !free) return { index, header, key, field: null, certainty: 'none' }
    given.add(found.field)
    return { index, header, key, field: found.field, certainty: found.certainty }
  })
}

function dataWidth(rows: readonly (readonly Cell[])[], until: number): number {
  return Math.max(0, ...rows.slice(until + 1, until + 1 + sampleRows).map((row) => row.length))
}

// Identity numbers are known by their check digit even under a header that says nothing.
function guessByContent(
  columns: readonly MappedColumn[],
  sample: readonly (readonly Cell[])[],
): MappedColumn[] {
  if (columns.some(({ field }) => field === 'identityNumber')) return [...columns]
  const found = columns.find(({ index, field }) => {
    if (field !== null) return false
    const filled = sample.map((row) => toCellText(row[index])).filter((text) => text.trim() !== '')
    const right = filled.filter((text) => readIdentityNumber(text).ok).length
    return right > 0 && right * 2 > filled.length
  })
  return columns.map((column) =>
    column === found ? { ...column, field: 'identityNumber', certainty: 'content' } : column,
  )
}
