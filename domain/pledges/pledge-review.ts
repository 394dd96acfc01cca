import { agree, type Decision, refuse } from '../shared/decision.ts'
import type { PlainDate } from '../shared/plain-date.ts'
import { isOwnPledge, missingParts, type Pledge, type PledgeReturn } from './pledge.ts'
import type { HollowCheck } from './hollow-words.ts'

/** The three questions and whether it is concrete and within reach (R-224, S-187). */
export const reviewQuestions = ['publicWish', 'strength', 'organisationNeed', 'concrete'] as const
export type ReviewQuestion = (typeof reviewQuestions)[number]
export type ReviewAnswers = Readonly<Record<ReviewQuestion, boolean>>

export type Reviewer = { readonly accountId: string; readonly memberId: string | null }
export type Talk = { readonly with: string; readonly on: PlainDate; readonly agreed: string }

export const reviewRefusals = [
  'pledge-not-submitted',
  'pledge-own-review',
  'pledge-parts-missing',
  'pledge-question-answered-no',
  'pledge-return-needs-reason',
  'pledge-not-at-talk',
  'pledge-talk-without-words',
] as const
export type ReviewRefusal = (typeof reviewRefusals)[number]

/** Returns up to this one go back to the desk; with it the two sides talk. */
export const talkFromReturn = 2

/**
 * Accepts a pledge whose six parts are there and for which the three questions and the fourth are answered yes
 * . Refuses one's own, and names what is missing or was answered no.
 */
export function acceptPledge(
  pledge: Pledge,
  answers: ReviewAnswers,
  reviewer: Reviewer,
): Decision<Pledge, ReviewRefusal> {
  const barred = barredFrom(pledge, reviewer)
  if (barred !== undefined) return refuse(barred)
  const missing = missingParts(pledge.fields)
  if (missing.length > 0) return refuse('pledge-parts-missing', { parts: missing })
  const no = reviewQuestions.filter((question) => !answers[question])
  if (no.length > 0) return refuse('pledge-question-answered-no', { questions: no })
  return agree({ ...pledge, state: 'accepted' })
}

/** Gives a pledge back with the reason and the part to change; the second time it goes to a talk. */
export function returnPledge(
  pledge: Pledge,
  given: Pick<PledgeReturn, 'reason' | 'part'>,
  reviewer: Reviewer,
  today: PlainDate,
): Decision<Pledge, ReviewRefusal> {
  const barred = barredFrom(pledge, reviewer)
  if (barred !== undefined) return refuse(barred)
  if (given.reason.trim() === '') return refuse('pledge-return-needs-reason')
  const returns = [
    ...pledge.returns,
    { ...given, reason: given.reason.trim(), by: reviewer.accountId, on: today },
  ]
  return agree({ ...pledge, returns, state: returns.length >= talkFromReturn ? 'toTalk' : 'returned' })
}

/**
 * What the talk agreed on; the pledge is read again as it stands then. A talk may also come before any return, so that the
 * branch settles missing parts with a member who told the pledge in words (S-160, R-338).
 */
export function recordTalk(pledge: Pledge, talk: Talk): Decision<Pledge, ReviewRefusal> {
  if (pledge.state !== 'toTalk' && pledge.state !== 'submitted') return refuse('pledge-not-at-talk')
  if (talk.agreed.trim() === '' || talk.with.trim() === '') return refuse('pledge-talk-without-words')
  return agree({ ...pledge, state: 'submitted' })
}

function barredFrom(
  pledge: Pledge,
  reviewer: Reviewer,
): 'pledge-not-submitted' | 'pledge-own-review' | undefined {
  if (pledge.state !== 'submitted') return 'pledge-not-submitted'
  return isOwnPledge(pledge.pledger, reviewer) ? 'pledge-own-review' : undefined
}

/** Whether a pledge may be accepted together with others: nothing is hinted at, and it was not returned before. */
export function mayAcceptTogether(pledge: Pick<Pledge, 'returns'>, check: HollowCheck): boolean {
  return check.hints.length === 0 && pledge.returns.length === 0
}

/** Takes an acceptance back before publication; only the one who accepted it does. */
export function takeBackAcceptance(
  pledge: Pledge,
  acceptedBy: string | null,
  by: string | null,
): Decision<Pledge, 'pledge-not-accepted' | 'pledge-accepted-by-another'> {
  if (pledge.state !== 'accepted') return refuse('pledge-not-accepted')
  if (by === null || acceptedBy !== by) return refuse('pledge-accepted-by-another')
  return agree({ ...pledge, state: 'submitted' })
}
