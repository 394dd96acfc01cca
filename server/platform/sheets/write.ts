import { Zip, ZipDeflate } from 'fflate'
import type { Cell, CellRange } from './sheet.ts'
import { escapeXml } from './xml-text.ts'

export type SheetToWrite = {
  readonly name: string
  /** Widths of the columns in characters. */
  readonly widths: readonly number[]
  /** How many rows at the top are head: bold, and staying in place when the sheet is scrolled. */
  readonly headRows: number
  readonly merged?: readonly CellRange[]
  readonly rows: Iterable<readonly Cell[]>
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
export const XLSX_TYPE = `${TYPE}.sheet`

const LONGEST_TEXT = 32_767
const ROWS_AT_ONCE = 500

// Cell formats, by their place in the style list below.
const TEXT = 1
const HEAD = 2

const PARTS: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
  // Format 49 is text: identity numbers and days stay as written; quotePrefix keeps a leading = from becoming a formula.
  'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/></font><font><b/><sz val="11"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf numFmtId="49" applyNumberFormat="1" quotePrefix="1"/><xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1" quotePrefix="1"/></cellXfs></styleSheet>`,
}

/**
 * Writes one sheet as .xlsx. Texts are texts (nothing begins a formula), numbers numbers, days texts. The sheet is packed
 * piece by piece and others get their turn in between, so that memory holds the packed file only.
 */
export async function writeXlsx(sheet: SheetToWrite): Promise<Uint8Array> {
  const packed: Uint8Array[] = []
  const failures: Error[] = []
  const zip = new Zip((error, chunk) => {
    if (error !== null) failures.push(error)
    else packed.push(chunk)
  })
  const workbook = `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="${escapeXml(sheetName(sheet.name))}" sheetId="1" r:id="rId1"/></sheets></workbook>`
  for (const [name, text] of Object.entries({ ...PARTS, 'xl/workbook.xml': workbook })) {
    const part = new ZipDeflate(name)
    zip.add(part)
    part.push(Buffer.from(XML + text), true)
  }
  const part = new ZipDeflate('xl/worksheets/sheet1.xml', { level: 6 })
  zip.add(part)
  part.push(Buffer.from(XML + headOf(sheet)))
  let text = ''
  let number = 0
  for (const row of sheet.rows) {
    number += 1
    text += rowXml(row, number, number <= sheet.headRows ? HEAD : TEXT)
    if (number % ROWS_AT_ONCE !== 0) continue
    part.push(Buffer.from(text))
    text = ''
    await new Promise(setImmediate)
  }
  part.push(Buffer.from(`${text}</sheetData>${mergedXml(sheet.merged ?? [])}</worksheet>`), true)
  zip.end()
  if (failures[0] !== undefined) throw failures[0]
  return Buffer.concat(packed)
}

function headOf({ headRows, widths }: SheetToWrite): string {
  const frozen =
    headRows === 0
      ? ''
      : `<pane ySplit="${headRows}" topLeftCell="A${headRows + 1}" activePane="bottomLeft" state="frozen"/>`
  const columns = widths
    .map(
      (width, index) =>
        `<col min="${index + 1}" max="${index + 1}" width="${width}" style="${TEXT}" customWidth="1"/>`,
    )
    .join('')
  return `<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">${frozen}</sheetView></sheetViews>${columns === '' ? '' : `<cols>${columns}</cols>`}<sheetData>`
}

function rowXml(cells: readonly Cell[], number: number, style: number): string {
  let xml = `<row r="${number}">`
  for (const [index, cell] of cells.entries()) {
    if (cell === null || cell === '') continue
    const place = `${columnName(index)}${number}`
    xml +=
      typeof cell === 'number'
        ? `<c r="${place}"><v>${cell}</v></c>`
        : `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(textOf(cell))}</t></is></c>`
  }
  return `${xml}</row>`
}

function textOf(cell: string | boolean): string {
  if (typeof cell === 'boolean') return cell ? '是' : '否'
  return cell.length > LONGEST_TEXT ? cell.slice(0, LONGEST_TEXT) : cell
}

function mergedXml(merged: readonly CellRange[]): string {
  if (merged.length === 0) return ''
  const refs = merged.map(
    ({ top, left, bottom, right }) =>
      `<mergeCell ref="${columnName(left)}${top + 1}:${columnName(right)}${bottom + 1}"/>`,
  )
  return `<mergeCells count="${refs.length}">${refs.join('')}</mergeCells>`
}

const columnNames: string[] = []
function columnName(index: number): string {
  let name = columnNames[index]
  if (name !== undefined) return name
  name = ''
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name
  }
  columnNames[index] = name
  return name
}

/** Office programs allow 31 characters and none of these signs. */
function sheetName(name: string): string {
  return name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31) || 'Sheet1'
}
