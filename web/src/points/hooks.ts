import type { OutputOf } from '../shared/call.ts'
import { useDownloadOperation, useQueryOperation } from '../shared/use-operation.ts'

export type PointsYear = OutputOf<'points.year'>
export type Line = PointsYear['terms'][number]['lines'][number]
export type Term = PointsYear['terms'][number]
export type StillOpen = PointsYear['open'][number]
export type Mine = OutputOf<'points.mine'>
export type Statement = OutputOf<'points.statement'>
export type StatementPart = Statement['parts'][number]
export type Receipt = OutputOf<'points.receipt'>
export type Ranking = OutputOf<'ranking.show'>
export type RankingSettings = OutputOf<'ranking.settings'>['settings']

/** A member's year, opened into its lines; `memberId` null is the own one. */
export function usePointsYear(memberId: string | null, year: number | null) {
  return useQueryOperation('points.year', { memberId, year }, { keepPrevious: true })
}

/** The own sum of this year, without its lines. */
export function useMine() {
  return useQueryOperation('points.mine', {})
}

/** A member's statement of a month; `memberId` null is the own one. */
export function useStatement(memberId: string | null, month: string) {
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

export function useRankingSettings() {
  return useQueryOperation('ranking.settings', {})
}

export const ROOTS_SIZE = 60

/** Daily roots of a county before a day, newest first; anybody may ask. */
export function useRoots(county: string, before: string | null) {
  return useQueryOperation('ledger.roots', { county, before, limit: ROOTS_SIZE }, { keepPrevious: true })
}
