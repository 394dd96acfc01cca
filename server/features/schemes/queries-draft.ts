import type { MemberClass, SchemeContent, SchemeField } from '@steward/domain/schemes/scheme.ts'
import type { PlainMonth } from '@steward/domain/shared/plain-date.ts'
import type { CountyTx } from '#platform/db.ts'
import { versionIdsText } from './queries.ts'

export type Draft = {
  readonly schemeId: string
  readonly baseVersionId: string
  readonly content: SchemeContent
  readonly revision: number
  readonly changedBy: string
  readonly changedAt: Date
}
export type SchemeRow = {
  readonly id: string
  readonly field: SchemeField | 'every'
  readonly memberClass: MemberClass
}

type Row = {
  id: string
  field: SchemeRow['field']
  member_class: MemberClass
  base_version_id: string | null
  content: SchemeContent | null
  revision: number | null
  changed_by: string | null
  changed_at: Date | null
  version_ids: string[]
}

const COLUMNS = `s.id, s.field, s.member_class, d.base_version_id, d.content, d.revision, d.changed_by, d.changed_at,
  ${versionIdsText} as version_ids`
const FROM = `from scheme s left join scheme_draft d on d.county_id = s.county_id and d.scheme_id = s.id`

/** A scheme, its draft and the ids of the county's versions. */
export type Found = {
  readonly scheme: SchemeRow
  readonly draft: Draft | null
  readonly versionIds: readonly string[]
}

function toFound(row: Row): Found {
  const {
    id,
    field,
    member_class: memberClass,
    base_version_id,
    content,
    revision,
    changed_by,
    changed_at,
  } = row
  const hasDraft =
    base_version_id !== null &&
    content !== null &&
    revision !== null &&
    changed_by !== null &&
    changed_at !== null
  return {
    scheme: { id, field, memberClass },
    draft: hasDraft
      ? {
          schemeId: id,
          baseVersionId: base_version_id,
          content,
          revision,
          changedBy: changed_by,
          changedAt: changed_at,
        }
      : null,
    versionIds: row.version_ids,
  }
}

export async function listSchemes(tx: CountyTx): Promise<Found[]> {
  const rows = await tx.raw<Row>('scheme-list', `select ${COLUMNS} ${FROM} where s.county_id = $1`, [])
  return rows.map(toFound)
}

export async function findScheme(tx: CountyTx, schemeId: string): Promise<Found | undefined> {
  const rows = await tx.raw<Row>(
    'scheme-find',
    `select ${COLUMNS} ${FROM} where s.county_id = $1 and s.id = $2`,
    [schemeId],
  )
  return rows.map(toFound)[0]
}

/** The same, with nobody else at its draft, its versions or its trial until the end of the transaction. */
export async function lockScheme(tx: CountyTx, schemeId: string): Promise<Found | undefined> {
  const held = await tx.raw<{ id: string }>(
    'scheme-lock',
    'select id from scheme where county_id = $1 and id = $2 for update',
    [schemeId],
  )
  return held.length === 0 ? undefined : await findScheme(tx, schemeId)
}

type Author = { readonly by: string; readonly accountId: string | null; readonly at: Date }

export async function insertDraft(
  tx: CountyTx,
  draft: { readonly schemeId: string; readonly baseVersionId: string; readonly content: SchemeContent },
  { by, accountId, at }: Author,
): Promise<void> {
  await tx
    .insert('scheme_draft', {
      scheme_id: draft.schemeId,
      base_version_id: draft.baseVersionId,
      content: JSON.stringify(draft.content),
      started_by: by,
      started_by_account_id: accountId,
      started_at: at,
      changed_by: by,
      changed_at: at,
    })
    .execute()
}

export async function saveDraft(
  tx: CountyTx,
  draft: Pick<Draft, 'schemeId' | 'content' | 'revision'>,
  { by, at }: Author,
): Promise<void> {
  await tx
    .update('scheme_draft')
    .set({
      content: JSON.stringify(draft.content),
      revision: draft.revision,
      changed_by: by,
      changed_at: at,
    })
    .where('scheme_id', '=', draft.schemeId)
    .execute()
}

export async function removeDraft(tx: CountyTx, schemeId: string): Promise<void> {
  await tx.remove('scheme_draft').where('scheme_id', '=', schemeId).execute()
}

/** The latest month any branch has closed; null before the first. */
export async function findLastClosedMonth(
  tx: CountyTx,
  partyOrgId: string | null = null,
): Promise<PlainMonth | null> {
  const [row] = await tx.raw<{ month: PlainMonth | null }>(
    'scheme-last-closed',
    `select max(month) as month from points_month
     where county_id = $1 and state = 'closed' and ($2::uuid is null or party_org_id = $2)`,
    [partyOrgId],
  )
  return row?.month ?? null
}
