import { findAccountOf } from '#features/notices/queries-queue.ts'
import { closeThing, openThing } from '#features/messages/queries.ts'
import type { Context } from '#platform/context.ts'
import type { KeptAppeal } from './queries-appeal.ts'

/** Minutes a thing to do usually takes. */
const MINUTES = { assign: 2, decide: 15, answered: 1 }

/** The body is asked to give it to somebody. */
export async function askToAssign({ tx, newId, now }: Context, kept: KeptAppeal): Promise<void> {
  const { id, level, dueOn } = kept.appeal
  await openThing(tx, {
    ...{ id: newId(), key: `appeal-assign-${level}-${id}`, kind: 'appeal.assign', dueOn },
    ...{ to: { permission: 'warning.attend' as const }, orgId: kept.deskOrgId, facts: { title: kept.about } },
    ...{ minutes: MINUTES.assign, askedBy: kept.orgName, subjectId: id, openedAt: now },
  })
}

export async function askToDecide(
  { tx, newId, now, actor }: Context,
  kept: KeptAppeal,
  accountId: string,
): Promise<void> {
  const { id, dueOn } = kept.appeal
  await openThing(tx, {
    ...{ id: newId(), key: `appeal-decide-${id}`, kind: 'appeal.decide', to: { accountId }, dueOn },
    ...{ orgId: kept.deskOrgId, facts: { title: kept.about }, minutes: MINUTES.decide, askedBy: actor.name },
    ...{ subjectId: id, openedAt: now },
  })
}

/** Nobody has anything left to do for it on this level. */
export async function closeAppealThings({ tx, actor, now }: Context, { appeal }: KeptAppeal): Promise<void> {
  for (const key of [`assign-${appeal.level}`, 'decide', `overdue-${appeal.level}`])
    await closeThing(tx, `appeal-${key}-${appeal.id}`, actor, now)
}

/** The member is told that the answer is there. */
export async function tellAnswer({ tx, newId, now }: Context, kept: KeptAppeal): Promise<void> {
  const { id, memberId, state, level } = kept.appeal
  const accountId = await findAccountOf(tx, memberId)
  if (accountId === undefined) return
  await openThing(tx, {
    ...{ id: newId(), key: `appeal-answered-${level}-${id}`, kind: 'appeal.answered', to: { accountId } },
    ...{ orgId: kept.orgId, facts: { title: kept.about, state }, dueOn: null, minutes: MINUTES.answered },
    ...{ askedBy: kept.bodyName, subjectId: id, openedAt: now },
  })
}
