import type { Warning } from '@steward/domain/outcomes/warning.ts'
import { agree, type Decision, refuse } from '@steward/domain/shared/decision.ts'
import type { Permission } from '@steward/domain/access/permissions.ts'
import type { Context } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import { demandReader } from './queries-reader.ts'
import { type KeptWarning, lockWarning, saveWarning } from './queries-warning.ts'
import { insertOutcomeStep } from './queries-warning-paper.ts'
import { findRests, type Rest } from './queries-warning-rest.ts'

/** Locks a warning the caller may read; to anybody else there is none. A draft is not the member's to see. */
export async function holdWarning(context: Context, id: string): Promise<KeptWarning> {
  const kept = (await lockWarning(context.tx, id)) ?? problem('not-found')
  await sightOf(context, kept)
  return kept
}

/** The standing in which the caller reads it. */
export async function sightOf(context: Context, kept: KeptWarning) {
  const { id, memberId, state } = kept.warning
  const file = { kind: 'warning', id, memberId, path: kept.orgPath, handles: ['warning.read'] } as const
  const standing = await demandReader(context, file)
  if (standing === 'self' && state === 'drafted') problem('not-found')
  return { file, standing }
}

/** An officer's step: the permission in the reach of the member's branch, and the version the officer has seen. */
export function demandStep(
  context: Context,
  kept: KeptWarning,
  permission: Permission,
  revision?: number,
): Decision<null, 'outcome-changed-since'> {
  context.access.demand(permission, { path: kept.orgPath })
  return revision === undefined || revision === kept.revision ? agree(null) : refuse('outcome-changed-since')
}

export type Standing = { readonly disputed: boolean; readonly tolerated: Rest | undefined }

/** Whether what it rests on, or the warning itself, is disputed or was tolerated. */
export async function standingOfWarning(context: Context, kept: KeptWarning): Promise<Standing> {
  const rests = await findRests(context.tx, kept)
  return {
    disputed: kept.disputed || rests.some(({ disputed }) => disputed),
    tolerated: rests.find(({ tolerated }) => tolerated),
  }
}

/** Saves a step with its line of the history. */
export async function stepTo(
  context: Context,
  kept: KeptWarning,
  warning: Warning,
  step: { readonly name: string; readonly words?: string },
  more: Partial<KeptWarning> = {},
) {
  const { id, memberId, state } = warning
  const revision = await saveWarning(context.tx, { ...kept, ...more, warning })
  await insertOutcomeStep(context, { kind: 'warning', id }, step.name, step.words ?? '')
  context.note({ warningId: id, memberId, state })
  return agree({ state, revision })
}
