import { fileTypes } from '@steward/domain/files/stored-file.ts'
import type { Invariant } from '#platform/invariants.ts'

const NAMED = 5
const FILES = 'select count(*)::int as looked from stored_file where county_id = $1'

/** An invariant one statement finds: `breaches` gives `name` and may use the array `$3`; `$2` is how many are named. */
function bySql(
  id: string,
  says: Invariant['says'],
  breaches: string,
  words: readonly string[] = [],
): Invariant {
  return {
    id: `files.${id}`,
    says,
    async find(tx) {
      const [counted] = await tx.raw<{ looked: number }>('check-files-all', FILES, [])
      const text = `${breaches} and $3::text[] is not null limit $2`
      const found = await tx.raw<{ name: string }>(`check-files-${id}`, text, [NAMED, words])
      return { looked: counted?.looked ?? 0, breaches: found.map(({ name }) => name) }
    },
  }
}

export const fileInvariants: readonly Invariant[] = [
  bySql(
    'kept-types',
    {
      zh: '存下的材料都不空，都是允许的类型 (R-305)',
      en: 'No kept file is empty or of a type that is not kept (R-305)',
    },
    `select f.id::text as name from stored_file f where f.county_id = $1 and (f.byte_count < 1 or f.type <> all($3::text[]))`,
    Object.keys(fileTypes),
  ),
  bySql(
    'same-bytes-same-state',
    {
      zh: '内容相同的材料同时停用、同时恢复、同时删除 (R-309)',
      en: 'Files of the same bytes are withheld, given back and removed together (R-309)',
    },
    `select f.id::text as name from stored_file f where f.county_id = $1 and (exists (select 1 from stored_file g
       where g.county_id = f.county_id and g.content_sha256 = f.content_sha256
         and (g.state <> f.state or g.byte_count <> f.byte_count))
       or exists (select 1 from stored_file g where g.county_id = f.county_id and g.state <> f.state
         and g.sha256 in (f.sha256, f.content_sha256)))`,
  ),
  bySql(
    'prints-of-pictures',
    {
      zh: '照片指纹和提示只属于没有删除的照片，提示指向更早的一张 (S-194)',
      en: 'Prints and hints belong to pictures that are not removed; a hint leads to an earlier one (S-194)',
    },
    `select f.id::text as name from stored_file f where f.county_id = $1 and (
       f.state = 'removed' and exists (select 1 from photo_print p where p.county_id = f.county_id and p.file_id = f.id)
       or exists (select 1 from photo_hint h join stored_file b on b.county_id = h.county_id and b.id = h.before_file_id
         where h.county_id = f.county_id and h.file_id = f.id and (b.added_at, b.id) >= (f.added_at, f.id)))`,
  ),
  bySql(
    'reports-with-reason',
    {
      zh: '被举报的材料写明谁举报、为什么；删除的写明谁定的、为什么 (R-309)',
      en: 'A reported file says who reported it and why; a removed one who settled it and why (R-309)',
    },
    `select f.id::text as name from stored_file f where f.county_id = $1 and (
       f.state <> 'kept' and (f.reported_by is null or f.report_reason = '')
       or f.state = 'removed' and (f.settled_by is null or f.settle_reason = ''))`,
  ),
]
