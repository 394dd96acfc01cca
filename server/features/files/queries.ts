import type { FilePurpose, FileState } from '@steward/domain/files/stored-file.ts'
import { nameOf } from '#features/organisation/queries.ts'
import type { Access } from '#platform/access.ts'
import type { CountyTx } from '#platform/db.ts'

export type About = { readonly memberId: string } | { readonly orgId: string }

export type StoredFile = {
  readonly id: string
  readonly sha256: string
  readonly contentSha256: string
  readonly keptSha256: string
  readonly name: string
  readonly type: string
  readonly byteCount: number
  readonly purpose: FilePurpose
  readonly addedBy: string
  readonly addedAt: Date
  readonly memberId: string | null
  readonly state: FileState
  /** Of the member's present branch; without a member of the organisation it was added at. */
  readonly path: string
}

const COLUMNS = `f.id, f.sha256, f.content_sha256 as "contentSha256", f.kept_sha256 as "keptSha256", f.name, f.type, f.byte_count as "byteCount", f.purpose,
  f.added_by as "addedBy", f.added_at as "addedAt", f.member_id as "memberId", f.state, o.path::text as path`
const PLACED = `from stored_file f left join member m on m.county_id = f.county_id and m.id = f.member_id
  join party_org o on o.county_id = f.county_id and o.id = coalesce(m.party_org_id, f.party_org_id)`

/** One file with the place that decides who may open it. */
export async function findFile(tx: CountyTx, fileId: string): Promise<StoredFile | undefined> {
  const text = `select ${COLUMNS} ${PLACED} where f.county_id = $1 and f.id = $2`
  const [file] = await tx.raw<StoredFile>('file-find', text, [fileId])
  return file
}

/** Files of a member, or of an organisation where they are about no member; newest first. */
export async function listFilesAbout(tx: CountyTx, about: About): Promise<StoredFile[]> {
  return 'memberId' in about
    ? await tx.raw<StoredFile>(
        'files-of-member',
        `select ${COLUMNS} ${PLACED} where f.county_id = $1 and f.member_id = $2 order by f.added_at desc, f.id desc limit 200`,
        [about.memberId],
      )
    : await tx.raw<StoredFile>(
        'files-of-org',
        `select ${COLUMNS} ${PLACED} where f.county_id = $1 and f.party_org_id = $2 and f.member_id is null
         order by f.added_at desc, f.id desc limit 200`,
        [about.orgId],
      )
}

export type Place = { readonly orgId: string; readonly path: string; readonly memberId: string | null }

/** Where a file about a member or an organisation belongs. */
export async function findPlace(tx: CountyTx, about: About): Promise<Place | undefined> {
  const [place] =
    'memberId' in about
      ? await tx.raw<Place>(
          'file-place-member',
          `select o.id as "orgId", o.path::text as path, m.id as "memberId" from member m
           join party_org o on o.county_id = m.county_id and o.id = m.party_org_id where m.county_id = $1 and m.id = $2`,
          [about.memberId],
        )
      : await tx.raw<Place>(
          'file-place-org',
          `select o.id as "orgId", o.path::text as path, null::uuid as "memberId" from party_org o
           where o.county_id = $1 and o.id = $2`,
          [about.orgId],
        )
  return place
}

/**
 * The fingerprints of `$2` and of every file that was sent or is kept with one of them, and so on: a kept picture that was fetched and
 * sent again is the same file, though it was drawn anew twice.
 */
const SAME = `with recursive same as (
  select unnest($2::text[]) as sha256
  union
  select other.sha256 from same cross join lateral (
    select f.content_sha256 as sha256 from stored_file f where f.county_id = $1 and f.sha256 = same.sha256
    union all select f.sha256 from stored_file f where f.county_id = $1 and f.content_sha256 = same.sha256) other)`

export type SameFile = {
  readonly id: string
  readonly state: FileState
  readonly contentSha256: string
  readonly keptSha256: string
}

/** Rows of the same content, held until the end of the transaction: a report and another copy wait for each other. */
export async function lockSame(
  tx: CountyTx,
  hashes: readonly string[],
  how: 'share' | 'update',
): Promise<SameFile[]> {
  return await tx.raw<SameFile>(
    `files-same-${how}`,
    `${SAME} select f.id, f.state, f.content_sha256 as "contentSha256", f.kept_sha256 as "keptSha256" from stored_file f
     where f.county_id = $1 and f.sha256 in (select sha256 from same) order by f.id for ${how} of f`,
    [hashes],
  )
}

/** How many of some files the caller may see. */
export async function countSeen(tx: CountyTx, ids: readonly string[], access: Access): Promise<number> {
  const within = access.withinText('member.read', { path: 'o.path', memberId: 'f.member_id' }, 3)
  const text = `select count(*)::int as count ${PLACED} where f.county_id = $1 and f.id = any($2::uuid[]) and ${within.text}`
  const [counted] = await tx.raw<{ count: number }>(nameOf('files-seen', text), text, [ids, ...within.values])
  return counted?.count ?? 0
}

export async function insertFile(
  tx: CountyTx,
  file: Omit<StoredFile, 'path' | 'state'> & { readonly orgId: string; readonly accountId: string | null },
): Promise<void> {
  await tx
    .insert('stored_file', {
      id: file.id,
      sha256: file.sha256,
      content_sha256: file.contentSha256,
      kept_sha256: file.keptSha256,
      name: file.name,
      type: file.type,
      byte_count: file.byteCount,
      party_org_id: file.orgId,
      member_id: file.memberId,
      added_by: file.addedBy,
      added_by_account_id: file.accountId,
      added_at: file.addedAt,
      purpose: file.purpose,
    })
    .execute()
}

type Act = { readonly by: string; readonly at: Date; readonly reason: string }

/** Withholds every open copy of the same content; answers with their number. */
export async function withholdFiles(
  tx: CountyTx,
  hashes: readonly string[],
  { by, at, reason }: Act,
): Promise<number> {
  const changed = await tx.raw<{ id: string }>(
    'files-withhold',
    `${SAME} update stored_file as f set state = 'withheld', reported_by = $3, reported_at = $4, report_reason = $5,
       settled_at = null, settled_by = null, settle_reason = ''
     where f.county_id = $1 and f.sha256 in (select sha256 from same) and f.state = 'kept' returning f.id`,
    [hashes, by, at, reason],
  )
  return changed.length
}

/** Settles the report of every withheld copy of the same content; answers with where their bytes lie. */
export async function settleFiles(
  tx: CountyTx,
  hashes: readonly string[],
  state: 'kept' | 'removed',
  { by, at, reason }: Act,
): Promise<{ id: string; keptSha256: string }[]> {
  return await tx.raw<{ id: string; keptSha256: string }>(
    'files-settle',
    `${SAME} update stored_file as f set state = $3, settled_by = $4, settled_at = $5, settle_reason = $6
     where f.county_id = $1 and f.sha256 in (select sha256 from same) and f.state = 'withheld'
     returning f.id, f.kept_sha256 as "keptSha256"`,
    [hashes, state, by, at, reason],
  )
}

export type ReportedFile = StoredFile & {
  readonly orgName: string
  readonly reportedBy: string
  readonly reportedAt: Date
  readonly reason: string
}

/** Reported files the caller may settle, the oldest report first. */
export async function listWithheld(tx: CountyTx, access: Access): Promise<ReportedFile[]> {
  const within = access.withinText('file.settle-report', { path: 'o.path' }, 2)
  const text = `select ${COLUMNS}, o.name as "orgName", f.reported_by as "reportedBy", f.reported_at as "reportedAt",
      f.report_reason as reason ${PLACED} where f.county_id = $1 and f.state = 'withheld' and ${within.text}
    order by f.reported_at, f.id limit 200`
  return await tx.raw<ReportedFile>(nameOf('files-withheld', text), text, within.values)
}

/** Whether a row that is not removed still names bytes on disk. */
export async function isNamed(tx: CountyTx, keptSha256: string): Promise<boolean> {
  const found = await tx
    .from('stored_file')
    .select('id')
    .where('kept_sha256', '=', keptSha256)
    .where('state', '<>', 'removed')
    .limit(1)
    .execute()
  return found.length > 0
}
