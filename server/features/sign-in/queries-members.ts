import type { CountyTx } from '#platform/db.ts'

/** A member at the counter, with the account the member has. */
export type CodeReceiver = {
  readonly id: string
  readonly name: string
  readonly orgName: string
  readonly path: string
  readonly isOnRoll: boolean
  readonly countyName: string
  readonly accountId: string | null
  readonly accountName: string | null
  readonly accountState: 'active' | 'stopped' | null
}

/** Reads a member and holds the file, so that two counters at once open one account. */
export async function lockCodeReceiver(tx: CountyTx, memberId: string): Promise<CodeReceiver | undefined> {
  const lock = 'select id from member where county_id = $1 and id = $2 for no key update'
  if ((await tx.raw('code-receiver-lock', lock, [memberId])).length === 0) return undefined
  const rows = await tx.raw<CodeReceiver>(
    'code-receiver',
    `select m.id, m.name, o.name as "orgName", o.path::text as path, m.state in ('active', 'suspended') as "isOnRoll",
       c.name as "countyName", a.id as "accountId", a.account_name as "accountName", a.state as "accountState"
     from member m join county c on c.id = m.county_id
     join party_org o on o.county_id = m.county_id and o.id = m.party_org_id
     left join account a on a.county_id = m.county_id and a.member_id = m.id
     where m.county_id = $1 and m.id = $2`,
    [memberId],
  )
  return rows[0]
}
