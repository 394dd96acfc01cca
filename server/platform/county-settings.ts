import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import type { CountyTx } from './db.ts'

export type KeptSetting = { readonly versionNo: number; readonly fromOn: PlainDate; readonly value: unknown }

/** The document of an area of a county's settings that counts on a day; undefined where none has been set. */
export async function findSetting(
  tx: CountyTx,
  area: string,
  day: PlainDate,
): Promise<KeptSetting | undefined> {
  const rows = await tx.raw<KeptSetting>(
    'setting-find',
    `select version_no as "versionNo", from_on as "fromOn", value from setting
     where county_id = $1 and area = $2 and from_on <= $3 order by version_no desc limit 1`,
    [area, day],
  )
  return rows[0]
}

/** Adds the next version of an area; two at once get two numbers. */
export async function insertSetting(
  tx: CountyTx,
  area: string,
  setting: { fromOn: PlainDate; value: unknown; decidedBy: string; decidedAt: Date },
): Promise<number> {
  const lock = 'select pg_advisory_xact_lock(hashtextextended($1::text || $2, 0)) /* county_id */'
  await tx.raw('setting-lock', lock, [area])
  const rows = await tx.raw<{ versionNo: number }>(
    'setting-insert',
    `insert into setting (county_id, area, version_no, from_on, value, decided_by, decided_at)
     select $1, $2, 1 + coalesce(max(version_no), 0), $3, $4, $5, $6 from setting where county_id = $1 and area = $2
     returning version_no as "versionNo"`,
    [area, setting.fromOn, JSON.stringify(setting.value), setting.decidedBy, setting.decidedAt],
  )
  return rows[0]?.versionNo ?? 0
}
