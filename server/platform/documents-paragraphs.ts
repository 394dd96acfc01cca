import {
  attachmentLines,
  breakTitle,
  characterSpacingPt,
  type FontRole,
  fonts,
  formatDocumentDate,
  formatNumber,
  headingFont,
  linePitchPt,
  numberHeadings,
  plainPage,
  signatureIndents,
} from '@steward/domain/shared/document-layout.ts'
import type { Block, OfficialDocument, Signature, Span } from '@steward/domain/shared/document.ts'
import {
  AlignmentType,
  type IParagraphOptions,
  type ITableCellOptions,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { splitByFont } from './documents-fonts.ts'

/** Twentieths of a point, the unit of the format. */
export const twips = (mm: number) => Math.floor((mm * 1440) / 25.4)
/** 28.95 pt exactly: 22 lines in 225 mm. */
export const linePitch = Math.floor(linePitchPt * 20)
/** Taken off each character of the body, so that 28 fill 156 mm. */
const condensed = Math.floor(characterSpacingPt * 20)
export const characterTwips = (characters: number) =>
  Math.round(characters * (plainPage.bodyPt * 20 + condensed))
export const textWidth = twips(plainPage.textWidthMm)

const exact = { line: linePitch, lineRule: LineRuleType.EXACT, before: 0, after: 0 }
const TABLE_PT = 14
const TABLE_LINE = 24 * 20
const NOTE_PT = 10.5
const NOTE_LINE = 15 * 20
const BLANK_TO_SIGN = '　'.repeat(8)

type Look = {
  readonly role?: FontRole
  readonly pt?: number
  readonly underline?: boolean
  readonly raised?: boolean
}

/** Runs of a text in the font of its part, each character in a font that holds it. */
export function runs(
  text: string,
  { role = 'body', pt = fonts[role].pt, underline, raised }: Look = {},
): TextRun[] {
  return splitByFont(text, role).map(
    (piece) =>
      new TextRun({
        text: piece.text,
        font: {
          ascii: piece.font,
          hAnsi: piece.font,
          eastAsia: piece.font,
          cs: piece.font,
          hint: 'eastAsia',
        },
        size: pt * 2,
        ...(underline ? { underline: {} } : {}),
        ...(raised ? { superScript: true } : {}),
        ...(pt === plainPage.bodyPt ? { characterSpacing: condensed } : {}),
      }),
  )
}

/** One paragraph on the grid of lines. */
export function line(children: readonly TextRun[], options: IParagraphOptions = {}): Paragraph {
  return new Paragraph({ spacing: exact, widowControl: false, children: [...children], ...options })
}

const blank = (keepNext = false) => line([], { keepNext })
const firstLine = { firstLine: characterTwips(plainPage.indentCharacters), firstLineChars: 200 }

/** Number, title and addressee; a blank line above and below the title. */
export function headOf({ number, title, addressee }: OfficialDocument): Paragraph[] {
  return [
    ...(number === null ? [] : [line(runs(formatNumber(number)), { alignment: AlignmentType.RIGHT })]),
    blank(),
    ...breakTitle(title).map((text) =>
      line(runs(text, { role: 'title' }), {
        alignment: AlignmentType.CENTER,
        style: 'Title',
        keepNext: true,
      }),
    ),
    blank(),
    ...(addressee === null ? [] : [line(runs(addressee))]),
  ]
}

/** Headings, paragraphs and tables in reading order; headings get their numbers here. */
export function bodyOf(
  { blocks, attachments, signHere, signature }: OfficialDocument,
  noteOf: (source: string) => string,
): (Paragraph | Table)[] {
  const hasEnd = attachments.length > 0 || signHere.length > 0 || signature !== null
  const numbers = numberHeadings(blocks.flatMap((block) => (block.kind === 'heading' ? [block.level] : [])))
  let at = -1
  return blocks.flatMap((block, index) => {
    if (block.kind === 'table') return tableOf(block, noteOf)
    if (block.kind === 'paragraph') {
      return line(spansToRuns(block.spans, {}, noteOf), {
        indent: firstLine,
        alignment: AlignmentType.BOTH,
        // A signature never stands on a page without text.
        keepNext: hasEnd && index === blocks.length - 1,
      })
    }
    at += 1
    return line(runs(`${numbers[at] ?? ''}${block.text}`, { role: headingFont(block.level) }), {
      style: `Heading${block.level}`,
      indent: firstLine,
      keepNext: true,
    })
  })
}

function spansToRuns(spans: readonly Span[], look: Look, noteOf: (source: string) => string): TextRun[] {
  return spans.flatMap((span) =>
    typeof span === 'string'
      ? runs(span, look)
      : [...runs(span.figure, look), ...runs(noteOf(span.source), { ...look, raised: true })],
  )
}

type TableBlock = Extract<Block, { readonly kind: 'table' }>

function tableOf({ caption, head, rows, widths }: TableBlock, noteOf: (source: string) => string) {
  const parts = widths.reduce((sum, width) => sum + width, 0)
  const columns = widths.map((width) => Math.floor((textWidth * width) / parts))
  const cell = (children: readonly TextRun[], at: number, more: Partial<ITableCellOptions> = {}) =>
    new TableCell({
      width: { size: columns[at] ?? 0, type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.CENTER,
      children: [
        new Paragraph({
          children: [...children],
          alignment: AlignmentType.CENTER,
          spacing: { ...exact, line: TABLE_LINE },
        }),
      ],
      ...more,
    })
  const titles = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: head.map((text, at) => cell(runs(text, { role: 'mark', pt: TABLE_PT }), at)),
  })
  const filled = rows.map(
    (row) =>
      new TableRow({
        cantSplit: true,
        children: row.map((spans, at) => cell(spansToRuns(spans, { pt: TABLE_PT }, noteOf), at)),
      }),
  )
  return [
    ...(caption === null
      ? []
      : [line(runs(caption, { role: 'mark' }), { alignment: AlignmentType.CENTER, keepNext: true })]),
    new Table({
      width: { size: textWidth, type: WidthType.DXA },
      columnWidths: columns,
      rows: [titles, ...filled],
    }),
  ]
}

/** Attachment note, places to sign, and who issues it on which day. */
export function endOf({ attachments, signHere, signature }: OfficialDocument): Paragraph[] {
  const notes = attachmentLines(attachments).map((text) =>
    line(runs(text), { indent: { left: characterTwips(2) }, keepNext: true }),
  )
  const places = signHere.map((label) =>
    line([...runs(`${label}：`), ...runs(BLANK_TO_SIGN, { underline: true })], {
      indent: firstLine,
      keepNext: signature !== null,
    }),
  )
  const end = signature === null ? [] : signatureOf(signature)
  return [notes, places, end].flatMap((part) => (part.length === 0 ? [] : [blank(true), ...part]))
}

function signatureOf({ body, signer, on, sealed }: Signature): Paragraph[] {
  const date = on === null ? '　　年　　月　　日' : formatDocumentDate(on)
  const indents = signatureIndents(body, date, sealed)
  const right = (children: readonly TextRun[], characters: number, last = false) =>
    line(children, {
      alignment: AlignmentType.RIGHT,
      indent: { right: characterTwips(characters) },
      keepNext: !last,
    })
  return [
    right(runs(body), indents.body),
    ...(signer === null ? [] : [right(runs(signer, { role: 'signer' }), indents.body)]),
    right(runs(date), indents.date, true),
  ]
}

/** Where the figures come from, in small type after the end. */
export function sourcesOf({ sources }: OfficialDocument, noteOf: (source: string) => string): Paragraph[] {
  if (sources.length === 0) return []
  const small = (text: string, last: boolean) =>
    new Paragraph({
      children: runs(text, { pt: NOTE_PT }),
      spacing: { ...exact, line: NOTE_LINE },
      keepNext: !last,
    })
  const notes = sources.map(({ id, says }) => `${noteOf(id)} ${says}`)
  return [blank(true), ...['数据来源：', ...notes].map((text, index) => small(text, index === notes.length))]
}
