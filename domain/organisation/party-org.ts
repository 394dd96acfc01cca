import { agree, type Decision, refuse } from '../shared/decision.ts'
import type { PlainDate } from '../shared/plain-date.ts'

export const orgKinds = [
  'countyCommittee',
  'workCommittee',
  'baseCommittee',
  'generalBranch',
  'branch',
  'partyGroup',
] as const
export type OrgKind = (typeof orgKinds)[number]

/** The ways a branch can be formed, the non-standard ones included. */
export const branchForms = [
  'independent',
  'joint',
  'attached',
  'villageEnterprise',
  'villageTown',
  'temporary',
  'floating',
  'retired',
  'byTrade',
] as const
export type BranchForm = (typeof branchForms)[number]

/** Fields for statistics and for choosing a points scheme. */
export const orgFields = [
  'rural',
  'community',
  'governmentOffice',
  'stateFirm',
  'school',
  'privateFirm',
  'socialOrganisation',
  'otherPublicBody',
  'other',
] as const
export type OrgField = (typeof orgFields)[number]

/** Whether the organisation belongs to a village or a community; it sets the term of office. */
export const unitKinds = ['village', 'community', 'other'] as const
export type UnitKind = (typeof unitKinds)[number]

export type OrgShape = {
  readonly kind: OrgKind
  /** For branches only, and there always. */
  readonly form: BranchForm | null
  readonly field: OrgField
  readonly unitKind: UnitKind
  /** May approve admission, conversion, nationwide transfer and disposal. */
  readonly canApprove: boolean
}

export type PartyOrg = OrgShape & {
  readonly id: string
  readonly parentId: string | null
  readonly name: string
  readonly foundedOn: PlainDate
  readonly dissolvedOn: PlainDate | null
}

export const orgShapeRefusals = [
  'org-wrong-parent',
  'org-branch-needs-form',
  'org-form-only-for-branch',
  'org-approval-only-for-committee',
] as const
export type OrgShapeRefusal = (typeof orgShapeRefusals)[number]

const parentKinds: Readonly<Record<OrgKind, readonly OrgKind[]>> = {
  countyCommittee: [],
  workCommittee: ['countyCommittee'],
  baseCommittee: ['countyCommittee', 'workCommittee', 'baseCommittee'],
  generalBranch: ['workCommittee', 'baseCommittee'],
  branch: ['workCommittee', 'baseCommittee', 'generalBranch'],
  partyGroup: ['branch'],
}

/** Whether an organisation of this kind may stand directly below that one; a branch needs a committee that decides on it. */
export function canStandBelow(kind: OrgKind, parentKind: OrgKind): boolean {
  return parentKinds[kind].includes(parentKind)
}

export function kindsBelow(parentKind: OrgKind): OrgKind[] {
  return orgKinds.filter((kind) => canStandBelow(kind, parentKind))
}

/**
 * Checks that kind, form, right of approval and parent fit together.
 * Refuses a wrong parent, a branch without a form, a form on anything else, and approval outside committees.
 */
export function checkOrgShape(
  shape: OrgShape,
  parentKind: OrgKind | null,
): Decision<OrgShape, OrgShapeRefusal> {
  const { kind, form, canApprove } = shape
  if (parentKind === null ? kind !== 'countyCommittee' : !canStandBelow(kind, parentKind)) {
    return refuse('org-wrong-parent', { kind, parentKind: parentKind ?? 'none' })
  }
  if (kind === 'branch' && form === null) return refuse('org-branch-needs-form')
  if (kind !== 'branch' && form !== null) return refuse('org-form-only-for-branch', { kind, form })
  if (canApprove && !isCommitteeOrg(kind)) return refuse('org-approval-only-for-committee', { kind })
  return agree(shape)
}

/** Committees stand above branches and decide on setting them up and closing them. */
export function isCommitteeOrg(kind: OrgKind): boolean {
  return kind === 'countyCommittee' || kind === 'workCommittee' || kind === 'baseCommittee'
}

/** The organisations that hold members themselves: a member's one affiliation is to a branch. */
export function holdsMembers(kind: OrgKind): boolean {
  return kind === 'branch'
}

/** In temporary and floating branches members keep their affiliation at home, so their number says nothing about size. */
export function countsOwnMembers(form: BranchForm | null): boolean {
  return form !== 'temporary' && form !== 'floating'
}

export function isOpenOn(org: Pick<PartyOrg, 'foundedOn' | 'dissolvedOn'>, day: PlainDate): boolean {
  return org.foundedOn <= day && (org.dissolvedOn === null || day < org.dissolvedOn)
}
