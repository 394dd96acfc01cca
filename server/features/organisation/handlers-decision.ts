import type { Permission } from '@steward/domain/access/permissions.ts'
import type { ChangeFacts, OrgWithHistory } from '@steward/domain/organisation/org-change-checks.ts'
import { isCommitteeOrg, type OrgKind } from '@steward/domain/organisation/party-org.ts'
import { type Refused, refuse } from '@steward/domain/shared/decision.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import { isAtOrBelow } from '@steward/domain/shared/reach.ts'
import type { Context } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import type { Act, LockedOrg, TreeFacts } from './queries-change.ts'

type DecisionInput = {
  readonly on: PlainDate
  readonly decidedByOrgId?: string | undefined
  readonly decidedOn: PlainDate
  readonly documentNumber: string
  readonly reason: string
}

/** A branch decides on its own groups; everything else is changed by those who may change the tree. */
export function changePermission(kind: OrgKind): Permission {
  return kind === 'partyGroup' ? 'organisation.committee' : 'organisation.change'
}

/** An organisation is changed from above: asked at its parent, for the root at itself. */
export function demandChange(ctx: Context, org: LockedOrg): void {
  ctx.access.demand(changePermission(org.kind), { path: org.parentPath ?? org.path })
}

/**
 * The decision with the committee that made it: the one named, or the nearest that stands above everything touched.
 * A committee nobody knows is the problem `not-found`; one that does not stand above is the rule's business.
 */
export function decidedFacts(
  ctx: Pick<Context, 'today'>,
  input: DecisionInput,
  facts: TreeFacts,
  paths: readonly string[],
  kind: OrgKind,
): ChangeFacts {
  const mayDecide = (one: OrgKind) => isCommitteeOrg(one) || (kind === 'partyGroup' && one === 'branch')
  const isAbove = (path: string) => paths.every((each) => isAtOrBelow(each, path))
  const named = input.decidedByOrgId
  const decider =
    named === undefined
      ? facts.committees.find((one) => mayDecide(one.kind) && isAbove(one.path))
      : (facts.committees.find(({ id }) => id === named) ?? problem('not-found'))
  if (decider === undefined) return problem('not-found')
  return {
    today: ctx.today,
    on: input.on,
    decider: { id: decider.id, kind: decider.kind, isAbove: isAbove(decider.path) },
    decision: {
      decidedByOrgId: decider.id,
      decidedOn: input.decidedOn,
      documentNumber: input.documentNumber,
      reason: input.reason,
      filedOn: null,
    },
  }
}

/** What one decision writes beside each of its rows. */
export function actOf(
  ctx: Context,
  input: {
    readonly on: PlainDate
    readonly decidedOn: PlainDate | null
    readonly requestedOn?: PlainDate | null
    readonly documentNumber: string
    readonly reason: string
  },
  decided: ChangeFacts | null,
): Act {
  return {
    actId: ctx.newId(),
    on: input.on,
    decidedByOrgId: decided?.decider.id ?? null,
    decidedOn: input.decidedOn,
    requestedOn: input.requestedOn ?? null,
    documentNumber: input.documentNumber,
    reason: input.reason,
    by: ctx.actor.name,
    accountId: ctx.actor.accountId,
    at: ctx.now,
    newId: () => ctx.newId(),
  }
}

/** Who changed it meanwhile and how it stands now, so that a person sees both versions; undefined when nobody did. */
export function changedMeanwhile(
  org: LockedOrg,
  revision: number,
  facts: TreeFacts,
): Refused<'organisation-changed-meanwhile'> | undefined {
  if (org.revision === revision) return undefined
  const counted = facts.orgs.get(org.id)
  return refuse('organisation-changed-meanwhile', {
    orgId: org.id,
    revision: org.revision,
    name: org.name,
    shortName: org.shortName,
    parent: org.parentName,
    kind: org.kind,
    form: org.form ?? '',
    field: org.field,
    phone: org.phone,
    address: org.address,
    ...(org.dissolvedOn === null ? {} : { dissolvedOn: org.dissolvedOn }),
    changedBy: counted?.lastChangeBy ?? '',
    change: counted?.lastChangeKind ?? '',
  })
}

export function toOrgWithHistory(org: LockedOrg, facts: TreeFacts): OrgWithHistory {
  return { ...org, lastChangeOn: facts.orgs.get(org.id)?.lastChangeOn ?? org.foundedOn }
}
