import type { DocumentNumber, HeadingLevel } from './document.ts'
import { formatPlainDate, type PlainDate } from './plain-date.ts'

/** A point is 1/72 inch, an inch 25.4 mm. */
const pointsPerMm = 72 / 25.4

/** The page of GB/T 9704-2012 (R-310…R-313): A4, 37 mm above, 28 mm left, 156 × 225 mm of text, 22 lines of 28 characters. */
export const plainPage = {
  widthMm: 210,
  heightMm: 297,
  topMm: 37,
  leftMm: 28,
  textWidthMm: 156,
  textHeightMm: 225,
  rightMm: 210 - 28 - 156,
  bottomMm: 297 - 37 - 225,
  linesPerPage: 22,
  charactersPerLine: 28,
  bodyPt: 16,
  /** First line of a paragraph, in characters. */
  indentCharacters: 2,
} as const

/** Exact line pitch that puts 22 lines into 225 mm, in points with two places. */
export const linePitchPt =
  Math.floor((plainPage.textHeightMm * pointsPerMm * 100) / plainPage.linesPerPage) / 100

/** What is added to each character so that 28 of them fill 156 mm, in points with two places. */
export const characterSpacingPt =
  Math.floor(((plainPage.textWidthMm * pointsPerMm) / plainPage.charactersPerLine - plainPage.bodyPt) * 100) /
  100

export type FontRole = 'body' | 'title' | 'heading1' | 'heading2' | 'signer' | 'mark' | 'imprint'
/** Sizes and fonts by part (R-313… ). Names only: no font is embedded. */
export const fonts: Readonly<Record<FontRole, { readonly pt: number; readonly names: readonly string[] }>> = {
  body: { pt: 16, names: ['仿宋_GB2312', '仿宋', 'FangSong', 'STFangsong', 'Noto Serif CJK SC', 'serif'] },
  title: {
    pt: 22,
    names: ['方正小标宋简体', '方正小标宋_GBK', '宋体', 'SimSun', 'Noto Serif CJK SC', 'serif'],
  },
  heading1: { pt: 16, names: ['黑体', 'SimHei', 'Noto Sans CJK SC', 'sans-serif'] },
  heading2: {
    pt: 16,
    names: ['楷体_GB2312', '楷体', 'KaiTi', 'AR PL UKai CN', 'Noto Serif CJK SC', 'serif'],
  },
  signer: { pt: 16, names: ['楷体_GB2312', '楷体', 'KaiTi', 'AR PL UKai CN', 'Noto Serif CJK SC', 'serif'] },
  mark: { pt: 16, names: ['黑体', 'SimHei', 'Noto Sans CJK SC', 'sans-serif'] },
  imprint: { pt: 14, names: ['仿宋_GB2312', '仿宋', 'FangSong', 'Noto Serif CJK SC', 'serif'] },
}

/** The font of a heading: HeiTi, KaiTi, and FangSong from the third level on. */
export function headingFont(level: HeadingLevel): FontRole {
  return level === 1 ? 'heading1' : level === 2 ? 'heading2' : 'body'
}

const numerals = '零一二三四五六七八九'

/** `十二`, `二十`, `九十九`: whole numbers from 1 to 99 in Chinese. */
export function chineseNumber(number: number): string {
  if (!Number.isInteger(number) || number < 1 || number > 99) throw new RangeError(`not 1 to 99: ${number}`)
  const tens = Math.floor(number / 10)
  const ones = number % 10
  const head = tens === 0 ? '' : tens === 1 ? '十' : `${numerals[tens]}十`
  return head + (ones === 0 ? '' : numerals[ones])
}

/** `一、` `（一）` `1.` `（1）`. */
export function headingNumber(level: HeadingLevel, number: number): string {
  if (level === 1) return `${chineseNumber(number)}、`
  if (level === 2) return `（${chineseNumber(number)}）`
  return level === 3 ? `${number}.` : `（${number}）`
}

/** Numbers headings in reading order; a higher level begins the lower ones anew. */
export function numberHeadings(levels: readonly HeadingLevel[]): string[] {
  const counts = [0, 0, 0, 0]
  return levels.map((level) => {
    const count = (counts[level - 1] ?? 0) + 1
    counts[level - 1] = count
    counts.fill(0, level)
    return headingNumber(level, count)
  })
}

/** `某组发〔2026〕3号`: year in these brackets, number without leading zero. */
export function formatNumber({ issuer, year, number }: DocumentNumber): string {
  return `${issuer}〔${year}〕${number}号`
}

/** Reads such a number; undefined for another form. Square or round brackets are let pass as offices type them. */
export function readNumber(text: string): DocumentNumber | undefined {
  const found = /^\s*([^\s〔[（(【]+)\s*[〔[（(【]\s*(\d{4})\s*[〕\]）)】]\s*第?\s*(\d{1,5})\s*号\s*$/u.exec(
    text,
  )
  if (!found) return undefined
  const [, issuer = '', year, number] = found
  return Number(number) === 0 ? undefined : { issuer, year: Number(year), number: Number(number) }
}

/** Characters the date stands in from the right: four under a seal, two without. */
export function dateIndent(sealed: boolean): number {
  return sealed ? 4 : 2
}

/**
 * How many characters the name of the body and the date stand in from the right. Under a seal the date stands four in and the name is
 * centred over it; without one the name stands two in and the date begins two characters further right, unless it is too long.
 */
export function signatureIndents(
  body: string,
  date: string,
  sealed: boolean,
): { readonly body: number; readonly date: number } {
  const [nameWidth, dateWidth] = [widthInCharacters(body), widthInCharacters(date)]
  if (sealed)
    return { body: Math.max(0, dateIndent(true) + (dateWidth - nameWidth) / 2), date: dateIndent(true) }
  if (nameWidth - dateWidth >= dateIndent(false))
    return { body: dateIndent(false), date: nameWidth - dateWidth }
  return { body: Math.max(0, dateIndent(false) + 2 + dateWidth - nameWidth), date: dateIndent(false) }
}

/** Width of a text in whole Chinese characters; letters and digits are half as wide. */
export function widthInCharacters(text: string): number {
  return [...text].reduce((sum, sign) => sum + (/[\u0020-\u007e]/.test(sign) ? 0.5 : 1), 0)
}

/** Arabic numerals, no leading zero. */
export function formatDocumentDate(on: PlainDate): string {
  return formatPlainDate(on)
}

/** Lines of the attachment note: one line below the body, indented two; numbers only where there are several. */
export function attachmentLines(names: readonly string[]): string[] {
  if (names.length === 0) return []
  if (names.length === 1) return [`附件：${names[0]}`]
  return names.map((name, at) => `${at === 0 ? '附件：' : '　　　'}${at + 1}.${name}`)
}

/** Odd pages carry their number on the right, even ones on the left: `— 3 —`. */
export function pageNumber(page: number): { readonly text: string; readonly side: 'left' | 'right' } {
  return { text: `— ${page} —`, side: page % 2 === 1 ? 'right' : 'left' }
}

/** Characters of the title in a line of 156 mm. */
export const titleCharacters = Math.floor((plainPage.textWidthMm * pointsPerMm) / fonts.title.pt)

/** Years, days and counts stay whole. */
const numeral = /[〇零一二三四五六七八九十\d]/u

/** Where to end a line so that no number is torn, as long as the rest still fits into the lines that are left. */
function endOfLine(signs: readonly string[], at: number, length: number, linesLeft: number): number {
  let end = at + length
  while (end > at + 2 && numeral.test(signs[end - 1] ?? '') && numeral.test(signs[end] ?? '')) end -= 1
  return signs.length - end <= linesLeft * titleCharacters ? end : at + length
}

/** Breaks a title into lines of a trapezoid, the longer one above; never one sign alone, never inside a number. */
export function breakTitle(title: string): string[] {
  const signs = [...title.trim()]
  const lines = Math.ceil(signs.length / (titleCharacters - 2))
  if (lines <= 1) return [signs.join('')]
  const broken: string[] = []
  let at = 0
  for (let left = lines; left > 0; left -= 1) {
    const rest = signs.length - at
    const length = left === 1 ? rest : Math.min(Math.ceil(rest / left) + 1, titleCharacters)
    const end = endOfLine(signs, at, length, left - 1)
    broken.push(signs.slice(at, end).join(''))
    at = end
  }
  return broken.filter((line) => line !== '')
}

/** Plain letters carry no red head: it belongs to bodies that may issue under it. */
export function mayUseRedHead(issuer: { readonly entitledByDocument: string | null }): boolean {
  return (issuer.entitledByDocument ?? '').trim() !== ''
}
