import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import { nameOf } from '#features/organisation/queries.ts'
import type { Access } from '#platform/access.ts'
import type { CountyTx } from '#platform/db.ts'

/** Whether somebody reports for members of another one's branch. */
export async function isStandInFor(tx: CountyTx, standInId: string, memberId: string): Promise<boolean> {
  const found = await tx.raw(
    'stand-in-for',
    `select 1 from claim_stand_in s join member m on m.county_id = s.county_id and m.id = $3 and m.party_org_id = s.party_org_id
     join member w on w.county_id = s.county_id and w.id = s.member_id and w.party_org_id = s.party_org_id and w.state = 'active'
     where s.county_id = $1 and s.member_id = $2 and s.ended_on is null`,
    [standInId, memberId],
  )
  return found.length > 0
}

export type EntryPlace = { readonly memberId: string; readonly path: string; readonly standIn: boolean }

/** Where members belong, and whether the caller is a stand-in there. */
export async function listEntryPlaces(
  tx: CountyTx,
  memberIds: readonly string[],
  callerId: string | null,
): Promise<ReadonlyMap<string, EntryPlace>> {
  const rows = await tx.raw<EntryPlace>(
    'claim-entry-places',
    `select m.id as "memberId", o.path::text as path, exists (select 1 from claim_stand_in s
         join member w on w.county_id = s.county_id and w.id = s.member_id and w.party_org_id = s.party_org_id and w.state = 'active'
         where s.county_id = $1 and s.member_id = $3 and s.party_org_id = m.party_org_id and s.ended_on is null) as "standIn"
     from member m join party_org o on o.county_id = m.county_id and o.id = m.party_org_id
     where m.county_id = $1 and m.id = any($2::uuid[])`,
    [memberIds, callerId],
  )
  return new Map(rows.map((row) => [row.memberId, row]))
}

export type Whom = { readonly memberId: string; readonly name: string; readonly orgName: string }

/** Members the caller may report for: within reach of the permission, and of the branches where they stand in. */
export async function listWhom(
  tx: CountyTx,
  access: Access,
  callerId: string | null,
  filter: { readonly search: string; readonly orgId: string | null; readonly most: number },
): Promise<Whom[]> {
  const within = access.withinText('claim.enter', { path: 'o.path' }, 6)
  const text = `select m.id as "memberId", m.name, o.name as "orgName"
    from member m join party_org o on o.county_id = m.county_id and o.id = m.party_org_id
    where m.county_id = $1 and m.state = 'active' and m.id is distinct from $2::uuid
      and ($3 = '' or m.name like '%' || $3 || '%' or m.initials like lower($3) || '%')
      and ($4::uuid is null or o.id = $4)
      and (${within.text} or exists (select 1 from claim_stand_in s where s.county_id = m.county_id and s.member_id = $2
        and s.party_org_id = m.party_org_id and s.ended_on is null))
    order by o.path, m.name_order, m.id limit $5`
  return await tx.raw<Whom>(nameOf('claim-whom', text), text, [
    callerId,
    filter.search,
    filter.orgId,
    filter.most,
    ...within.values,
  ])
}

/** Whether the caller is a stand-in anywhere. */
export async function isStandIn(tx: CountyTx, memberId: string | null): Promise<boolean> {
  if (memberId === null) return false
  const found = await tx.raw(
    'stand-in-anywhere',
    `select 1 from claim_stand_in s where s.county_id = $1 and s.member_id = $2 and s.ended_on is null limit 1`,
    [memberId],
  )
  return found.length > 0
}

export type StandInRow = {
  readonly id: string
  readonly memberId: string
  readonly name: string
  readonly appointedBy: string
  readonly appointedOn: PlainDate
  readonly reported: number
}

/** The stand-ins of a branch, with how much they have reported for others this year. */
export async function listStandIns(tx: CountyTx, orgId: string, today: PlainDate): Promise<StandInRow[]> {
  return await tx.raw<StandInRow>(
    'stand-ins',
    `select s.id, s.member_id as "memberId", m.name, s.appointed_by as "appointedBy", s.appointed_on as "appointedOn",
       (select count(*)::int from claim c join account a on a.county_id = c.county_id and a.id = c.entry_account_id
          and a.member_id = s.member_id where c.county_id = $1 and c.entry_by = 'helper'
          and c.submitted_on >= date_trunc('year', $3::date)) as reported
     from claim_stand_in s join member m on m.county_id = s.county_id and m.id = s.member_id
     where s.county_id = $1 and s.party_org_id = $2 and s.ended_on is null order by s.appointed_on, s.id`,
    [orgId, today],
  )
}

/** Adds a stand-in; false where one is there. */
export async function insertStandIn(
  tx: CountyTx,
  standIn: {
    readonly id: string
    readonly orgId: string
    readonly memberId: string
    readonly by: string
    readonly accountId: string | null
    readonly on: PlainDate
  },
): Promise<boolean> {
  const added = await tx
    .insert('claim_stand_in', {
      id: standIn.id,
      party_org_id: standIn.orgId,
      member_id: standIn.memberId,
      appointed_by: standIn.by,
      appointed_by_account_id: standIn.accountId,
      appointed_on: standIn.on,
    })
    .onConflict((on) =>
      on.columns(['county_id', 'party_org_id', 'member_id']).where('ended_on', 'is', null).doNothing(),
    )
    .executeTakeFirst()
  return Number(added.numInsertedOrUpdatedRows ?? 0) === 1
}

export async function lockStandIn(
  tx: CountyTx,
  id: string,
): Promise<{ id: string; path: string; endedOn: PlainDate | null } | undefined> {
  const [row] = await tx.raw<{ id: string; path: string; endedOn: PlainDate | null }>(
    'stand-in-lock',
    `select s.id, o.path::text as path, s.ended_on as "endedOn" from claim_stand_in s
     join party_org o on o.county_id = s.county_id and o.id = s.party_org_id
     where s.county_id = $1 and s.id = $2 for update of s`,
    [id],
  )
  return row
}

export async function endStandIn(tx: CountyTx, id: string, by: string, on: PlainDate): Promise<void> {
  await tx.update('claim_stand_in').set({ ended_by: by, ended_on: on }).where('id', '=', id).execute()
}
