import { checkReason, reasonRefusals } from '../schemes/reason.ts'
import {
  type AdverseFacts,
  type EntryAuthor,
  gateRefusals,
  passGate,
  type ServedDecision,
} from '../shared/adverse-gate.ts'
import { agree, type Decision, refuse } from '../shared/decision.ts'
import type { PlainDate } from '../shared/plain-date.ts'

/** Who acts: a person with or without a file of the county, or a machine, which never gets far here. */
export type Actor = { readonly author: EntryAuthor; readonly memberId: string | null }

/** What is known of the case at the moment of the step. */
export type StepFacts = {
  readonly subjectMemberId: string
  /** An objection or appeal on what the step rests on is running. */
  readonly disputed: boolean
  readonly today: PlainDate
}

export const adverseStepRefusals = [
  ...gateRefusals,
  ...reasonRefusals,
  'adverse-state-own-case',
  'adverse-state-disputed',
] as const
export type AdverseStepRefusal = (typeof adverseStepRefusals)[number]

/**
 * The gate as every adverse step of this feature goes through it: warning, limit, down measure, disposal, sanction.
 * Beyond the five facts it refuses the subject's own hand, what is still disputed, and a reason that rests on illness,
 * leave, exemption, family or belief.
 */
export function enterAdverse(
  facts: AdverseFacts,
  by: Actor,
  step: StepFacts,
): Decision<ServedDecision, AdverseStepRefusal> {
  const passed = passGate(facts, by.author, step.today)
  if (!passed.ok) return passed
  if (by.memberId === step.subjectMemberId) return refuse('adverse-state-own-case')
  if (step.disputed) return refuse('adverse-state-disputed')
  const reason = checkReason('reason', facts.reason)
  if (!reason.ok) return reason
  return agree(passed.value)
}
