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
  return checkWords(where, reason)
}

/** Words that go into the papers of a decision, of any length: refuses what never counts. */
export function checkWords(where: string, text: string): Decision<string, 'reason-against-policy'> {
  const words = text.trim()
  const findings = lintText(where, words).filter(({ weight }) => weight === 'refused')
  if (findings.length > 0) {
    return refuse('reason-against-policy', {
      where,
      found: findings.map(({ ruleId, words: found }) => `${ruleId} ${found.join(' ')}`),
    })
  }
  return agree(words)
}
