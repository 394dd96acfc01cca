import type { DocumentRef } from '../schemes/scheme.ts'
import { agree, type Decision, refuse } from '../shared/decision.ts'
import type { PlainDate } from '../shared/plain-date.ts'

export const instrumentRefusals = [
  'instrument-part-missing',
  'instrument-in-future',
  'instrument-entered-already',
] as const
export type InstrumentRefusal = (typeof instrumentRefusals)[number]

type Entry = { readonly title: string; readonly document: DocumentRef }

/** A new version of an instrument. Refuses a missing title, body or number, a day to come, and the same number a second time. */
export function enterInstrumentVersion(
  entry: Entry,
  known: readonly { readonly number: string; readonly version: number }[],
  today: PlainDate,
): Decision<Entry & { readonly version: number }, InstrumentRefusal> {
  const title = entry.title.trim()
  const body = entry.document.body.trim()
  const number = entry.document.number.trim()
  const missing = [['title', title] as const, ['body', body] as const, ['number', number] as const].find(
    ([, text]) => text === '',
  )
  if (missing !== undefined) return refuse('instrument-part-missing', { part: missing[0] })
  if (entry.document.on > today) return refuse('instrument-in-future', { today })
  if (known.some((one) => one.number === number)) return refuse('instrument-entered-already', { number })
  const version = Math.max(0, ...known.map((one) => one.version)) + 1
  return agree({ title, document: { body, number, on: entry.document.on }, version })
}
