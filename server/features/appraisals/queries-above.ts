import type { CountyTx } from '#platform/db.ts'

/** Name of the committee next above a branch: where an appeal goes on to. */
export async function findCommitteeAbove(tx: CountyTx, path: string): Promise<string | undefined> {
  const rows = await tx.raw<{ name: string }>(
    'appraisal-above',
    `select o.name from party_org o where o.county_id = $1 and o.path @> $2::ltree and o.path <> $2::ltree
       and o.kind in ('baseCommittee', 'workCommittee', 'countyCommittee') order by nlevel(o.path) desc limit 1`,
    [path],
  )
  return rows[0]?.name
}

/** Branches of the county by a part of their name, whoever asks: a member may live anywhere in it. */
export async function findBranches(
  tx: CountyTx,
  search: string,
  but: string,
): Promise<{ id: string; name: string; above: string }[]> {
  if (search === '') return []
  return await tx.raw(
    'appraisal-find-branches',
    `select o.id, o.name, coalesce(u.name, '') as above from party_org o
     left join party_org u on u.county_id = o.county_id and u.id = o.parent_id
     where o.county_id = $1 and o.kind = 'branch' and o.dissolved_on is null and o.id <> $3
       and (strpos(o.name, $2) > 0 or strpos(o.initials, lower($2)) > 0) order by o.path limit 10`,
    [search, but],
  )
}

/** Members whose own branch has placed them at this one for the year, and who stand on no line here. */
export async function listWaitingGuests(
  tx: CountyTx,
  of: { readonly id: string; readonly orgId: string; readonly year: number },
): Promise<{ memberId: string; name: string; homeOrgName: string }[]> {
  return await tx.raw(
    'appraisal-waiting-guests',
    `select m.id as "memberId", m.name, o.name as "homeOrgName" from appraisal_roll r
     join appraisal a on a.county_id = r.county_id and a.id = r.appraisal_id and a.year = $4
     join member m on m.county_id = r.county_id and m.id = r.member_id
     join party_org o on o.county_id = a.county_id and o.id = a.party_org_id
     where r.county_id = $1 and r.host_org_id = $3 and r.place = 'atHost' and not exists (select 1 from appraisal_roll h
       where h.county_id = r.county_id and h.appraisal_id = $2 and h.member_id = r.member_id) order by m.name_order, m.id`,
    [of.id, of.orgId, of.year],
  )
}
