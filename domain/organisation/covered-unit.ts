import { agree, type Decision, refuse } from '../shared/decision.ts'
import type { PlainDate } from '../shared/plain-date.ts'
import type { Coverage } from './firm-coverage.ts'
import { type BranchForm, isCommitteeOrg, type OrgKind } from './party-org.ts'

/** What organisations cover: firms, villages, communities and the other places people work or live. */
export const coveredUnitKinds = [
  'privateFirm',
  'stateFirm',
  'village',
  'community',
  'office',
  'school',
  'socialOrganisation',
  'other',
] as const
export type CoveredUnitKind = (typeof coveredUnitKinds)[number]

export const unitRefusals = [
  'unit-name-missing',
  'unit-name-taken',
  'unit-members-above-staff',
  'unit-coverage-needs-organisation',
  'unit-none-has-organisation',
  'unit-organisation-wrong-kind',
  'unit-organisation-dissolved',
  'unit-organisation-not-joint',
  'unit-organisation-is-joint',
  'unit-organisation-taken',
  'unit-town-not-committee',
  'unit-former-only-community',
] as const
export type UnitRefusal = (typeof unitRefusals)[number]

export type UnitDraft = {
  readonly kind: CoveredUnitKind
  readonly name: string
  readonly staff: number
  readonly fullMembers: number
  readonly coverage: Coverage
  readonly formerNames: readonly string[]
}
export type CoveringOrg = {
  readonly kind: OrgKind
  readonly form: BranchForm | null
  readonly dissolvedOn: PlainDate | null
  /** Another unit calls this organisation its own. */
  readonly ownOfAnother: boolean
}

const sharedForms: readonly (BranchForm | null)[] = ['joint', 'villageEnterprise', 'villageTown', 'byTrade']

/** Whether a branch of this form is shared by several units. */
export function isSharedForm(form: BranchForm | null): boolean {
  return sharedForms.includes(form)
}

/** How a unit is covered by an organisation set up for it (S-119). */
export function coverageByForm(form: BranchForm | null): Coverage {
  return isSharedForm(form) ? 'joint' : 'own'
}

/**
 * Checks what is recorded of a unit and its coverage (R-021, S-119, S-121). Refuses a missing or taken name, more
 * full members than staff in a firm, coverage without its organisation or the reverse, a group or closed
 * organisation, joint coverage by a branch that is not shared, own coverage by one that is or that another unit
 * calls its own, a town that is no committee, and former neighbourhoods of anything but a community.
 */
export function checkUnit(
  unit: UnitDraft,
  facts: {
    readonly nameTaken: boolean
    readonly townKind: OrgKind
    readonly org: CoveringOrg | null
  },
): Decision<UnitDraft, UnitRefusal> {
  const { org } = facts
  if (unit.name.trim() === '') return refuse('unit-name-missing')
  if (facts.nameTaken) return refuse('unit-name-taken', { name: unit.name })
  if (!isCommitteeOrg(facts.townKind)) return refuse('unit-town-not-committee')
  const isFirm = unit.kind === 'privateFirm' || unit.kind === 'stateFirm'
  if (isFirm && unit.fullMembers > unit.staff)
    return refuse('unit-members-above-staff', { fullMembers: unit.fullMembers, staff: unit.staff })
  if (unit.formerNames.length > 0 && unit.kind !== 'community') return refuse('unit-former-only-community')
  if (unit.coverage === 'none') return org === null ? agree(unit) : refuse('unit-none-has-organisation')
  if (org === null) return refuse('unit-coverage-needs-organisation', { coverage: unit.coverage })
  if (org.kind === 'partyGroup') return refuse('unit-organisation-wrong-kind')
  if (org.dissolvedOn !== null) return refuse('unit-organisation-dissolved', { dissolvedOn: org.dissolvedOn })
  if (unit.coverage === 'joint' && !isSharedForm(org.form)) return refuse('unit-organisation-not-joint')
  if (unit.coverage === 'own' && isSharedForm(org.form)) return refuse('unit-organisation-is-joint')
  if (unit.coverage === 'own' && org.ownOfAnother) return refuse('unit-organisation-taken')
  return agree(unit)
}

/** Refuses an instructor for a unit that has an organisation of its own or shares one (R-022, S-120), or that closed. */
export function checkInstructor(
  unit: { readonly coverage: Coverage; readonly closedOn: PlainDate | null },
  on: PlainDate,
  facts: { readonly today: PlainDate; readonly presentSince: PlainDate | null },
): Decision<
  true,
  | 'instructor-unit-has-organisation'
  | 'instructor-unit-closed'
  | 'instructor-in-future'
  | 'instructor-before-present'
> {
  if (unit.closedOn !== null) return refuse('instructor-unit-closed', { closedOn: unit.closedOn })
  if (unit.coverage === 'own' || unit.coverage === 'joint')
    return refuse('instructor-unit-has-organisation', { coverage: unit.coverage })
  if (on > facts.today) return refuse('instructor-in-future', { today: facts.today })
  if (facts.presentSince !== null && on <= facts.presentSince)
    return refuse('instructor-before-present', { presentSince: facts.presentSince })
  return agree(true)
}
