import { agree, type Decision, refuse } from '../shared/decision.ts'
import { lintText } from './policy-linter.ts'

export const reasonRefusals = ['reason-missing', 'reason-too-short', 'reason-against-policy'] as const
export type ReasonRefusal = (typeof reasonRefusals)[number]

/** Letters a reason has at least: `没来` explains nothing to the one who reads it. */
export const leastReasonLetters = 5

/**
 * A reason that is held against somebody, or explains a decision about somebody. Refuses an empty or clipped one, and one
 * that rests on what never counts: illness, leave, family, belief, complaints, private speech.
 */
export function checkReason(where: string, text: string): Decision<string, ReasonRefusal> {
  const reason = text.trim()
  if (reason === '') return refuse('reason-missing', { where })
  if ([...reason].length < leastReasonLetters)
    return refuse('reason-too-short', { where, least: leastReasonLetters })
  const findings = lintText(where, reason).filter(({ weight }) => weight === 'refused')
  if (findings.length > 0) {
    return refuse('reason-against-policy', {
      where,
      found: findings.map(({ ruleId, words }) => `${ruleId} ${words.join(' ')}`),
    })
  }
  return agree(reason)
}
