import { agree, type Decision, refuse } from '../shared/decision.ts'
import type { PlainDate, PlainMonth } from '../shared/plain-date.ts'
import { type Points, toPoints } from '../shared/points.ts'
import type { TotalTerm } from './category.ts'
import type { Credited, Limit } from './credit.ts'

export const entryKinds = ['award', 'deduction', 'reversal', 'base', 'carryOver', 'correction'] as const
export type EntryKind = (typeof entryKinds)[number]

export const entrySources = [
  'claim',
  'pledge',
  'task',
  'automatic',
  'deduction',
  'objection',
  'year',
  'transfer',
  'tolerance',
] as const
export type EntrySource = (typeof entrySources)[number]

/** One line of the ledger. It is written once and never changed; mistakes are answered by another line. */
export type LedgerEntry = {
  readonly id: string
  readonly memberId: string
  /** The branch that posted it; points stay with the member when the branch changes. */
  readonly orgId: string
  readonly kind: EntryKind
  readonly term: TotalTerm
  /** Null for a base. */
  readonly itemCode: string | null
  readonly raw: Points
  readonly credited: Points
  /** The cap that held, kept so that the line explains itself later. */
  readonly limit: Limit | null
  /** The version of the scheme that was applied. */
  readonly schemeVersionId: string
  readonly deedOn: PlainDate
  readonly postedAt: Date
  /** The month whose statement carries the line; later than the deed's for a late entry. */
  readonly month: PlainMonth
  /** Who wrote the claim or ordered the line. */
  readonly authorId: string
  /** Who approved it; null for lines that follow from a rule (base, carry-over, roster). */
  readonly reviewerId: string | null
  readonly source: { readonly kind: EntrySource; readonly id: string }
  /** References of the evidence, with the digest of a file where there is one. */
  readonly evidence: readonly string[]
  /** The line this one reverses or corrects. */
  readonly refersTo: string | null
  readonly reason: string | null
}

export const entryRefusals = [
  'entry-wrong-sign',
  'entry-credits-more-than-raw',
  'entry-wrong-term',
  'entry-needs-item',
  'entry-needs-reviewer',
  'entry-own-review',
  'entry-needs-reason',
  'entry-needs-reference',
  'entry-before-deed',
] as const
export type EntryRefusal = (typeof entryRefusals)[number]

/**
 * Whether a line can be written at all: signs, term and item fit its kind, what a person decided names the reviewer
 * who is not the member, corrections name the line and the reason, no line is posted for a month before the deed.
 */
export function checkEntry(
  entry: LedgerEntry,
  facts: { readonly reviewerMemberId: string | null },
): Decision<LedgerEntry, EntryRefusal> {
  const { kind, raw, credited } = entry
  if (wrongSign(entry)) return refuse('entry-wrong-sign', { kind, raw })
  if (Math.abs(credited) > Math.abs(raw)) return refuse('entry-credits-more-than-raw', { raw, credited })
  if (isBase(kind) !== (entry.term === 'base' && kind !== 'reversal' && kind !== 'correction')) {
    return refuse('entry-wrong-term', { kind, term: entry.term })
  }
  if (kind === 'award' && entry.term === 'deductions')
    return refuse('entry-wrong-term', { kind, term: entry.term })
  if (kind === 'deduction' && entry.term !== 'deductions')
    return refuse('entry-wrong-term', { kind, term: entry.term })
  if (entry.term !== 'base' && entry.itemCode === null) return refuse('entry-needs-item')
  if (entry.month < entry.deedOn.slice(0, 7)) return refuse('entry-before-deed', { deedOn: entry.deedOn })
  const byRule = isBase(kind) || entry.source.kind === 'automatic'
  if (!byRule && entry.reviewerId === null) return refuse('entry-needs-reviewer')
  if (!byRule && facts.reviewerMemberId === entry.memberId) return refuse('entry-own-review')
  if (needsReference(kind) && entry.refersTo === null) return refuse('entry-needs-reference')
  if ((needsReference(kind) || kind === 'deduction') && (entry.reason ?? '').trim() === '') {
    return refuse('entry-needs-reason')
  }
  return agree(entry)
}

function isBase(kind: EntryKind): boolean {
  return kind === 'base' || kind === 'carryOver'
}

function needsReference(kind: EntryKind): boolean {
  return kind === 'reversal' || kind === 'correction'
}

function wrongSign({ kind, raw, credited }: LedgerEntry): boolean {
  if (raw !== 0 && credited !== 0 && raw > 0 !== credited > 0) return true
  if (kind === 'award') return raw <= 0
  if (kind === 'deduction') return raw >= 0
  return isBase(kind) && raw < 0
}

/** Who and when, for a line that answers another one. */
export type Answering = {
  readonly id: string
  readonly orgId: string
  readonly postedAt: Date
  /** An open month; a closed one takes no more lines. */
  readonly month: PlainMonth
  readonly authorId: string
  readonly reviewerId: string
  readonly reviewerMemberId: string | null
  readonly source: LedgerEntry['source']
  readonly reason: string
}

export type ReversalRefusal =
  | 'entry-already-reversed'
  | 'entry-is-reversal'
  | 'entry-needs-reason'
  | 'entry-own-review'

/**
 * The line that takes another one back whole: same member, item and day of the deed, so that the caps of that day get
 * their room again. Refuses a second reversal, the reversal of a reversal, and a missing reason.
 */
export function reverseEntry(
  original: LedgerEntry,
  answering: Answering,
  facts: { readonly alreadyReversed: boolean },
): Decision<LedgerEntry, ReversalRefusal> {
  if (original.kind === 'reversal') return refuse('entry-is-reversal')
  if (facts.alreadyReversed) return refuse('entry-already-reversed')
  if (answering.reason.trim() === '') return refuse('entry-needs-reason')
  if (answering.reviewerMemberId === original.memberId) return refuse('entry-own-review')
  const { reviewerMemberId: _, reason, ...rest } = answering
  const raw = toPoints(0 - original.raw)
  const credited = toPoints(0 - original.credited)
  return agree({
    ...original,
    ...rest,
    kind: 'reversal',
    raw,
    credited,
    limit: null,
    refersTo: original.id,
    reason: reason.trim(),
  })
}

/**
 * A wrong value is taken back and written again: a reversal, and a correction that carries the right one under the same
 * version of the rules. `right` is computed by the caps as they stand after the reversal.
 */
export function correctEntry(
  original: LedgerEntry,
  right: { readonly id: string; readonly raw: Points } & Credited,
  answering: Answering,
  facts: { readonly alreadyReversed: boolean },
): Decision<readonly [LedgerEntry, LedgerEntry], ReversalRefusal> {
  const reversed = reverseEntry(original, answering, facts)
  if (!reversed.ok) return reversed
  const correction: LedgerEntry = {
    ...reversed.value,
    id: right.id,
    kind: 'correction',
    raw: right.raw,
    credited: right.credited,
    limit: right.limit,
  }
  return agree([reversed.value, correction])
}

/** The first line of `before` that `after` lacks or holds otherwise; undefined when the ledger only grew. */
export function findAltered(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): string | undefined {
  for (const [id, digest] of before) if (after.get(id) !== digest) return id
  return undefined
}
