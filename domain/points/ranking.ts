import { agree, type Decision, refuse } from '../shared/decision.ts'
import type { Points } from '../shared/points.ts'

export const rankingScopes = ['branch', 'generalBranch', 'baseCommittee', 'county'] as const
export type RankingScope = (typeof rankingScopes)[number]

/** What the county has settled about showing an order (R-279, S-199). */
export type RankingSettings = {
  readonly on: boolean
  readonly widest: RankingScope
  /** Who decided a scope wider than the branch, and by which document. */
  readonly decision: { readonly body: string; readonly document: string } | null
  /** Share of the list that is named outside the branch, in percent; half at most. */
  readonly namedPercent: number
}
export const defaultRanking: RankingSettings = {
  on: true,
  widest: 'branch',
  decision: null,
  namedPercent: 30,
}

export const rankingRefusals = [
  'ranking-off',
  'ranking-scope-not-decided',
  'ranking-scope-needs-decision',
  'ranking-named-too-many',
] as const
export type RankingRefusal = (typeof rankingRefusals)[number]

/** Refuses a scope wider than the branch without body and document, and more than half of the names outside it. */
export function checkRankingSettings(settings: RankingSettings): Decision<RankingSettings, RankingRefusal> {
  const { widest, decision, namedPercent } = settings
  const recorded = decision !== null && decision.body.trim() !== '' && decision.document.trim() !== ''
  if (widest !== 'branch' && !recorded) return refuse('ranking-scope-needs-decision', { scope: widest })
  if (!Number.isInteger(namedPercent) || namedPercent < 0 || namedPercent > 50) {
    return refuse('ranking-named-too-many', { most: 50 })
  }
  return agree(settings)
}

export type RankedMember = {
  readonly memberId: string
  readonly points: Points
  /** Probationary, exempt and other members without grade are followed but not placed. */
  readonly placed: boolean
}
export type Place = {
  readonly memberId: string
  readonly points: Points
  /** Equal points share a place; the next one is as many places further. */
  readonly place: number
  readonly tied: boolean
  /** False where the name is left out; the member still sees the own place. */
  readonly named: boolean
}

/**
 * Puts members in order inside a scope. Refuses when the county has switched ranking off and beyond the scope it
 * decided. Outside the branch only the upper part is named; a tie that does not fit in is left out whole.
 */
export function rankMembers(
  members: readonly RankedMember[],
  scope: RankingScope,
  settings: RankingSettings,
): Decision<readonly Place[], RankingRefusal> {
  if (!settings.on) return refuse('ranking-off')
  const checked = checkRankingSettings(settings)
  if (!checked.ok) return checked
  if (rankingScopes.indexOf(scope) > rankingScopes.indexOf(settings.widest)) {
    return refuse('ranking-scope-not-decided', { scope, widest: settings.widest })
  }
  const order = members
    .filter(({ placed }) => placed)
    .toSorted((a, b) => b.points - a.points || compareIds(a, b))
  const most = scope === 'branch' ? order.length : Math.floor((order.length * settings.namedPercent) / 100)
  const counts = new Map<number, number>()
  for (const { points } of order) counts.set(points, (counts.get(points) ?? 0) + 1)
  let place = 0
  return agree(
    order.map((member, index): Place => {
      if (index === 0 || order[index - 1]?.points !== member.points) place = index + 1
      const alike = counts.get(member.points) ?? 1
      const { memberId, points } = member
      return { memberId, points, place, tied: alike > 1, named: place + alike - 1 <= most }
    }),
  )
}

function compareIds(a: RankedMember, b: RankedMember): number {
  return a.memberId < b.memberId ? -1 : a.memberId > b.memberId ? 1 : 0
}
