import { fonts, plainPage } from '@steward/domain/shared/document-layout.ts'
import type { OfficialDocument } from '@steward/domain/shared/document.ts'
import {
  AlignmentType,
  Document,
  DocumentGridType,
  Footer,
  type IParagraphStyleOptions,
  type ISectionOptions,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { type DoubtfulCharacter, findDoubtfulCharacters, fontNames } from './documents-fonts.ts'
import {
  bodyOf,
  characterTwips,
  endOf,
  headOf,
  linePitch,
  sourcesOf,
  textWidth,
  twips,
} from './documents-paragraphs.ts'

export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export type DocumentFile = {
  readonly bytes: Uint8Array
  /** What the named fonts may not show; a document with any of these is not signed before somebody has looked. */
  readonly doubtful: readonly DoubtfulCharacter[]
}

/**
 * A document as .docx in the plain layout of GB/T 9704-2012 (R-310…R-322): A4, 22 lines of 28 characters, black, fonts by name and none
 * inside. The same value at the same instant gives the same bytes. `issuer` stands in the file's properties.
 */
export async function renderDocument(
  document: OfficialDocument,
  { issuer, at }: { readonly issuer: string; readonly at: Date },
): Promise<DocumentFile> {
  const order = new Map(document.sources.map(({ id }, index) => [id, `[${index + 1}]`]))
  const noteOf = (source: string) => order.get(source) ?? ''
  const file = new Document({
    title: document.title,
    creator: issuer,
    lastModifiedBy: issuer,
    description: [document.kind, document.templateVersion, ...document.ruleVersions].join(' '),
    evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: bodyRun } }, paragraphStyles: styles },
    sections: [
      {
        ...page,
        children: [
          ...headOf(document),
          ...bodyOf(document, noteOf),
          ...endOf(document),
          ...sourcesOf(document, noteOf),
        ],
      },
    ],
  })
  const packed = await Packer.toBuffer(file)
  return { bytes: finish(packed, at), doubtful: findDoubtfulCharacters(document) }
}

const [bodyFont = ''] = fonts.body.names
const bodyRun = {
  font: { ascii: bodyFont, hAnsi: bodyFont, eastAsia: bodyFont, cs: bodyFont },
  size: fonts.body.pt * 2,
  language: { value: 'zh-CN', eastAsia: 'zh-CN' },
}

// Styles give a structure to screen readers and to the navigation of the office program; the look stands in the runs.
const styles: IParagraphStyleOptions[] = [
  { id: 'Normal', name: 'Normal', quickFormat: true, run: bodyRun },
  { id: 'Title', name: 'Title', basedOn: 'Normal', next: 'Normal', quickFormat: true },
  ...[1, 2, 3, 4].map((level) => ({
    id: `Heading${level}`,
    name: `heading ${level}`,
    basedOn: 'Normal',
    next: 'Normal',
    quickFormat: true,
    paragraph: { outlineLevel: level - 1 },
  })),
]

/** `— 3 —`, one character in from the outer edge. */
function footer(alignment: 'left' | 'right'): Footer {
  const [font = ''] = fonts.imprint.names
  const outer = characterTwips(1)
  return new Footer({
    children: [
      new Paragraph({
        alignment: alignment === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: alignment === 'right' ? { right: outer } : { left: outer },
        children: [
          new TextRun({
            children: ['— ', PageNumber.CURRENT, ' —'],
            font: { ascii: font, hAnsi: font, eastAsia: font, cs: font },
            size: fonts.imprint.pt * 2,
          }),
        ],
      }),
    ],
  })
}

const [width, height, top, left] = [
  plainPage.widthMm,
  plainPage.heightMm,
  plainPage.topMm,
  plainPage.leftMm,
].map(twips) as [number, number, number, number] // Four in, four out.

/** The dashes stand 7 mm below the text (7.5 of the standard); the line of 14 pt ends 5 mm below them. */
const footerDistance = twips(plainPage.bottomMm - 7 - 5)

const page: Omit<ISectionOptions, 'children'> = {
  properties: {
    page: {
      size: { width, height },
      margin: {
        top,
        left,
        right: width - left - textWidth,
        bottom: height - top - twips(plainPage.textHeightMm),
        header: twips(15),
        footer: footerDistance,
        gutter: 0,
      },
    },
    // Every line has its exact pitch. A grid beside it gives large type two lines, and condensed characters two places, in some programs.
    grid: { type: DocumentGridType.DEFAULT, linePitch },
  },
  footers: { default: footer('right'), even: footer('left') },
}

/** Names what stands in for a missing font, and takes the instant of the call instead of the clock's. */
function finish(packed: Uint8Array, at: Date): Uint8Array {
  const parts = unzipSync(packed)
  const change = (path: string, by: (xml: string) => string) => {
    const part = parts[path]
    if (part === undefined) throw new Error(`The document has no ${path}`)
    parts[path] = strToU8(by(strFromU8(part)))
  }
  change('docProps/core.xml', (xml) =>
    xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${at.toISOString()}`),
  )
  change('word/fontTable.xml', (xml) => xml.replace(/\/>$/, `>${fontTable}</w:fonts>`))
  return zipSync(parts, { mtime: at, level: 6 })
}

const fontTable = fontNames()
  .map(
    ({ name, others }) =>
      `<w:font w:name="${name}"><w:altName w:val="${others.join(',')}"/><w:charset w:val="86"/></w:font>`,
  )
  .join('')
