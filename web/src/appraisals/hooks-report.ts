import { neededParts } from '@steward/domain/appraisals/duty-report.ts'
import type { OutputOf } from '../shared/call.ts'
import { useCommandOperation, useQueryOperation } from '../shared/use-operation.ts'

export type Report = OutputOf<'duty-report.show'>
export type ReportWords = Report['words']
export type ReportPart = keyof ReportWords
export type ReportRow = OutputOf<'duty-report.list'>['rows'][number]
export type Spoken = OutputOf<'peer-word.list'>

/** What a report speaks of, in its order (S-203, S-204). */
export const parts = ['pledges', 'deeds', 'gains', 'shortcomings', 'lastYearProblems', 'nextYear'] as const
export const isNeeded = (part: ReportPart) => (neededParts as readonly string[]).includes(part)

export function useReports(appraisalId: string, enabled: boolean) {
  return useQueryOperation('duty-report.list', { appraisalId }, { enabled })
}
export function useReport(appraisalId: string, memberId: string) {
  return useQueryOperation('duty-report.show', { appraisalId, memberId })
}
export function useSpoken(appraisalId: string, memberId: string | null = null, enabled = true) {
  return useQueryOperation('peer-word.list', { appraisalId, memberId }, { enabled })
}
export function useWriteReport(onDone: (output: OutputOf<'duty-report.write'>) => void) {
  return useCommandOperation('duty-report.write', { onDone })
}
export function useSubmitReport(onDone: () => void) {
  return useCommandOperation('duty-report.submit', { onDone })
}
export function useAsk(onDone: () => void) {
  return useCommandOperation('duty-report.ask', { onDone })
}
export function useAnswer(onDone: () => void) {
  return useCommandOperation('duty-report.answer', { onDone })
}
export function useCheck(onDone: () => void) {
  return useCommandOperation('duty-report.check', { onDone })
}
