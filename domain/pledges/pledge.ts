import { agree, type Decision, refuse } from '../shared/decision.ts'
import {
  addDays,
  addMonths,
  firstDayOf,
  lastDayOf,
  plainDate,
  type PlainDate,
  type PlainMonth,
} from '../shared/plain-date.ts'

/** A year, a quarter or a month; the last two for stage tasks. */
export type PledgePeriod =
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'quarter'; readonly year: number; readonly quarter: 1 | 2 | 3 | 4 }
  | { readonly kind: 'month'; readonly month: PlainMonth }

export type Pledger =
  | { readonly kind: 'member'; readonly memberId: string; readonly orgId: string }
  /** `writtenBy` is the account that wrote it down; it reads and judges none of its own. */
  | { readonly kind: 'org'; readonly orgId: string; readonly writtenBy: string | null }

/** Where a pledge comes from: I want to, people wish it, the organisation asks for it (R-223, S-185). */
export const pledgeSources = ['own', 'publicWish', 'organisation'] as const
export type PledgeSource = (typeof pledgeSources)[number]

export const pledgeEvidence = ['photo', 'witness', 'paper', 'roster'] as const
export type PledgeEvidence = (typeof pledgeEvidence)[number]

/** How much: whole hundredths of a unit in the member's own word (`10 户`). */
export type Quantity = { readonly hundredths: number; readonly unit: string }

/** The six parts that make a pledge concrete. */
export type PledgeFields = {
  /** For whom or what. */
  readonly object: string
  /** What is done. */
  readonly measure: string
  readonly quantity: Quantity | null
  readonly dueOn: PlainDate | null
  readonly evidence: readonly PledgeEvidence[]
  readonly source: PledgeSource | null
}
export const pledgeParts = [
  'object',
  'measure',
  'quantity',
  'dueOn',
  'evidence',
  'source',
] as const satisfies readonly (keyof PledgeFields)[]
export type PledgePart = (typeof pledgeParts)[number]

export const pledgeStates = [
  'drafted',
  'submitted',
  'returned',
  'toTalk',
  'accepted',
  'published',
  'fulfilled',
  'partly',
  'missedExplained',
  'dropped',
  'withdrawn',
] as const
export type PledgeState = (typeof pledgeStates)[number]

export type PledgeReturn = {
  readonly reason: string
  readonly part: PledgePart | 'text'
  readonly by: string
  readonly on: PlainDate
}

export type Pledge = {
  readonly id: string
  readonly pledger: Pledger
  readonly period: PledgePeriod
  /** The sentence as it will be read on the wall. */
  readonly text: string
  readonly fields: PledgeFields
  /** The item of the unit's yearly plan it carries (S-182). */
  readonly planItemId: string | null
  /** The problem of last year it puts right. */
  readonly rectifies: string | null
  readonly state: PledgeState
  readonly returns: readonly PledgeReturn[]
  readonly submittedOn: PlainDate | null
  /** Handed in after the window; taken all the same and marked (S-186). */
  readonly late: boolean
  readonly publishedOn: PlainDate | null
}

export const pledgeRefusals = [
  'pledge-empty',
  'pledge-too-long',
  'pledge-wrong-state',
  'pledge-not-yours',
  'pledge-due-outside-period',
  'pledge-quantity-not-positive',
] as const
export type PledgeRefusal = (typeof pledgeRefusals)[number]

/** A sentence of more letters is not read on a wall. */
export const mostPledgeLetters = 200

/** First and last day of a period. */
export function daysOf(period: PledgePeriod): { readonly from: PlainDate; readonly until: PlainDate } {
  if (period.kind === 'month') return { from: firstDayOf(period.month), until: lastDayOf(period.month) }
  const firstMonth = period.kind === 'year' ? 1 : period.quarter * 3 - 2
  const from = plainDate(`${String(period.year).padStart(4, '0')}-${String(firstMonth).padStart(2, '0')}-01`)
  return { from, until: addDays(addMonths(from, period.kind === 'year' ? 12 : 3), -1) }
}

/** Parts that are still missing, in the order in which they are asked. */
export function missingParts(fields: PledgeFields): PledgePart[] {
  const given: Readonly<Record<PledgePart, boolean>> = {
    object: fields.object.trim() !== '',
    measure: fields.measure.trim() !== '',
    quantity:
      fields.quantity !== null && fields.quantity.hundredths > 0 && fields.quantity.unit.trim() !== '',
    dueOn: fields.dueOn !== null,
    evidence: fields.evidence.length > 0,
    source: fields.source !== null,
  }
  return pledgeParts.filter((part) => !given[part])
}

/** Writes or rewrites a pledge before it is accepted. Refuses days outside the period and quantities that are none. */
export function writePledge(
  pledge: Pledge,
  written: Pick<Pledge, 'text' | 'fields' | 'period'>,
  byMemberId: string | null,
): Decision<Pledge, PledgeRefusal> {
  if (pledge.state !== 'drafted' && pledge.state !== 'returned' && pledge.state !== 'toTalk') {
    return refuse('pledge-wrong-state', { state: pledge.state })
  }
  if (!isOwn(pledge, byMemberId)) return refuse('pledge-not-yours')
  const text = written.text.trim()
  if ([...text].length > mostPledgeLetters) return refuse('pledge-too-long', { most: mostPledgeLetters })
  const { dueOn, quantity } = written.fields
  const { from, until } = daysOf(written.period)
  if (dueOn !== null && (dueOn < from || dueOn > until))
    return refuse('pledge-due-outside-period', { from, until })
  if (quantity !== null && !(Number.isSafeInteger(quantity.hundredths) && quantity.hundredths > 0)) {
    return refuse('pledge-quantity-not-positive')
  }
  return agree({ ...pledge, ...written, text })
}

/**
 * Hands a pledge in for reading. It may lack parts; the branch then settles them with the member, and accepts it only
 * when all six are there (R-223, S-160). After the window it is taken and marked (S-186). Refuses an empty one.
 */
export function submitPledge(
  pledge: Pledge,
  byMemberId: string | null,
  facts: { readonly today: PlainDate; readonly windowUntil: PlainDate | null },
): Decision<Pledge, PledgeRefusal> {
  if (pledge.state !== 'drafted' && pledge.state !== 'returned')
    return refuse('pledge-wrong-state', { state: pledge.state })
  if (!isOwn(pledge, byMemberId)) return refuse('pledge-not-yours')
  if (pledge.text.trim() === '') return refuse('pledge-empty')
  const late = facts.windowUntil !== null && facts.today > facts.windowUntil
  return agree({ ...pledge, state: 'submitted', submittedOn: facts.today, late: pledge.late || late })
}

/** Taken back by the one who gave it, as long as it is not published. */
export function withdrawPledge(pledge: Pledge, byMemberId: string | null): Decision<Pledge, PledgeRefusal> {
  if (!['drafted', 'submitted', 'returned', 'toTalk', 'accepted'].includes(pledge.state)) {
    return refuse('pledge-wrong-state', { state: pledge.state })
  }
  if (!isOwn(pledge, byMemberId)) return refuse('pledge-not-yours')
  return agree({ ...pledge, state: 'withdrawn' })
}

/** Makes an accepted pledge public (R-222, S-189). */
export function publishPledge(pledge: Pledge, today: PlainDate): Decision<Pledge, 'pledge-wrong-state'> {
  if (pledge.state !== 'accepted') return refuse('pledge-wrong-state', { state: pledge.state })
  return agree({ ...pledge, state: 'published', publishedOn: today })
}

/** Whether somebody would decide about the own pledge: the member's, or one written for an organisation. */
export function isOwnPledge(
  pledger: Pledger,
  who: { readonly accountId: string | null; readonly memberId: string | null },
): boolean {
  if (pledger.kind === 'member') return pledger.memberId === who.memberId
  return pledger.writtenBy !== null && pledger.writtenBy === who.accountId
}

// Who may write for an organisation is a matter of access; for a member it is the member.
function isOwn({ pledger }: Pledge, memberId: string | null): boolean {
  return pledger.kind === 'org' || pledger.memberId === memberId
}
