import { agree, type Decision, refuse } from '../shared/decision.ts'
import {
  addDays,
  addToMonth,
  firstDayOf,
  lastDayOf,
  type PlainDate,
  type PlainMonth,
} from '../shared/plain-date.ts'

/** A month of a branch: deeds come in, are reviewed, stand on the notice board, are settled (S-191). */
export const monthStates = ['open', 'reviewing', 'publishing', 'closed'] as const
export type MonthState = (typeof monthStates)[number]

export type MonthMove = 'review' | 'publish' | 'withdraw' | 'close'

/** Whose word moves a month: the branch itself, or the committee above where the branch is late. */
export type MonthMover = 'branch' | 'committeeAbove'

/** Day of the next month by which scoring is done. */
export const scoringDueDay = 5

export function scoringDueOn(month: PlainMonth): PlainDate {
  return addDays(firstDayOf(addToMonth(month, 1)), scoringDueDay - 1)
}

/** What still stands in the way; every kind is named with its number. */
export type MonthFacts = {
  /** At the branch; those that have gone up a level are credited when they are decided and hold nobody up. */
  readonly undecidedClaims: number
  /** Told to the member, time to answer still running, or answered and not decided. */
  readonly unansweredDeductions: number
  readonly objectionsWithoutHandler: number
  /** Null until a notice was posted. */
  readonly noticeEndsOn: PlainDate | null
  /** From R-277: a withdrawn or wrong notice has not run its time. */
  readonly noticeInterrupted: boolean
}

export const monthBlocks = [
  'month-not-over',
  'month-claims-undecided',
  'month-deductions-unanswered',
  'month-notice-missing',
  'month-notice-running',
  'month-notice-interrupted',
  'month-objections-without-handler',
] as const
export type MonthBlock = { readonly code: (typeof monthBlocks)[number]; readonly count: number }

export type MonthRefusal =
  | (typeof monthBlocks)[number]
  | 'month-wrong-state'
  | 'month-not-yours'
  | 'month-needs-reason'

const from: Readonly<Record<MonthMove, readonly MonthState[]>> = {
  review: ['open'],
  publish: ['reviewing'],
  withdraw: ['publishing'],
  close: ['publishing'],
}
const to: Readonly<Record<MonthMove, MonthState>> = {
  review: 'reviewing',
  publish: 'publishing',
  withdraw: 'reviewing',
  close: 'closed',
}

/** All that stands in the way of a move, so that the screen can list it with links instead of a bare no. */
export function blocksOf(
  move: MonthMove,
  month: PlainMonth,
  facts: MonthFacts,
  today: PlainDate,
): MonthBlock[] {
  const blocks: MonthBlock[] = []
  const block = (code: MonthBlock['code'], count: number) => {
    if (count > 0) blocks.push({ code, count })
  }
  if (move === 'review' || move === 'publish') block('month-not-over', today <= lastDayOf(month) ? 1 : 0)
  if (move === 'publish' || move === 'close') {
    block('month-claims-undecided', facts.undecidedClaims)
    block('month-deductions-unanswered', facts.unansweredDeductions)
  }
  if (move === 'close') {
    block('month-notice-missing', facts.noticeEndsOn === null && !facts.noticeInterrupted ? 1 : 0)
    block('month-notice-interrupted', facts.noticeInterrupted ? 1 : 0)
    block('month-notice-running', facts.noticeEndsOn !== null && today <= facts.noticeEndsOn ? 1 : 0)
    block('month-objections-without-handler', facts.objectionsWithoutHandler)
  }
  return blocks
}

/**
 * Moves a month on. Scoring is done when it goes on notice, due on the 5th of the next month; it is settled when
 * the notice has run its working days. Refuses a move out of order, one by somebody else than the branch or, after the
 * due day, the committee above, and one that is blocked. Only a notice can be taken back, with a reason;
 * a closed month stays closed.
 */
export function moveMonth(
  state: MonthState,
  move: MonthMove,
  by: { readonly mover: MonthMover; readonly reason: string | null },
  month: PlainMonth,
  facts: MonthFacts,
  today: PlainDate,
): Decision<MonthState, MonthRefusal> {
  if (!from[move].includes(state)) return refuse('month-wrong-state', { state, move })
  const late = isLate(state, month, today) || (move === 'close' && isSettlementLate(state, facts, today))
  if (by.mover === 'committeeAbove' && !late && move !== 'withdraw') {
    return refuse('month-not-yours', { dueOn: scoringDueOn(month) })
  }
  if (move === 'withdraw' && (by.reason ?? '').trim() === '') return refuse('month-needs-reason')
  const [first] = blocksOf(move, month, facts, today)
  if (first !== undefined) return refuse(first.code, { month, count: first.count })
  return agree(to[move])
}

/** Scoring not done by the end of the 5th. */
export function isLate(state: MonthState, month: PlainMonth, today: PlainDate): boolean {
  return (state === 'open' || state === 'reviewing') && today > scoringDueOn(month)
}

/** Days after the notice in which the branch settles the month itself. */
export const closingDays = 5

/** The notice has run its time and nobody has closed the month in the days after it; the committee above may. */
export function isSettlementLate(
  state: MonthState,
  facts: Pick<MonthFacts, 'noticeEndsOn'>,
  today: PlainDate,
): boolean {
  const { noticeEndsOn } = facts
  return state === 'publishing' && noticeEndsOn !== null && today > addDays(noticeEndsOn, closingDays)
}

export const monthSteps = ['review', 'publish', 'notice', 'close'] as const
/** What comes next; `notice` is checking and posting, which is done on the notice. */
export type MonthStep = (typeof monthSteps)[number]

/** The step a month waits for; null once it is closed. */
export function nextStep(
  state: MonthState,
  facts: Pick<MonthFacts, 'noticeEndsOn' | 'noticeInterrupted'>,
): MonthStep | null {
  if (state === 'open') return 'review'
  if (state === 'reviewing') return 'publish'
  if (state === 'closed') return null
  return facts.noticeEndsOn === null || facts.noticeInterrupted ? 'notice' : 'close'
}

/** Where a new line may go: scoring runs until the notice; after it only what an upheld objection orders. */
export function takesEntries(state: MonthState, what: 'deed' | 'objection'): boolean {
  if (state === 'closed') return false
  return what === 'objection' || state !== 'publishing'
}

/**
 * The month whose statement carries a line: the deed's own while it takes lines, otherwise the first later one that
 * does. Months without a state have not begun and are open.
 */
export function monthFor(
  deedMonth: PlainMonth,
  stateOf: (month: PlainMonth) => MonthState | undefined,
  what: 'deed' | 'objection' = 'deed',
): PlainMonth {
  let month = deedMonth
  while (!takesEntries(stateOf(month) ?? 'open', what)) month = addToMonth(month, 1)
  return month
}
