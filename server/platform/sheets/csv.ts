import { parse } from 'csv-parse/sync'
import { type SheetSink, UnreadableSheet } from './sheet.ts'

const DELIMITERS = [',', '\t', ';', '|']
const SAMPLE = 20_000

/** Reads text with separated values; comma, tab, semicolon or bar is found from the text itself. */
export function readCsv(text: string, sink: SheetSink): void {
  let number = 0
  sink.sheet('CSV')
  try {
    parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      on_record: (record: string[]) => {
        number += 1
        sink.row(
          number,
          record.map((value) => (value === '' ? null : unwrapFormula(value))),
        )
        return null
      },
    })
  } catch (error) {
    if (error instanceof UnreadableSheet) throw error
    throw new UnreadableSheet('sheet-damaged', {
      cause: error instanceof Error ? error.message.slice(0, 200) : '',
    })
  }
}

/** The form `="0123"` keeps office programs from making a number; the text inside is meant. */
function unwrapFormula(value: string): string {
  return /^="(.*)"$/s.exec(value)?.[1] ?? value
}

function delimiterOf(text: string): string {
  const lines = text.slice(0, SAMPLE).split('\n').slice(0, 20)
  let best = ','
  let most = 0
  for (const delimiter of DELIMITERS) {
    const counts = lines.map((line) => line.split(delimiter).length - 1).filter((found) => found > 0)
    const score = counts.length === 0 ? 0 : counts.reduce((sum, found) => sum + found, 0) / lines.length
    if (score > most) {
      best = delimiter
      most = score
    }
  }
  return best
}
