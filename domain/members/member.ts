import { agree, type Decision, refuse } from '../shared/decision.ts'
import type { Sex } from '../shared/identity-number.ts'
import type { PlainDate } from '../shared/plain-date.ts'
import type { CategorySpan } from './category.ts'
import type { Education } from './education.ts'
import type { MemberState } from './member-state.ts'

/** Only full members vote and are counted for the size of a branch. */
export const membershipKinds = ['full', 'probationary'] as const
export type MembershipKind = (typeof membershipKinds)[number]

/** The one branch, and the group where there are groups, a member belongs to. */
export type Affiliation = {
  readonly branchId: string
  readonly groupId: string | null
  readonly fromOn: PlainDate
  /** First day it no longer holds; null for the one that holds now. */
  readonly untilOn: PlainDate | null
}

/** A member's file as rules see it; identity number and phone are kept apart and never needed here. */
export type Member = {
  readonly id: string
  readonly name: string
  readonly sex: Sex
  readonly bornOn: PlainDate
  readonly ethnicGroup: string | null
  readonly education: Education | null
  readonly membershipKind: MembershipKind
  readonly admittedOn: PlainDate
  /** Null while probationary. */
  readonly convertedOn: PlainDate | null
  readonly state: MemberState
  readonly affiliations: readonly Affiliation[]
  readonly categories: readonly CategorySpan[]
}

/** The one affiliation that holds on a day, if any. */
export function findAffiliationOn(
  affiliations: readonly Affiliation[],
  day: PlainDate,
): Affiliation | undefined {
  return affiliations.find(({ fromOn, untilOn }) => fromOn <= day && (untilOn === null || day < untilOn))
}

export type AffiliationRefusal =
  | 'affiliation-missing'
  | 'affiliation-more-than-one'
  | 'affiliation-not-a-branch'
  | 'affiliation-group-of-other-branch'
  | 'affiliation-group-missing'

export type AffiliationFacts = {
  readonly isBranch: (orgId: string) => boolean
  /** Open groups of a branch; empty where it has none. */
  readonly groupsOf: (branchId: string) => readonly string[]
}

/**
 * Exactly one affiliation on the day, to a branch, and to one of its groups where it has groups.
 * Refuses none, two at once, anything but a branch, a foreign group, and no group in a branch that has them.
 */
export function checkAffiliation(
  affiliations: readonly Affiliation[],
  day: PlainDate,
  facts: AffiliationFacts,
): Decision<Affiliation, AffiliationRefusal> {
  const holding = affiliations.filter((one) => findAffiliationOn([one], day))
  const [affiliation] = holding
  if (!affiliation) return refuse('affiliation-missing')
  if (holding.length > 1) return refuse('affiliation-more-than-one', { count: holding.length })
  if (!facts.isBranch(affiliation.branchId)) return refuse('affiliation-not-a-branch')
  const groups = facts.groupsOf(affiliation.branchId)
  if (affiliation.groupId === null)
    return groups.length > 0 ? refuse('affiliation-group-missing') : agree(affiliation)
  return groups.includes(affiliation.groupId)
    ? agree(affiliation)
    : refuse('affiliation-group-of-other-branch')
}

/** Moves a member: the old affiliation ends on the day the new one begins, so that there is always one. */
export function changeAffiliation(
  affiliations: readonly Affiliation[],
  next: { readonly branchId: string; readonly groupId: string | null },
  on: PlainDate,
): Decision<
  readonly Affiliation[],
  'affiliation-missing' | 'affiliation-unchanged' | 'affiliation-before-last'
> {
  const current = affiliations.find(({ untilOn }) => untilOn === null)
  if (!current) return refuse('affiliation-missing')
  if (current.branchId === next.branchId && current.groupId === next.groupId)
    return refuse('affiliation-unchanged')
  if (on < current.fromOn) return refuse('affiliation-before-last', { fromOn: current.fromOn })
  const closed = affiliations.filter((one) => one !== current)
  // An affiliation that would end on its first day never held; it is replaced.
  const before = on === current.fromOn ? closed : [...closed, { ...current, untilOn: on }]
  return agree([...before, { ...next, fromOn: on, untilOn: null }])
}
