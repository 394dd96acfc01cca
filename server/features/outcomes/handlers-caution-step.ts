import { problem } from '#platform/problem.ts'
import type { Context } from '#platform/context.ts'
import { type KeptCaution, lockCaution } from './queries-caution.ts'
import { demandReader } from './queries-reader.ts'

/** Locks a caution the caller may read; to anybody else there is none. */
export async function holdCaution(context: Context, id: string): Promise<KeptCaution> {
  const kept = (await lockCaution(context.tx, id)) ?? problem('not-found')
  await cautionSightOf(context, kept)
  return kept
}

/** The standing in which the caller reads it; a draft is not the member's to see. */
export async function cautionSightOf(context: Context, kept: KeptCaution) {
  const { id, memberId, state } = kept.caution
  const file = { kind: 'caution', id, memberId, path: kept.orgPath, handles: ['caution.read'] } as const
  const standing = await demandReader(context, file)
  if (standing === 'self' && state === 'drafted') problem('not-found')
  return { file, standing }
}
