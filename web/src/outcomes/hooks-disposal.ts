import type { InputOf, OutputOf } from '../shared/call.ts'
import { dayOfInstant, useToday } from '../shared/clock.ts'
import { formatDay, formatTime } from '../shared/formats.ts'
import { useLanguage } from '../shared/texts.ts'
import { useQueryOperation } from '../shared/use-operation.ts'

export type CaseView = OutputOf<'disposal.show'>
export type Case = CaseView['case']
export type CaseLine = OutputOf<'disposal.list'>['rows'][number]
export type Which = NonNullable<InputOf<'disposal.list'>['which']>
export type May = CaseView['may'][number]
export type Ground = InputOf<'disposal.propose'>['ground']
export type VoteInput = InputOf<'disposal.vote'>['vote']
export type Prepared = OutputOf<'disposal.prepare'>

export function useCases(which: Which, after: string | null = null) {
  return useQueryOperation('disposal.list', { which, after }, { keepPrevious: true })
}

export function useCase(disposalId: string) {
  return useQueryOperation('disposal.show', { disposalId })
}

export function useOwnCases() {
  return useQueryOperation('disposal.mine', {})
}

/** 11月3日, with the year where it is another one; of a day and of an instant. */
export function useCaseDays() {
  const [language] = useLanguage()
  const today = useToday()
  const day = (of: string) => formatDay(of, language, today)
  return { day, today, instant: (of: string) => `${day(dayOfInstant(of))} ${formatTime(of)}` }
}

/** Whole days from today to a day; less than none once it is over. */
export function daysLeft(today: string, until: string): number {
  return Math.round((Date.parse(`${until}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / 86_400_000)
}

/** The step a case stands at: the first that is not done. */
export const caseSteps = [
  'propose',
  'file',
  'findFacts',
  'hear',
  'giveOpinion',
  'preReview',
  'vote',
  'decide',
  'serve',
  'end',
] as const
export type CaseStep = (typeof caseSteps)[number]

/** The steps of a form of disposal, in their order. */
export function stepsOf({ case: of, needsPreReview }: Pick<CaseView, 'case' | 'needsPreReview'>): CaseStep[] {
  return caseSteps.filter(
    (step) => (step !== 'preReview' || needsPreReview) && (step !== 'end' || of.form !== 'removal'),
  )
}

export function isDone(of: Case, step: CaseStep): boolean {
  const done: Readonly<Record<CaseStep, boolean>> = {
    propose: true,
    file: of.filing !== null,
    findFacts: of.finding !== null,
    hear: of.hearing !== null,
    giveOpinion: of.opinion !== null,
    preReview: of.preReview !== null,
    vote: of.state === 'voted' || of.state === 'inForce',
    decide: of.decision !== null,
    serve: of.served !== null,
    end: of.end !== null,
  }
  return done[step]
}

/** Where the case waits now; undefined when it is over. */
export function currentStep(view: CaseView): CaseStep | undefined {
  if (view.case.state === 'stopped') return undefined
  return stepsOf(view).find((step) => !isDone(view.case, step))
}
