import { agree, type Decision, refuse } from '../shared/decision.ts'
import { addToMonth, type PlainDate, type PlainMonth, toPlainMonth } from '../shared/plain-date.ts'

/** What a member does in life; exactly one at a time. It never touches membership itself (S-001). */
export const memberCategories = [
  'servingMember',
  'retiredMember',
  'farmer',
  'student',
  'laidOffMember',
  'selfEmployed',
  'other',
] as const
export type MemberCategory = (typeof memberCategories)[number]

export function isCategory(word: string): word is MemberCategory {
  return (memberCategories as readonly string[]).includes(word)
}

/** A category from a day on, until the next one; who entered it and why (S-276). */
export type CategorySpan = {
  readonly category: MemberCategory
  readonly fromOn: PlainDate
  readonly recordedBy: string
  readonly recordedAt: Date
  readonly reason: string
}

export type CategoryRefusal =
  | 'category-unchanged'
  | 'category-in-future'
  | 'category-before-last-change'
  | 'category-needs-reason'

/** The category that holds on a day. */
export function findCategoryOn(spans: readonly CategorySpan[], day: PlainDate): MemberCategory | undefined {
  return latest(spans, (span) => span.fromOn <= day)?.category
}

/**
 * The category whose requirements apply in a month: a change counts from the month after it (S-023).
 * In the months up to and with the first entry the first category applies.
 */
export function findCategoryFor(
  spans: readonly CategorySpan[],
  month: PlainMonth,
): MemberCategory | undefined {
  return (latest(spans, (span) => toPlainMonth(span.fromOn) < month) ?? earliest(spans))?.category
}

/** The month from which a change on that day counts (S-023). */
export function countsFrom(changedOn: PlainDate): PlainMonth {
  return addToMonth(toPlainMonth(changedOn), 1)
}

/**
 * Adds a change of category to the history (S-001, S-023). Membership kind, standing and affiliation stay as
 * they are. Refuses the same category, a day in the future or before the last change, and a change without reason.
 */
export function changeCategory(
  spans: readonly CategorySpan[],
  change: CategorySpan,
  today: PlainDate,
): Decision<readonly CategorySpan[], CategoryRefusal> {
  const last = latest(spans, () => true)
  if (change.reason.trim() === '') return refuse('category-needs-reason')
  if (change.fromOn > today) return refuse('category-in-future', { today })
  if (last && change.fromOn < last.fromOn)
    return refuse('category-before-last-change', { fromOn: last.fromOn })
  if (last?.category === change.category) return refuse('category-unchanged', { category: change.category })
  return agree([...spans, change])
}

function latest(
  spans: readonly CategorySpan[],
  fits: (span: CategorySpan) => boolean,
): CategorySpan | undefined {
  let found: CategorySpan | undefined
  for (const span of spans) if (fits(span) && (!found || span.fromOn >= found.fromOn)) found = span
  return found
}

function earliest(spans: readonly CategorySpan[]): CategorySpan | undefined {
  let found: CategorySpan | undefined
  for (const span of spans) if (!found || span.fromOn < found.fromOn) found = span
  return found
}
