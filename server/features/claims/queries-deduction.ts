import type { Deduction, DeductionMove, DeductionState } from '@steward/domain/claims/deduction.ts'
import type { EvidenceKind } from '@steward/domain/schemes/scheme.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import { toPoints } from '@steward/domain/shared/points.ts'
import { nameOf } from '#features/organisation/queries.ts'
import type { Access } from '#platform/access.ts'
import type { CountyTx } from '#platform/db.ts'
import type { StepFacts } from './queries-step.ts'

export type DeductionEvidence = {
  readonly kind: EvidenceKind
  readonly fileId: string | null
  readonly sha256: string | null
  readonly note: string
}
export type DeductionRow = {
  readonly id: string
  readonly memberId: string
  readonly memberName: string
  readonly accountId: string | null
  readonly orgId: string
  readonly orgName: string
  readonly orgPath: string
  readonly itemCode: string
  readonly versionId: string
  readonly deedOn: PlainDate
  readonly facts: string
  readonly quantity: number
  readonly chosen: number | null
  readonly proposedById: string
  readonly proposedBy: string
  readonly proposedOn: PlainDate
  readonly state: DeductionState
  readonly toldOn: PlainDate | null
  readonly toldHow: Deduction['toldBy']
  readonly toldBy: string | null
  readonly answerUntilOn: PlainDate | null
  readonly answer: string | null
  readonly answerTakenBy: string | null
  readonly decidedById: string | null
  readonly decidedBy: string | null
  readonly decidedOn: PlainDate | null
  readonly reason: string | null
  readonly entryId: string | null
  readonly credited: number | null
  readonly evidence: readonly DeductionEvidence[]
}

const COLUMNS = `d.id, d.member_id as "memberId", m.name as "memberName",
  (select a.id from account a where a.county_id = d.county_id and a.member_id = d.member_id and a.state = 'active') as "accountId",
  d.party_org_id as "orgId", o.name as "orgName", o.path::text as "orgPath", d.item_code as "itemCode",
  d.scheme_version_id as "versionId", d.deed_on as "deedOn", d.facts, d.quantity, d.chosen,
  d.proposed_by as "proposedById", d.proposed_by_name as "proposedBy", d.proposed_on as "proposedOn", d.state,
  d.told_on as "toldOn", d.told_how as "toldHow", d.told_by_name as "toldBy", d.answer_until_on as "answerUntilOn",
  d.answer, d.answer_taken_by as "answerTakenBy", d.decided_by as "decidedById", d.decided_by_name as "decidedBy",
  d.decided_on as "decidedOn", d.reason, d.entry_id as "entryId",
  (select e.credited from ledger_entry e where e.county_id = d.county_id and e.id = d.entry_id) as credited,
  (select coalesce(json_agg(json_build_object('kind', v.kind, 'fileId', v.file_id, 'sha256', v.sha256, 'note', v.note)
    order by v.id), '[]'::json) from deduction_evidence v where v.county_id = d.county_id and v.deduction_id = d.id) as evidence`
const FROM = `from deduction d join member m on m.county_id = d.county_id and m.id = d.member_id
  join party_org o on o.county_id = d.county_id and o.id = d.party_org_id`

export function toDeduction(row: DeductionRow): Deduction {
  return {
    id: row.id,
    memberId: row.memberId,
    orgId: row.orgId,
    itemCode: row.itemCode,
    deedOn: row.deedOn,
    facts: row.facts,
    evidence: row.evidence.map(({ kind }) => kind),
    quantity: row.quantity,
    chosen: row.chosen === null ? null : toPoints(row.chosen),
    proposedBy: row.proposedById,
    state: row.state,
    toldOn: row.toldOn,
    toldBy: row.toldHow,
    answerUntil: row.answerUntilOn,
    answer: row.answer,
    decidedBy: row.decidedById,
    decidedOn: row.decidedOn,
    reason: row.reason,
  }
}

export async function findDeduction(tx: CountyTx, id: string): Promise<DeductionRow | undefined> {
  const text = `select ${COLUMNS} ${FROM} where d.county_id = $1 and d.id = $2`
  const [row] = await tx.raw<DeductionRow>('deduction-find', text, [id])
  return row
}

export async function lockDeduction(tx: CountyTx, id: string): Promise<DeductionRow | undefined> {
  const text = `select ${COLUMNS} ${FROM} where d.county_id = $1 and d.id = $2 for no key update of d`
  const [row] = await tx.raw<DeductionRow>('deduction-lock', text, [id])
  return row
}

export async function insertDeduction(
  tx: CountyTx,
  deduction: Deduction,
  more: {
    readonly versionId: string
    readonly by: string
    readonly on: PlainDate
    readonly at: Date
    readonly evidence: readonly (DeductionEvidence & { readonly id: string })[]
  },
): Promise<void> {
  await tx
    .insert('deduction', {
      id: deduction.id,
      member_id: deduction.memberId,
      party_org_id: deduction.orgId,
      item_code: deduction.itemCode,
      scheme_version_id: more.versionId,
      deed_on: deduction.deedOn,
      facts: deduction.facts,
      quantity: deduction.quantity,
      chosen: deduction.chosen,
      proposed_by: deduction.proposedBy,
      proposed_by_name: more.by,
      proposed_on: more.on,
      proposed_at: more.at,
      state: deduction.state,
    })
    .execute()
  if (more.evidence.length === 0) return
  await tx
    .insert(
      'deduction_evidence',
      more.evidence.map(({ id, kind, fileId, sha256, note }) => ({
        ...{ id, deduction_id: deduction.id, kind, file_id: fileId, sha256, note },
      })),
    )
    .execute()
}

/** Saves where a deduction stands, and the line of its history. */
export async function saveDeduction(
  tx: CountyTx,
  row: DeductionRow,
  to: {
    readonly deduction: Deduction
    readonly toldByName: string | null
    readonly answerTakenBy: string | null
    readonly decidedByName: string | null
    readonly entryId: string | null
    readonly at: Date
    readonly move: {
      readonly id: string
      readonly move: DeductionMove
      readonly facts: StepFacts
      readonly reason: string
      readonly by: string
      readonly accountId: string | null
    }
  },
): Promise<void> {
  const { deduction, move } = to
  await tx.raw(
    'deduction-step',
    `with changed as (
       update deduction set state = $3, told_on = $4, told_how = $5, told_by_name = $6, answer_until_on = $7, answer = $8,
         answered_at = case when $8 is distinct from answer then $9::timestamptz else answered_at end, answer_taken_by = $10,
         decided_by = $11, decided_by_name = $12, decided_on = $13, reason = $14, entry_id = $15,
         decided_at = case when $13::date is null then null when decided_at is null then $9::timestamptz else decided_at end,
         revision = revision + 1
       where county_id = $1 and id = $2
     )
     insert into deduction_move (county_id, id, deduction_id, move, facts, reason, by_name, account_id, moved_at)
     values ($1, $16, $2, $17, $18::jsonb, $19, $20, $21, $9::timestamptz)`,
    [
      row.id,
      deduction.state,
      deduction.toldOn,
      deduction.toldBy,
      to.toldByName,
      deduction.answerUntil,
      deduction.answer,
      to.at,
      to.answerTakenBy,
      deduction.decidedBy,
      to.decidedByName,
      deduction.decidedOn,
      deduction.reason,
      to.entryId,
      move.id,
      move.move,
      JSON.stringify(move.facts),
      move.reason,
      move.by,
      move.accountId,
    ],
  )
}

export async function insertDeductionMove(
  tx: CountyTx,
  deductionId: string,
  move: {
    readonly id: string
    readonly move: DeductionMove
    readonly by: string
    readonly accountId: string | null
    readonly at: Date
  },
): Promise<void> {
  await tx
    .insert('deduction_move', {
      ...{ id: move.id, deduction_id: deductionId, move: move.move },
      ...{ by_name: move.by, account_id: move.accountId, moved_at: move.at },
    })
    .execute()
}

export async function listDeductionSteps(
  tx: CountyTx,
  id: string,
): Promise<{ move: DeductionMove; by: string; at: Date; reason: string }[]> {
  return await tx.raw(
    'deduction-steps',
    `select move, by_name as by, moved_at as at, reason from deduction_move where county_id = $1 and deduction_id = $2
     order by moved_at, id`,
    [id],
  )
}

/** Told ones whose time to answer is over without an answer. */
export async function listUnanswered(tx: CountyTx, today: PlainDate): Promise<DeductionRow[]> {
  return await tx.raw<DeductionRow>(
    'deductions-unanswered',
    `select ${COLUMNS} ${FROM} where d.county_id = $1 and d.state = 'told' and d.answer_until_on < $2 order by d.id`,
    [today],
  )
}

export type DeductionCounts = { open: number; ripe: number; decided: number; all: number }
const OPEN = `d.state in ('proposed', 'told', 'answered')`
/** Answered, or the time to answer is over: can be decided. */
const RIPE = `(d.state = 'answered' or d.state = 'told' and d.answer_until_on < $3)`

export async function listDeductions(
  tx: CountyTx,
  access: Access,
  filter: {
    readonly orgId: string | null
    readonly show: 'open' | 'ripe' | 'decided' | 'all'
    readonly today: PlainDate
    readonly offset: number
    readonly limit: number
  },
): Promise<{ rows: DeductionRow[]; counts: DeductionCounts }> {
  const within = access.withinText('deduction.read', { path: 'o.path' }, 6)
  const base = `where d.county_id = $1 and ($2::uuid is null or d.party_org_id = $2) and ${within.text}`
  const shown = { open: OPEN, ripe: RIPE, decided: `not ${OPEN}`, all: 'true' }[filter.show]
  const text = `select ${COLUMNS} ${FROM} ${base} and ${shown} and $3::date is not null
    order by ${OPEN} desc, d.proposed_at desc, d.id limit $4 offset $5`
  const countText = `select count(*) filter (where ${OPEN})::int as open, count(*) filter (where ${RIPE})::int as ripe,
    count(*) filter (where not ${OPEN})::int as decided, count(*)::int as all ${FROM} ${base}
    and $3::date is not null and $4::int is not null and $5::int is not null`
  const values = [filter.orgId, filter.today, filter.limit, filter.offset, ...within.values]
  const [rows, counts] = await Promise.all([
    tx.raw<DeductionRow>(nameOf('deductions', text), text, values),
    tx.raw<DeductionCounts>(nameOf('deductions-count', countText), countText, values),
  ])
  return { rows, counts: counts[0] ?? { open: 0, ripe: 0, decided: 0, all: 0 } }
}

/** Deductions about one member; all of them, whatever their state. */
export async function listDeductionsOf(tx: CountyTx, memberId: string): Promise<DeductionRow[]> {
  return await tx.raw<DeductionRow>(
    'deductions-of',
    `select ${COLUMNS} ${FROM} where d.county_id = $1 and d.member_id = $2 order by d.proposed_at desc, d.id limit 200`,
    [memberId],
  )
}
