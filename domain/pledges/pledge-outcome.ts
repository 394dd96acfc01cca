import { agree, type Decision, refuse } from '../shared/decision.ts'
import type { PlainDate } from '../shared/plain-date.ts'
import { daysOf, isOwnPledge, type Pledge, type PledgeState } from './pledge.ts'

/** A reviewed deed that belongs to a pledge: how much of it was done. */
export type PledgeDeed = { readonly deedOn: PlainDate; readonly hundredths: number }
export type Progress = {
  readonly done: number
  /** Null where the pledge has no quantity yet. */
  readonly of: number | null
  /** Whole percent, rounded down, a hundred at most. */
  readonly percent: number
}

/** How far a pledge has come, in hundredths of its unit; deeds after the deadline count and are visible by their day. */
export function progressOf(pledge: Pick<Pledge, 'fields'>, deeds: Iterable<PledgeDeed>): Progress {
  let done = 0
  for (const { hundredths } of deeds) done += hundredths
  const of = pledge.fields.quantity?.hundredths ?? null
  return { done, of, percent: of === null ? 0 : Math.min(100, Math.floor((done * 100) / of)) }
}

/** Past its deadline with less than all done and not judged yet: time to ask what came between. */
export function isBehind(
  pledge: Pick<Pledge, 'fields' | 'state'>,
  progress: Progress,
  today: PlainDate,
): boolean {
  const { dueOn } = pledge.fields
  return pledge.state === 'published' && dueOn !== null && today > dueOn && progress.percent < 100
}

export const outcomes = [
  'fulfilled',
  'partly',
  'missedExplained',
  'dropped',
] as const satisfies readonly PledgeState[]
export type Outcome = (typeof outcomes)[number]

export type Evaluation = {
  readonly outcome: Outcome
  readonly by: { readonly accountId: string; readonly memberId: string | null }
  /** Read by everybody beside the pledge. */
  readonly explanation: string
  /** The member was asked and had the word, before it is called dropped. */
  readonly heard: boolean
}

export const outcomeRefusals = [
  'pledge-not-published',
  'pledge-own-evaluation',
  'pledge-not-all-done',
  'pledge-all-done',
  'pledge-still-running',
  'pledge-needs-explanation',
  'pledge-not-heard',
] as const
export type OutcomeRefusal = (typeof outcomeRefusals)[number]

/**
 * Judges whether a pledge was kept. Missed for outside causes it is explained in public and nothing is taken off
 * dropped without reason it may be criticised by the branch, after the member was heard. Refuses one's own
 * judgement, `fulfilled` with less than all done, and anything else before the deadline.
 */
export function evaluatePledge(
  pledge: Pledge,
  evaluation: Evaluation,
  progress: Progress,
  today: PlainDate,
): Decision<Pledge, OutcomeRefusal> {
  const { outcome, by, explanation, heard } = evaluation
  if (pledge.state !== 'published') return refuse('pledge-not-published')
  if (isOwnPledge(pledge.pledger, by)) return refuse('pledge-own-evaluation')
  const allDone = progress.of !== null && progress.done >= progress.of
  if (outcome === 'fulfilled')
    return allDone
      ? agree({ ...pledge, state: outcome })
      : refuse('pledge-not-all-done', { percent: progress.percent })
  if (allDone) return refuse('pledge-all-done')
  const dueOn = pledge.fields.dueOn ?? daysOf(pledge.period).until
  if (outcome !== 'missedExplained' && today <= dueOn) return refuse('pledge-still-running', { dueOn })
  if (explanation.trim() === '') return refuse('pledge-needs-explanation')
  if (outcome === 'dropped' && !heard) return refuse('pledge-not-heard')
  return agree({ ...pledge, state: outcome })
}

/** Only a pledge dropped without reason may ever be held against somebody, and by the branch alone. */
export function mayBeCriticised(state: PledgeState): boolean {
  return state === 'dropped'
}
