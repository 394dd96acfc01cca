import { agree, type Decision, refuse } from '../shared/decision.ts'
import type { PlainDate } from '../shared/plain-date.ts'
import {
  type ChangeFacts,
  checkDecision,
  checkFullMembers,
  checkName,
  checkOpenAndDated,
  type OrgChangeRefusal,
  type OrgDecision,
  type OrgWithHistory,
} from './org-change-checks.ts'
import { canStandBelow, checkOrgShape, type OrgShape, type PartyOrg } from './party-org.ts'

/** A change of the tree as a dated fact; facts are added, never edited. */
export type OrgChange =
  | {
      readonly kind: 'setUp'
      readonly orgId: string
      readonly on: PlainDate
      readonly decision: OrgDecision | null
    }
  | {
      readonly kind: 'rename'
      readonly orgId: string
      readonly on: PlainDate
      readonly from: string
      readonly to: string
      readonly decision: OrgDecision
    }
  | {
      readonly kind: 'move'
      readonly orgId: string
      readonly on: PlainDate
      readonly fromParentId: string
      readonly toParentId: string
      readonly decision: OrgDecision
    }
  | {
      readonly kind: 'merge'
      readonly sourceIds: readonly string[]
      readonly targetId: string
      readonly on: PlainDate
      readonly decision: OrgDecision
    }
  | {
      readonly kind: 'split'
      readonly sourceId: string
      readonly partIds: readonly string[]
      readonly sourceCloses: boolean
      readonly on: PlainDate
      readonly decision: OrgDecision
    }
  | {
      readonly kind: 'dissolve'
      readonly orgId: string
      readonly on: PlainDate
      readonly decision: OrgDecision
    }

export type SetUpDraft = {
  readonly shape: OrgShape
  readonly name: string
  readonly fullMembers: number
  /** The task force a temporary branch ends with. */
  readonly task: string | null
}
export type SetUpFacts = {
  readonly today: PlainDate
  readonly on: PlainDate
  readonly parent: Pick<PartyOrg, 'kind' | 'foundedOn' | 'dissolvedOn'> | null
  readonly siblingNames: readonly string[]
  /** Null when an organisation that exists already is entered into the register: its defects are then listed, not refused. */
  readonly decided: Pick<ChangeFacts, 'decider' | 'decision'> | null
}

/**
 * Sets up an organisation. Refuses a shape or parent that does not fit, a missing or taken name, dates before
 * the parent's founding or in the future, a temporary branch without its task; and, for a new one, a
 * decision that is not the base committee's and a branch with too few full members.
 */
export function setUpOrg(draft: SetUpDraft, facts: SetUpFacts): Decision<SetUpDraft, OrgChangeRefusal> {
  const { parent, on, today, decided } = facts
  const shape = checkOrgShape(draft.shape, parent?.kind ?? null)
  if (!shape.ok) return shape
  if (parent?.dissolvedOn) return refuse('org-parent-dissolved', { dissolvedOn: parent.dissolvedOn })
  const named = checkName(draft.name, facts.siblingNames)
  if (!named.ok) return named
  if (on > today) return refuse('org-change-in-future', { today })
  if (draft.shape.form === 'temporary' && !draft.task?.trim()) return refuse('org-temporary-needs-task')
  if (!decided) return agree(draft)
  if (parent && on < parent.foundedOn)
    return refuse('org-change-before-founding', { foundedOn: parent.foundedOn })
  const allowed = checkDecision(draft.shape.kind, { ...decided, on, today })
  if (!allowed.ok) return allowed
  const enough = checkFullMembers(draft.shape, draft.fullMembers)
  return enough.ok ? agree(draft) : enough
}

/** Gives another name. Refuses one that is empty, the same, or taken beside it. */
export function renameOrg(
  org: OrgWithHistory,
  name: string,
  facts: ChangeFacts & { readonly siblingNames: readonly string[] },
): Decision<OrgChange, OrgChangeRefusal> {
  const open = checkOpenAndDated(org, facts)
  if (!open.ok) return open
  if (name.trim() === org.name) return refuse('org-name-unchanged')
  const named = checkName(name, facts.siblingNames)
  if (!named.ok) return named
  return agree({
    kind: 'rename',
    orgId: org.id,
    on: facts.on,
    from: org.name,
    to: name.trim(),
    decision: facts.decision,
  })
}

/**
 * Puts an organisation and all below it under another one. Refuses the root, the same parent, a parent that is
 * the organisation itself or stands below it, is dissolved, founded later, or of a kind that does not fit.
 */
export function moveOrg(
  org: OrgWithHistory,
  target: PartyOrg & { readonly isBelowMoved: boolean },
  facts: ChangeFacts,
): Decision<OrgChange, OrgChangeRefusal> {
  const open = checkOpenAndDated(org, facts)
  if (!open.ok) return open
  if (org.parentId === null) return refuse('org-root-stays')
  if (target.id === org.parentId) return refuse('org-same-parent')
  if (target.id === org.id || target.isBelowMoved) return refuse('org-below-itself')
  if (target.dissolvedOn) return refuse('org-parent-dissolved', { dissolvedOn: target.dissolvedOn })
  if (facts.on < target.foundedOn)
    return refuse('org-change-before-founding', { foundedOn: target.foundedOn })
  if (!canStandBelow(org.kind, target.kind))
    return refuse('org-wrong-parent', { kind: org.kind, parentKind: target.kind })
  const { on, decision } = facts
  return agree({
    kind: 'move',
    orgId: org.id,
    on,
    fromParentId: org.parentId,
    toParentId: target.id,
    decision,
  })
}

/** Takes organisations up into another of the same kind; they close, their members and groups move. */
export function mergeOrgs(
  sources: readonly OrgWithHistory[],
  target: OrgWithHistory,
  facts: ChangeFacts,
): Decision<OrgChange, OrgChangeRefusal> {
  const ids = new Set(sources.map(({ id }) => id))
  if (ids.size === 0 || ids.size !== sources.length || ids.has(target.id))
    return refuse('org-merge-needs-others')
  for (const org of [target, ...sources]) {
    const open = checkOpenAndDated(org, facts)
    if (!open.ok) return open
    if (org.parentId === null) return refuse('org-root-stays')
    if (org.kind !== target.kind) return refuse('org-merge-other-kind', { name: org.name, kind: org.kind })
  }
  return agree({
    kind: 'merge',
    sourceIds: [...ids],
    targetId: target.id,
    on: facts.on,
    decision: facts.decision,
  })
}

export type SplitPart = {
  readonly id: string
  readonly name: string
  readonly shape: OrgShape
  readonly fullMembers: number
}

/**
 * Makes new organisations out of one; the old one stays or closes. Refuses too few parts, another kind, taken
 * names, full members that do not add up, and a part (or what stays) below the minimum of a branch.
 */
export function splitOrg(
  source: OrgWithHistory & { readonly fullMembers: number },
  parts: readonly SplitPart[],
  facts: ChangeFacts & { readonly sourceCloses: boolean; readonly siblingNames: readonly string[] },
): Decision<OrgChange, OrgChangeRefusal> {
  const open = checkOpenAndDated(source, facts)
  if (!open.ok) return open
  const { sourceCloses, on, decision } = facts
  if (parts.length < (sourceCloses ? 2 : 1)) return refuse('org-split-needs-parts')
  const names = [...facts.siblingNames]
  for (const part of parts) {
    if (part.shape.kind !== source.kind)
      return refuse('org-merge-other-kind', { name: part.name, kind: part.shape.kind })
    const named = checkName(part.name, names)
    if (!named.ok) return named
    names.push(part.name)
    const enough = checkFullMembers(part.shape, part.fullMembers)
    if (!enough.ok) return enough
  }
  const left = source.fullMembers - parts.reduce((sum, { fullMembers }) => sum + fullMembers, 0)
  if (left < 0 || (sourceCloses && left !== 0)) {
    return refuse('org-split-counts-differ', { fullMembers: source.fullMembers, left })
  }
  const stays = sourceCloses ? agree(true as const) : checkFullMembers(source, left)
  if (!stays.ok) return stays
  return agree({
    kind: 'split',
    sourceId: source.id,
    partIds: parts.map(({ id }) => id),
    sourceCloses,
    on,
    decision,
  })
}

/** Closes an organisation. Refuses the root, and one that still has members or open organisations below. */
export function dissolveOrg(
  org: OrgWithHistory,
  facts: ChangeFacts & { readonly members: number; readonly openBelow: number },
): Decision<OrgChange, OrgChangeRefusal> {
  const open = checkOpenAndDated(org, facts)
  if (!open.ok) return open
  if (org.parentId === null) return refuse('org-root-stays')
  if (facts.openBelow > 0) return refuse('org-has-organisations-below', { openBelow: facts.openBelow })
  if (facts.members > 0) return refuse('org-has-members', { members: facts.members })
  return agree({ kind: 'dissolve', orgId: org.id, on: facts.on, decision: facts.decision })
}
