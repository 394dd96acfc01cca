import { agree, type Decision, refuse } from '../shared/decision.ts'
import type { Points } from '../shared/points.ts'
import type { Claim } from './claim.ts'

export const takeBackRefusals = [
  'claim-not-decided',
  'claim-not-your-decision',
  'claim-decided-above',
  'claim-month-published',
] as const
export type TakeBackRefusal = (typeof takeBackRefusals)[number]

/**
 * Takes one's own last word on a claim back, so that it can be decided anew (S-196). Refuses the word of somebody else, one
 * upon which a higher level has decided, and one whose month stands on the notice already; a line of the ledger is
 * answered by a reversal of the caller, never taken out.
 */
export function takeBackDecision(
  claim: Claim,
  accountId: string,
  facts: {
    /** The month whose statement carries it, or would: on notice or closed. */
    readonly monthPublished: boolean
    /** What was claimed before this decision changed it. */
    readonly before: { readonly quantity: number; readonly chosen: Points | null }
  },
): Decision<Claim, TakeBackRefusal> {
  const { state, approvals, decision } = claim
  const turnedDown = state === 'returned' || state === 'refused'
  const last = approvals.at(-1)
  const passed = state === 'approved' || state === 'adjusted' || (state === 'submitted' && last !== undefined)
  if (!turnedDown && !passed) return refuse('claim-not-decided')
  const by = turnedDown ? decision?.by : last?.by
  if (by !== accountId) {
    const approvedBelow = approvals.some((each) => each.by === accountId)
    return refuse(approvedBelow ? 'claim-decided-above' : 'claim-not-your-decision')
  }
  if (facts.monthPublished) return refuse('claim-month-published')
  // Waiting begins where it was; an adjustment of a level below stays.
  const kept = decision !== null && decision.by !== accountId ? decision : null
  if (turnedDown || last === undefined) return agree({ ...claim, state: 'submitted', decision: kept })
  return agree({
    ...claim,
    ...facts.before,
    state: 'submitted',
    level: last.level,
    approvals: approvals.slice(0, -1),
    decision: kept,
  })
}
