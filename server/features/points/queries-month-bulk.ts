import type { Notice } from '@steward/domain/notices/notice.ts'
import { type MonthMover, type MonthState, moveMonth } from '@steward/domain/points/month.ts'
import type { PlainMonth } from '@steward/domain/shared/plain-date.ts'
import { type Advanced, draftNoticesFor } from '#features/notices/queries-bulk.ts'
import type { Mover } from '#features/notices/queries-move.ts'
import type { KeptNotice } from '#features/notices/queries-notice.ts'
import { loadVersions } from '#features/schemes/queries.ts'
import type { Context } from '#platform/context.ts'
import {
  factsOf,
  listMonthRows,
  lockMonths,
  type MonthMoved,
  type MonthRow,
  saveMoves,
} from './queries-month.ts'
import { listOffices, toMonthNotice } from './queries-month-notice.ts'
import { sealLedger } from './queries-seal.ts'
import { insertStatements, listMonthTables, type TableRow } from './queries-statement.ts'

type At = Pick<Context, 'tx' | 'actor' | 'now' | 'today' | 'newId'>
/** How months that are loaded when they are over differ from those moved now. */
export type Loaded = {
  /** Takes a drafted notice further by its rules. */
  readonly advance?: (drafted: Notice) => Advanced
  /** Whose word moved the month of a branch, where it is another than who calls. */
  readonly byOf?: (orgId: string) => Mover | undefined
  /** Months before it without lines, which stand on the same sheet where it is made once a quarter. */
  readonly also?: readonly PlainMonth[]
}

/** Holds the months of many branches at once and counts over them. */
export async function lockMany(
  { tx, now }: Pick<Context, 'tx' | 'now'>,
  orgIds: readonly string[],
  month: PlainMonth,
): Promise<MonthRow[]> {
  await lockMonths(tx, orgIds, month, now)
  return await listMonthRows(tx, orgIds, month)
}

/**
 * Closes the held months that may be closed, by the rule for one, with one statement for all statements of members; answers
 * with the branches it closed. The others stay where they are.
 */
export async function closeMany(
  at: At,
  rows: readonly MonthRow[],
  month: PlainMonth,
  mover: MonthMover,
  { byOf, also = [] }: Loaded = {},
): Promise<{ orgIds: readonly string[]; statements: number }> {
  const closing = rows.filter(
    (row) => moveMonth(row.state, 'close', { mover, reason: null }, month, factsOf(row), at.today).ok,
  )
  const orgIds = closing.map(({ orgId }) => orgId)
  if (orgIds.length === 0) return { orgIds, statements: 0 }
  const statements = await insertStatements(at.tx, { orgIds, month, at: at.now })
  const moves = [...also, month].flatMap((each) =>
    closing.map((row): MonthMoved => ({
      ...row,
      month: each,
      from: row.state,
      to: 'closed',
      reason: '',
      by: byOf?.(row.orgId),
    })),
  )
  await saveMoves(at.tx, moves, at.actor, at)
  return { orgIds, statements }
}

/**
 * Puts the held months that may be shown on notice: reviewed by the rule and drafted, all under one root.
 */
export async function publishMany(
  at: At,
  rows: readonly MonthRow[],
  month: PlainMonth,
  mover: MonthMover,
  { advance, byOf, also = [] }: Loaded = {},
): Promise<KeptNotice[]> {
  const going = rows.filter((row) => mayPublish(row, month, mover, at.today))
  if (going.length === 0) return []
  const { tx } = at
  const orgIds = going.map(({ orgId }) => orgId)
  const sealed = await sealLedger(at, at.today, false)
  const tables = Map.groupBy(await listMonthTables(tx, orgIds, month), ({ orgId }) => orgId)
  const offices = await listOffices(tx, orgIds)
  const versions = await loadVersions(tx)
  const nothing: readonly TableRow[] = []
  const made = going.map((org) => {
    const office = offices.get(org.orgId) ?? { office: '', phone: '' }
    const table = tables.get(org.orgId) ?? nothing
    const notice = toMonthNotice({
      org,
      month,
      from: also[0] ?? month,
      table,
      root: sealed.sha256,
      office,
      versions,
    })
    return { ...notice, orgName: org.orgName, orgPath: org.orgPath, by: byOf?.(org.orgId) }
  })
  const kept = (await draftNoticesFor(at, made, advance)).flatMap((each) => (each.ok ? [each.value] : []))
  const noticeOf = new Map(kept.map(({ notice }) => [notice.orgId, notice.id]))
  const rootSize = sealed.size === 0 ? null : sealed.size
  const moves = going.flatMap((row) => {
    const noticeId = noticeOf.get(row.orgId)
    const by = byOf?.(row.orgId)
    if (noticeId === undefined) return []
    return [...also, month].flatMap((each) => movesOf(row, each, { noticeId, rootSize }, by))
  })
  await saveMoves(
    tx,
    moves.filter(({ to }) => to === 'reviewing'),
    at.actor,
    at,
  )
  await saveMoves(
    tx,
    moves.filter(({ to }) => to === 'publishing'),
    at.actor,
    at,
  )
  return kept
}

function mayPublish(row: MonthRow, month: PlainMonth, mover: MonthMover, today: At['today']): boolean {
  const by = { mover, reason: null }
  const facts = factsOf(row)
  const reviewed = row.state === 'open' ? moveMonth(row.state, 'review', by, month, facts, today) : undefined
  const state = reviewed?.ok === true ? reviewed.value : row.state
  return moveMonth(state, 'publish', by, month, facts, today).ok
}

function movesOf(
  row: MonthRow,
  month: PlainMonth,
  to: { readonly noticeId: string; readonly rootSize: number | null },
  by: Mover | undefined,
): MonthMoved[] {
  const move = (
    from: MonthState,
    next: MonthState,
    shown: typeof to | { noticeId: null; rootSize: null },
  ) => ({
    orgId: row.orgId,
    month,
    from,
    to: next,
    reason: '',
    by,
    ...shown,
  })
  const review = move('open', 'reviewing', { noticeId: null, rootSize: null })
  return [...(row.state === 'open' ? [review] : []), move('reviewing', 'publishing', to)]
}
