import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import type { CountyTx } from '#platform/db.ts'
import { newIdAt } from '#platform/new-id.ts'

type By = { readonly name: string; readonly accountId: string }

/** A deduction of a record from before: told, its time to answer run, decided by another; its line stands in the ledger. */
export type PastDeduction = {
  readonly id: string
  readonly memberId: string
  readonly orgId: string
  readonly itemCode: string
  readonly versionId: string
  readonly deedOn: PlainDate
  readonly facts: string
  readonly proposedBy: By
  readonly proposedAt: Date
  readonly proposedOn: PlainDate
  readonly answerUntil: PlainDate
  readonly decidedBy: By
  readonly decidedOn: PlainDate
  readonly decidedAt: Date
  readonly reason: string
  readonly entryId: string
  /** Taken back since, as tolerated: who decided so, when and by which case. */
  readonly lifted: {
    readonly by: By
    readonly on: PlainDate
    readonly at: Date
    readonly reason: string
    readonly caseId: string
  } | null
}

/** Writes deductions with their evidence and history. */
export async function insertPastDeductions(tx: CountyTx, all: readonly PastDeduction[]): Promise<void> {
  if (all.length === 0) return
  await tx.insert('deduction', all.map(toRow)).execute()
  await tx
    .insert(
      'deduction_evidence',
      all.map(({ id, proposedAt }) => ({
        ...{ id: newIdAt(proposedAt), deduction_id: id, kind: 'paper' as const, note: '支部任务签到表' },
      })),
    )
    .execute()
  await tx.insert('deduction_move', all.flatMap(toMoves)).execute()
}

function toRow(one: PastDeduction) {
  const { lifted } = one
  return {
    ...{ id: one.id, member_id: one.memberId, party_org_id: one.orgId, item_code: one.itemCode },
    ...{
      scheme_version_id: one.versionId,
      deed_on: one.deedOn,
      facts: one.facts,
      quantity: 100,
      chosen: 100,
    },
    ...{ proposed_by: one.proposedBy.accountId, proposed_by_name: one.proposedBy.name },
    ...{ proposed_on: one.proposedOn, proposed_at: one.proposedAt },
    ...{ state: lifted === null ? ('imposed' as const) : ('dropped' as const), told_on: one.proposedOn },
    ...{ told_how: 'inPerson' as const, told_by_name: one.proposedBy.name, answer_until_on: one.answerUntil },
    ...{
      decided_by: (lifted?.by ?? one.decidedBy).accountId,
      decided_by_name: (lifted?.by ?? one.decidedBy).name,
    },
    ...{ decided_on: lifted?.on ?? one.decidedOn, decided_at: lifted?.at ?? one.decidedAt },
    ...{ reason: lifted?.reason ?? one.reason, entry_id: lifted === null ? one.entryId : null, revision: 3 },
  }
}

function toMoves(one: PastDeduction) {
  const move = (
    what: 'propose' | 'tell' | 'impose' | 'correct',
    by: By,
    at: Date,
    reason = '',
    facts: Record<string, string> = {},
  ) => ({
    ...{ id: newIdAt(at), deduction_id: one.id, move: what, facts: JSON.stringify(facts), reason },
    ...{ by_name: by.name, account_id: by.accountId, moved_at: at },
  })
  const { lifted, proposedBy, proposedAt } = one
  return [
    move('propose', proposedBy, proposedAt),
    move('tell', proposedBy, new Date(proposedAt.getTime() + 60_000), '', { how: 'inPerson' }),
    move('impose', one.decidedBy, one.decidedAt, one.reason),
    ...(lifted === null
      ? []
      : [move('correct', lifted.by, lifted.at, lifted.reason, { toleranceId: lifted.caseId })]),
  ]
}
