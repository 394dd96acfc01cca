import { agree, type Decision, refuse } from '../shared/decision.ts'
import type { PlainDate } from '../shared/plain-date.ts'

/** One problem being put right, with owner and date, followed to the end (R-191, S-209). */
export const rectificationStates = ['open', 'reported', 'confirmed', 'carriedOver'] as const
export type RectificationState = (typeof rectificationStates)[number]

export type RectificationItem = {
  readonly id: string
  readonly problemId: string
  readonly memberId: string
  /** Who sees to it: the member, or somebody of the branch where it is the branch's to mend. */
  readonly ownerId: string
  readonly measure: string
  readonly dueOn: PlainDate
  readonly state: RectificationState
  readonly reports: readonly { readonly on: PlainDate; readonly words: string }[]
  readonly confirmedBy: string | null
  readonly confirmedOn: PlainDate | null
}

export const rectificationRefusals = [
  'rectification-needs-owner',
  'rectification-needs-measure',
  'rectification-due-in-past',
  'rectification-wrong-state',
  'rectification-report-empty',
  'rectification-own-confirmation',
] as const
export type RectificationRefusal = (typeof rectificationRefusals)[number]

export function planRectification(
  item: Pick<RectificationItem, 'id' | 'problemId' | 'memberId' | 'ownerId' | 'measure' | 'dueOn'>,
  today: PlainDate,
): Decision<RectificationItem, RectificationRefusal> {
  if (item.ownerId.trim() === '') return refuse('rectification-needs-owner')
  if (item.measure.trim() === '') return refuse('rectification-needs-measure')
  if (item.dueOn < today) return refuse('rectification-due-in-past', { dueOn: item.dueOn })
  return agree({ ...item, state: 'open', reports: [], confirmedBy: null, confirmedOn: null })
}

/** What has been done so far; may be said several times. */
export function reportRectification(
  item: RectificationItem,
  words: string,
  today: PlainDate,
): Decision<RectificationItem, RectificationRefusal> {
  if (item.state !== 'open' && item.state !== 'reported') {
    return refuse('rectification-wrong-state', { state: item.state })
  }
  if (words.trim() === '') return refuse('rectification-report-empty')
  return agree({ ...item, state: 'reported', reports: [...item.reports, { on: today, words: words.trim() }] })
}

/** Done, says somebody else than the owner and the member. */
export function confirmRectification(
  item: RectificationItem,
  by: { readonly accountId: string; readonly memberId: string | null },
  today: PlainDate,
): Decision<RectificationItem, RectificationRefusal> {
  if (item.state !== 'reported') return refuse('rectification-wrong-state', { state: item.state })
  if (by.accountId === item.ownerId || by.memberId === item.memberId) {
    return refuse('rectification-own-confirmation')
  }
  return agree({ ...item, state: 'confirmed', confirmedBy: by.accountId, confirmedOn: today })
}

/** Not done when the year closes: it goes on as a pledge of next year. */
export function carryOverItem(item: RectificationItem): Decision<RectificationItem, RectificationRefusal> {
  if (item.state === 'confirmed' || item.state === 'carriedOver') {
    return refuse('rectification-wrong-state', { state: item.state })
  }
  return agree({ ...item, state: 'carriedOver' })
}

/** Problems nobody sees to yet; they keep the appraisal open. */
export function withoutItem<Problem extends { readonly id: string }>(
  problems: readonly Problem[],
  items: readonly Pick<RectificationItem, 'problemId'>[],
): Problem[] {
  const seenTo = new Set(items.map(({ problemId }) => problemId))
  return problems.filter(({ id }) => !seenTo.has(id))
}

export function isItemOverdue(item: Pick<RectificationItem, 'state' | 'dueOn'>, today: PlainDate): boolean {
  return item.state === 'open' && today > item.dueOn
}
