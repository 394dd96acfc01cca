import { yearScore } from '../points/base.ts'
import { pointsCategories, type PointsCategory } from '../points/category.ts'
import type { CreditedItem } from '../points/credit.ts'
import { compareDeeds, createCreditRun, type CreditRun, dayKeyOf, type Deed } from '../points/credit-run.ts'
import { noPoints, type Points, toPoints } from '../shared/points.ts'
import { mostOf } from './item-value.ts'
import { type Proposal, proposeFrom, type SchemeContent, type SchemeItem, toCreditRules } from './scheme.ts'
import { createTally, type WhatIfGroup } from './what-if-groups.ts'

/** Who a member is for the comparison; groups are words of the caller, such as an age band or the id of a branch. */
export type WhatIfMember = {
  readonly memberId: string
  readonly memberClass: string
  /** What the member does in life (S-001). */
  readonly category: string
  readonly branchId: string
  readonly ageBand: string
  /** The base of the year. */
  readonly base: Points
  readonly appraisal: Points | null
  /** What the ledger credited in the year without the base; null where it is not compared. */
  readonly recorded: Points | null
}

/**
 * A member's deeds of the year in columns, in the order of day and identifier: only lines that stand, so neither a reversal
 * nor what it took back. The arrays may be longer than `count` and be used again for the next member.
 */
export type DeedColumns = {
  readonly count: number
  /** From `itemIndex`. */
  readonly items: ArrayLike<number>
  /** Hundredths before caps; negative for deductions. */
  readonly raws: ArrayLike<number>
  /** `20260131`. */
  readonly days: ArrayLike<number>
}

export type Crossing = {
  readonly from: Proposal | null
  readonly to: Proposal | null
  readonly count: number
}
export type WhatIfChange = {
  readonly memberId: string
  readonly before: Points
  readonly after: Points
  readonly proposalBefore: Proposal | null
  readonly proposalAfter: Proposal | null
}
export type CategoryChange = {
  readonly category: PointsCategory
  readonly before: Points
  readonly after: Points
}
export type WhatIfResult = {
  readonly members: number
  readonly lines: number
  readonly risen: number
  readonly fallen: number
  /** Of the changes of those affected. */
  readonly medianChange: Points
  /** Everybody whose year would change, in the order in which they came. */
  readonly affected: readonly WhatIfChange[]
  readonly categories: readonly CategoryChange[]
  readonly byClass: readonly WhatIfGroup[]
  readonly byCategory: readonly WhatIfGroup[]
  readonly byBranch: readonly WhatIfGroup[]
  readonly byAge: readonly WhatIfGroup[]
  readonly crossings: readonly Crossing[]
  /** Lines of items the draft no longer knows; they count nothing there. */
  readonly droppedLines: number
  /** Members whose ledger differs from the old version run anew, by corrections or by order of posting. */
  readonly ledgerDiffers: number
}

export type WhatIf = {
  /** The number of an item in the columns; -1 for one neither version knows. */
  readonly itemIndex: (code: string) => number
  readonly add: (member: WhatIfMember, deeds: DeedColumns) => void
  readonly addDeeds: (member: WhatIfMember, deeds: readonly Deed[]) => void
  readonly result: () => WhatIfResult
}

/**
 * Runs a draft over a year of lines beside the version it changes, one member after the other, in one pass: who would rise
 * or fall, by class, branch, age and kind of points, and whose proposal line would change. Nothing is written.
 */
export function createWhatIf(before: SchemeContent, after: SchemeContent): WhatIf {
  const codes = [...new Set([...before.items, ...after.items].map(({ code }) => code))]
  const indexOf = new Map(codes.map((code, index) => [code, index]))
  const old = createSide(before, before, codes)
  const draft = createSide(before, after, codes)
  const tally = createTally()
  const affected: WhatIfChange[] = []
  let members = 0
  let lines = 0
  let droppedLines = 0
  let ledgerDiffers = 0
  const add = (member: WhatIfMember, deeds: DeedColumns) => {
    members += 1
    lines += deeds.count
    droppedLines += draft.run(member, deeds)
    old.run(member, deeds)
    if (member.recorded !== null && member.recorded !== old.credited()) ledgerDiffers += 1
    const [was, is] = [old.score(member), draft.score(member)]
    const change = {
      memberId: member.memberId,
      before: was,
      after: is,
      proposalBefore: proposeFrom(before.proposalLines, was),
      proposalAfter: proposeFrom(after.proposalLines, is),
    }
    tally.add(member, is - was, change.proposalBefore, change.proposalAfter)
    if (is !== was || change.proposalBefore !== change.proposalAfter) affected.push(change)
  }
  return {
    itemIndex: (code) => indexOf.get(code) ?? -1,
    add,
    addDeeds: (member, deeds) => add(member, toColumns(deeds, indexOf)),
    result: () => ({
      members,
      lines,
      affected,
      droppedLines,
      ledgerDiffers,
      ...tally.result(),
      categories: pointsCategories.map((category, index) => ({
        category,
        before: old.sumOf(index),
        after: draft.sumOf(index),
      })),
    }),
  }
}

type Side = {
  /** Credits a member's deeds; gives the number of lines this side does not know. */
  readonly run: (member: WhatIfMember, deeds: DeedColumns) => number
  readonly credited: () => number
  readonly score: (member: WhatIfMember) => Points
  readonly sumOf: (category: number) => Points
}

function createSide(from: SchemeContent, content: SchemeContent, codes: readonly string[]): Side {
  const rules = toCreditRules({ ...content, id: '' })
  const items: readonly (CreditedItem | undefined)[] = codes.map((code) => rules.items.get(code))
  const revalue = codes.map((code) => revaluation(find(from, code), find(content, code)))
  const run: CreditRun = createCreditRun(rules, codes.length)
  const sums = new Float64Array(pointsCategories.length)
  let base = 0
  return {
    run: (member, deeds) => {
      let unknown = 0
      base = member.base
      run.start(base)
      for (let at = 0; at < deeds.count; at += 1) {
        const index = deeds.items[at] ?? -1
        const item = items[index]
        const raw = deeds.raws[at] ?? 0
        if (item === undefined) unknown += 1
        else run.next(item, index, revalue[index]?.(raw) ?? raw, deeds.days[at] ?? 0)
      }
      for (const [index, sum] of run.byCategory.entries()) sums[index] = (sums[index] ?? 0) + sum
      return unknown
    },
    credited: () => run.total() - base,
    score: ({ appraisal }) => {
      const points = toPoints(run.total())
      return yearScore({ points, unlimitedBonus: noPoints, appraisal }, content.appraisalPercent)
    },
    sumOf: (category) => toPoints(sums[category] ?? 0),
  }
}

function find(content: SchemeContent, code: string): SchemeItem | undefined {
  return content.items.find((item) => item.code === code)
}

type Revaluation = ((raw: number) => number) | undefined

// A new value per unit scales what was recorded; new bounds hold it inside.
function revaluation(from: SchemeItem | undefined, to: SchemeItem | undefined): Revaluation {
  if (from === undefined || to === undefined) return undefined
  if (from.value.kind === 'fixed' && to.value.kind === 'fixed') {
    const [was, is] = [from.value.points, to.value.points]
    if (was === is) return undefined
    return (raw) => Math.sign(raw) * Math.floor((Math.abs(raw) * is * 2 + was) / (was * 2))
  }
  const most = mostOf(to.value)
  if (to.value.kind === 'range') {
    const { least } = to.value
    if (from.value.kind === 'range' && from.value.least >= least && from.value.most <= most) return undefined
    return (raw) => Math.sign(raw) * Math.min(most, Math.max(least, Math.abs(raw)))
  }
  return (raw) => Math.sign(raw) * most
}

function toColumns(deeds: readonly Deed[], indexOf: ReadonlyMap<string, number>): DeedColumns {
  const order = deeds.toSorted(compareDeeds)
  return {
    count: order.length,
    items: order.map(({ itemCode }) => indexOf.get(itemCode) ?? -1),
    raws: order.map(({ raw }) => raw),
    days: order.map(({ deedOn }) => dayKeyOf(deedOn)),
  }
}
