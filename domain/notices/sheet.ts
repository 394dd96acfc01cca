/** Names on one sheet for the wall, in two columns; more go on further sheets. */
export const namesPerSheet = 28

/** One A4 sheet: its part of the words and of the list, as half-open places. */
export type Sheet = {
  readonly words: string
  readonly from: number
  readonly to: number
}

/** Characters of the words on a line at their size. */
const signsPerLine = 36
/** Lines a sheet has for words and list together. */
const linesPerSheet = 20
/** Lines the head of the list takes. */
const headLines = 2

/**
 * Divides a notice into sheets of paper: words first, then the list, two columns wide where `columns` is 2. A sheet holds
 * 28 names where the words are short; long words leave room for fewer, and words alone go on over several sheets.
 */
export function toSheets(body: string, rows: number, columns: 1 | 2): Sheet[] {
  const pieces = cutWords(body)
  const last = pieces.at(-1) ?? ''
  const sheets: Sheet[] = pieces.slice(0, -1).map((words) => ({ words, from: 0, to: 0 }))
  const perColumn = namesPerSheet / 2
  const free = Math.max(0, linesPerSheet - linesOf(last) - headLines)
  const first = Math.min(rows, columns * Math.min(perColumn, free < 3 ? 0 : free))
  sheets.push({ words: last, from: 0, to: first })
  for (let from = first; from < rows; from += columns * perColumn) {
    sheets.push({ words: '', from, to: Math.min(rows, from + columns * perColumn) })
  }
  return sheets
}

function linesOf(words: string): number {
  return words
    .split('\n')
    .map((line) => Math.max(1, Math.ceil(([...line].length + 2) / signsPerLine)))
    .reduce((sum, lines) => sum + lines, 0)
}

/** Pieces of words that each fit a sheet, cut between paragraphs and, where one is too long, between signs. */
function cutWords(body: string): string[] {
  const pieces: string[] = []
  let piece = ''
  for (const paragraph of body.split('\n').flatMap(cutParagraph)) {
    const joined = piece === '' ? paragraph : `${piece}\n${paragraph}`
    if (piece !== '' && linesOf(joined) > linesPerSheet) {
      pieces.push(piece)
      piece = paragraph
    } else piece = joined
  }
  return [...pieces, piece]
}

function cutParagraph(paragraph: string): string[] {
  const signs = [...paragraph]
  const most = linesPerSheet * signsPerLine - 2
  const parts: string[] = []
  for (let from = 0; from < signs.length || from === 0; from += most)
    parts.push(signs.slice(from, from + most).join(''))
  return parts
}
