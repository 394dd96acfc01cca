import type { Pledge, PledgePart, PledgePeriod, PledgeSource } from './pledge.ts'

/** Pledges of a member in a year; advice, never a block. */
export const usualMemberPledges = { least: 2, most: 5 } as const
/** Pledges of an organisation in a year, at least. */
export const usualOrgPledges = 10

export type CountAdvice = {
  readonly advice: 'fine' | 'few' | 'many' | 'free'
  readonly least: number
  readonly most: number | null
}

/** Whether the number is usual; elderly and frail members pledge only if they wish, and then any number is fine. */
export function adviseCount(
  count: number,
  who: { readonly kind: 'member' | 'org'; readonly elderlyOrFrail: boolean },
  usual: { readonly member: { readonly least: number; readonly most: number }; readonly orgLeast: number } = {
    member: usualMemberPledges,
    orgLeast: usualOrgPledges,
  },
): CountAdvice {
  if (who.kind === 'member' && who.elderlyOrFrail) return { advice: 'free', least: 0, most: null }
  const least = who.kind === 'org' ? usual.orgLeast : usual.member.least
  const most = who.kind === 'org' ? null : usual.member.most
  const advice = count < least ? 'few' : most !== null && count > most ? 'many' : 'fine'
  return { advice, least, most }
}

/** Leading cadres who have not handed in while others have: they go first. */
export function leadersBehind<Who extends { readonly leadingCadre: boolean; readonly handedIn: boolean }>(
  members: readonly Who[],
): Who[] {
  if (!members.some(({ leadingCadre, handedIn }) => !leadingCadre && handedIn)) return []
  return members.filter(({ leadingCadre, handedIn }) => leadingCadre && !handedIn)
}

/** A problem found in a year, by oneself, the organisation or the public. */
export type ListedProblem = {
  readonly id: string
  readonly memberId: string
  readonly orgId: string
  readonly words: string
  readonly measure: string
}

/**
 * Drafts next year's pledge out of a listed problem. It stays a draft: quantity, deadline and evidence are the member's
 * to fill in, and the member hands it in.
 */
export function draftRectification(problem: ListedProblem, id: string, period: PledgePeriod): Pledge {
  return {
    id,
    pledger: { kind: 'member', memberId: problem.memberId, orgId: problem.orgId },
    period,
    text: `整改：${problem.words}。${problem.measure}`,
    fields: {
      object: problem.words,
      measure: problem.measure,
      quantity: null,
      dueOn: null,
      evidence: [],
      source: 'organisation',
    },
    planItemId: null,
    rectifies: problem.id,
    state: 'drafted',
    returns: [],
    submittedOn: null,
    late: false,
    publishedOn: null,
  }
}

/** Problems of last year without a rectification pledge yet. */
export function withoutRectification(
  problems: readonly ListedProblem[],
  pledges: readonly Pick<Pledge, 'rectifies' | 'state'>[],
): ListedProblem[] {
  const covered = new Set(
    pledges.filter(({ state }) => state !== 'withdrawn').map(({ rectifies }) => rectifies),
  )
  return problems.filter(({ id }) => !covered.has(id))
}

export type PledgeFigures = {
  readonly pledges: number
  /** How many come from each source (S-185). */
  readonly bySource: Readonly<Record<PledgeSource | 'unknown', number>>
  /** How many were returned at least once, and for which part (S-188). */
  readonly returned: number
  readonly byPart: ReadonlyMap<PledgePart | 'text', number>
}

/** What a branch reports of its pledges: asked of me and wanted by me, returned and why. */
export function figuresOf(pledges: readonly Pick<Pledge, 'fields' | 'returns' | 'state'>[]): PledgeFigures {
  const bySource: Record<PledgeSource | 'unknown', number> = {
    own: 0,
    publicWish: 0,
    organisation: 0,
    unknown: 0,
  }
  const byPart = new Map<PledgePart | 'text', number>()
  const counted = pledges.filter(({ state }) => state !== 'drafted' && state !== 'withdrawn')
  for (const { fields, returns } of counted) {
    bySource[fields.source ?? 'unknown'] += 1
    for (const { part } of returns) byPart.set(part, (byPart.get(part) ?? 0) + 1)
  }
  return {
    pledges: counted.length,
    bySource,
    returned: counted.filter(({ returns }) => returns.length > 0).length,
    byPart,
  }
}
