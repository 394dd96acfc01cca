import { agree, type Decision, refuse } from '../shared/decision.ts'
import type { PlainDate } from '../shared/plain-date.ts'

/** How a member was reached; paper, telephone and helper count the same as the screen (S-020, R-338). */
export const channels = ['screen', 'phone', 'helper', 'paper', 'board'] as const
export type Channel = (typeof channels)[number]

/** Channels an answer can come by: a board takes none. */
export const answerChannels = ['screen', 'phone', 'helper', 'paper'] as const
export type AnswerChannel = (typeof answerChannels)[number]

/** What the two answers of a notice say: able to come or not; all right or not. */
export const answerKinds = ['coming', 'agreeing'] as const
export type AnswerKind = (typeof answerKinds)[number]

/** The answer a notice asks for, and the last day for it. */
export type Asked = { readonly kind: AnswerKind; readonly dueOn: PlainDate }

export const sendRefusals = [
  'message-without-words',
  'message-due-in-past',
  'message-nobody-to-reach',
] as const
export const answerRefusals = ['message-answer-not-asked', 'message-answer-too-late'] as const
export const reachedRefusals = [
  ...answerRefusals,
  'message-helper-without-name',
  'message-board-takes-no-answer',
] as const

export type Draft = { readonly title: string; readonly body: string; readonly asked: Asked | null }

/** Checks a notice to members before it is sent (S-020). Refuses one without words, or due before today. */
export function checkMessage(
  draft: Draft,
  today: PlainDate,
): Decision<Draft, 'message-without-words' | 'message-due-in-past'> {
  const written = { ...draft, title: draft.title.trim(), body: draft.body.trim() }
  if (written.title === '' || written.body === '') return refuse('message-without-words')
  if (draft.asked !== null && draft.asked.dueOn < today) return refuse('message-due-in-past', { today })
  return agree(written)
}

/** Whether a reader may answer now; the day named is included. */
export function checkAnswer(
  asked: Asked | null,
  today: PlainDate,
): Decision<true, (typeof answerRefusals)[number]> {
  if (asked === null) return refuse('message-answer-not-asked')
  if (today > asked.dueOn) return refuse('message-answer-too-late', { dueOn: asked.dueOn })
  return agree(true)
}

export type Reached = {
  readonly channel: Exclude<Channel, 'screen'>
  readonly helperName: string
  readonly answer: 'yes' | 'no' | null
}

/**
 * Checks a record that readers were reached without a screen (S-020). Refuses a helper without name, an answer
 * from a board, and an answer that is not asked for or comes after its day.
 */
export function checkReached(
  reached: Reached,
  asked: Asked | null,
  today: PlainDate,
): Decision<true, (typeof reachedRefusals)[number]> {
  if (reached.channel === 'helper' && reached.helperName.trim() === '')
    return refuse('message-helper-without-name')
  if (reached.answer === null) return agree(true)
  if (reached.channel === 'board') return refuse('message-board-takes-no-answer')
  return checkAnswer(asked, today)
}
