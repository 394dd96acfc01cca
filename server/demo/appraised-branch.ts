import type { Grade } from '@steward/domain/appraisals/grade.ts'
import type { RollLine } from '@steward/domain/appraisals/roll.ts'
import type { SchemeVersion } from '@steward/domain/schemes/scheme.ts'
import type { Decision } from '@steward/domain/shared/decision.ts'
import { type PlainDate, startOfDay } from '@steward/domain/shared/plain-date.ts'
import type { Points } from '@steward/domain/shared/points.ts'
import type { WorkingCalendar } from '@steward/domain/shared/working-days.ts'
import type { FilledMember } from './fill-county.ts'
import type { Reviewer } from './fill-loop.ts'
import type { YearDays } from './plan/plan-year.ts'
import type { Draw } from './plan/random.ts'

/** A member of a branch with the figures of the year before. */
export type Appraised = {
  readonly member: FilledMember
  readonly version: SchemeVersion | undefined
  readonly points: Points
  readonly outsideCaps: Points
  readonly account: { readonly accountId: string } | undefined
  /** The grade the plan of the county names; null leaves it to the draw. */
  readonly fixed: Grade | null
}
export type AppraisedBranch = {
  readonly orgId: string
  readonly orgName: string
  readonly members: readonly Appraised[]
  /** Who runs it, and who sees to what concerns that one. */
  readonly own: Reviewer
  readonly other: Reviewer
}
export type YearFrame = {
  readonly county: string
  readonly year: number
  readonly days: YearDays
  /** Whether its problems go on as pledges of the next year. */
  readonly leavesProblems: boolean
  readonly calendar: WorkingCalendar
}

/** What has been made of a branch so far. */
export type Made = {
  readonly frame: YearFrame
  readonly branch: AppraisedBranch
  readonly draw: Draw
  readonly roll: readonly RollLine[]
  readonly graded: readonly Appraised[]
  readonly byId: ReadonlyMap<string, Appraised>
  readonly fullMembers: number
}

/** Nobody checks, grades or tells the own. */
export function checkerOf({ own, other }: AppraisedBranch, memberId: string): Reviewer {
  return own.memberId === memberId ? other : own
}

export function momentOf(day: PlainDate): Date {
  return new Date(startOfDay(day).getTime() + 15 * 3_600_000)
}

export function must<Value>(decision: Decision<Value>): Value {
  if (decision.ok) return decision.value
  throw new Error(`The plan breaks a rule: ${decision.code} ${JSON.stringify(decision.details)}`)
}
