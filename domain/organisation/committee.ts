import { agree, type Decision, refuse } from '../shared/decision.ts'
import { addYears, type PlainDate } from '../shared/plain-date.ts'
import type { BranchForm, OrgKind } from './party-org.ts'

/** Posts of a branch or committee; `member` is a seat without a named charge. */
export const committeePosts = [
  'secretary',
  'deputySecretary',
  'orgCommissioner',
  'publicityCommissioner',
  'disciplineCommissioner',
  'member',
] as const
export type CommitteePost = (typeof committeePosts)[number]

/** Full members from which a branch elects a committee. */
export const committeeFromFullMembers = 7
/** Full years of party standing a secretary needs; a county may ask for more. */
export const minSecretaryYears = 1

export type Seat = {
  readonly memberId: string
  readonly post: CommitteePost
  /** The day full membership began; null for a probationary member. */
  readonly convertedOn: PlainDate | null
}

export type CommitteeFacts = {
  readonly kind: OrgKind
  readonly form: BranchForm | null
  readonly fullMembers: number
  readonly startsOn: PlainDate
  /** By election, or by appointment from above. */
  readonly filledBy: 'election' | 'appointment'
  readonly minSecretaryYears?: number
}

export const committeeRefusals = [
  'committee-temporary-not-elected',
  'committee-needs-one-secretary',
  'committee-too-many-deputies',
  'committee-post-twice',
  'committee-person-twice',
  'committee-branch-too-small',
  'committee-wrong-size',
  'committee-seat-needs-full-member',
  'committee-secretary-too-new',
] as const
export type CommitteeRefusal = (typeof committeeRefusals)[number]

/** Seats an organisation may have; null where no number is laid down. */
export function committeeSize(
  kind: OrgKind,
  fullMembers: number,
): { readonly min: number; readonly usualMax: number; readonly max: number } | null {
  if (kind === 'generalBranch') return { min: 5, usualMax: 7, max: 7 }
  if (kind !== 'branch') return null
  if (fullMembers < committeeFromFullMembers) return { min: 1, usualMax: 2, max: 2 }
  return { min: 3, usualMax: 5, max: 7 }
}

/**
 * Checks the people proposed for a term. Refuses an elected committee in a temporary branch, a missing
 * or second secretary, more than one deputy, a charge given twice, committee seats in a branch under
 * seven full members, a wrong size, seats of probationary members, and a
 * secretary with too little standing on the day the term starts.
 */
export function checkCommittee(
  seats: readonly Seat[],
  facts: CommitteeFacts,
): Decision<readonly Seat[], CommitteeRefusal> {
  if (facts.form === 'temporary' && facts.filledBy === 'election')
    return refuse('committee-temporary-not-elected')
  const posts = checkPosts(seats)
  if (!posts.ok) return posts
  const size = committeeSize(facts.kind, facts.fullMembers)
  if (size) {
    const small = facts.kind === 'branch' && facts.fullMembers < committeeFromFullMembers
    const named = seats.some(({ post }) => post !== 'secretary' && post !== 'deputySecretary')
    if (small && named) {
      return refuse('committee-branch-too-small', {
        fullMembers: facts.fullMembers,
        committeeFromFullMembers,
      })
    }
    if (seats.length < size.min || seats.length > size.max) {
      return refuse('committee-wrong-size', { seats: seats.length, min: size.min, max: size.max })
    }
  }
  const years = Math.max(facts.minSecretaryYears ?? minSecretaryYears, minSecretaryYears)
  for (const { convertedOn, post } of seats) {
    if (convertedOn === null) return refuse('committee-seat-needs-full-member', { post })
    if (post === 'secretary' && addYears(convertedOn, years) > facts.startsOn) {
      return refuse('committee-secretary-too-new', { convertedOn, years })
    }
  }
  return agree(seats)
}

function checkPosts(seats: readonly Seat[]): Decision<true, CommitteeRefusal> {
  const held = new Map<CommitteePost, number>()
  for (const { post } of seats) held.set(post, (held.get(post) ?? 0) + 1)
  if (held.get('secretary') !== 1)
    return refuse('committee-needs-one-secretary', { secretaries: held.get('secretary') ?? 0 })
  if ((held.get('deputySecretary') ?? 0) > 1) return refuse('committee-too-many-deputies', { limit: 1 })
  const twice = committeePosts.find((post) => post !== 'member' && (held.get(post) ?? 0) > 1)
  if (twice) return refuse('committee-post-twice', { post: twice })
  if (new Set(seats.map(({ memberId }) => memberId)).size !== seats.length)
    return refuse('committee-person-twice')
  return agree(true)
}
