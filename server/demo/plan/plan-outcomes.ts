import type { Grade } from '@steward/domain/appraisals/grade.ts'
import { drawFrom } from './random.ts'

/**
 * Totals of the seed, persons each (S-212…S-227). Of 148 graded unqualified in two years each has one way here: turned around
 * after help 47, cautioned 34, ordered to correct 16, warned within the party 2, removed from party posts 14, persuaded out 2,
 * removed 32, one case still open. The seed does not say that its parts add up, and no report claims it.
 */
export const OUTCOME_TOTALS = {
  commended: 420,
  /** Graded two years ago; they stayed. */
  turnedBefore: 34,
  warnedInPartyBefore: 1,
  removedFromPostBefore: 5,
  /** Graded two years ago; they left. */
  persuadedOut: 2,
  removed: 32,
  /** Graded last year. */
  turned: 13,
  warnedInParty: 1,
  removedFromPost: 9,
  caseOpen: 1,
  correctionOrder: 16,
  cautioned: 34,
  /** The ladder of warnings: 24 warned, 23 of them talked to, 12 measured, one without talk and why. */
  measured: 12,
  talked: 11,
  talkExplained: 1,
  tolerated: 7,
  lostAwards: 10,
  onHold: 3,
} as const
export type OutcomeRole = keyof typeof OUTCOME_TOTALS
/** Roles of members who are there; those who left and the commended are chosen otherwise. */
export type KeptRole = Exclude<OutcomeRole, 'commended' | 'persuadedOut' | 'removed'>

const GRADES: Readonly<Record<KeptRole, Grade>> = {
  turnedBefore: 'qualified',
  warnedInPartyBefore: 'qualified',
  removedFromPostBefore: 'qualified',
  turned: 'unqualified',
  warnedInParty: 'unqualified',
  removedFromPost: 'unqualified',
  caseOpen: 'unqualified',
  correctionOrder: 'unqualified',
  cautioned: 'unqualified',
  measured: 'basicallyQualified',
  talked: 'qualified',
  talkExplained: 'qualified',
  tolerated: 'qualified',
  lostAwards: 'basicallyQualified',
  onHold: 'qualified',
}
export function gradeOfRole(role: KeptRole): Grade {
  return GRADES[role]
}

const BEFORE: ReadonlySet<OutcomeRole> = new Set([
  'turnedBefore',
  'warnedInPartyBefore',
  'removedFromPostBefore',
  'persuadedOut',
  'removed',
])
/** Whether the grade the role follows from was given the year before last. */
export function gradedBefore(role: OutcomeRole): boolean {
  return BEFORE.has(role)
}

/** Roles that are about a post. */
const OF_POSTS: ReadonlySet<OutcomeRole> = new Set([
  'measured',
  'talked',
  'talkExplained',
  'tolerated',
  'lostAwards',
  'onHold',
  'removedFromPost',
  'removedFromPostBefore',
])

export type Candidate = {
  readonly id: string
  /** The same word in the small county and the full one. */
  readonly key: string
  readonly small: boolean
  readonly serving: boolean
}

/** How many of a total the small county shows: at least one, so that every page has something. */
export function smallShare(total: number): number {
  return Math.max(1, Math.round(total / 70))
}

/**
 * Who has which role, the same in both counties: those of the small one are chosen first, from its branches; no person has
 * two. `wanted` limits it to the small county's share.
 */
export function planRoles(
  candidates: readonly Candidate[],
  content: 'small' | 'full',
): ReadonlyMap<string, KeptRole> {
  const roles = new Map<string, KeptRole>()
  const inOrder = candidates
    .map((each) => ({ each, place: drawFrom(`role ${each.key}`).between(0, 1_000_000_000) }))
    .toSorted((a, b) => a.place - b.place || (a.each.key < b.each.key ? -1 : 1))
    .map(({ each }) => each)
  const take = (role: KeptRole, count: number, from: (one: Candidate) => boolean) => {
    let left = count
    for (const one of inOrder) {
      if (left === 0) return
      if (roles.has(one.id) || !from(one)) continue
      roles.set(one.id, role)
      left -= 1
    }
    if (left > 0) throw new Error(`The county has nobody left for ${role}`)
  }
  // The names are those of the list of grades.
  const all = Object.keys(GRADES) as KeptRole[]
  const fits = (role: KeptRole, { serving }: Candidate) => serving || !OF_POSTS.has(role)
  for (const role of all) take(role, smallShare(OUTCOME_TOTALS[role]), (one) => one.small && fits(role, one))
  if (content === 'small') return roles
  for (const role of all) {
    const rest = OUTCOME_TOTALS[role] - smallShare(OUTCOME_TOTALS[role])
    take(role, rest, (one) => !one.small && fits(role, one))
  }
  return roles
}
