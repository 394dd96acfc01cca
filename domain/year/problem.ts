import type { RectificationItem } from '../appraisals/rectification.ts'
import type { Pledge, PledgeSource } from '../pledges/pledge.ts'
import { draftRectification, type ListedProblem, withoutRectification } from '../pledges/pledge-advice.ts'
import { lintText } from '../schemes/policy-linter.ts'
import { agree, type Decision, refuse } from '../shared/decision.ts'
import type { PlainDate } from '../shared/plain-date.ts'

/** Found by oneself, pointed out by the organisation, raised by the masses (自己找、组织点、群众提; S-230). */
export const problemSources = ['self', 'organisation', 'masses'] as const
export type ProblemSource = (typeof problemSources)[number]

export type Problem = ListedProblem & {
  readonly year: number
  readonly source: ProblemSource
  readonly listedOn: PlainDate
  /** Who wrote it down. For the masses never who raised it. */
  readonly listedBy: string
  readonly droppedFor: string | null
}

export const problemRefusals = [
  'problem-words-missing',
  'problem-measure-missing',
  'problem-against-policy',
  'problem-not-yours',
  'problem-wrong-state',
  'problem-needs-reason',
] as const
export type ProblemRefusal = (typeof problemRefusals)[number]

/** Lists a problem of a member. Refuses one without words or measure, a self-found one by somebody else, and what is nobody's business: illness, family, belief, complaints. */
export function listProblem(
  problem: Omit<Problem, 'droppedFor'>,
  byMemberId: string | null,
): Decision<Problem, ProblemRefusal> {
  const words = problem.words.trim()
  const measure = problem.measure.trim()
  if (words === '') return refuse('problem-words-missing')
  if (measure === '') return refuse('problem-measure-missing')
  if (problem.source === 'self' && byMemberId !== problem.memberId) return refuse('problem-not-yours')
  const found = lintText('problem', words).filter(({ weight }) => weight === 'refused')
  if (found.length > 0) return refuse('problem-against-policy', { found: found.map(({ ruleId }) => ruleId) })
  return agree({ ...problem, words, measure, droppedFor: null })
}

/** Taken off the list, with the reason: it was none, or is another's. */
export function dropProblem(problem: Problem, reason: string): Decision<Problem, ProblemRefusal> {
  if (problem.droppedFor !== null) return refuse('problem-wrong-state')
  return reason.trim() === ''
    ? refuse('problem-needs-reason')
    : agree({ ...problem, droppedFor: reason.trim() })
}

const pledgeSource: Readonly<Record<ProblemSource, PledgeSource>> = {
  self: 'own',
  organisation: 'organisation',
  masses: 'publicWish',
}

/**
 * Drafts of next year's pledges, one for each problem that has none yet and was not put right within the year (R-229, S-231). A
 * draft keeps the source of its problem; the member fills in the rest and hands it in.
 */
export function draftPledges(
  problems: readonly Problem[],
  facts: {
    readonly pledges: readonly Pick<Pledge, 'rectifies' | 'state'>[]
    readonly items: readonly Pick<RectificationItem, 'problemId' | 'state'>[]
    readonly newId: () => string
  },
): Pledge[] {
  const done = new Set(
    facts.items.filter(({ state }) => state === 'confirmed').map(({ problemId }) => problemId),
  )
  const open = problems.filter(({ id, droppedFor }) => droppedFor === null && !done.has(id))
  const sources = new Map(open.map(({ id, source, year }) => [id, { source, year }]))
  return withoutRectification(open, facts.pledges).flatMap((problem) => {
    const found = sources.get(problem.id)
    if (found === undefined) return []
    const pledge = draftRectification(problem, facts.newId(), { kind: 'year', year: found.year + 1 })
    return [{ ...pledge, fields: { ...pledge.fields, source: pledgeSource[found.source] } }]
  })
}

/** Problems a duty report has to speak of: those listed for the member the year before, dropped ones left out (R-229, S-232). */
export function problemsToReport(
  problems: readonly Problem[],
  memberId: string,
  reportYear: number,
): Problem[] {
  return problems.filter(
    (problem) =>
      problem.memberId === memberId && problem.year === reportYear - 1 && problem.droppedFor === null,
  )
}

/** How many problems come from each source; for the branch and the county (S-230). */
export function countBySource(
  problems: readonly Pick<Problem, 'source' | 'droppedFor'>[],
): Record<ProblemSource, number> {
  const counts: Record<ProblemSource, number> = { self: 0, organisation: 0, masses: 0 }
  for (const { source, droppedFor } of problems) if (droppedFor === null) counts[source] += 1
  return counts
}
