import { type ChannelCount, type PersonCount } from '@steward/domain/appraisals/ballot.ts'
import { toReceiptNumber } from '@steward/domain/appraisals/ballot-box.ts'
import { type Grade, grades, noGrades, sumCounts } from '@steward/domain/appraisals/grade.ts'
import type { OutputOf } from '../shared/call.ts'
import { useCommandOperation, useQueryOperation } from '../shared/use-operation.ts'

export type Voters = OutputOf<'ballot.voters'>
export type VoterRow = Voters['rows'][number]
export type Split = OutputOf<'ballot.split'>['boxes'][number]

export function useVoters(boxId: string, enabled = true) {
  return useQueryOperation('ballot.voters', { boxId }, { enabled })
}
export function useSplits(appraisalId: string, enabled: boolean) {
  return useQueryOperation('ballot.split', { appraisalId }, { enabled })
}
export function useReceipts(boxId: string) {
  return useQueryOperation('ballot.receipts', { boxId })
}
export function useOpenBox(onDone: () => void) {
  return useCommandOperation('ballot.open-box', { onDone })
}
export function useCloseBox(onDone: () => void) {
  return useCommandOperation('ballot.close-box', { onDone })
}

/** Twenty signs drawn by this device for a voter; the server keeps only their digest. */
export function drawNumber(): string {
  return toReceiptNumber(crypto.getRandomValues(new Uint8Array(20)))
}

export type Slip = { readonly name: string; readonly token: string }

/** Names as they were typed, one a line or with commas between; empty ones fall away. */
export function toNames(text: string): string[] {
  return text
    .split(/[\n,，、;；]+/)
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

/** A count as it is typed at the table: every field is text until it is whole. */
export type Typed = Readonly<Record<string, string>>
export const headFields = ['issued', 'cast', 'spoiled', 'returnedBlank', 'notReturned'] as const
export type HeadField = (typeof headFields)[number]
export const markFields = [...grades, 'abstained'] as const
export type MarkField = (typeof markFields)[number]
export const cellKey = (memberId: string, field: MarkField) => `${memberId} ${field}`

const toNumber = (text: string | undefined) => {
  const trimmed = (text ?? '').trim()
  return trimmed === '' ? 0 : /^\d{1,6}$/.test(trimmed) ? Number(trimmed) : Number.NaN
}

/** The typed count as the rule reads it; what is no number is NaN and refused there. */
export function toCount(typed: Typed, graded: readonly { readonly memberId: string }[]): ChannelCount {
  const head = (field: HeadField) => toNumber(typed[field])
  return {
    issued: head('issued'),
    cast: head('cast'),
    spoiled: head('spoiled'),
    returnedBlank: head('returnedBlank'),
    notReturned: head('notReturned'),
    persons: graded.map(({ memberId }): PersonCount => {
      const mark = (field: MarkField) => toNumber(typed[cellKey(memberId, field)])
      const counts = Object.fromEntries(grades.map((grade) => [grade, mark(grade)] as const))
      return { memberId, counts: { ...noGrades, ...counts }, abstained: mark('abstained') }
    }),
  }
}

export function fromCount(count: NonNullable<Voters['papers']>): Typed {
  const typed: Record<string, string> = {}
  for (const field of headFields) typed[field] = String(count[field])
  for (const { memberId, counts, abstained } of count.persons) {
    for (const grade of grades) typed[cellKey(memberId, grade)] = String(counts[grade])
    typed[cellKey(memberId, 'abstained')] = String(abstained)
  }
  return typed
}

/** What exactly does not add up, so that it can be counted again; empty when all does. */
export type Wrong =
  | { readonly what: 'number'; readonly memberId: string | null }
  | { readonly what: 'papers'; readonly issued: number; readonly sum: number }
  | { readonly what: 'given'; readonly issued: number; readonly given: number }
  | { readonly what: 'spoiled'; readonly spoiled: number; readonly cast: number }
  | { readonly what: 'marks'; readonly memberId: string; readonly sum: number; readonly valid: number }

export function wrongIn(count: ChannelCount, given: number): Wrong[] {
  const { issued, cast, spoiled, returnedBlank, notReturned, persons } = count
  const head = [issued, cast, spoiled, returnedBlank, notReturned]
  const wrong: Wrong[] = []
  if (head.some(Number.isNaN)) wrong.push({ what: 'number', memberId: null })
  const sum = cast + returnedBlank + notReturned
  if (issued !== given) wrong.push({ what: 'given', issued, given })
  if (issued !== sum) wrong.push({ what: 'papers', issued, sum })
  if (spoiled > cast) wrong.push({ what: 'spoiled', spoiled, cast })
  const valid = cast - spoiled
  for (const { memberId, counts, abstained } of persons) {
    const marks = sumCounts(counts) + abstained
    if (Number.isNaN(marks)) wrong.push({ what: 'number', memberId })
    else if (marks !== valid) wrong.push({ what: 'marks', memberId, sum: marks, valid })
  }
  return wrong
}

export type { Grade }
