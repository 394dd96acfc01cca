import { type Cell, type SheetSink, WIDEST } from './sheet.ts'
import { attribute, xmlScanner } from './xml-scan.ts'

/** Reads the XML form of the office programs of 2003, which older systems save under the name .xls. */
export function readXml2003(text: string, sink: SheetSink): void {
  let number = 0
  let row: Cell[] = []
  let column = 0
  let next = 0
  let type: string | undefined
  let value = ''
  const openCell = (attributes: string) => {
    column = indexOf(attributes) ?? next
    const across = spanOf(attributes, 'MergeAcross')
    const down = spanOf(attributes, 'MergeDown')
    next = column + across + 1
    if (across === 0 && down === 0) return
    const top = number - 1
    sink.merged({ top, left: column, bottom: top + down, right: column + across })
  }
  const scanner = xmlScanner({
    open(name, attributes) {
      if (name === 'Worksheet') {
        sink.sheet(attribute(attributes, 'Name') ?? '')
        number = 0
      } else if (name === 'Row') {
        const index = indexOf(attributes)
        number = index === undefined ? number + 1 : index + 1
        row = []
        next = 0
      } else if (name === 'Cell') {
        openCell(attributes)
      } else if (name === 'Data') {
        type = attribute(attributes, 'Type') ?? 'String'
        value = ''
      }
    },
    close(name) {
      if (name === 'Row') sink.row(number, row)
      if (name !== 'Data') return
      const cell = toCell(value, type)
      type = undefined
      if (cell === null || column >= WIDEST) return
      while (row.length < column) row.push(null)
      row[column] = cell
    },
    text(piece) {
      if (type !== undefined) value += piece
    },
  })
  scanner.push(text)
}

function indexOf(attributes: string): number | undefined {
  const index = Number(attribute(attributes, 'Index'))
  return Number.isInteger(index) && index > 0 ? index - 1 : undefined
}

function spanOf(attributes: string, name: string): number {
  const span = Number(attribute(attributes, name) ?? 0)
  return Number.isInteger(span) && span > 0 ? span : 0
}

function toCell(value: string, type: string | undefined): Cell {
  if (value === '' || type === 'Error') return null
  if (type === 'DateTime') return value.slice(0, 10)
  if (type === 'Boolean') return value === '1'
  return type === 'Number' && !/^\d{16,}$/.test(value) ? Number(value) : value
}
