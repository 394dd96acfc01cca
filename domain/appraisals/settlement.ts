import { committeeFromFullMembers } from '../organisation/committee.ts'
import { type Proposal, type ProposalLine, proposeFrom } from '../schemes/scheme.ts'
import { checkReason, type ReasonRefusal, reasonRefusals } from '../schemes/reason.ts'
import type { EntryAuthor } from '../shared/adverse-gate.ts'
import { agree, type Decision, refuse } from '../shared/decision.ts'
import type { PlainDate } from '../shared/plain-date.ts'
import type { Points } from '../shared/points.ts'
import { decideVote, type VoteCount, voteRefusals, voteRules } from '../shared/vote.ts'
import type { PersonCount } from './ballot.ts'
import { checkExcellent, type Grade, gradeRefusals, isLowGrade, type Share } from './grade.ts'

/** What lies before the meeting about one member, side by side; none of it decides. */
export type SettlementInput = {
  readonly memberId: string
  readonly points: Points
  /** From the lines of the scheme; null where the scheme has none or the member is not scored. */
  readonly proposal: Proposal | null
  readonly schemeVersionId: string | null
  /** Codes of vetoes that limit the proposal, each by a document. */
  readonly vetoes: readonly string[]
  readonly membersBallot: PersonCount
  readonly massesBallot: PersonCount
  /** What the branch knows of the year, in its own words. */
  readonly dailyConduct: string
}

/** Who settles: the committee, or the assembly where there is none. */
export type SettlingBody = 'committee' | 'assembly'
export type SettlingMeeting = {
  readonly body: SettlingBody
  readonly on: PlainDate
  readonly vote: VoteCount
  readonly minutesId: string
}

export type SettledGrade = {
  readonly memberId: string
  readonly grade: Grade
  readonly opinion: string
  /** Why it differs from the proposal, or why it is low; empty where neither is so. */
  readonly reason: string
  readonly differs: boolean
  readonly meeting: SettlingMeeting
  readonly recordedBy: string
}

export const settlementRefusals = [
  'settlement-by-machine',
  'settlement-not-graded',
  'settlement-wrong-body',
  'settlement-minutes-missing',
  'settlement-conduct-missing',
  'settlement-opinion-missing',
  'settlement-needs-difference-reason',
  'settlement-needs-low-reason',
  'settlement-own-recording',
  'settlement-not-whole',
  'settlement-lens-not-seen',
  'settlement-needs-signer',
  ...reasonRefusals,
  ...voteRefusals,
  ...gradeRefusals,
] as const
export type SettlementRefusal = (typeof settlementRefusals)[number]

/**
 * The proposal the lines of a scheme make from points: a draft and never a grade. Disputed minus lines are
 * left out: the better of the two figures counts. A veto takes `excellent` out of the proposal.
 */
export function proposalFor(facts: {
  readonly lines: readonly ProposalLine[]
  readonly score: number
  readonly scoreWithoutDisputed: number
  readonly vetoes: readonly { readonly limits: 'bonus' | 'excellent'; readonly document: unknown }[]
}): Proposal | null {
  const proposal = proposeFrom(facts.lines, Math.max(facts.score, facts.scoreWithoutDisputed))
  const vetoed = facts.vetoes.some(({ limits, document }) => limits === 'excellent' && document !== null)
  return proposal === 'excellent' && vetoed ? 'qualified' : proposal
}

/** From seven full members on a branch has a committee and it settles; below, the assembly does. */
export function settlingBody(fullMembers: number): SettlingBody {
  return fullMembers >= committeeFromFullMembers ? 'committee' : 'assembly'
}

/**
 * Enters the grade the meeting has set. The grade comes from the meeting alone; points and votes lie
 * beside it. Refuses anything but a person as author, members without grade on the roll, another body than the
 * right one, a meeting whose vote did not carry, a line without daily conduct or opinion, and a grade without reason where
 * it differs from the proposal or is low. Illness, leave and family are no reason.
 */
export function settleGrade(
  input: SettlementInput,
  decided: {
    readonly grade: Grade
    readonly opinion: string
    readonly reason: string
    readonly meeting: SettlingMeeting
  },
  by: { readonly author: EntryAuthor; readonly memberId: string | null },
  facts: { readonly fullMembers: number; readonly graded: readonly string[] },
): Decision<SettledGrade, SettlementRefusal> {
  const { grade, meeting } = decided
  if (by.author.kind !== 'person') return refuse('settlement-by-machine', { author: by.author.kind })
  if (!facts.graded.includes(input.memberId)) return refuse('settlement-not-graded')
  if (by.memberId === input.memberId) return refuse('settlement-own-recording')
  const body = settlingBody(facts.fullMembers)
  if (meeting.body !== body) return refuse('settlement-wrong-body', { body })
  if (meeting.minutesId.trim() === '') return refuse('settlement-minutes-missing')
  const vote = decideVote(meeting.vote, voteRules.ordinary, { secret: false, persons: 1 })
  if (!vote.ok) return vote
  if (input.dailyConduct.trim() === '') return refuse('settlement-conduct-missing')
  const opinion = decided.opinion.trim()
  if (opinion === '') return refuse('settlement-opinion-missing')
  const differs = input.proposal !== null && grade !== input.proposal
  // Where nothing was proposed, nothing differs; the best and the low grades are explained all the same.
  const needsReason = differs || isLowGrade(grade) || (input.proposal === null && grade === 'excellent')
  const reason = decided.reason.trim()
  if (needsReason && reason === '') {
    return refuse(isLowGrade(grade) ? 'settlement-needs-low-reason' : 'settlement-needs-difference-reason', {
      grade,
      ...(input.proposal === null ? {} : { proposal: input.proposal }),
    })
  }
  const checked = checkWords(opinion, reason)
  if (!checked.ok) return checked
  const { memberId } = input
  return agree({ memberId, grade, opinion, reason, differs, meeting, recordedBy: by.author.accountId })
}

function checkWords(opinion: string, reason: string): Decision<string, ReasonRefusal> {
  const checked = checkReason('opinion', opinion)
  return !checked.ok || reason === '' ? checked : checkReason('reason', reason)
}

/**
 * Whether a settlement can be signed: every graded member has a grade and nobody else, the excellent ones keep their share
 * and the signer has seen the fairness lens, which corrects nothing.
 */
export function checkSettlement(
  settled: readonly SettledGrade[],
  facts: {
    readonly graded: readonly string[]
    readonly membersOfBranch: number
    readonly excellentShare?: Share
    readonly lensSeen: boolean
    readonly signerName: string
  },
): Decision<readonly SettledGrade[], SettlementRefusal> {
  const named = new Set(settled.map(({ memberId }) => memberId))
  const whole = named.size === settled.length && named.size === facts.graded.length
  if (!whole || !facts.graded.every((id) => named.has(id))) {
    return refuse('settlement-not-whole', { graded: facts.graded.length, settled: named.size })
  }
  const share = checkExcellent(
    settled.map(({ grade }) => grade),
    facts.membersOfBranch,
    facts.excellentShare,
  )
  if (!share.ok) return share
  if (!facts.lensSeen) return refuse('settlement-lens-not-seen')
  if (facts.signerName.trim() === '') return refuse('settlement-needs-signer')
  return agree(settled)
}
