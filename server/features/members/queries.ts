import type { MemberCategory } from '@steward/domain/members/category.ts'
import type { Education } from '@steward/domain/members/education.ts'
import type { RosterTag } from '@steward/domain/members/tag.ts'
import { maskPhone } from '@steward/domain/shared/phone.ts'
import type { Sex } from '@steward/domain/shared/identity-number.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import type { CountyCrypto } from '#platform/crypto.ts'
import type { CountyTx } from '#platform/db.ts'
import { pinyinOfPerson } from '#platform/pinyin.ts'

/** What of a person is kept encrypted, as columns of `member`. */
export type SealedPerson = {
  readonly identity_sealed: Buffer | null
  readonly identity_index: Buffer | null
  readonly identity_tail: string
  readonly phone_sealed: Buffer | null
  readonly phone_index: Buffer | null
  readonly phone_mask: string
  readonly address_sealed: Buffer | null
}

/** A file without numbers and address. */
export const NOTHING_SEALED: SealedPerson = {
  identity_sealed: null,
  identity_index: null,
  identity_tail: '',
  phone_sealed: null,
  phone_index: null,
  phone_mask: '',
  address_sealed: null,
}

/** Fields of blind indexes. */
export const IDENTITY_INDEX = 'member.identity'
export const PHONE_INDEX = 'member.phone'

export function sealIdentity(crypto: CountyCrypto, number: string | null) {
  return {
    identity_sealed: number ? crypto.seal(number) : null,
    identity_index: number ? crypto.blindIndex(IDENTITY_INDEX, number) : null,
    identity_tail: number ? number.slice(-4) : '',
  }
}

export function sealPhone(crypto: CountyCrypto, number: string | null) {
  return {
    phone_sealed: number ? crypto.seal(number) : null,
    phone_index: number ? crypto.blindIndex(PHONE_INDEX, number) : null,
    phone_mask: number ? maskPhone(number) : '',
  }
}

export function sealAddress(crypto: CountyCrypto, address: string | null) {
  return { address_sealed: address ? crypto.seal(address) : null }
}

/** Encrypts what is kept encrypted; numbers come as read by `readIdentityNumber` and `readPhone`. */
export function sealPerson(
  crypto: CountyCrypto,
  person: {
    readonly identityNumber: string | null
    readonly phone: string | null
    readonly address: string | null
  },
): SealedPerson {
  return {
    ...sealIdentity(crypto, person.identityNumber),
    ...sealPhone(crypto, person.phone),
    ...sealAddress(crypto, person.address),
  }
}

/** A file to be opened; everything is checked by the caller. */
export type NewMember = {
  readonly id: string
  readonly orgId: string
  readonly groupId?: string | null
  readonly name: string
  readonly sex: Sex
  readonly bornOn: PlainDate
  readonly ethnicGroup: string | null
  readonly education: Education | null
  readonly category: MemberCategory
  readonly admittedOn: PlainDate
  readonly convertedOn: PlainDate | null
  readonly extensionMonths?: number
  /** Why conversion came before a year of probation had passed. */
  readonly earlyConversion?: string
  readonly post?: string
  readonly workplace?: string
  readonly sealed: SealedPerson
  /** Since when the member belongs to the branch; the day of admission unless said. */
  readonly joinedOn?: PlainDate
  readonly tags?: readonly { readonly tag: RosterTag; readonly fromOn: PlainDate }[]
}

/** Who enters rows, when and why. */
export type Entry = {
  readonly source: 'form' | 'import' | 'correction' | 'system-of-record'
  readonly by: string
  readonly accountId: string | null
  readonly at: Date
  readonly reason: string
  readonly batchId?: string | null
  newId(): string
}

const ROWS_A_STATEMENT = 2000

/**
 * Opens files by the thousand, each with its category and affiliation. The door for import and demo; access, rules
 * and doubles are the caller's business.
 */
export async function insertMembers(tx: CountyTx, rows: readonly NewMember[], entry: Entry): Promise<void> {
  for (let start = 0; start < rows.length; start += ROWS_A_STATEMENT) {
    const part = rows.slice(start, start + ROWS_A_STATEMENT)
    await insertPeople(tx, part, entry)
    await insertFirstAffiliations(tx, part, entry)
    await insertFirstCategories(tx, part, entry)
    await insertFirstTags(tx, part, entry)
  }
}

const PEOPLE = `
insert into member (county_id, id, party_org_id, party_group_id, name, name_order, initials, pinyin, sex, born_on,
  ethnic_group, education, membership_kind, category, admitted_on, converted_on, extension_months, early_conversion,
  post, workplace, state, state_from_on, identity_sealed, identity_index, identity_tail, phone_sealed, phone_index,
  phone_mask, address_sealed, source, created_by, created_at)
select $1, id, party_org_id, party_group_id, name, name_order, initials, pinyin, sex, born_on, ethnic_group, education,
  case when converted_on is null then 'probationary' else 'full' end, category, admitted_on, converted_on,
  extension_months, early_conversion, post, workplace, 'active', admitted_on, identity_sealed, identity_index,
  identity_tail, phone_sealed, phone_index, phone_mask, address_sealed, $26, $27, $28
from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::date[],
  $11::text[], $12::text[], $13::text[], $14::date[], $15::date[], $16::integer[], $17::text[], $18::text[], $19::text[],
  $20::bytea[], $21::bytea[], $22::text[], $23::bytea[], $24::bytea[], $25::text[], $29::bytea[])
as t (id, party_org_id, party_group_id, name, name_order, initials, pinyin, sex, born_on, ethnic_group, education,
  category, admitted_on, converted_on, extension_months, early_conversion, post, workplace, identity_sealed,
  identity_index, identity_tail, phone_sealed, phone_index, phone_mask, address_sealed)`

async function insertPeople(tx: CountyTx, rows: readonly NewMember[], entry: Entry): Promise<void> {
  const readings = rows.map((row) => pinyinOfPerson(row.name))
  const sealed = (column: keyof SealedPerson) => rows.map((row) => row.sealed[column])
  await tx.raw('member-insert', PEOPLE, [
    rows.map((row) => row.id),
    rows.map((row) => row.orgId),
    rows.map((row) => row.groupId ?? null),
    rows.map((row) => row.name),
    readings.map((reading) => reading.order),
    readings.map((reading) => reading.initials),
    readings.map((reading) => reading.full),
    rows.map((row) => row.sex),
    rows.map((row) => row.bornOn),
    rows.map((row) => row.ethnicGroup),
    rows.map((row) => row.education),
    rows.map((row) => row.category),
    rows.map((row) => row.admittedOn),
    rows.map((row) => row.convertedOn),
    rows.map((row) => row.extensionMonths ?? 0),
    rows.map((row) => row.earlyConversion ?? ''),
    rows.map((row) => row.post ?? ''),
    rows.map((row) => row.workplace ?? ''),
    sealed('identity_sealed'),
    sealed('identity_index'),
    sealed('identity_tail'),
    sealed('phone_sealed'),
    sealed('phone_index'),
    sealed('phone_mask'),
    entry.source,
    entry.by,
    entry.at,
    sealed('address_sealed'),
  ])
}

async function insertFirstAffiliations(
  tx: CountyTx,
  rows: readonly NewMember[],
  entry: Entry,
): Promise<void> {
  await tx.raw(
    'member-affiliation-insert',
    `insert into member_affiliation (county_id, id, member_id, party_org_id, party_group_id, from_on, reason, recorded_by, recorded_at)
     select $1, id, member_id, party_org_id, party_group_id, from_on, $7, $8, $9
     from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::date[]) as t (id, member_id, party_org_id, party_group_id, from_on)`,
    [
      rows.map(() => entry.newId()),
      rows.map((row) => row.id),
      rows.map((row) => row.orgId),
      rows.map((row) => row.groupId ?? null),
      rows.map((row) => row.joinedOn ?? row.admittedOn),
      entry.reason,
      entry.by,
      entry.at,
    ],
  )
}

async function insertFirstCategories(tx: CountyTx, rows: readonly NewMember[], entry: Entry): Promise<void> {
  await tx.raw(
    'member-category-insert',
    `insert into member_category (county_id, id, member_id, category, from_on, reason, recorded_by, recorded_at)
     select $1, id, member_id, category, from_on, $6, $7, $8
     from unnest($2::uuid[], $3::uuid[], $4::text[], $5::date[]) as t (id, member_id, category, from_on)`,
    [
      rows.map(() => entry.newId()),
      rows.map((row) => row.id),
      rows.map((row) => row.category),
      rows.map((row) => row.admittedOn),
      entry.reason,
      entry.by,
      entry.at,
    ],
  )
}

async function insertFirstTags(tx: CountyTx, rows: readonly NewMember[], entry: Entry): Promise<void> {
  const tags = rows.flatMap((row) => (row.tags ?? []).map((tag) => ({ ...tag, memberId: row.id })))
  if (tags.length === 0) return
  await tx.raw(
    'member-tag-insert',
    `insert into member_tag (county_id, id, member_id, tag, from_on, reason, set_by, set_at)
     select $1, id, member_id, tag, from_on, $6, $7, $8
     from unnest($2::uuid[], $3::uuid[], $4::text[], $5::date[]) as t (id, member_id, tag, from_on)`,
    [
      tags.map(() => entry.newId()),
      tags.map((tag) => tag.memberId),
      tags.map((tag) => tag.tag),
      tags.map((tag) => tag.fromOn),
      entry.reason,
      entry.by,
      entry.at,
    ],
  )
}
