import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import type { CountyTx } from '#platform/db.ts'
import { insertManyChanges } from './queries-change.ts'

/**
 * Moves members along when their organisation is merged, split or set up: branch, group and affiliation in one go, each
 * with a line in the file's history. Whoever joined after the day belongs to the new branch from the day of joining.
 */
export async function moveMembers(
  tx: CountyTx,
  move: {
    readonly memberIds: readonly string[]
    readonly toOrgId: string
    /** The group goes along, falls away, or is another one. */
    readonly group: 'kept' | 'none' | { readonly id: string }
    readonly on: PlainDate
    readonly reason: string
    readonly by: string
    readonly accountId: string | null
    readonly at: Date
    newId(): string
  },
): Promise<void> {
  const { memberIds, toOrgId, group, on, reason, by, at } = move
  const groupId = typeof group === 'string' ? null : group.id
  const before = await tx.raw<{ id: string; orgName: string; nextName: string; nextGroupId: string | null }>(
    'members-move-lock',
    `select m.id, o.name as "orgName", n.name as "nextName",
       case when $4 then m.party_group_id else $5::uuid end as "nextGroupId"
     from member m join party_org o on o.county_id = m.county_id and o.id = m.party_org_id
     join party_org n on n.county_id = m.county_id and n.id = $3
     where m.county_id = $1 and m.id = any($2) order by m.id for update of m`,
    [memberIds, toOrgId, group === 'kept', groupId],
  )
  const ids = before.map(({ id }) => id)
  const groups = before.map(({ nextGroupId }) => nextGroupId)
  // In two statements: the new rows must find the old ones ended (one open affiliation each).
  const replaced = await tx.raw<{ memberId: string; fromOn: PlainDate }>(
    'members-move-end',
    `with ended as (
       update member_affiliation set until_on = $3
       where county_id = $1 and member_id = any($2) and until_on is null and from_on < $3
     )
     delete from member_affiliation where county_id = $1 and member_id = any($2) and until_on is null and from_on >= $3
     returning member_id as "memberId", from_on as "fromOn"`,
    [ids, on],
  )
  const joined = new Map(replaced.map(({ memberId, fromOn }) => [memberId, fromOn]))
  await tx.raw(
    'members-move',
    `with moved as (
       update member m set party_org_id = $5, party_group_id = t.group_id, revision = m.revision + 1
       from unnest($3::uuid[], $4::uuid[]) as t (id, group_id) where m.county_id = $1 and m.id = t.id
     )
     insert into member_affiliation (county_id, id, member_id, party_org_id, party_group_id, from_on, reason, recorded_by, recorded_at)
     select $1, t.id, t.member_id, $5, t.group_id, t.from_on, $7, $8, $9
     from unnest($2::uuid[], $3::uuid[], $4::uuid[], $6::date[]) as t (id, member_id, group_id, from_on)`,
    [
      ids.map(() => move.newId()),
      ids,
      groups,
      toOrgId,
      ids.map((id) => joined.get(id) ?? on),
      reason,
      by,
      at,
    ],
  )
  await insertManyChanges(
    tx,
    before
      .filter(({ orgName, nextName }) => orgName !== nextName)
      .map(({ id, orgName, nextName }) => ({
        memberId: id,
        field: 'branch',
        before: orgName,
        after: nextName,
      })),
    { source: 'form', by, accountId: move.accountId, at, reason, newId: () => move.newId() },
  )
}
