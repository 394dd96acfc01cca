import { useCallback, useEffect, useRef } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { formatPoints, type Points, toPoints } from '@steward/domain/shared/points.ts'
import type { OutputOf } from '../shared/call.ts'
import { Refused } from '../shared/call.ts'
import { dayOfInstant, useToday } from '../shared/clock.ts'
import { formatDay, formatTime } from '../shared/formats.ts'
import { useLanguage, useText } from '../shared/texts.ts'
import { useQueryOperation } from '../shared/use-operation.ts'
import { schemeLabels } from './labels.ts'

export type SchemeRow = OutputOf<'scheme.list'>['rows'][number]
export type SchemeShown = OutputOf<'scheme.show'>
export type VersionHead = SchemeShown['version']
export type Content = SchemeShown['content']
export type Item = Content['items'][number]
export type Caps = Item['caps']
export type DraftShown = OutputOf<'scheme.show-draft'>
export type Mine = OutputOf<'scheme.mine'>
export type WhatIf = NonNullable<OutputOf<'scheme.what-if-show'>['whatIf']>
export type WhatIfResult = NonNullable<WhatIf['result']>
export type WhatIfGroup = WhatIfResult['byClass'][number]
export type Exemption = OutputOf<'exemption.list'>['rows'][number]

/** The page of a scheme, and of what hangs on it. */
export const schemePath = (schemeId: string, part = '') => `/schemes/${schemeId}${part}`

export function useSchemes() {
  return useQueryOperation('scheme.list', {})
}

export function useScheme(schemeId: string, versionId: string | null) {
  return useQueryOperation('scheme.show', { schemeId, versionId }, { keepPrevious: true })
}

export function useDraft(schemeId: string) {
  return useQueryOperation('scheme.show-draft', { schemeId })
}

export function useMine() {
  return useQueryOperation('scheme.mine', {})
}

const POLL_MS = 1000

/** The latest trial; asked again while it is under way. */
export function useWhatIf(schemeId: string) {
  const client = useQueryClient()
  const found = useQueryOperation('scheme.what-if-show', { schemeId })
  const state = found.data?.whatIf?.state
  const underWay = state === 'waiting' || state === 'running'
  const was = useRef(underWay)
  useEffect(() => {
    if (was.current && !underWay)
      void client.invalidateQueries({ queryKey: ['scheme.what-if-members', { schemeId }], exact: false })
    was.current = underWay
    if (!underWay) return
    const timer = setInterval(
      () => void client.refetchQueries({ queryKey: ['scheme.what-if-show', { schemeId }] }),
      POLL_MS,
    )
    return () => clearInterval(timer)
  }, [client, schemeId, underWay])
  return found
}

/** `1.5`, `2`: two places at most. */
export function points(hundredths: number): string {
  return formatPoints(toPoints(hundredths))
}

/** `+0.6`, `−0.4`, with a true minus. */
export function signed(hundredths: number): string {
  const size = points(Math.abs(hundredths))
  return hundredths > 0 ? `+${size}` : hundredths < 0 ? `−${size}` : size
}

/** What was typed as points: a value, null for an empty field, undefined for what is no number. */
export function readTyped(text: string): Points | null | undefined {
  const trimmed = text.trim()
  if (trimmed === '') return null
  const found = /^(\d{1,4})(?:\.(\d{1,2}))?$/.exec(trimmed)
  if (!found) return undefined
  return toPoints(Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0')))
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** 2026年12月, Dec 2026 */
export function useMonthWords(): (month: string) => string {
  const [language] = useLanguage()
  return useCallback(
    (month) => {
      const [year = '', number = ''] = month.split('-')
      return language === 'zh'
        ? `${year}年${Number(number)}月`
        : `${MONTHS[Number(number) - 1] ?? ''} ${year}`
    },
    [language],
  )
}

export function useDayWords(): (day: string) => string {
  const [language] = useLanguage()
  const today = useToday()
  return useCallback((day) => formatDay(day, language, today), [language, today])
}

/** 9:41 of today, else the day as well. */
export function useInstantWords(): (instant: string) => string {
  const today = useToday()
  const day = useDayWords()
  return (instant) => {
    const on = dayOfInstant(instant)
    return on === today ? formatTime(instant) : `${day(on)} ${formatTime(instant)}`
  }
}

/** Months and days among the facts of a refusal, in the reader's form. */
export function useReadable(): (error: unknown) => unknown {
  const month = useMonthWords()
  const day = useDayWords()
  return (error) => {
    if (!(error instanceof Refused)) return error
    const worded = Object.entries(error.details).map(([name, value]) => {
      if (typeof value !== 'string') return [name, value]
      if (/^\d{4}-\d{2}$/.test(value)) return [name, month(value)]
      return [name, /^\d{4}-\d{2}-\d{2}$/.test(value) ? day(value) : value]
    })
    return new Refused(error.code, Object.fromEntries(worded))
  }
}

/** 清源县委组织部 清组发〔2026〕19号，2026年11月2日 */
export function useDecision(): (adopted: { body: string; number: string; on: string }) => string {
  const t = useText()
  const day = useDayWords()
  return ({ body, number, on }) => t(schemeLabels.decidedBy, { body, number, day: day(on) })
}
