import { isInForce } from '@steward/domain/outcomes/limit.ts'
import { cadreUses, deskOf } from '@steward/domain/outcomes/outcome-drafting.ts'
import { isAdverseKind } from '@steward/domain/outcomes/outcome-table.ts'
import type { Actor as StepActor } from '@steward/domain/outcomes/adverse-step.ts'
import type { Permission } from '@steward/domain/access/permissions.ts'
import type { ServedDecision } from '@steward/domain/shared/adverse-gate.ts'
import type { Context } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import type { useActs } from './operations-use-shapes.ts'
import type { KeptLimit } from './queries-limit.ts'
import type { KeptUse } from './queries-use.ts'

/** Who decides at which desk. */
export const DESKS = {
  cadres: 'cadre-list.decide',
  branch: 'outcome.decide-at-branch',
  committee: 'outcome.decide-at-committee',
  county: 'outcome.decide-at-county',
} as const satisfies Record<string, Permission>
export type Desk = keyof typeof DESKS
export const deskNames = Object.keys(DESKS) as Desk[] // The record has exactly these keys.

export function permissionFor({ use, body }: Pick<KeptUse, 'use' | 'body'>): Permission {
  return DESKS[deskOf(use, body)]
}

export function isCadreMatter({ use }: Pick<KeptUse, 'use'>): boolean {
  return cadreUses.includes(use)
}

/** The caller as the rules of outcomes take them: a person, or a program without one. */
export function stepActor({ actor }: Context): StepActor {
  const { accountId, memberId } = actor
  return accountId === null
    ? { author: { kind: 'job' }, memberId }
    : { author: { kind: 'person', accountId }, memberId }
}

export function servedView(served: ServedDecision | null) {
  if (served === null) return null
  const { deciderName: decider, body, decidedOn: on, reason, proofOfServiceId: proof } = served
  return { decider, body, on, reason, proof }
}

type Act = (typeof useActs)[number]
function actsOn({ access, actor }: Context, use: KeptUse): Act[] {
  if (use.state !== 'drafted' || use.memberId === actor.memberId) return []
  const target = { path: use.orgPath }
  const decides = access.may([permissionFor(use)], target).length > 0
  if (use.use === 'helpPlan') {
    const plans = access.may(['help-plan.run'], target).length > 0
    return [...(plans ? (['plan'] as const) : []), ...(decides ? (['decline'] as const) : [])]
  }
  if (!decides) return []
  return [isAdverseKind(use.kind) ? 'enter' : 'confirm', 'decline']
}

export function useLine(context: Context, use: KeptUse) {
  const { feedbackState, decidedByName, ...kept } = use
  return {
    ...{ id: kept.id, memberId: kept.memberId, memberName: kept.memberName, orgId: kept.orgId },
    ...{ orgName: kept.orgName, year: kept.year, grade: kept.grade, use: kept.use, kind: kept.kind },
    ...{ body: kept.body, state: kept.state, draftedOn: kept.draftedOn, decidedBy: decidedByName },
    ...{ decidedOn: kept.decidedOn, document: kept.document, reason: kept.reason, disputed: kept.disputed },
    told: feedbackState !== null && feedbackState !== 'toTell',
    isMine: kept.memberId === context.actor.memberId,
    may: actsOn(context, use),
  }
}

export function limitLine(context: Context, limit: KeptLimit) {
  const inForce = isInForce(limit, context.today)
  const over = limit.liftedOn !== null || limit.until < context.today
  const isMine = limit.memberId === context.actor.memberId
  return {
    ...{ id: limit.id, memberId: limit.memberId, memberName: limit.memberName, orgName: limit.orgName },
    ...{ year: limit.year, kind: limit.kind, from: limit.from, until: limit.until, document: limit.document },
    ...{ liftedOn: limit.liftedOn, liftedFor: limit.liftedFor, inForce, isMine },
    served: servedView(limit.served) ?? problem('internal'),
    mayLift: !over && !isMine && context.access.may(['limit.record'], { path: limit.orgPath }).length > 0,
  }
}
