import { agree, type Decision, refuse } from '../shared/decision.ts'
import { type PlainDate, type PlainMonth, toPlainMonth } from '../shared/plain-date.ts'
import { squeezeText } from '../shared/text.ts'
import { lintText } from './policy-linter.ts'

/** A decision to leave a member out of scoring: who decided, when, by which document; never why. */
export type ExemptionDecision = {
  readonly fromOn: PlainDate
  readonly decidedByBody: string
  readonly decidedOn: PlainDate
  readonly document: string
}

export const exemptionRefusals = [
  'exemption-open-already',
  'exemption-needs-decision',
  'exemption-decision-in-future',
  'exemption-before-decision',
  'exemption-month-closed',
  'exemption-names-ground',
] as const
export type ExemptionRefusal = (typeof exemptionRefusals)[number]

type Facts = {
  readonly today: PlainDate
  /** Present and past ones of the member. */
  readonly earlier: readonly { readonly fromOn: PlainDate; readonly untilOn: PlainDate | null }[]
  /** The last month the branch has closed. */
  readonly lastClosedMonth: PlainMonth | null
}

/**
 * Leaves a member out of scoring from a day on. Refuses a second one at the same time, one nobody decided, one that
 * begins before its decision or in a closed month, and one that says why.
 */
export function recordExemption(
  decision: ExemptionDecision,
  { today, earlier, lastClosedMonth }: Facts,
): Decision<ExemptionDecision, ExemptionRefusal> {
  const { fromOn, decidedOn, decidedByBody, document } = decision
  if (earlier.some(({ untilOn }) => untilOn === null || untilOn > fromOn))
    return refuse('exemption-open-already')
  if (decidedByBody.trim() === '') return refuse('exemption-needs-decision')
  if (decidedOn > today) return refuse('exemption-decision-in-future', { today })
  if (fromOn < decidedOn) return refuse('exemption-before-decision', { decidedOn })
  if (lastClosedMonth !== null && toPlainMonth(fromOn) <= lastClosedMonth) {
    return refuse('exemption-month-closed', { lastClosedMonth })
  }
  const words = groundsIn(`${decidedByBody}\n${document}`)
  return words.length > 0 ? refuse('exemption-names-ground', { words }) : agree(decision)
}

export const exemptionEndRefusals = [
  'exemption-ended-already',
  'exemption-ends-before-start',
  'exemption-month-closed',
] as const
export type ExemptionEndRefusal = (typeof exemptionEndRefusals)[number]

/** Ends it: from that day on the member is scored again; days of closed months stay as they were. */
export function endExemption(
  open: { readonly fromOn: PlainDate; readonly untilOn: PlainDate | null },
  untilOn: PlainDate,
  { lastClosedMonth }: Pick<Facts, 'lastClosedMonth'>,
): Decision<PlainDate, ExemptionEndRefusal> {
  if (open.untilOn !== null) return refuse('exemption-ended-already', { untilOn: open.untilOn })
  if (untilOn < open.fromOn) return refuse('exemption-ends-before-start', { fromOn: open.fromOn })
  if (lastClosedMonth !== null && toPlainMonth(untilOn) <= lastClosedMonth) {
    return refuse('exemption-month-closed', { lastClosedMonth })
  }
  return agree(untilOn)
}

/** Words that tell why somebody is left out: illness, age, hardship. */
export function groundsIn(text: string): string[] {
  const ill = lintText('exemption', text).flatMap(({ ruleId, words }) => (ruleId === 'health' ? words : []))
  const other = /年老|高龄|老龄|年迈|年满\d+|\d+(?:周)?岁|体弱|多病|卧床|瘫痪|失能|困难|贫困|癌|慢性病/u.exec(
    squeezeText(text),
  )
  return [...ill, ...(other === null ? [] : [other[0]])]
}
