import { bandsOf, bandSpan, probesOf } from '@steward/domain/files/photo-bands.ts'
import {
  alikeBits,
  hashesOfPrint,
  likenessOf,
  type PhotoHash,
  type PhotoHint,
  type PhotoLikeness,
  type PhotoPrint,
  readHash,
  writeHash,
} from '@steward/domain/files/photo-hash.ts'
import type { Access } from '#platform/access.ts'
import type { CountyTx } from '#platform/db.ts'

/** A file kept before that is the same to the byte, the same to the eye, or alike. */
export type SamePhoto = {
  readonly id: string
  readonly likeness: 'exact' | PhotoLikeness
  readonly name: string
  readonly addedBy: string
  readonly addedAt: Date
  readonly memberId: string | null
  readonly orgId: string
  readonly orgName: string
  /** Of the member's present branch; without a member of the organisation. */
  readonly path: string
}

const MOST_SHOWN = 5

/** Files kept before that hold the same picture as this one, the nearest first: a hint, never a reason by itself (S-194). */
export async function findSamePhotos(tx: CountyTx, fileId: string): Promise<SamePhoto[]> {
  return (await findSamePhotosOf(tx, [fileId])).get(fileId) ?? []
}

type SameRow = Omit<SamePhoto, 'likeness'> & { readonly of: string; readonly distance: number }

/** The same for several files at once; files without a hint are left out. What looks alike is known a moment after a file is added. */
export async function findSamePhotosOf(
  tx: CountyTx,
  fileIds: readonly string[],
): Promise<Map<string, SamePhoto[]>> {
  // A distance of -1 stands for equal bytes.
  const rows = await tx.raw<SameRow>(
    'photos-same',
    `with asked as (select f.id, f.sha256, f.content_sha256, f.added_at from stored_file f
       where f.county_id = $1 and f.id = any($2::uuid[])),
     found as (
       select a.id as of, b.id, -1 as distance from asked a join stored_file b
         on b.county_id = $1 and b.sha256 = any(array[a.sha256, a.content_sha256]) and (b.added_at, b.id) < (a.added_at, a.id)
       union all select a.id, b.id, -1 from asked a join stored_file b
         on b.county_id = $1 and b.content_sha256 = any(array[a.sha256, a.content_sha256]) and (b.added_at, b.id) < (a.added_at, a.id)
       union all select h.file_id, h.before_file_id, h.distance from photo_hint h
         where h.county_id = $1 and h.file_id = any($2::uuid[])),
     nearest as (select n.of, n.id, min(n.distance) as distance from found n group by n.of, n.id)
     select n.of, n.distance, f.id, f.name, f.added_by as "addedBy", f.added_at as "addedAt", f.member_id as "memberId",
       o.id as "orgId", o.name as "orgName", o.path::text as path
     from nearest n join stored_file f on f.county_id = $1 and f.id = n.id
     left join member m on m.county_id = f.county_id and m.id = f.member_id
     join party_org o on o.county_id = f.county_id and o.id = coalesce(m.party_org_id, f.party_org_id)
     where f.state = 'kept' order by n.of, n.distance, f.added_at desc, f.id`,
    [fileIds],
  )
  const found = new Map<string, SamePhoto[]>()
  for (const { of, distance, ...photo } of rows) {
    const likeness = distance < 0 ? 'exact' : likenessOf(distance)
    const list = found.get(of) ?? []
    if (likeness === undefined || list.length === MOST_SHOWN) continue
    found.set(of, [...list, { ...photo, likeness }])
  }
  return found
}

export type PhotoHintView = {
  readonly likeness: SamePhoto['likeness']
  /** Which one, for who may read it; null says only that there is one. */
  readonly photo: Pick<SamePhoto, 'id' | 'name' | 'addedBy' | 'addedAt' | 'orgName'> | null
}

/** What a reviewer may be shown of them. */
export function toPhotoHints(access: Access, photos: readonly SamePhoto[]): PhotoHintView[] {
  return photos.map(({ likeness, id, name, addedBy, addedAt, orgName, path, memberId }) => ({
    likeness,
    photo: access.can('member.read', { path, memberId }) ? { id, name, addedBy, addedAt, orgName } : null,
  }))
}

export async function insertPrint(tx: CountyTx, fileId: string, print: PhotoPrint): Promise<void> {
  const bands = bandsOf(print).map((band) => keyOf(tx.county, band))
  await tx.raw(
    'photo-print-insert',
    'insert into photo_print (county_id, file_id, hashes, bands) values ($1, $2, $3::bigint[], $4::bigint[])',
    [fileId, hashesOf(print), bands],
  )
}

type PrintRow = { readonly id: string; readonly hashes: readonly string[] }

export async function findPrint(tx: CountyTx, fileId: string): Promise<PhotoPrint | undefined> {
  const text = 'select p.file_id as id, p.hashes from photo_print p where p.county_id = $1 and p.file_id = $2'
  const [row] = await tx.raw<PrintRow>('photo-print-find', text, [fileId])
  return row && toPrint(row.hashes)
}

// Each hash of one with the whole of the other, written out: twice as fast as over rows of an array.
const NEAR = Array.from({ length: hashesOfPrint }, (_, index) => [
  `bit_count((p.hashes[${index + 1}] # ($4::bigint[])[1])::bit(64)) <= $5`,
  `bit_count((p.hashes[1] # ($4::bigint[])[${index + 1}])::bit(64)) <= $5`,
])
  .flat()
  .join(' or ')

/**
 * Other pictures of the county near enough to be compared, whenever they were added. The pieces find a few thousand among hundreds of
 * thousands (one look into the index for each piece: an array of them all takes seconds), the distance leaves a handful.
 */
export async function listNearPrints(
  tx: CountyTx,
  fileId: string,
  print: PhotoPrint,
): Promise<{ id: string; print: PhotoPrint }[]> {
  const rows = await tx.raw<PrintRow>(
    'photo-prints-near',
    `select distinct on (p.file_id) p.file_id as id, p.hashes
     from unnest($3::bigint[]) as band cross join lateral (
       select q.file_id, q.hashes from photo_print q where q.county_id = $1 and q.bands @> array[band]) p
     where p.file_id <> $2 and (${NEAR})`,
    [fileId, probesOf(print).map((band) => keyOf(tx.county, band)), hashesOf(print), alikeBits],
  )
  return rows.map(({ id, hashes }) => ({ id, print: toPrint(hashes) }))
}

/** Keeps hints, each at the later of the two pictures, whichever was compared first. */
export async function insertHints(tx: CountyTx, fileId: string, hints: readonly PhotoHint[]): Promise<void> {
  if (hints.length === 0) return
  await tx.raw(
    'photo-hints-insert',
    `insert into photo_hint (county_id, file_id, before_file_id, distance)
     select $1, case when later then f.id else b.id end, case when later then b.id else f.id end, n.distance
     from unnest($3::uuid[], $4::smallint[]) as n (id, distance)
     join stored_file f on f.county_id = $1 and f.id = $2
     join stored_file b on b.county_id = $1 and b.id = n.id
     cross join lateral (select (f.added_at, f.id) > (b.added_at, b.id) as later) o
     on conflict do nothing`,
    [fileId, hints.map(({ id }) => id), hints.map(({ distance }) => distance)],
  )
}

/** Forgets what removed pictures looked like. */
export async function removePrints(tx: CountyTx, fileIds: readonly string[]): Promise<void> {
  await tx
    .remove('photo_hint')
    .where((is) => is.or([is('file_id', 'in', fileIds), is('before_file_id', 'in', fileIds)]))
    .execute()
  await tx.remove('photo_print').where('file_id', 'in', fileIds).execute()
}

/** The end of the county's id above the piece; below 2^53, so an exact number. */
function keyOf(county: string, band: number): number {
  return Number.parseInt(county.slice(-8), 16) * bandSpan + band
}

function hashesOf({ whole, others }: PhotoPrint): string[] {
  return [whole, ...others].map((hash) => BigInt.asIntN(64, BigInt(`0x${writeHash(hash)}`)).toString())
}

function toPrint(hashes: readonly string[]): PhotoPrint {
  const [whole = NO_HASH, ...others] = hashes.map(
    (text) => readHash(BigInt.asUintN(64, BigInt(text)).toString(16).padStart(16, '0')) ?? NO_HASH,
  )
  return { whole, others }
}

const NO_HASH: PhotoHash = { high: 0, low: 0 }
