import type { LimitKind } from './limit.ts'
import { isAdverseKind, type OutcomeUse, type UseKind } from './outcome-table.ts'
import type { UseState } from './outcome-use.ts'

/** Lists people ask for by name, encouragement first (S-211…S-220). */
export const outcomeLists = [
  'recommended',
  'commended',
  'delegates',
  'publicity',
  'promotion',
  'reserve',
  'trips',
  'help',
  'limits',
  'measures',
] as const
export type OutcomeList = (typeof outcomeLists)[number]

const uses: Readonly<Record<OutcomeList, readonly OutcomeUse[]>> = {
  recommended: ['cityAward', 'countyAward'],
  commended: ['cityAward', 'countyAward'],
  delegates: ['delegate'],
  publicity: ['publicity'],
  promotion: ['promotionFirst', 'recommendation'],
  reserve: ['reserveFirst', 'reserve'],
  trips: ['studyTrip'],
  help: ['helpPlan'],
  limits: ['noAwards', 'promotionOnHold', 'noPromotion', 'reserveEnds'],
  measures: ['warning', 'nonLeadingPost', 'demotionOrRemoval'],
}

/** What stands on a list: commended are those somebody competent confirmed; every other list also holds what is only proposed. */
export function contentOf(list: OutcomeList): {
  readonly uses: readonly OutcomeUse[]
  readonly states: readonly UseState[]
} {
  return { uses: uses[list], states: list === 'commended' ? ['confirmed'] : ['drafted', 'confirmed'] }
}

/** The limit that keeps a use from being confirmed while it is in force: no award to somebody barred from awards (S-221). */
export function closedBy(use: OutcomeUse): LimitKind | undefined {
  if (use === 'cityAward' || use === 'countyAward') return 'awards'
  if (use === 'promotionFirst' || use === 'recommendation') return 'promotion'
  return use === 'reserveFirst' || use === 'reserve' ? 'reserve' : undefined
}

/**
 * What of the own outcomes a member reads: everything decided, and what is proposed with the body that decides it;
 * of the cadre list's encouragement only what was confirmed, since that list goes to the cadre section alone (S-218).
 */
export function isShownToMember(
  of: { readonly kind: UseKind; readonly state: UseState },
  onCadreList: boolean,
): boolean {
  if (of.state === 'withdrawn') return false
  return of.state === 'confirmed' || !onCadreList || isAdverseKind(of.kind)
}
