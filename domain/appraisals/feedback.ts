import {
  type AdverseFacts,
  type EntryAuthor,
  type GateRefusal,
  gateRefusals,
  passGate,
  type ServedDecision,
} from '../shared/adverse-gate.ts'
import { agree, type Decision, refuse } from '../shared/decision.ts'
import { addDays, type PlainDate } from '../shared/plain-date.ts'
import { addWorkingDays, type WorkingCalendar } from '../shared/working-days.ts'
import { type Grade, isLowGrade } from './grade.ts'

/** The opinion is given to the member in person; the member confirms, answers, or goes on to another body. */
export const feedbackStates = ['toTell', 'told', 'confirmed', 'answered', 'appealed'] as const
export type FeedbackState = (typeof feedbackStates)[number]

/** Working days to confirm or answer after the talk; nothing follows from silence. */
export const feedbackAnswerDays = 5
/** Days after the talk in which an appeal keeps the year open; a later one is taken all the same. */
export const feedbackAppealDays = 15

export type Feedback = {
  readonly id: string
  readonly memberId: string
  readonly year: number
  readonly grade: Grade
  readonly opinion: string
  readonly reason: string
  readonly state: FeedbackState
  /** Who spoke with the member; paper or telephone only where the member lives far away and agrees. */
  readonly toldBy: string | null
  readonly toldHow: 'inPerson' | 'phone' | null
  readonly toldOn: PlainDate | null
  readonly answerUntil: PlainDate | null
  readonly appealUntil: PlainDate | null
  readonly answer: string | null
  /** For low grades: the five facts that went through the gate. */
  readonly served: ServedDecision | null
}

export const feedbackRefusals = [
  'feedback-wrong-state',
  'feedback-not-yours',
  'feedback-by-graded-member',
  'feedback-needs-consent-to-phone',
  'feedback-answer-empty',
  'feedback-low-grade-needs-facts',
  ...gateRefusals,
] as const
export type FeedbackRefusal = (typeof feedbackRefusals)[number] | GateRefusal

export function prepareFeedback(
  of: Pick<Feedback, 'id' | 'memberId' | 'year' | 'grade' | 'opinion' | 'reason'>,
): Feedback {
  return {
    ...of,
    state: 'toTell',
    toldBy: null,
    toldHow: null,
    toldOn: null,
    answerUntil: null,
    appealUntil: null,
    answer: null,
    served: null,
  }
}

/**
 * The talk: both clocks begin. A low grade takes effect only here, with decider, body, date, reason and proof of
 * service. Refuses the member's own account, and the telephone without the member's consent.
 */
export function tellGrade(
  feedback: Feedback,
  talk: {
    readonly by: { readonly author: EntryAuthor; readonly memberId: string | null }
    readonly how: 'inPerson' | 'phone'
    readonly consentToPhone: boolean
    readonly facts: AdverseFacts | null
  },
  clock: {
    readonly calendar: WorkingCalendar
    readonly today: PlainDate
    readonly answerWorkingDays?: number
  },
): Decision<Feedback, FeedbackRefusal> {
  if (feedback.state !== 'toTell') return refuse('feedback-wrong-state', { state: feedback.state })
  const { author, memberId } = talk.by
  if (author.kind !== 'person') return refuse('adverse-state-not-by-machine', { author: author.kind })
  if (memberId === feedback.memberId) return refuse('feedback-by-graded-member')
  if (talk.how === 'phone' && !talk.consentToPhone) return refuse('feedback-needs-consent-to-phone')
  let served: ServedDecision | null = null
  if (isLowGrade(feedback.grade)) {
    if (talk.facts === null) return refuse('feedback-low-grade-needs-facts')
    const passed = passGate(talk.facts, author, clock.today)
    if (!passed.ok) return passed
    served = passed.value
  }
  return agree({
    ...feedback,
    state: 'told',
    toldBy: author.accountId,
    toldHow: talk.how,
    toldOn: clock.today,
    answerUntil: addWorkingDays(clock.calendar, clock.today, clock.answerWorkingDays ?? feedbackAnswerDays),
    appealUntil: addDays(clock.today, feedbackAppealDays),
    served,
  })
}

/** The member has read it (S-208). Confirming is not agreeing: an answer and an appeal stay open. */
export function confirmFeedback(feedback: Feedback, memberId: string): Decision<Feedback, FeedbackRefusal> {
  if (feedback.state !== 'told') return refuse('feedback-wrong-state', { state: feedback.state })
  if (memberId !== feedback.memberId) return refuse('feedback-not-yours')
  return agree({ ...feedback, state: 'confirmed' })
}

/** The member answers; it stands beside the opinion. */
export function answerFeedback(
  feedback: Feedback,
  memberId: string,
  answer: string,
): Decision<Feedback, FeedbackRefusal> {
  const open = feedback.state === 'told' || feedback.state === 'confirmed' || feedback.state === 'answered'
  if (!open) return refuse('feedback-wrong-state', { state: feedback.state })
  if (memberId !== feedback.memberId) return refuse('feedback-not-yours')
  if (answer.trim() === '') return refuse('feedback-answer-empty')
  const before = feedback.answer === null ? '' : `${feedback.answer}\n`
  return agree({ ...feedback, state: 'answered', answer: before + answer.trim() })
}

/** Marks that an appeal was taken in; the appeal itself runs in its own record, with another body. */
export function markAppealed(feedback: Feedback, memberId: string): Decision<Feedback, FeedbackRefusal> {
  if (feedback.state === 'toTell' || feedback.state === 'appealed') {
    return refuse('feedback-wrong-state', { state: feedback.state })
  }
  if (memberId !== feedback.memberId) return refuse('feedback-not-yours')
  return agree({ ...feedback, state: 'appealed' })
}

/** Whether it still keeps the year open: not told, or told and the days for answer and appeal not over. Once confirmed, only the days of appeal run. */
export function isRunning(
  feedback: Pick<Feedback, 'state' | 'answerUntil' | 'appealUntil'>,
  today: PlainDate,
): boolean {
  if (feedback.state === 'toTell') return true
  if (feedback.state === 'appealed') return false
  const { answerUntil, appealUntil } = feedback
  const answering = feedback.state === 'told' && answerUntil !== null && today <= answerUntil
  return answering || (appealUntil !== null && today <= appealUntil)
}

/** The grade another body sets on an upheld appeal; the feedback begins anew with it. */
export function replaceGrade(feedback: Feedback, grade: Grade, opinion: string, reason: string): Feedback {
  const { id, memberId, year } = feedback
  return prepareFeedback({ id, memberId, year, grade, opinion, reason })
}
