import type { Context } from '#platform/context.ts'
import type { CountyTx } from '#platform/db.ts'

export type PlanItemColumns = {
  readonly id: string
  readonly position: number
  readonly title: string
  readonly detail: string
  readonly carriedBy: number
  readonly dropped: boolean
}

/** The plan of an organisation in a year, in its order; dropped items only where asked for. */
export async function listPlanItems(
  tx: CountyTx,
  orgId: string,
  year: number,
  dropped: boolean,
): Promise<PlanItemColumns[]> {
  return await tx.raw<PlanItemColumns>(
    'plan-items',
    `select i.id, i.position, i.title, i.detail, i.dropped_at is not null as dropped,
       (select count(*)::int from pledge p where p.county_id = i.county_id and p.plan_item_id = i.id
         and p.state not in ('drafted', 'withdrawn')) as "carriedBy"
     from plan_item i where i.county_id = $1 and i.party_org_id = $2 and i.year = $3 and ($4::boolean or i.dropped_at is null)
     order by i.position limit 100`,
    [orgId, year, dropped],
  )
}

/** Whether an item may be carried by a pledge of an organisation in a year. */
export async function isPlanItemOf(
  tx: CountyTx,
  planItemId: string,
  orgId: string,
  year: number,
): Promise<boolean> {
  const found = await tx
    .from('plan_item')
    .select('id')
    .where('id', '=', planItemId)
    .where('party_org_id', '=', orgId)
    .where('year', '=', year)
    .where('dropped_at', 'is', null)
    .executeTakeFirst()
  return found !== undefined
}

/** Adds an item after the last one, unless one of that title is there; the plan is locked so that two at once get two numbers. */
export async function insertPlanItem(
  { tx, actor, now }: Context,
  item: {
    readonly id: string
    readonly orgId: string
    readonly year: number
    readonly title: string
    readonly detail: string
  },
): Promise<number | undefined> {
  const lock = 'select pg_advisory_xact_lock(hashtextextended($1::text || $2, 0)) /* county_id */'
  await tx.raw('plan-lock', lock, [`plan ${item.orgId} ${item.year}`])
  const [row] = await tx.raw<{ position: number }>(
    'plan-item-insert',
    `insert into plan_item (county_id, id, party_org_id, year, position, title, detail, added_by, added_by_account_id, added_at)
     select $1, $2, $3, $4, 1 + coalesce(max(position), 0), $5, $6, $7, $8, $9 from plan_item
     where county_id = $1 and party_org_id = $3 and year = $4
     having count(*) filter (where title = $5 and dropped_at is null) = 0 returning position`,
    [item.id, item.orgId, item.year, item.title, item.detail, actor.name, actor.accountId, now],
  )
  return row?.position
}

export type PlanItemPlace = {
  readonly id: string
  readonly path: string
  readonly title: string
  readonly dropped: boolean
}

/** One item with its organisation, locked. */
export async function lockPlanItem(tx: CountyTx, id: string): Promise<PlanItemPlace | undefined> {
  const [row] = await tx.raw<PlanItemPlace>(
    'plan-item-lock',
    `select i.id, o.path::text as path, i.title, i.dropped_at is not null as dropped from plan_item i
     join party_org o on o.county_id = i.county_id and o.id = i.party_org_id
     where i.county_id = $1 and i.id = $2 for update of i`,
    [id],
  )
  return row
}

/** Drops an item; pledges that carry it keep it. */
export async function dropPlanItem({ tx, actor, now }: Context, id: string): Promise<void> {
  await tx.update('plan_item').set({ dropped_by: actor.name, dropped_at: now }).where('id', '=', id).execute()
}
