import { closeThing, openThing } from '#features/messages/queries.ts'
import { findAccountOf } from '#features/notices/queries-queue.ts'
import type { Context } from '#platform/context.ts'

const MINUTES = 3

/** A decision about a member is read by the member at once; who has no account is told by the proof of service. */
export async function tellOutcome(
  context: Context,
  about: { readonly id: string; readonly memberId: string; readonly orgId: string; readonly year: number },
  kind: 'outcome.read' | 'help-plan.read' = 'outcome.read',
): Promise<void> {
  const accountId = await findAccountOf(context.tx, about.memberId)
  if (accountId === undefined) return
  await openThing(context.tx, {
    ...{ id: context.newId(), key: `outcome-${about.id}`, kind, to: { accountId }, orgId: about.orgId },
    ...{ facts: { year: about.year }, dueOn: null, minutes: MINUTES, askedBy: context.actor.name },
    ...{ subjectId: about.id, openedAt: context.now },
  })
}

/** The member opened the own page: nothing is left to read. */
export async function closeToldOutcomes(context: Context, ids: readonly string[]): Promise<void> {
  for (const id of ids) await closeThing(context.tx, `outcome-${id}`, context.actor, context.now)
}
