import { rolesHolding } from '@steward/domain/access/roles.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import type { CountyTx } from '#platform/db.ts'
import { PLEDGE_DONE } from './queries-row.ts'

/** The account of a member, where there is one that works. */
export async function findAccountOf(tx: CountyTx, memberId: string): Promise<string | undefined> {
  const row = await tx
    .from('account')
    .select('id')
    .where('member_id', '=', memberId)
    .where('state', '=', 'active')
    .executeTakeFirst()
  return row?.id
}

/** Accounts that read pledges from the nearest organisation above or at a path that has any, the caller's own left out. */
export async function listReadersAbove(
  tx: CountyTx,
  path: string,
  but: string | null,
  today: PlainDate,
): Promise<string[]> {
  const rows = await tx.raw<{ id: string }>(
    'pledge-readers-above',
    `with found as (select a.id, nlevel(o.path) as depth from role_grant g
       join party_org o on o.county_id = g.county_id and o.id = g.party_org_id
       join account a on a.county_id = g.county_id and a.id = g.account_id and a.state = 'active'
       where g.county_id = $1 and g.revoked_at is null and g.from_on <= $4 and (g.until_on is null or g.until_on >= $4)
         and g.role = any($5::text[]) and o.path @> $2::ltree and a.id is distinct from $3::uuid)
     select distinct id from found where depth = (select max(depth) from found) limit 10`,
    [path, but, today, rolesHolding('pledge.review-above')],
  )
  return rows.map(({ id }) => id)
}

/** A pledge that is read from above: of an organisation, or of a member who reads in the branch. `$roles` are the roles that read. */
export const readFromAbove = (
  roles: string,
): string => `(p.member_id is null or exists (select 1 from account a
  join role_grant g on g.county_id = a.county_id and g.account_id = a.id and g.revoked_at is null
  where a.county_id = p.county_id and a.member_id = p.member_id and g.role = any(${roles}::text[])
    and g.party_org_id = coalesce(m.party_org_id, p.party_org_id)))`

type Waiting = { readonly ofMembers: number; readonly above: number; readonly aboveKeys: string[] }

/** Pledges of an organisation that wait, those among them that are read from above, and the keys of what asks for that. */
export async function countWaitingPledges(tx: CountyTx, orgId: string): Promise<Waiting> {
  const [row] = await tx.raw<Waiting>(
    'pledges-waiting-at',
    `select (count(*) filter (where p.member_id is not null))::int as "ofMembers",
       (count(*) filter (where ${readFromAbove('$3')}))::int as above,
       array(select t.key from thing_to_do t where t.county_id = $1 and t.party_org_id = $2 and t.done_at is null
         and t.kind = 'pledge.to-read-above') as "aboveKeys"
     from pledge p left join member m on m.county_id = p.county_id and m.id = p.member_id
     where p.county_id = $1 and p.state in ('submitted', 'toTalk') and coalesce(m.party_org_id, p.party_org_id) = $2`,
    [orgId, rolesHolding('pledge.review')],
  )
  return row ?? { ofMembers: 0, above: 0, aboveKeys: [] }
}

export type ToRemind = {
  readonly accountId: string
  readonly memberId: string
  readonly orgId: string
  readonly orgName: string
}

/** Accounts of members who have handed nothing in for a year, the elderly left out (R-226, S-186). */
export async function listWithoutPledge(tx: CountyTx, year: number, today: PlainDate): Promise<ToRemind[]> {
  return await tx.raw<ToRemind>(
    'pledge-without',
    `select a.id as "accountId", m.id as "memberId", o.id as "orgId", o.name as "orgName" from account a
     join member m on m.county_id = a.county_id and m.id = a.member_id and m.state = 'active'
     join party_org o on o.county_id = m.county_id and o.id = m.party_org_id
     where a.county_id = $1 and a.state = 'active' and m.born_on > ($3::date - interval '70 years')::date
       and not exists (select 1 from pledge p where p.county_id = m.county_id and p.member_id = m.id and p.year = $2
         and p.state not in ('drafted', 'withdrawn'))
     order by a.id`,
    [year, today],
  )
}

/** Published pledges due within days of which not all is done, with the member's account. */
export async function listDueSoon(
  tx: CountyTx,
  today: PlainDate,
  until: PlainDate,
): Promise<(ToRemind & { readonly pledgeId: string; readonly text: string; readonly dueOn: PlainDate })[]> {
  return await tx.raw(
    'pledge-due-soon',
    `select a.id as "accountId", m.id as "memberId", o.id as "orgId", o.name as "orgName", p.id as "pledgeId",
       left(p.text, 40) as text, p.due_on as "dueOn" from pledge p
     join member m on m.county_id = p.county_id and m.id = p.member_id and m.state = 'active'
     join account a on a.county_id = m.county_id and a.member_id = m.id and a.state = 'active'
     join party_org o on o.county_id = m.county_id and o.id = m.party_org_id
     where p.county_id = $1 and p.state = 'published' and p.due_on between $2 and $3
       and ${PLEDGE_DONE} < p.quantity_hundredths order by p.id`,
    [today, until],
  )
}
