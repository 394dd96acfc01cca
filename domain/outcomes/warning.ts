import { checkReason, type ReasonRefusal, reasonRefusals } from '../schemes/reason.ts'
import type { AdverseFacts, ServedDecision } from '../shared/adverse-gate.ts'
import { agree, type Decision, refuse } from '../shared/decision.ts'
import { addMonths, type PlainDate } from '../shared/plain-date.ts'
import { type Actor, adverseStepRefusals, enterAdverse } from './adverse-step.ts'
import type { DownMeasure } from './limit.ts'

/** The ladder: notice, talk, down measure; it ends when the change is confirmed. */
export const warningStates = ['drafted', 'noticed', 'talked', 'measured', 'changed', 'lifted'] as const
export type WarningState = (typeof warningStates)[number]

/** Colours a county may use for the rungs; shown with their word, never alone. */
export const warningColours = ['yellow', 'orange', 'red'] as const
export type WarningColour = (typeof warningColours)[number]

/** Months in which the change is looked for, unless the decision says otherwise. */
export const usualWarningMonths = 3

export type Warning = {
  readonly id: string
  readonly memberId: string
  readonly colour: WarningColour
  /** Why it does not begin at yellow. */
  readonly graveFor: string | null
  /** What happened. */
  readonly facts: string
  /** What is expected, with the document that says so. */
  readonly standard: string
  readonly requiredChange: string
  readonly helperName: string
  readonly changeBy: PlainDate
  readonly state: WarningState
  readonly served: ServedDecision | null
  readonly answer: string | null
  readonly talk: { readonly on: PlainDate; readonly by: string; readonly words: string } | null
  /** Why no talk was held with somebody warned, so that notices and talks can be told apart. */
  readonly noTalkFor: string | null
  readonly measure: {
    readonly kind: DownMeasure
    readonly document: string
    readonly served: ServedDecision
  } | null
  readonly endedOn: PlainDate | null
  readonly endedBy: string | null
  readonly endedFor: string | null
}

export const warningRefusals = [
  'warning-part-missing',
  'warning-change-date-past',
  'warning-needs-grave-reason',
  'warning-wrong-state',
  'warning-not-yours',
  'warning-answer-empty',
  'warning-by-machine',
  'warning-own-case',
  'warning-talk-empty',
  'warning-talked-already',
  'warning-needs-talk-first',
  'warning-change-date-running',
  'warning-needs-document',
  'warning-needs-reason',
  ...adverseStepRefusals,
  ...reasonRefusals,
] as const
export type WarningRefusal = (typeof warningRefusals)[number]

const parts = ['facts', 'standard', 'requiredChange', 'helperName'] as const

/** Drafts a notice with all that it names: facts, standard, required change, helper, day. Orange and red need the reason why the case is grave. */
export function draftWarning(
  draft: Pick<
    Warning,
    | 'id'
    | 'memberId'
    | 'colour'
    | 'graveFor'
    | 'facts'
    | 'standard'
    | 'requiredChange'
    | 'helperName'
    | 'changeBy'
  >,
  today: PlainDate,
): Decision<Warning, WarningRefusal | ReasonRefusal> {
  const missing = parts.find((part) => draft[part].trim() === '')
  if (missing !== undefined) return refuse('warning-part-missing', { part: missing })
  if (draft.changeBy <= today) return refuse('warning-change-date-past')
  if (draft.colour !== 'yellow' && (draft.graveFor ?? '').trim() === '')
    return refuse('warning-needs-grave-reason')
  for (const text of [draft.facts, ...(draft.graveFor === null ? [] : [draft.graveFor])]) {
    const checked = checkReason('facts', text)
    if (!checked.ok) return checked
  }
  return agree({
    ...draft,
    state: 'drafted',
    served: null,
    answer: null,
    talk: null,
    noTalkFor: null,
    measure: null,
    endedOn: null,
    endedBy: null,
    endedFor: null,
  })
}

export function usualChangeBy(from: PlainDate): PlainDate {
  return addMonths(from, usualWarningMonths)
}

/** The notice takes effect when it was decided and handed over. */
export function serveWarning(
  warning: Warning,
  facts: AdverseFacts,
  by: Actor,
  step: { readonly disputed: boolean; readonly today: PlainDate },
): Decision<Warning, WarningRefusal> {
  if (warning.state !== 'drafted') return refuse('warning-wrong-state', { state: warning.state })
  const entered = enterAdverse(facts, by, { ...step, subjectMemberId: warning.memberId })
  return entered.ok ? agree({ ...warning, state: 'noticed', served: entered.value }) : entered
}

/** The right to answer, at any time until the end. */
export function answerWarning(
  warning: Warning,
  memberId: string,
  answer: string,
): Decision<Warning, WarningRefusal> {
  if (!isOpenWarning(warning)) return refuse('warning-wrong-state', { state: warning.state })
  if (memberId !== warning.memberId) return refuse('warning-not-yours')
  if (answer.trim() === '') return refuse('warning-answer-empty')
  const before = warning.answer === null ? '' : `${warning.answer}\n`
  return agree({ ...warning, answer: before + answer.trim() })
}

/** The talk that follows the notice: what was said and promised. */
export function holdTalk(
  warning: Warning,
  words: string,
  by: Actor,
  today: PlainDate,
): Decision<Warning, WarningRefusal> {
  if (warning.state !== 'noticed') return refuse('warning-wrong-state', { state: warning.state })
  if (by.author.kind !== 'person') return refuse('warning-by-machine', { author: by.author.kind })
  if (by.memberId === warning.memberId) return refuse('warning-own-case')
  if (words.trim() === '') return refuse('warning-talk-empty')
  const talk = { on: today, by: by.author.accountId, words: words.trim() }
  return agree({ ...warning, state: 'talked', talk, noTalkFor: null })
}

/** No talk could be held so far: the reason stands in its place, and the ladder goes no further. */
export function explainNoTalk(warning: Warning, reason: string): Decision<Warning, WarningRefusal> {
  if (warning.talk !== null) return refuse('warning-talked-already')
  if (warning.state !== 'noticed') return refuse('warning-wrong-state', { state: warning.state })
  if (reason.trim() === '') return refuse('warning-needs-reason')
  return agree({ ...warning, noTalkFor: reason.trim() })
}

/** The change is confirmed by somebody else, and the warning ends. */
export function confirmChange(
  warning: Warning,
  words: string,
  by: Actor,
  today: PlainDate,
): Decision<Warning, WarningRefusal> {
  return endWarning(warning, 'changed', words, by, today)
}

/** Taken back, after an upheld appeal or a tolerance finding. */
export function liftWarning(
  warning: Warning,
  reason: string,
  by: Actor,
  today: PlainDate,
): Decision<Warning, WarningRefusal> {
  return endWarning(warning, 'lifted', reason, by, today)
}

function endWarning(
  warning: Warning,
  state: 'changed' | 'lifted',
  words: string,
  by: Actor,
  today: PlainDate,
): Decision<Warning, WarningRefusal> {
  const liftsMeasure = state === 'lifted' && warning.state === 'measured'
  if (!isOpenWarning(warning) && !liftsMeasure) return refuse('warning-wrong-state', { state: warning.state })
  if (by.author.kind !== 'person') return refuse('warning-by-machine', { author: by.author.kind })
  if (by.memberId === warning.memberId) return refuse('warning-own-case')
  if (words.trim() === '') return refuse('warning-needs-reason')
  return agree({ ...warning, state, endedOn: today, endedBy: by.author.accountId, endedFor: words.trim() })
}

/**
 * The last rung, by decision of the competent body: after notice and talk, when the day of change has passed
 * without it; a case that began at red need not wait for the day. Five facts and a document are needed.
 */
export function decideMeasure(
  warning: Warning,
  decided: { readonly kind: DownMeasure; readonly document: string; readonly facts: AdverseFacts },
  by: Actor,
  step: { readonly disputed: boolean; readonly today: PlainDate },
): Decision<Warning, WarningRefusal> {
  if (warning.state === 'noticed') return refuse('warning-needs-talk-first')
  if (warning.state !== 'talked') return refuse('warning-wrong-state', { state: warning.state })
  if (warning.colour !== 'red' && step.today <= warning.changeBy) {
    return refuse('warning-change-date-running', { until: warning.changeBy })
  }
  const document = decided.document.trim()
  if (document === '') return refuse('warning-needs-document')
  const entered = enterAdverse(decided.facts, by, { ...step, subjectMemberId: warning.memberId })
  if (!entered.ok) return entered
  return agree({
    ...warning,
    state: 'measured',
    measure: { kind: decided.kind, document, served: entered.value },
  })
}

/** On the ladder, and not at its end. */
export function isOpenWarning(warning: Pick<Warning, 'state'>): boolean {
  return warning.state === 'noticed' || warning.state === 'talked'
}

/** What of a warning is counted: whether it was served, talked about or why not, and ended in a measure. */
export type CountedWarning = {
  readonly memberId: string
  readonly served: object | null
  readonly talk: object | null
  readonly noTalkFor: string | null
  readonly measure: object | null
}

/** Persons warned, talked to, without talk and why, and with a measure; persons, not papers. */
export function countWarnings(warnings: readonly CountedWarning[]): {
  readonly warned: number
  readonly talked: number
  readonly explained: number
  readonly measured: number
} {
  const persons = (of: readonly CountedWarning[]) => new Set(of.map(({ memberId }) => memberId)).size
  const served = warnings.filter(({ served: decision }) => decision !== null)
  return {
    warned: persons(served),
    talked: persons(served.filter(({ talk }) => talk !== null)),
    explained: persons(served.filter(({ talk, noTalkFor }) => talk === null && noTalkFor !== null)),
    measured: persons(served.filter(({ measure }) => measure !== null)),
  }
}
