import { addDays, plainDate } from '@steward/domain/shared/plain-date.ts'
import type { Cell, CellRange, SheetSink } from './sheet.ts'
import { WIDEST } from './sheet.ts'
import { attribute, type XmlHandler } from './xml-scan.ts'

export type Book = {
  readonly strings: readonly string[]
  readonly dates: readonly boolean[]
  /** Days count from 1904 in files of old Macintosh programs. */
  readonly from1904: boolean
}

const DAY_ZERO = plainDate('1899-12-30')
const LAST_SERIAL = 2_958_465
const DAYS_TO_1904 = 1462
/** Office programs believe in 29 February 1900, day 60. */
const FALSE_LEAP_DAY = 60

/** Puts the rows of one sheet into the sink as they come. */
export function sheetReader(book: Book, sink: SheetSink): XmlHandler {
  let number = 0
  let cells: Cell[] = []
  let column = -1
  let type = ''
  let style = 0
  let value: string | undefined
  let taking = false
  let phonetic = false
  return {
    open(name, attributes) {
      if (name === 'c') {
        column = columnOf(attribute(attributes, 'r')) ?? column + 1
        type = attribute(attributes, 't') ?? 'n'
        style = Number(attribute(attributes, 's') ?? 0)
        value = undefined
      } else if (name === 'v' || name === 't') {
        taking = !phonetic
      } else if (name === 'row') {
        number = Number(attribute(attributes, 'r') ?? number + 1)
        cells = []
        column = -1
      } else if (name === 'rPh') {
        phonetic = true
      } else if (name === 'mergeCell') {
        const range = rangeOf(attribute(attributes, 'ref') ?? '')
        if (range !== undefined) sink.merged(range)
      }
    },
    close(name) {
      if (name === 'v' || name === 't') {
        taking = false
      } else if (name === 'c') {
        const cell = value === undefined ? null : toCell(value, type, style, book)
        if (cell === null || column >= WIDEST) return
        while (cells.length < column) cells.push(null)
        cells[column] = cell
      } else if (name === 'row') {
        sink.row(number, cells)
      } else if (name === 'rPh') {
        phonetic = false
      }
    },
    text(text) {
      if (taking) value = (value ?? '') + text
    },
  }
}

/** Gathers the texts that cells point to. */
export function sharedStringReader(): XmlHandler & { readonly strings: readonly string[] } {
  const strings: string[] = []
  let text = ''
  let taking = false
  let phonetic = false
  return {
    strings,
    open(name) {
      if (name === 'si') text = ''
      else if (name === 't') taking = !phonetic
      else if (name === 'rPh') phonetic = true
    },
    close(name) {
      if (name === 'si') strings.push(unescapeText(text))
      else if (name === 't') taking = false
      else if (name === 'rPh') phonetic = false
    },
    text(piece) {
      if (taking) text += piece
    },
  }
}

function toCell(value: string, type: string, style: number, book: Book): Cell {
  if (type === 's') return book.strings[Number(value)] || null
  if (type === 'inlineStr' || type === 'str') return value === '' ? null : unescapeText(value)
  if (type === 'b') return value === '1'
  if (type === 'd') return value.slice(0, 10)
  if (type === 'e' || value === '') return null
  // More digits than a number can hold stay text, so that identity numbers keep their end.
  if (/^\d{16,}$/.test(value)) return value
  const number = Number(value)
  if (!Number.isFinite(number)) return null
  return book.dates[style] === true ? toDay(number, book.from1904) : number
}

/** A day as text. What cannot be a day (19850723 typed into a date cell, a time alone) stays a number. */
function toDay(serial: number, from1904: boolean): Cell {
  const days = Math.floor(serial) + (from1904 ? DAYS_TO_1904 : 0)
  if (days < 1 || days > LAST_SERIAL) return serial
  return addDays(DAY_ZERO, days < FALSE_LEAP_DAY ? days + 1 : days)
}

/** Characters XML cannot hold are written as `_x0007_`. */
function unescapeText(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
}

function columnOf(address: string | undefined): number | undefined {
  if (address === undefined) return undefined
  let column = 0
  for (let at = 0; at < address.length; at += 1) {
    const letter = address.charCodeAt(at)
    if (letter < 65 || letter > 90) break
    column = column * 26 + letter - 64
  }
  return column === 0 ? undefined : column - 1
}

function rangeOf(ref: string): CellRange | undefined {
  const found = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(ref)
  if (found === null) return undefined
  const [, left, top, right, bottom] = found
  return {
    top: Number(top) - 1,
    left: columnOf(left) ?? 0,
    bottom: Number(bottom) - 1,
    right: columnOf(right) ?? 0,
  }
}
