import {
  applyRemembered,
  guessMapping,
  type Mapping,
  rememberMapping,
  type RememberedMapping,
} from '@steward/domain/members/roster-import/mapping.ts'
import { eachRow, type ReadRow } from '@steward/domain/members/roster-import/row.ts'
import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { Context, JobContext } from '#platform/context.ts'
import { defineJob, type Job, type Recurring } from '#platform/jobs.ts'
import { readSheets } from '#platform/sheets/read.ts'
import type { Sheet } from '#platform/sheets/sheet.ts'
import { z } from 'zod'
import { openComparison } from './jobs-roster-compare.ts'
import { writeRoster } from './jobs-roster-write.ts'
import {
  findMapping,
  finishImport,
  forgetImport,
  getImport,
  holdRegister,
  holdWork,
  type ImportRow,
  type KeptMapping,
  listForgettable,
  saveImport,
  saveMapping,
} from './queries-roster-import.ts'
import { countRosterRows, insertRosterRows, removeRosterRows } from './queries-roster-row.ts'
import { countWritten } from './queries-roster-written.ts'

const ROWS_AT_ONCE = 2500
const ROWS_A_TURN = 500
const PREVIEW_ROWS = 40
const PREVIEW_COLUMNS = 60
const PREVIEW_TEXT = 40
/** Rows of a county's whole register and more; a larger file is not one roster. */
const MOST_ROWS = 60_000

const Payload = z.object({ importId: z.uuid() })

/** Reads the file, finds the columns, compares every row with the register. Nothing is written but the result. */
export const readRosterJob = defineJob({
  name: 'roster-import.read',
  payload: Payload,
  async run(ctx, { importId }) {
    await holdWork(ctx.tx, importId)
    const imported = await getImport(ctx.tx, importId)
    if (imported.state !== 'reading') return
    const say = progressOf(ctx, importId)
    await say('reading', 0, 0, true)
    const read = await readSheets(await openFile(ctx, imported), { maxRows: MOST_ROWS })
    if (!read.ok) {
      const refusal = { refusal_code: read.code, refusal_details: JSON.stringify(read.details) }
      return await finishReading(ctx, importId, { state: 'unreadable', ...refusal })
    }
    const found = await findColumns(ctx, imported, read.value)
    const preview = ctx.crypto.seal(JSON.stringify(previewOf(found.sheet)))
    const mapping = JSON.stringify(found.mapping)
    const kept = {
      sheet_name: found.sheet.name,
      preview_sealed: preview,
      mapping,
      branches: JSON.stringify(found.branches),
    }
    await removeRosterRows(ctx.tx, importId)
    if (found.mapping.dataFrom === 0 || found.mapping.missing.length > 0) {
      return await finishReading(ctx, importId, { ...kept, state: 'mapping', row_count: 0 })
    }
    const count = await compareAll(ctx, imported, found, say)
    await finishReading(ctx, importId, {
      ...kept,
      state: 'ready',
      row_count: count,
      fingerprint: fingerprintOf(found.mapping),
      compared_at: ctx.now,
    })
  },
})

async function finishReading(
  ctx: JobContext,
  importId: string,
  columns: Parameters<typeof finishImport>[3],
): Promise<void> {
  const isOpen = await finishImport(ctx.tx, importId, 'reading', columns)
  if (!isOpen) await removeRosterRows(ctx.tx, importId)
}

/** Writes the ticked rows in one transaction: all or nothing, whatever happens to the process. */
export const applyRosterJob = defineJob({
  name: 'roster-import.apply',
  payload: Payload,
  async run(ctx, { importId }) {
    await holdWork(ctx.tx, importId)
    const imported = await getImport(ctx.tx, importId)
    if (imported.state !== 'applying') return
    const { toWrite } = await countRosterRows(ctx.tx, importId)
    const say = progressOf(ctx, importId)
    await say('writing', 0, toWrite, true)
    await holdRegister(ctx.tx)
    await writeRoster(ctx, imported, (done) => say('writing', done, toWrite))
    const { inserted, updated, left } = await countWritten(ctx.tx, importId)
    await saveImport(ctx.tx, importId, {
      state: 'applied',
      applied_at: ctx.now,
      inserted_count: inserted,
      updated_count: updated,
      left_count: left,
    })
    await rememberColumns(ctx, imported)
  },
})

const UNDO_DAYS = 7
const STALE_DAYS = 30
const DAY_MS = 86_400_000

/** Until when an import can be taken back. */
export function undoUntil(appliedAt: Date): Date {
  return new Date(appliedAt.getTime() + UNDO_DAYS * DAY_MS)
}

/** Drops the files and sealed rows of imports that can no longer be undone or were left lying. */
const forgetRostersJob = defineJob({
  name: 'roster-import.forget',
  payload: z.object({}),
  transaction: false,
  async run(ctx) {
    const ago = (days: number) => new Date(ctx.now.getTime() - days * DAY_MS)
    for (const { id, file_sha256 } of await listForgettable(ctx.tx, ago(UNDO_DAYS), ago(STALE_DAYS))) {
      await ctx.inTransaction((inner) => forgetImport(inner.tx, id, ctx.now))
      // The row first: a file without a row is litter, a row without its file is a fault.
      if (file_sha256 !== null) await ctx.files.drop(ctx.county, file_sha256)
    }
  },
})

export const rosterJobs: readonly Job[] = [readRosterJob, applyRosterJob, forgetRostersJob]
export const rosterRecurring: readonly Recurring[] = [
  { job: forgetRostersJob, cron: '20 18 * * *', why: '过了撤销期的导入，删去原表和各行内容 (R-283)' },
]

type Say = (step: string, done: number, all: number, begins?: boolean) => Promise<void>

/** Progress stands in the import itself, written outside the transaction of the work. */
function progressOf(ctx: JobContext, importId: string): Say {
  return async (step, done, all, begins = false) => {
    const columns = { progress_step: step, progress_done: done, progress_all: all }
    await ctx.inTransaction((inner) =>
      saveImport(inner.tx, importId, begins ? { ...columns, work_begun_at: ctx.now } : columns),
    )
  }
}

/** The bytes of the file as it was sent. */
export async function openFile(
  ctx: Pick<Context, 'files' | 'crypto' | 'county'>,
  imported: ImportRow,
): Promise<Buffer> {
  if (imported.file_sha256 === null) throw new Error(`The file of import ${imported.id} was dropped`)
  return ctx.crypto.unsealBytes(await ctx.files.get(ctx.county, imported.file_sha256))
}

type Found = {
  readonly sheet: Sheet
  readonly mapping: KeptMapping
  readonly branches: Readonly<Record<string, string>>
}

const NO_MAPPING: Mapping = { dataFrom: 0, columns: [], fingerprint: '', missing: ['name', 'identityNumber'] }

/** The sheet that looks like a roster and what its columns hold: settled by a person, remembered, or guessed. */
async function findColumns(ctx: JobContext, imported: ImportRow, sheets: readonly Sheet[]): Promise<Found> {
  const names = sheets.map(({ name }) => name)
  // Written by this file; the column is JSON.
  const before = imported.mapping as KeptMapping | null
  const branches = imported.branches as Readonly<Record<string, string>>
  if (before?.chosen === true) {
    const sheet = sheets.find(({ name }) => name === before.sheet)
    if (sheet !== undefined) return { sheet, mapping: { ...before, sheets: names }, branches }
  }
  const guesses = sheets.map((sheet) => ({ sheet, mapping: guessMapping(sheet) }))
  const best =
    guesses.find(({ mapping }) => mapping?.missing.length === 0) ??
    guesses.find(({ mapping }) => mapping !== undefined)
  const sheet = best?.sheet ?? sheets[0]
  if (sheet === undefined) throw new Error('A file that could be read has no sheet')
  const guessed = best?.mapping ?? NO_MAPPING
  const remembered = await findMapping(ctx.tx, fingerprintOf(guessed))
  const fields = remembered?.fields as RememberedMapping['fields'] | undefined
  const mapping =
    fields === undefined ? guessed : applyRemembered(guessed, { fingerprint: guessed.fingerprint, fields })
  const known = (remembered?.branches ?? {}) as Readonly<Record<string, string>>
  return {
    sheet,
    mapping: { ...mapping, sheet: sheet.name, sheets: names, chosen: false },
    branches: { ...known, ...branches },
  }
}

function fingerprintOf(mapping: Mapping): string {
  return createHash('sha256').update(mapping.fingerprint).digest('hex')
}

async function rememberColumns(ctx: JobContext, imported: ImportRow): Promise<void> {
  const mapping = imported.mapping as KeptMapping | null
  if (mapping === null || imported.fingerprint === null) return
  await saveMapping(ctx.tx, {
    fingerprint: imported.fingerprint,
    fields: rememberMapping(mapping).fields,
    branches: imported.branches as object,
    by: ctx.actor.name,
    at: ctx.now,
  })
}

function previewOf(sheet: Sheet): string[][] {
  return sheet.rows
    .slice(0, PREVIEW_ROWS)
    .map((row) => row.slice(0, PREVIEW_COLUMNS).map((cell) => String(cell ?? '').slice(0, PREVIEW_TEXT)))
}

/** Row by row, a window at a time: neither all rows nor the whole register are held. */
async function compareAll(ctx: JobContext, imported: ImportRow, found: Found, say: Say): Promise<number> {
  const { sheet, mapping, branches } = found
  const target = { path: imported.path, name: imported.org_name }
  const comparison = await openComparison(ctx, target, branches)
  let count = 0
  let waiting: ReadRow[] = []
  const compareWaiting = async () => {
    await comparison.know(waiting)
    await setImmediate()
    await insertRosterRows(ctx.tx, imported.id, waiting.map(comparison.compare))
    count += waiting.length
    await say('comparing', count, sheet.rows.length)
    waiting = []
  }
  for (const read of eachRow(sheet, mapping, ctx.today)) {
    waiting.push(read)
    if (waiting.length % ROWS_A_TURN === 0) await setImmediate()
    if (waiting.length === ROWS_AT_ONCE) await compareWaiting()
  }
  if (waiting.length > 0) await compareWaiting()
  return count
}
