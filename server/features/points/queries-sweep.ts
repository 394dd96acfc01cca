import type { PlainMonth } from '@steward/domain/shared/plain-date.ts'
import type { Context } from '#platform/context.ts'
import type { CountyTx } from '#platform/db.ts'

export type Sweep = {
  readonly id: string
  readonly done: number
  readonly all: number
  readonly moved: number
  readonly blocked: number
  readonly by: string
  readonly startedAt: Date
  readonly endedAt: Date | null
}

/** The newest sweep of a place and month. */
export async function findSweep(tx: CountyTx, orgId: string, month: PlainMonth): Promise<Sweep | undefined> {
  const [row] = await tx.raw<Sweep>(
    'sweep-find',
    `select id, done, all_count as all, moved, blocked, started_by as by, started_at as "startedAt", ended_at as "endedAt"
     from points_sweep where county_id = $1 and party_org_id = $2 and month = $3 order by started_at desc, id desc limit 1`,
    [orgId, month],
  )
  return row
}

/** Begins a sweep; of two at once the second waits and sees the first. */
export async function insertSweep(
  context: Pick<Context, 'tx' | 'newId' | 'now' | 'actor'>,
  orgId: string,
  month: PlainMonth,
  all: number,
): Promise<string> {
  const id = context.newId()
  await context.tx
    .insert('points_sweep', {
      id,
      party_org_id: orgId,
      month,
      all_count: all,
      started_by: context.actor.name,
      started_by_account_id: context.actor.accountId,
      started_at: context.now,
    })
    .execute()
  return id
}

export async function saveSweep(
  tx: CountyTx,
  id: string,
  state: {
    readonly done: number
    readonly moved: number
    readonly blocked: number
    readonly endedAt: Date | null
  },
): Promise<void> {
  await tx
    .update('points_sweep')
    .set({ done: state.done, moved: state.moved, blocked: state.blocked, ended_at: state.endedAt })
    .where('id', '=', id)
    .execute()
}
