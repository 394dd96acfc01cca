import { readCsv } from './csv.ts'
import { readHtml } from './html.ts'
import { limitedSink, type ReadLimits, type SheetLine, type SheetSink, UnreadableSheet } from './sheet.ts'
import { decodeText } from './text-encoding.ts'
import { readXlsx } from './xlsx.ts'
import { readXml2003 } from './xml-2003.ts'

const ZIP = Buffer.from('PK\u0003\u0004', 'latin1')
const COMPOUND = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le')
const HEAD = 4000

/** Reads a file by what it holds, whatever its name says, and passes it on line by line; throws UnreadableSheet. */
export async function readBytes(
  bytes: Buffer,
  limits: ReadLimits,
  pass: (line: SheetLine) => void,
): Promise<void> {
  const sink = limitedSink(limits, pass)
  await readByForm(bytes, limits, sink)
  if (sink.rows === 0) throw new UnreadableSheet('sheet-empty')
}

async function readByForm(bytes: Buffer, limits: ReadLimits, sink: SheetSink): Promise<void> {
  if (bytes.length === 0) throw new UnreadableSheet('sheet-empty')
  if (bytes.subarray(0, 4).equals(ZIP)) return await readXlsx(bytes, limits, sink)
  if (bytes.subarray(0, 8).equals(COMPOUND)) {
    throw new UnreadableSheet(bytes.includes(ENCRYPTED) ? 'sheet-encrypted' : 'sheet-old-format')
  }
  const text = decodeText(bytes)
  const head = text.slice(0, HEAD)
  if (head.includes('\u0000') || head.startsWith('%PDF')) throw new UnreadableSheet('sheet-other-format')
  if (!/^\s*</.test(head)) return readCsv(text.replace(/^\ufeff/, ''), sink)
  if (head.includes('urn:schemas-microsoft-com:office:spreadsheet') && /<(?:\w+:)?Workbook\b/.test(head)) {
    return readXml2003(text, sink)
  }
  if (/<table\b/i.test(text)) return readHtml(text, sink)
  throw new UnreadableSheet('sheet-other-format')
}
