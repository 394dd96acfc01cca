import { scaleWhole } from '../shared/decimal.ts'
import { minFullMembers } from './set-up-rules.ts'

/** How party organisation reaches a private firm (S-119). */
export const coverages = ['own', 'joint', 'attached', 'none'] as const
export type Coverage = (typeof coverages)[number]

/** Staff from which a firm without its own members receives an instructor; a county may change it. */
export const defaultInstructorStaff = 25

export type Firm = {
  readonly staff: number
  readonly fullMembers: number
  readonly coverage: Coverage
  readonly hasInstructor: boolean
}

/** A firm of enough staff that cannot form a branch and has none receives an instructor (R-022, S-120). */
export function needsInstructor(firm: Firm, fromStaff: number = defaultInstructorStaff): boolean {
  const withoutBranch = firm.coverage === 'none' || firm.coverage === 'attached'
  return withoutBranch && firm.staff >= fromStaff && firm.fullMembers < minFullMembers
}

export type CoverageCount = Readonly<Record<Coverage, number>> & {
  readonly firms: number
  readonly covered: number
  /** Thousandths: 155 is 15.5 percent. */
  readonly coveredPerMille: number
  readonly instructors: number
  /** Firms that should have an instructor and have none. */
  readonly instructorsMissing: number
}

/** Counts firms by coverage and the instructors there and missing (S-119, S-120). */
export function countCoverage(
  firms: Iterable<Firm>,
  fromStaff: number = defaultInstructorStaff,
): CoverageCount {
  const count = { own: 0, joint: 0, attached: 0, none: 0 }
  let [total, instructors, instructorsMissing] = [0, 0, 0]
  for (const firm of firms) {
    total += 1
    count[firm.coverage] += 1
    if (firm.hasInstructor) instructors += 1
    else if (needsInstructor(firm, fromStaff)) instructorsMissing += 1
  }
  const covered = total - count.none
  const coveredPerMille = total === 0 ? 0 : scaleWhole(covered, 1000, total)
  return { ...count, firms: total, covered, coveredPerMille, instructors, instructorsMissing }
}
