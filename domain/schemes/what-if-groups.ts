import { type Points, toPoints } from '../shared/points.ts'
import type { Proposal } from './scheme.ts'

export type WhatIfGroup = {
  readonly key: string
  readonly members: number
  readonly risen: number
  readonly fallen: number
  /** Of the changes of those affected; 0 where nobody is. */
  readonly medianChange: Points
}

/** Groups smaller than this are merged before they are shown. */
export const smallestShownGroup = 10
export const mergedGroup = 'merged'

type Placed = {
  readonly memberClass: string
  readonly category: string
  readonly branchId: string
  readonly ageBand: string
}
type Counts = { members: number; risen: number; fallen: number; readonly changes: number[] }

/** Counts changes as members come; medians are taken at the end. */
export function createTally() {
  const all = emptyCounts()
  const classes = new Map<string, Counts>()
  const memberCategories = new Map<string, Counts>()
  const branches = new Map<string, Counts>()
  const ages = new Map<string, Counts>()
  const crossings = new Map<string, { from: Proposal | null; to: Proposal | null; count: number }>()
  return {
    add: (member: Placed, change: number, from: Proposal | null, to: Proposal | null) => {
      count(all, change)
      count(groupOf(classes, member.memberClass), change)
      count(groupOf(memberCategories, member.category), change)
      count(groupOf(branches, member.branchId), change)
      count(groupOf(ages, member.ageBand), change)
      if (from === to) return
      const key = `${from}>${to}`
      const crossing = crossings.get(key) ?? { from, to, count: 0 }
      crossing.count += 1
      crossings.set(key, crossing)
    },
    result: () => ({
      risen: all.risen,
      fallen: all.fallen,
      medianChange: medianOf(all.changes),
      byClass: toGroups(classes),
      byCategory: toGroups(memberCategories),
      byBranch: toGroups(branches),
      byAge: toGroups(ages),
      crossings: [...crossings.values()].toSorted((a, b) => b.count - a.count),
    }),
  }
}

/** Small groups as one, largest group first, so that no line of a table speaks of a few people; medians of merged groups are not kept. */
export function mergeSmall(
  groups: readonly WhatIfGroup[],
  smallest: number = smallestShownGroup,
): WhatIfGroup[] {
  const order = groups.toSorted((a, b) => b.members - a.members)
  let kept = order.filter(({ members }) => members >= smallest).length
  const left = order.slice(kept).reduce((total, { members }) => total + members, 0)
  // What is left over and still too small takes the smallest shown group with it.
  if (left > 0 && left < smallest && kept > 0) kept -= 1
  const shown = order.slice(0, kept)
  const small = order.slice(kept)
  if (small.length === 0) return shown
  const sum = (pick: (group: WhatIfGroup) => number) => small.reduce((total, group) => total + pick(group), 0)
  return [
    ...shown,
    {
      key: mergedGroup,
      members: sum(({ members }) => members),
      risen: sum(({ risen }) => risen),
      fallen: sum(({ fallen }) => fallen),
      medianChange: toPoints(0),
    },
  ]
}

function emptyCounts(): Counts {
  return { members: 0, risen: 0, fallen: 0, changes: [] }
}

function groupOf(groups: Map<string, Counts>, key: string): Counts {
  const known = groups.get(key)
  if (known !== undefined) return known
  const counts = emptyCounts()
  groups.set(key, counts)
  return counts
}

function count(counts: Counts, change: number): void {
  counts.members += 1
  if (change === 0) return
  if (change > 0) counts.risen += 1
  else counts.fallen += 1
  counts.changes.push(change)
}

function toGroups(groups: ReadonlyMap<string, Counts>): WhatIfGroup[] {
  return [...groups].map(([key, { members, risen, fallen, changes }]) => ({
    key,
    members,
    risen,
    fallen,
    medianChange: medianOf(changes),
  }))
}

// The lower of the two middle ones where their number is even, so that it is a change that occurs.
function medianOf(changes: readonly number[]): Points {
  const order = Float64Array.from(changes).toSorted()
  return toPoints(order[Math.floor((order.length - 1) / 2)] ?? 0)
}
