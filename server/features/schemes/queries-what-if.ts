import type { Proposal, SchemeContent, SchemeField } from '@steward/domain/schemes/scheme.ts'
import type { WhatIfChange, WhatIfResult } from '@steward/domain/schemes/what-if.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import type { Access } from '#platform/access.ts'
import type { CountyTx } from '#platform/db.ts'
import { scoringColumns, type ScoringRow } from './queries.ts'

export type KeptResult = Omit<WhatIfResult, 'affected'> & { readonly affected: number }
export type WhatIfRow = {
  readonly id: string
  readonly scheme_id: string
  readonly base_version_id: string
  readonly draft_revision: number
  readonly content: SchemeContent
  readonly year: number
  readonly until_on: PlainDate
  readonly state: 'waiting' | 'running' | 'done' | 'failed'
  readonly progress_done: number
  readonly progress_all: number
  readonly result: KeptResult | null
  readonly started_by: string
  readonly started_at: Date
  readonly finished_at: Date | null
}

const COLUMNS = `w.id, w.scheme_id, w.base_version_id, w.draft_revision, w.content, w.year, w.until_on, w.state,
  w.progress_done, w.progress_all, w.result, w.started_by, w.started_at, w.finished_at`

export async function findWhatIf(
  tx: CountyTx,
  by: { readonly id: string } | { readonly schemeId: string },
): Promise<WhatIfRow | undefined> {
  const [name, column, value] =
    'id' in by ? ['what-if-by-id', 'id', by.id] : ['what-if-by-scheme', 'scheme_id', by.schemeId]
  const [row] = await tx.raw<WhatIfRow>(
    name,
    `select ${COLUMNS} from scheme_what_if w where w.county_id = $1 and w.${column} = $2`,
    [value],
  )
  return row
}

/** A new trial in place of the one before; the scheme is locked by the caller. */
export async function replaceWhatIf(
  tx: CountyTx,
  row: {
    readonly id: string
    readonly schemeId: string
    readonly baseVersionId: string
    readonly revision: number
    readonly content: SchemeContent
    readonly year: number
    readonly untilOn: PlainDate
  },
  entry: { readonly by: string; readonly accountId: string | null; readonly at: Date },
): Promise<void> {
  await removeWhatIf(tx, row.schemeId)
  await tx
    .insert('scheme_what_if', {
      id: row.id,
      scheme_id: row.schemeId,
      base_version_id: row.baseVersionId,
      draft_revision: row.revision,
      content: JSON.stringify(row.content),
      year: row.year,
      until_on: row.untilOn,
      state: 'waiting',
      started_by: entry.by,
      started_by_account_id: entry.accountId,
      started_at: entry.at,
    })
    .execute()
}

export async function removeWhatIf(tx: CountyTx, schemeId: string): Promise<void> {
  await tx.raw(
    'what-if-member-remove',
    `delete from scheme_what_if_member a using scheme_what_if w
     where a.county_id = $1 and w.county_id = $1 and w.id = a.what_if_id and w.scheme_id = $2`,
    [schemeId],
  )
  await tx.remove('scheme_what_if').where('scheme_id', '=', schemeId).execute()
}

/** Says how far a trial is; false where it has been replaced. */
export async function saveWhatIfProgress(
  tx: CountyTx,
  id: string,
  state: 'running' | 'failed',
  done: number,
  all: number,
): Promise<boolean> {
  const saved = await tx.raw(
    'what-if-progress',
    `update scheme_what_if set state = $3, progress_done = $4, progress_all = $5
     where county_id = $1 and id = $2 and state <> 'done' returning id`,
    [id, state, done, all],
  )
  return saved.length > 0
}

const ROWS_AT_ONCE = 5000

/** Keeps what came out and whose year would change; false where the trial has been replaced. */
export async function finishWhatIf(
  tx: CountyTx,
  id: string,
  { affected, ...result }: WhatIfResult,
  at: Date,
): Promise<boolean> {
  const kept: KeptResult = { ...result, affected: affected.length }
  const saved = await tx.raw(
    'what-if-finish',
    `update scheme_what_if set state = 'done', result = $3, finished_at = $4, progress_done = progress_all
     where county_id = $1 and id = $2 and state = 'running' returning id`,
    [id, JSON.stringify(kept), at],
  )
  if (saved.length === 0) return false
  for (let from = 0; from < affected.length; from += ROWS_AT_ONCE) {
    await insertAffected(tx, id, affected.slice(from, from + ROWS_AT_ONCE))
  }
  return true
}

async function insertAffected(tx: CountyTx, id: string, rows: readonly WhatIfChange[]): Promise<void> {
  await tx.raw(
    'what-if-member-insert',
    `insert into scheme_what_if_member (county_id, what_if_id, member_id, before, after, proposal_before, proposal_after)
     select $1, $2, member_id, before, after, proposal_before, proposal_after
     from unnest($3::uuid[], $4::integer[], $5::integer[], $6::text[], $7::text[])
       as t (member_id, before, after, proposal_before, proposal_after)`,
    [
      id,
      rows.map(({ memberId }) => memberId),
      rows.map(({ before }) => before),
      rows.map(({ after }) => after),
      rows.map(({ proposalBefore }) => proposalBefore),
      rows.map(({ proposalAfter }) => proposalAfter),
    ],
  )
}

export type AffectedRow = {
  readonly memberId: string
  readonly name: string
  readonly orgName: string
  readonly before: number
  readonly after: number
  readonly proposalBefore: Proposal | null
  readonly proposalAfter: Proposal | null
}

/** Whose year would change, by name, of those whose files the caller may read. */
export async function listAffected(
  { tx, access }: { readonly tx: CountyTx; readonly access: Access },
  schemeId: string,
  page: { readonly offset: number; readonly limit: number },
): Promise<{ total: number; rows: AffectedRow[] }> {
  const within = access.withinText('member.read', { path: 'o.path' }, 5)
  const rows = await tx.raw<AffectedRow & { total: number }>(
    '',
    `select a.member_id as "memberId", m.name, o.short_name as "orgName", a.before, a.after,
       a.proposal_before as "proposalBefore", a.proposal_after as "proposalAfter", count(*) over ()::int as total
     from scheme_what_if w
     join scheme_what_if_member a on a.county_id = w.county_id and a.what_if_id = w.id
     join member m on m.county_id = a.county_id and m.id = a.member_id
     join party_org o on o.county_id = m.county_id and o.id = m.party_org_id
     where w.county_id = $1 and w.scheme_id = $2 and ${within.text}
     order by m.name_order, m.id limit $3 offset $4`,
    [schemeId, page.limit, page.offset, ...within.values],
  )
  return { total: rows[0]?.total ?? 0, rows }
}

/** Whether members have lines of deeds in a year; looks member by member, for a ledger has no order of its own by days. */
export async function hasLinesIn(tx: CountyTx, year: number): Promise<boolean> {
  const rows = await tx.raw(
    'what-if-has-lines',
    `select 1 as found from member m cross join lateral (
       select 1 from ledger_entry e where e.county_id = $1 and e.member_id = m.id
         and e.deed_on >= $2::date and e.deed_on < $3::date and e.kind in ('award', 'deduction') limit 1) line
     where m.county_id = $1 limit 1`,
    [`${year}-01-01`, `${year + 1}-01-01`],
  )
  return rows.length > 0
}

export type TriedMember = ScoringRow & { readonly born_on: PlainDate }

/** Organisations whose members a scheme may be for; null for every field. */
export function orgFieldsOf(field: SchemeField | 'every'): readonly string[] | null {
  if (field === 'every') return null
  return field === 'other' ? ['other', 'otherPublicBody'] : [field]
}

const ON_ROLL = `from member m join party_org o on o.county_id = m.county_id and o.id = m.party_org_id
  where m.county_id = $1 and m.state in ('active', 'suspended') and ($2::text[] is null or o.field = any($2))`

export async function countTried(tx: CountyTx, fields: readonly string[] | null): Promise<number> {
  const [row] = await tx.raw<{ count: number }>('what-if-count', `select count(*)::int as count ${ON_ROLL}`, [
    fields,
  ])
  return row?.count ?? 0
}

/** Members on the roll after an id, in the order of their ids, as they were on a day. */
export async function listTried(
  tx: CountyTx,
  fields: readonly string[] | null,
  after: string,
  day: PlainDate,
  limit: number,
): Promise<TriedMember[]> {
  return await tx.raw<TriedMember>(
    'what-if-members',
    `select ${scoringColumns('$4')}, m.born_on ${ON_ROLL} and m.id > $3 order by m.id limit $5`,
    [fields, after, day, limit],
  )
}

/** A member's lines of a year: `item raw day;…` with the day counted from 1 January. */
export type TriedLines = {
  readonly member_id: string
  readonly base: number
  readonly recorded: number
  readonly lines: string | null
}

/**
 * Lines that stand, so neither a reversal nor what it took back, in the order of day and identifier, packed into one
 * text for each member: a county's year is a million lines. `not in` is a hash whatever the database knows of the table.
 */
export async function listTriedLines(
  tx: CountyTx,
  memberIds: readonly string[],
  year: number,
): Promise<TriedLines[]> {
  return await tx.raw<TriedLines>(
    'what-if-lines',
    `select e.member_id,
       coalesce(sum(e.credited) filter (where e.term = 'base'), 0)::int as base,
       coalesce(sum(e.credited) filter (where e.term <> 'base'), 0)::int as recorded,
       string_agg(e.item_code || ' ' || e.raw || ' ' || (e.deed_on - $3::date), ';' order by e.deed_on, e.id)
         filter (where e.kind in ('award', 'deduction', 'correction') and e.item_code is not null
           and e.id not in (select r.refers_to from ledger_entry r where r.county_id = $1 and r.kind = 'reversal'
             and r.refers_to is not null and r.member_id = any($2::uuid[]))) as lines
     from ledger_entry e
     where e.county_id = $1 and e.member_id = any($2::uuid[]) and e.deed_on >= $3::date and e.deed_on < $4::date
     group by e.member_id`,
    [memberIds, `${year}-01-01`, `${year + 1}-01-01`],
  )
}

export async function listBranchNames(
  tx: CountyTx,
  orgIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.raw<{ id: string; name: string }>(
    'what-if-branches',
    'select id, short_name as name from party_org where county_id = $1 and id = any($2::uuid[])',
    [orgIds],
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}
