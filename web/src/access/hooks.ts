import { useCallback, useMemo } from 'react'
import type { Role } from '@steward/domain/access/roles.ts'
import { isRole } from '@steward/domain/access/roles.ts'
import type { OrgKind } from '@steward/domain/organisation/party-org.ts'
import { useSearchParams } from 'wouter'
import type { OutputOf } from '../shared/call.ts'
import { dayOfInstant, useToday } from '../shared/clock.ts'
import { formatDay, formatTime } from '../shared/formats.ts'
import { useLanguage, useText } from '../shared/texts.ts'
import { useQueryOperation } from '../shared/use-operation.ts'
import { openLabels } from './labels.ts'

export type AccountRow = OutputOf<'account.list'>['rows'][number]
export type AccountCounts = OutputOf<'account.list'>['counts']
export type Account = OutputOf<'account.show'>
export type Grant = Account['grants'][number]
export type Opened = OutputOf<'account.open'>
export type PrintedCode = OutputOf<'counter-code.issue'>
export type Seer = OutputOf<'access.who-can-see-me'>['rows'][number]

export const accountStates = ['all', 'roleless', 'stale', 'locked', 'stopped'] as const
export type AccountState = (typeof accountStates)[number]
export const PAGE_SIZE = 50

/** What the list of accounts is narrowed by, as it stands in the address. */
export type AccountFilter = {
  readonly search: string
  readonly role: Role | null
  readonly state: AccountState
  readonly offset: number
  readonly accountId: string | null
}

/** The filter of the address, and a way to change it; a change of conditions begins at the first page. */
export function useAccountFilter(): [AccountFilter, (changed: Partial<AccountFilter>) => void] {
  const [params, setParams] = useSearchParams()
  const filter = useMemo(() => readFilter(params), [params])
  const change = useCallback(
    (changed: Partial<AccountFilter>) => {
      const narrowed = !('offset' in changed) && !('accountId' in changed)
      const next = { ...filter, ...(narrowed ? { offset: 0 } : {}), ...changed }
      setParams(writeFilter(next), { replace: true })
    },
    [filter, setParams],
  )
  return [filter, change]
}

function readFilter(params: URLSearchParams): AccountFilter {
  const role = params.get('role') ?? ''
  const offset = Number(params.get('from') ?? 0)
  return {
    search: params.get('search') ?? '',
    role: isRole(role) ? role : null,
    state: accountStates.find((one) => one === params.get('state')) ?? 'all',
    offset: Number.isSafeInteger(offset) && offset > 0 ? offset : 0,
    accountId: params.get('account'),
  }
}

function writeFilter({ search, role, state, offset, accountId }: AccountFilter): URLSearchParams {
  const params = new URLSearchParams()
  if (search !== '') params.set('search', search)
  if (role !== null) params.set('role', role)
  if (state !== 'all') params.set('state', state)
  if (offset > 0) params.set('from', String(offset))
  if (accountId !== null) params.set('account', accountId)
  return params
}

export function useAccounts({ search, role, state, offset }: AccountFilter) {
  const input = { search: search.trim(), role, state, offset, limit: PAGE_SIZE }
  return useQueryOperation('account.list', input, { keepPrevious: true })
}

export function useAccount(accountId: string) {
  return useQueryOperation('account.show', { accountId }, { keepPrevious: true })
}

/** Members to open an account for; who has one cannot be chosen. */
export function useMembersForAccount(search: string) {
  const t = useText()
  const typed = search.trim()
  const { data, error, isFetching } = useQueryOperation(
    'account.find-member',
    { search: typed === '' ? '?' : typed },
    { enabled: typed !== '', keepPrevious: true },
  )
  const picks = data?.rows.map(({ memberId, name, orgName, accountName }) => ({
    id: memberId,
    name,
    note: accountName === null ? orgName : t(openLabels.hasAccount, { org: orgName, account: accountName }),
    isOff: accountName !== null,
  }))
  return { error, isFetching, picks }
}

/** Members in reach by name, for printing a code. */
export function useMembersInReach(search: string) {
  const typed = search.trim()
  const input = { search: typed, limit: 12, sort: 'name' } as const
  const { data, error, isFetching } = useQueryOperation('member.list', input, {
    enabled: typed !== '',
    keepPrevious: true,
  })
  return {
    error,
    isFetching,
    picks: data?.rows.map(({ id, name, orgName }) => ({ id, name, note: orgName })),
  }
}

/** Organisations by name, of the kinds a duty is held in. */
export function useOrgsByName(search: string, kinds: readonly OrgKind[] | undefined) {
  const text = search.trim()
  const input = kinds === undefined ? { text, limit: 12 } : { text, limit: 12, kinds: [...kinds] }
  const { data, error, isFetching } = useQueryOperation('organisation.search', input, {
    enabled: text !== '',
    keepPrevious: true,
  })
  const picks = data?.rows.map(({ id, name, above }) => ({ id, name, note: above.slice(1).join(' › ') }))
  return { error, isFetching, picks }
}

export function useMatrix() {
  return useQueryOperation('access.matrix', {})
}

export function useWhoCanSeeMe() {
  return useQueryOperation('access.who-can-see-me', {})
}

/** 11月3日 9:05, with the year where it is another one. */
export function useMoment(): (instant: string) => string {
  const [language] = useLanguage()
  const today = useToday()
  return (instant) => `${formatDay(dayOfInstant(instant), language, today)} ${formatTime(instant)}`
}

/** 11月3日 of an instant or a day. */
export function useDay(): (day: string) => string {
  const [language] = useLanguage()
  const today = useToday()
  return (day) => formatDay(day.length > 10 ? dayOfInstant(day) : day, language, today)
}
