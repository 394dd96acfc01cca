import type { DisposalCase } from './disposal.ts'
import type { DisposalEnd } from './disposal-end.ts'
import type { Limit } from './limit.ts'
import type { RecordedUse } from './outcome-use.ts'
import type { ToleranceCase } from './tolerance.ts'
import type { Caution } from './caution.ts'
import type { SanctionRecord } from './discipline.ts'
import type { HelpPlan } from './help-plan.ts'
import { countWarnings, type CountedWarning } from './warning.ts'

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
  readonly warnings: readonly CountedWarning[]
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

/** What became of members graded unqualified: papers, and how each case ended. A person may stand in several. */
export type UnqualifiedFigures = {
  readonly graded: number
  readonly correctionOrders: number
  readonly cautions: number
  readonly turnedAround: number
  readonly partyWarnings: number
  readonly removedFromPosts: number
  readonly persuadedOut: number
  readonly removed: number
  /** Nothing of the above so far. */
  readonly open: number
}

/**
 * Members graded unqualified and what followed (S-223…S-227): correction and caution notices, turned around with help or in
 * the term of a correction order, sanctions recorded from the competent body, persuaded to leave, removed, and still open.
 */
export function countUnqualified(all: {
  readonly graded: readonly { readonly memberId: string }[]
  readonly cases: readonly Pick<DisposalCase, 'id' | 'memberId' | 'form' | 'state'>[]
  readonly ends: readonly Pick<DisposalEnd, 'caseId' | 'how'>[]
  readonly cautions: readonly Pick<Caution, 'memberId' | 'state'>[]
  readonly helpPlans: readonly Pick<HelpPlan, 'memberId' | 'result'>[]
  readonly sanctions: readonly Pick<SanctionRecord, 'memberId' | 'sanction'>[]
}): UnqualifiedFigures {
  const graded = new Set(all.graded.map(({ memberId }) => memberId))
  const endOf = new Map(all.ends.map(({ caseId, how }) => [caseId, how]))
  const inForce = all.cases.filter(({ state }) => state === 'inForce')
  const ofThem = (of: readonly { readonly memberId: string }[]) =>
    new Set(of.map(({ memberId }) => memberId).filter((id) => graded.has(id)))
  const sanctioned = (kind: SanctionRecord['sanction']) =>
    ofThem(all.sanctions.filter(({ sanction }) => sanction === kind))
  const groups = {
    correctionOrders: ofThem(inForce.filter(({ form }) => form === 'correctionOrder')),
    cautions: ofThem(all.cautions.filter(({ state }) => state !== 'drafted')),
    turnedAround: ofThem([
      ...all.helpPlans.filter(({ result }) => result === 'changed'),
      ...inForce.filter(({ id }) => endOf.get(id) === 'changed'),
    ]),
    partyWarnings: sanctioned('warning'),
    removedFromPosts: sanctioned('removalFromPost'),
    persuadedOut: ofThem(inForce.filter(({ id }) => endOf.get(id) === 'withdrew')),
    removed: ofThem(inForce.filter(({ form }) => form === 'removal')),
  }
  const settled = new Set(Object.values(groups).flatMap((group) => [...group]))
  return {
    graded: graded.size,
    correctionOrders: groups.correctionOrders.size,
    cautions: groups.cautions.size,
    turnedAround: groups.turnedAround.size,
    partyWarnings: groups.partyWarnings.size,
    removedFromPosts: groups.removedFromPosts.size,
    persuadedOut: groups.persuadedOut.size,
    removed: groups.removed.size,
    open: graded.size - settled.size,
  }
}

function persons(of: readonly { readonly memberId: string }[]): number {
  return new Set(of.map(({ memberId }) => memberId)).size
}
