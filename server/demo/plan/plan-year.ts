import type { PersonCount } from '@steward/domain/appraisals/ballot.ts'
import { excellentLimit, type Grade, type GradeCounts, noGrades } from '@steward/domain/appraisals/grade.ts'
import { addDays, type PlainDate, plainDate } from '@steward/domain/shared/plain-date.ts'
import { addWorkingDays, type WorkingCalendar } from '@steward/domain/shared/working-days.ts'
import type { Draw } from './random.ts'

/** The days on which the year before was appraised and closed. */
export type YearDays = {
  readonly basisOn: PlainDate
  readonly rollOn: PlainDate
  readonly reportedOn: PlainDate
  readonly checkedOn: PlainDate
  readonly assemblyOn: PlainDate
  readonly settledOn: PlainDate
  readonly signedOn: PlainDate
  readonly toldOn: PlainDate
  readonly endedOn: PlainDate
  readonly branchClosesOn: PlainDate
  readonly countyClosesOn: PlainDate
  /** From this day deeds of the new year are credited, on the base that was carried over. */
  readonly opensOn: PlainDate
}

/** The appraisal lies in December, so that points and grade are there when the year is over. */
export function yearDays(year: number, calendar: WorkingCalendar): YearDays {
  const day = (monthDay: string) => plainDate(`${year}-${monthDay}`)
  const after = (from: PlainDate, count: number) => addWorkingDays(calendar, from, count)
  // The sheet of December hangs from the fifth for five working days.
  const branchClosesOn = after(plainDate(`${year + 1}-01-05`), 7)
  const countyClosesOn = after(branchClosesOn, 1)
  return {
    ...{ basisOn: day('11-20'), rollOn: day('11-24'), reportedOn: day('12-03'), checkedOn: day('12-08') },
    ...{ assemblyOn: day('12-10'), settledOn: day('12-11'), signedOn: day('12-12') },
    ...{ toldOn: after(day('12-12'), 6), endedOn: plainDate(`${year + 1}-01-08`) },
    ...{ branchClosesOn, countyClosesOn, opensOn: addDays(countyClosesOn, 1) },
  }
}

/** Of a thousand who are neither excellent nor named as unqualified. */
const BASICALLY_OF_THOUSAND = 12

/**
 * Grades of a branch: most of the share that may be excellent, a few basically qualified, the unqualified as planned for the
 * county. Meetings decide; here a draw stands for them.
 */
export function planGrades(
  members: readonly { readonly id: string; readonly fixed: Grade | null }[],
  membersOfBranch: number,
  draw: Draw,
): Map<string, Grade> {
  const most = excellentLimit(membersOfBranch)
  const grades = new Map<string, Grade>()
  let excellent = 0
  for (const { id, fixed } of members) {
    if (fixed === null) continue
    grades.set(id, fixed)
    if (fixed === 'excellent') excellent += 1
  }
  const left = Math.max(0, Math.floor((most * draw.between(70, 100)) / 100) - excellent)
  const open = members.filter(({ id }) => !grades.has(id))
  const first = open.length === 0 ? 0 : draw.between(0, open.length - 1)
  for (const [at, { id }] of open.entries()) {
    const place = (at - first + open.length) % open.length
    const isLow = draw.between(1, 1000) <= BASICALLY_OF_THOUSAND
    grades.set(id, place < left ? 'excellent' : isLow ? 'basicallyQualified' : 'qualified')
  }
  return grades
}

/** Percent of marks of each grade about somebody of a grade. */
const MARKS: Readonly<Record<Grade, GradeCounts>> = {
  excellent: { excellent: 72, qualified: 28, basicallyQualified: 0, unqualified: 0 },
  qualified: { excellent: 24, qualified: 72, basicallyQualified: 4, unqualified: 0 },
  basicallyQualified: { excellent: 4, qualified: 42, basicallyQualified: 46, unqualified: 8 },
  unqualified: { excellent: 0, qualified: 14, basicallyQualified: 34, unqualified: 52 },
}

/** What the papers say about a person; nobody marks oneself, and some papers are silent. */
export function planMarks(
  memberId: string,
  grade: Grade,
  valid: number,
  isVoter: boolean,
  draw: Draw,
): PersonCount {
  const silent = Math.min(valid, (isVoter ? 1 : 0) + (valid > 6 && draw.chance(30) ? 1 : 0))
  const marks = valid - silent
  const share = MARKS[grade]
  const wobble = draw.between(-6, 6)
  const excellent = clamp(
    Math.round((marks * (share.excellent + (share.excellent === 0 ? 0 : wobble))) / 100),
    marks,
  )
  const unqualified = clamp(Math.round((marks * share.unqualified) / 100), marks - excellent)
  const basicallyQualified = clamp(
    Math.round((marks * share.basicallyQualified) / 100),
    marks - excellent - unqualified,
  )
  const qualified = marks - excellent - unqualified - basicallyQualified
  const counts = { ...noGrades, excellent, qualified, basicallyQualified, unqualified }
  return { memberId, counts, abstained: silent }
}

function clamp(value: number, most: number): number {
  return Math.max(0, Math.min(most, value))
}
