import { useCallback, useMemo } from 'react'
import { useQueries, useQueryClient } from '@tanstack/react-query'
import type { OutputOf } from '../shared/call.ts'
import { query } from '../shared/call.ts'
import { useCommandOperation, useQueryOperation } from '../shared/use-operation.ts'
import type { RollSort, RosterFilter } from './hooks-filter.ts'

export type RollRow = OutputOf<'member.list'>['rows'][number]
export type MemberFile = OutputOf<'member.show'>
export type Look = OutputOf<'member.who-looked'>['looks'][number]
export type Correction = OutputOf<'correction.list'>['corrections'][number]
export type Unmasked = OutputOf<'member.unmask'>

const PAGE = 100
const STALE_MS = 30_000

export type Roll = {
  readonly total: number | undefined
  readonly error: unknown
  readonly fetching: boolean
  rowAt(index: number): RollRow | undefined
  retry(): void
}

/** A long list by windows: only the pages under `first` to `last` are fetched, and kept while one scrolls back. */
export function useRoll(filter: RosterFilter, sort: RollSort, first: number, last: number): Roll {
  const client = useQueryClient()
  const inputs = useMemo(() => {
    const from = Math.floor(first / PAGE)
    const to = Math.floor(Math.max(first, last) / PAGE)
    return Array.from({ length: to - from + 1 }, (_, step) => ({
      ...filter,
      sort,
      offset: (from + step) * PAGE,
      limit: PAGE,
    }))
  }, [filter, sort, first, last])
  const pages = useQueries({
    queries: inputs.map((input) => ({
      queryKey: ['member.list', input],
      queryFn: ({ signal }: { signal: AbortSignal }) => query('member.list', input, signal),
      staleTime: STALE_MS,
    })),
  })
  const known = useMemo(() => {
    const found = new Map<number, RollRow>()
    for (const page of pages)
      page.data?.rows.forEach((row, place) => found.set((page.data?.offset ?? 0) + place, row))
    return found
  }, [pages])
  const failed = pages.find((page) => page.isError)
  // While a page further down is on its way, the total is that of a page already here.
  const held = client.getQueriesData<OutputOf<'member.list'>>({
    predicate: ({ queryKey: [id, input] }) => id === 'member.list' && isSameList(input, filter, sort),
  })
  const total = pages.find((page) => page.data)?.data?.total ?? held.find(([, data]) => data)?.[1]?.total
  return {
    total,
    error: failed?.error,
    fetching: pages.some((page) => page.isFetching),
    rowAt: useCallback((index: number) => known.get(index), [known]),
    retry: () => pages.forEach((page) => page.isError && void page.refetch()),
  }
}

function isSameList(input: unknown, filter: RosterFilter, sort: RollSort): boolean {
  if (typeof input !== 'object' || input === null) return false
  const { offset: _offset, limit: _limit, ...rest } = input as Record<string, unknown>
  return JSON.stringify(rest) === JSON.stringify({ ...filter, sort })
}

export function useMemberFile(memberId: string | null) {
  return useQueryOperation('member.show', { memberId })
}

export function useLooks(memberId: string | null, offset: number, limit: number, enabled = true) {
  return useQueryOperation('member.who-looked', { memberId, offset, limit }, { enabled, keepPrevious: true })
}

/** States a purpose; the numbers go to `onNumbers`, not into the answers kept for pages. */
export function useUnmask(onNumbers: (numbers: Unmasked) => void) {
  return useCommandOperation('member.unmask', { refreshes: ['member.who-looked'], onDone: onNumbers })
}

export function useSavedFilters() {
  return useQueryOperation('member.list-filters', {})
}

export function useCorrections(view: 'mine' | 'queue', state: 'open' | 'answered' | 'all', offset = 0) {
  return useQueryOperation('correction.list', { view, state, offset, limit: 50 }, { keepPrevious: true })
}
