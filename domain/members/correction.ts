import { agree, type Decision, refuse } from '../shared/decision.ts'
import { addDays, type PlainDate } from '../shared/plain-date.ts'

/** Fields of the own file a member may ask to have corrected (R-290, S-276). */
export const correctableFields = [
  'name',
  'identityNumber',
  'sex',
  'bornOn',
  'ethnicGroup',
  'education',
  'phone',
  'address',
  'workplace',
  'post',
  'category',
  'admittedOn',
  'convertedOn',
] as const
export type CorrectableField = (typeof correctableFields)[number]

/** Days within which a request is answered. */
export const correctionAnswerDays = 15

export type CorrectionRequest = {
  readonly id: string
  readonly memberId: string
  readonly field: CorrectableField
  readonly from: string | null
  readonly to: string
  readonly reason: string
  readonly requestedOn: PlainDate
  readonly answerDueOn: PlainDate
  readonly outcome: CorrectionOutcome | null
}
export type CorrectionOutcome = {
  readonly accepted: boolean
  readonly decidedBy: string
  readonly decidedOn: PlainDate
  readonly reason: string | null
}

export const correctionRefusals = [
  'correction-unchanged',
  'correction-empty',
  'correction-already-asked',
  'correction-not-own-file',
  'correction-own-decision',
  'correction-already-decided',
  'correction-refusal-needs-reason',
] as const
export type CorrectionRefusal = (typeof correctionRefusals)[number]

/**
 * A member asks for a correction of the own file. Refuses another member's file, an empty or unchanged
 * value, and a second open request for the same field.
 */
export function requestCorrection(
  asked: Pick<CorrectionRequest, 'id' | 'memberId' | 'field' | 'from' | 'to' | 'reason'>,
  facts: {
    readonly askedByMemberId: string
    readonly openFields: readonly CorrectableField[]
    readonly today: PlainDate
  },
): Decision<CorrectionRequest, CorrectionRefusal> {
  if (facts.askedByMemberId !== asked.memberId) return refuse('correction-not-own-file')
  const to = asked.to.trim()
  if (to === '') return refuse('correction-empty', { field: asked.field })
  if (to === asked.from) return refuse('correction-unchanged', { field: asked.field })
  if (facts.openFields.includes(asked.field))
    return refuse('correction-already-asked', { field: asked.field })
  const answerDueOn = addDays(facts.today, correctionAnswerDays)
  return agree({ ...asked, to, requestedOn: facts.today, answerDueOn, outcome: null })
}

/**
 * An officer accepts or refuses; a refusal carries its reason. Refuses the member's own decision and a
 * second decision.
 */
export function decideCorrection(
  request: CorrectionRequest,
  decision: {
    readonly accepted: boolean
    readonly reason: string
    readonly decidedBy: string
    /** The officer's own membership, if any. */
    readonly deciderMemberId: string | null
  },
  today: PlainDate,
): Decision<CorrectionRequest, CorrectionRefusal> {
  if (request.outcome) return refuse('correction-already-decided', { decidedOn: request.outcome.decidedOn })
  if (decision.deciderMemberId === request.memberId) return refuse('correction-own-decision')
  const reason = decision.reason.trim()
  if (!decision.accepted && reason === '') return refuse('correction-refusal-needs-reason')
  const { accepted, decidedBy } = decision
  return agree({ ...request, outcome: { accepted, decidedBy, decidedOn: today, reason: reason || null } })
}
