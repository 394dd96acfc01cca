import type { OutputOf } from '../shared/call.ts'
import { useDownloadOperation, useQueryOperation } from '../shared/use-operation.ts'

export type PointsYear = OutputOf<'points.year'>
export type Line = PointsYear['terms'][number]['lines'][number]
export type Term = PointsYear['terms'][number]
export type StillOpen = PointsYear['open'][number]
export type Receipt = OutputOf<'points.receipt'>

/** A member's year, opened into its lines; `memberId` null is the own one. */
export function usePointsYear(memberId: string | null, year: number | null) {
  return useQueryOperation('points.year', { memberId, year }, { keepPrevious: true })
}

export function useStatement(memberId: string, month: string) {
  return useQueryOperation('points.statement', { memberId, month })
}

export function useRoom(memberId: string | null) {
  return useQueryOperation('points.room', { memberId })
}

export function useReceipt(entryId: string) {
  return useQueryOperation('points.receipt', { entryId })
}

export function useReceiptFile() {
  return useDownloadOperation('points.receipt-file')
}

export function useRanking(orgId: string | null, year: number | null) {
  return useQueryOperation('ranking.show', { orgId, year })
}
