import { type ReadLimits, type SheetSink, UnreadableSheet } from './sheet.ts'
import { sharedStringReader, sheetReader } from './xlsx-sheet.ts'
import { styleReader } from './xlsx-styles.ts'
import { attribute, type XmlHandler, xmlScanner } from './xml-scan.ts'
import { type Allowance, listZip, unpackText } from './zip.ts'

type Relation = { readonly id: string; readonly kind: string; readonly path: string }

/** Reads an .xlsx of any office program, unpacking piece by piece under one cap for the whole file. */
export async function readXlsx(bytes: Buffer, limits: ReadLimits, sink: SheetSink): Promise<void> {
  const entries = listZip(bytes)
  const allowance: Allowance = { left: limits.maxUnpackedBytes }
  const scan = async <Handler extends XmlHandler>(
    path: string | undefined,
    handler: Handler,
  ): Promise<Handler> => {
    const entry = path === undefined ? undefined : entries.get(path)
    if (entry !== undefined) await unpackText(bytes, entry, allowance, xmlScanner(handler).push)
    return handler
  }
  const root = await scan('_rels/.rels', relationReader(''))
  const bookPath = root.found.find(({ kind }) => kind === 'officeDocument')?.path ?? 'xl/workbook.xml'
  if (!entries.has(bookPath) || !bookPath.endsWith('.xml')) throw new UnreadableSheet('sheet-other-format')
  const folder = bookPath.slice(0, bookPath.lastIndexOf('/') + 1)
  const book = await scan(bookPath, bookReader())
  const relations = await scan(`${folder}_rels/${bookPath.slice(folder.length)}.rels`, relationReader(folder))
  const pathOf = (kind: string) => relations.found.find((one) => one.kind === kind)?.path
  const { strings } = await scan(pathOf('sharedStrings'), sharedStringReader())
  const { dates } = await scan(pathOf('styles'), styleReader())
  for (const { name, relation } of book.sheets) {
    const path = relations.found.find(({ id, kind }) => id === relation && kind === 'worksheet')?.path
    if (path === undefined) continue
    sink.sheet(name)
    await scan(path, sheetReader({ strings, dates, from1904: book.from1904 }, sink))
  }
}

function relationReader(folder: string): XmlHandler & { readonly found: readonly Relation[] } {
  const found: Relation[] = []
  return {
    found,
    open(name, attributes) {
      if (name !== 'Relationship') return
      const target = attribute(attributes, 'Target') ?? ''
      const type = attribute(attributes, 'Type') ?? ''
      found.push({
        id: attribute(attributes, 'Id') ?? '',
        kind: type.slice(type.lastIndexOf('/') + 1),
        path: target.startsWith('/') ? target.slice(1) : `${folder}${target.replace(/^\.\//, '')}`,
      })
    },
    close() {},
    text() {},
  }
}

type BookReader = XmlHandler & {
  readonly sheets: readonly { readonly name: string; readonly relation: string }[]
  readonly from1904: boolean
}

function bookReader(): BookReader {
  const sheets: { name: string; relation: string }[] = []
  let from1904 = false
  return {
    sheets,
    get from1904() {
      return from1904
    },
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attribute(attributes, 'date1904') ?? '')
      if (name === 'sheet') {
        // The attribute is `r:id`; `sheetId` ends alike and stands before it.
        sheets.push({
          name: attribute(attributes, 'name') ?? '',
          relation: attribute(attributes, 'id') ?? '',
        })
      }
    },
    close() {},
    text() {},
  }
}
