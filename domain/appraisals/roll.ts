import type { DocumentRef } from '../schemes/scheme.ts'
import { agree, type Decision, refuse } from '../shared/decision.ts'

/** How a member takes part: graded here, without grade, graded at the host, or left out. */
export const rollPlaces = ['graded', 'withoutGrade', 'atHost', 'exempt'] as const
export type RollPlace = (typeof rollPlaces)[number]

/** Why; every line of the roll carries one. */
export const rollReasons = [
  'fullMember',
  'probationary',
  'floatingAtHost',
  'floatingHere',
  'guest',
  'exemptByDecision',
  'membershipStopped',
] as const
export type RollReason = (typeof rollReasons)[number]

export type RollMember = {
  readonly memberId: string
  readonly membershipKind: 'full' | 'probationary'
  readonly suspended: boolean
  /** Where a floating member lives now, and whether that branch has said it appraises. */
  readonly floating: { readonly hostOrgId: string; readonly hostAgreed: boolean } | null
  readonly exemption: DocumentRef | null
  /** Older and frail members write a duty report only if they wish. */
  readonly elderlyOrFrail: boolean
}

export type RollLine = {
  readonly memberId: string
  readonly place: RollPlace
  readonly reason: RollReason
  /** The document of an exemption. */
  readonly decision: DocumentRef | null
  readonly hostOrgId: string | null
  /** The branch a guest belongs to; its grade is told there. */
  readonly homeOrgId: string | null
  /** Whether a duty report is asked for before the appraisal. */
  readonly owesReport: boolean
}

export const rollRefusals = [
  'roll-exemption-needs-decision',
  'roll-member-missing',
  'roll-member-twice',
  'roll-stranger',
] as const
export type RollRefusal = (typeof rollRefusals)[number]

/**
 * Where a member stands on the roll, and why. Probationary members take part and get no grade; a floating
 * member is appraised at the host where the host has agreed, else at home; who is left out is left out by a document
 * and that is never a mark against anybody. Refuses an exemption without body or number.
 */
export function placeOnRoll(member: RollMember): Decision<RollLine, RollRefusal> {
  const { memberId, floating, exemption } = member
  const line = (place: RollPlace, reason: RollReason, more: Partial<RollLine> = {}): RollLine => ({
    memberId,
    place,
    reason,
    decision: null,
    hostOrgId: null,
    homeOrgId: null,
    owesReport: place === 'graded' && !member.elderlyOrFrail,
    ...more,
  })
  if (member.suspended) return agree(line('withoutGrade', 'membershipStopped'))
  if (exemption !== null) {
    if (exemption.body.trim() === '' || exemption.number.trim() === '') {
      return refuse('roll-exemption-needs-decision', { memberId })
    }
    return agree(line('exempt', 'exemptByDecision', { decision: exemption }))
  }
  if (member.membershipKind === 'probationary') {
    return agree(line('withoutGrade', 'probationary', { owesReport: !member.elderlyOrFrail }))
  }
  if (floating?.hostAgreed === true) {
    return agree(line('atHost', 'floatingAtHost', { hostOrgId: floating.hostOrgId }))
  }
  return agree(line('graded', floating === null ? 'fullMember' : 'floatingHere'))
}

/** A floating member of another branch who lives here and is appraised here, as the host has agreed. */
export function placeGuest(guest: {
  readonly memberId: string
  readonly homeOrgId: string
  readonly elderlyOrFrail: boolean
}): RollLine {
  return {
    memberId: guest.memberId,
    place: 'graded',
    reason: 'guest',
    decision: null,
    hostOrgId: null,
    homeOrgId: guest.homeOrgId,
    owesReport: !guest.elderlyOrFrail,
  }
}

/** Every member of the branch stands on the roll once, and nobody else does but guests. */
export function checkRoll(
  lines: readonly RollLine[],
  memberIds: readonly string[],
): Decision<readonly RollLine[], RollRefusal> {
  const listed = lines.map(({ memberId }) => memberId)
  const missing = memberIds.find((id) => !listed.includes(id))
  if (missing !== undefined) return refuse('roll-member-missing', { memberId: missing })
  const twice = listed.find((id, at) => listed.indexOf(id) < at)
  if (twice !== undefined) return refuse('roll-member-twice', { memberId: twice })
  const stranger = lines.find(({ memberId, reason }) => (reason === 'guest') === memberIds.includes(memberId))
  if (stranger !== undefined) return refuse('roll-stranger', { memberId: stranger.memberId })
  return agree(lines)
}

/** Who gets a grade in this branch: the only ones ballots and settlement name. */
export function gradedHere(lines: readonly RollLine[]): string[] {
  return lines.filter(({ place }) => place === 'graded').map(({ memberId }) => memberId)
}
