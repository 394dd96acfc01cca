import { useEffect } from 'react'
import { useSearchParams } from 'wouter'
import type { OutputOf } from '../shared/call.ts'
import { useToday } from '../shared/clock.ts'
import { monthOf, yearOf } from '../shared/formats.ts'
import { useCommandOperation, useQueryOperation } from '../shared/use-operation.ts'

export type Board = OutputOf<'year.board'>
export type BoardRow = Board['rows'][number]
export type BelowRow = Board['below'][number]
export type Branch = OutputOf<'year.branch'>
export type BranchYear = NonNullable<Branch['branch']>
export type BranchLink = BranchYear['links'][number]
export type LinkId = BranchLink['link']
export type OpenItem = BranchLink['items'][number]
export type YearState = BranchYear['state']
export type Preview = OutputOf<'year.preview'>
export type MyYear = OutputOf<'year.mine'>
export type Show = 'all' | 'open' | 'ready' | 'closed' | 'disputed' | LinkId

export const BOARD_SIZE = 50

/** The year the loop is about, in the address as ?year=; until March that of last year, which is being closed. */
export function useLoopYear(): { year: number; thisYear: number; setYear: (year: number) => void } {
  const [params, setParams] = useSearchParams()
  const today = useToday()
  const thisYear = yearOf(today)
  const asked = Number(params.get('year'))
  const usual = monthOf(today) <= 3 ? thisYear - 1 : thisYear
  const year = Number.isInteger(asked) && asked >= 2000 && asked <= thisYear ? asked : usual
  return { year, thisYear, setYear: (next) => setParams({ year: String(next) }) }
}

const RUN_ASKED_MS = 1500

/** Branches at and below an organisation; asked again while a closing of many runs. */
export function useBoard(orgId: string, year: number, show: Show, offset: number) {
  const input = { orgId, year, show, offset, limit: BOARD_SIZE }
  const found = useQueryOperation('year.board', input, { keepPrevious: true })
  const run = found.data?.run
  const isRunning = run !== undefined && run !== null && run.endedAt === null
  const { refetch } = found
  useEffect(() => {
    if (!isRunning) return
    const timer = setInterval(() => void refetch(), RUN_ASKED_MS)
    return () => clearInterval(timer)
  }, [isRunning, refetch])
  return found
}

export function useBranchYear(orgId: string, year: number) {
  return useQueryOperation('year.branch', { orgId, year }, { keepPrevious: true })
}

export function usePreview(orgId: string, year: number) {
  return useQueryOperation('year.preview', { orgId, year }, { keepPrevious: true })
}

export function useMyYear(year: number) {
  return useQueryOperation('year.mine', { year })
}

export function useCloseYear(onDone: () => void) {
  return useCommandOperation('year.close', { onDone })
}

export function useSignGap(onDone: () => void) {
  return useCommandOperation('year.sign-gap', { onDone })
}

/** What keeps a link open is mended there; of another branch where the page is kept for one. */
export function mendingPath(item: OpenItem, orgId: string, year: number): string {
  switch (item.code) {
    case 'members-without-pledge':
    case 'pledges-not-judged':
      return `/pledges/branches/${orgId}?year=${year}`
    case 'months-not-closed':
      return `/points/branches/${orgId}?month=${item.names[0] ?? `${year}-12`}`
    case 'appraisal-not-closed':
    case 'results-to-come':
      return `/appraisals/branches/${orgId}?year=${year}`
    case 'members-without-use':
      return `/outcomes/without-use?org=${orgId}&year=${year}`
    case 'problems-without-pledge':
      return `/year/branches/${orgId}/problems?year=${year}`
  }
}
