import type { CreditedItem, CreditRules, Limit, LimitKind, Used } from '../points/credit.ts'
import { type Points, toPoints } from '../shared/points.ts'

/** Every cap that is set for an item, the narrow ones first, with what was taken of it before. */
export function capLines(rules: CreditRules, item: CreditedItem, used: Readonly<Used>): Limit[] {
  const lines: Limit[] = []
  const add = (by: LimitKind, cap: Points | null, taken: number) => {
    if (cap !== null) lines.push({ by, cap, used: toPoints(Math.abs(taken)) })
  }
  add('item-day', item.caps.day, used.itemDay)
  add('item-month', item.caps.month, used.itemMonth)
  add('item-year', item.caps.year, used.itemYear)
  if (item.outsideCaps) return lines
  const category = rules.categories[item.category]
  add('category-day', category.day, used.categoryDay)
  add('category-month', category.month, used.categoryMonth)
  add('category-year', category.year, used.categoryYear)
  if (item.category !== 'deductions') add('total-year', rules.totalCap, used.total)
  return lines
}
