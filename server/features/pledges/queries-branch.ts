import type { OrgField } from '@steward/domain/organisation/party-org.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import type { Context } from '#platform/context.ts'
import type { CountyTx } from '#platform/db.ts'
import { nameOf } from '#features/organisation/queries.ts'

/** The county's document of pledges that counts on a day, as a column. */
const SETTING = `(select json_build_object('versionNo', s.version_no, 'value', s.value) from setting s
  where s.county_id = $1 and s.area = 'pledges' and s.from_on <= $3 order by s.version_no desc limit 1)`

export type KeptSetting = { readonly versionNo: number; readonly value: unknown } | null

export type PledgePlace = {
  readonly id: string
  readonly name: string
  readonly path: string
  readonly field: OrgField
  readonly phone: string
  readonly setting: KeptSetting
  readonly pageCode: string | null
  readonly countyCode: string
  readonly countyName: string
}

const PLACE = `o.id, o.name, o.path::text as path, o.field, o.phone, ${SETTING} as setting,
  (select g.code from pledge_page g where g.county_id = o.county_id and g.party_org_id = o.id) as "pageCode",
  k.code as "countyCode", k.name as "countyName"
  from party_org o join county k on k.id = o.county_id`

/** An organisation with the county's settings of pledges and its public page. */
export async function findPlace(
  tx: CountyTx,
  orgId: string,
  today: PlainDate,
): Promise<PledgePlace | undefined> {
  const text = `select ${PLACE} where o.county_id = $1 and o.id = $2`
  return (await tx.raw<PledgePlace>('pledge-place', text, [orgId, today]))[0]
}

/** The same by the code of its page. */
export async function findPlaceByCode(
  tx: CountyTx,
  code: string,
  today: PlainDate,
): Promise<PledgePlace | undefined> {
  const text = `select ${PLACE} join pledge_page x on x.county_id = o.county_id and x.party_org_id = o.id
    where o.county_id = $1 and x.code = $2`
  return (await tx.raw<PledgePlace>('pledge-place-by-code', text, [code, today]))[0]
}

export type PlaceOfMember = PledgePlace & {
  readonly memberName: string
  readonly isOnRoll: boolean
  readonly optional: boolean
}

// Elderly and frail members pledge only if they wish; who is frail is no fact of the roster, so age decides.
const OPTIONAL = (day: string) => `m.born_on <= (${day}::date - interval '70 years')::date`

/** The branch of a member, whether the member pledges only by wish, and the settings. */
export async function findPlaceOfMember(
  tx: CountyTx,
  memberId: string,
  today: PlainDate,
): Promise<PlaceOfMember | undefined> {
  const text = `select m.name as "memberName", m.state in ('active', 'suspended') as "isOnRoll", ${OPTIONAL('$3')} as optional, ${PLACE}
    join member m on m.county_id = o.county_id and m.party_org_id = o.id where m.county_id = $1 and m.id = $2`
  return (await tx.raw<PlaceOfMember>('pledge-place-of', text, [memberId, today]))[0]
}

export type BranchMember = {
  readonly id: string
  readonly name: string
  readonly leadingCadre: boolean
  readonly optional: boolean
  readonly hasAccount: boolean
}

/** Members on the roll of a branch, in its order. */
export async function listBranchMembers(
  tx: CountyTx,
  orgId: string,
  today: PlainDate,
): Promise<BranchMember[]> {
  return await tx.raw<BranchMember>(
    'pledge-branch-members',
    `select m.id, m.name, ${OPTIONAL('$3')} as optional,
       exists (select 1 from account a where a.county_id = m.county_id and a.member_id = m.id and a.state = 'active') as "hasAccount",
       exists (select 1 from member_tag t where t.county_id = m.county_id and t.member_id = m.id and t.tag = 'leadingCadreMember'
         and t.from_on <= $3 and (t.until_on is null or t.until_on > $3)) as "leadingCadre"
     from member m where m.county_id = $1 and m.party_org_id = $2 and m.state in ('active', 'suspended')
     order by m.name_order, m.id`,
    [orgId, today],
  )
}

/** Members one may write a pledge down for, with what they have handed in. */
export async function listWhom(
  tx: CountyTx,
  orgId: string,
  asked: { readonly year: number; readonly but: string | null },
): Promise<{ id: string; name: string; pledges: number }[]> {
  return await tx.raw(
    'pledge-whom',
    `select m.id, m.name, (select count(*)::int from pledge p where p.county_id = m.county_id and p.member_id = m.id
       and p.year = $3 and p.state not in ('drafted', 'withdrawn')) as pledges
     from member m where m.county_id = $1 and m.party_org_id = $2 and m.state in ('active', 'suspended')
       and m.id is distinct from $4::uuid order by m.name_order, m.id`,
    [orgId, asked.year, asked.but],
  )
}

/** Who said for a branch that it read the rules of a version (S-180). */
export async function findRulesRead(
  tx: CountyTx,
  orgId: string,
  versionNo: number,
): Promise<{ by: string; on: PlainDate } | undefined> {
  const [row] = await tx.raw<{ by: string; on: PlainDate }>(
    'pledge-rules-read',
    `select read_by as by, (read_at at time zone 'Asia/Shanghai')::date as on from pledge_rules_read
     where county_id = $1 and party_org_id = $2 and setting_version_no = $3`,
    [orgId, versionNo],
  )
  return row
}

export async function insertRulesRead(
  { tx, actor, now }: Context,
  orgId: string,
  versionNo: number,
): Promise<void> {
  await tx
    .insert('pledge_rules_read', {
      party_org_id: orgId,
      setting_version_no: versionNo,
      read_by: actor.name,
      read_by_account_id: actor.accountId,
      read_at: now,
    })
    .onConflict((on) => on.columns(['county_id', 'party_org_id', 'setting_version_no']).doNothing())
    .execute()
}

export type BelowRow = {
  readonly id: string
  readonly name: string
  readonly above: string
  readonly members: number
  readonly handedIn: number
  readonly waiting: number
  readonly returned: number
  readonly accepted: number
  readonly published: number
  readonly late: number
  readonly orgPledges: number
  readonly firstPublishedOn: PlainDate | null
  readonly rulesRead: boolean
}
type BelowCounts = {
  branches: number
  published: number
  unpublished: number
  late: number
  rulesUnread: number
}

const SHOWN = {
  all: 'true',
  unpublished: 'f.published = 0',
  late: 'f.late > 0',
  'rules-unread': 'not f."rulesRead"',
} as const

/** Branches at and below an organisation with their pledges of a year; counts are of all of them. */
export async function listBelow(
  tx: CountyTx,
  asked: {
    readonly path: string
    readonly year: number
    readonly versionNo: number
    readonly show: keyof typeof SHOWN
    readonly offset: number
    readonly limit: number
  },
): Promise<{ rows: BelowRow[]; total: number; counts: BelowCounts }> {
  const text = `
    with branches as (
      select o.id, o.name, o.path, o.parent_id from party_org o
      where o.county_id = $1 and o.path <@ $2::ltree and o.kind = 'branch' and o.dissolved_on is null),
    placed as (
      select coalesce(m.party_org_id, p.party_org_id) as org_id, p.member_id, p.state, p.late, p.published_on,
        exists (select 1 from pledge_return r where r.county_id = p.county_id and r.pledge_id = p.id) as returned
      from pledge p left join member m on m.county_id = p.county_id and m.id = p.member_id
      where p.county_id = $1 and p.year = $3 and p.state not in ('drafted', 'withdrawn')),
    found as (
      select b.id, b.name, b.path, b.parent_id,
        (select count(*)::int from member m where m.county_id = $1 and m.party_org_id = b.id
          and m.state in ('active', 'suspended')) as members,
        count(distinct l.member_id)::int as "handedIn",
        (count(*) filter (where l.state in ('submitted', 'toTalk')))::int as waiting,
        (count(*) filter (where l.returned))::int as returned,
        (count(*) filter (where l.state = 'accepted'))::int as accepted,
        (count(*) filter (where l.published_on is not null))::int as published,
        (count(*) filter (where l.late))::int as late,
        (count(*) filter (where l.org_id is not null and l.member_id is null))::int as "orgPledges",
        min(l.published_on) as "firstPublishedOn",
        exists (select 1 from pledge_rules_read x where x.county_id = $1 and x.party_org_id = b.id
          and x.setting_version_no = $4) as "rulesRead"
      from branches b left join placed l on l.org_id = b.id group by b.id, b.name, b.path, b.parent_id)
    select (select json_build_object('branches', count(*), 'published', count(*) filter (where f.published > 0),
        'unpublished', count(*) filter (where f.published = 0), 'late', count(*) filter (where f.late > 0),
        'rulesUnread', count(*) filter (where not f."rulesRead")) from found f) as counts,
      (select count(*)::int from found f where ${SHOWN[asked.show]}) as total,
      (select coalesce(json_agg(x), '[]'::json) from (
        select f.id, f.name, coalesce(u.name, '') as above, f.members, f."handedIn", f.waiting, f.returned, f.accepted,
          f.published, f.late, f."orgPledges", f."firstPublishedOn", f."rulesRead"
        from found f left join party_org u on u.county_id = $1 and u.id = f.parent_id
        where ${SHOWN[asked.show]} order by f.path limit $6 offset $5) x) as rows`
  const [row] = await tx.raw<{ rows: BelowRow[]; total: number; counts: BelowCounts }>(
    nameOf('pledge-below', text),
    text,
    [asked.path, asked.year, asked.versionNo, asked.offset, asked.limit],
  )
  const none = { branches: 0, published: 0, unpublished: 0, late: 0, rulesUnread: 0 }
  return row ?? { rows: [], total: 0, counts: none }
}

/** Years in which an organisation has published, newest first. */
export async function listPublishedYears(tx: CountyTx, orgId: string): Promise<number[]> {
  const rows = await tx.raw<{ year: number }>(
    'pledge-published-years',
    `select distinct p.year from pledge p left join member m on m.county_id = p.county_id and m.id = p.member_id
     where p.county_id = $1 and p.published_on is not null and coalesce(m.party_org_id, p.party_org_id) = $2
     order by p.year desc limit 10`,
    [orgId],
  )
  return rows.map(({ year }) => year)
}
