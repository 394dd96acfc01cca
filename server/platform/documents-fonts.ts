import { type FontRole, fonts } from '@steward/domain/shared/document-layout.ts'
import type { OfficialDocument } from '@steward/domain/shared/document.ts'
import iconv from 'iconv-lite'

/**
 * Which fonts hold a character: `first` the named one (GB 2312, 6763 characters), `second` its larger successor (GBK and extension A),
 * `rare` only a font for extensions B and later, `none` no font at all: private use, controls, pictures.
 */
type Holder = 'first' | 'second' | 'rare' | 'none'

/** For extensions B and later; Windows brings it, other systems put their own in its place. */
const rareFont = { name: 'SimSun-ExtB', others: ['Noto Serif CJK SC', 'HanaMinB'] }

/** A character that may come out as a box, and where it stands first. */
export type DoubtfulCharacter = {
  readonly character: string
  readonly code: string
  readonly part: DocumentPart
  /** rare: shown only where a font for rare characters is installed; none: no font can show it. */
  readonly why: 'rare' | 'none'
}
export type DocumentPart =
  | 'title'
  | 'number'
  | 'addressee'
  | 'heading'
  | 'paragraph'
  | 'table'
  | 'attachment'
  | 'signature'
  | 'source'

/** Characters of a document that the named fonts cannot be trusted to show, each once: to be put right before it is signed. */
export function findDoubtfulCharacters(document: OfficialDocument): DoubtfulCharacter[] {
  const found = new Map<string, DoubtfulCharacter>()
  for (const [part, text] of textsOf(document)) {
    for (const character of text) {
      const why = holderOf(character)
      if (why === 'first' || why === 'second' || found.has(character)) continue
      const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
      found.set(character, { character, code, part, why })
    }
  }
  return [...found.values()]
}

/** Pieces of a text, each with the font that holds all of its characters. */
export function splitByFont(
  text: string,
  role: FontRole,
): { readonly text: string; readonly font: string }[] {
  const pieces: { text: string; font: string }[] = []
  for (const character of text) {
    const font = fontOf(holderOf(character), role)
    const last = pieces.at(-1)
    // A sign that any font holds stays with what stands before it.
    if (last !== undefined && last.font === font) last.text += character
    else pieces.push({ text: character, font })
  }
  return pieces
}

/** Every font a document may name, with what stands in for it where it is missing. */
export function fontNames(): { readonly name: string; readonly others: readonly string[] }[] {
  const all = new Map<string, readonly string[]>([[rareFont.name, rareFont.others]])
  for (const { names } of Object.values(fonts)) {
    const [first = '', second = '', ...rest] = names.filter((name) => !generic.has(name))
    all.set(first, [second, ...rest])
    all.set(second, rest)
  }
  return [...all].map(([name, others]) => ({ name, others }))
}

const generic = new Set(['serif', 'sans-serif'])

function fontOf(holder: Holder, role: FontRole): string {
  const [first = '', second = first] = fonts[role].names
  if (holder === 'rare') return rareFont.name
  return holder === 'second' ? second : first
}

const picture = /\p{Extended_Pictographic}|\p{Private_Use}|\p{Unassigned}|\p{Control}|\p{Surrogate}/u
// Signs that are pictures by name only and stand in every Chinese font.
const oldSigns = /[\u00a0-\u00ff\u2000-\u27bf\u3000-\u33ff]/u

function holderOf(character: string): Holder {
  const code = character.codePointAt(0) ?? 0
  if (character === '\t' || character === '\n' || (code >= 0x20 && code <= 0x7e)) return 'first'
  if (picture.test(character) && (!oldSigns.test(character) || /\p{Control}/u.test(character))) return 'none'
  const [high = 0, low = 0] = iconv.encode(character, 'gbk')
  if (low >= 0xa1 && ((high >= 0xb0 && high <= 0xf7) || (high >= 0xa1 && high <= 0xa9))) return 'first'
  if (!/\p{Script=Han}/u.test(character)) return 'second'
  return (code >= 0x4e00 && code <= 0x9fa5) || (code >= 0x3000 && code <= 0x4db5) || code >> 8 === 0xf9
    ? 'second'
    : 'rare'
}

function* textsOf(document: OfficialDocument): Generator<readonly [DocumentPart, string]> {
  const { title, number, addressee, blocks, attachments, signature, signHere, sources } = document
  yield ['title', title]
  yield ['number', number?.issuer ?? '']
  yield ['addressee', addressee ?? '']
  const spans = (list: readonly (string | { readonly figure: string })[]) =>
    list.map((span) => (typeof span === 'string' ? span : span.figure)).join('')
  for (const block of blocks) {
    if (block.kind === 'heading') yield ['heading', block.text]
    if (block.kind === 'paragraph') yield ['paragraph', spans(block.spans)]
    if (block.kind === 'table') {
      yield ['table', [block.caption ?? '', ...block.head].join('')]
      for (const row of block.rows) for (const cell of row) yield ['table', spans(cell)]
    }
  }
  for (const name of attachments) yield ['attachment', name]
  yield ['signature', [signature?.body ?? '', signature?.signer ?? '', ...signHere].join('')]
  for (const { says } of sources) yield ['source', says]
}
