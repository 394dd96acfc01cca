import { agree, type Decision, refuse } from '../shared/decision.ts'

/** Kinds of case files with an access list of their own. */
export const subjectKinds = [
  'use',
  'limit',
  'helpPlan',
  'warning',
  'caution',
  'tolerance',
  'disposal',
  'sanction',
  'handOver',
] as const
export type SubjectKind = (typeof subjectKinds)[number]

/** Why somebody may read a case file: it is about them, they handle the matter, or they stand on its list. */
export const readerStandings = ['self', 'handler', 'listed'] as const
export type ReaderStanding = (typeof readerStandings)[number]

export type ReaderFacts = {
  /** The member the file is about. */
  readonly subjectMemberId: string
  readonly actorMemberId: string | null
  /** Holds the permission of those who handle the matter, for the member's organisation. */
  readonly handles: boolean
  readonly listed: boolean
}

/**
 * In which standing a case file is read; undefined where it is not. Whoever the file is about reads it as
 * themself, also where they handle such matters for others.
 */
export function standingOf(facts: ReaderFacts): ReaderStanding | undefined {
  if (facts.actorMemberId === facts.subjectMemberId) return 'self'
  if (facts.handles) return 'handler'
  return facts.listed ? 'listed' : undefined
}

/** Minutes in which the same person reading the same file is one read. */
export const readAgainMinutes = 10

export const readerRefusals = [
  'reader-is-subject',
  'reader-is-oneself',
  'reader-account-stopped',
  'reader-needs-reason',
  'reader-already-listed',
] as const
export type ReaderRefusal = (typeof readerRefusals)[number]

export type Reader = { readonly accountId: string; readonly name: string; readonly reason: string }

/**
 * Puts somebody on the list of a file, by name and with a reason. Refuses the member concerned, who reads anyway,
 * oneself, a stopped account, and a second time.
 */
export function addReader(
  reader: Reader,
  facts: {
    readonly subjectMemberId: string
    readonly readerMemberId: string | null
    readonly stopped: boolean
    readonly byAccountId: string
    readonly listed: readonly string[]
  },
): Decision<Reader, ReaderRefusal> {
  const reason = reader.reason.trim()
  if (facts.readerMemberId === facts.subjectMemberId) return refuse('reader-is-subject')
  if (reader.accountId === facts.byAccountId) return refuse('reader-is-oneself')
  if (facts.stopped) return refuse('reader-account-stopped')
  if (reason === '') return refuse('reader-needs-reason')
  if (facts.listed.includes(reader.accountId)) return refuse('reader-already-listed', { name: reader.name })
  return agree({ ...reader, reason })
}
