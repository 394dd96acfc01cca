import { agree, type Decision, refuse } from '../shared/decision.ts'
import type { PlainDate } from '../shared/plain-date.ts'

/** Who wrote a pledge down; `draft` stands for one made out of a listed problem. */
export const pledgeEntries = ['member', 'helper', 'secretary', 'organisation', 'draft'] as const
export type PledgeEntry = (typeof pledgeEntries)[number]

/** How a member agreed that somebody else writes it down. */
export const consentWays = ['inPerson', 'phone', 'paper'] as const
export type ConsentWay = (typeof consentWays)[number]

export const entryRefusals = [
  'pledge-consent-in-future',
  'pledge-helper-is-member',
  'pledge-member-off-roll',
  'pledge-already-confirmed',
] as const
export type EntryRefusal = (typeof entryRefusals)[number]

/**
 * Whether a pledge may be written down for a member: with the day and way of the consent, not for oneself and only for
 * members on the roll.
 */
export function checkEntry(
  entry: {
    readonly memberId: string
    readonly byMemberId: string | null
    readonly isOnRoll: boolean
    readonly consentOn: PlainDate
  },
  today: PlainDate,
): Decision<true, EntryRefusal> {
  if (entry.memberId === entry.byMemberId) return refuse('pledge-helper-is-member')
  if (!entry.isOnRoll) return refuse('pledge-member-off-roll')
  if (entry.consentOn > today) return refuse('pledge-consent-in-future')
  return agree(true)
}
