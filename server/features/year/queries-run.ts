import type { Context } from '#platform/context.ts'
import type { CountyTx } from '#platform/db.ts'

export type YearRun = {
  readonly id: string
  readonly done: number
  readonly all: number
  readonly closed: number
  readonly blocked: number
  readonly by: string
  readonly startedAt: Date
  readonly endedAt: Date | null
}

/** The newest run of a place and year. */
export async function findRun(tx: CountyTx, orgId: string, year: number): Promise<YearRun | undefined> {
  const [row] = await tx.raw<YearRun>(
    'year-run-find',
    `select id, done, all_count as all, closed, blocked, started_by as by, started_at as "startedAt", ended_at as "endedAt"
     from year_run where county_id = $1 and party_org_id = $2 and year = $3 order by started_at desc, id desc limit 1`,
    [orgId, year],
  )
  return row
}

export async function insertRun(
  { tx, actor, newId, now }: Context,
  of: { readonly orgId: string; readonly year: number; readonly all: number; readonly accountId: string },
): Promise<string> {
  const id = newId()
  await tx
    .insert('year_run', {
      ...{ id, party_org_id: of.orgId, year: of.year, all_count: of.all },
      ...{ started_by: actor.name, started_by_account_id: of.accountId, started_at: now },
    })
    .execute()
  return id
}

export async function saveRun(
  tx: CountyTx,
  id: string,
  state: Pick<YearRun, 'done' | 'closed' | 'blocked' | 'endedAt'>,
): Promise<void> {
  await tx
    .update('year_run')
    .set({ done: state.done, closed: state.closed, blocked: state.blocked, ended_at: state.endedAt })
    .where('id', '=', id)
    .execute()
}
