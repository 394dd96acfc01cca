import { closeThing, openThing } from '#features/messages/queries.ts'
import type { Context } from '#platform/context.ts'

type About = {
  readonly claimId: string
  readonly orgId: string
  readonly memberName: string
  readonly item: string
}

/** A witness who signs in is asked there; others are asked by telephone or in person. */
export async function askWitness(
  context: Context,
  about: About & { readonly accountId: string; readonly witnessId: string },
): Promise<void> {
  await openThing(context.tx, {
    ...{ id: context.newId(), key: `witness-${about.witnessId}`, kind: 'witness.answer' },
    ...{ to: { accountId: about.accountId }, orgId: about.orgId, dueOn: null, minutes: 1 },
    facts: { name: about.memberName, item: about.item },
    ...{ askedBy: context.actor.name, subjectId: about.claimId, openedAt: context.now },
  })
}

/** The member says whether what somebody else reported is right. */
export async function askToConfirm(
  context: Context,
  about: About & { readonly accountId: string },
): Promise<void> {
  await openThing(context.tx, {
    ...{ id: context.newId(), key: `claim-confirm-${about.claimId}`, kind: 'claim.confirm' },
    ...{ to: { accountId: about.accountId }, orgId: about.orgId, dueOn: null, minutes: 1 },
    facts: { by: context.actor.name, item: about.item },
    ...{ askedBy: context.actor.name, subjectId: about.claimId, openedAt: context.now },
  })
}

/**
 * The member is told of a decision that says something: returned to be completed, refused, or another value. Who has
 * no account is told by the branch.
 */
export async function tellDecision(
  context: Context,
  about: About & { readonly accountId: string | null; readonly how: 'returned' | 'refused' | 'adjusted' },
): Promise<void> {
  const { accountId, how } = about
  await openThing(context.tx, {
    ...{ id: context.newId(), key: `claim-told-${about.claimId}` },
    kind: accountId === null ? `claim.tell-${how}` : `claim.${how}`,
    to: accountId === null ? { permission: 'claim.enter' } : { accountId },
    ...{ orgId: about.orgId, dueOn: null, minutes: how === 'returned' ? 2 : 1 },
    facts: { name: about.memberName, item: about.item },
    ...{ askedBy: context.actor.name, subjectId: about.claimId, openedAt: context.now },
  })
}

/** Closes what a claim asked of somebody. */
export async function closeClaimThing(
  context: Context,
  what: 'confirm' | 'told',
  claimId: string,
): Promise<void> {
  await closeThing(context.tx, `claim-${what}-${claimId}`, context.actor, context.now)
}

export async function closeWitnessThing(context: Context, witnessId: string): Promise<void> {
  await closeThing(context.tx, `witness-${witnessId}`, context.actor, context.now)
}
