import { agree, type Decision, refuse } from '../shared/decision.ts'
import type { EntryAuthor } from '../shared/adverse-gate.ts'
import type { PlainDate } from '../shared/plain-date.ts'
import { plainDate } from '../shared/plain-date.ts'
import type { LinkState, YearLink } from './link.ts'

/** A year of a branch or of the county (S-228). */
export const yearStates = ['open', 'closed'] as const
export type YearState = (typeof yearStates)[number]

/** A link that is missing, signed by name with its reason; the year can close over it. */
export type SignedGap = {
  readonly link: YearLink
  readonly reason: string
  readonly signerName: string
  readonly signedBy: string
  readonly on: PlainDate
}

export type YearFacts = {
  readonly links: readonly LinkState[]
  readonly gaps: readonly SignedGap[]
  readonly objectionsOpen: number
  readonly appealsOpen: number
  /** Tolerance cases that could still reverse a deduction of the year. */
  readonly toleranceOpen: number
}

export const yearBlocks = [
  'year-not-over',
  'year-link-pledges',
  'year-link-points',
  'year-link-appraisal',
  'year-link-outcomes',
  'year-objections-open',
  'year-appeals-open',
  'year-tolerance-open',
  'year-branches-open',
] as const
export type YearBlock = { readonly code: (typeof yearBlocks)[number]; readonly count: number }

export const yearRefusals = [
  ...yearBlocks,
  'year-closed',
  'year-by-machine',
  'year-gap-needs-reason',
  'year-gap-needs-signer',
  'year-link-complete',
  'year-gap-signed-already',
] as const
export type YearRefusal = (typeof yearRefusals)[number]

/** Letters a reason for a missing link has at least; it is read by the county. */
export const leastGapLetters = 10

/** Signs that a link is missing, and why (S-228). Refuses a machine, a short reason, no name, and a link that is whole. */
export function signGap(
  gap: Omit<SignedGap, 'signedBy' | 'on'>,
  facts: Pick<YearFacts, 'links' | 'gaps'>,
  author: EntryAuthor,
  today: PlainDate,
): Decision<SignedGap, YearRefusal> {
  if (author.kind !== 'person') return refuse('year-by-machine', { author: author.kind })
  const reason = gap.reason.trim()
  if ([...reason].length < leastGapLetters) return refuse('year-gap-needs-reason', { least: leastGapLetters })
  const signerName = gap.signerName.trim()
  if (signerName === '') return refuse('year-gap-needs-signer')
  if (facts.links.some(({ link, complete }) => link === gap.link && complete))
    return refuse('year-link-complete')
  if (facts.gaps.some(({ link }) => link === gap.link)) return refuse('year-gap-signed-already')
  return agree({ link: gap.link, reason, signerName, signedBy: author.accountId, on: today })
}

const linkBlocks = {
  pledges: 'year-link-pledges',
  points: 'year-link-points',
  appraisal: 'year-link-appraisal',
  outcomes: 'year-link-outcomes',
} as const satisfies Record<YearLink, YearBlock['code']>

/** All that keeps a branch's year open, each with its number. A signature covers a missing link, never an objection or an appeal. */
export function yearBlocksOf(year: number, facts: YearFacts, today: PlainDate): YearBlock[] {
  const signed = new Set(facts.gaps.map(({ link }) => link))
  const found: YearBlock[] = [
    { code: 'year-not-over', count: today < plainDate(`${year + 1}-01-01`) ? 1 : 0 },
    ...facts.links.map(({ link, open, complete }): YearBlock => ({
      code: linkBlocks[link],
      count: complete || signed.has(link) ? 0 : open,
    })),
    { code: 'year-objections-open', count: facts.objectionsOpen },
    { code: 'year-appeals-open', count: facts.appealsOpen },
    { code: 'year-tolerance-open', count: facts.toleranceOpen },
  ]
  return found.filter(({ count }) => count > 0)
}

/** Closes the year of a branch (S-228). Refuses the first thing that stands in the way, and a machine. */
export function closeYear(
  state: YearState,
  year: number,
  facts: YearFacts,
  author: EntryAuthor,
  today: PlainDate,
): Decision<YearState, YearRefusal> {
  if (state === 'closed') return refuse('year-closed')
  if (author.kind !== 'person') return refuse('year-by-machine', { author: author.kind })
  const [first] = yearBlocksOf(year, facts, today)
  return first === undefined ? agree('closed') : refuse(first.code, { count: first.count })
}

/** Closes the year of the county, once that of every branch is closed. */
export function closeCountyYear(
  state: YearState,
  branchesOpen: number,
  author: EntryAuthor,
): Decision<YearState, YearRefusal> {
  if (state === 'closed') return refuse('year-closed')
  if (author.kind !== 'person') return refuse('year-by-machine', { author: author.kind })
  return branchesOpen > 0 ? refuse('year-branches-open', { count: branchesOpen }) : agree('closed')
}
