import type { Cell, SheetSink } from './sheet.ts'
import { WIDEST } from './sheet.ts'
import { attributeOf, unescapeMarkup } from './xml-text.ts'

const TOKEN = /<!--[\s\S]*?-->|<(script|style)\b[\s\S]*?<\/\1\s*>|<(\/?)([a-z][\w:]*)([^>]*)>|[^<]+|</gi

type OpenCell = { text: string; across: number; down: number }
type Table = {
  number: number
  row: Cell[] | undefined
  cell: OpenCell | undefined
  /** For each column the last row that a block from above takes. */
  readonly taken: number[]
}

/** Reads the tables of a web page saved under the name of a spreadsheet; tables inside tables are passed over. */
export function readHtml(text: string, sink: SheetSink): void {
  let table: Table | undefined
  let depth = 0
  let tables = 0
  for (const [whole, , closing, rawName, attributes = ''] of text.matchAll(TOKEN)) {
    const name = rawName?.toLowerCase()
    const isEnd = closing === '/'
    if (name === 'table') {
      depth += isEnd ? -1 : 1
      if (isEnd && depth === 0 && table !== undefined) closeRow(table, sink)
      if (!isEnd && depth === 1) {
        tables += 1
        sink.sheet(`表${tables}`)
        table = { number: 0, row: undefined, cell: undefined, taken: [] }
      }
    } else if (table === undefined || depth !== 1) {
      continue
    } else if (name === undefined) {
      if (table.cell !== undefined && !whole.startsWith('<')) table.cell.text += whole
    } else if (name === 'tr') {
      closeRow(table, sink)
      if (isEnd) continue
      table.number += 1
      table.row = []
    } else if (name === 'td' || name === 'th') {
      closeCell(table, sink)
      if (!isEnd)
        table.cell = { text: '', across: spanOf(attributes, 'colspan'), down: spanOf(attributes, 'rowspan') }
    } else if (name === 'br' && table.cell !== undefined) {
      table.cell.text += ' '
    }
  }
  if (table !== undefined) closeRow(table, sink)
}

function spanOf(attributes: string, name: string): number {
  const span = Number(attributeOf(attributes, name) ?? 1)
  return Number.isInteger(span) && span > 1 ? span : 1
}

function closeRow(table: Table, sink: SheetSink): void {
  closeCell(table, sink)
  if (table.row !== undefined) sink.row(table.number, table.row)
  table.row = undefined
}

function closeCell(table: Table, sink: SheetSink): void {
  const { row, cell, taken } = table
  table.cell = undefined
  if (row === undefined || cell === undefined || row.length >= WIDEST) return
  const top = table.number - 1
  while ((taken[row.length] ?? -1) >= top) row.push(null)
  const left = row.length
  const text = unescapeMarkup(cell.text.replace(/\s+/g, ' ')).trim()
  row.push(text === '' ? null : text)
  while (row.length < Math.min(left + cell.across, WIDEST)) row.push(null)
  if (cell.across === 1 && cell.down === 1) return
  const bottom = top + cell.down - 1
  for (let column = left; column < row.length; column += 1) taken[column] = bottom
  sink.merged({ top, left, bottom, right: left + cell.across - 1 })
}
