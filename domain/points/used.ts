import type { PlainDate } from '../shared/plain-date.ts'
import type { TotalTerm } from './category.ts'
import { isProcess } from './category.ts'
import { type CreditedItem, nothingUsed, type Used } from './credit.ts'

/** What a member's lines of one item have credited on the day, in the month and in the year of a deed, in hundredths. */
export type CreditedSum = {
  /** Null for a base. */
  readonly itemCode: string | null
  readonly term: TotalTerm
  readonly outsideCaps: boolean
  readonly day: number
  readonly month: number
  readonly year: number
}

/**
 * What the caps of an item have taken before a deed. Reversals are in the sums with their sign, so that they
 * give room back; what lies outside the caps by decision takes no room of category and total.
 */
export function usedBy(sums: readonly CreditedSum[], item: CreditedItem): Used {
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
  for (const { itemCode, term, outsideCaps, day, month, year } of sums) {
    if (itemCode === item.code) {
      used.itemDay += day
      used.itemMonth += month
      used.itemYear += year
    }
    if (isProcess(term) || term === 'deductions') used.process += year
    if (outsideCaps) continue
    used.total += year
    if (term !== item.category) continue
    used.categoryDay += day
    used.categoryMonth += month
    used.categoryYear += year
  }
  return used
}

/** A line of the year as far as caps are concerned. */
export type StandingLine = {
  readonly itemCode: string | null
  readonly term: TotalTerm
  readonly outsideCaps: boolean
  readonly deedOn: PlainDate
  readonly credited: number
}

/** The same out of a member's lines of the year of the deed, in whatever order they were posted. */
export function usedAmong(lines: readonly StandingLine[], item: CreditedItem, deedOn: PlainDate): Used {
  const month = deedOn.slice(0, 7)
  const used: Used = { ...nothingUsed }
  for (const line of lines) {
    const { credited, term } = line
    const inMonth = line.deedOn.startsWith(month)
    const onDay = inMonth && line.deedOn === deedOn
    if (line.itemCode === item.code) {
      used.itemYear += credited
      if (inMonth) used.itemMonth += credited
      if (onDay) used.itemDay += credited
    }
    if (term !== 'base' && term !== 'bonus') used.process += credited
    if (line.outsideCaps) continue
    used.total += credited
    if (term !== item.category) continue
    used.categoryYear += credited
    if (inMonth) used.categoryMonth += credited
    if (onDay) used.categoryDay += credited
  }
  return used
}
