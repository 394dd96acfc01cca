import type { CoveredUnitKind } from '@steward/domain/organisation/covered-unit.ts'
import type { Coverage } from '@steward/domain/organisation/firm-coverage.ts'
import type { OrgKind } from '@steward/domain/organisation/party-org.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import type { Access } from '#platform/access.ts'
import type { CountyTx } from '#platform/db.ts'
import { pinyinOfText } from '#platform/pinyin.ts'
import type { BulkEntry } from './queries-bulk.ts'
import { nameOf } from './queries.ts'

type Ref = { id: string; name: string; kind: OrgKind }
export type UnitRow = {
  readonly id: string
  readonly kind: CoveredUnitKind
  readonly name: string
  readonly town: Ref
  readonly townPath: string
  readonly staff: number
  readonly fullMembers: number
  readonly coverage: Coverage
  readonly org: Ref | null
  readonly instructor: { name: string; sentBy: string; fromOn: PlainDate } | null
  readonly formedOn: PlainDate | null
  readonly formerNames: readonly string[]
  readonly closedOn: PlainDate | null
  readonly revision: number
}

const COLUMNS = `u.id, u.kind, u.name, json_build_object('id', t.id, 'name', t.name, 'kind', t.kind) as town,
  t.path::text as "townPath", u.staff_count as staff, u.full_member_count as "fullMembers", u.coverage,
  case when o.id is null then null else json_build_object('id', o.id, 'name', o.name, 'kind', o.kind) end as org,
  (select json_build_object('name', i.name, 'sentBy', i.sent_by, 'fromOn', i.from_on) from unit_instructor i
    where i.county_id = u.county_id and i.unit_id = u.id and i.until_on is null) as instructor,
  u.formed_on as "formedOn", u.former_names as "formerNames", u.closed_on as "closedOn", u.revision`
const TABLES = `unit u join party_org t on t.county_id = u.county_id and t.id = u.town_org_id
  left join party_org o on o.county_id = u.county_id and o.id = u.party_org_id`

export type UnitFilter = {
  readonly townId: string | null
  readonly orgId: string | null
  readonly kind: string | null
  readonly coverage: string | null
  readonly text: string
  readonly instructor: 'missing' | 'present' | null
  readonly instructorStaff: number
  readonly minFullMembers: number
  readonly limit: number
  readonly offset: number
}

const FILTER = `u.closed_on is null and ($2::uuid is null or t.path <@ (select path from party_org where county_id = $1 and id = $2))
  and ($3::uuid is null or u.party_org_id = $3) and ($4::text is null or u.kind = $4)
  and ($5::text is null or u.coverage = $5)
  and ($6 = '' or u.name ilike '%' || $6 || '%' or u.initials like lower($6) || '%')
  and ($7::text is null
    or ($7 = 'present') = exists (select 1 from unit_instructor i where i.county_id = u.county_id and i.unit_id = u.id and i.until_on is null)
    and ($7 = 'present' or (u.coverage in ('none', 'attached') and u.staff_count >= $8 and u.full_member_count < $9)))`

/** Units of the towns one may see, in the order of their names' town. */
export async function listUnits(
  tx: CountyTx,
  access: Access,
  filter: UnitFilter,
): Promise<{ rows: UnitRow[]; total: number }> {
  const within = access.withinText('organisation.read', { path: 't.path' }, 12)
  const text = `select ${COLUMNS}, count(*) over ()::int as total from ${TABLES}
    where u.county_id = $1 and ${FILTER} and ${within.text} order by t.sort_no, t.number, u.name, u.id limit $10 offset $11`
  const rows = await tx.raw<UnitRow & { total: number }>(nameOf('units-list', text), text, [
    filter.townId,
    filter.orgId,
    filter.kind,
    filter.coverage,
    likeText(filter.text),
    filter.instructor,
    filter.instructorStaff,
    filter.minFullMembers,
    filter.limit,
    filter.offset,
    ...within.values,
  ])
  return { rows, total: rows[0]?.total ?? 0 }
}

/** Text for a pattern, its signs of pattern made plain. */
export function likeText(text: string): string {
  return text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)
}

export type FirmRow = {
  readonly townId: string
  readonly staff: number
  readonly fullMembers: number
  readonly coverage: Coverage
  readonly hasInstructor: boolean
}

/** What coverage is counted from, for the towns one may see. */
export async function listFirms(
  tx: CountyTx,
  access: Access,
  kind: string,
): Promise<{ firms: FirmRow[]; towns: Ref[] }> {
  const within = access.withinText('organisation.read', { path: 't.path' }, 3)
  const text = `select t.id as "townId", t.name as "townName", t.kind as "townKind", u.staff_count as staff,
      u.full_member_count as "fullMembers", u.coverage, exists (select 1 from unit_instructor i
        where i.county_id = u.county_id and i.unit_id = u.id and i.until_on is null) as "hasInstructor"
    from unit u join party_org t on t.county_id = u.county_id and t.id = u.town_org_id
    where u.county_id = $1 and u.kind = $2 and u.closed_on is null and ${within.text} order by t.sort_no, t.number`
  const firms = await tx.raw<FirmRow & { townName: string; townKind: OrgKind }>(
    nameOf('firms-list', text),
    text,
    [kind, ...within.values],
  )
  const towns = new Map(
    firms.map((firm) => [firm.townId, { id: firm.townId, name: firm.townName, kind: firm.townKind }]),
  )
  return { firms, towns: [...towns.values()] }
}

/** One unit, locked. */
export async function lockUnit(tx: CountyTx, id: string): Promise<UnitRow | undefined> {
  const rows = await tx.raw<UnitRow>(
    'unit-lock',
    `select ${COLUMNS} from ${TABLES} where u.county_id = $1 and u.id = $2 for update of u`,
    [id],
  )
  return rows[0]
}

/** Units by their ids, locked. */
export async function lockUnits(tx: CountyTx, ids: readonly string[]): Promise<UnitRow[]> {
  return await tx.raw<UnitRow>(
    'units-lock',
    `select ${COLUMNS} from ${TABLES} where u.county_id = $1 and u.id = any($2) order by u.id for update of u`,
    [ids],
  )
}

/** Whether the name is taken in the county, and whether another unit calls the organisation its own. */
export async function findUnitRivals(
  tx: CountyTx,
  unit: { id: string | null; name: string; orgId: string | null },
): Promise<{ nameTaken: boolean; ownOfAnother: boolean }> {
  const [row] = await tx.raw<{ nameTaken: boolean; ownOfAnother: boolean }>(
    'unit-rivals',
    `select
       exists (select 1 from unit where county_id = $1 and name = $2 and closed_on is null and id is distinct from $3::uuid) as "nameTaken",
       exists (select 1 from unit where county_id = $1 and party_org_id = $4 and coverage = 'own' and closed_on is null
         and id is distinct from $3::uuid) as "ownOfAnother"`,
    [unit.name, unit.id, unit.orgId],
  )
  return row ?? { nameTaken: false, ownOfAnother: false }
}

export type NewUnit = {
  readonly id: string
  readonly kind: CoveredUnitKind
  readonly name: string
  readonly townId: string
  readonly staff: number
  readonly fullMembers: number
  readonly coverage: Coverage
  readonly orgId: string | null
  readonly formedOn?: PlainDate | null
  readonly formerNames?: readonly string[]
}

const ROWS_A_STATEMENT = 2000

/** Units by the thousand with their first dated fact; rules and access are the caller's business. */
export async function insertUnits(
  tx: CountyTx,
  units: readonly NewUnit[],
  entry: BulkEntry,
  on: PlainDate = entry.today,
): Promise<void> {
  for (let start = 0; start < units.length; start += ROWS_A_STATEMENT) {
    const part = units.slice(start, start + ROWS_A_STATEMENT)
    await tx.raw(
      'units-insert',
      `insert into unit (county_id, id, kind, name, initials, town_org_id, staff_count, full_member_count, coverage,
         party_org_id, formed_on, former_names)
       select $1, t.id, t.kind, t.name, t.initials, t.town, t.staff, t.members, t.coverage, t.org, t.formed_on,
         coalesce(string_to_array(nullif(t.former, ''), E'\\n'), '{}')
       from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::uuid[], $7::integer[], $8::integer[], $9::text[],
         $10::uuid[], $11::date[], $12::text[]) as t (id, kind, name, initials, town, staff, members, coverage, org, formed_on, former)`,
      [
        part.map(({ id }) => id),
        part.map(({ kind }) => kind),
        part.map(({ name }) => name),
        part.map(({ name }) => pinyinOfText(name).initials),
        part.map(({ townId }) => townId),
        part.map(({ staff }) => staff),
        part.map(({ fullMembers }) => fullMembers),
        part.map(({ coverage }) => coverage),
        part.map(({ orgId }) => orgId),
        part.map(({ formedOn }) => formedOn ?? null),
        part.map(({ formerNames }) => (formerNames ?? []).join('\n')),
      ],
    )
    await insertUnitChanges(
      tx,
      part.map((unit) => ({ unitId: unit.id, before: null, after: unitSide(unit) })),
      on,
      entry,
    )
  }
}

/** A unit as its history keeps it. */
export function unitSide(unit: Omit<NewUnit, 'id'>): Readonly<Record<string, unknown>> {
  const { kind, name, townId, staff, fullMembers, coverage, orgId } = unit
  return { kind, name, townId, staff, fullMembers, coverage, orgId }
}

export async function insertUnitChanges(
  tx: CountyTx,
  rows: readonly { unitId: string; before: object | null; after: object }[],
  on: PlainDate,
  entry: Pick<BulkEntry, 'by' | 'accountId' | 'at' | 'reason' | 'newId'>,
): Promise<void> {
  if (rows.length === 0) return
  await tx.raw(
    'unit-changes-insert',
    `insert into unit_change (county_id, id, unit_id, effective_on, reason, before, after, author_name, account_id, recorded_at)
     select $1, t.id, t.unit, $6, $7, t.before, t.after, $8, $9, $10
     from unnest($2::uuid[], $3::uuid[], $4::jsonb[], $5::jsonb[]) as t (id, unit, before, after)`,
    [
      rows.map(() => entry.newId()),
      rows.map(({ unitId }) => unitId),
      rows.map(({ before }) => before && JSON.stringify(before)),
      rows.map(({ after }) => JSON.stringify(after)),
      on,
      entry.reason,
      entry.by,
      entry.accountId,
      entry.at,
    ],
  )
}

/** Sets what is recorded of a unit; answers with the new revision. */
export async function updateUnit(
  tx: CountyTx,
  unit: NewUnit & { readonly revision: number; readonly closedOn?: PlainDate | null },
): Promise<number> {
  await tx
    .update('unit')
    .set({
      kind: unit.kind,
      name: unit.name,
      initials: pinyinOfText(unit.name).initials,
      town_org_id: unit.townId,
      staff_count: unit.staff,
      full_member_count: unit.fullMembers,
      coverage: unit.coverage,
      party_org_id: unit.orgId,
      formed_on: unit.formedOn ?? null,
      former_names: [...(unit.formerNames ?? [])],
      closed_on: unit.closedOn ?? null,
      revision: unit.revision + 1,
    })
    .where('id', '=', unit.id)
    .execute()
  return unit.revision + 1
}

/** Gives the units of organisations to another one, or to none, each with its dated fact; answers with how many. */
export async function coverUnits(
  tx: CountyTx,
  cover: {
    readonly of: { readonly orgIds: readonly string[] } | { readonly unitIds: readonly string[] }
    readonly orgId: string | null
    readonly coverage: Coverage | 'kept'
    readonly on: PlainDate
  },
  entry: Pick<BulkEntry, 'by' | 'accountId' | 'at' | 'reason' | 'newId'>,
): Promise<number> {
  const { of, orgId, coverage, on } = cover
  const byOrg = 'orgIds' in of
  const before = await tx.raw<{ id: string; coverage: Coverage; orgId: string | null }>(
    byOrg ? 'units-of-orgs' : 'units-by-id',
    `select id, coverage, party_org_id as "orgId" from unit where county_id = $1
       and ${byOrg ? 'party_org_id' : 'id'} = any($2) and closed_on is null order by id for update`,
    [byOrg ? of.orgIds : of.unitIds],
  )
  if (before.length === 0) return 0
  const next = before.map((unit) => (coverage === 'kept' ? unit.coverage : coverage))
  await tx.raw(
    'units-cover',
    `update unit u set party_org_id = $3, coverage = t.coverage, revision = u.revision + 1
     from unnest($2::uuid[], $4::text[]) as t (id, coverage) where u.county_id = $1 and u.id = t.id`,
    [before.map(({ id }) => id), orgId, next],
  )
  await insertUnitChanges(
    tx,
    before.map((unit, index) => ({
      unitId: unit.id,
      before: { coverage: unit.coverage, orgId: unit.orgId },
      after: { coverage: next[index] ?? 'none', orgId },
    })),
    on,
    entry,
  )
  return before.length
}

export type NewInstructor = {
  readonly unitId: string
  readonly name: string
  readonly sentBy: string
  readonly fromOn: PlainDate
}

/** Instructors by the thousand; one that is there ends the day before. */
export async function insertInstructors(
  tx: CountyTx,
  rows: readonly NewInstructor[],
  entry: Pick<BulkEntry, 'by' | 'at' | 'newId'>,
): Promise<string[]> {
  const ids = rows.map(() => entry.newId())
  await tx.raw(
    'instructors-end',
    `update unit_instructor i set until_on = greatest(i.from_on, t.from_on - 1) from unnest($2::uuid[], $3::date[]) as t (unit, from_on)
     where i.county_id = $1 and i.unit_id = t.unit and i.until_on is null`,
    [rows.map(({ unitId }) => unitId), rows.map(({ fromOn }) => fromOn)],
  )
  await tx.raw(
    'instructors-insert',
    `insert into unit_instructor (county_id, id, unit_id, name, sent_by, from_on, author_name, recorded_at)
     select $1, t.*, $7, $8 from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::date[]) as t`,
    [
      ids,
      rows.map(({ unitId }) => unitId),
      rows.map(({ name }) => name),
      rows.map(({ sentBy }) => sentBy),
      rows.map(({ fromOn }) => fromOn),
      entry.by,
      entry.at,
    ],
  )
  return ids
}

/** Ends the instructor of a unit. */
export async function endInstructor(tx: CountyTx, unitId: string, until: PlainDate): Promise<void> {
  await tx.raw(
    'instructor-end',
    `update unit_instructor set until_on = greatest(from_on, $3::date) where county_id = $1 and unit_id = $2 and until_on is null`,
    [unitId, until],
  )
}
