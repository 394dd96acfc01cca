import { agree, type Decision, refuse } from '../shared/decision.ts'
import type { PlainDate } from '../shared/plain-date.ts'
import {
  type ChangeFacts,
  checkFullMembers,
  checkOpenAndDated,
  type OrgChangeRefusal,
  type OrgDecision,
  type OrgWithHistory,
} from './org-change-checks.ts'
import {
  canStandBelow,
  checkOrgShape,
  countsOwnMembers,
  holdsMembers,
  type OrgKind,
  type OrgShape,
} from './party-org.ts'

/** Another kind, form, field or right of approval, as a dated fact. */
export type ShapeChange = {
  readonly kind: 'changeForm'
  readonly orgId: string
  readonly on: PlainDate
  readonly from: Pick<OrgShape, 'kind' | 'form'>
  readonly to: OrgShape
  readonly decision: OrgDecision
}

export const shapeChangeRefusals = ['org-shape-unchanged', 'org-children-do-not-fit'] as const
export type ShapeChangeRefusal = (typeof shapeChangeRefusals)[number]

/**
 * Gives an organisation another kind, form, field or right of approval. Refuses
 * what is the same already, a shape or parent that does not fit, organisations below that could not stand there,
 * members in a kind that holds none, a temporary branch without task, and a branch that
 * begins to count its own members with fewer than three full ones.
 */
export function changeOrgShape(
  org: OrgWithHistory,
  to: OrgShape,
  facts: ChangeFacts & {
    readonly parentKind: OrgKind | null
    readonly kindsBelow: readonly OrgKind[]
    readonly members: number
    readonly fullMembers: number
    readonly task: string | null
  },
): Decision<ShapeChange, OrgChangeRefusal | ShapeChangeRefusal> {
  const open = checkOpenAndDated(org, facts)
  if (!open.ok) return open
  if (isSameShape(org, to)) return refuse('org-shape-unchanged')
  const fits = checkOrgShape(to, facts.parentKind)
  if (!fits.ok) return fits
  const misfit = facts.kindsBelow.find((kind) => !canStandBelow(kind, to.kind))
  if (misfit) return refuse('org-children-do-not-fit', { kind: to.kind, below: misfit })
  if (holdsMembers(org.kind) && !holdsMembers(to.kind) && facts.members > 0)
    return refuse('org-has-members', { members: facts.members })
  if (to.form === 'temporary' && !facts.task?.trim()) return refuse('org-temporary-needs-task')
  const counted = holdsMembers(org.kind) && countsOwnMembers(org.form)
  const enough = counted ? agree(true as const) : checkFullMembers(to, facts.fullMembers)
  if (!enough.ok) return enough
  const { on, decision } = facts
  return agree({
    kind: 'changeForm',
    orgId: org.id,
    on,
    from: { kind: org.kind, form: org.form },
    to,
    decision,
  })
}

function isSameShape(a: OrgShape, b: OrgShape): boolean {
  return (
    a.kind === b.kind &&
    a.form === b.form &&
    a.field === b.field &&
    a.unitKind === b.unitKind &&
    a.canApprove === b.canApprove
  )
}
