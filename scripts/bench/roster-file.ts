import { checkDigitOf } from '../../domain/shared/identity-number.ts'
import { readSheets } from '../../server/platform/sheets/read.ts'
import type { Cell } from '../../server/platform/sheets/sheet.ts'
import { writeXlsx } from '../../server/platform/sheets/write.ts'
import type { Bench } from './row.ts'

/** The county's roster with as many other people in the same branches: all of them are new to the register. */
export async function strangersRoster(bench: Bench): Promise<Uint8Array> {
  const token = await bench.session('hanhanlu')
  const input = { purpose: 'report', note: '', unmasked: true }
  const answer = await bench.house.run({ operation: 'roster-export.download', input, token })
  if (!('value' in answer)) throw new Error(`No export: ${JSON.stringify(answer)}`)
  // The contract of a download.
  const { bytes } = answer.value as { bytes: Uint8Array }
  const read = await readSheets(bytes)
  const sheet = read.ok ? read.value[0] : undefined
  if (sheet === undefined) throw new Error('The export cannot be read')
  const [title = [], heads = [], ...rows] = sheet.rows
  const at = {
    name: heads.indexOf('姓名'),
    number: heads.findIndex((head) => String(head).startsWith('身份证')),
  }
  const taken = new Set(rows.map((row) => row[at.number]))
  const people = rows.filter((row) => row.length > at.number && String(row[at.number]).length === 18)
  const strangers = people.map((row) => strangerOf(row, at, taken))
  return await writeXlsx({
    name: '花名册',
    widths: heads.map(() => 14),
    headRows: 2,
    rows: [title, heads, ...strangers],
  })
}

/** Another name and another number of the same day and sex. */
function strangerOf(
  row: readonly Cell[],
  at: { name: number; number: number },
  taken: Set<Cell | undefined>,
): Cell[] {
  const stranger = [...row]
  const name = String(row[at.name])
  stranger[at.name] = `${name.slice(0, 1)}舫${name.slice(1)}`
  const known = String(row[at.number])
  for (let sequence = Number(known.slice(14, 17)) + 2; ; sequence += 2) {
    const first = known.slice(0, 14) + String(sequence % 1000).padStart(3, '0')
    const number = first + checkDigitOf(first)
    if (taken.has(number)) continue
    taken.add(number)
    stranger[at.number] = number
    return stranger
  }
}
