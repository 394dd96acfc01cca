import type { NoticeKind, NoticeScope, NoticeState } from '@steward/domain/notices/notice.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import { nameOf } from '#features/organisation/queries.ts'
import type { Access } from '#platform/access.ts'
import type { CountyTx } from '#platform/db.ts'

export type NoticeHead = {
  readonly id: string
  readonly orgId: string
  readonly orgName: string
  readonly kind: NoticeKind
  readonly scope: NoticeScope
  readonly title: string
  readonly state: NoticeState
  readonly postedOn: PlainDate | null
  readonly endsOn: PlainDate | null
  readonly workingDays: number
  readonly postings: number
  readonly draftedBy: string
  readonly openObjections: number
}
export type NoticeCounts = { work: number; posted: number; past: number; all: number }

/** What somebody has to do something for, what hangs, and what is over. */
const GROUPS = {
  work: `n.state in ('drafted', 'checked', 'interrupted', 'ended')`,
  posted: `n.state = 'posted'`,
  past: `n.state in ('settled', 'dropped')`,
  all: 'true',
}

/** Notices of the caller's reach, what hangs first by its last day, then the newest. */
export async function listHeads(
  tx: CountyTx,
  access: Access,
  asked: {
    show: keyof typeof GROUPS
    orgId?: string | undefined
    offset: number
    limit: number
  },
): Promise<{ rows: NoticeHead[]; counts: NoticeCounts }> {
  const within = access.withinText('notice.draft', { path: 'o.path' }, 5)
  const from = `from notice n join party_org o on o.county_id = n.county_id and o.id = n.party_org_id
    where n.county_id = $1 and ($2::uuid is null or n.party_org_id = $2) and ${within.text}`
  const count = (group: keyof typeof GROUPS) => `'${group}', count(*) filter (where ${GROUPS[group]})`
  const text = `
    select (select json_build_object(${count('work')}, ${count('posted')}, ${count('past')}, ${count('all')}) ${from}) as counts,
      (select coalesce(json_agg(x), '[]'::json) from (
        select n.id, n.party_org_id as "orgId", o.name as "orgName", n.kind, n.scope, n.title, n.state,
          n.posted_on as "postedOn", n.ends_on as "endsOn", n.working_days as "workingDays", n.postings,
          n.drafted_by as "draftedBy", (select count(*)::int from objection j where j.county_id = n.county_id
            and j.notice_id = n.id and j.state in ('received', 'assigned')) as "openObjections"
        ${from} and ${GROUPS[asked.show]}
        order by n.state = 'posted' desc, case when n.state = 'posted' then n.ends_on end, n.drafted_at desc, n.id
        offset $3 limit $4) x) as rows`
  const [row] = await tx.raw<{ rows: NoticeHead[]; counts: NoticeCounts }>(nameOf('notices', text), text, [
    asked.orgId ?? null,
    asked.offset,
    asked.limit,
    ...within.values,
  ])
  return row ?? { rows: [], counts: { work: 0, posted: 0, past: 0, all: 0 } }
}

export type DraftPlace = { id: string; name: string; above: string; office: string; phone: string }

/** Open organisations one may draft for, from the top down, with the office that takes calls: the committee above. */
export async function listDraftPlaces(
  tx: CountyTx,
  access: Access,
  search: string,
  most: number,
): Promise<DraftPlace[]> {
  const within = access.withinText('notice.draft', { path: 'o.path' }, 4)
  const text = `select o.id, o.name, coalesce(p.name, '') as above,
      case when coalesce(p.phone, '') <> '' then p.name else o.name end as office,
      case when coalesce(p.phone, '') <> '' then p.phone else o.phone end as phone
    from party_org o left join party_org p on p.county_id = o.county_id and p.id = o.parent_id
    where o.county_id = $1 and o.dissolved_on is null and o.kind <> 'partyGroup' and ${within.text}
      and ($2 = '' or o.name ilike '%' || $2 || '%' or o.initials like lower($2) || '%' or o.pinyin like lower($2) || '%')
    order by nlevel(o.path), o.sort_no, o.number limit $3`
  const escaped = search.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)
  return await tx.raw<DraftPlace>(nameOf('notice-places', text), text, [escaped, most, ...within.values])
}

export type BoardRow = {
  readonly id: string
  readonly orgName: string
  readonly kind: NoticeKind
  readonly title: string
  readonly state: NoticeState
  readonly postedOn: PlainDate
  readonly endsOn: PlainDate | null
  readonly workingDays: number
  readonly result: string | null
  readonly isListed: boolean
}

/** Notices of organisations on the way up from where somebody belongs: those that hang, then those over since a day. */
export async function listBoardRows(
  tx: CountyTx,
  paths: readonly string[],
  memberId: string | null,
  days: { readonly today: PlainDate; readonly since: PlainDate },
): Promise<BoardRow[]> {
  return await tx.raw<BoardRow>(
    'notice-board',
    `select n.id, o.name as "orgName", n.kind, n.title, n.state, n.posted_on as "postedOn", n.ends_on as "endsOn",
       n.working_days as "workingDays", n.result, exists (select 1 from notice_row r where r.county_id = n.county_id
         and r.notice_id = n.id and r.member_id = $3::uuid) as "isListed"
     from party_org o join notice n on n.county_id = o.county_id and n.party_org_id = o.id
     where o.county_id = $1 and o.path @> any($2::ltree[]) and n.state in ('posted', 'ended', 'settled')
       and n.ends_on >= $5
     order by n.state = 'posted' and n.ends_on >= $4 desc, n.posted_on desc, n.id limit 100`,
    [paths, memberId, days.today, days.since],
  )
}

/** How many objections of a notice stand where. */
export async function countByState(
  tx: CountyTx,
  noticeId: string,
): Promise<{ open: number; upheld: number; notUpheld: number; withdrawn: number; disputedRows: number[] }> {
  const [row] = await tx.raw<{
    open: number
    upheld: number
    notUpheld: number
    withdrawn: number
    disputedRows: number[]
  }>(
    'notice-objections',
    `select (count(*) filter (where j.state in ('received', 'assigned')))::int as open,
       (count(*) filter (where j.state = 'upheld'))::int as upheld,
       (count(*) filter (where j.state = 'notUpheld'))::int as "notUpheld",
       (count(*) filter (where j.state = 'withdrawn'))::int as withdrawn,
       coalesce(array_agg(distinct j.row_no) filter (where j.state in ('received', 'assigned') and j.row_no is not null),
         '{}') as "disputedRows"
     from objection j where j.county_id = $1 and j.notice_id = $2`,
    [noticeId],
  )
  return row ?? { open: 0, upheld: 0, notUpheld: 0, withdrawn: 0, disputedRows: [] }
}

/** Notices whose term is over and that nobody has closed yet. */
export async function listOver(tx: CountyTx, today: PlainDate): Promise<string[]> {
  const rows = await tx.raw<{ id: string }>(
    'notices-over',
    `select n.id from notice n where n.county_id = $1 and n.state = 'posted' and n.ends_on < $2 order by n.ends_on, n.id`,
    [today],
  )
  return rows.map(({ id }) => id)
}
