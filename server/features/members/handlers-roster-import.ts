import { assignField, type MappedColumn, mappingAt } from '@steward/domain/members/roster-import/mapping.ts'
import { neededFields } from '@steward/domain/members/roster-import/roster-fields.ts'
import { agree, refuse } from '@steward/domain/shared/decision.ts'
import { handle, type Context, type Handled } from '#platform/context.ts'
import type { Cell } from '#platform/sheets/sheet.ts'
import { applyRosterJob, readRosterJob, undoUntil } from './jobs-roster-import.ts'
import { undoRoster } from './jobs-roster-undo.ts'
import {
  abandonRosterImport,
  applyRosterImport,
  beginRosterImport,
  mapRoster,
  resumeRosterImport,
  undoRosterImport,
} from './operations-roster-import.ts'
import {
  getTarget,
  holdRegister,
  type ImportRow,
  insertImport,
  type KeptMapping,
  listUnheld,
  lockImport,
  saveImport,
} from './queries-roster-import.ts'
import { countRosterRows } from './queries-roster-row.ts'

const OPEN_STATES = ['reading', 'mapping', 'ready', 'unreadable'] as const

/** An import the caller may work on; elsewhere it does not exist for them. */
export async function lockOwn(ctx: Context, importId: string): Promise<ImportRow> {
  const imported = await lockImport(ctx.tx, importId)
  ctx.access.demandHidden('roster-import.run', { path: imported.path })
  ctx.note({ importId, orgId: imported.party_org_id })
  return imported
}

/** Cut off: the work began, is not finished, and nobody is at it. */
async function isInterrupted(ctx: Context, imported: ImportRow): Promise<boolean> {
  if (imported.state !== 'reading' && imported.state !== 'applying') return false
  return imported.work_begun_at !== null && (await listUnheld(ctx.tx, [imported.id])).has(imported.id)
}

async function startReading(ctx: Context, importId: string): Promise<void> {
  await ctx.enqueue(readRosterJob, { importId }, { key: `roster-read:${importId}` })
}

async function startApplying(ctx: Context, importId: string): Promise<void> {
  await ctx.enqueue(applyRosterJob, { importId }, { key: `roster-apply:${importId}` })
}

const begin = handle(beginRosterImport, async (ctx, { orgId, fileName }) => {
  const { tx, access, upload, actor, now } = ctx
  const org = await getTarget(tx, orgId)
  access.demand('roster-import.run', { path: org.path })
  if (upload.length === 0) return refuse('import-file-empty')
  if (org.dissolved_on !== null && org.dissolved_on <= ctx.today) return refuse('import-org-dissolved')
  const importId = ctx.newId()
  // The file holds identity numbers: it lies on disk sealed like them.
  const sha256 = await ctx.files.put(ctx.county, ctx.crypto.sealBytes(upload))
  await insertImport(tx, {
    id: importId,
    party_org_id: orgId,
    file_name: fileName,
    file_sha256: sha256,
    file_bytes: upload.length,
    state: 'reading',
    started_by: actor.name,
    started_by_account_id: actor.accountId,
    started_at: now,
  })
  await startReading(ctx, importId)
  ctx.note({ importId, orgId, fileName })
  return agree({ importId })
})

const map = handle(mapRoster, async (ctx, { importId, sheet, headerRow, columns }) => {
  const imported = await lockOwn(ctx, importId)
  if (imported.state !== 'mapping' && imported.state !== 'ready')
    return refuse('import-not-open', { state: imported.state })
  const fields = columns.flatMap(({ field }) => field ?? [])
  const twice = fields.find((field, index) => fields.indexOf(field) !== index)
  if (twice !== undefined) return refuse('import-field-twice', { field: twice })
  const missing = neededFields.filter((field) => !fields.includes(field))
  if (missing.length > 0) return refuse('import-field-missing', { fields: [...missing] })
  const chosen = chosenMapping(ctx, imported, sheet, headerRow, columns)
  await saveImport(ctx.tx, importId, {
    state: 'reading',
    mapping: JSON.stringify(chosen),
    row_count: 0,
    work_begun_at: null,
    progress_step: '',
  })
  await startReading(ctx, importId)
  return agree({ importId })
})

/** The mapping a person settled, from what was kept of the sheet; the job reads the file itself again. */
function chosenMapping(
  ctx: Context,
  imported: ImportRow,
  sheet: string,
  headerRow: number,
  columns: readonly { readonly index: number; readonly field: MappedColumn['field'] }[],
): KeptMapping {
  // Written by the job; the column is JSON.
  const before = imported.mapping as KeptMapping | null
  const sameHeader =
    before !== null && before.sheet === sheet && before.dataFrom >= headerRow && before.dataFrom > 0
  const rows =
    imported.preview_sealed === null
      ? []
      : (JSON.parse(ctx.crypto.unseal(imported.preview_sealed)) as Cell[][])
  let mapping = sameHeader ? before : mappingAt({ name: sheet, rows }, headerRow - 1)
  for (const { index, field } of columns) mapping = assignField(mapping, index, field)
  return { ...mapping, sheet, sheets: before?.sheets ?? [sheet], chosen: true }
}

const apply = handle(applyRosterImport, async (ctx, { importId, toWrite }) => {
  const imported = await lockOwn(ctx, importId)
  if (imported.state === 'applying' || imported.state === 'applied') return refuse('import-already-applied')
  if (imported.state !== 'ready') return refuse('import-not-ready', { state: imported.state })
  const counts = await countRosterRows(ctx.tx, importId)
  if (counts.toWrite === 0) return refuse('import-nothing-to-write')
  if (counts.toWrite !== toWrite) return refuse('import-changed-meanwhile', { toWrite: counts.toWrite })
  await saveImport(ctx.tx, importId, {
    state: 'applying',
    applied_by: ctx.actor.name,
    work_begun_at: null,
    progress_step: '',
    progress_done: 0,
    progress_all: toWrite,
  })
  await startApplying(ctx, importId)
  ctx.note({ toWrite })
  return agree({ importId })
})

const resume = handle(resumeRosterImport, async (ctx, { importId }) => {
  const imported = await lockOwn(ctx, importId)
  if (!(await isInterrupted(ctx, imported))) return refuse('import-not-interrupted')
  await saveImport(ctx.tx, importId, { work_begun_at: null, progress_step: '' })
  await (imported.state === 'reading' ? startReading(ctx, importId) : startApplying(ctx, importId))
  return agree({ importId })
})

const undo = handle(undoRosterImport, async (ctx, { importId, reason }) => {
  const imported = await lockOwn(ctx, importId)
  if (imported.state !== 'applied' || imported.applied_at === null) return refuse('import-not-applied')
  const until = undoUntil(imported.applied_at)
  if (ctx.now > until || imported.forgotten_at !== null)
    return refuse('import-undo-too-late', { until: until.toISOString() })
  await holdRegister(ctx.tx)
  const undone = await undoRoster(ctx, imported, reason)
  if (!undone.ok) return undone
  await saveImport(ctx.tx, importId, {
    state: 'undone',
    ended_by: ctx.actor.name,
    ended_at: ctx.now,
    end_reason: reason,
  })
  ctx.note({ ...undone.value, reason })
  return undone
})

const abandon = handle(abandonRosterImport, async (ctx, { importId }) => {
  const imported = await lockOwn(ctx, importId)
  if (!OPEN_STATES.some((state) => state === imported.state))
    return refuse('import-not-open', { state: imported.state })
  await saveImport(ctx.tx, importId, { state: 'abandoned', ended_by: ctx.actor.name, ended_at: ctx.now })
  return agree({ importId })
})

export const rosterImportHandlers: readonly Handled[] = [begin, map, apply, resume, undo, abandon]
