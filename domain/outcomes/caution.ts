import { checkReason, reasonRefusals } from '../schemes/reason.ts'
import type { AdverseFacts, ServedDecision } from '../shared/adverse-gate.ts'
import { agree, type Decision, refuse } from '../shared/decision.ts'
import type { PlainDate } from '../shared/plain-date.ts'
import { type Actor, adverseStepRefusals, enterAdverse } from './adverse-step.ts'

/** A written caution (警示通知书) beside a help plan: milder than a correction order, and served like everything adverse. */
export type Caution = {
  readonly id: string
  readonly memberId: string
  readonly helpPlanId: string
  readonly gaps: string
  readonly requiredChange: string
  readonly state: 'drafted' | 'inForce' | 'ended'
  readonly served: ServedDecision | null
  readonly answer: string | null
  readonly endedOn: PlainDate | null
  readonly endedFor: string | null
}

export const cautionRefusals = [
  'caution-part-missing',
  'caution-needs-help-plan',
  'caution-wrong-state',
  'caution-by-machine',
  'caution-own-case',
  'caution-needs-reason',
  'caution-not-yours',
  'caution-answer-empty',
  ...adverseStepRefusals,
  ...reasonRefusals,
] as const
export type CautionRefusal = (typeof cautionRefusals)[number]

/** Drafts a caution. Refuses one without gaps, required change or a help plan: nobody is cautioned and left alone. */
export function draftCaution(
  draft: Pick<Caution, 'id' | 'memberId' | 'helpPlanId' | 'gaps' | 'requiredChange'>,
): Decision<Caution, CautionRefusal> {
  if (draft.requiredChange.trim() === '') return refuse('caution-part-missing', { part: 'requiredChange' })
  if (draft.helpPlanId.trim() === '') return refuse('caution-needs-help-plan')
  const gaps = checkReason('gaps', draft.gaps)
  if (!gaps.ok) return gaps
  return agree({
    ...draft,
    gaps: gaps.value,
    state: 'drafted',
    served: null,
    answer: null,
    endedOn: null,
    endedFor: null,
  })
}

/** In force when decided and handed over. */
export function serveCaution(
  caution: Caution,
  facts: AdverseFacts,
  by: Actor,
  step: { readonly disputed: boolean; readonly today: PlainDate },
): Decision<Caution, CautionRefusal> {
  if (caution.state !== 'drafted') return refuse('caution-wrong-state', { state: caution.state })
  const entered = enterAdverse(facts, by, { ...step, subjectMemberId: caution.memberId })
  return entered.ok ? agree({ ...caution, state: 'inForce', served: entered.value }) : entered
}

/** The right to answer while it is in force; what was said before stays. */
export function answerCaution(
  caution: Caution,
  memberId: string,
  answer: string,
): Decision<Caution, CautionRefusal> {
  if (caution.state !== 'inForce') return refuse('caution-wrong-state', { state: caution.state })
  if (memberId !== caution.memberId) return refuse('caution-not-yours')
  if (answer.trim() === '') return refuse('caution-answer-empty')
  const before = caution.answer === null ? '' : `${caution.answer}\n`
  return agree({ ...caution, answer: before + answer.trim() })
}

/** Ends with a change confirmed, or on an upheld appeal, by somebody else and with the reason. */
export function endCaution(
  caution: Caution,
  reason: string,
  by: Actor,
  today: PlainDate,
): Decision<Caution, CautionRefusal> {
  if (caution.state !== 'inForce') return refuse('caution-wrong-state', { state: caution.state })
  if (by.author.kind !== 'person') return refuse('caution-by-machine', { author: by.author.kind })
  if (by.memberId === caution.memberId) return refuse('caution-own-case')
  if (reason.trim() === '') return refuse('caution-needs-reason')
  return agree({ ...caution, state: 'ended', endedOn: today, endedFor: reason.trim() })
}
