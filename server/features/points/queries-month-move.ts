import {
  moveMonth,
  type MonthMove,
  type MonthMover,
  type MonthRefusal,
} from '@steward/domain/points/month.ts'
import { agree, type Decision } from '@steward/domain/shared/decision.ts'
import type { PlainMonth } from '@steward/domain/shared/plain-date.ts'
import { draftNoticeFor, dropNoticeFor } from '#features/notices/queries.ts'
import { loadVersions } from '#features/schemes/queries.ts'
import type { Context } from '#platform/context.ts'
import { factsOf, listMonthRows, lockMonths, type MonthRow, saveMoves } from './queries-month.ts'
import { listOffices, toMonthNotice } from './queries-month-notice.ts'
import { sealLedger } from './queries-seal.ts'
import { insertStatements, listMonthTable } from './queries-statement.ts'
import { openStatementThings } from './queries-statement-thing.ts'

export type Moved = {
  readonly row: MonthRow
  readonly state: MonthRow['state']
  readonly noticeId: string | null
  readonly statements: number
}
export type NoticeDraftRefusal =
  | 'notice-contact-missing'
  | 'notice-route-missing'
  | 'notice-words-missing'
  | 'notice-wrong-state'

/** The month of a branch, held, with what is counted over it. */
export async function lockMonth(
  { tx, now }: Pick<Context, 'tx' | 'now'>,
  orgId: string,
  month: PlainMonth,
): Promise<MonthRow | undefined> {
  await lockMonths(tx, [orgId], month, now)
  const [row] = await listMonthRows(tx, [orgId], month)
  return row
}

/** Moves a held month by its rule and does what belongs to the move: the notice, the statements. */
export async function moveHeld(
  context: Context,
  row: MonthRow,
  month: PlainMonth,
  move: MonthMove,
  by: { readonly mover: MonthMover; readonly reason: string | null },
): Promise<Decision<Moved, MonthRefusal | NoticeDraftRefusal>> {
  const { tx, today, actor, now } = context
  const decision = moveMonth(row.state, move, by, month, factsOf(row), today)
  if (!decision.ok) return decision
  const done = await doMove(context, row, month, move, by.reason ?? '')
  if (!done.ok) return done
  const { noticeId, rootSize, statements } = done.value
  const reason = by.reason?.trim() ?? ''
  const moved = { orgId: row.orgId, month, from: row.state, to: decision.value, noticeId, rootSize, reason }
  await saveMoves(tx, [moved], actor, { now, newId: () => context.newId() })
  return agree({ row, state: decision.value, noticeId, statements })
}

type Done = { noticeId: string | null; rootSize: number | null; statements: number }

async function doMove(
  context: Context,
  row: MonthRow,
  month: PlainMonth,
  move: MonthMove,
  reason: string,
): Promise<Decision<Done, NoticeDraftRefusal>> {
  const { tx, now } = context
  const { noticeId, rootSize, orgId } = row
  if (move === 'publish') return await draftMonthNotice(context, row, month)
  if (move === 'withdraw' && noticeId !== null) {
    const dropped = await dropNoticeFor(context, noticeId, reason)
    if (!dropped.ok) return { ok: false, code: 'notice-wrong-state', details: dropped.details }
    return agree({ noticeId: null, rootSize: null, statements: 0 })
  }
  if (move !== 'close') return agree({ noticeId, rootSize, statements: 0 })
  const statements = await insertStatements(tx, { orgIds: [orgId], month, at: now })
  await openStatementThings(context, [orgId], month)
  return agree({ noticeId, rootSize, statements })
}

/** The sheet carries the root over all that is posted, so the log takes it in first. */
async function draftMonthNotice(
  context: Context,
  row: MonthRow,
  month: PlainMonth,
): Promise<Decision<Done, NoticeDraftRefusal>> {
  const { tx, today } = context
  const sealed = await sealLedger(context, today, false)
  const table = await listMonthTable(tx, row.orgId, month)
  const office = (await listOffices(tx, [row.orgId])).get(row.orgId) ?? { office: '', phone: '' }
  const versions = await loadVersions(tx)
  const notice = toMonthNotice({ org: row, month, table, root: sealed.sha256, office, versions })
  const drafted = await draftNoticeFor(context, notice)
  if (!drafted.ok) {
    const { code, details } = drafted
    if (
      code === 'notice-contact-missing' ||
      code === 'notice-route-missing' ||
      code === 'notice-words-missing'
    )
      return { ok: false, code, details }
    throw new Error(`The notice of a month is not refused as ${code}`)
  }
  const rootSize = sealed.size === 0 ? null : sealed.size
  return agree({ noticeId: drafted.value.notice.id, rootSize, statements: 0 })
}
