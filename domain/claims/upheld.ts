import { agree, type Decision, refuse } from '../shared/decision.ts'
import type { PlainDate } from '../shared/plain-date.ts'
import type { Points } from '../shared/points.ts'
import type { Claim } from './claim.ts'

/**
 * What an upheld objection makes of a claim: the line that stood is reversed; where `credits`, what is right is written:
 * `raw` before caps, or by the scheme what the claim says now.
 */
export type Upheld = { readonly claim: Claim; readonly credits: boolean; readonly raw: Points | null }

/**
 * What follows where an objection to a decided claim is upheld. Where the answer names the right value, that is written.
 * Otherwise the member is given what was claimed, where it was cut or refused, and an objection of somebody else takes the deed
 * out. Refuses where nothing follows from it: the member was given all that was claimed, or nothing stands that could be taken out.
 */
export function upholdOn(
  claim: Claim,
  objection: {
    readonly byMember: boolean
    readonly decidedBy: string
    readonly answer: string
    readonly on: PlainDate
    /** The right value before caps, where the answer names one; 0 takes the deed out. */
    readonly right: Points | null
    /** What was claimed before somebody changed it. */
    readonly claimed: { readonly quantity: number; readonly chosen: Points | null }
  },
): Decision<Upheld, 'claim-nothing-to-correct'> {
  const { byMember, decidedBy: by, answer, on, claimed, right } = objection
  const decision = { by, on, reason: answer.trim() }
  const standing = claim.state === 'approved' || claim.state === 'adjusted'
  if (right !== null && right > 0 && (standing || claim.state === 'refused'))
    return agree({ claim: { ...claim, state: 'adjusted', decision }, credits: true, raw: right })
  if (right === 0 || !byMember) {
    if (!standing) return refuse('claim-nothing-to-correct')
    return agree({ claim: { ...claim, state: 'refused', decision }, credits: false, raw: null })
  }
  if (claim.state !== 'adjusted' && claim.state !== 'refused') return refuse('claim-nothing-to-correct')
  return agree({ claim: { ...claim, ...claimed, state: 'approved', decision }, credits: true, raw: null })
}
