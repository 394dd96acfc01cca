import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import type { Database } from '#db/schema.ts'
import type { CountyTx } from '#platform/db.ts'
import type { Selectable } from 'kysely'
import type { Entry } from './queries.ts'

/** Columns of `member` an import may set, with their SQL types. */
const COLUMNS = {
  party_org_id: 'uuid',
  party_group_id: 'uuid',
  name: 'text',
  name_order: 'text',
  initials: 'text',
  pinyin: 'text',
  sex: 'text',
  born_on: 'date',
  ethnic_group: 'text',
  education: 'text',
  membership_kind: 'text',
  category: 'text',
  admitted_on: 'date',
  converted_on: 'date',
  early_conversion: 'text',
  post: 'text',
  workplace: 'text',
  identity_sealed: 'bytea',
  identity_index: 'bytea',
  identity_tail: 'text',
  phone_sealed: 'bytea',
  phone_index: 'bytea',
  phone_mask: 'text',
  address_sealed: 'bytea',
} as const satisfies Partial<Record<keyof Database['member'], string>>
export type WritableFacts = Pick<Selectable<Database['member']>, keyof typeof COLUMNS>

const NAMES = Object.keys(COLUMNS) as (keyof WritableFacts)[]
const LIST = NAMES.join(', ')

export type LockedMember = WritableFacts & {
  readonly id: string
  readonly revision: number
  readonly path: string
}

/** Files by id, locked in one order so that two writings never wait for each other. */
export async function lockMembers(tx: CountyTx, ids: readonly string[]): Promise<Map<string, LockedMember>> {
  const rows = await tx.raw<LockedMember>(
    'roster-members-lock',
    `select m.id, m.revision, o.path::text as path, ${NAMES.map((name) => `m.${name}`).join(', ')}
     from member m join party_org o on o.county_id = m.county_id and o.id = m.party_org_id
     where m.county_id = $1 and m.id = any($2::uuid[]) order by m.id for update of m`,
    [ids],
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** Sets all facts of locked files at once and counts their revisions up. */
export async function replaceMembers(
  tx: CountyTx,
  rows: readonly { readonly id: string; readonly facts: WritableFacts }[],
): Promise<void> {
  if (rows.length === 0) return
  const arrays = NAMES.map((name, index) => `$${index + 3}::${COLUMNS[name]}[]`)
  await tx.raw(
    'roster-members-replace',
    `update member m set ${NAMES.map((name) => `${name} = t.${name}`).join(', ')}, revision = m.revision + 1
     from unnest($2::uuid[], ${arrays.join(', ')}) as t (id, ${LIST})
     where m.county_id = $1 and m.id = t.id`,
    [rows.map(({ id }) => id), ...NAMES.map((name) => rows.map(({ facts }) => facts[name]))],
  )
}

/** Identity numbers (by blind index) that have a file by now. */
export async function listTaken(tx: CountyTx, indexes: readonly Buffer[]): Promise<Set<string>> {
  const rows = await tx.raw<{ identity_index: Buffer }>(
    'roster-taken',
    'select identity_index from member where county_id = $1 and identity_index = any($2::bytea[])',
    [indexes],
  )
  return new Set(rows.map((row) => row.identity_index.toString('base64')))
}

/** Adds a category to many histories; answers with the ids, to take them back. */
export async function insertCategories(
  tx: CountyTx,
  rows: readonly { readonly memberId: string; readonly category: string }[],
  fromOn: PlainDate,
  entry: Entry,
): Promise<string[]> {
  if (rows.length === 0) return []
  const ids = rows.map(() => entry.newId())
  await tx.raw(
    'roster-categories-insert',
    `insert into member_category (county_id, id, member_id, category, from_on, reason, recorded_by, recorded_at)
     select $1, id, member_id, category, $5, $6, $7, $8 from unnest($2::uuid[], $3::uuid[], $4::text[]) as t (id, member_id, category)`,
    [
      ids,
      rows.map((row) => row.memberId),
      rows.map((row) => row.category),
      fromOn,
      entry.reason,
      entry.by,
      entry.at,
    ],
  )
  return ids
}

export type OpenAffiliation = {
  readonly id: string
  readonly member_id: string
  readonly party_org_id: string
  readonly party_group_id: string | null
  readonly from_on: PlainDate
}

export async function listOpenAffiliations(
  tx: CountyTx,
  memberIds: readonly string[],
): Promise<Map<string, OpenAffiliation>> {
  if (memberIds.length === 0) return new Map()
  const rows = await tx.raw<OpenAffiliation>(
    'roster-affiliations',
    `select id, member_id, party_org_id, party_group_id, from_on from member_affiliation
     where county_id = $1 and member_id = any($2::uuid[]) and until_on is null`,
    [memberIds],
  )
  return new Map(rows.map((row) => [row.member_id, row]))
}

type Place = { readonly orgId: string; readonly groupId: string | null }

/** Changes where open affiliations lead, without a trace of the day: for those that began that very day, and for undoing. */
export async function redirectAffiliations(
  tx: CountyTx,
  rows: readonly (Place & { readonly id: string })[],
): Promise<void> {
  if (rows.length === 0) return
  await tx.raw(
    'roster-affiliations-redirect',
    `update member_affiliation a set party_org_id = t.org_id, party_group_id = t.group_id
     from unnest($2::uuid[], $3::uuid[], $4::uuid[]) as t (id, org_id, group_id) where a.county_id = $1 and a.id = t.id`,
    [rows.map(({ id }) => id), rows.map(({ orgId }) => orgId), rows.map(({ groupId }) => groupId)],
  )
}

/** Ends open affiliations on a day and opens the next ones; answers with the new ids. */
export async function replaceAffiliations(
  tx: CountyTx,
  rows: readonly (Place & { readonly id: string; readonly memberId: string })[],
  on: PlainDate,
  entry: Entry,
): Promise<string[]> {
  if (rows.length === 0) return []
  const ids = rows.map(() => entry.newId())
  await tx.raw(
    'roster-affiliations-end',
    'update member_affiliation set until_on = $3 where county_id = $1 and id = any($2::uuid[])',
    [rows.map(({ id }) => id), on],
  )
  await tx.raw(
    'roster-affiliations-open',
    `insert into member_affiliation (county_id, id, member_id, party_org_id, party_group_id, from_on, reason, recorded_by, recorded_at)
     select $1, id, member_id, org_id, group_id, $6, $7, $8, $9
     from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[]) as t (id, member_id, org_id, group_id)`,
    [
      ids,
      rows.map(({ memberId }) => memberId),
      rows.map(({ orgId }) => orgId),
      rows.map(({ groupId }) => groupId),
      on,
      entry.reason,
      entry.by,
      entry.at,
    ],
  )
  return ids
}

/** Takes ended affiliations up again after those that followed them are gone. */
export async function reopenAffiliations(
  tx: CountyTx,
  rows: readonly { readonly endedId: string; readonly openedId: string }[],
): Promise<void> {
  if (rows.length === 0) return
  await tx.raw(
    'roster-affiliations-remove',
    'delete from member_affiliation where county_id = $1 and id = any($2::uuid[])',
    [rows.map(({ openedId }) => openedId)],
  )
  await tx.raw(
    'roster-affiliations-reopen',
    'update member_affiliation set until_on = null where county_id = $1 and id = any($2::uuid[])',
    [rows.map(({ endedId }) => endedId)],
  )
}

export async function removeCategories(tx: CountyTx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx.raw(
    'roster-categories-remove',
    'delete from member_category where county_id = $1 and id = any($2::uuid[])',
    [ids],
  )
}

/** Files an import opened, with what it opened beside them. */
export async function removeOpenedFiles(tx: CountyTx, memberIds: readonly string[]): Promise<void> {
  for (const table of ['member_affiliation', 'member_category']) {
    await tx.raw(
      `roster-remove-${table}`,
      `delete from ${table} where county_id = $1 and member_id = any($2::uuid[])`,
      [memberIds],
    )
  }
  await tx.raw('roster-remove-member', 'delete from member where county_id = $1 and id = any($2::uuid[])', [
    memberIds,
  ])
}

/** Members something else already rests on: any table that points to a file, but for what an import opens itself. */
export async function listReferenced(tx: CountyTx, memberIds: readonly string[]): Promise<string[]> {
  const keys = await tx.raw<{ source: string; name: string }>(
    'roster-references',
    `select c.conrelid::regclass::text as source, quote_ident(a.attname) as name
     from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[2]
     where c.contype = 'f' and c.confrelid = 'member'::regclass and $1::uuid is not null /* county_id */
       and c.conrelid::regclass::text not in ('member_affiliation', 'member_category')
     order by 1, 2`,
    [],
  )
  if (keys.length === 0) return []
  const parts = keys.map(
    ({ source, name }) =>
      `select ${name} as id from ${source} where county_id = $1 and ${name} = any($2::uuid[])`,
  )
  const rows = await tx.raw<{ id: string }>('', `${parts.join(' union ')} limit 1000`, [memberIds])
  return rows.map(({ id }) => id)
}

/** Lets the database count the member tables anew, so that checks of thousands of foreign keys use the right index. */
export async function countAnew(tx: CountyTx): Promise<void> {
  await tx.raw(
    'roster-analyze',
    'select steward_analyze_members() where $1::uuid is not null /* county_id */',
    [],
  )
}
