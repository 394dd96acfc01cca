import type { Permission } from '@steward/domain/access/permissions.ts'
import type { Actor } from '@steward/domain/outcomes/adverse-step.ts'
import { agree, type Decision, refuse } from '@steward/domain/shared/decision.ts'
import type { Context } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import type { CaseFile } from './queries-reader.ts'
import {
  type DisposalMove,
  insertDisposalMove,
  type KeptDisposal,
  lockDisposal,
  saveDisposal,
} from './queries-disposal.ts'

/** Who acts, as the rules of adverse steps see it: a person, or a machine, which gets nowhere. */
export function actorOf({ actor }: Context): Actor {
  const { accountId, memberId } = actor
  return accountId === null || actor.kind !== 'account'
    ? { author: { kind: 'job' }, memberId: null }
    : { author: { kind: 'person', accountId }, memberId }
}

/** A case as a file with its own list of readers. */
export function fileOf({ of, orgPath }: Pick<KeptDisposal, 'of' | 'orgPath'>): CaseFile {
  return { kind: 'disposal', id: of.id, memberId: of.memberId, path: orgPath, handles: ['disposal.read'] }
}

/** The case of a command, locked, for who holds the permission over its branch. That it exists is nobody else's business. */
export async function lockToHandle(
  context: Context,
  id: string,
  permission: Permission,
): Promise<KeptDisposal> {
  const kept = (await lockDisposal(context.tx, id)) ?? problem('not-found')
  context.access.demandHidden('disposal.read', { path: kept.orgPath })
  // The member concerned handles nothing of the own case, whatever role they hold; they read and speak.
  context.access.demand(permission, { path: kept.orgPath })
  context.note({ disposalId: id, memberId: kept.of.memberId })
  return kept
}

/** Refuses the member's own hand and a page that shows an older state. */
export function checkHand(
  context: Context,
  kept: KeptDisposal,
  revision: number,
): Decision<true, 'disposal-own-case' | 'disposal-changed-since'> {
  if (context.actor.memberId === kept.of.memberId) return refuse('disposal-own-case')
  return kept.revision === revision
    ? agree(true)
    : refuse('disposal-changed-since', { revision: kept.revision })
}

/** Saves a step with its line of history and answers with where the case stands. */
export async function saveStep(
  context: Context,
  kept: KeptDisposal,
  move: DisposalMove,
  words = '',
): Promise<{ disposalId: string; state: KeptDisposal['of']['state']; revision: number }> {
  const saved = await saveDisposal(context.tx, kept)
  await insertDisposalMove(context, kept.of.id, move, words)
  return { disposalId: kept.of.id, state: kept.of.state, revision: saved.revision }
}
