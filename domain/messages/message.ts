import { agree, type Decision, refuse } from '../shared/decision.ts'
import type { PlainDate } from '../shared/plain-date.ts'

/** How a member was reached; paper, telephone and helper count the same as the screen (S-020, R-338). */
export const channels = ['screen', 'phone', 'helper', 'paper', 'board'] as const
export type Channel = (typeof channels)[number]

export const messageRefusals = [
  'message-nobody-to-reach',
  'message-without-words',
  'message-due-in-past',
  'message-not-for-you',
  'message-answer-not-asked',
  'message-answer-too-late',
] as const
export type MessageRefusal = (typeof messageRefusals)[number]

export type Draft = {
  readonly title: string
  readonly body: string
  /** Last day for an answer; null asks for none. */
  readonly answerDueOn: PlainDate | null
}

/** Checks a notice to members before it is sent (S-020). Refuses one without words, without readers, or due before today. */
export function checkMessage(
  draft: Draft,
  recipients: number,
  today: PlainDate,
): Decision<Draft, MessageRefusal> {
  if (draft.title.trim() === '' || draft.body.trim() === '') return refuse('message-without-words')
  if (draft.answerDueOn !== null && draft.answerDueOn < today) return refuse('message-due-in-past', { today })
  if (recipients === 0) return refuse('message-nobody-to-reach')
  return agree(draft)
}

/** Whether a reader may answer now; the day named is included. */
export function checkAnswer(
  message: Pick<Draft, 'answerDueOn'>,
  today: PlainDate,
): Decision<true, MessageRefusal> {
  if (message.answerDueOn === null) return refuse('message-answer-not-asked')
  if (today > message.answerDueOn) return refuse('message-answer-too-late', { dueOn: message.answerDueOn })
  return agree(true)
}
