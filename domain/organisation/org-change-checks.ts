import { agree, type Decision, refuse } from '../shared/decision.ts'
import type { PlainDate } from '../shared/plain-date.ts'
import { countsOwnMembers, isCommitteeOrg, type OrgKind, type OrgShape, type PartyOrg } from './party-org.ts'
import { minFullMembers, mustHaveBranch } from './set-up-rules.ts'

/** Who decided a change, when and why. Filing upward follows and is dated when done. */
export type OrgDecision = {
  readonly decidedByOrgId: string
  readonly decidedOn: PlainDate
  readonly documentNumber: string
  readonly reason: string
  readonly filedOn: PlainDate | null
}

export const orgChangeRefusals = [
  'org-wrong-parent',
  'org-branch-needs-form',
  'org-form-only-for-branch',
  'org-approval-only-for-committee',
  'org-change-needs-decision',
  'org-change-wrong-decider',
  'org-change-before-decision',
  'org-change-in-future',
  'org-change-before-founding',
  'org-change-before-last-change',
  'org-already-dissolved',
  'org-parent-dissolved',
  'org-name-missing',
  'org-name-taken',
  'org-name-unchanged',
  'org-too-few-full-members',
  'org-temporary-needs-task',
  'org-same-parent',
  'org-below-itself',
  'org-root-stays',
  'org-merge-needs-others',
  'org-merge-other-kind',
  'org-split-needs-parts',
  'org-split-counts-differ',
  'org-has-members',
  'org-has-organisations-below',
] as const
export type OrgChangeRefusal = (typeof orgChangeRefusals)[number]
export type Checked = Decision<true, OrgChangeRefusal>

/** The organisation whose document decides; `isAbove` says it stands above the one that changes. */
export type Decider = { readonly id: string; readonly kind: OrgKind; readonly isAbove: boolean }

export type ChangeFacts = {
  readonly today: PlainDate
  readonly on: PlainDate
  readonly decider: Decider
  readonly decision: OrgDecision
}

export type OrgWithHistory = PartyOrg & { readonly lastChangeOn: PlainDate }

/** The organisation is open, the day fits its history, and the decision is right. */
export function checkOpenAndDated(org: OrgWithHistory, facts: ChangeFacts): Checked {
  if (org.dissolvedOn)
    return refuse('org-already-dissolved', { name: org.name, dissolvedOn: org.dissolvedOn })
  if (facts.on > facts.today) return refuse('org-change-in-future', { today: facts.today })
  if (facts.on < org.foundedOn) return refuse('org-change-before-founding', { foundedOn: org.foundedOn })
  if (facts.on < org.lastChangeOn)
    return refuse('org-change-before-last-change', { lastChangeOn: org.lastChangeOn })
  return checkDecision(org.kind, facts)
}

/** A complete decision of a committee above, made on or before the day it takes effect. */
export function checkDecision(kind: OrgKind, facts: ChangeFacts): Checked {
  const { decision, decider, on, today } = facts
  const complete = decision.documentNumber.trim() !== '' && decision.reason.trim() !== ''
  if (!complete || decision.decidedByOrgId !== decider.id) return refuse('org-change-needs-decision')
  // A branch decides on its own groups; everything else is decided by a committee above.
  const fits =
    kind === 'partyGroup'
      ? decider.kind === 'branch' || isCommitteeOrg(decider.kind)
      : isCommitteeOrg(decider.kind)
  const ownRoot = kind === 'countyCommittee'
  if (!fits || (!decider.isAbove && !ownRoot))
    return refuse('org-change-wrong-decider', { kind: decider.kind })
  if (decision.decidedOn > today) return refuse('org-change-in-future', { today })
  if (on < decision.decidedOn) return refuse('org-change-before-decision', { decidedOn: decision.decidedOn })
  return agree(true)
}

/** A name that is there and not taken beside it. */
export function checkName(name: string, taken: readonly string[]): Checked {
  const tidy = name.trim()
  if (tidy === '') return refuse('org-name-missing')
  return taken.includes(tidy) ? refuse('org-name-taken', { name: tidy }) : agree(true)
}

/** The minimum of a branch that counts its own members. */
export function checkFullMembers(shape: Pick<OrgShape, 'kind' | 'form'>, fullMembers: number): Checked {
  if (shape.kind !== 'branch' || !countsOwnMembers(shape.form) || mustHaveBranch(fullMembers))
    return agree(true)
  return refuse('org-too-few-full-members', { fullMembers, minFullMembers })
}
