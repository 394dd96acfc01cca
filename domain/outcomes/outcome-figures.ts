import type { DisposalCase } from './disposal.ts'
import type { DisposalEnd } from './disposal-end.ts'
import type { Limit } from './limit.ts'
import type { RecordedUse } from './outcome-use.ts'
import type { ToleranceCase } from './tolerance.ts'
import { countWarnings, type Warning } from './warning.ts'

/** Persons, not papers: somebody warned twice is one. */
export type OutcomeFigures = {
  readonly commended: number
  readonly tolerated: number
  readonly warned: number
  readonly talked: number
  /** Warned and not talked to, with the reason recorded. */
  readonly talkExplained: number
  readonly measured: number
  readonly lostAwards: number
  readonly onHold: number
}

/** What a branch or a county has made of its results, for boards, reports and the check of the data. */
export function countOutcomes(all: {
  readonly uses: readonly Pick<RecordedUse, 'memberId' | 'use' | 'state'>[]
  readonly tolerance: readonly Pick<ToleranceCase, 'memberId' | 'state'>[]
  readonly warnings: readonly Warning[]
  readonly limits: readonly Pick<Limit, 'memberId' | 'kind'>[]
}): OutcomeFigures {
  const awards = all.uses.filter(
    ({ use, state }) => state === 'confirmed' && (use === 'cityAward' || use === 'countyAward'),
  )
  const { warned, talked, explained, measured } = countWarnings(all.warnings)
  return {
    commended: persons(awards),
    tolerated: persons(all.tolerance.filter(({ state }) => state === 'tolerated')),
    warned,
    talked,
    talkExplained: explained,
    measured,
    lostAwards: persons(all.limits.filter(({ kind }) => kind === 'awards')),
    onHold: persons(all.limits.filter(({ kind }) => kind === 'appointmentHold')),
  }
}

export type DisposalFigures = {
  readonly cases: number
  readonly open: number
  readonly correctionOrders: number
  readonly turnedAround: number
  readonly persuadedOut: number
  readonly removed: number
}

/** How disposal cases stand; the parts need not add up to the cases, since a person may have several. */
export function countDisposals(
  cases: readonly Pick<DisposalCase, 'id' | 'memberId' | 'form' | 'state'>[],
  ends: readonly Pick<DisposalEnd, 'caseId' | 'how'>[],
): DisposalFigures {
  const endOf = new Map(ends.map(({ caseId, how }) => [caseId, how]))
  const inForce = cases.filter(({ state }) => state === 'inForce')
  return {
    cases: cases.length,
    open: cases.filter(({ state }) => state !== 'inForce' && state !== 'stopped').length,
    correctionOrders: inForce.filter(({ form }) => form === 'correctionOrder').length,
    turnedAround: persons(inForce.filter(({ id }) => endOf.get(id) === 'changed')),
    persuadedOut: persons(inForce.filter(({ id }) => endOf.get(id) === 'withdrew')),
    removed: persons(inForce.filter(({ form }) => form === 'removal')),
  }
}

function persons(of: readonly { readonly memberId: string }[]): number {
  return new Set(of.map(({ memberId }) => memberId)).size
}
