import { useRef, useState } from 'react'
import { readHundredths } from '@steward/domain/shared/decimal.ts'
import { newKey } from '../shared/call.ts'
import type { OutputOf } from '../shared/call.ts'
import { command } from '../shared/call.ts'
import { readDay } from '../shared/kit/read-day.ts'
import type { Text } from '../shared/texts.ts'
import type { Choice } from './hooks-report.ts'
import { enterLabels } from './labels-enter.ts'

export type Person = OutputOf<'claim.whom-for'>['rows'][number]

export type PaperRow = {
  readonly key: string
  readonly deviceKey: string
  readonly person: Person | undefined
  readonly choice: Choice | undefined
  readonly day: string
  readonly amount: string
  readonly said: string
  readonly lateReason: string
  readonly state: 'open' | 'saving' | 'saved' | 'refused'
  readonly number: string | undefined
  readonly error: unknown
}

/** The next line keeps the day of the one before: a sheet is mostly of one day or one month. */
export function freshRow(day: string): PaperRow {
  return {
    key: newKey(),
    deviceKey: newKey(),
    person: undefined,
    choice: undefined,
    day,
    amount: '1',
    said: '',
    lateReason: '',
    state: 'open',
    number: undefined,
    error: undefined,
  }
}

/** What a line still lacks; undefined when it can be saved. */
export function missingIn(row: PaperRow, paper: string): { field: string; text: Text } | undefined {
  if (paper.trim() === '') return { field: 'paper', text: enterLabels.paperMissing }
  if (row.person === undefined) return { field: 'who', text: enterLabels.whoMissing }
  if (row.choice === undefined) return { field: 'item', text: enterLabels.itemMissing }
  if (readDay(row.day) === undefined) return { field: 'day', text: enterLabels.dayWrong }
  if ((readHundredths(row.amount) ?? 0) <= 0) return { field: 'amount', text: enterLabels.amountWrong }
  return undefined
}

/** The lines of the page: each goes out by itself under its own key, so that one refused line holds up no other. */
export function usePaperRows(today: string, onSaved: () => void) {
  const [rows, setRows] = useState<readonly PaperRow[]>(() => [freshRow(today)])
  const under = useRef(new Set<string>())
  const change = (key: string, next: Partial<PaperRow>) =>
    setRows((before) => before.map((row) => (row.key === key ? { ...row, ...next } : row)))
  const add = (day: string) => {
    const row = freshRow(day)
    setRows((before) => [...before, row])
    return row.key
  }
  const remove = (key: string) => setRows((before) => before.filter((row) => row.key !== key))
  const save = async (row: PaperRow, paper: string) => {
    const { person, choice } = row
    const day = readDay(row.day)
    const quantity = readHundredths(row.amount)
    if (person === undefined || choice === undefined || day === undefined || quantity === undefined) return
    if (under.current.has(row.key)) return
    under.current.add(row.key)
    change(row.key, { state: 'saving', error: undefined })
    try {
      const answer = await command(
        'claim.enter',
        {
          entry: { by: 'secretary', paper: paper.trim() },
          rows: [
            {
              memberId: person.memberId,
              deviceKey: row.deviceKey,
              target: choice.target,
              deedOn: day,
              quantity,
              said: row.said.trim(),
              lateReason: row.lateReason.trim() || null,
            },
          ],
        },
        row.deviceKey,
      )
      change(row.key, { state: 'saved', number: answer.rows[0]?.number })
      onSaved()
    } catch (error) {
      change(row.key, { state: 'refused', error })
    } finally {
      under.current.delete(row.key)
    }
  }
  return { rows, change, add, remove, save }
}
