import { agree, type Decision, refuse } from '../shared/decision.ts'

/** The four grades of the yearly appraisal. */
export const grades = ['excellent', 'qualified', 'basicallyQualified', 'unqualified'] as const
export type Grade = (typeof grades)[number]

/** As they stand in documents. */
export const gradeWords: Readonly<Record<Grade, string>> = {
  excellent: '优秀',
  qualified: '合格',
  basicallyQualified: '基本合格',
  unqualified: '不合格',
}

/** Grades that bring limits or help and are therefore given by people only, with a reason. */
export function isLowGrade(grade: Grade): boolean {
  return grade === 'basicallyQualified' || grade === 'unqualified'
}

export type Share = { readonly numerator: number; readonly denominator: number }
/** At most a third is excellent. */
export const mostExcellent: Share = { numerator: 1, denominator: 3 }

export const gradeRefusals = ['grade-too-many-excellent', 'grade-share-looser'] as const
export type GradeRefusal = (typeof gradeRefusals)[number]

/** How many may be excellent: a third of all members of the branch, those without grade included, rounded down. */
export function excellentLimit(membersOfBranch: number, share: Share = mostExcellent): number {
  return Math.floor((membersOfBranch * share.numerator) / share.denominator)
}

/** A county may set a smaller share, never a larger one. */
export function tightenShare(share: Share): Decision<Share, GradeRefusal> {
  const { numerator, denominator } = share
  const whole =
    Number.isInteger(numerator) && Number.isInteger(denominator) && numerator >= 0 && denominator > 0
  if (!whole || numerator * mostExcellent.denominator > denominator * mostExcellent.numerator) {
    return refuse('grade-share-looser', mostExcellent)
  }
  return agree(share)
}

/** Refuses more excellent grades than the share allows. */
export function checkExcellent(
  settled: readonly Grade[],
  membersOfBranch: number,
  share: Share = mostExcellent,
): Decision<number, GradeRefusal> {
  const excellent = settled.filter((grade) => grade === 'excellent').length
  const most = excellentLimit(membersOfBranch, share)
  return excellent > most
    ? refuse('grade-too-many-excellent', { excellent, most, membersOfBranch })
    : agree(most)
}

export type GradeCounts = Readonly<Record<Grade, number>>
export const noGrades: GradeCounts = { excellent: 0, qualified: 0, basicallyQualified: 0, unqualified: 0 }

export function countGrades(all: Iterable<Grade>): GradeCounts {
  const counts: Record<Grade, number> = { ...noGrades }
  for (const grade of all) counts[grade] += 1
  return counts
}

export function addCounts(a: GradeCounts, b: GradeCounts): GradeCounts {
  const sum: Record<Grade, number> = { ...noGrades }
  for (const grade of grades) sum[grade] = a[grade] + b[grade]
  return sum
}

export function sumCounts(counts: GradeCounts): number {
  return grades.reduce((sum, grade) => sum + counts[grade], 0)
}
