import { agree, type Decision, refuse } from '../shared/decision.ts'
import { addYears, type PlainDate } from '../shared/plain-date.ts'
import { decideVote, type VoteCount, voteRefusals, voteRules } from '../shared/vote.ts'
import type { DisposalCase, DisposalForm } from './disposal.ts'

/** How a disposal in force ends. */
export type DisposalEnd = {
  readonly caseId: string
  readonly how: 'changed' | 'notChanged' | 'withdrew' | 'refused'
  readonly on: PlainDate
  readonly words: string
  readonly minutesId: string | null
}

export const disposalEndRefusals = [
  'disposal-not-in-force',
  'disposal-other-form',
  'disposal-term-running',
  'disposal-not-lengthened',
  'disposal-words-missing',
  'disposal-minutes-missing',
  'disposal-request-missing',
  ...voteRefusals,
] as const
export type DisposalEndRefusal = (typeof disposalEndRefusals)[number]

/** At the end of its term the assembly discusses a correction order: changed, or not. Never before the last day, and with a vote that carries. */
export function endCorrection(
  of: DisposalCase,
  end: {
    readonly changed: boolean
    readonly words: string
    readonly minutesId: string
    readonly vote: VoteCount
    readonly on: PlainDate
  },
): Decision<DisposalEnd, DisposalEndRefusal> {
  if (of.state !== 'inForce' || of.until === null) return refuse('disposal-not-in-force')
  if (of.form !== 'correctionOrder') return refuse('disposal-other-form', { form: of.form })
  if (end.on < of.until) return refuse('disposal-term-running', { until: of.until })
  if (end.words.trim() === '') return refuse('disposal-words-missing')
  if (end.minutesId.trim() === '') return refuse('disposal-minutes-missing')
  const passed = decideVote(end.vote, voteRules.ordinary, { secret: false, persons: 1 })
  if (!passed.ok) return passed
  const { on, minutesId } = end
  return agree({
    caseId: of.id,
    how: end.changed ? 'changed' : 'notChanged',
    on,
    words: end.words.trim(),
    minutesId,
  })
}

/** The term is normally not lengthened; what is asked for beyond it is refused here. */
export function lengthenCorrection(of: DisposalCase): Decision<never, DisposalEndRefusal> {
  return refuse('disposal-not-lengthened', of.until === null ? {} : { until: of.until })
}

/** A member who was asked to leave writes the own request, or refuses. */
export function endPersuasion(
  of: DisposalCase,
  end: {
    readonly withdrew: boolean
    readonly requestDocument: string
    readonly words: string
    readonly on: PlainDate
  },
): Decision<DisposalEnd, DisposalEndRefusal> {
  if (of.state !== 'inForce') return refuse('disposal-not-in-force')
  if (of.form !== 'persuasion') return refuse('disposal-other-form', { form: of.form })
  if (end.words.trim() === '') return refuse('disposal-words-missing')
  if (end.withdrew && end.requestDocument.trim() === '') return refuse('disposal-request-missing')
  return agree({
    caseId: of.id,
    how: end.withdrew ? 'withdrew' : 'refused',
    on: end.on,
    words: end.words.trim(),
    minutesId: null,
  })
}

/** What may be opened next, as a case of its own with all its steps; nothing follows by itself. */
export function nextForm(of: Pick<DisposalCase, 'form'>, end: Pick<DisposalEnd, 'how'>): DisposalForm | null {
  if (of.form === 'correctionOrder' && end.how === 'notChanged') return 'persuasion'
  if (of.form === 'persuasion' && end.how === 'refused') return 'removal'
  return null
}

/** First day on which somebody who was persuaded out or removed may apply again. */
export function mayRejoinFrom(decidedOn: PlainDate): PlainDate {
  return addYears(decidedOn, 5)
}

/** The state the member's file takes; null for a correction order and for a persuasion not yet answered. */
export function memberStateOf(
  of: Pick<DisposalCase, 'form' | 'state'>,
  end: Pick<DisposalEnd, 'how'> | null,
): 'persuadedToWithdraw' | 'removedFromRolls' | null {
  if (of.state !== 'inForce') return null
  if (of.form === 'removal') return 'removedFromRolls'
  return of.form === 'persuasion' && end?.how === 'withdrew' ? 'persuadedToWithdraw' : null
}
