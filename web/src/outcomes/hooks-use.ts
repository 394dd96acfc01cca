import { usualLimitUntil } from '@steward/domain/outcomes/limit.ts'
import { isPlainDate } from '@steward/domain/shared/plain-date.ts'
import { useSearchParams } from 'wouter'
import type { InputOf, OutputOf } from '../shared/call.ts'
import { dayOfInstant, useToday } from '../shared/clock.ts'
import { formatDay, yearOf } from '../shared/formats.ts'
import { useSession } from '../shared/session.ts'
import { useLanguage } from '../shared/texts.ts'
import { useQueryOperation } from '../shared/use-operation.ts'

export type Figures = OutputOf<'outcome.figures'>
export type UseList = OutputOf<'outcome.list'>
export type UseLine = UseList['rows'][number]
export type UseDetail = OutputOf<'outcome.show'>
export type UseFilter = Omit<InputOf<'outcome.list'>, 'orgId' | 'year'>
export type WithoutUse = OutputOf<'outcome.without-use'>
export type LimitLine = OutputOf<'limit.list'>['rows'][number]
export type HelpPlan = OutputOf<'help-plan.show'>
export type HelpLine = OutputOf<'help-plan.list'>['rows'][number]
export type Instrument = OutputOf<'instrument.list'>['instruments'][number]
export type Mine = OutputOf<'outcome.mine'>
export type Facts = InputOf<'outcome.enter'>['facts']
export type CaseFile = InputOf<'outcome-reader.list'>

export const PAGE = 50

export function useOwnOrg(): string {
  return useSession().org?.id ?? ''
}

/** The year in the address; null leaves it to the server, which takes the latest with grades that are out. */
function useAskedYear(): number | null {
  const [params] = useSearchParams()
  const asked = Number(params.get('year'))
  return Number.isInteger(asked) && asked >= 2000 ? asked : null
}

export function useFigures() {
  return useQueryOperation(
    'outcome.figures',
    { orgId: useOwnOrg(), year: useAskedYear() },
    { keepPrevious: true },
  )
}

/** The year the pages of outcomes are about, and a way to another one. */
export function useOutcomeYear(): {
  year: number | undefined
  years: readonly number[]
  setYear: (year: number) => void
} {
  const figures = useFigures()
  const [, setParams] = useSearchParams()
  const thisYear = yearOf(useToday())
  const setYear = (next: number) =>
    setParams((before) => {
      const after = new URLSearchParams(before)
      after.set('year', String(next))
      return after
    })
  const years = figures.data?.years ?? []
  return { year: figures.data?.year, years: years.length === 0 ? [thisYear] : years, setYear }
}

export function useUses(filter: UseFilter, year: number | undefined) {
  return useQueryOperation(
    'outcome.list',
    { orgId: useOwnOrg(), year: year ?? 0, limit: PAGE, ...filter },
    { enabled: year !== undefined, keepPrevious: true },
  )
}

export function useUseDetail(useId: string) {
  return useQueryOperation('outcome.show', { useId })
}

export function useWithoutUse(year: number | undefined, search: string, offset: number) {
  return useQueryOperation(
    'outcome.without-use',
    { orgId: useOwnOrg(), year: year ?? 0, search, offset, limit: PAGE },
    { enabled: year !== undefined, keepPrevious: true },
  )
}

export function useLimits(inForce: boolean, offset: number) {
  return useQueryOperation(
    'limit.list',
    { orgId: useOwnOrg(), inForce, offset, limit: PAGE },
    { keepPrevious: true },
  )
}

export function useHelpPlans(state: HelpLine['state'], offset: number) {
  return useQueryOperation(
    'help-plan.list',
    { orgId: useOwnOrg(), state, offset, limit: PAGE },
    { keepPrevious: true },
  )
}

/** A day as people write it, with the year where it is another one; of an instant, its day here. */
export function useDay(): (day: string) => string {
  const [language] = useLanguage()
  const today = useToday()
  return (day) => formatDay(day.length > 10 ? dayOfInstant(day) : day, language, today)
}

/** A year later, the same day: how long a limit of a yearly result usually runs; empty without a day. */
export function yearAfter(day: string): string {
  return isPlainDate(day) ? usualLimitUntil(day) : ''
}
