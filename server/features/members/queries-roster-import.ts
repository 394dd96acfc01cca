import type { Mapping } from '@steward/domain/members/roster-import/mapping.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import type { Database } from '#db/schema.ts'
import type { CountyTx } from '#platform/db.ts'
import { problem } from '#platform/problem.ts'
import { type Expression, type Insertable, type Selectable, type SqlBool, sql, type Updateable } from 'kysely'

export type ImportRow = Selectable<Database['roster_import']> & {
  readonly path: string
  readonly org_name: string
}
type Columns = Omit<Updateable<Database['roster_import']>, 'county_id' | 'id'>

/** What is written down of a mapping: where the header is, and the columns. */
export type KeptMapping = Mapping & {
  readonly sheet: string
  readonly sheets: readonly string[]
  /** Settled by a person; not guessed again. */
  readonly chosen: boolean
}

/** The organisation a roster is for. */
export async function getTarget(
  tx: CountyTx,
  orgId: string,
): Promise<{ name: string; path: string; dissolved_on: PlainDate | null }> {
  const org = await tx
    .from('party_org', 'o')
    .select(['o.name', sql<string>`o.path::text`.as('path'), 'o.dissolved_on'])
    .where('o.id', '=', orgId)
    .executeTakeFirst()
  return org ?? problem('not-found')
}

export async function insertImport(
  tx: CountyTx,
  row: Omit<Insertable<Database['roster_import']>, 'county_id'>,
): Promise<void> {
  await tx.insert('roster_import', row).execute()
}

function importsWithOrg(tx: CountyTx) {
  return tx
    .from('roster_import', 'i')
    .innerJoin('party_org as o', (join) =>
      join.onRef('o.county_id', '=', 'i.county_id').onRef('o.id', '=', 'i.party_org_id'),
    )
    .selectAll('i')
    .select(['o.name as org_name', sql<string>`o.path::text`.as('path')])
}

/** One import with the place that decides who may see it; `not-found` otherwise. */
export async function getImport(tx: CountyTx, importId: string): Promise<ImportRow> {
  return (await importsWithOrg(tx).where('i.id', '=', importId).executeTakeFirst()) ?? problem('not-found')
}

/** The same, locked until the end of the operation: two decisions or writings come one after the other. */
export async function lockImport(tx: CountyTx, importId: string): Promise<ImportRow> {
  const found = await importsWithOrg(tx).where('i.id', '=', importId).forUpdate('i').executeTakeFirst()
  return found ?? problem('not-found')
}

export async function saveImport(tx: CountyTx, importId: string, columns: Columns): Promise<void> {
  await tx.update('roster_import').set(columns).where('id', '=', importId).execute()
}

/** Ends the work of a state; false when somebody gave the import up meanwhile. */
export async function finishImport(
  tx: CountyTx,
  importId: string,
  from: ImportRow['state'],
  columns: Columns,
): Promise<boolean> {
  const result = await tx
    .update('roster_import')
    .set(columns)
    .where('id', '=', importId)
    .where('state', '=', from)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

export async function listImports(
  tx: CountyTx,
  within: Expression<SqlBool>,
  orgPath: string | null,
  window: { readonly offset: number; readonly limit: number },
): Promise<{ total: number; rows: ImportRow[] }> {
  const rows = await importsWithOrg(tx)
    .select(sql<number>`count(*) over ()::int`.as('total'))
    .where(within)
    .$if(orgPath !== null, (query) => query.where(sql<SqlBool>`o.path <@ ${orgPath}::ltree`))
    .orderBy('i.started_at', 'desc')
    .orderBy('i.id', 'desc')
    .limit(window.limit)
    .offset(window.offset)
    .execute()
  return { total: rows[0]?.total ?? 0, rows }
}

const WORK_KEY = `hashtextextended('roster-import:' || $1::text || $2::text, 0)`

/** Holds the work on an import until the transaction ends, however it ends: a killed process lets go by itself. */
export async function holdWork(tx: CountyTx, importId: string): Promise<void> {
  await tx.raw('roster-hold', `select pg_advisory_xact_lock(${WORK_KEY}) /* county_id */`, [importId])
}

/** Imports among these on which nobody works at this moment. */
export async function listUnheld(tx: CountyTx, importIds: readonly string[]): Promise<Set<string>> {
  const rows = await tx.raw<{ id: string }>(
    'roster-unheld',
    `select id from unnest($2::text[]) as t (id)
     where pg_try_advisory_xact_lock_shared(hashtextextended('roster-import:' || $1::text || id, 0)) /* county_id */`,
    [importIds],
  )
  return new Set(rows.map(({ id }) => id))
}

/** Lets one writing into the register go at a time in a county. */
export async function holdRegister(tx: CountyTx): Promise<void> {
  await tx.raw(
    'roster-register',
    `select pg_advisory_xact_lock(hashtextextended('roster-register:' || $1::text, 0)) /* county_id */`,
    [],
  )
}

/** What a county settled for rosters with these headers. */
export async function findMapping(
  tx: CountyTx,
  fingerprint: string,
): Promise<{ fields: unknown; branches: unknown } | undefined> {
  return await tx
    .from('roster_mapping')
    .select(['fields', 'branches'])
    .where('fingerprint', '=', fingerprint)
    .executeTakeFirst()
}

export async function saveMapping(
  tx: CountyTx,
  mapping: { fingerprint: string; fields: object; branches: object; by: string; at: Date },
): Promise<void> {
  await tx.raw(
    'roster-mapping-save',
    `insert into roster_mapping (county_id, fingerprint, fields, branches, saved_by, saved_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (county_id, fingerprint) do update set fields = $3, branches = roster_mapping.branches || $4, saved_by = $5, saved_at = $6`,
    [
      mapping.fingerprint,
      JSON.stringify(mapping.fields),
      JSON.stringify(mapping.branches),
      mapping.by,
      mapping.at,
    ],
  )
}

/** Imports whose sealed rows and file have served: taken back or given up, or past the days of undoing. */
export async function listForgettable(
  tx: CountyTx,
  before: Date,
  staleBefore: Date,
): Promise<{ id: string; file_sha256: string | null }[]> {
  return await tx
    .from('roster_import')
    .select(['id', 'file_sha256'])
    .where('forgotten_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb('ended_at', '<', before),
        eb.and([eb('state', '=', 'applied'), eb('applied_at', '<', before)]),
        eb.and([
          eb('state', 'in', ['reading', 'unreadable', 'mapping', 'ready']),
          eb('started_at', '<', staleBefore),
        ]),
      ]),
    )
    .limit(50)
    .execute()
}

export async function forgetImport(tx: CountyTx, importId: string, at: Date): Promise<void> {
  await tx.raw(
    'roster-forget-rows',
    `update roster_import_row set row_sealed = null, before_sealed = null
     where county_id = $1 and roster_import_id = $2 and (row_sealed is not null or before_sealed is not null)`,
    [importId],
  )
  await tx.raw(
    'roster-forget',
    `update roster_import set file_sha256 = null, preview_sealed = null, forgotten_at = $3,
       state = case when state in ('reading', 'unreadable', 'mapping', 'ready') then 'abandoned' else state end,
       ended_at = case when state in ('reading', 'unreadable', 'mapping', 'ready') then $3 else ended_at end
     where county_id = $1 and id = $2`,
    [importId, at],
  )
}
