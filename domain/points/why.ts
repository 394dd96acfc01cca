import { noPoints, type Points, sumPoints, toPoints } from '../shared/points.ts'
import { type TotalTerm, totalTerms } from './category.ts'
import type { LedgerEntry } from './entry.ts'

/** Why a line counts less, or not as it looks. */
export const lineMarks = ['capped', 'late', 'reversed', 'disputed'] as const
export type LineMark = (typeof lineMarks)[number]

export type WhyLine = {
  readonly entry: LedgerEntry
  /** Raw less credited. */
  readonly cappedAway: Points
  readonly marks: readonly LineMark[]
}
export type WhyTerm = {
  readonly term: TotalTerm
  readonly raw: Points
  readonly credited: Points
  readonly cappedAway: Points
  /** The cap of the year, where there is one. */
  readonly cap: Points | null
  readonly lines: readonly WhyLine[]
}
/** What is not in the total yet, and could still change it. */
export type StillOpen = {
  readonly kind: 'claim' | 'deduction' | 'objection'
  readonly id: string
  readonly points: Points | null
}
export type Why = {
  readonly total: Points
  readonly terms: readonly WhyTerm[]
  readonly open: readonly StillOpen[]
  readonly disputed: readonly string[]
  /** For anything adverse: disputed minus lines are left out. Never below the total. */
  readonly totalForAdverse: Points
}

/**
 * Opens a member's total into its terms and lines: the lines of a term add up to the term, the terms to the total,
 * caps and reversals included; what is still open or disputed stands beside it. Lines keep the order of posting.
 */
export function explainTotal(
  entries: readonly LedgerEntry[],
  facts: {
    readonly caps: Readonly<Partial<Record<TotalTerm, Points | null>>>
    readonly disputed: ReadonlySet<string>
    readonly open: readonly StillOpen[]
  },
): Why {
  const reversed = new Set(
    entries.flatMap((entry) => (entry.kind === 'reversal' && entry.refersTo ? [entry.refersTo] : [])),
  )
  const lines = entries.map((entry): WhyLine => ({
    entry,
    cappedAway: toPoints(entry.raw - entry.credited),
    marks: marksOf(entry, reversed, facts.disputed),
  }))
  const terms = totalTerms.map((term) => toTerm(term, lines, facts.caps[term] ?? null))
  const total = sumPoints(terms.map(({ credited }) => credited))
  const leftOut = entries.filter(
    (entry) => facts.disputed.has(entry.id) && entry.credited < 0 && !reversed.has(entry.id),
  )
  return {
    total,
    terms,
    open: facts.open,
    disputed: entries.filter(({ id }) => facts.disputed.has(id)).map(({ id }) => id),
    totalForAdverse: toPoints(total - sumPoints(leftOut.map(({ credited }) => credited))),
  }
}

function toTerm(term: TotalTerm, all: readonly WhyLine[], cap: Points | null): WhyTerm {
  const lines = all.filter(({ entry }) => entry.term === term)
  const raw = sumPoints(lines.map(({ entry }) => entry.raw))
  const credited = sumPoints(lines.map(({ entry }) => entry.credited))
  return { term, raw, credited, cappedAway: toPoints(raw - credited), cap, lines }
}

function marksOf(
  entry: LedgerEntry,
  reversed: ReadonlySet<string>,
  disputed: ReadonlySet<string>,
): LineMark[] {
  const marks: LineMark[] = []
  if (entry.credited !== entry.raw) marks.push('capped')
  if (entry.month !== entry.deedOn.slice(0, 7)) marks.push('late')
  if (reversed.has(entry.id)) marks.push('reversed')
  if (disputed.has(entry.id)) marks.push('disputed')
  return marks
}

/** Whether a total shown somewhere is the sum of its lines; what the county-wide check asks of each member. */
export function addsUp(shown: Points, entries: Iterable<{ readonly credited: Points }>): boolean {
  let sum: number = noPoints
  for (const { credited } of entries) sum += credited
  return sum === shown
}
