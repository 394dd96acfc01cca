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
  const used = noneUsed()
  for (const sum of sums) addTo(used, item, sum, sum)
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

/** The same out of a member's lines of the year of the deed, in whatever order they were posted; one pass without copies. */
export function usedAmong(lines: readonly StandingLine[], item: CreditedItem, deedOn: PlainDate): Used {
  const month = deedOn.slice(0, 7)
  const used = noneUsed()
  for (const line of lines) {
    const { credited } = line
    const sameMonth = line.deedOn.startsWith(month)
    addTo(used, item, line, {
      day: sameMonth && line.deedOn === deedOn ? credited : 0,
      month: sameMonth ? credited : 0,
      year: credited,
    })
  }
  return used
}

function noneUsed(): Used {
  return { ...nothingUsed }
}

type Sums = Pick<CreditedSum, 'day' | 'month' | 'year'>

function addTo(
  used: Used,
  item: CreditedItem,
  { itemCode, term, outsideCaps }: Pick<CreditedSum, 'itemCode' | 'term' | 'outsideCaps'>,
  { day, month, year }: Sums,
): void {
  if (itemCode === item.code) {
    used.itemDay += day
    used.itemMonth += month
    used.itemYear += year
  }
  if (isProcess(term) || term === 'deductions') used.process += year
  if (outsideCaps) return
  used.total += year
  if (term !== item.category) return
  used.categoryDay += day
  used.categoryMonth += month
  used.categoryYear += year
}
