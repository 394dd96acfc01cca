import type { Credited, CreditRules, Used } from '../points/credit.ts'
import { creditRaw } from '../points/credit.ts'
import { rawValue } from '../schemes/item-value.ts'
import type { ApprovalRoute, SchemeItem } from '../schemes/scheme.ts'
import { agree, type Decision, refuse } from '../shared/decision.ts'
import { addDays, daysBetween, type PlainDate } from '../shared/plain-date.ts'
import type { Points } from '../shared/points.ts'
import { type Claim, type ClaimLevel, claimLevels } from './claim.ts'

export type ClaimReviewer = {
  readonly accountId: string
  readonly memberId: string | null
  readonly level: ClaimLevel
}

export const reviewRefusals = [
  'claim-already-decided',
  'claim-own-decision',
  'claim-own-entry',
  'claim-other-level',
  'claim-approved-by-same',
  'claim-witness-decides',
  'claim-value-out-of-range',
  'claim-quantity-not-positive',
  'claim-needs-reason',
  'claim-not-adjusted',
] as const
export type ReviewRefusal = (typeof reviewRefusals)[number]

/** What the scheme and the ledger say about a claim at the moment of decision. */
export type ReviewFacts = {
  readonly item: SchemeItem
  readonly rules: CreditRules
  readonly used: Readonly<Used>
  readonly today: PlainDate
  /** Levels above the branch that exist; a branch right below the county has no committee between. All where it is left out. */
  readonly levels?: readonly ClaimLevel[]
}

/** What goes to the ledger once the last level has approved. */
export type Award = { readonly raw: Points } & Credited
export type Reviewed = {
  readonly claim: Claim
  /** Null while a higher level has to approve. */ readonly award: Award | null
}

/**
 * Approves a claim at its level: the value by the scheme, or the one chosen inside its bounds, credited under the caps.
 * A large bonus goes on to the next level and counts when the last one has approved. Refuses one's own deed, what one
 * entered as a helper or proves as a witness, and a second decision of the same person.
 */
export function approveClaim(
  claim: Claim,
  reviewer: ClaimReviewer,
  chosen: Points | null,
  facts: ReviewFacts,
): Decision<Reviewed, ReviewRefusal> {
  const barred = barredFrom(claim, reviewer)
  if (barred !== undefined) return refuse(barred)
  // The first reviewer chooses; a higher level approves what was chosen, or adjusts it with a reason.
  return pass({ ...claim, chosen: claim.chosen ?? chosen }, reviewer, facts)
}

/** Approves less or more than was claimed, with the reason the member reads (S-196). The quantity or the chosen value changes. */
export function adjustClaim(
  claim: Claim,
  reviewer: ClaimReviewer,
  right: { readonly quantity: number; readonly chosen: Points | null; readonly reason: string },
  facts: ReviewFacts,
): Decision<Reviewed, ReviewRefusal> {
  const barred = barredFrom(claim, reviewer)
  if (barred !== undefined) return refuse(barred)
  const { quantity, chosen } = right
  const reason = right.reason.trim()
  if (reason === '') return refuse('claim-needs-reason')
  if (quantity === claim.quantity && chosen === claim.chosen) return refuse('claim-not-adjusted')
  const decision = { by: reviewer.accountId, on: facts.today, reason }
  return pass({ ...claim, quantity, chosen, decision }, reviewer, facts)
}

/** Gives it back to be completed, or refuses it; both with the reason (S-196). */
export function turnDown(
  claim: Claim,
  how: 'returned' | 'refused',
  reviewer: ClaimReviewer,
  reason: string,
  today: PlainDate,
): Decision<Claim, ReviewRefusal> {
  const barred = barredFrom(claim, reviewer)
  if (barred !== undefined) return refuse(barred)
  if (reason.trim() === '') return refuse('claim-needs-reason')
  return agree({
    ...claim,
    state: how,
    approvals: [],
    decision: { by: reviewer.accountId, on: today, reason: reason.trim() },
  })
}

function pass(claim: Claim, reviewer: ClaimReviewer, facts: ReviewFacts): Decision<Reviewed, ReviewRefusal> {
  const { item, rules, used, today, levels } = facts
  const value = rawValue(item, claim.quantity, claim.chosen)
  if (!value.ok) {
    return refuse(
      value.code === 'item-quantity-not-positive'
        ? 'claim-quantity-not-positive'
        : 'claim-value-out-of-range',
      value.details,
    )
  }
  const approvals = [...claim.approvals, { level: claim.level, by: reviewer.accountId, on: today }]
  const next = levelAfter(claim.level, item.approval, levels)
  if (next !== undefined) {
    return agree({ claim: { ...claim, approvals, level: next, levelSince: today }, award: null })
  }
  const rule = rules.items.get(item.code)
  if (rule === undefined) throw new RangeError(`the rules do not know ${item.code}`)
  const decision = claim.decision ?? { by: reviewer.accountId, on: today, reason: null }
  const state = claim.decision === null ? 'approved' : 'adjusted'
  return agree({
    claim: { ...claim, state, approvals, decision },
    award: { raw: value.value, ...creditRaw(rules, rule, value.value, used) },
  })
}

/** The level that approves after this one; undefined at the end of the route. A claim that went up does not come down. */
export function levelAfter(
  level: ClaimLevel,
  route: ApprovalRoute,
  levels: readonly ClaimLevel[] = claimLevels,
): ClaimLevel | undefined {
  const at = claimLevels.indexOf(level)
  return at < claimLevels.indexOf(route) ? levelAbove(level, levels) : undefined
}

/** The next level that exists. */
export function levelAbove(
  level: ClaimLevel,
  levels: readonly ClaimLevel[] = claimLevels,
): ClaimLevel | undefined {
  return claimLevels.slice(claimLevels.indexOf(level) + 1).find((each) => levels.includes(each))
}

/** Why somebody may not decide a claim. */
export function barredFrom(claim: Claim, reviewer: ClaimReviewer): ReviewRefusal | undefined {
  if (claim.state !== 'submitted') return 'claim-already-decided'
  if (reviewer.level !== claim.level) return 'claim-other-level'
  if (reviewer.memberId === claim.memberId) return 'claim-own-decision'
  if (claim.entry.by === 'helper' && claim.entry.accountId === reviewer.accountId) return 'claim-own-entry'
  if (claim.approvals.some(({ by }) => by === reviewer.accountId)) return 'claim-approved-by-same'
  const { memberId } = reviewer
  const proves = claim.evidence.some((each) => each.kind === 'witness' && each.witnessId === memberId)
  return memberId !== null && proves ? 'claim-witness-decides' : undefined
}

/** The last day a level has; after it the claim goes up. */
export function decideBy(claim: Pick<Claim, 'levelSince'>, decideDays: number): PlainDate | null {
  return claim.levelSince === null ? null : addDays(claim.levelSince, decideDays)
}

/** Days it has been waiting where it lies. */
export function waitingDays(claim: Pick<Claim, 'levelSince'>, today: PlainDate): number {
  return claim.levelSince === null ? 0 : Math.max(0, daysBetween(claim.levelSince, today))
}

/** One level up when the set days have passed undecided; the same claim where they have not, or at the top. */
export function escalate(
  claim: Claim,
  decideDays: number,
  today: PlainDate,
  levels: readonly ClaimLevel[] = claimLevels,
): Claim {
  const last = decideBy(claim, decideDays)
  const next = levelAbove(claim.level, levels)
  if (claim.state !== 'submitted' || last === null || today <= last || next === undefined) return claim
  return { ...claim, level: next, levelSince: today }
}

/** Why a claim is decided by itself and not with others. */
export const aloneReasons = ['evidence', 'value', 'cap', 'higher-level', 'barred', 'double'] as const
export type AloneReason = (typeof aloneReasons)[number]
export type BatchPart = { readonly claim: Claim; readonly facts: ReviewFacts; readonly hasDouble: boolean }

/**
 * Whether the evidence is complete: something is there, and a witness has confirmed. The paper a claim was copied from counts
 * the consent to help does not.
 */
export function isEvidenceComplete(claim: Pick<Claim, 'evidence' | 'entry'>): boolean {
  return (
    (claim.evidence.length > 0 || claim.entry.by === 'secretary') &&
    claim.evidence.every((each) => each.kind !== 'witness' || each.confirmed)
  )
}

/**
 * Which claims may be approved together: complete evidence, a set value, nothing touched by a cap, decided at this level.
 * `used` of each part must already hold what the parts before it would credit.
 */
export function aloneReason(part: BatchPart, reviewer: ClaimReviewer): AloneReason | undefined {
  const { claim, facts } = part
  if (barredFrom(claim, reviewer) !== undefined) return 'barred'
  if (!isEvidenceComplete(claim)) return 'evidence'
  if (facts.item.value.kind === 'range') return 'value'
  if (part.hasDouble) return 'double'
  if (levelAfter(claim.level, facts.item.approval, facts.levels) !== undefined) return 'higher-level'
  const approved = approveClaim(claim, reviewer, null, facts)
  if (!approved.ok) return 'barred'
  return approved.value.award?.limit === null ? undefined : 'cap'
}

// Seconds a claim usually takes.
const SECONDS_A_CLAIM = 40

/** How long some claims usually take, in whole minutes. */
export function reviewMinutes(count: number): number {
  return Math.ceil((count * SECONDS_A_CLAIM) / 60)
}
