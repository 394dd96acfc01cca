import { yearScore, type YearParts } from '../points/base.ts'
import { type Points, scalePoints, toPoints } from '../shared/points.ts'
import { type Grade, type GradeCounts, grades, sumCounts } from './grade.ts'

/** How two ballots become a figure out of 100 for the year's score; dated with the basis document. */
export type BallotWeights = {
  /** Of the members' ballot, in percent; the rest is the masses'. */
  readonly membersPercent: number
  /** What one mark is worth, in hundredths of a point. */
  readonly marks: Readonly<Record<Grade, Points>>
}
export const defaultWeights: BallotWeights = {
  membersPercent: 60,
  marks: {
    excellent: toPoints(10_000),
    qualified: toPoints(8500),
    basicallyQualified: toPoints(7000),
    unqualified: toPoints(5000),
  },
}

/** Mean of the marks of one ballot; null where nobody marked the member. Abstentions count nothing, neither way. */
export function ballotScore(counts: GradeCounts, weights: BallotWeights = defaultWeights): Points | null {
  const marks = sumCounts(counts)
  if (marks === 0) return null
  return scalePoints(
    toPoints(grades.reduce((sum, grade) => sum + counts[grade] * weights.marks[grade], 0)),
    1,
    marks,
  )
}

/**
 * The appraisal part of the year's score: members and masses by weight, sixty to forty unless told. Where one
 * ballot is empty the other counts alone. It is a figure for the score and says nothing about the grade.
 */
export function appraisalScore(
  members: GradeCounts,
  masses: GradeCounts,
  weights: BallotWeights = defaultWeights,
): Points | null {
  const own = ballotScore(members, weights)
  const others = ballotScore(masses, weights)
  if (own === null || others === null) return own ?? others
  const { membersPercent } = weights
  return scalePoints(toPoints(own * membersPercent + others * (100 - membersPercent)), 1, 100)
}

export type YearResult = {
  readonly process: Points
  readonly processPercent: number
  readonly appraisal: Points | null
  readonly appraisalPercent: number
  readonly score: Points
}

/** The score of a year with both parts visible (R-189, S-206): 0.8 and 0.2 unless the scheme says otherwise. */
export function yearResult(parts: YearParts, appraisalPercent: number): YearResult {
  const counts = parts.appraisal !== null && appraisalPercent > 0
  return {
    process: parts.points,
    processPercent: counts ? 100 - appraisalPercent : 100,
    appraisal: parts.appraisal,
    appraisalPercent: counts ? appraisalPercent : 0,
    score: yearScore(parts, appraisalPercent),
  }
}
