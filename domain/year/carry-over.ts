import {
  type Base,
  broughtBase,
  carriedBase,
  type CarryOver,
  flatBase,
  type YearParts,
} from '../points/base.ts'
import type { LedgerEntry } from '../points/entry.ts'
import { firstDayOf, parsePlainMonth, type PlainMonth } from '../shared/plain-date.ts'
import { formatPoints, noPoints, type Points } from '../shared/points.ts'

/** How a member comes into the new year. */
export type ComingIn =
  /** Was here last year; the branch may be another by now, the points came along. */
  | { readonly kind: 'stayed'; readonly parts: YearParts; readonly appraisalPercent: number }
  /** New in the party, or the first year of the county. */
  | { readonly kind: 'new' }
  /** From another county, with a certified score or none. */
  | { readonly kind: 'fromElsewhere'; readonly certified: Points | null }

export type NextBase =
  | { readonly base: Base; readonly words: string }
  | { readonly base: null; readonly words: string }

/**
 * What the new year begins with for a member (R-230…R-232), by the scheme of the member's class in the new year: another share
 * takes another version of it. A share of nought switches the base off for the whole class, new members included.
 */
export function nextBase(coming: ComingIn, rule: CarryOver): NextBase {
  if (rule.percent === 0) return { base: null, words: '本类党员不结转，从零分开始' }
  const base = baseOf(coming, rule)
  return { base, words: baseWords(base, rule) }
}

function baseOf(coming: ComingIn, rule: CarryOver): Base {
  if (coming.kind === 'new') return flatBase(rule)
  if (coming.kind === 'fromElsewhere') return broughtBase(coming.certified, rule)
  return carriedBase(coming.parts, coming.appraisalPercent, rule)
}

/** The sum as the ledger says it: result, what of it counts, share, base (S-229). */
export function baseWords(base: Base, rule: CarryOver): string {
  const points = formatPoints(base.points)
  if (base.kind === 'flat' || base.result === null || base.counted === null) return `基础分${points}分`
  const from = base.kind === 'broughtAlong' ? '转入前得分' : '上年年终得分'
  const counted =
    base.counted === base.result
      ? ''
      : `（按${formatPoints(rule.resultCap)}分封顶计${formatPoints(base.counted)}分）`
  return `${from}${formatPoints(base.result)}分${counted}的${rule.percent}%，记${points}分`
}

export type LineFacts = {
  readonly id: string
  readonly memberId: string
  /** The branch the member belongs to on the first day of the year: the base goes along. */
  readonly orgId: string
  readonly year: number
  readonly schemeVersionId: string
  readonly postedAt: Date
  readonly authorId: string
  /** The closing of the year the line follows from. */
  readonly closingId: string
}

/**
 * The first line of a member's new year (R-230, S-229). A base that came out at nought is written too, so that the member reads
 * why; where the class has no carry-over there is no line.
 */
export function carryOverLine(facts: LineFacts, next: NextBase): LedgerEntry | null {
  if (next.base === null) return null
  const month = firstMonthOf(facts.year)
  const points = next.base.points < 0 ? noPoints : next.base.points
  const { year: _year, closingId, ...rest } = facts
  return {
    ...rest,
    kind: next.base.kind === 'carryOver' ? 'carryOver' : 'base',
    term: 'base',
    itemCode: null,
    raw: points,
    credited: points,
    limit: null,
    deedOn: firstDayOf(month),
    month,
    reviewerId: null,
    source: { kind: next.base.kind === 'broughtAlong' ? 'transfer' : 'year', id: closingId },
    evidence: [],
    refersTo: null,
    reason: next.words,
  }
}

function firstMonthOf(year: number): PlainMonth {
  const month = parsePlainMonth(`${year}-01`)
  if (month === undefined) throw new RangeError(`no year ${year}`)
  return month
}
