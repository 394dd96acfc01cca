import { type GradeCounts, sumCounts } from '../appraisals/grade.ts'
import { mostOf } from '../schemes/item-value.ts'
import type { SchemeContent, SchemeItem } from '../schemes/scheme.ts'
import { type Points, sumPoints } from '../shared/points.ts'

/** What the lens points at; each is a reason to talk and corrects nothing. */
export const lensFlags = [
  'more-excellent-than-peers',
  'fewer-excellent-than-peers',
  'more-low-than-peers',
  'points-far-from-peers',
  'reviewer-refuses-more',
  'reviewer-adjusts-more',
  'few-points-open',
  'group-far-behind',
] as const
export type LensFlag = {
  readonly code: (typeof lensFlags)[number]
  /** Branch, reviewer or group; never a member. */
  readonly subjectId: string
  /** In percent, whole. */
  readonly own: number
  readonly peers: number
}

/** People or decisions below which a share says nothing. */
export const leastForLens = 10
/** Points of a percentage by which somebody differs before it is said. */
export const lensDistance = 20
/** Percent of their points that should be open to those who stay at home or live away. */
export const leastOpenPercent = 50

export type BranchYear = {
  readonly branchId: string
  readonly grades: GradeCounts
  /** Of all members with points. */
  readonly members: number
  readonly points: Points
}
export type ReviewerYear = {
  readonly reviewerId: string
  readonly decided: number
  readonly refused: number
  readonly adjusted: number
}

type Part = { readonly id: string; readonly part: number; readonly whole: number }
type Found = { readonly id: string; readonly own: number; readonly peers: number }

/** Branches whose grades or mean points lie far from those of their peers, the own ones left out of the comparison. */
export function branchLens(branches: readonly BranchYear[]): LensFlag[] {
  const share = (of: (counts: GradeCounts) => number): Part[] =>
    branches.map(({ branchId, grades }) => ({ id: branchId, part: of(grades), whole: sumCounts(grades) }))
  const excellent = farFromPeers(share(({ excellent: count }) => count))
  const low = farFromPeers(share(({ basicallyQualified, unqualified }) => basicallyQualified + unqualified))
  return [
    ...excellent.map((found) =>
      toFlag(found.own > found.peers ? 'more-excellent-than-peers' : 'fewer-excellent-than-peers', found),
    ),
    ...low.filter(({ own, peers }) => own > peers).map((found) => toFlag('more-low-than-peers', found)),
    ...meanFlags(branches),
  ]
}

/** Reviewers who refuse or adjust far more claims than the others. */
export function reviewerLens(reviewers: readonly ReviewerYear[]): LensFlag[] {
  const more = (of: (reviewer: ReviewerYear) => number) =>
    farFromPeers(
      reviewers.map((reviewer) => ({ id: reviewer.reviewerId, part: of(reviewer), whole: reviewer.decided })),
    ).filter(({ own, peers }) => own > peers)
  return [
    ...more(({ refused }) => refused).map((found) => toFlag('reviewer-refuses-more', found)),
    ...more(({ adjusted }) => adjusted).map((found) => toFlag('reviewer-adjusts-more', found)),
  ]
}

/** Groups whose reach of points is looked at; health itself is not known here, only the mark of light duty with consent. */
export const lensGroups = ['old', 'away', 'lightDuty'] as const
export type LensGroup = (typeof lensGroups)[number]

/**
 * Percent of a scheme's yearly points, deductions left out, that can be earned at home or where one works far away (R-226,
 * R-271); null where a scheme scores nothing.
 */
export function openShare(content: Pick<SchemeContent, 'items'>): number | null {
  const earning = content.items.filter(({ category }) => category !== 'deductions')
  const all = sumPoints(earning.map(mostInYear))
  return all === 0
    ? null
    : percentOf(sumPoints(earning.filter(({ fromHome }) => fromHome).map(mostInYear)), all)
}

export type GroupReach = { readonly group: LensGroup; readonly members: number; readonly openPercent: number }

/**
 * How much of their points is open to the old, to those away and to those on light duty, by the schemes they are really
 * under; members whose scheme scores nothing are left out.
 */
export function reachOf(
  group: LensGroup,
  under: readonly { readonly members: number; readonly content: Pick<SchemeContent, 'items'> }[],
): GroupReach {
  let members = 0
  let weighted = 0
  for (const each of under) {
    const share = openShare(each.content)
    if (share === null) continue
    members += each.members
    weighted += share * each.members
  }
  return { group, members, openPercent: members === 0 ? 0 : Math.round(weighted / members) }
}

/** Groups to whom less than half of their points is open. */
export function reachLens(groups: readonly GroupReach[], least: number = leastOpenPercent): LensFlag[] {
  return groups
    .filter(({ members, openPercent }) => members > 0 && openPercent < least)
    .map(({ group, openPercent }) => ({
      code: 'few-points-open',
      subjectId: group,
      own: openPercent,
      peers: least,
    }))
}

/** Groups whose members have on average far fewer points than all others together. */
export function groupLens(
  groups: readonly { readonly group: LensGroup; readonly members: number; readonly points: Points }[],
  others: { readonly members: number; readonly points: Points },
): LensFlag[] {
  if (others.members < leastForLens || others.points <= 0) return []
  return groups.flatMap(({ group, members, points }): LensFlag[] => {
    if (members < leastForLens) return []
    const own = Math.round((points * others.members * 100) / (others.points * members))
    return own <= 100 - lensDistance ? [{ code: 'group-far-behind', subjectId: group, own, peers: 100 }] : []
  })
}

// Mean points of a branch as percent of the mean of all other branches.
function meanFlags(branches: readonly BranchYear[]): LensFlag[] {
  const members = branches.reduce((sum, each) => sum + each.members, 0)
  const points = sumPoints(branches.map((each) => each.points))
  return branches.flatMap((branch): LensFlag[] => {
    const others = { members: members - branch.members, points: points - branch.points }
    if (branch.members < leastForLens || others.members < leastForLens || others.points <= 0) return []
    const own = Math.round((branch.points * others.members * 100) / (others.points * branch.members))
    const far = Math.abs(own - 100) >= lensDistance
    return far ? [{ code: 'points-far-from-peers', subjectId: branch.branchId, own, peers: 100 }] : []
  })
}

function farFromPeers(parts: readonly Part[]): Found[] {
  const part = parts.reduce((sum, each) => sum + each.part, 0)
  const whole = parts.reduce((sum, each) => sum + each.whole, 0)
  return parts.flatMap((each): Found[] => {
    const others = whole - each.whole
    if (each.whole < leastForLens || others < leastForLens) return []
    const own = percentOf(each.part, each.whole)
    const peers = percentOf(part - each.part, others)
    return Math.abs(own - peers) >= lensDistance ? [{ id: each.id, own, peers }] : []
  })
}

function toFlag(code: LensFlag['code'], { id, own, peers }: Found): LensFlag {
  return { code, subjectId: id, own, peers }
}

// An item without a cap of the year counts with what one unit brings.
function mostInYear({ value, caps }: SchemeItem): Points {
  return caps.year ?? mostOf(value)
}

function percentOf(part: number, whole: number): number {
  return Math.round((part * 100) / whole)
}
