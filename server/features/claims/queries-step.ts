import type { Claim, ClaimMove } from '@steward/domain/claims/claim.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import type { CountyTx } from '#platform/db.ts'
import type { ClaimRow } from './queries-claim.ts'

export type StepFacts = Readonly<Record<string, string | number | boolean | null>>

/** What changes with a step of a claim, and the line of its history. */
export type Step = {
  readonly row: ClaimRow
  readonly claim: Claim
  readonly decideByOn: PlainDate
  /** Name beside `claim.decision.by`. */
  readonly decidedByName: string | null
  readonly entryId: string | null
  readonly round: number
  readonly at: Date
  readonly move: {
    readonly id: string
    readonly move: ClaimMove
    readonly facts: StepFacts
    readonly reason: string
    /** Empty where the clock did it. */
    readonly by: string
    readonly accountId: string | null
  }
  readonly approval: {
    readonly id: string
    readonly level: Claim['level']
    readonly accountId: string
    readonly by: string
    readonly takesBack: string | null
  } | null
}

const SAVE = `
with changed as (
  update claim set state = $3, level = $4, level_since_on = $5, decide_by_on = $6, quantity = $7, chosen = $8,
    decided_by = $9, decided_by_name = $10, decided_on = $11,
    decided_at = case when $11::date is null then null when $11::date = decided_on and decided_by = $9 then decided_at else $12::timestamptz end,
    reason = $13, entry_id = $14, round = $15, confirmed_by_member = $16,
    confirmed_at = case when $16 and not confirmed_by_member then $12 else confirmed_at end, revision = revision + 1
  where county_id = $1 and id = $2
), approved as (
  insert into claim_approval (county_id, id, claim_id, round, level, account_id, by_name, approved_on, approved_at, takes_back)
  select $1, $17::uuid, $2, $15, $18, $19::uuid, $20, $22::date, $12, $21::uuid where $17::uuid is not null
)
insert into claim_move (county_id, id, claim_id, move, level, facts, reason, by_name, account_id, moved_at)
values ($1, $23, $2, $24, $25, $26::jsonb, $27, $28, $29, $12)`

/** Saves a step: the claim, an approval where there is one, and the line of the history. */
export async function saveStep(tx: CountyTx, step: Step, today: PlainDate): Promise<void> {
  const { row, claim, approval, move } = step
  await tx.raw('claim-step', SAVE, [
    row.id,
    claim.state,
    claim.level,
    claim.levelSince,
    step.decideByOn,
    claim.quantity,
    claim.chosen,
    claim.decision?.by ?? null,
    claim.decision === null ? null : step.decidedByName,
    claim.decision?.on ?? null,
    step.at,
    claim.decision?.reason ?? null,
    step.entryId,
    step.round,
    claim.confirmedByMember,
    approval?.id ?? null,
    approval?.level ?? null,
    approval?.accountId ?? null,
    approval?.by ?? null,
    approval?.takesBack ?? null,
    today,
    move.id,
    move.move,
    row.level,
    JSON.stringify(move.facts),
    move.reason,
    move.by,
    move.accountId,
  ])
}

/** A line of the history that changes no state; the claim counts as changed for whoever looks at it. */
export async function noteStep(
  tx: CountyTx,
  row: Pick<ClaimRow, 'id' | 'level'>,
  { id, move, facts, reason, by, accountId }: Step['move'],
  at: Date,
): Promise<void> {
  await tx.raw(
    'claim-note-step',
    `with changed as (update claim set revision = revision + 1 where county_id = $1 and id = $2)
     insert into claim_move (county_id, id, claim_id, move, level, facts, reason, by_name, account_id, moved_at)
     values ($1, $3, $2, $4, $5, $6::jsonb, $7, $8, $9, $10)`,
    [row.id, id, move, row.level, JSON.stringify(facts), reason, by, accountId, at],
  )
}
