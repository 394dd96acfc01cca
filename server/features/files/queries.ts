import type { CountyTx } from '#platform/db.ts'
import { problem } from '#platform/problem.ts'

export type StoredFile = {
  readonly id: string
  readonly sha256: string
  readonly name: string
  readonly type: string
  readonly byteCount: number
  readonly addedBy: string
  readonly addedByAccountId: string | null
  readonly addedAt: Date
  readonly memberId: string | null
  readonly path: string
}

const columns = [
  'f.id',
  'f.sha256',
  'f.name',
  'f.type',
  'f.byte_count as byteCount',
  'f.added_by as addedBy',
  'f.added_by_account_id as addedByAccountId',
  'f.added_at as addedAt',
  'f.member_id as memberId',
  'o.path',
] as const

function filesWithPath(tx: CountyTx) {
  return tx
    .from('stored_file', 'f')
    .innerJoin('party_org as o', (join) =>
      join.onRef('o.county_id', '=', 'f.county_id').onRef('o.id', '=', 'f.party_org_id'),
    )
    .select(columns)
}

/** One file with the place that decides who may open it; `not-found` otherwise. */
export async function getFile(tx: CountyTx, fileId: string): Promise<StoredFile> {
  const file = await filesWithPath(tx).where('f.id', '=', fileId).executeTakeFirst()
  return file ?? problem('not-found')
}

export async function listMemberFiles(tx: CountyTx, memberId: string): Promise<StoredFile[]> {
  return await filesWithPath(tx)
    .where('f.member_id', '=', memberId)
    .orderBy('f.added_at', 'desc')
    .limit(200)
    .execute()
}

/** The path an upload is asked about: the organisation's, or the member's own branch when a member is named. */
export async function getPlace(
  tx: CountyTx,
  orgId: string,
  memberId: string | null,
): Promise<{ orgId: string; path: string }> {
  if (memberId === null) {
    const org = await tx
      .from('party_org')
      .select(['id as orgId', 'path'])
      .where('id', '=', orgId)
      .executeTakeFirst()
    return org ?? problem('not-found')
  }
  const place = await tx
    .from('member', 'm')
    .innerJoin('party_org as o', (join) =>
      join.onRef('o.county_id', '=', 'm.county_id').onRef('o.id', '=', 'm.party_org_id'),
    )
    .select(['o.id as orgId', 'o.path'])
    .where('m.id', '=', memberId)
    .executeTakeFirst()
  return place ?? problem('not-found')
}

export async function countSame(tx: CountyTx, sha256: string): Promise<number> {
  const found = await tx
    .from('stored_file')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('sha256', '=', sha256)
    .executeTakeFirstOrThrow()
  return Number(found.count)
}

export async function insertFile(
  tx: CountyTx,
  file: Omit<StoredFile, 'path'> & {
    readonly orgId: string
    readonly purpose: 'evidence' | 'correction' | 'attachment'
  },
): Promise<void> {
  await tx
    .insert('stored_file', {
      id: file.id,
      sha256: file.sha256,
      name: file.name,
      type: file.type,
      byte_count: file.byteCount,
      party_org_id: file.orgId,
      member_id: file.memberId,
      added_by: file.addedBy,
      added_by_account_id: file.addedByAccountId,
      added_at: file.addedAt,
      purpose: file.purpose,
    })
    .execute()
}
