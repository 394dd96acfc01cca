import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import { sql } from 'kysely'
import type { Access } from '#platform/access.ts'
import type { CountyTx } from '#platform/db.ts'
import { escapeLike, type RollPlace } from './queries-roll.ts'

/** An organisation as members belong to it. */
export type OrgPlace = {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly path: string
  readonly dissolved_on: PlainDate | null
  /** Open party groups of a branch. */
  readonly groups: readonly string[]
  /** The nearest committee above, which settles moves within itself. */
  readonly committee_id: string | null
}

/** Organisations by id, with what is needed to place a member there; held open until the command ends. */
export async function listOrgPlaces(
  tx: CountyTx,
  ids: readonly string[],
  today: PlainDate,
): Promise<OrgPlace[]> {
  return await tx.raw<OrgPlace>(
    'member-org-places',
    `select o.id, o.name, o.kind, o.path::text as path, o.dissolved_on,
      coalesce((select array_agg(g.id) from party_org g where g.county_id = $1 and g.parent_id = o.id and g.kind = 'partyGroup'
        and (g.dissolved_on is null or g.dissolved_on > $3)), '{}') as groups,
      (select c.id from party_org c where c.county_id = $1 and c.path @> o.path
        and c.kind in ('countyCommittee', 'workCommittee', 'baseCommittee') order by nlevel(c.path) desc limit 1) as committee_id
     from party_org o where o.county_id = $1 and o.id = any($2::uuid[]) order by o.number for share of o`,
    [ids, today],
  )
}

/** One organisation; `place` is what the roll is read by: everything below a path, or the people of a party group. */
export async function findOrg(
  tx: CountyTx,
  orgId: string,
): Promise<{ id: string; name: string; path: string; place: RollPlace } | undefined> {
  const org = await tx
    .from('party_org', 'o')
    .select(['o.id', 'o.name', 'o.kind', sql<string>`o.path::text`.as('path')])
    .where('o.id', '=', orgId)
    .executeTakeFirst()
  return org && { ...org, place: org.kind === 'partyGroup' ? { groupId: org.id } : org.path }
}

/** Organisations whose name, pinyin or initials fit what was typed. */
export async function searchOrgs(
  tx: CountyTx,
  access: Access,
  typed: string,
  today: PlainDate,
  limit: number,
): Promise<{ id: string; name: string; kind: string }[]> {
  const part = `%${escapeLike(typed.replaceAll(' ', ''))}%`
  const start = `${escapeLike(typed.replaceAll(' ', '').toLowerCase())}%`
  return await tx
    .from('party_org', 'o')
    .select(['o.id', 'o.name', 'o.kind'])
    .where(access.within('organisation.read', { path: 'o.path' }))
    .where((eb) => eb.or([eb('o.dissolved_on', 'is', null), eb('o.dissolved_on', '>', today)]))
    .where((eb) =>
      eb.or([eb('o.name', 'like', part), eb('o.initials', 'like', start), eb('o.pinyin', 'like', start)]),
    )
    .orderBy(sql`nlevel(o.path)`)
    .orderBy('o.number')
    .limit(limit)
    .execute()
}
