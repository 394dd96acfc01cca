import type { OrgField } from '@steward/domain/organisation/party-org.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import type { CountyTx } from '#platform/db.ts'

export type Who = {
  readonly name: string
  readonly accountId: string | null
  readonly memberId: string | null
}

export type DemoBranch = {
  readonly id: string
  readonly name: string
  readonly path: string
  readonly field: OrgField
  readonly secretary: Who
  readonly above: Who
  readonly members: readonly {
    readonly id: string
    readonly name: string
    readonly accountId: string | null
  }[]
}

const who = (
  role: string,
  place: string,
) => `(select json_build_object('name', a.name, 'accountId', a.id, 'memberId', a.member_id)
  from role_grant g join account a on a.county_id = g.county_id and a.id = g.account_id
  join party_org w on w.county_id = g.county_id and w.id = g.party_org_id
  where g.county_id = $1 and g.role = '${role}' and g.revoked_at is null and ${place} order by nlevel(w.path) desc limit 1)`

/** Branches with a secretary, who reads above them, and their members on the roll under seventy. */
export async function listDemoBranches(tx: CountyTx, today: PlainDate): Promise<DemoBranch[]> {
  return await tx.raw<DemoBranch>(
    'demo-pledge-branches',
    `select b.id, b.name, b.path::text as path, b.field, b.secretary, coalesce(b.above, json_build_object('name', '组织干事', 'accountId', null, 'memberId', null)) as above,
       (select coalesce(json_agg(json_build_object('id', m.id, 'name', m.name, 'accountId', a.id) order by m.name_order, m.id), '[]'::json)
         from member m left join account a on a.county_id = m.county_id and a.member_id = m.id and a.state = 'active'
         where m.county_id = $1 and m.party_org_id = b.id and m.state = 'active'
           and m.born_on > ($2::date - interval '70 years')::date) as members
     from (select o.id, o.name, o.field, o.path, ${who('branch-secretary', 'w.id = o.id')} as secretary,
         ${who('base-committee-officer', 'w.path @> o.path')} as above
       from party_org o where o.county_id = $1 and o.kind = 'branch' and o.dissolved_on is null) b
     where b.secretary is not null order by b.path`,
    [today],
  )
}

type Row = Readonly<Record<string, unknown>>
export type DemoRows = {
  readonly plan_item: Row[]
  readonly pledges: Row[]
  readonly pledge_move: Row[]
  readonly pledge_return: Row[]
  readonly pledge_review: Row[]
  readonly pledge_page: Row[]
  readonly pledge_outcome: Row[]
}

/** Writes the rows of the demo, a table at a time. */
export async function insertDemoRows(tx: CountyTx, rows: DemoRows): Promise<void> {
  const { pledges, plan_item: planItems, ...others } = rows
  const tables = [['plan_item', planItems], ['pledge', pledges], ...Object.entries(others)] as const
  const writing = tables.map(async ([table, list]) => {
    if (list.length === 0) return
    const text = `insert into ${table} select r.* from json_populate_recordset(null::${table}, $2::json) r where r.county_id = $1`
    await tx.raw(`demo-pledges-${table}`, text, [JSON.stringify(list)])
  })
  // Sent together, done one after the other.
  await Promise.all(writing)
}

export type PublishedPledge = {
  readonly id: string
  readonly memberId: string
  readonly from: PlainDate
  readonly until: PlainDate
}

/** Pledges of members of a year that hang, for deeds that belong to them. */
export async function listPublished(tx: CountyTx, year: number): Promise<PublishedPledge[]> {
  return await tx.raw<PublishedPledge>(
    'demo-pledges-published',
    `select p.id, p.member_id as "memberId", p.published_on as from, p.due_on as until from pledge p
     where p.county_id = $1 and p.year = $2 and p.state = 'published' and p.member_id is not null order by p.due_on, p.id`,
    [year],
  )
}
