import type { SchemeItem } from '../schemes/scheme.ts'
import { agree, type Decision, refuse } from '../shared/decision.ts'
import { addDays, daysBetween, type PlainDate } from '../shared/plain-date.ts'
import type { Points } from '../shared/points.ts'

export const claimStates = [
  'draft',
  'submitted',
  'approved',
  'adjusted',
  'returned',
  'refused',
  'withdrawn',
] as const
export type ClaimState = (typeof claimStates)[number]
/** States a claim is kept in; drafts stay on the device. */
export const keptClaimStates = [
  'submitted',
  'approved',
  'adjusted',
  'returned',
  'refused',
  'withdrawn',
] as const satisfies readonly ClaimState[]

/** What can happen to a claim. */
export const claimMoves = [
  'submit',
  'enter',
  'resubmit',
  'confirm',
  'disown',
  'withdraw',
  'nameWitness',
  'answerWitness',
  'approve',
  'passOn',
  'adjust',
  'return',
  'refuse',
  'escalate',
  'takeBack',
  'correct',
] as const
export type ClaimMove = (typeof claimMoves)[number]

/** How it came; all count the same. */
export const claimRoutes = ['phone', 'helper', 'paper', 'hostBranch'] as const
export type ClaimRoute = (typeof claimRoutes)[number]

/** What the member alone may be refused. */
export const claimRefusals = ['claim-wrong-state', 'claim-not-yours'] as const

/** What a deed is reported for; each counts by an item of the scheme. */
export type ClaimTarget =
  | { readonly kind: 'item'; readonly itemCode: string }
  | { readonly kind: 'pledge'; readonly pledgeId: string; readonly itemCode: string }
  | { readonly kind: 'task'; readonly taskId: string; readonly itemCode: string }

/** How consent to help was given; a standing one until it is ended. */
export type HelpConsent = { readonly how: 'spoken' | 'written' | 'standing'; readonly on: PlainDate }

/** Who entered it. Phone, helper and paper count the same. */
export type ClaimEntry =
  | { readonly by: 'member' }
  | {
      readonly by: 'helper'
      readonly accountId: string
      readonly helperName: string
      readonly consent: HelpConsent | null
    }
  | { readonly by: 'secretary'; readonly accountId: string; readonly paper: string }

export type Evidence =
  | { readonly kind: 'photo'; readonly fileId: string }
  | { readonly kind: 'witness'; readonly witnessId: string; readonly confirmed: boolean }
  | { readonly kind: 'paper'; readonly fileId: string | null; readonly note: string }
  | { readonly kind: 'roster'; readonly rosterId: string }

export const claimLevels = ['branch', 'baseCommittee', 'county'] as const
export type ClaimLevel = (typeof claimLevels)[number]

export type Approval = { readonly level: ClaimLevel; readonly by: string; readonly on: PlainDate }

export type Claim = {
  readonly id: string
  /** Made on the device; the same one sent again is the same claim. */
  readonly deviceKey: string
  readonly memberId: string
  /** The branch the member belonged to when it was sent; it stays there when the member moves. */
  readonly orgId: string
  readonly target: ClaimTarget
  readonly deedOn: PlainDate
  readonly submittedOn: PlainDate | null
  /** In hundredths of the unit of the item. */
  readonly quantity: number
  /** Inside the bounds of an item that has them: announced with the task, or chosen by the first reviewer. */
  readonly chosen: Points | null
  readonly said: string
  /** Only if the member wishes (S-194). */
  readonly place: string | null
  readonly evidence: readonly Evidence[]
  readonly entry: ClaimEntry
  /** Needed when the deed is of an earlier month. */
  readonly lateReason: string | null
  readonly state: ClaimState
  /** The level it lies at, and since when. */
  readonly level: ClaimLevel
  readonly levelSince: PlainDate | null
  readonly approvals: readonly Approval[]
  /** The last word on it; an adjustment stays while higher levels approve. */
  readonly decision: { readonly by: string; readonly on: PlainDate; readonly reason: string | null } | null
  /** True once the member has said that an assisted entry is right. */
  readonly confirmedByMember: boolean
}

export const submitRefusals = [
  'claim-wrong-state',
  'claim-not-yours',
  'claim-item-unknown',
  'claim-item-recorded-already',
  'claim-not-open-to-you',
  'claim-in-future',
  'claim-too-late',
  'claim-late-needs-reason',
  'claim-quantity-not-positive',
  'claim-evidence-needed',
  'claim-own-witness',
  'claim-needs-consent',
  'claim-needs-paper',
  'claim-outside-period',
  'claim-needs-task',
] as const
export type SubmitRefusal = (typeof submitRefusals)[number]

export type SubmitFacts = {
  /** The item in the version of the deed's month; undefined where it knows none. */
  readonly item: SchemeItem | undefined
  readonly lateEntryDays: number
  /** Days of the pledge or task it belongs to; null for a plain item. */
  readonly window: { readonly from: PlainDate; readonly until: PlainDate } | null
  readonly today: PlainDate
  /** Day it was written on a device without network; null where it came at once. */
  readonly writtenOn: PlainDate | null
  /** Own membership of who sends it; null for an account without one. */
  readonly senderMemberId: string | null
}

/**
 * Sends a deed to the branch (R-234, S-194). Words, photo and place are optional; a witness, paper or roster proves as much.
 * An earlier month takes a reason and keeps both dates; after the set days it is too late. A helper needs recorded consent, the
 * secretary the paper. What a record credits by itself is not claimed again (S-195), what is announced beforehand is
 * claimed through its task, and what was written in time on a device without network needs no other reason.
 */
export function submitClaim(claim: Claim, facts: SubmitFacts): Decision<Claim, SubmitRefusal> {
  const { item, today } = facts
  if (claim.state !== 'draft' && claim.state !== 'returned')
    return refuse('claim-wrong-state', { state: claim.state })
  if (item === undefined) return refuse('claim-item-unknown', { itemCode: claim.target.itemCode })
  if (item.automatic !== null) return refuse('claim-item-recorded-already', { source: item.automatic })
  const ofTask = claim.target.kind === 'task'
  if (item.announced && !ofTask) return refuse('claim-needs-task')
  // Who took an announced task reports it, also where the item by itself is only awarded from above.
  if (!ofTask && !item.claim.includes(claim.entry.by))
    return refuse('claim-not-open-to-you', { by: claim.entry.by })
  const entered = checkEntered(claim, facts.senderMemberId)
  if (entered !== undefined) return refuse(entered)
  if (!Number.isSafeInteger(claim.quantity) || claim.quantity <= 0)
    return refuse('claim-quantity-not-positive')
  if (claim.deedOn > today) return refuse('claim-in-future', { today })
  // A claim that was returned keeps the day it first came.
  const enteredOn = claim.submittedOn ?? today
  const late = daysBetween(claim.deedOn, enteredOn)
  if (late > facts.lateEntryDays) return refuse('claim-too-late', { days: late, most: facts.lateEntryDays })
  const writtenInTime = facts.writtenOn !== null && !isLate(claim.deedOn, facts.writtenOn)
  if (isLate(claim.deedOn, enteredOn) && !writtenInTime && (claim.lateReason ?? '').trim() === '')
    return refuse('claim-late-needs-reason', { days: late })
  const { window } = facts
  if (window !== null && (claim.deedOn < window.from || claim.deedOn > window.until)) {
    return refuse('claim-outside-period', { from: window.from, until: window.until })
  }
  const { needed } = item.evidence
  if (needed.length > 0 && !claim.evidence.some(({ kind }) => needed.includes(kind))) {
    return refuse('claim-evidence-needed', { oneOf: needed })
  }
  if (claim.evidence.some((each) => each.kind === 'witness' && each.witnessId === claim.memberId))
    return refuse('claim-own-witness')
  return agree({
    ...claim,
    state: 'submitted',
    submittedOn: claim.submittedOn ?? today,
    level: 'branch',
    levelSince: today,
    approvals: [],
    decision: null,
    confirmedByMember: claim.entry.by === 'member',
  })
}

function checkEntered(claim: Claim, senderMemberId: string | null): SubmitRefusal | undefined {
  const { entry } = claim
  if (entry.by === 'member') return senderMemberId === claim.memberId ? undefined : 'claim-not-yours'
  if (entry.by === 'secretary') return entry.paper.trim() === '' ? 'claim-needs-paper' : undefined
  return entry.consent === null || entry.helperName.trim() === '' ? 'claim-needs-consent' : undefined
}

/** A deed of an earlier month is entered late; the list says how many days after. */
export function isLate(deedOn: PlainDate, enteredOn: PlainDate): boolean {
  return deedOn.slice(0, 7) < enteredOn.slice(0, 7)
}

/** The way it came, as the queue shows it. */
export function routeOf(entryBy: ClaimEntry['by'], hostBranch: string): ClaimRoute {
  if (hostBranch !== '') return 'hostBranch'
  return entryBy === 'member' ? 'phone' : entryBy === 'helper' ? 'helper' : 'paper'
}

/** Taken back while nobody has decided. */
export function withdrawClaim(
  claim: Claim,
  byMemberId: string | null,
): Decision<Claim, 'claim-wrong-state' | 'claim-not-yours'> {
  if (!['draft', 'submitted', 'returned'].includes(claim.state))
    return refuse('claim-wrong-state', { state: claim.state })
  if (byMemberId !== claim.memberId) return refuse('claim-not-yours')
  return agree({ ...claim, state: 'withdrawn' })
}

/** The member says whether what a helper or the secretary entered is right; `no` takes an undecided claim back. */
export function confirmAssisted(
  claim: Claim,
  byMemberId: string | null,
  right: boolean,
): Decision<Claim, 'claim-wrong-state' | 'claim-not-yours'> {
  if (byMemberId !== claim.memberId) return refuse('claim-not-yours')
  if (claim.entry.by === 'member') return refuse('claim-wrong-state', { state: claim.state })
  if (right) return agree({ ...claim, confirmedByMember: true })
  if (claim.state !== 'submitted' && claim.state !== 'returned')
    return refuse('claim-wrong-state', { state: claim.state })
  return agree({ ...claim, state: 'withdrawn' })
}

/** Whether two sendings are one claim: same device key of the same member, however often it came. */
export function isSameSending(
  a: Pick<Claim, 'memberId' | 'deviceKey'>,
  b: Pick<Claim, 'memberId' | 'deviceKey'>,
): boolean {
  return a.memberId === b.memberId && a.deviceKey === b.deviceKey
}

/** Claims that look like the same deed told twice: same item within a day; a hint for the reviewer. */
export function likelyDoubles(claim: Claim, others: readonly Claim[]): Claim[] {
  return others.filter(
    (other) =>
      other.id !== claim.id &&
      other.memberId === claim.memberId &&
      other.target.itemCode === claim.target.itemCode &&
      other.state !== 'withdrawn' &&
      other.state !== 'refused' &&
      Math.abs(daysBetween(other.deedOn, claim.deedOn)) <= 1,
  )
}

/** The number on the slip a device keeps: year, month and day of the deed, and a count of the branch (`26-0921-0417`). */
export function claimNumber(deedOn: PlainDate, count: number): string {
  return `${deedOn.slice(2, 4)}-${deedOn.slice(5, 7)}${deedOn.slice(8, 10)}-${String(count).padStart(4, '0')}`
}

/** The first day a claim of that deed would be too late. */
export function closesOn(deedOn: PlainDate, lateEntryDays: number): PlainDate {
  return addDays(deedOn, lateEntryDays + 1)
}
