import { agree, type Decision, refuse } from '@steward/domain/shared/decision.ts'
import type { Context } from '#platform/context.ts'
import type { Before } from './jobs-roster-update.ts'
import { importEntry } from './jobs-roster-writing.ts'
import { insertManyChanges } from './queries-change.ts'
import type { ImportRow } from './queries-roster-import.ts'
import { type RosterRow, type RowFacts } from './queries-roster-row.ts'
import { listWritten } from './queries-roster-written.ts'
import {
  countAnew,
  listReferenced,
  lockMembers,
  redirectAffiliations,
  removeCategories,
  removeOpenedFiles,
  reopenAffiliations,
  replaceMembers,
  type WritableFacts,
} from './queries-roster-write.ts'

const ROWS_AT_ONCE = 5000
const NAMED = 10
const FIRST_REVISION = 1

/**
 * Takes back all an import wrote: opened files go, changed ones get their old facts. Refuses, naming people, while
 * anything was changed or built upon since.
 */
export async function undoRoster(
  ctx: Context,
  imported: ImportRow,
  reason: string,
): Promise<Decision<{ removed: number; restored: number }, 'import-built-upon'>> {
  await countAnew(ctx.tx)
  const builtUpon: string[] = []
  let [removed, restored] = [0, 0]
  for (let after = 0; ;) {
    const rows = await listWritten(ctx.tx, imported.id, after, ROWS_AT_ONCE)
    if (rows.length === 0) break
    after = rows.at(-1)?.row_number ?? Number.MAX_SAFE_INTEGER
    builtUpon.push(...(await namesBuiltUpon(ctx, rows)))
    // Only counted from here on: the transaction ends in a refusal.
    if (builtUpon.length > 0) continue
    const opened = rows.filter(({ act }) => act === 'insert')
    const changed = rows.filter(({ act }) => act === 'update')
    await removeOpenedFiles(
      ctx.tx,
      opened.flatMap(({ member_id }) => member_id ?? []),
    )
    await restore(ctx, imported, changed, reason)
    removed += opened.length
    restored += changed.length
  }
  if (builtUpon.length === 0) return agree({ removed, restored })
  return refuse('import-built-upon', { count: builtUpon.length, names: builtUpon.slice(0, NAMED) })
}

async function namesBuiltUpon(ctx: Context, rows: readonly RosterRow[]): Promise<string[]> {
  const locked = await lockMembers(
    ctx.tx,
    rows.flatMap(({ member_id }) => member_id ?? []),
  )
  const opened = rows.filter(({ act }) => act === 'insert')
  const referenced = new Set(
    await listReferenced(
      ctx.tx,
      opened.flatMap(({ member_id }) => member_id ?? []),
    ),
  )
  return rows
    .filter(({ act, member_id, member_revision }) => {
      const revision = act === 'insert' ? FIRST_REVISION : (member_revision ?? 0) + 1
      return locked.get(member_id ?? '')?.revision !== revision || referenced.has(member_id ?? '')
    })
    .map(({ name }) => name)
}

async function restore(
  ctx: Context,
  imported: ImportRow,
  rows: readonly RosterRow[],
  reason: string,
): Promise<void> {
  const befores = rows.map((row) => ({ id: row.member_id ?? '', before: openBefore(ctx, row) }))
  await replaceMembers(
    ctx.tx,
    befores.map(({ id, before }) => ({ id, facts: byteFacts(before.facts) })),
  )
  await removeCategories(
    ctx.tx,
    befores.flatMap(({ before }) => before.categoryId ?? []),
  )
  const affiliations = befores.flatMap(({ before }) => before.affiliation ?? [])
  await reopenAffiliations(
    ctx.tx,
    affiliations.flatMap((one) => ('openedId' in one ? one : [])),
  )
  await redirectAffiliations(
    ctx.tx,
    affiliations.flatMap((one) => ('openedId' in one ? [] : one)),
  )
  const lines = rows.flatMap((row) =>
    ((row.facts as RowFacts).changes ?? []).map(({ field, from, to }) => ({
      memberId: row.member_id ?? '',
      field,
      before: to,
      after: from,
    })),
  )
  await insertManyChanges(ctx.tx, lines, importEntry(ctx, imported, `撤销导入：${reason}`))
}

function openBefore(ctx: Context, row: RosterRow): Before {
  if (row.before_sealed === null) throw new Error(`Row ${row.row_number} does not say what it replaced`)
  // Written by the import in this form.
  return JSON.parse(ctx.crypto.unseal(row.before_sealed)) as Before
}

function byteFacts(facts: Before['facts']): WritableFacts {
  const bytes = (text: string | null) => (text === null ? null : Buffer.from(text, 'base64'))
  return {
    ...facts,
    identity_sealed: bytes(facts.identity_sealed),
    identity_index: bytes(facts.identity_index),
    phone_sealed: bytes(facts.phone_sealed),
    phone_index: bytes(facts.phone_index),
    address_sealed: bytes(facts.address_sealed),
  }
}
