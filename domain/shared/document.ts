import { agree, type Decision, refuse } from './decision.ts'
import type { PlainDate } from './plain-date.ts'

/** Where a figure comes from, so that a reader can go and look. */
export const sourceKinds = ['ledger', 'record', 'count', 'vote', 'decision', 'document', 'rule'] as const
export type SourceKind = (typeof sourceKinds)[number]
export type DocumentSource = {
  /** Named by the figures; unique in the document. */
  readonly id: string
  readonly kind: SourceKind
  /** What it is in words, as the note under the document prints it. */
  readonly says: string
  /** The thing itself: an entry, a count, a decision. */
  readonly refersTo: string
}

/** Running text, or a figure that names its source. */
export type Span = string | { readonly figure: string; readonly source: string }

export type HeadingLevel = 1 | 2 | 3 | 4
export type Block =
  | { readonly kind: 'heading'; readonly level: HeadingLevel; readonly text: string }
  | { readonly kind: 'paragraph'; readonly spans: readonly Span[] }
  | {
      readonly kind: 'table'
      readonly caption: string | null
      readonly head: readonly string[]
      readonly rows: readonly (readonly (readonly Span[])[])[]
      /** Width of each column in parts of the whole. */
      readonly widths: readonly number[]
    }

/** Who signs. A seal moves the date four characters in from the right. */
export type Signature = {
  readonly body: string
  /** Named where a person signs. */
  readonly signer: string | null
  readonly on: PlainDate | null
  readonly sealed: boolean
}

/** The number of a document: issuer code, year, number without leading zero. */
export type DocumentNumber = { readonly issuer: string; readonly year: number; readonly number: number }

/**
 * A document as a plain value: what it says, never how it is drawn (R-310…R-322 are in document-layout.ts). A renderer turns
 * it into a file; what was signed keeps the value with its template version and the versions of the rules.
 */
export type OfficialDocument = {
  readonly kind: string
  readonly templateVersion: string
  /** Versions of rules and schemes it was made from. */
  readonly ruleVersions: readonly string[]
  readonly title: string
  /** Null for forms and drafts that carry none. */
  readonly number: DocumentNumber | null
  /** Whom it is written to; null where nobody is addressed. */
  readonly addressee: string | null
  readonly blocks: readonly Block[]
  /** Names of what is enclosed, without numbers. */
  readonly attachments: readonly string[]
  readonly signature: Signature | null
  /** Places that are left free to be signed by hand: `本人签名`. */
  readonly signHere: readonly string[]
  readonly sources: readonly DocumentSource[]
}

export const documentRefusals = [
  'document-title-missing',
  'document-empty',
  'document-number-wrong',
  'document-heading-skips-level',
  'document-table-uneven',
  'document-figure-without-source',
  'document-source-twice',
] as const
export type DocumentRefusal = (typeof documentRefusals)[number]

export function heading(level: HeadingLevel, text: string): Block {
  return { kind: 'heading', level, text }
}

export function paragraph(...spans: readonly Span[]): Block {
  return { kind: 'paragraph', spans }
}

/** A table; columns are equally wide unless told. */
export function table(
  head: readonly string[],
  rows: readonly (readonly (Span | readonly Span[])[])[],
  more: { readonly caption?: string; readonly widths?: readonly number[] } = {},
): Block {
  return {
    kind: 'table',
    caption: more.caption ?? null,
    head,
    rows: rows.map((row) => row.map((cell) => (isSpans(cell) ? cell : [cell]))),
    widths: more.widths ?? head.map(() => 1),
  }
}

/** A figure with the source it was read from. */
export function figure(value: string | number, source: string): Span {
  return { figure: String(value), source }
}

/** A sentence per line, each a paragraph of its own; blank lines fall away. */
export function paragraphsOf(text: string): Block[] {
  return text
    .split(/[\n\r]+/u)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => paragraph(line))
}

/**
 * Refuses what must not be printed: no title or body, a number that is none, a heading two levels below the one
 * before, rows that do not fit their table, and a figure whose source is not named.
 */
export function checkDocument(document: OfficialDocument): Decision<OfficialDocument, DocumentRefusal> {
  if (document.title.trim() === '') return refuse('document-title-missing')
  if (document.blocks.length === 0) return refuse('document-empty')
  if (document.number !== null && !isNumber(document.number)) return refuse('document-number-wrong')
  const ids = document.sources.map(({ id }) => id)
  const twice = ids.find((id, at) => ids.indexOf(id) < at)
  if (twice !== undefined) return refuse('document-source-twice', { source: twice })
  let level = 0
  for (const block of document.blocks) {
    if (block.kind === 'heading') {
      if (block.level > level + 1) return refuse('document-heading-skips-level', { heading: block.text })
      level = block.level
    }
    if (block.kind === 'table') {
      const columns = block.head.length
      const uneven = block.rows.some((row) => row.length !== columns)
      if (columns === 0 || uneven || block.widths.length !== columns) return refuse('document-table-uneven')
    }
  }
  const unknown = spansOf(document).find((span) => typeof span !== 'string' && !ids.includes(span.source))
  if (unknown !== undefined && typeof unknown !== 'string') {
    return refuse('document-figure-without-source', { figure: unknown.figure, source: unknown.source })
  }
  return agree(document)
}

/** Every span of a document in reading order. */
export function spansOf(document: Pick<OfficialDocument, 'blocks'>): Span[] {
  return document.blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return [...block.spans]
    return block.kind === 'table' ? block.rows.flat(2) : []
  })
}

/** All words of a document, one block a line: for searching, for checks of privacy, for tests. */
export function wordsOf(document: Pick<OfficialDocument, 'title' | 'blocks'>): string {
  const lines = document.blocks.map((block) => {
    if (block.kind === 'heading') return block.text
    if (block.kind === 'paragraph') return block.spans.map(textOf).join('')
    const rows = block.rows.map((row) => row.map((cell) => cell.map(textOf).join('')).join(' '))
    return [block.caption ?? '', block.head.join(' '), ...rows].filter((line) => line !== '').join('\n')
  })
  return [document.title, ...lines].join('\n')
}

function textOf(span: Span): string {
  return typeof span === 'string' ? span : span.figure
}

function isSpans(cell: Span | readonly Span[]): cell is readonly Span[] {
  return Array.isArray(cell)
}

function isNumber({ issuer, year, number }: DocumentNumber): boolean {
  return (
    issuer.trim() !== '' && Number.isInteger(year) && year > 1948 && Number.isInteger(number) && number > 0
  )
}
