import { noPoints, type Points, scalePoints, sumPoints, toPoints } from '../shared/points.ts'

/** How the next year begins (R-230…R-232); the defaults are those of the seed and appendix 2. */
export type CarryOver = {
  /** Share of the year's result, in percent; 0 switches it off. */
  readonly percent: number
  /** The most a result counts with before the share is taken. */
  readonly resultCap: Points
  /** The most the base can be. */
  readonly baseCap: Points
  /** For the first year and for new members. */
  readonly flat: Points
}
export const defaultCarryOver: CarryOver = {
  percent: 30,
  resultCap: toPoints(10_000),
  baseCap: toPoints(3000),
  flat: toPoints(3000),
}

export type YearParts = {
  /** Points of the year with base and capped bonus, less deductions. */
  readonly points: Points
  /** Bonuses outside the caps: shown, but not carried over. */
  readonly unlimitedBonus: Points
  /** Score of the appraisal out of 100; null while there is none, or where a scheme takes none. */
  readonly appraisal: Points | null
}

/** The final score of a year: process and appraisal by weight, two places; without appraisal the points alone. */
export function yearScore(parts: YearParts, appraisalPercent: number): Points {
  if (parts.appraisal === null || appraisalPercent === 0) return parts.points
  return scalePoints(
    toPoints(parts.points * (100 - appraisalPercent) + parts.appraisal * appraisalPercent),
    1,
    100,
  )
}

/** How a base came about; the line of the ledger says it in these words. */
export type Base = {
  readonly kind: 'carryOver' | 'flat' | 'broughtAlong'
  readonly result: Points | null
  readonly counted: Points | null
  readonly points: Points
}

/**
 * The base of a year from the result of the last one: a share of it, after its ceiling, at most the cap, rounded half
 * away from zero to two places. Unlimited bonuses are never carried over.
 */
export function carriedBase(parts: YearParts, appraisalPercent: number, rule: CarryOver): Base {
  const result = yearScore(parts, appraisalPercent)
  const counted = toPoints(Math.max(0, Math.min(result, rule.resultCap)))
  const points = toPoints(Math.min(rule.baseCap, scalePoints(counted, rule.percent, 100)))
  return { kind: 'carryOver', result, counted, points }
}

/** New members, and everybody in the first year, begin with the flat base. */
export function flatBase(rule: CarryOver): Base {
  return { kind: 'flat', result: null, counted: null, points: rule.flat }
}

/**
 * Whether a posting or the daily job gives the flat base: not to a class without carry-over, and not to who had a points year here
 * before, whose base comes out of the closing of that year.
 */
export function startsFlat(rule: CarryOver, facts: { readonly hadYearBefore: boolean }): boolean {
  return rule.percent > 0 && !facts.hadYearBefore
}

/** Who comes from elsewhere with a certified score is given the share of it, else the flat base. */
export function broughtBase(certified: Points | null, rule: CarryOver): Base {
  if (certified === null) return flatBase(rule)
  const own = { points: certified, unlimitedBonus: noPoints, appraisal: null }
  return { ...carriedBase(own, 0, rule), kind: 'broughtAlong' }
}

/** Splits a year's credited points into what counts for the result and what lies outside the caps. */
export function yearParts(
  credited: Iterable<{ readonly credited: Points; readonly outsideCaps: boolean }>,
  base: Points,
  appraisal: Points | null,
): YearParts {
  const all = [...credited]
  const outside = sumPoints(all.filter((each) => each.outsideCaps).map((each) => each.credited))
  const inside = sumPoints(all.filter((each) => !each.outsideCaps).map((each) => each.credited))
  return { points: toPoints(base + inside), unlimitedBonus: outside, appraisal }
}
