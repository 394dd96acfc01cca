import { agree, type Decision, refuse } from '../shared/decision.ts'
import type { PlainDate } from '../shared/plain-date.ts'

export const memberStates = [
  'active',
  'suspended',
  'transferredOut',
  'deceased',
  'withdrawn',
  'persuadedToWithdraw',
  'removedFromRolls',
  'expelled',
  'probationCancelled',
] as const
export type MemberState = (typeof memberStates)[number]

/** States that harm the member and therefore need named people in a competent body (R-212, S-277). */
export const adverseStates = [
  'suspended',
  'persuadedToWithdraw',
  'removedFromRolls',
  'expelled',
  'probationCancelled',
] as const
export type AdverseState = (typeof adverseStates)[number]

export function isAdverse(state: MemberState): state is AdverseState {
  return (adverseStates as readonly string[]).includes(state)
}

/** Who makes an entry. Jobs, imports and formulas may never enter an adverse state (R-212, S-275). */
export type EntryAuthor =
  | { readonly kind: 'person'; readonly accountId: string }
  | { readonly kind: 'job' | 'import' | 'formula' }

/** On the roll: counted, shown in lists, addressed by notices. */
export function isOnRoll(state: MemberState): boolean {
  return state === 'active' || state === 'suspended'
}

/** Reminders go to active members only; after a death no message is sent (R-175, S-035). */
export function receivesReminders(state: MemberState): boolean {
  return state === 'active'
}

/** The five facts without which no adverse state is entered. */
export type AdverseFacts = {
  readonly deciderName: string
  readonly body: string
  readonly decidedOn: PlainDate | null
  readonly reason: string
  /** The stored record that the decision was handed to the member: signature or note of refusal. */
  readonly proofOfServiceId: string | null
}

export const stateRefusals = [
  'member-already-closed',
  'member-state-unchanged',
  'member-not-suspended',
  'member-not-probationary',
  'adverse-state-not-by-machine',
  'adverse-state-needs-decider',
  'adverse-state-needs-body',
  'adverse-state-needs-date',
  'adverse-state-needs-reason',
  'adverse-state-needs-proof',
  'state-date-in-future',
  'state-date-before-admission',
] as const
export type StateRefusal = (typeof stateRefusals)[number]

/** A dated change of state, kept with its author and facts. */
export type StateChange = {
  readonly from: MemberState
  readonly to: MemberState
  readonly on: PlainDate
  readonly author: EntryAuthor
  readonly facts: AdverseFacts | null
}
type Subject = {
  readonly state: MemberState
  readonly membershipKind: 'full' | 'probationary'
  readonly admittedOn: PlainDate
}

/**
 * Enters a decision that harms the member (R-212, S-275, S-277). Refuses any author but a person, a missing
 * decider, body, date, reason or proof of service, a closed file, and a decision dated in the future or before admission.
 */
export function recordAdverseState(
  member: Subject,
  to: AdverseState,
  facts: AdverseFacts,
  author: EntryAuthor,
  today: PlainDate,
): Decision<StateChange, StateRefusal> {
  if (author.kind !== 'person') return refuse('adverse-state-not-by-machine', { author: author.kind })
  if (!isOnRoll(member.state)) return refuse('member-already-closed', { state: member.state })
  if (member.state === to) return refuse('member-state-unchanged', { state: to })
  if (to === 'probationCancelled' && member.membershipKind !== 'probationary')
    return refuse('member-not-probationary')
  if (facts.deciderName.trim() === '') return refuse('adverse-state-needs-decider')
  if (facts.body.trim() === '') return refuse('adverse-state-needs-body')
  if (facts.decidedOn === null) return refuse('adverse-state-needs-date')
  if (facts.reason.trim() === '') return refuse('adverse-state-needs-reason')
  if (!facts.proofOfServiceId) return refuse('adverse-state-needs-proof')
  if (facts.decidedOn > today) return refuse('state-date-in-future', { today })
  if (facts.decidedOn < member.admittedOn)
    return refuse('state-date-before-admission', { admittedOn: member.admittedOn })
  return agree({ from: member.state, to, on: facts.decidedOn, author, facts })
}

/** Lifts a stop of membership; those who were persuaded out, removed or expelled are not restored. */
export function restoreMembership(
  member: Subject,
  on: PlainDate,
  author: EntryAuthor,
  today: PlainDate,
): Decision<StateChange, StateRefusal> {
  if (member.state !== 'suspended') return refuse('member-not-suspended', { state: member.state })
  if (on > today) return refuse('state-date-in-future', { today })
  return agree({ from: member.state, to: 'active', on, author, facts: null })
}

export type Death = {
  readonly change: StateChange
  readonly remindersStopOn: PlainDate
  readonly condolenceDue: true
}

/**
 * Records a death: the file closes, a condolence falls due, and all reminders stop the day it is entered (R-175, S-035).
 * Refuses a day in the future or before admission, and a file already closed.
 */
export function recordDeath(
  member: Subject,
  diedOn: PlainDate,
  author: EntryAuthor,
  today: PlainDate,
): Decision<Death, StateRefusal> {
  if (!isOnRoll(member.state)) return refuse('member-already-closed', { state: member.state })
  if (diedOn > today) return refuse('state-date-in-future', { today })
  if (diedOn < member.admittedOn)
    return refuse('state-date-before-admission', { admittedOn: member.admittedOn })
  const change: StateChange = { from: member.state, to: 'deceased', on: diedOn, author, facts: null }
  return agree({ change, remindersStopOn: today, condolenceDue: true })
}
