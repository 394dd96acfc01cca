import { agree, type Decision, refuse } from '../shared/decision.ts'
import type { PlainDate } from '../shared/plain-date.ts'
import type { Actor } from './adverse-step.ts'

/** Help to turn around, before any further step (帮扶教育; R-187, S-223). It is no adverse state and hides nothing from the member. */
export const helpPlanStates = ['running', 'evaluated'] as const
export const helpResults = ['changed', 'partly', 'notChanged'] as const
export type HelpResult = (typeof helpResults)[number]

export type HelpPlan = {
  readonly id: string
  readonly memberId: string
  readonly year: number
  readonly gaps: string
  readonly measures: string
  readonly helperNames: readonly string[]
  readonly from: PlainDate
  readonly until: PlainDate
  readonly state: (typeof helpPlanStates)[number]
  readonly steps: readonly { readonly on: PlainDate; readonly words: string }[]
  readonly memberWord: string | null
  readonly result: HelpResult | null
  readonly evaluatedBy: string | null
  readonly evaluatedOn: PlainDate | null
}

export const helpPlanRefusals = [
  'help-plan-needs-gaps',
  'help-plan-needs-measures',
  'help-plan-needs-helper',
  'help-plan-dates-wrong',
  'help-plan-over',
  'help-plan-step-empty',
  'help-plan-without-steps',
  'help-plan-too-early',
  'help-plan-member-not-heard',
  'help-plan-own-case',
  'help-plan-by-machine',
] as const
export type HelpPlanRefusal = (typeof helpPlanRefusals)[number]

/** Names the gaps, what is done about them, who helps, and from when to when. */
export function makeHelpPlan(
  plan: Pick<HelpPlan, 'id' | 'memberId' | 'year' | 'gaps' | 'measures' | 'helperNames' | 'from' | 'until'>,
): Decision<HelpPlan, HelpPlanRefusal> {
  if (plan.gaps.trim() === '') return refuse('help-plan-needs-gaps')
  if (plan.measures.trim() === '') return refuse('help-plan-needs-measures')
  if (!plan.helperNames.some((name) => name.trim() !== '')) return refuse('help-plan-needs-helper')
  if (plan.until <= plan.from) return refuse('help-plan-dates-wrong')
  return agree({
    ...plan,
    state: 'running',
    steps: [],
    memberWord: null,
    result: null,
    evaluatedBy: null,
    evaluatedOn: null,
  })
}

/** What was done: a visit, a talk, a task given. */
export function noteHelp(plan: HelpPlan, words: string, on: PlainDate): Decision<HelpPlan, HelpPlanRefusal> {
  if (plan.state !== 'running') return refuse('help-plan-over')
  if (words.trim() === '') return refuse('help-plan-step-empty')
  return agree({ ...plan, steps: [...plan.steps, { on, words: words.trim() }] })
}

/**
 * Whether it helped. The member is heard first. "Not changed" is said only when the plan has run its time and
 * something was done; a change can be confirmed at any time.
 */
export function evaluateHelp(
  plan: HelpPlan,
  evaluation: { readonly result: HelpResult; readonly memberWord: string },
  by: Actor,
  today: PlainDate,
): Decision<HelpPlan, HelpPlanRefusal> {
  const { result, memberWord } = evaluation
  if (plan.state !== 'running') return refuse('help-plan-over')
  if (by.author.kind !== 'person') return refuse('help-plan-by-machine', { author: by.author.kind })
  if (by.memberId === plan.memberId) return refuse('help-plan-own-case')
  if (memberWord.trim() === '') return refuse('help-plan-member-not-heard')
  if (result === 'notChanged' && plan.steps.length === 0) return refuse('help-plan-without-steps')
  if (result === 'notChanged' && today < plan.until)
    return refuse('help-plan-too-early', { until: plan.until })
  const evaluatedBy = by.author.accountId
  return agree({
    ...plan,
    state: 'evaluated',
    memberWord: memberWord.trim(),
    result,
    evaluatedBy,
    evaluatedOn: today,
  })
}

/** Only after a plan that was carried out and changed nothing may a disposal of this kind be opened (S-224). */
export function helpFailed(plan: Pick<HelpPlan, 'state' | 'result'>): boolean {
  return plan.state === 'evaluated' && plan.result === 'notChanged'
}
