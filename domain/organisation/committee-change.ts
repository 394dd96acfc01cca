import { agree, type Decision, refuse } from '../shared/decision.ts'
import { addYears, type PlainDate } from '../shared/plain-date.ts'
import {
  type CommitteeFacts,
  type CommitteeRefusal,
  committeeFromFullMembers,
  committeeSize,
  minSecretaryYears,
  type Seat,
} from './committee.ts'
import type { OrgKind } from './party-org.ts'

export const termStartRefusals = [
  'committee-not-for-groups',
  'committee-org-dissolved',
  'committee-in-future',
  'committee-before-founding',
  'committee-before-last-term',
] as const
export type TermStartRefusal = (typeof termStartRefusals)[number]

/** Refuses a term of a group, of a closed organisation, that begins tomorrow or later, or not after the present one. */
export function checkTermStart(
  org: {
    readonly kind: OrgKind
    readonly foundedOn: PlainDate
    readonly dissolvedOn: PlainDate | null
  },
  startsOn: PlainDate,
  facts: { readonly today: PlainDate; readonly lastStartedOn: PlainDate | null },
): Decision<true, TermStartRefusal> {
  if (org.kind === 'partyGroup') return refuse('committee-not-for-groups')
  if (org.dissolvedOn) return refuse('committee-org-dissolved', { dissolvedOn: org.dissolvedOn })
  if (startsOn > facts.today) return refuse('committee-in-future', { today: facts.today })
  if (startsOn < org.foundedOn) return refuse('committee-before-founding', { foundedOn: org.foundedOn })
  if (facts.lastStartedOn !== null && startsOn <= facts.lastStartedOn)
    return refuse('committee-before-last-term', { lastStartedOn: facts.lastStartedOn })
  return agree(true)
}

export type FilledSeat = Seat & { readonly from: PlainDate }
export type FillRefusal =
  | CommitteeRefusal
  | 'committee-post-taken'
  | 'committee-in-future'
  | 'committee-before-term'
export const fillRefusals = ['committee-post-taken', 'committee-before-term'] as const

/**
 * Fills one post inside a running term, by by-election or appointment. Refuses a post that is held, a person
 * who sits already, a charge in a branch too small for a committee, a seat too many, an
 * election in a temporary branch, a probationary member, too little standing of a secretary,
 * and a day before the term or after today.
 */
export function fillSeat(
  present: readonly Pick<Seat, 'memberId' | 'post'>[],
  seat: FilledSeat,
  facts: CommitteeFacts & { readonly today: PlainDate },
): Decision<FilledSeat, FillRefusal> {
  if (facts.form === 'temporary' && facts.filledBy === 'election')
    return refuse('committee-temporary-not-elected')
  if (seat.from > facts.today) return refuse('committee-in-future', { today: facts.today })
  if (seat.from < facts.startsOn) return refuse('committee-before-term', { startsOn: facts.startsOn })
  if (seat.post !== 'member' && present.some(({ post }) => post === seat.post))
    return refuse('committee-post-taken', { post: seat.post })
  if (present.some(({ memberId }) => memberId === seat.memberId)) return refuse('committee-person-twice')
  const size = committeeSize(facts.kind, facts.fullMembers)
  const small = facts.kind === 'branch' && facts.fullMembers < committeeFromFullMembers
  if (small && seat.post !== 'secretary' && seat.post !== 'deputySecretary')
    return refuse('committee-branch-too-small', { fullMembers: facts.fullMembers, committeeFromFullMembers })
  if (size && present.length + 1 > size.max)
    return refuse('committee-wrong-size', { seats: present.length + 1, min: size.min, max: size.max })
  if (seat.convertedOn === null) return refuse('committee-seat-needs-full-member', { post: seat.post })
  const years = Math.max(facts.minSecretaryYears ?? minSecretaryYears, minSecretaryYears)
  if (seat.post === 'secretary' && addYears(seat.convertedOn, years) > seat.from)
    return refuse('committee-secretary-too-new', { convertedOn: seat.convertedOn, years })
  return agree(seat)
}

/** Refuses to end a post that has ended, before it began, or after today. */
export function checkPostEnd(
  post: { readonly fromOn: PlainDate; readonly untilOn: PlainDate | null },
  on: PlainDate,
  today: PlainDate,
): Decision<true, 'committee-post-ended' | 'committee-post-end-before-start' | 'committee-in-future'> {
  if (post.untilOn !== null) return refuse('committee-post-ended', { untilOn: post.untilOn })
  if (on < post.fromOn) return refuse('committee-post-end-before-start', { fromOn: post.fromOn })
  if (on > today) return refuse('committee-in-future', { today })
  return agree(true)
}
