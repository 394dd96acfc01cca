import type { ClaimRoute } from '@steward/domain/claims/claim.ts'
import type { PlainDate, PlainMonth } from '@steward/domain/shared/plain-date.ts'
import { nameOf } from '#features/organisation/queries.ts'
import type { Access } from '#platform/access.ts'
import type { CountyTx } from '#platform/db.ts'
import { CLAIM_COLUMNS, CLAIM_FROM, type ClaimRow } from './queries-claim.ts'
import { reviewPermissions } from './queries-reviewer.ts'

export type QueueFilter = {
  readonly orgId: string | null
  readonly show: 'mine' | 'all' | 'decided'
  readonly month: string | null
  readonly route: ClaimRoute | null
  /** Codes of the items of a category; null for all. */
  readonly itemCodes: readonly string[] | null
  readonly memberId: string | null
  readonly search: string
  readonly offset: number
  readonly limit: number
}
export type QueueCounts = {
  readonly mine: number
  readonly all: number
  readonly overdue: number
  readonly total: number
  readonly months: readonly { month: PlainMonth; count: number }[]
}

const ROUTE = `case when c.host_branch <> '' then 'hostBranch' when c.entry_by = 'member' then 'phone'
  when c.entry_by = 'helper' then 'helper' else 'paper' end`
const DECIDED = `c.state in ('approved', 'adjusted', 'returned', 'refused') and c.decided_on > $9::date - 31`

/** Placeholders: 2 org, 3 month, 4 route, 5 items, 6 member, 7 search, 8 own account's member, 9 today, 10 limit, 11 offset. */
const FILTER = `($2::uuid is null or o.path <@ (select b.path from party_org b where b.county_id = $1 and b.id = $2))
  and ($4::text is null or ${ROUTE} = $4) and ($5::text[] is null or c.item_code = any($5))
  and ($6::uuid is null or c.member_id = $6)
  and ($7 = '' or m.name like '%' || $7 || '%' or m.initials like lower($7) || '%' or c.said like '%' || $7 || '%')`
const IN_MONTH = `($3::text is null or c.deed_on between ($3 || '-01')::date and (($3 || '-01')::date + interval '1 month - 1 day')::date)`

/** Claims waiting, the longest first, with how many there are; `mine` are those at a level the caller decides. */
export async function listQueue(
  tx: CountyTx,
  access: Access,
  filter: QueueFilter,
  at: { readonly today: PlainDate; readonly memberId: string | null },
): Promise<{ rows: ClaimRow[]; counts: QueueCounts }> {
  const values: unknown[] = [
    filter.orgId,
    filter.month,
    filter.route,
    filter.itemCodes,
    filter.memberId,
    filter.search,
    at.memberId,
    at.today,
    filter.limit,
    filter.offset,
  ]
  const within = (permission: Parameters<Access['withinText']>[0]) => {
    const made = access.withinText(permission, { path: 'o.path' }, values.length + 2)
    values.push(...made.values)
    return made.text
  }
  const seen = within('claim.read')
  const withoutLevels = values.length
  // One's own deed is decided by somebody else.
  const mine = `(c.member_id is distinct from $8::uuid and (${Object.entries(reviewPermissions)
    .map(([level, permission]) => `c.level = '${level}' and ${within(permission)}`)
    .join(' or ')}))`
  const shown = { mine: `c.state = 'submitted' and ${mine}`, all: `c.state = 'submitted'`, decided: DECIDED }
  const order =
    filter.show === 'decided' ? 'c.decided_at desc, c.id' : 'c.level_since_on, c.submitted_at, c.id'
  const base = `where c.county_id = $1 and ${seen} and ${FILTER}`
  const used = `$8::uuid is not distinct from $8 and $9::date is not null and $10::int > 0 and $11::int >= 0`
  const text = `select ${CLAIM_COLUMNS} ${CLAIM_FROM} ${base} and ${IN_MONTH} and ${shown[filter.show]} and ${used}
    order by ${order} limit $10 offset $11`
  const countText = `with found as (
      select to_char(c.deed_on, 'YYYY-MM') as month, c.state = 'submitted' as open, ${mine} as mine,
        c.decide_by_on < $9 as over, ${shown[filter.show]} as shown, ${IN_MONTH} as in_month
      from claim c join member m on m.county_id = c.county_id and m.id = c.member_id
      join party_org o on o.county_id = c.county_id and o.id = c.party_org_id
      ${base} and (c.state = 'submitted' or ${filter.show === 'decided' ? DECIDED : 'false'}) and ${used})
    select count(*) filter (where open and mine)::int as mine, count(*) filter (where open)::int as all,
      count(*) filter (where open and mine and over)::int as overdue, count(*) filter (where shown and in_month)::int as total,
      (select coalesce(json_agg(x), '[]'::json) from (select month, count(*)::int as count from found where shown
        group by month order by month) x) as months
    from found`
  const [rows, counts] = await Promise.all([
    tx.raw<ClaimRow>(
      nameOf('claim-queue', text),
      text,
      filter.show === 'mine' ? values : values.slice(0, withoutLevels),
    ),
    tx.raw<QueueCounts>(nameOf('claim-queue-count', countText), countText, values),
  ])
  return { rows, counts: counts[0] ?? { mine: 0, all: 0, overdue: 0, total: 0, months: [] } }
}

/** Those among some claims that look like a deed told twice: same member and item within a day (a hint). */
export async function findDoubles(tx: CountyTx, claimIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (claimIds.length === 0) return new Set()
  const rows = await tx.raw<{ id: string }>(
    'claim-doubles',
    `select c.id from claim c where c.county_id = $1 and c.id = any($2::uuid[]) and exists (select 1 from claim d
       where d.county_id = $1 and d.member_id = c.member_id and d.deed_on between c.deed_on - 1 and c.deed_on + 1
         and d.item_code = c.item_code and d.id <> c.id and d.state not in ('withdrawn', 'refused'))`,
    [claimIds],
  )
  return new Set(rows.map(({ id }) => id))
}

/** Undecided claims whose days at their level are over, held; one that somebody decides just now is left for the next day. */
export async function lockOverdue(tx: CountyTx, today: PlainDate, most: number): Promise<ClaimRow[]> {
  return await tx.raw<ClaimRow>(
    'claims-overdue',
    `select ${CLAIM_COLUMNS} ${CLAIM_FROM} where c.county_id = $1 and c.state = 'submitted'
       and c.level in ('branch', 'baseCommittee') and c.decide_by_on < $2
     order by c.decide_by_on, c.id limit $3 for no key update of c skip locked`,
    [today, most],
  )
}
