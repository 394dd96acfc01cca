import { useEffect, useRef } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import type { OutputOf } from '../../shared/call.ts'
import { useCommandOperation, useQueryOperation } from '../../shared/use-operation.ts'

export type RosterImport = OutputOf<'roster-import.show'>
export type ImportSummary = OutputOf<'roster-import.list'>['rows'][number]
export type ImportRow = OutputOf<'roster-import.rows'>['rows'][number]
export type Group = ImportRow['group']
export type Mapping = NonNullable<RosterImport['mapping']>
/** Where a roster is imported into. */
export type Target = { readonly orgId: string; readonly orgName: string }

const POLL_MS = 1000
export const ROWS_A_PAGE = 20

function isUnderWay(state: RosterImport['state'] | undefined): boolean {
  return state === 'reading' || state === 'applying'
}

/** An import; asked every second while work is under way, and the rest of the page once that has ended. */
export function useRosterImport(importId: string | undefined) {
  const client = useQueryClient()
  const input = { importId: importId ?? '' }
  const found = useQueryOperation('roster-import.show', input, { enabled: importId !== undefined })
  const underWay = isUnderWay(found.data?.state)
  const was = useRef(false)
  useEffect(() => {
    if (was.current && !underWay) void client.invalidateQueries()
    was.current = underWay
    if (!underWay) return
    const queryKey = ['roster-import.show', { importId }]
    const timer = setInterval(() => void client.refetchQueries({ queryKey }), POLL_MS)
    return () => clearInterval(timer)
  }, [client, importId, underWay])
  return found
}

export function useImportRows(importId: string, group: Group, offset: number, enabled: boolean) {
  return useQueryOperation(
    'roster-import.rows',
    { importId, group, offset, limit: ROWS_A_PAGE },
    { enabled, keepPrevious: true },
  )
}

export function useImports(orgId: string | null, offset: number, limit: number) {
  return useQueryOperation('roster-import.list', { orgId, offset, limit }, { keepPrevious: true })
}

/** Ticks, judgements of doubles and adopted branches. */
export function useDecide(onDone?: (changed: number) => void) {
  return useCommandOperation('roster-import.decide', {
    refreshes: ['roster-import.show', 'roster-import.rows'],
    onDone: ({ changed }) => onDone?.(changed),
  })
}
export type Decide = ReturnType<typeof useDecide>
