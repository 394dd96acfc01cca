import { useCallback, useSyncExternalStore } from 'react'
import type { InputOf, OutputOf } from '../shared/call.ts'
import { useLanguage } from '../shared/texts.ts'
import { useCommandOperation, useQueryOperation } from '../shared/use-operation.ts'

export type TreeRow = OutputOf<'organisation.tree'>['rows'][number]
export type OrgShown = OutputOf<'organisation.show'>
export type OrgView = OrgShown['org']
export type DefectView = OrgShown['defects'][number]
export type TermView = OrgShown['terms'][number]
export type SeatView = TermView['seats'][number]
export type ChangeView = OrgShown['history'][number]
export type DefectRow = OutputOf<'organisation.list-defects'>['rows'][number]
export type CommunityRow = OutputOf<'organisation.list-communities'>['rows'][number]
export type UnitRow = OutputOf<'organisation.list-units'>['rows'][number]
export type CoverageShown = OutputOf<'organisation.coverage'>
export type CalendarShown = OutputOf<'calendar.show'>
export type FoundOrg = OutputOf<'organisation.search'>['rows'][number]

export type KindWord = OrgView['kind']
export type FormWord = NonNullable<OrgView['form']>
export type FieldWord = OrgView['field']
export type BelongsWord = OrgView['unitKind']
export type PostWord = SeatView['post']
export type DefectCode = DefectView['code']
export type ChangeKind = ChangeView['kind']
export type Coverage = UnitRow['coverage']
export type UnitWord = UnitRow['kind']
export type FactKind = OrgShown['facts'][number]['kind']
export type DefectFilter = InputOf<'organisation.list-defects'>

export function useTree(asOf?: string) {
  return useQueryOperation('organisation.tree', asOf === undefined ? {} : { asOf }, {
    staleMs: 60_000,
    keepPrevious: true,
  })
}

export function useOrg(orgId: string, enabled = true) {
  return useQueryOperation('organisation.show', { orgId }, { enabled, keepPrevious: true })
}

export function useOrgSearch(text: string, kinds: readonly KindWord[] | undefined, enabled: boolean) {
  const input = kinds === undefined ? { text, limit: 12 } : { text, limit: 12, kinds: [...kinds] }
  return useQueryOperation('organisation.search', input, { enabled, keepPrevious: true, staleMs: 60_000 })
}

/** Members of an organisation by name, for seats and for dividing a branch. */
export function useMembersOf(orgId: string, search: string, limit: number) {
  return useQueryOperation('member.list', { orgId, search, limit, sort: 'name' }, { keepPrevious: true })
}

export function useDefects(filter: DefectFilter) {
  return useQueryOperation('organisation.list-defects', filter, { keepPrevious: true })
}

export function useCommunities() {
  return useQueryOperation('organisation.list-communities', {})
}

export function useCoverage(kind: UnitWord) {
  return useQueryOperation('organisation.coverage', { kind }, { keepPrevious: true })
}

export function useUnits(input: InputOf<'organisation.list-units'>, enabled = true) {
  return useQueryOperation('organisation.list-units', input, { keepPrevious: true, enabled })
}

export function useChanges(input: InputOf<'organisation.list-changes'>) {
  return useQueryOperation('organisation.list-changes', input, { keepPrevious: true })
}

export function useCalendar(year: number) {
  return useQueryOperation('calendar.show', { year }, { keepPrevious: true })
}

export function useWorkingDays(from: string, count: number, enabled: boolean) {
  return useQueryOperation('calendar.working-days', { from, count }, { enabled, keepPrevious: true })
}

export function useChangeCalendar(onDone: () => void) {
  return useCommandOperation('calendar.change', { onDone })
}

const OPEN_KEY = 'steward.open-organisations'
const listeners = new Set<() => void>()
let open: ReadonlySet<string> | undefined

function readOpen(): ReadonlySet<string> {
  if (open !== undefined) return open
  const kept = sessionStorage.getItem(OPEN_KEY)
  open = new Set(kept === null || kept === '' ? [] : kept.split(' '))
  return open
}

/** Which nodes of the tree stand open; kept while the window is open. Undefined keys follow the tree's own habit. */
export function useOpenNodes(): [ReadonlySet<string>, (id: string, on: boolean) => void] {
  const nodes = useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, readOpen)
  const set = useCallback((id: string, on: boolean) => {
    const next = new Set(readOpen())
    if (on) next.add(id)
    else next.delete(id)
    open = next
    sessionStorage.setItem(OPEN_KEY, [...next].join(' '))
    for (const listener of listeners) listener()
  }, [])
  return [nodes, set]
}

type Joined = {
  list(parts: readonly (string | false | null | undefined)[]): string
  says(what: string, words: string): string
}

/** Commas and colons of the reader's language; empty parts are left out. */
export function useJoined(): Joined {
  const [language] = useLanguage()
  const [comma, colon] = language === 'zh' ? ['，', '：'] : [', ', ': ']
  return {
    list: (parts) => parts.filter(Boolean).join(comma),
    says: (what, words) => `${what}${colon}${words}`,
  }
}
