import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import { closeThing, openThing } from '#features/messages/queries.ts'
import type { Context } from '#platform/context.ts'
import type { DeductionRow } from './queries-deduction.ts'

/** The member is asked to answer; who has no account is heard by the branch. */
export async function askForAnswer(context: Context, row: DeductionRow, until: PlainDate): Promise<void> {
  const { accountId } = row
  await openThing(context.tx, {
    ...{ id: context.newId(), key: `deduction-answer-${row.id}` },
    kind: accountId === null ? 'deduction.hear' : 'deduction.answer',
    to: accountId === null ? { permission: 'deduction.propose' } : { accountId },
    ...{ orgId: row.orgId, facts: { name: row.memberName, org: row.orgName }, dueOn: until, minutes: 5 },
    ...{ askedBy: context.actor.name, subjectId: row.id, openedAt: context.now },
  })
}

/** Somebody else than the proposer decides: once it is answered, or the time to answer is over. */
export async function askToDecide(
  context: Pick<Context, 'tx' | 'newId' | 'now'>,
  row: DeductionRow,
): Promise<void> {
  await openThing(context.tx, {
    ...{ id: context.newId(), key: `deduction-decide-${row.id}`, kind: 'deduction.decide' },
    ...{
      to: { permission: 'deduction.decide' },
      orgId: row.orgId,
      facts: { name: row.memberName, org: row.orgName },
    },
    ...{ dueOn: null, minutes: 5, askedBy: row.proposedBy, subjectId: row.id, openedAt: context.now },
  })
}

export async function closeDeductionThings({ tx, actor, now }: Context, id: string): Promise<void> {
  await closeThing(tx, `deduction-answer-${id}`, actor, now)
  await closeThing(tx, `deduction-decide-${id}`, actor, now)
}
