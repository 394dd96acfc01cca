import { checkReason, checkWords, type ReasonRefusal, reasonRefusals } from '../schemes/reason.ts'
import type { AdverseFacts, ServedDecision } from '../shared/adverse-gate.ts'
import { agree, type Decision, refuse, type Refused } from '../shared/decision.ts'
import { addMonths, type PlainDate } from '../shared/plain-date.ts'
import { decideVote, type VoteCount, type VoteRefusal, voteRefusals, voteRules } from '../shared/vote.ts'
import { type Actor, type AdverseStepRefusal, adverseStepRefusals, enterAdverse } from './adverse-step.ts'
import {
  checkGround,
  type DisposalGround,
  type GroundFacts,
  type GroundRefusal,
  groundRefusals,
} from './disposal-ground.ts'

/** Three forms and no other. */
export const disposalForms = ['correctionOrder', 'persuasion', 'removal'] as const
export type DisposalForm = (typeof disposalForms)[number]

/** Proposed, filed above, and five steps to the decision (R-197…R-200); nothing is in force before the last. */
export const disposalStates = [
  'proposed',
  'filed',
  'factsFound',
  'heard',
  'opinionGiven',
  'preReviewed',
  'voted',
  'inForce',
  'stopped',
] as const
export type DisposalState = (typeof disposalStates)[number]

export type DisposalCase = {
  readonly id: string
  readonly memberId: string
  readonly form: DisposalForm
  readonly ground: DisposalGround
  readonly state: DisposalState
  readonly proposal: { readonly body: string; readonly on: PlainDate; readonly reason: string }
  readonly filing: { readonly document: string; readonly on: PlainDate } | null
  readonly finding: {
    readonly group: readonly string[]
    readonly words: string
    readonly on: PlainDate
  } | null
  readonly hearing: Hearing | null
  readonly opinion: { readonly body: string; readonly words: string; readonly on: PlainDate } | null
  readonly preReview: { readonly document: string; readonly on: PlainDate } | null
  readonly vote: { readonly count: VoteCount; readonly on: PlainDate; readonly minutesId: string } | null
  readonly served: ServedDecision | null
  /** Last day of a correction order. */
  readonly until: PlainDate | null
  readonly stoppedFor: string | null
}

/** The talk in which the member is heard: two full members hold it; what was said in defence and by witnesses is kept. */
export type Hearing = {
  readonly on: PlainDate
  readonly heldBy: readonly { readonly memberId: string; readonly full: boolean }[]
  readonly defence: string
  readonly witnesses: readonly { readonly name: string; readonly words: string }[]
  /** Days of written invitations, where the member did not come. */
  readonly invitedOn: readonly PlainDate[]
  readonly memberCame: boolean
}

export const disposalRefusals = [
  'disposal-wrong-state',
  'disposal-by-machine',
  'disposal-own-case',
  'disposal-needs-body',
  'disposal-needs-document',
  'disposal-out-of-order',
  'disposal-group-too-small',
  'disposal-facts-missing',
  'disposal-two-full-members',
  'disposal-member-not-heard',
  'disposal-opinion-missing',
  'disposal-needs-pre-review',
  'disposal-not-needed',
  'disposal-minutes-missing',
  'disposal-member-not-invited',
  'disposal-day-in-future',
  'disposal-help-missing',
  'disposal-body-may-not-approve',
  'disposal-term-wrong',
  'disposal-needs-reason',
  ...groundRefusals,
  ...reasonRefusals,
  ...voteRefusals,
  ...adverseStepRefusals,
] as const
export type DisposalRefusal = (typeof disposalRefusals)[number]
type Step<Code extends DisposalRefusal> = Decision<DisposalCase, Code | 'disposal-wrong-state'>

type ProposalRefusal =
  | 'disposal-by-machine'
  | 'disposal-own-case'
  | 'disposal-needs-body'
  | ReasonRefusal
  | GroundRefusal
type EnforceRefusal =
  | AdverseStepRefusal
  | 'disposal-body-may-not-approve'
  | 'disposal-term-wrong'
  | 'disposal-out-of-order'

/** Months of a correction order: six as a rule, twelve at most. */
export const usualCorrectionMonths = 6
export const mostCorrectionMonths = 12

/**
 * The branch committee, or the assembly where there is none, proposes to open a case. Refuses a machine, the member's own
 * hand, a reason that never counts, a ground whose facts are not there, and what discipline has punished.
 */
export function proposeDisposal(
  proposal: Pick<DisposalCase, 'id' | 'memberId' | 'form' | 'ground'> & {
    readonly body: string
    readonly reason: string
  },
  ground: GroundFacts,
  by: Actor,
  today: PlainDate,
): Decision<DisposalCase, ProposalRefusal> {
  const barred = barredFrom(proposal.memberId, by)
  if (barred !== undefined) return refuse(barred)
  const { body, reason, ...of } = proposal
  if (body.trim() === '') return refuse('disposal-needs-body')
  const checkedReason = checkReason('reason', reason)
  if (!checkedReason.ok) return checkedReason
  const checkedGround = checkGround(of.form, of.ground, ground)
  if (!checkedGround.ok) return checkedGround
  return agree({
    ...of,
    state: 'proposed',
    proposal: { body: body.trim(), on: today, reason: checkedReason.value },
    filing: null,
    finding: null,
    hearing: null,
    opinion: null,
    preReview: null,
    vote: null,
    served: null,
    until: null,
    stoppedFor: null,
  })
}

/** The base committee is told beforehand, before any step. */
export function fileDisposal(
  of: DisposalCase,
  document: string,
  today: PlainDate,
): Step<'disposal-needs-document'> {
  if (of.state !== 'proposed') return wrong(of)
  if (document.trim() === '') return refuse('disposal-needs-document')
  return agree({ ...of, state: 'filed', filing: { document: document.trim(), on: today } })
}

/** Step one of five: a group of two or more, without the member, finds the facts. */
export function recordFacts(
  of: DisposalCase,
  finding: NonNullable<DisposalCase['finding']>,
): Step<
  'disposal-out-of-order' | 'disposal-group-too-small' | 'disposal-facts-missing' | 'reason-against-policy'
> {
  if (of.state !== 'filed' || of.filing === null) return wrong(of)
  if (finding.on < of.filing.on) return refuse('disposal-out-of-order', { filedOn: of.filing.on })
  const group = new Set(finding.group.filter((id) => id !== of.memberId))
  if (group.size < 2) return refuse('disposal-group-too-small')
  if (finding.words.trim() === '') return refuse('disposal-facts-missing')
  const words = checkWords('finding', finding.words)
  if (!words.ok) return words
  return agree({ ...of, state: 'factsFound', finding: { ...finding, group: [...group] } })
}

/**
 * Step two: the member is heard. Two full members hold the talk; what the member says stands in the record.
 * Somebody who does not come was invited in writing twice, and the empty chair is recorded.
 */
export function recordHearing(
  of: DisposalCase,
  hearing: Hearing,
): Step<'disposal-out-of-order' | 'disposal-two-full-members' | 'disposal-member-not-heard'> {
  if (of.state !== 'factsFound' || of.finding === null) return wrong(of)
  if (hearing.on < of.finding.on) return refuse('disposal-out-of-order', { factsOn: of.finding.on })
  const holders = new Set(
    hearing.heldBy
      .filter(({ full, memberId }) => full && memberId !== of.memberId)
      .map(({ memberId }) => memberId),
  )
  if (holders.size < 2) return refuse('disposal-two-full-members', { full: holders.size })
  const heard = hearing.memberCame
    ? hearing.defence.trim() !== ''
    : new Set(hearing.invitedOn.filter((on) => on < hearing.on)).size >= 2
  if (!heard) return refuse('disposal-member-not-heard')
  return agree({ ...of, state: 'heard', hearing })
}

/** Step three: the committee, or the assembly where there is none, gives its opinion. */
export function giveOpinion(
  of: DisposalCase,
  opinion: NonNullable<DisposalCase['opinion']>,
): Step<
  'disposal-out-of-order' | 'disposal-needs-body' | 'disposal-opinion-missing' | 'reason-against-policy'
> {
  if (of.state !== 'heard' || of.hearing === null) return wrong(of)
  if (opinion.on < of.hearing.on) return refuse('disposal-out-of-order', { heardOn: of.hearing.on })
  if (opinion.body.trim() === '') return refuse('disposal-needs-body')
  if (opinion.words.trim() === '') return refuse('disposal-opinion-missing')
  const words = checkWords('opinion', opinion.words)
  if (!words.ok) return words
  return agree({ ...of, state: 'opinionGiven', opinion })
}

/** For persuasion and removal the organisation department above is asked in writing first. */
export function recordPreReview(
  of: DisposalCase,
  preReview: NonNullable<DisposalCase['preReview']>,
): Step<'disposal-not-needed' | 'disposal-needs-document' | 'disposal-out-of-order'> {
  if (of.state !== 'opinionGiven') return wrong(of)
  if (!needsPreReview(of.form)) return refuse('disposal-not-needed')
  if (preReview.document.trim() === '') return refuse('disposal-needs-document')
  if (of.opinion !== null && preReview.on < of.opinion.on) {
    return refuse('disposal-out-of-order', { after: of.opinion.on })
  }
  return agree({ ...of, state: 'preReviewed', preReview })
}

/** Step four: the assembly, to which the member was invited, votes in secret on this one person; half of those who should attend is not enough. */
export function voteDisposal(
  of: DisposalCase,
  vote: NonNullable<DisposalCase['vote']>,
  how: { readonly secret: boolean; readonly persons: number; readonly invited: boolean },
): Step<
  | 'disposal-needs-pre-review'
  | 'disposal-out-of-order'
  | 'disposal-member-not-invited'
  | 'disposal-minutes-missing'
  | VoteRefusal
> {
  if (needsPreReview(of.form) && of.state === 'opinionGiven') return refuse('disposal-needs-pre-review')
  const ready = of.state === 'preReviewed' || (of.state === 'opinionGiven' && !needsPreReview(of.form))
  if (!ready || of.opinion === null) return wrong(of)
  const after = of.preReview?.on ?? of.opinion.on
  if (vote.on < after) return refuse('disposal-out-of-order', { after })
  if (!how.invited) return refuse('disposal-member-not-invited')
  if (vote.minutesId.trim() === '') return refuse('disposal-minutes-missing')
  const passed = decideVote(vote.count, voteRules.disposal, how)
  return passed.ok ? agree({ ...of, state: 'voted', vote }) : passed
}

/**
 * Step five: a committee with the power to approve decides and the decision is handed over. A correction order
 * runs six months as a rule and twelve at most, from the day of the decision.
 */
export function enforceDisposal(
  of: DisposalCase,
  facts: AdverseFacts,
  by: Actor,
  step: {
    readonly bodyMayApprove: boolean
    readonly disputed: boolean
    readonly months: number | null
    readonly today: PlainDate
  },
): Step<EnforceRefusal> {
  if (of.state !== 'voted' || of.vote === null) return wrong(of)
  if (!step.bodyMayApprove) return refuse('disposal-body-may-not-approve')
  const months = of.form === 'correctionOrder' ? (step.months ?? usualCorrectionMonths) : null
  if (months !== null && !(Number.isInteger(months) && months >= 1 && months <= mostCorrectionMonths)) {
    return refuse('disposal-term-wrong', { most: mostCorrectionMonths })
  }
  if (facts.decidedOn !== null && facts.decidedOn < of.vote.on) {
    return refuse('disposal-out-of-order', { votedOn: of.vote.on })
  }
  const { disputed, today } = step
  const entered = enterAdverse(facts, by, { disputed, today, subjectMemberId: of.memberId })
  if (!entered.ok) return entered
  const until = months === null ? null : addMonths(entered.value.decidedOn, months)
  return agree({ ...of, state: 'inForce', served: entered.value, until })
}

/**
 * What the base committee has decided and not yet handed over: everything but the proof of service is there. A
 * correction order names what is required and who helps.
 */
export function checkDecision(
  of: DisposalCase,
  facts: Omit<AdverseFacts, 'proofOfServiceId'>,
  by: Actor,
  step: Parameters<typeof enforceDisposal>[3] & { readonly required: string; readonly help: string },
): Decision<
  { readonly until: PlainDate | null },
  EnforceRefusal | 'disposal-wrong-state' | 'disposal-help-missing'
> {
  const proof = 'to come'
  const enforced = enforceDisposal(of, { ...facts, proofOfServiceId: proof }, by, step)
  if (!enforced.ok) return enforced
  if (of.form === 'correctionOrder' && (step.required.trim() === '' || step.help.trim() === '')) {
    return refuse('disposal-help-missing')
  }
  return agree({ until: enforced.value.until })
}

/** A step is recorded on its day or later. */
export function checkDay(on: PlainDate, today: PlainDate): Decision<PlainDate, 'disposal-day-in-future'> {
  return on > today ? refuse('disposal-day-in-future', { today }) : agree(on)
}

/** The paper is handed over on the day of the decision or later, and not in days to come. */
export function checkService(
  of: { readonly decidedOn: PlainDate; readonly servedOn: PlainDate },
  today: PlainDate,
): Decision<PlainDate, 'disposal-day-in-future' | 'disposal-out-of-order'> {
  if (of.servedOn < of.decidedOn) return refuse('disposal-out-of-order', { decidedOn: of.decidedOn })
  return checkDay(of.servedOn, today)
}

/** Ends a case before it is in force, with the reason: the facts did not hold, or the vote did not carry. */
export function stopDisposal(of: DisposalCase, reason: string): Step<'disposal-needs-reason'> {
  if (of.state === 'inForce' || of.state === 'stopped') return wrong(of)
  if (reason.trim() === '') return refuse('disposal-needs-reason')
  return agree({ ...of, state: 'stopped', stoppedFor: reason.trim() })
}

export function needsPreReview(form: DisposalForm): boolean {
  return form !== 'correctionOrder'
}

function barredFrom(memberId: string, by: Actor): 'disposal-by-machine' | 'disposal-own-case' | undefined {
  if (by.author.kind !== 'person') return 'disposal-by-machine'
  return by.memberId === memberId ? 'disposal-own-case' : undefined
}

function wrong(of: DisposalCase): Refused<'disposal-wrong-state'> {
  return refuse('disposal-wrong-state', { state: of.state })
}
