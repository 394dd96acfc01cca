import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import { closeThing, openThing } from '#features/messages/queries.ts'
import type { Permission } from '@steward/domain/access/permissions.ts'
import type { Context } from '#platform/context.ts'
import type { KeptDisposal } from './queries-disposal.ts'

type ThingOf =
  | 'file'
  | 'pre-review'
  | 'decide'
  | 'serve'
  | 'end'
  | 'read'
  | 'hearing'
  | 'assembly'
  | 'read-decision'

type Asked = Pick<KeptDisposal, 'orgId' | 'orgName'> & { readonly of: { readonly id: string } }

/** Minutes a thing to do usually takes. */
const MINUTES: Readonly<Record<ThingOf, number>> = {
  file: 5,
  'pre-review': 20,
  decide: 20,
  serve: 10,
  end: 20,
  read: 5,
  hearing: 3,
  assembly: 3,
  'read-decision': 5,
}
const keyOf = (disposalId: string, what: ThingOf) => `disposal-${what}-${disposalId}`

/** What lists of things to do show is only that there is something; whose it is stands inside. */
async function ask(
  { tx, actor, now, newId }: Context,
  kept: Asked,
  what: ThingOf,
  to: { readonly accountId: string } | { readonly permission: Permission },
  dueOn: PlainDate | null = null,
): Promise<void> {
  const mine = 'accountId' in to
  await openThing(tx, {
    ...{ id: newId(), key: keyOf(kept.of.id, what), kind: `disposal.${what}`, to, orgId: kept.orgId },
    facts: mine ? {} : { org: kept.orgName },
    ...{ dueOn, minutes: MINUTES[what], askedBy: actor.name, subjectId: kept.of.id, openedAt: now },
  })
}

export async function askToFile(context: Context, kept: KeptDisposal): Promise<void> {
  await ask(context, kept, 'file', { permission: 'disposal.file' })
}
export async function askForReview(context: Context, kept: KeptDisposal): Promise<void> {
  await ask(context, kept, 'pre-review', { permission: 'disposal.pre-review' })
}
export async function askToDecide(context: Context, kept: KeptDisposal): Promise<void> {
  await ask(context, kept, 'decide', { permission: 'disposal.decide' })
}
export async function askToServe(context: Context, kept: KeptDisposal): Promise<void> {
  await ask(context, kept, 'serve', { permission: 'disposal.decide' })
}
/** The term of a correction order is over, or soon will be: the assembly discusses it. */
export async function askForEnd(context: Context, kept: Asked, dueOn: PlainDate): Promise<void> {
  await ask(context, kept, 'end', { permission: 'disposal.run' }, dueOn)
}

/** A case about the member is visible to the member at once. */
export async function tellMember(
  context: Context,
  kept: KeptDisposal,
  accountId: string | null,
): Promise<void> {
  if (accountId !== null) await ask(context, kept, 'read', { accountId })
}
export async function inviteThing(
  context: Context,
  kept: KeptDisposal,
  accountId: string | null,
  toWhat: 'hearing' | 'assembly',
  on: PlainDate,
): Promise<void> {
  await closeDisposalThings(context, kept.of.id, [toWhat])
  if (accountId !== null) await ask(context, kept, toWhat, { accountId }, on)
}
export async function showDecision(
  context: Context,
  kept: KeptDisposal,
  accountId: string | null,
): Promise<void> {
  if (accountId !== null) await ask(context, kept, 'read-decision', { accountId })
}

export async function closeDisposalThings(
  { tx, actor, now }: Context,
  disposalId: string,
  whats: readonly ThingOf[],
): Promise<void> {
  for (const what of whats) await closeThing(tx, keyOf(disposalId, what), actor, now)
}
