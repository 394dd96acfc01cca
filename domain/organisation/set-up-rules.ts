import { agree, type Decision, refuse } from '../shared/decision.ts'
import { addMonths, type PlainDate } from '../shared/plain-date.ts'

/** Full members a unit needs for a branch of its own. */
export const minFullMembers = 3
/** Units a joint branch generally has at most. */
export const maxJointUnits = 5
/** Months from which a project sets up a branch. */
export const minProjectMonths = 6

/** Member thresholds of the county; the ceiling of a branch may be lowered, never raised. */
export type SizeSettings = {
  /** A branch has at most this many members; above it a split is advised. */
  readonly maxBranchMembers: number
  /** Above this many members a general branch is formed. */
  readonly generalBranchAbove: number
  /** Above this many members a base committee is formed. */
  readonly baseCommitteeAbove: number
}
export const defaultSizes: SizeSettings = {
  maxBranchMembers: 50,
  generalBranchAbove: 50,
  baseCommitteeAbove: 100,
}

/** Refuses a ceiling above the national one, or thresholds out of order. */
export function checkSizes(
  sizes: SizeSettings,
): Decision<SizeSettings, 'sizes-branch-ceiling-too-high' | 'sizes-out-of-order'> {
  if (sizes.maxBranchMembers > defaultSizes.maxBranchMembers) {
    return refuse('sizes-branch-ceiling-too-high', { limit: defaultSizes.maxBranchMembers })
  }
  const { generalBranchAbove, baseCommitteeAbove } = sizes
  if (sizes.maxBranchMembers < minFullMembers || generalBranchAbove >= baseCommitteeAbove) {
    return refuse('sizes-out-of-order')
  }
  return agree(sizes)
}

/** Whether a unit must have a branch; probationary members do not count. */
export function mustHaveBranch(fullMembers: number): boolean {
  return fullMembers >= minFullMembers
}

/** Whether a project of this length sets up a branch, if it also has the members. */
export function projectSetsUpBranch(months: number, fullMembers: number): boolean {
  return months >= minProjectMonths && mustHaveBranch(fullMembers)
}

export type JointUnit = { readonly name: string; readonly fullMembers: number }
export type JointBranchRefusal =
  | 'joint-branch-needs-units'
  | 'joint-branch-unit-too-large'
  | 'joint-branch-too-few-members'

/**
 * Units that share a branch. Refuses fewer than two units, a unit that must have its own branch,
 * and units that together do not reach the minimum. More than five units are allowed but advised against.
 */
export function checkJointBranch(
  units: readonly JointUnit[],
): Decision<{ readonly moreUnitsThanUsual: boolean }, JointBranchRefusal> {
  if (units.length < 2) return refuse('joint-branch-needs-units', { units: units.length })
  const large = units.find(({ fullMembers }) => mustHaveBranch(fullMembers))
  if (large)
    return refuse('joint-branch-unit-too-large', { unit: large.name, fullMembers: large.fullMembers })
  const together = units.reduce((sum, { fullMembers }) => sum + fullMembers, 0)
  if (!mustHaveBranch(together))
    return refuse('joint-branch-too-few-members', { fullMembers: together, minFullMembers })
  return agree({ moreUnitsThanUsual: units.length > maxJointUnits })
}

/** The kind of organisation a number of members calls for, with approval from above. */
export function kindForMembers(
  members: number,
  sizes: SizeSettings = defaultSizes,
): 'branch' | 'generalBranch' | 'baseCommittee' {
  if (members > sizes.baseCommitteeAbove) return 'baseCommittee'
  return members > sizes.generalBranchAbove ? 'generalBranch' : 'branch'
}

/** The day by which the base committee answers a request for a branch: within one month. */
export function setUpReplyDueOn(requestedOn: PlainDate): PlainDate {
  return addMonths(requestedOn, 1)
}
