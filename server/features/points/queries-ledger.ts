import type { TotalTerm } from '@steward/domain/points/category.ts'
import type { LimitKind } from '@steward/domain/points/credit.ts'
import type { EntryKind, EntrySource, LedgerEntry } from '@steward/domain/points/entry.ts'
import type { PlainDate, PlainMonth } from '@steward/domain/shared/plain-date.ts'
import { toPoints } from '@steward/domain/shared/points.ts'
import type { CountyTx } from '#platform/db.ts'

/** A line as it stands in the table; points in hundredths. */
export type EntryRow = {
  readonly id: string
  readonly member_id: string
  readonly party_org_id: string
  readonly kind: EntryKind
  readonly term: TotalTerm
  readonly item_code: string | null
  readonly raw: number
  readonly credited: number
  readonly limit_by: LimitKind | null
  readonly limit_cap: number | null
  readonly limit_used: number | null
  readonly outside_caps: boolean
  readonly scheme_version_id: string
  readonly deed_on: PlainDate
  readonly posted_at: Date
  readonly month: PlainMonth
  readonly author_id: string
  readonly reviewer_id: string | null
  readonly source_kind: EntrySource
  readonly source_id: string
  readonly evidence: readonly string[]
  readonly refers_to: string | null
  readonly reason: string | null
}

export const ENTRY_COLUMNS = `e.id, e.member_id, e.party_org_id, e.kind, e.term, e.item_code, e.raw, e.credited, e.limit_by,
  e.limit_cap, e.limit_used, e.outside_caps, e.scheme_version_id, e.deed_on, e.posted_at, e.month, e.author_id,
  e.reviewer_id, e.source_kind, e.source_id, e.evidence, e.refers_to, e.reason`

/** A row as the rules and the log see it. */
export function toEntry(row: EntryRow): LedgerEntry {
  const { limit_by: by, limit_cap: cap, limit_used: used } = row
  return {
    id: row.id,
    memberId: row.member_id,
    orgId: row.party_org_id,
    kind: row.kind,
    term: row.term,
    itemCode: row.item_code,
    raw: toPoints(row.raw),
    credited: toPoints(row.credited),
    limit:
      by === null || cap === null || used === null ? null : { by, cap: toPoints(cap), used: toPoints(used) },
    schemeVersionId: row.scheme_version_id,
    deedOn: row.deed_on,
    postedAt: row.posted_at,
    month: row.month,
    authorId: row.author_id,
    reviewerId: row.reviewer_id,
    source: { kind: row.source_kind, id: row.source_id },
    evidence: row.evidence,
    refersTo: row.refers_to,
    reason: row.reason,
  }
}

/** A line, and whether it lies outside the caps by its version; what is kept beside the hashed fields. */
export type NewEntry = { readonly entry: LedgerEntry; readonly outsideCaps: boolean }

function toRow({ entry, outsideCaps }: NewEntry): EntryRow {
  return {
    id: entry.id,
    member_id: entry.memberId,
    party_org_id: entry.orgId,
    kind: entry.kind,
    term: entry.term,
    item_code: entry.itemCode,
    raw: entry.raw,
    credited: entry.credited,
    limit_by: entry.limit?.by ?? null,
    limit_cap: entry.limit?.cap ?? null,
    limit_used: entry.limit?.used ?? null,
    outside_caps: outsideCaps,
    scheme_version_id: entry.schemeVersionId,
    deed_on: entry.deedOn,
    posted_at: entry.postedAt,
    month: entry.month,
    author_id: entry.authorId,
    reviewer_id: entry.reviewerId,
    source_kind: entry.source.kind,
    source_id: entry.source.id,
    evidence: entry.evidence,
    refers_to: entry.refersTo,
    reason: entry.reason,
  }
}

const INSERT = `
with given as materialized (
  select * from jsonb_to_recordset($2::jsonb) as e (id uuid, member_id uuid, party_org_id uuid, kind text, term text,
    item_code text, raw int, credited int, limit_by text, limit_cap int, limit_used int, outside_caps boolean,
    scheme_version_id uuid, deed_on date, posted_at timestamptz, month text, author_id uuid, reviewer_id uuid,
    source_kind text, source_id text, evidence text[], refers_to uuid, reason text)
), added as (
  insert into ledger_entry (county_id, id, member_id, party_org_id, kind, term, item_code, raw, credited, limit_by,
    limit_cap, limit_used, outside_caps, scheme_version_id, deed_on, posted_at, month, author_id, reviewer_id,
    source_kind, source_id, evidence, refers_to, reason, statement_month)
  select $1, ${ENTRY_COLUMNS}, case when e.refers_to is null then e.month else (select r.statement_month
    from ledger_entry r where r.county_id = $1 and r.id = e.refers_to) end from given e
)
insert into points_balance as b (county_id, member_id, year, base, duty, pledges_and_tasks, service_and_example, bonus,
  deductions, outside_caps, entry_count)
select $1, member_id, extract(year from deed_on)::int,
  coalesce(sum(credited) filter (where term = 'base'), 0), coalesce(sum(credited) filter (where term = 'duty'), 0),
  coalesce(sum(credited) filter (where term = 'pledgesAndTasks'), 0),
  coalesce(sum(credited) filter (where term = 'serviceAndExample'), 0),
  coalesce(sum(credited) filter (where term = 'bonus'), 0), coalesce(sum(credited) filter (where term = 'deductions'), 0),
  coalesce(sum(credited) filter (where outside_caps), 0), count(*)
from given group by 2, 3 order by 2, 3
on conflict (county_id, member_id, year) do update set base = b.base + excluded.base, duty = b.duty + excluded.duty,
  pledges_and_tasks = b.pledges_and_tasks + excluded.pledges_and_tasks,
  service_and_example = b.service_and_example + excluded.service_and_example, bonus = b.bonus + excluded.bonus,
  deductions = b.deductions + excluded.deductions, outside_caps = b.outside_caps + excluded.outside_caps,
  entry_count = b.entry_count + excluded.entry_count`

/** Adds lines and, in the same statement, what they make of the members' balances. Callers have checked the lines. */
export async function insertEntries(tx: CountyTx, entries: readonly NewEntry[]): Promise<void> {
  if (entries.length === 0) return
  await tx.raw('ledger-insert', INSERT, [JSON.stringify(entries.map(toRow))])
}

/** A member's lines of a year of deeds, in the order of posting. */
export async function listEntriesOf(tx: CountyTx, memberId: string, year: number): Promise<LedgerEntry[]> {
  const rows = await tx.raw<EntryRow>(
    'ledger-of-member',
    `select ${ENTRY_COLUMNS} from ledger_entry e where e.county_id = $1 and e.member_id = $2
       and e.deed_on between make_date($3, 1, 1) and make_date($3, 12, 31) order by e.posted_at, e.id`,
    [memberId, year],
  )
  return rows.map(toEntry)
}

/** One line, and whether it was taken back. */
export async function findEntry(
  tx: CountyTx,
  entryId: string,
): Promise<{ entry: LedgerEntry; outsideCaps: boolean; reversed: boolean; orgPath: string } | undefined> {
  const [row] = await tx.raw<EntryRow & { reversed: boolean; orgPath: string }>(
    'ledger-find',
    `select ${ENTRY_COLUMNS}, o.path::text as "orgPath", exists (select 1 from ledger_entry r
       where r.county_id = $1 and r.refers_to = e.id and r.kind = 'reversal') as reversed
     from ledger_entry e join party_org o on o.county_id = e.county_id and o.id = e.party_org_id
     where e.county_id = $1 and e.id = $2`,
    [entryId],
  )
  if (row === undefined) return undefined
  return {
    entry: toEntry(row),
    outsideCaps: row.outside_caps,
    reversed: row.reversed,
    orgPath: row.orgPath,
  }
}
