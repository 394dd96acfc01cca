import { agree, type Decision, refuse } from './decision.ts'
import type { PlainDate } from './plain-date.ts'

/** Grounds on which a member may be left out of those who should attend. */
export const leaveOutGrounds = [
  'cannotExpressWill',
  'abroadAtOwnCost',
  'servingSentence',
  'bedridden',
  'transferOverdue',
] as const
export type LeaveOutGround = (typeof leaveOutGrounds)[number]

/** Both words are needed: that of the committee above, and that of the assembly. */
export type LeftOut = {
  readonly ground: LeaveOutGround
  readonly approvedAbove: { readonly body: string; readonly document: string } | null
  readonly assemblyOn: PlainDate | null
}

export type PossibleVoter = {
  readonly memberId: string
  readonly membershipKind: 'full' | 'probationary'
  /** On probation within the party (留党察看), by sanction. */
  readonly onPartyProbation: boolean
  /** Membership stopped, or in custody with rights suspended. */
  readonly rightsSuspended: boolean
  /** The ground stands in the document from above; it need not be known here. */
  readonly leftOut: (Omit<LeftOut, 'ground'> & Partial<Pick<LeftOut, 'ground'>>) | null
}

export const voterRefusals = ['voter-leave-out-needs-approval', 'voter-leave-out-needs-assembly'] as const
export type VoterRefusal = (typeof voterRefusals)[number]

/** Whether somebody has a vote: full members whose rights are not suspended. A correction order takes none away. */
export function hasVote(
  member: Pick<PossibleVoter, 'membershipKind' | 'onPartyProbation' | 'rightsSuspended'>,
): boolean {
  return member.membershipKind === 'full' && !member.onPartyProbation && !member.rightsSuspended
}

/**
 * Who should attend (应到): all with a vote, less those left out on one of five grounds. Refuses a leave-out
 * without approval from above, or without the word of the assembly.
 */
export function shouldAttend(members: readonly PossibleVoter[]): Decision<readonly string[], VoterRefusal> {
  const voters: string[] = []
  for (const member of members) {
    if (!hasVote(member)) continue
    const { leftOut, memberId } = member
    if (leftOut === null) {
      voters.push(memberId)
      continue
    }
    const { approvedAbove, assemblyOn } = leftOut
    const approved =
      approvedAbove !== null && approvedAbove.body.trim() !== '' && approvedAbove.document.trim() !== ''
    if (!approved) return refuse('voter-leave-out-needs-approval', { memberId })
    if (assemblyOn === null) return refuse('voter-leave-out-needs-assembly', { memberId })
  }
  return agree(voters)
}
