import {
  type DocumentRef,
  type MemberClass,
  memberClassOf,
  type SchemeContent,
  schemeFieldOf,
  type SchemeVersion,
} from '@steward/domain/schemes/scheme.ts'
import { schemeFor, versionLabel } from '@steward/domain/schemes/scheme-version.ts'
import { defaultSchemes } from '@steward/domain/schemes/default-schemes.ts'
import type { MemberCategory } from '@steward/domain/members/category.ts'
import type { MembershipKind } from '@steward/domain/members/member.ts'
import type { MemberState } from '@steward/domain/members/member-state.ts'
import type { OrgField } from '@steward/domain/organisation/party-org.ts'
import { type PlainDate, type PlainMonth, toPlainMonth } from '@steward/domain/shared/plain-date.ts'
import type { Context } from '#platform/context.ts'
import type { CountyTx } from '#platform/db.ts'

/** Ids of all adopted versions, for another statement to carry along; `versionsOf` makes versions of them. */
export const versionIdsText = 'array(select sv.id from scheme_version sv where sv.county_id = $1)'

// An adopted version never changes, so it is kept by its id; a county adopts a few dozen over the years.
const kept = new Map<string, SchemeVersion>()
const MOST_KEPT = 600

/** All adopted versions of the county. */
export async function loadVersions(tx: CountyTx): Promise<readonly SchemeVersion[]> {
  const [row] = await tx.raw<{ ids: string[] }>('scheme-version-ids', `select ${versionIdsText} as ids`, [])
  return await versionsOf(tx, row?.ids ?? [])
}

/** The versions of these ids; asks the database only for those not yet kept. */
export async function versionsOf(tx: CountyTx, ids: readonly string[]): Promise<readonly SchemeVersion[]> {
  const keyOf = (id: string) => `${tx.county} ${id}`
  const known = ids.flatMap((id) => kept.get(keyOf(id)) ?? [])
  if (known.length === ids.length) return known
  const read = await readVersions(
    tx,
    ids.filter((id) => !kept.has(keyOf(id))),
  )
  if (kept.size + read.length > MOST_KEPT) kept.clear()
  for (const version of read) kept.set(keyOf(version.id), version)
  return [...known, ...read]
}

type VersionRow = {
  id: string
  scheme_id: string
  label: string
  effective_from: PlainMonth
  content: SchemeContent
  adopted_body: string
  adopted_number: string
  adopted_on: PlainDate
}

async function readVersions(tx: CountyTx, ids: readonly string[]): Promise<SchemeVersion[]> {
  const rows = await tx.raw<VersionRow>(
    'scheme-version-read',
    `select v.id, v.scheme_id, v.label, v.effective_from, v.content, v.adopted_body, v.adopted_number, v.adopted_on
     from scheme_version v where v.county_id = $1 and v.id = any($2::uuid[])`,
    [ids],
  )
  return rows.map((row) => ({
    ...row.content,
    id: row.id,
    schemeId: row.scheme_id,
    label: row.label,
    effectiveFrom: row.effective_from,
    adopted: { body: row.adopted_body, number: row.adopted_number, on: row.adopted_on },
  }))
}

export type Seed = {
  readonly newId: () => string
  readonly now: Date
  readonly effectiveFrom: PlainMonth
  readonly adopted: DocumentRef
  /** Who did it, in words. */
  readonly by: string
}

/** Gives a new county the schemes it starts with (appendix 2), each as a first version. */
export async function seedSchemes(tx: CountyTx, seed: Seed): Promise<void> {
  const { newId, now, effectiveFrom, adopted, by } = seed
  const schemes = defaultSchemes.map((content) => ({ id: newId(), versionId: newId(), content }))
  await tx
    .insert(
      'scheme',
      schemes.map(({ id, content }) => ({ id, field: content.field, member_class: content.memberClass })),
    )
    .execute()
  await insertVersions(
    tx,
    schemes.map(({ id, versionId, content }) => ({
      ...content,
      id: versionId,
      schemeId: id,
      label: versionLabel(effectiveFrom),
      effectiveFrom,
      adopted,
    })),
    { by, accountId: null, at: now },
  )
}

/** A county that is set up has decided nothing yet; its first versions say so. */
export async function seedFirstSchemes({ tx, now, today, newId }: Context): Promise<void> {
  const adopted = { body: '系统默认', number: '待县里发文', on: today }
  await seedSchemes(tx, { newId, now, effectiveFrom: toPlainMonth(today), adopted, by: '首次设立' })
}

export async function insertVersions(
  tx: CountyTx,
  versions: readonly SchemeVersion[],
  entry: { readonly by: string; readonly accountId: string | null; readonly at: Date },
): Promise<void> {
  const rows = versions.map(({ id, schemeId, label, effectiveFrom, adopted, ...content }) => ({
    id,
    scheme_id: schemeId,
    label,
    effective_from: effectiveFrom,
    content: JSON.stringify(content),
    adopted_body: adopted.body,
    adopted_number: adopted.number,
    adopted_on: adopted.on,
    adopted_by: entry.by,
    adopted_by_account_id: entry.accountId,
    adopted_at: entry.at,
  }))
  await tx.insert('scheme_version', rows).execute()
}

/** What of a member decides which scheme applies on a day, and where they belong. */
export type ScoringFacts = {
  readonly memberId: string
  readonly name: string
  /** The branch. */
  readonly orgId: string
  readonly orgPath: string
  readonly orgField: OrgField
  readonly memberClass: MemberClass
  readonly state: MemberState
}

/**
 * Columns for `scoringFactsOf` in a statement over `member m` joined with its branch `o`; `day` is a placeholder of the
 * day. A change of category counts from the month after it (S-023).
 */
export function scoringColumns(day: string): string {
  return `m.id as member_id, m.name, m.party_org_id as org_id, o.path::text as org_path, o.field as org_field,
    m.membership_kind, m.state,
    coalesce(
      (select c.category from member_category c where c.county_id = $1 and c.member_id = m.id
        and c.from_on < date_trunc('month', ${day}::date) order by c.from_on desc, c.id desc limit 1),
      (select c.category from member_category c where c.county_id = $1 and c.member_id = m.id
        order by c.from_on, c.id limit 1), m.category) as category,
    exists (select 1 from scoring_exemption e where e.county_id = $1 and e.member_id = m.id
      and e.from_on <= ${day}::date and (e.until_on is null or e.until_on > ${day}::date)) as exempt,
    exists (select 1 from member_tag g where g.county_id = $1 and g.member_id = m.id and g.tag = 'floatingMember'
      and g.from_on <= ${day}::date and (g.until_on is null or g.until_on > ${day}::date)) as floating`
}

export type ScoringRow = {
  readonly member_id: string
  readonly name: string
  readonly org_id: string
  readonly org_path: string
  readonly org_field: OrgField
  readonly membership_kind: MembershipKind
  readonly state: MemberState
  readonly category: MemberCategory
  readonly exempt: boolean
  readonly floating: boolean
}

export function scoringFactsOf(row: ScoringRow): ScoringFacts {
  return {
    memberId: row.member_id,
    name: row.name,
    orgId: row.org_id,
    orgPath: row.org_path,
    orgField: row.org_field,
    state: row.state,
    memberClass: memberClassOf({
      exempt: row.exempt,
      probationary: row.membership_kind === 'probationary',
      floating: row.floating,
      retired: row.category === 'retiredMember',
    }),
  }
}

/** The facts of these members on a day, by member. */
export async function findScoringFacts(
  tx: CountyTx,
  memberIds: readonly string[],
  day: PlainDate,
): Promise<ReadonlyMap<string, ScoringFacts>> {
  const rows = await tx.raw<ScoringRow>(
    'scheme-scoring-facts',
    `select ${scoringColumns('$3')}
     from member m join party_org o on o.county_id = m.county_id and o.id = m.party_org_id
     where m.county_id = $1 and m.id = any($2::uuid[])`,
    [memberIds, day],
  )
  return new Map(rows.map((row) => [row.member_id, scoringFactsOf(row)]))
}

/** The version that counts for a member in a month. */
export function schemeForMember(
  versions: readonly SchemeVersion[],
  facts: Pick<ScoringFacts, 'orgField' | 'memberClass'>,
  month: PlainMonth,
): SchemeVersion | undefined {
  return schemeFor(versions, schemeFieldOf(facts.orgField), facts.memberClass, month)
}
