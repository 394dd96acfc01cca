import { findAccountOf } from '#features/notices/queries-queue.ts'
import { closeThing, openThing } from '#features/messages/queries.ts'
import type { Context } from '#platform/context.ts'
import type { KeptWarning } from './queries-warning.ts'

/** Minutes a thing to do usually takes. */
const MINUTES = { read: 5, talk: 30, look: 5, confirm: 10 }
const key = (what: string, id: string) => `warning-${what}-${id}`

/** The member reads it and may answer; the branch holds the talk. A member without an account is told by the branch. */
export async function askAfterNotice(context: Context, kept: KeptWarning): Promise<void> {
  const { tx, newId, now } = context
  const { id, memberId, changeBy } = kept.warning
  const accountId = await findAccountOf(tx, memberId)
  const common = { orgId: kept.orgId, askedBy: kept.bodyName, subjectId: id, openedAt: now }
  if (accountId !== undefined) {
    await openThing(tx, {
      ...{ ...common, id: newId(), key: key('read', id), kind: 'warning.read', to: { accountId } },
      ...{ facts: { helper: kept.warning.helperName }, dueOn: changeBy, minutes: MINUTES.read },
    })
  }
  await openThing(tx, {
    ...{ ...common, id: newId(), key: key('talk', id), kind: 'warning.talk', dueOn: null },
    ...{
      to: { permission: 'warning.attend' as const },
      facts: { name: kept.memberName },
      minutes: MINUTES.talk,
    },
  })
}

/** Who gave it reads what the member says. */
export async function askToReadAnswer({ tx, newId, now }: Context, kept: KeptWarning): Promise<void> {
  const { id } = kept.warning
  await openThing(tx, {
    ...{
      id: newId(),
      key: key('answered', id),
      kind: 'warning.answered',
      dueOn: null,
      minutes: MINUTES.look,
    },
    ...{
      to: { permission: 'warning.attend' as const },
      orgId: kept.bodyOrgId,
      facts: { name: kept.memberName },
    },
    ...{ askedBy: kept.orgName, subjectId: id, openedAt: now },
  })
}

/** Somebody looks whether the change was made, before and after its day. */
export async function askToConfirm(
  { tx, newId, now }: Pick<Context, 'tx' | 'newId' | 'now'>,
  of: {
    readonly id: string
    readonly memberName: string
    readonly orgName: string
    readonly bodyOrgId: string
    readonly changeBy: KeptWarning['warning']['changeBy']
  },
): Promise<void> {
  await openThing(tx, {
    ...{ id: newId(), key: key('confirm', of.id), kind: 'warning.confirm', dueOn: of.changeBy },
    ...{ to: { permission: 'warning.attend' as const }, orgId: of.bodyOrgId, minutes: MINUTES.confirm },
    ...{ facts: { name: of.memberName, org: of.orgName }, askedBy: '', subjectId: of.id, openedAt: now },
  })
}

export async function closeWarningThings(
  { tx, actor, now }: Context,
  id: string,
  which: readonly ('read' | 'talk' | 'answered' | 'confirm')[] = ['read', 'talk', 'answered', 'confirm'],
): Promise<void> {
  for (const what of which) await closeThing(tx, key(what, id), actor, now)
}
