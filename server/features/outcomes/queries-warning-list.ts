import type { Warning, WarningState } from '@steward/domain/outcomes/warning.ts'
import { warningStates } from '@steward/domain/outcomes/warning.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import { nameOf } from '#features/organisation/queries.ts'
import type { Context } from '#platform/context.ts'
import type { CountyTx } from '#platform/db.ts'
import { withinReadersText } from './queries-reader.ts'
import { type KeptWarning, toKeptWarning, WARNING_ROWS, type WarningSqlRow } from './queries-warning.ts'

export type WarningCounts = Record<WarningState, number>
const RUNNING = `w.state in ('drafted', 'noticed', 'talked')`

/** Warnings the caller may read, those whose day comes first on top. A draft is nobody's but theirs who draft and serve. */
export async function listWarnings(
  context: Context,
  asked: { readonly show: WarningState | 'running' | 'all'; readonly offset: number; readonly limit: number },
): Promise<{ rows: KeptWarning[]; counts: WarningCounts }> {
  const { tx } = context
  const within = withinReadersText(
    context,
    { kind: 'warning', handles: 'warning.read' },
    { path: 'o.path', memberId: 'w.member_id', id: 'w.id' },
    4,
  )
  const where = `where w.county_id = $1 and ${within.text}`
  const only =
    asked.show === 'all' ? 'true' : asked.show === 'running' ? RUNNING : `w.state = '${asked.show}'`
  const counts = warningStates.map((state) => `'${state}', count(*) filter (where w.state = '${state}')`)
  const { columns, from } = WARNING_ROWS
  const text = `select (select json_build_object(${counts.join(', ')}) ${from} ${where}) as counts,
    (select coalesce(json_agg(x), '[]'::json) from (select ${columns} ${from} ${where} and ${only}
      order by ${RUNNING} desc, case when ${RUNNING} then w.change_by_on end, w.drafted_at desc, w.id offset $2 limit $3) x) as rows`
  const [row] = await tx.raw<{ rows: WarningSqlRow[]; counts: WarningCounts }>(
    nameOf('warnings', text),
    text,
    [...[asked.offset, asked.limit], ...within.values],
  )
  if (row === undefined) throw new Error('A statement of sub-selects answers with one row')
  return { rows: row.rows.map(toKeptWarning), counts: row.counts }
}

/** Warnings about a member, as the member reads them: once they were handed over. */
export async function listWarningsOf(tx: CountyTx, memberId: string): Promise<KeptWarning[]> {
  const { columns, from } = WARNING_ROWS
  const text = `select ${columns} ${from} where w.county_id = $1 and w.member_id = $2 and w.state <> 'drafted'
    order by w.served_on desc, w.id limit 50`
  return (await tx.raw<WarningSqlRow>('warnings-of', text, [memberId])).map(toKeptWarning)
}

/** Whether another warning of the member is on its way. */
export async function hasRunningWarning(tx: CountyTx, memberId: string): Promise<boolean> {
  const rows = await tx.raw(
    'warning-running',
    `select 1 from warning w where w.county_id = $1 and w.member_id = $2 and ${RUNNING} limit 1`,
    [memberId],
  )
  return rows.length > 0
}

/** Warnings whose day to have changed is near or over, for the reminder. */
export async function listChangeDue(
  tx: CountyTx,
  until: PlainDate,
): Promise<{ id: string; memberName: string; orgName: string; bodyOrgId: string; changeBy: PlainDate }[]> {
  return await tx.raw(
    'warnings-change-due',
    `select w.id, m.name as "memberName", o.name as "orgName", w.body_org_id as "bodyOrgId", w.change_by_on as "changeBy"
     ${WARNING_ROWS.from} where w.county_id = $1 and w.state in ('noticed', 'talked') and w.change_by_on <= $2
     order by w.change_by_on, w.id`,
    [until],
  )
}

/** The tolerance case that names a warning, the last one. */
export async function findToleranceOn(
  tx: CountyTx,
  warningId: string,
): Promise<{ id: string; state: string } | undefined> {
  const rows = await tx.raw<{ id: string; state: string }>(
    'warning-tolerance',
    `select c.id, c.state from tolerance_case c where c.county_id = $1 and c.warning_id = $2
     order by c.applied_at desc, c.id desc limit 1`,
    [warningId],
  )
  return rows[0]
}

/** Warnings by day, for figures and other features: what `countWarnings` counts. */
export async function listServedWarnings(
  tx: CountyTx,
  between: { readonly from: PlainDate; readonly until: PlainDate },
): Promise<Warning[]> {
  const { columns, from } = WARNING_ROWS
  const text = `select ${columns} ${from} where w.county_id = $1 and w.served_on between $2 and $3 order by w.served_on, w.id`
  const rows = await tx.raw<WarningSqlRow>('warnings-served', text, [between.from, between.until])
  return rows.map((row) => toKeptWarning(row).warning)
}
