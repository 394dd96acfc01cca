import type { MemberCategory } from '@steward/domain/members/category.ts'
import type { Education } from '@steward/domain/members/education.ts'
import { latestDayYearsBefore } from '@steward/domain/members/figures.ts'
import type { MembershipKind } from '@steward/domain/members/member.ts'
import type { MemberState } from '@steward/domain/members/member-state.ts'
import type { Lapse } from '@steward/domain/members/standing.ts'
import type { RosterTag } from '@steward/domain/members/tag.ts'
import type { Sex } from '@steward/domain/shared/identity-number.ts'
import { readPhone } from '@steward/domain/shared/phone.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import { squeezeText, tidyText } from '@steward/domain/shared/text.ts'
import type { Access } from '#platform/access.ts'
import type { CountyCrypto } from '#platform/crypto.ts'
import type { CountyTx } from '#platform/db.ts'
import type { MemberFilter } from './operations.ts'
import { IDENTITY_INDEX, PHONE_INDEX } from './queries.ts'

/** A row of the roster; `lapses` are times of stopped membership, for the years of standing. */
export type RollRow = {
  readonly id: string
  readonly name: string
  readonly org_id: string
  readonly org_name: string
  readonly category: MemberCategory
  readonly membership_kind: MembershipKind
  readonly state: MemberState
  readonly sex: Sex
  readonly born_on: PlainDate
  readonly education: Education | null
  readonly converted_on: PlainDate | null
  readonly tags: readonly RosterTag[]
  readonly phone_mask: string
  readonly lapses: readonly Lapse[]
}
export type RollSort = 'name' | 'administrative' | 'standing'

/** On whose behalf and on which day a roll is read. */
export type Reader = {
  readonly tx: CountyTx
  readonly access: Access
  readonly crypto: CountyCrypto
  readonly today: PlainDate
}

/** The members that fit, as `from … where …` on `m`; values begin at `$2`. */
export type RollScope = {
  readonly text: string
  readonly values: unknown[]
  /** Nothing but who is on the roll: an index answers in order, without a look at the rows. */
  readonly plain: boolean
}

/** The path of an organisation with all below it, or a party group, whose people belong to its branch. */
export type RollPlace = string | { readonly groupId: string }

/** What a caller may see of the roll, narrowed by a filter and to the place of the filter's organisation. */
export function scopeOf(
  reader: Reader,
  filter: MemberFilter,
  place: RollPlace | null,
  searched: 'people' | 'people and branches' = 'people and branches',
): RollScope {
  const values: unknown[] = []
  const put = (value: unknown) => `$${values.push(value) + 1}`
  const within = withinText(reader.access)
  values.push(...within.values)
  const places = within.text === 'true' ? [] : [within.text]
  if (typeof place === 'string') places.push(`o.path <@ ${put(place)}::ltree`)
  else if (place !== null) places.push(`m.party_group_id = ${put(place.groupId)}`)
  const facts = conditionsOf(filter, reader.today, put)
  if (filter.search !== '') facts.push(searchCondition(filter.search, searched, reader.crypto, put))
  const join = places.some((place) => place.includes('o.path'))
    ? ' join party_org o on o.county_id = m.county_id and o.id = m.party_org_id'
    : ''
  const text = `from member m${join} where ${['m.county_id = $1', ...places, ...facts].join(' and ')}`
  return { text, values, plain: places.length === 0 && facts.length === 1 && filter.state === 'onRoll' }
}

/** A list is read over organisations; only who holds none reads just the own row. One of both keeps the plan on an index. */
function withinText(access: Access) {
  const byOrg = access.withinText('member.read', { path: 'o.path' }, 2)
  return byOrg.text.includes('o.path') || byOrg.text === 'true'
    ? byOrg
    : access.withinText('member.read', { memberId: 'm.id' }, 2)
}

type Put = (value: unknown) => string

function conditionsOf(filter: MemberFilter, today: PlainDate, put: Put): string[] {
  const found: string[] = []
  if (filter.state === 'onRoll') found.push(`m.state in ('active', 'suspended')`)
  else if (filter.state !== 'all') found.push(`m.state = ${put(filter.state)}`)
  if (filter.categories.length > 0) found.push(`m.category = any(${put(filter.categories)}::text[])`)
  if (filter.educations.length > 0) found.push(`m.education = any(${put(filter.educations)}::text[])`)
  if (filter.kind !== null) found.push(`m.membership_kind = ${put(filter.kind)}`)
  if (filter.sex !== null) found.push(`m.sex = ${put(filter.sex)}`)
  if (filter.tags.length > 0) {
    found.push(
      `m.id in (select g.member_id from member_tag g where g.county_id = $1 and g.until_on is null and g.tag = any(${put(filter.tags)}::text[]))`,
    )
  }
  const years = (column: string, from: number | null, to: number | null) => {
    if (from !== null) found.push(`${column} <= ${put(latestDayYearsBefore(from, today))}::date`)
    if (to !== null) found.push(`${column} > ${put(latestDayYearsBefore(to + 1, today))}::date`)
  }
  years('m.born_on', filter.ageFrom, filter.ageTo)
  years('m.converted_on', filter.standingFrom, filter.standingTo)
  for (const lacking of filter.lacking) found.push(LACKING[lacking])
  return found
}

const LACKING: Readonly<Record<MemberFilter['lacking'][number], string>> = {
  phone: `m.phone_mask = ''`,
  identityNumber: `m.identity_tail = ''`,
  education: 'm.education is null',
  ethnicGroup: 'm.ethnic_group is null',
}

/** Reads what was typed: a number in full, its last four characters, pinyin or initials, or part of a name. */
function searchCondition(
  typed: string,
  searched: 'people' | 'people and branches',
  crypto: CountyCrypto,
  put: Put,
): string {
  const tight = squeezeText(typed).toUpperCase()
  if (/^\d{17}[\dX]$/.test(tight)) {
    return `m.identity_index = ${put(crypto.blindIndex(IDENTITY_INDEX, tight))}::bytea`
  }
  const phone = readPhone(typed)
  if (phone.ok) return `m.phone_index = ${put(crypto.blindIndex(PHONE_INDEX, phone.value.number))}::bytea`
  if (/^\d{3}[\dX]$/.test(tight)) {
    return `(m.identity_tail = ${put(tight)} or right(m.phone_mask, 4) = ${put(tight)})`
  }
  if (/^[A-Z'v]+$/i.test(tight)) {
    const start = put(`${tight.toLowerCase().replaceAll("'", '')}%`)
    return `(m.initials like ${start} or m.pinyin like ${start})`
  }
  const part = put(`%${escapeLike(tidyText(typed).replaceAll(' ', ''))}%`)
  if (searched === 'people') return `m.name like ${part}`
  return `(m.name like ${part} or m.party_org_id in (select s.id from party_org s where s.county_id = $1 and s.name like ${part}))`
}

/** A text as LIKE reads it letter by letter. */
export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, (sign) => `\\${sign}`)
}

const TREE = `with recursive tree as (
  select r.id, array[r.sort_no, r.number] as place from party_org r where r.county_id = $1 and r.parent_id is null
  union all
  select c.id, t.place || array[c.sort_no, c.number] from tree t join party_org c on c.county_id = $1 and c.parent_id = t.id
), ranked as (select id, row_number() over (order by place) as rank from tree)`

/** Three parts of a statement: what goes before, the total, and the ids of one page with their place. */
type Page = { readonly before: string; readonly total: string; readonly page: string }

function pageOf(scope: RollScope, sort: RollSort, limit: string, offset: string): Page {
  if (sort === 'administrative') return administrativePage(scope, limit, offset)
  const order = sort === 'standing' ? 'm.converted_on, m.name_order, m.id' : 'm.name_order, m.id'
  const cut = `order by ${order} limit ${limit} offset ${offset}`
  const numbered = (from: string) =>
    `select id, row_number() over () as place from (select m.id ${from} ${cut}) m`
  if (scope.plain) {
    return { before: '', total: `select count(*)::int as total ${scope.text}`, page: numbered(scope.text) }
  }
  return {
    before: `with hits as materialized (select m.id, m.name_order, m.converted_on ${scope.text})`,
    total: 'select count(*)::int as total from hits',
    page: numbered('from hits m'),
  }
}

/** Counts branch by branch first, so that only the branches of the window are put in order. */
function administrativePage(scope: RollScope, limit: string, offset: string): Page {
  const inWindow = scope.text.replace(
    'from member m',
    'from spans w join member m on m.county_id = $1 and m.party_org_id = w.party_org_id',
  )
  return {
    before: `${TREE}, per as (select m.party_org_id, count(*) as n ${scope.text} group by m.party_org_id),
      spans as materialized (select p.party_org_id, sum(p.n) over (order by r.rank) - p.n as start, p.n
        from per p join ranked r on r.id = p.party_org_id)`,
    total: 'select coalesce(sum(n), 0)::int as total from per',
    page: `select id, place from (select m.id,
        w.start + row_number() over (partition by m.party_org_id order by m.name_order, m.id) as place
        ${inWindow} and w.start < ${offset}::int + ${limit}::int and w.start + w.n > ${offset}::int) placed
      where place > ${offset}::int and place <= ${offset}::int + ${limit}::int`,
  }
}

/** One window of the roll with the number of all that fit. */
export async function findRoll(
  tx: CountyTx,
  scope: RollScope,
  sort: RollSort,
  window: { readonly offset: number; readonly limit: number },
): Promise<{ rows: RollRow[]; total: number }> {
  const first = scope.values.length + 2
  const { before, total, page } = pageOf(scope, sort, `$${first}`, `$${first + 1}`)
  const text = `${before}
    select t.total, m.id, m.name, o.id as org_id, o.name as org_name, m.category, m.membership_kind, m.state, m.sex,
      m.born_on, m.education, m.converted_on, m.phone_mask,
      coalesce((select array_agg(g.tag order by g.tag) from member_tag g
        where g.county_id = $1 and g.member_id = m.id and g.until_on is null), '{}') as tags,
      ${LAPSES} as lapses
    from (${total}) t
    left join (${page}) h on true
    left join member m on m.county_id = $1 and m.id = h.id
    left join party_org o on o.county_id = $1 and o.id = m.party_org_id
    order by h.place`
  // NOTE: without a name, so that every filter gets a plan of its own.
  const rows = await tx.raw<RollRow & { total: number }>('', text, [
    ...scope.values,
    window.limit,
    window.offset,
  ])
  return { rows: rows.filter((row) => row.id !== null), total: rows[0]?.total ?? 0 }
}

/** Times of stopped membership of `m` as JSON. */
export const LAPSES = `coalesce((select json_agg(json_build_object('fromOn', s.begins_on, 'untilOn',
    (select min(e.begins_on) from member_state_change e where e.county_id = s.county_id and e.member_id = s.member_id
      and e.from_state = 'suspended' and (e.begins_on, e.id) > (s.begins_on, s.id))) order by s.begins_on)
  from member_state_change s where s.county_id = $1 and s.member_id = m.id and s.to_state = 'suspended'), '[]'::json)`
