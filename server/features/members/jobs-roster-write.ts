import { insertNewcomers, prepareNewcomers } from './jobs-roster-insert.ts'
import { updateRows } from './jobs-roster-update.ts'
import { importEntry, type Means, type Writing } from './jobs-roster-writing.ts'
import type { ImportRow } from './queries-roster-import.ts'
import { listBranches } from './queries-roster-register.ts'
import { type RosterRow } from './queries-roster-row.ts'
import { listTicked } from './queries-roster-written.ts'

const ROWS_AT_ONCE = 2500

/** Writes the ticked rows of an import: new files first, then changes; what does not fit any more is left over with its reason. */
export async function writeRoster(
  means: Means,
  imported: ImportRow,
  onProgress: (done: number) => Promise<void>,
): Promise<void> {
  const branches = new Map((await listBranches(means.tx, means.today)).map((branch) => [branch.id, branch]))
  const writing = {
    means,
    imported,
    branches,
    entry: importEntry(means, imported, `花名册导入：${imported.file_name}`),
  }
  const inserted = await insertAll(writing, onProgress)
  await updateAll(writing, (done) => onProgress(inserted + done))
}

/** While the database takes one window, the next is sealed. */
async function insertAll(writing: Writing, onProgress: (done: number) => Promise<void>): Promise<number> {
  let done = 0
  let inserting = Promise.resolve()
  let rows = await nextRows(writing, 'insert', [])
  for (let isFirst = true; rows.length > 0; isFirst = false) {
    const newcomers = await prepareNewcomers(writing, rows)
    await inserting
    await onProgress(done)
    done += rows.length
    rows = await nextRows(writing, 'insert', rows)
    inserting = insertNewcomers(writing, newcomers, isFirst)
    // It is awaited above and below; without this a failure in between would end the process.
    inserting.catch(() => undefined)
  }
  await inserting
  await onProgress(done)
  return done
}

async function updateAll(writing: Writing, onProgress: (done: number) => Promise<void>): Promise<void> {
  let done = 0
  for (
    let rows = await nextRows(writing, 'update', []);
    rows.length > 0;
    rows = await nextRows(writing, 'update', rows)
  ) {
    await updateRows(writing, rows)
    done += rows.length
    await onProgress(done)
  }
}

async function nextRows(
  { means, imported }: Writing,
  act: 'insert' | 'update',
  before: readonly RosterRow[],
): Promise<RosterRow[]> {
  return await listTicked(means.tx, imported.id, act, before.at(-1)?.row_number ?? 0, ROWS_AT_ONCE)
}
