import { agree, type Decision, refuse } from '../shared/decision.ts'

/** Members from which a very large or scattered body may elect through delegates. */
export const delegatesFromMembers = 500

export const electionRefusals = ['election-too-few-candidates', 'election-delegates-not-allowed'] as const
export type ElectionRefusal = (typeof electionRefusals)[number]

/** Candidates a committee election needs: a fifth more than seats, rounded up. */
export function leastCandidates(seats: number): number {
  return Math.ceil((seats * 6) / 5)
}

export function checkCandidates(candidates: number, seats: number): Decision<number, ElectionRefusal> {
  const least = leastCandidates(seats)
  return candidates < least ? refuse('election-too-few-candidates', { candidates, least }) : agree(candidates)
}

/** Who elects secretary and deputy: the committee, or the assembly where there is none. Both are reported for approval. */
export function electsSecretary(hasCommittee: boolean): 'committee' | 'assembly' {
  return hasCommittee ? 'committee' : 'assembly'
}

/** Delegates elect in bodies of five hundred or more, or scattered ones, with approval from above. */
export function checkDelegates(facts: {
  readonly members: number
  readonly scattered: boolean
  readonly approvalDocument: string
}): Decision<true, ElectionRefusal> {
  const large = facts.members >= delegatesFromMembers || facts.scattered
  if (!large || facts.approvalDocument.trim() === '') {
    return refuse('election-delegates-not-allowed', { from: delegatesFromMembers })
  }
  return agree(true)
}
