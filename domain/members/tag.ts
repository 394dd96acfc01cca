import type { EntryAuthor } from '../shared/adverse-gate.ts'
import { agree, type Decision, refuse } from '../shared/decision.ts'
import type { PlainDate } from '../shared/plain-date.ts'

/** Dated marks beside the category; a member may have several. */
export const memberTags = [
  'leadingCadreMember',
  'memberWithoutPost',
  'veteranMember',
  'floatingMember',
  'lostContactMember',
  'hardshipMember',
  'lightDuty',
  'delegateRole',
] as const
export type MemberTag = (typeof memberTags)[number]

/** Marks a roster may show and be filtered by; what rests on consent has its own readers. */
export const rosterTags = [
  'leadingCadreMember',
  'memberWithoutPost',
  'veteranMember',
  'floatingMember',
  'lostContactMember',
  'delegateRole',
] as const satisfies readonly MemberTag[]
export type RosterTag = (typeof rosterTags)[number]

/** Marks that rest on what the member agreed to tell. */
const consentTags: ReadonlySet<MemberTag> = new Set(['hardshipMember', 'lightDuty'])
/** Marks that may lead to an adverse step and are therefore set by people only. */
const personOnlyTags: ReadonlySet<MemberTag> = new Set(['lostContactMember'])

export type TagSpan = {
  readonly tag: MemberTag
  readonly fromOn: PlainDate
  /** First day it no longer holds. */
  readonly untilOn: PlainDate | null
  readonly author: EntryAuthor
  readonly reason: string
  readonly consentOn: PlainDate | null
}

export type TagRefusal =
  | 'tag-already-set'
  | 'tag-not-set'
  | 'tag-needs-reason'
  | 'tag-needs-consent'
  | 'tag-not-by-machine'
  | 'tag-in-future'
  | 'tag-ends-before-start'

export function tagsOn(spans: readonly TagSpan[], day: PlainDate): MemberTag[] {
  const holding = spans.filter(({ fromOn, untilOn }) => fromOn <= day && (untilOn === null || day < untilOn))
  return memberTags.filter((tag) => holding.some((span) => span.tag === tag))
}

/**
 * Sets a mark from a day on. Refuses a second one of the same kind, a missing reason, a day in the future,
 * hardship or light duty without the member's consent, and lost contact set by anything but a person.
 */
export function setTag(
  spans: readonly TagSpan[],
  span: TagSpan,
  today: PlainDate,
): Decision<readonly TagSpan[], TagRefusal> {
  if (spans.some(({ tag, untilOn }) => tag === span.tag && (untilOn === null || untilOn > span.fromOn))) {
    return refuse('tag-already-set', { tag: span.tag })
  }
  if (span.reason.trim() === '') return refuse('tag-needs-reason')
  if (span.fromOn > today) return refuse('tag-in-future', { today })
  if (consentTags.has(span.tag) && span.consentOn === null)
    return refuse('tag-needs-consent', { tag: span.tag })
  if (personOnlyTags.has(span.tag) && span.author.kind !== 'person')
    return refuse('tag-not-by-machine', { tag: span.tag })
  return agree([...spans, span])
}

/** Ends a mark; its history stays. */
export function endTag(
  spans: readonly TagSpan[],
  tag: MemberTag,
  untilOn: PlainDate,
): Decision<readonly TagSpan[], TagRefusal> {
  const open = spans.find((span) => span.tag === tag && span.untilOn === null)
  if (!open) return refuse('tag-not-set', { tag })
  if (untilOn < open.fromOn) return refuse('tag-ends-before-start', { fromOn: open.fromOn })
  return agree(spans.map((span) => (span === open ? { ...span, untilOn } : span)))
}
