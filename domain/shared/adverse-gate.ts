import { agree, type Decision, refuse } from './decision.ts'
import type { PlainDate } from './plain-date.ts'

/** Who makes an entry. Jobs, imports, formulas and programs that call the API never enter an adverse state (R-212, S-275). */
export type EntryAuthor =
  | { readonly kind: 'person'; readonly accountId: string }
  | { readonly kind: 'job' | 'import' | 'formula' | 'api' }

/** The five facts without which no adverse state is entered. */
export type AdverseFacts = {
  readonly deciderName: string
  readonly body: string
  readonly decidedOn: PlainDate | null
  readonly reason: string
  /** The stored record that the decision was handed to the member: signature or note of refusal. */
  readonly proofOfServiceId: string | null
}

declare const gatePassed: unique symbol
/** Five facts that went through the gate; nothing else makes one, and adverse states ask for it by type. */
export type ServedDecision = {
  readonly deciderName: string
  readonly body: string
  readonly decidedOn: PlainDate
  readonly reason: string
  readonly proofOfServiceId: string
  readonly enteredBy: string
  readonly [gatePassed]: true
}

export const gateRefusals = [
  'adverse-state-not-by-machine',
  'adverse-state-needs-decider',
  'adverse-state-needs-body',
  'adverse-state-needs-date',
  'adverse-state-needs-reason',
  'adverse-state-needs-proof',
  'state-date-in-future',
] as const
export type GateRefusal = (typeof gateRefusals)[number]

/**
 * The one gate to every state that harms a member: decider, body, date, reason and proof of service, entered by a
 * person. Refuses jobs, imports, formulas and the API, whatever they bring; a fact that is missing or blank; a day to come.
 */
export function passGate(
  facts: AdverseFacts,
  author: EntryAuthor,
  today: PlainDate,
): Decision<ServedDecision, GateRefusal> {
  if (author.kind !== 'person') return refuse('adverse-state-not-by-machine', { author: author.kind })
  const deciderName = facts.deciderName.trim()
  const body = facts.body.trim()
  const reason = facts.reason.trim()
  const proofOfServiceId = facts.proofOfServiceId?.trim() ?? ''
  if (deciderName === '') return refuse('adverse-state-needs-decider')
  if (body === '') return refuse('adverse-state-needs-body')
  if (facts.decidedOn === null) return refuse('adverse-state-needs-date')
  if (reason === '') return refuse('adverse-state-needs-reason')
  if (proofOfServiceId === '') return refuse('adverse-state-needs-proof')
  if (facts.decidedOn > today) return refuse('state-date-in-future', { today })
  const { decidedOn } = facts
  const enteredBy = author.accountId
  // The only place where the mark is given; it stands in the type and not in the data.
  return agree({ deciderName, body, decidedOn, reason, proofOfServiceId, enteredBy } as ServedDecision)
}
