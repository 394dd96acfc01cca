import { type PlainDate } from '../shared/plain-date.ts'
import { type Points, toPoints } from '../shared/points.ts'
import { isProcess, pointsCategories, type PointsCategory } from './category.ts'
import { type Credited, type CreditedItem, type CreditRules, creditRaw, type Used } from './credit.ts'

/** A reviewed deed before caps. `raw` is negative for a deduction. */
export type Deed = {
  readonly id: string
  readonly itemCode: string
  readonly raw: Points
  readonly deedOn: PlainDate
}
export type CreditedDeed = Deed & Credited

/** One member's deeds taken one after the other; used again for the next member after `start`. */
export type CreditRun = {
  /** Begins a member with the base of the year, in hundredths. */
  readonly start: (base: number) => void
  /** Days (`20260131`) must not go back. An item the rules do not know counts nothing. */
  readonly next: (item: CreditedItem | undefined, index: number, raw: number, day: number) => Credited
  /** Credited so far in the order of `pointsCategories`, in hundredths. */
  readonly byCategory: Float64Array
  readonly total: () => number
}

const nothing: Credited = { credited: toPoints(0), limit: null }

/** `2026-01-31` as 20260131: what a run compares days, months and years by. */
export function dayKeyOf(day: PlainDate): number {
  return Number(day.slice(0, 4)) * 10_000 + Number(day.slice(5, 7)) * 100 + Number(day.slice(8, 10))
}

/** Counters over items and categories in flat arrays, so that a year of a county is one pass. */
export function createCreditRun(rules: CreditRules, itemCount: number): CreditRun {
  const items = createCounters(itemCount)
  const categories = createCounters(pointsCategories.length)
  const byCategory = new Float64Array(pointsCategories.length)
  const used: Used = {
    itemDay: 0,
    itemMonth: 0,
    itemYear: 0,
    categoryDay: 0,
    categoryMonth: 0,
    categoryYear: 0,
    total: 0,
    process: 0,
  }
  let lastDay = 0
  let outside = 0
  return {
    byCategory,
    total: () => used.total + outside,
    start: (base) => {
      items.clear()
      categories.clear()
      byCategory.fill(0)
      used.total = base
      used.process = 0
      outside = 0
      lastDay = 0
    },
    next: (item, index, raw, day) => {
      if (day < lastDay) throw new RangeError('deeds must come in the order of their days')
      lastDay = day
      if (item === undefined) return nothing
      const category = categoryIndex(item.category)
      items.turn(index, day)
      categories.turn(category, day)
      used.itemDay = items.day(index)
      used.itemMonth = items.month(index)
      used.itemYear = items.year(index)
      used.categoryDay = categories.day(category)
      used.categoryMonth = categories.month(category)
      used.categoryYear = categories.year(category)
      const result = creditRaw(rules, item, toPoints(raw), used)
      const { credited } = result
      items.add(index, credited)
      // What lies outside the caps by decision takes no room from what lies inside.
      if (item.outsideCaps) outside += credited
      else {
        categories.add(category, credited)
        used.total += credited
      }
      if (isProcess(item.category) || item.category === 'deductions') used.process += credited
      byCategory[category] = (byCategory[category] ?? 0) + credited
      return result
    },
  }
}

/** Credits deeds in the order of their day, then of their identifier, each with the cap that held. */
export function creditInOrder(rules: CreditRules, deeds: readonly Deed[], base: Points): CreditedDeed[] {
  const codes = [...rules.items.keys()]
  const indexOf = new Map(codes.map((code, index) => [code, index]))
  const run = createCreditRun(rules, codes.length)
  run.start(base)
  return deeds.toSorted(compareDeeds).map((deed) => {
    const item = rules.items.get(deed.itemCode)
    return { ...deed, ...run.next(item, indexOf.get(deed.itemCode) ?? 0, deed.raw, dayKeyOf(deed.deedOn)) }
  })
}

export function compareDeeds(a: Deed, b: Deed): number {
  if (a.deedOn !== b.deedOn) return a.deedOn < b.deedOn ? -1 : 1
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

export function categoryIndex(category: PointsCategory): number {
  return pointsCategories.indexOf(category)
}

type Counters = {
  readonly clear: () => void
  readonly turn: (index: number, day: number) => void
  readonly day: (index: number) => number
  readonly month: (index: number) => number
  readonly year: (index: number) => number
  readonly add: (index: number, value: number) => void
}

function createCounters(count: number): Counters {
  const keys = new Int32Array(count * 3)
  const sums = new Float64Array(count * 3)
  return {
    clear: () => {
      keys.fill(0)
      sums.fill(0)
    },
    turn: (index, day) => {
      const at = index * 3
      for (let part = 0, key = day; part < 3; part += 1, key = Math.floor(key / 100)) {
        if (keys[at + part] === key) continue
        keys[at + part] = key
        sums[at + part] = 0
      }
    },
    day: (index) => sums[index * 3] ?? 0,
    month: (index) => sums[index * 3 + 1] ?? 0,
    year: (index) => sums[index * 3 + 2] ?? 0,
    add: (index, value) => {
      for (let at = index * 3; at < index * 3 + 3; at += 1) sums[at] = (sums[at] ?? 0) + value
    },
  }
}
