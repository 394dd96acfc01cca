import type { Grade } from '../appraisals/grade.ts'

/** One year of a leading cadre as the assessment left it. */
export type AssessedYear = {
  readonly year: number
  readonly grade: Grade
  /** Ballots on competence, in papers. */
  readonly ballots: {
    readonly valid: number
    readonly basicallyCompetent: number
    readonly incompetent: number
  } | null
  /** Away through illness, leave or approved exemption for so long that the year says nothing. */
  readonly notToBeCounted: boolean
}

export const downTriggers = ['unqualified', 'twiceBasicallyQualified', 'ballots'] as const
export type DownTrigger = (typeof downTriggers)[number]

/**
 * What of the yearly assessments makes the competent body look at a leading cadre: the lowest grade once, the one
 * above it two years running, or ballots with basically competent and incompetent at thirty percent and incompetent above
 * fifteen. A hint to look and no measure; years that illness or leave made empty count neither way.
 */
export function findDownTriggers(years: readonly AssessedYear[]): DownTrigger[] {
  const counted = years.filter(({ notToBeCounted }) => !notToBeCounted).toSorted((a, b) => b.year - a.year)
  const [last, before] = counted
  if (last === undefined) return []
  const found: DownTrigger[] = []
  if (last.grade === 'unqualified') found.push('unqualified')
  if (
    last.grade === 'basicallyQualified' &&
    before?.grade === 'basicallyQualified' &&
    before.year === last.year - 1
  ) {
    found.push('twiceBasicallyQualified')
  }
  if (last.ballots !== null && last.ballots.valid > 0) {
    const { valid, basicallyCompetent, incompetent } = last.ballots
    const weak = (basicallyCompetent + incompetent) * 100 >= valid * 30
    if (weak && incompetent * 100 > valid * 15) found.push('ballots')
  }
  return found
}
