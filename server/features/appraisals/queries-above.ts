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
