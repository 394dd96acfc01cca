import { noPoints, type Points, toPoints } from '../shared/points.ts'
import type { PointsCategory } from './category.ts'

/** The most that counts in a day, a month, a year; null where nothing is set and the wider cap holds. */
export type Caps = {
  readonly day: Points | null
  readonly month: Points | null
  readonly year: Points | null
}
export const noCaps: Caps = { day: null, month: null, year: null }

export type CreditedItem = {
  readonly code: string
  readonly category: PointsCategory
  readonly caps: Caps
  /** By decision of the county only: neither the cap of its category nor that of the total holds. */
  readonly outsideCaps: boolean
}

/** What of a scheme version decides how much of a deed counts. */
export type CreditRules = {
  readonly versionId: string
  readonly items: ReadonlyMap<string, CreditedItem>
  readonly categories: Readonly<Record<PointsCategory, Caps>>
  /** The most a year can hold, base included; null leaves it open. */
  readonly totalCap: Points | null
}

/**
 * What has been credited before, in hundredths: over the day, month and year of the deed, whatever the month it is
 * posted in. Reversals count with their sign, so that they give room back. Deductions are negative.
 */
export type Used = {
  itemDay: number
  itemMonth: number
  itemYear: number
  categoryDay: number
  categoryMonth: number
  categoryYear: number
  /** All of the year with the base, without what lies outside the caps. */
  total: number
  /** Duty, pledges and tasks, service and example, less deductions. */
  process: number
}
export const nothingUsed: Readonly<Used> = {
  itemDay: 0,
  itemMonth: 0,
  itemYear: 0,
  categoryDay: 0,
  categoryMonth: 0,
  categoryYear: 0,
  total: 0,
  process: 0,
}

export const limitKinds = [
  'item-day',
  'item-month',
  'item-year',
  'category-day',
  'category-month',
  'category-year',
  'total-year',
  'floor',
] as const
export type LimitKind = (typeof limitKinds)[number]

/** The cap that held, what it allows and what it had taken before: `1.00 a month, 0.40 used`. */
export type Limit = { readonly by: LimitKind; readonly cap: Points; readonly used: Points }
export type Credited = { readonly credited: Points; readonly limit: Limit | null }

/** Room under the tightest cap before the next deed; `limit` null means that nothing is set. */
export type Room = { readonly left: Points | null; readonly limit: Limit | null }

/**
 * How much of a raw value counts: the least room among the caps of day, month, year, item, category and total.
 * A deduction is taken from the process as far as there is any: the floor is zero. Names the cap that held.
 */
export function creditRaw(
  rules: CreditRules,
  item: CreditedItem,
  raw: Points,
  used: Readonly<Used>,
): Credited {
  const { left, limit } = roomFor(rules, item, used)
  const size = Math.abs(raw)
  if (left === null || size <= left) return { credited: raw, limit: null }
  return { credited: toPoints(raw < 0 ? 0 - left : left), limit }
}

/** What an item can still bring, in hundredths of points, and which cap says so. */
export function roomFor(rules: CreditRules, item: CreditedItem, used: Readonly<Used>): Room {
  let left = Number.POSITIVE_INFINITY
  let limit: Limit | null = null
  const hold = (by: LimitKind, cap: Points | null, taken: number) => {
    if (cap === null) return
    const room = Math.max(0, cap - Math.abs(taken))
    if (room >= left) return
    left = room
    limit = { by, cap, used: toPoints(Math.abs(taken)) }
  }
  hold('item-day', item.caps.day, used.itemDay)
  hold('item-month', item.caps.month, used.itemMonth)
  hold('item-year', item.caps.year, used.itemYear)
  if (!item.outsideCaps) {
    const category = rules.categories[item.category]
    hold('category-day', category.day, used.categoryDay)
    hold('category-month', category.month, used.categoryMonth)
    hold('category-year', category.year, used.categoryYear)
  }
  if (item.category === 'deductions') {
    const process = toPoints(Math.max(0, used.process))
    if (process < left) return { left: process, limit: { by: 'floor', cap: noPoints, used: process } }
  } else if (!item.outsideCaps) hold('total-year', rules.totalCap, used.total)
  return limit === null ? { left: null, limit: null } : { left: toPoints(left), limit }
}
