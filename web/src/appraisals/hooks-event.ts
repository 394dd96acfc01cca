import { useSearchParams } from 'wouter'
import type { AppraisalStage } from '@steward/domain/appraisals/appraisal.ts'
import type { OutputOf } from '../shared/call.ts'
import { dayOfInstant, useToday } from '../shared/clock.ts'
import { formatDay, formatTime, yearOf } from '../shared/formats.ts'
import { useLanguage, useText } from '../shared/texts.ts'
import { useCommandOperation, useQueryOperation } from '../shared/use-operation.ts'

export type Shown = OutputOf<'appraisal.show'>
export type Event = NonNullable<Shown['appraisal']>
export type Block = Event['blocks'][number]
export type Figures = NonNullable<Shown['figures']>
export type Box = Event['boxes'][number]
export type Stage = AppraisalStage
export type ListShow = 'all' | 'notOpened' | 'running' | 'closed'
export type ListRow = OutputOf<'appraisal.list'>['rows'][number]
export type Roll = OutputOf<'appraisal.roll'>
export type RollLine = Roll['rows'][number]
export type Part = { readonly data: Shown; readonly event: Event }

export const LIST_SIZE = 50
/** Pages of the event in their order; `closed` is none. */
export const steps = [
  'basis',
  'roll',
  'dutyReports',
  'self',
  'peers',
  'ballots',
  'settlement',
  'notice',
  'feedback',
  'rectification',
] as const satisfies readonly AppraisalStage[]
export type Step = (typeof steps)[number]

/** Year and step of the page as they stand in the address; null where it names none. */
export function useAddress() {
  const [params, setParams] = useSearchParams()
  const thisYear = yearOf(useToday())
  const asked = Number(params.get('year'))
  const isYear = Number.isInteger(asked) && asked >= 2000 && asked <= thisYear
  const step = steps.find((one) => one === params.get('step'))
  const setStep = (next: Step | null) =>
    setParams((before) => {
      const after = new URLSearchParams(before)
      if (next === null) after.delete('step')
      else after.set('step', next)
      return after
    })
  return { year: isYear ? asked : null, thisYear, step, setStep }
}

export function useShown(orgId: string, year: number | null) {
  return useQueryOperation('appraisal.show', { orgId, year }, { keepPrevious: true })
}
export function useList(year: number, show: ListShow, offset: number) {
  return useQueryOperation('appraisal.list', { year, show, offset, limit: LIST_SIZE }, { keepPrevious: true })
}
export function useRoll(appraisalId: string, enabled = true) {
  return useQueryOperation('appraisal.roll', { appraisalId }, { enabled })
}
export function useMine(year: number | null = null) {
  return useQueryOperation('appraisal.mine', { year })
}
export function useOpen(onDone: () => void) {
  return useCommandOperation('appraisal.open', { onDone })
}
export function useGoOn(onDone: (output: OutputOf<'appraisal.go-on'>) => void) {
  return useCommandOperation('appraisal.go-on', { onDone })
}
export function useHosts(appraisalId: string, search: string, enabled: boolean) {
  return useQueryOperation(
    'appraisal.find-host',
    { appraisalId, search },
    { enabled: enabled && search.trim() !== '', keepPrevious: true },
  )
}
export function useGoBack(onDone: () => void) {
  return useCommandOperation('appraisal.go-back', { onDone })
}

/** Words, days and times as these pages write them. */
export function useWords() {
  const t = useText()
  const [language] = useLanguage()
  const today = useToday()
  const day = (on: string) => formatDay(on, language, today)
  const instant = (at: string) => `${day(dayOfInstant(at))} ${formatTime(at)}`
  const join = (words: readonly (string | false | null | undefined)[]) =>
    words.filter(Boolean).join(language === 'zh' ? '，' : ', ')
  const names = (all: readonly string[]) => all.join(language === 'zh' ? '、' : ', ')
  return { t, day, instant, join, names, today, language }
}

/** How far a step has come: done and all, or nothing to count yet. */
export function countOf(step: Step, { data, event }: Part): [number, number] | undefined {
  const { graded, boxes, stages } = event
  const { figures } = data
  if (figures === null) return undefined
  const isReached = stages.find(({ stage }) => stage === step)?.state !== 'later'
  if (step === 'dutyReports')
    return figures.reportsOwed > 0 ? [figures.reportsChecked, figures.reportsOwed] : undefined
  if (step === 'self') return graded > 0 ? [figures.selves, graded] : undefined
  if (step === 'peers') return graded > 0 ? [figures.spokenOf, graded] : undefined
  if (step === 'ballots')
    return isReached ? [boxes.filter(({ state }) => state === 'closed').length, 2] : undefined
  if (step === 'settlement') return isReached && graded > 0 ? [figures.settled, graded] : undefined
  if (step === 'feedback') return figures.feedbacks > 0 ? [figures.told, figures.feedbacks] : undefined
  if (step === 'rectification') return figures.problems > 0 ? [figures.mended, figures.problems] : undefined
  return undefined
}
