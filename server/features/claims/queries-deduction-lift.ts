import { agree, type Decision } from '@steward/domain/shared/decision.ts'
import type { EntrySource } from '@steward/domain/points/entry.ts'
import { reissue } from '#features/points/queries-correct.ts'
import { findEntry } from '#features/points/queries-ledger.ts'
import { postReversal } from '#features/points/queries-posting.ts'
import type { Context } from '#platform/context.ts'
import type { CountyTx } from '#platform/db.ts'
import { problem } from '#platform/problem.ts'
import { lockDeduction, saveDeduction, toDeduction } from './queries-deduction.ts'

export type TakingBack = {
  /** What orders it: an upheld objection, a finding on tolerance. */
  readonly source: { readonly kind: EntrySource; readonly id: string }
  readonly reason: string
  /** Begins the words on what is issued again: `异议成立`. */
  readonly because: string
}

/**
 * Takes back the line of a deduction: one reversal, the deduction as dropped, and statements and sheets that
 * used the line made again. Undefined where the line had been taken back before. The door for features above.
 */
export async function takeBackDeduction(
  context: Context,
  entryId: string,
  by: TakingBack,
): Promise<Decision<string | undefined>> {
  const { tx, actor, now, today } = context
  const deductionId = await findDeductionOf(tx, entryId)
  const row = deductionId === undefined ? undefined : await lockDeduction(tx, deductionId)
  const original = (await findEntry(tx, entryId)) ?? problem('not-found')
  if (original.reversed) return agree(undefined)
  const account = actor.accountId ?? problem('forbidden')
  const reversed = await postReversal(context, original, {
    ...{ authorId: account, reviewerId: account, reviewerMemberId: actor.memberId },
    ...{ source: by.source, reason: by.reason },
  })
  if (!reversed.ok) return reversed
  if (row !== undefined) {
    const decided = { decidedBy: actor.accountId, decidedOn: today, reason: by.reason }
    await saveDeduction(tx, row, {
      deduction: { ...toDeduction(row), ...decided, state: 'dropped' },
      ...{ toldByName: row.toldBy, answerTakenBy: row.answerTakenBy, decidedByName: actor.name },
      ...{ entryId: null, at: now },
      move: {
        ...{ id: context.newId(), move: 'correct', facts: { [`${by.source.kind}Id`]: by.source.id } },
        ...{ reason: by.reason, by: actor.name, accountId: actor.accountId },
      },
    })
  }
  await reissue(context, original.entry, `${by.because}：${by.reason}`.slice(0, 300))
  return agree(reversed.value.id)
}

async function findDeductionOf(tx: CountyTx, entryId: string): Promise<string | undefined> {
  const rows = await tx.raw<{ id: string }>(
    'deduction-of-entry',
    'select d.id from deduction d where d.county_id = $1 and d.entry_id = $2',
    [entryId],
  )
  return rows[0]?.id
}
