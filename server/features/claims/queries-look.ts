import type { ClaimLevel, ClaimMove } from '@steward/domain/claims/claim.ts'
import type { Limit, LimitKind } from '@steward/domain/points/credit.ts'
import type { PlainDate, PlainMonth } from '@steward/domain/shared/plain-date.ts'
import { scoringColumns, type ScoringRow, versionIdsText } from '#features/schemes/queries.ts'
import type { CountyTx } from '#platform/db.ts'
import { CLAIM_COLUMNS, CLAIM_FROM, type ClaimRow } from './queries-claim.ts'

export type StepRow = {
  readonly move: ClaimMove
  readonly level: ClaimLevel
  readonly by: string
  readonly at: Date
  readonly reason: string
  readonly facts: Readonly<Record<string, string | number | boolean | null>>
}

/** The history of a claim, oldest first. */
export async function listSteps(tx: CountyTx, claimId: string): Promise<StepRow[]> {
  return await tx.raw<StepRow>(
    'claim-steps',
    `select move, level, by_name as by, moved_at as at, reason, facts from claim_move
     where county_id = $1 and claim_id = $2 order by moved_at, id`,
    [claimId],
  )
}

type OtherRow = {
  readonly id: string
  readonly number: string
  readonly deedOn: PlainDate
  readonly state: string
  readonly said: string
  readonly credited: number | null
  readonly double: boolean
}

/** Other claims of the member for the same pledge, task or item, newest first; `double` within a day of this one. */
export async function listOthers(tx: CountyTx, row: ClaimRow): Promise<OtherRow[]> {
  return await tx.raw<OtherRow>(
    'claim-others',
    `select c.id, c.number, c.deed_on as "deedOn", c.state, c.said, e.credited,
       c.item_code = $4 and abs(c.deed_on - $5::date) <= 1 and c.state not in ('withdrawn', 'refused') as double
     from claim c left join ledger_entry e on e.county_id = c.county_id and e.id = c.entry_id
     where c.county_id = $1 and c.member_id = $2 and c.id <> $3 and c.state <> 'withdrawn'
       and (c.item_code = $4 and abs(c.deed_on - $5::date) <= 1 or c.pledge_id = $6 or c.task_id = $7
         or $6::uuid is null and $7::uuid is null and c.item_code = $4)
     order by c.deed_on desc, c.id desc limit 20`,
    [row.memberId, row.id, row.itemCode, row.deedOn, row.pledgeId, row.taskId],
  )
}

export type EntryView = {
  readonly id: string
  readonly raw: number
  readonly credited: number
  readonly limit: Limit | null
  readonly month: PlainMonth
  readonly postedAt: Date
  readonly reversed: boolean
}

/** The line of the ledger a claim came to. */
export async function findEntryView(tx: CountyTx, entryId: string | null): Promise<EntryView | null> {
  if (entryId === null) return null
  const [row] = await tx.raw<
    Omit<EntryView, 'limit'> & { by: LimitKind | null; cap: Limit['cap']; used: Limit['used'] }
  >(
    'claim-entry',
    `select e.id, e.raw, e.credited, e.limit_by as by, e.limit_cap as cap, e.limit_used as used, e.month,
       e.posted_at as "postedAt", exists (select 1 from ledger_entry r where r.county_id = $1 and r.refers_to = e.id
         and r.kind = 'reversal') as reversed
     from ledger_entry e where e.county_id = $1 and e.id = $2`,
    [entryId],
  )
  if (row === undefined) return null
  const { by, cap, used, ...entry } = row
  return { ...entry, limit: by === null ? null : { by, cap, used } }
}

/** The committee above a branch, and the county. */
export async function findLevelNames(
  tx: CountyTx,
  orgPath: string,
): Promise<{ baseCommittee: string | null; county: string | null }> {
  const rows = await tx.raw<{ kind: string; name: string }>(
    'claim-level-names',
    `select o.kind, o.name from party_org o where o.county_id = $1 and o.path @> $2::ltree
       and o.kind in ('baseCommittee', 'workCommittee', 'countyCommittee') and o.dissolved_on is null order by o.path desc`,
    [orgPath],
  )
  return {
    baseCommittee: rows.find(({ kind }) => kind !== 'countyCommittee')?.name ?? null,
    county: rows.find(({ kind }) => kind === 'countyCommittee')?.name ?? null,
  }
}

type MineFilter = {
  readonly show: 'open' | 'decided' | 'all'
  readonly offset: number
  readonly limit: number
}
const OPEN_STATES = `c.state in ('submitted', 'returned')`

/** A member's own claims, the latest first. */
export async function listOwn(
  tx: CountyTx,
  memberId: string,
  { show, offset, limit }: MineFilter,
): Promise<{ rows: ClaimRow[]; counts: { open: number; decided: number; all: number } }> {
  const [rows, counts] = await Promise.all([
    tx.raw<ClaimRow>(
      'claims-own',
      `select ${CLAIM_COLUMNS} ${CLAIM_FROM} where c.county_id = $1 and c.member_id = $2
         and ($3 = 'all' or (${OPEN_STATES}) = ($3 = 'open'))
       order by c.submitted_at desc, c.id desc limit $4 offset $5`,
      [memberId, show, limit, offset],
    ),
    tx.raw<{ open: number; all: number }>(
      'claims-own-count',
      `select count(*) filter (where ${OPEN_STATES})::int as open, count(*)::int as all from claim c
       where c.county_id = $1 and c.member_id = $2`,
      [memberId],
    ),
  ])
  const { open = 0, all = 0 } = counts[0] ?? {}
  return { rows, counts: { open, all, decided: all - open } }
}

/** What a member can report: scheme facts, how often each item was reported, what waits to be completed. */
export type OptionFacts = ScoringRow & {
  readonly org_name: string
  readonly version_ids: string[]
  readonly often: Readonly<Record<string, number>>
  readonly returned: number
  readonly stand_in: boolean
}

export async function findOptionFacts(
  tx: CountyTx,
  memberId: string,
  day: PlainDate,
  callerId: string | null,
): Promise<OptionFacts | undefined> {
  const [row] = await tx.raw<OptionFacts>(
    'claim-option-facts',
    `select ${scoringColumns('$3')}, o.name as org_name, ${versionIdsText} as version_ids,
       (select coalesce(json_object_agg(u.item_code, u.count), '{}'::json) from (select c.item_code, count(*)::int as count
          from claim c where c.county_id = $1 and c.member_id = m.id and c.state <> 'withdrawn'
            and c.deed_on > $3::date - 365 group by c.item_code) u) as often,
       (select count(*)::int from claim c where c.county_id = $1 and c.member_id = m.id and c.state = 'returned') as returned,
       exists (select 1 from claim_stand_in s where s.county_id = $1 and s.member_id = $4 and s.ended_on is null) as stand_in
     from member m join party_org o on o.county_id = m.county_id and o.id = m.party_org_id
     where m.county_id = $1 and m.id = $2`,
    [memberId, day, callerId],
  )
  return row
}
