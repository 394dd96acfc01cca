import { useEffect } from 'react'
import { addToMonth, parsePlainMonth } from '@steward/domain/shared/plain-date.ts'
import type { OutputOf } from '../shared/call.ts'
import { useToday } from '../shared/clock.ts'
import { formatMonth, yearOf } from '../shared/formats.ts'
import { useLanguage } from '../shared/texts.ts'
import { useCommandOperation, useQueryOperation } from '../shared/use-operation.ts'

export type BranchMonth = OutputOf<'points-month.show'>
export type MonthState = BranchMonth['state']
export type MonthStep = NonNullable<BranchMonth['next']>
export type Block = BranchMonth['blocks'][number]
export type BlockCode = Block['code']
export type MonthTable = OutputOf<'points.branch-month'>
export type MonthTableRow = MonthTable['rows'][number]
export type MonthList = OutputOf<'points-month.list'>
export type MonthListRow = MonthList['rows'][number]
export type Show = 'all' | 'late' | MonthState

export const MONTHS_SIZE = 50

/** A month of a branch; null asks for the one that is worked on. */
export function useBranchMonth(orgId: string, month: string | null) {
  return useQueryOperation('points-month.show', { orgId, month }, { keepPrevious: true })
}

export function useMonthTable(orgId: string, month: string) {
  return useQueryOperation('points.branch-month', { orgId, month }, { keepPrevious: true })
}

export function useGoOn(onDone: (output: OutputOf<'points-month.go-on'>) => void) {
  return useCommandOperation('points-month.go-on', { onDone })
}

export function useWithdraw(onDone: () => void) {
  return useCommandOperation('points-month.withdraw', { onDone })
}

const SWEEP_ASKED_MS = 1500

/** Months below an organisation; asked again while a sweep runs. */
export function useMonths(orgId: string | null, month: string | null, show: Show, offset: number) {
  const found = useQueryOperation(
    'points-month.list',
    { orgId, month, show, offset, limit: MONTHS_SIZE },
    { keepPrevious: true },
  )
  const sweep = found.data?.sweep
  const isRunning = sweep !== undefined && sweep !== null && sweep.endedAt === null
  const { refetch } = found
  useEffect(() => {
    if (!isRunning) return
    const timer = setInterval(() => void refetch(), SWEEP_ASKED_MS)
    return () => clearInterval(timer)
  }, [isRunning, refetch])
  return found
}

/** 10 月; with the year when it is not this one. */
export function useMonthWords(): (month: string) => string {
  const [language] = useLanguage()
  const today = useToday()
  return (month) => formatMonth(month, language, yearOf(today))
}

/** So many months on; the month itself where it is none. */
export function monthFrom(month: string, months: number): string {
  const read = parsePlainMonth(month)
  return read === undefined ? month : addToMonth(read, months)
}
