import type { DocumentNumber } from '@steward/domain/shared/document.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import { nameOf } from '#features/organisation/queries.ts'
import type { Context } from '#platform/context.ts'
import type { CountyTx } from '#platform/db.ts'
import { withinReadersText } from './queries-reader.ts'
import {
  type KeptTolerance,
  type NamedEntry,
  TOLERANCE_ROWS,
  type ToleranceSqlRow,
  toKeptTolerance,
} from './queries-tolerance.ts'

export type ToleranceCounts = { open: number; toAnswer: number; decided: number; all: number }
const OPEN = `c.state in ('applied', 'accepted', 'checked')`
const TO_ANSWER = `(c.state in ('tolerated', 'notTolerated', 'notAccepted') and c.answered_on is null)`

/** Cases the caller may read, those due first. */
export async function listTolerance(
  context: Context,
  asked: { readonly show: keyof ToleranceCounts; readonly offset: number; readonly limit: number },
): Promise<{ rows: KeptTolerance[]; counts: ToleranceCounts }> {
  const within = withinReadersText(
    context,
    { kind: 'tolerance', handles: 'tolerance.read' },
    { path: 'o.path', memberId: 'c.member_id', id: 'c.id' },
    4,
  )
  const groups: Record<keyof ToleranceCounts, string> = {
    ...{ open: OPEN, toAnswer: TO_ANSWER, decided: `not ${OPEN}`, all: 'true' },
  }
  const { columns, from } = TOLERANCE_ROWS
  const where = `where c.county_id = $1 and ${within.text}`
  const count = (group: keyof ToleranceCounts) => `'${group}', count(*) filter (where ${groups[group]})`
  const counts = (Object.keys(groups) as (keyof ToleranceCounts)[]).map(count).join(', ') // The record has exactly these keys.
  const text = `select (select json_build_object(${counts}) ${from} ${where}) as counts,
    (select coalesce(json_agg(x), '[]'::json) from (select ${columns} ${from} ${where} and ${groups[asked.show]}
      order by c.due_on nulls last, c.applied_at desc, c.id offset $2 limit $3) x) as rows`
  const [row] = await context.tx.raw<{ rows: ToleranceSqlRow[]; counts: ToleranceCounts }>(
    nameOf('tolerance', text),
    text,
    [asked.offset, asked.limit, ...within.values],
  )
  if (row === undefined) throw new Error('A statement of sub-selects answers with one row')
  return { rows: row.rows.map(toKeptTolerance), counts: row.counts }
}

export async function listToleranceOf(tx: CountyTx, memberId: string): Promise<KeptTolerance[]> {
  const { columns, from } = TOLERANCE_ROWS
  const text = `select ${columns} ${from} where c.county_id = $1 and c.member_id = $2 order by c.applied_at desc, c.id limit 50`
  return (await tx.raw<ToleranceSqlRow>('tolerance-of', text, [memberId])).map(toKeptTolerance)
}

/** Deductions of a member a case may name: not taken back, in no case that runs. */
export async function listNameable(
  tx: CountyTx,
  memberId: string,
): Promise<(NamedEntry & { readonly disputed: boolean })[]> {
  return await tx.raw(
    'tolerance-nameable',
    `select e.id, e.deed_on as "deedOn", e.credited, null::uuid as "reversalId",
       coalesce((select d.facts from deduction d where d.county_id = e.county_id and d.entry_id = e.id), e.reason, '') as says,
       exists (select 1 from objection j where j.county_id = e.county_id and j.state in ('received', 'assigned')
         and (j.subject_kind = 'ledgerEntry' and j.subject_id = e.id::text
           or j.subject_kind = 'deduction' and j.subject_id = e.source_id)) as disputed
     from ledger_entry e where e.county_id = $1 and e.member_id = $2 and e.kind = 'deduction'
       and not exists (select 1 from ledger_entry r where r.county_id = e.county_id and r.refers_to = e.id and r.kind = 'reversal')
       and not exists (select 1 from tolerance_entry t join tolerance_case c on c.county_id = t.county_id and c.id = t.tolerance_id
         where t.county_id = e.county_id and t.entry_id = e.id and c.state in ('applied', 'accepted', 'checked', 'tolerated'))
     order by e.deed_on desc, e.id limit 50`,
    [memberId],
  )
}

/** Warnings of a member a case may name. */
export async function listNameableWarnings(
  tx: CountyTx,
  memberId: string,
): Promise<{ id: string; number: DocumentNumber; says: string }[]> {
  return await tx.raw(
    'tolerance-nameable-warnings',
    `select w.id, json_build_object('issuer', w.number_issuer, 'year', w.number_year, 'number', w.number) as number, w.facts as says
     from warning w where w.county_id = $1 and w.member_id = $2 and w.state in ('noticed', 'talked', 'measured')
       and not exists (select 1 from tolerance_case c where c.county_id = w.county_id and c.warning_id = w.id
         and c.state in ('applied', 'accepted', 'checked', 'tolerated')) order by w.served_on desc, w.id limit 20`,
    [memberId],
  )
}

/** The warning a case names, for its page. */
export async function findNamedWarning(
  tx: CountyTx,
  id: string,
): Promise<{ id: string; number: DocumentNumber; state: string } | undefined> {
  const rows = await tx.raw<{ id: string; number: DocumentNumber; state: string }>(
    'tolerance-named-warning',
    `select w.id, w.state, json_build_object('issuer', w.number_issuer, 'year', w.number_year, 'number', w.number) as number
     from warning w where w.county_id = $1 and w.id = $2`,
    [id],
  )
  return rows[0]
}

/** Cases past their day, with the committee that is told; nothing else follows. */
export async function listOverdueTolerance(
  tx: CountyTx,
  today: PlainDate,
): Promise<
  { id: string; state: string; memberName: string; orgId: string; orgPath: string; dueOn: PlainDate }[]
> {
  return await tx.raw(
    'tolerance-overdue',
    `select c.id, c.state, m.name as "memberName", o.id as "orgId", o.path::text as "orgPath", c.due_on as "dueOn"
     ${TOLERANCE_ROWS.from} where c.county_id = $1 and c.due_on < $2 order by c.due_on, c.id`,
    [today],
  )
}
