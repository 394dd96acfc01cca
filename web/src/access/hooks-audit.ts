import { useCallback, useMemo } from 'react'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { isRole, ROLES } from '@steward/domain/access/roles.ts'
import { isPlainDate, type PlainDate } from '@steward/domain/shared/plain-date.ts'
import { useSearchParams } from 'wouter'
import type { OutputOf } from '../shared/call.ts'
import { query } from '../shared/call.ts'
import { problemTexts } from '../shared/problems.ts'
import type { Text } from '../shared/texts.ts'
import { useText } from '../shared/texts.ts'
import { accountLabels } from './labels.ts'
import { auditLabels, subjectLabels, withLabels } from './labels-audit.ts'
import { accessRefusals } from './labels-refusal.ts'

export type AuditRow = OutputOf<'audit.list'>['rows'][number]

const outcomes = ['all', 'done', 'not-done'] as const

/** What the log is narrowed by, as it stands in the address. */
export type AuditFilter = {
  readonly who: string
  readonly fromOn: PlainDate | null
  readonly toOn: PlainDate | null
  readonly operation: string
  readonly outcome: (typeof outcomes)[number]
  readonly accountId: string | null
}

export function useAuditFilter(): [AuditFilter, (changed: Partial<AuditFilter>) => void] {
  const [params, setParams] = useSearchParams()
  const filter = useMemo(() => readFilter(params), [params])
  const change = useCallback(
    (changed: Partial<AuditFilter>) => setParams(writeFilter({ ...filter, ...changed }), { replace: true }),
    [filter, setParams],
  )
  return [filter, change]
}

function dayOf(text: string | null): PlainDate | null {
  return text !== null && isPlainDate(text) ? text : null
}

function readFilter(params: URLSearchParams): AuditFilter {
  return {
    who: params.get('who') ?? '',
    fromOn: dayOf(params.get('from')),
    toOn: dayOf(params.get('to')),
    operation: params.get('kind') ?? '',
    outcome: outcomes.find((one) => one === params.get('result')) ?? 'all',
    accountId: params.get('account'),
  }
}

function writeFilter({ who, fromOn, toOn, operation, outcome, accountId }: AuditFilter): URLSearchParams {
  const params = new URLSearchParams()
  if (who !== '') params.set('who', who)
  if (fromOn !== null) params.set('from', fromOn)
  if (toOn !== null) params.set('to', toOn)
  if (operation !== '') params.set('kind', operation)
  if (outcome !== 'all') params.set('result', outcome)
  if (accountId !== null) params.set('account', accountId)
  return params
}

/** The log page after page, the latest first. */
export function useAudit(filter: AuditFilter) {
  const input = { ...filter, who: filter.who.trim(), limit: 50 }
  return useInfiniteQuery({
    queryKey: ['audit.list', input],
    queryFn: ({ pageParam, signal }) => query('audit.list', { ...input, after: pageParam }, signal),
    initialPageParam: null as string | null, // the first page has no entry before it
    getNextPageParam: (page) => page.next,
  })
}

type Document = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { operationId: string; summary: string }>>>>
}

/** Names of operations from the description the server publishes; the id itself where it has none. */
export function useOperationNames(): (id: string) => string {
  const t = useText()
  const { data } = useQuery({
    queryKey: ['openapi'],
    staleTime: Infinity,
    queryFn: async ({ signal }) => {
      const response = await fetch('/api/openapi.json', { signal })
      const document = (await response.json()) as Document // the server's own description
      const operations = Object.values(document.paths).flatMap((path) => Object.values(path))
      return new Map(operations.map(({ operationId, summary }) => [operationId, textOf(summary)]))
    },
  })
  return (id) => {
    const name = data?.get(id)
    return name === undefined ? id : t(name)
  }
}

function textOf(summary: string): Text {
  const [zh = summary, en = summary] = summary.split(' · ')
  return { zh, en }
}

/** 办成, or why not: the first sentence of what the person was told. */
export function useOutcomeWords(): (outcome: string) => string {
  const t = useText()
  return (outcome) => {
    if (outcome === 'done') return t(auditLabels.done)
    const known = accessRefusals[outcome] ?? problemTexts[outcome]?.title
    return known === undefined ? outcome : firstSentence(t(known))
  }
}

function firstSentence(words: string): string {
  const sentence = words.split(/[。；;]|\. /)[0] ?? words
  // Facts are in the entry itself; here their places would stay empty.
  return sentence.replaceAll(/[，,][^，,]*\{\w+\}[^，,]*/g, '').replaceAll(/\{\w+\}/g, '…')
}

const UUID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/

/** A value in words: roles and ways of signing in by name, lists and documents as they are kept. */
export function useValueWords(): (key: string, value: unknown) => string {
  const t = useText()
  return (key, value) => {
    if (typeof value !== 'string') return JSON.stringify(value)
    if (key === 'role' && isRole(value)) return t(ROLES[value])
    const known = key === 'with' ? withLabels[value] : undefined
    return known === undefined ? value : t(known)
  }
}

/** What an entry is about, in a line: the facts that have a name; the rest stands in the whole entry. */
export function useSubjectWords(): (subject: AuditRow['subject']) => string {
  const t = useText()
  const words = useValueWords()
  return (subject) => {
    const facts = Object.keys(subjectLabels).filter((key) => key in subject && !isPlainOrId(subject[key]))
    const named = facts.map(
      (key) => `${t(subjectLabels[key] ?? auditLabels.subject)} ${words(key, subject[key])}`,
    )
    return t(accountLabels.list, { words: named })
  }
}

function isPlainOrId(value: unknown): boolean {
  if (typeof value === 'string') return value === '' || UUID.test(value)
  return value === null || typeof value === 'object'
}
