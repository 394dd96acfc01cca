import {
  checkDay,
  giveOpinion as opine,
  needsPreReview,
  recordFacts,
  recordHearing,
  recordPreReview,
} from '@steward/domain/outcomes/disposal.ts'
import { agree, refuse } from '@steward/domain/shared/decision.ts'
import { type Context, handle, type Handled } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import { bodyOf } from './handlers-disposal-propose.ts'
import { checkHand, lockToHandle, saveStep } from './handlers-disposal-locking.ts'
import { askForReview, closeDisposalThings, inviteThing } from './handlers-disposal-things.ts'
import {
  answerInvitation,
  findFacts,
  giveOpinion,
  hearMember,
  inviteMember,
  preReview,
  saySomething,
} from './operations-disposal-step.ts'
import { insertDisposalMove, type KeptDisposal, lockDisposal } from './queries-disposal.ts'
import { findMemberPlace } from './queries-disposal-facts.ts'
import {
  insertInvitation,
  listInvitations,
  listPersons,
  saveInvitationAnswer,
} from './queries-disposal-hearing.ts'

const finding = handle(findFacts, async (context, { disposalId, revision, group, words, on }) => {
  const kept = await lockToHandle(context, disposalId, 'disposal.run')
  const hand = checkHand(context, kept, revision)
  if (!hand.ok) return hand
  const day = checkDay(on, context.today)
  if (!day.ok) return day
  // Only members of the county; a made-up one finds nothing.
  const known = (await listPersons(context.tx, group)).map(({ memberId }) => memberId)
  const found = recordFacts(kept.of, { group: known, words: words.trim(), on })
  if (!found.ok) return found
  return agree(await saveStep(context, { ...kept, of: found.value }, 'findFacts', words))
})

const inviting = handle(inviteMember, async (context, input) => {
  const { tx, today } = context
  const kept = await lockToHandle(context, input.disposalId, 'disposal.run')
  const hand = checkHand(context, kept, input.revision)
  if (!hand.ok) return hand
  const { state } = kept.of
  const ready =
    input.toWhat === 'hearing' ? state === 'factsFound' : state === 'opinionGiven' || state === 'preReviewed'
  if (!ready) return refuse('disposal-wrong-state', { state })
  if (input.heldAt === '' || input.place === '') return refuse('disposal-invitation-incomplete')
  if (input.heldOn <= today) return refuse('disposal-invitation-too-late', { today })
  const invitationId = context.newId()
  const { toWhat, heldOn: on, heldAt: at, place, how } = input
  await insertInvitation(context, kept.of.id, { id: invitationId, toWhat, on, at, place, how })
  const member = (await findMemberPlace(tx, kept.of.memberId)) ?? problem('not-found')
  await inviteThing(context, kept, member.accountId, toWhat, on)
  const saved = await saveStep(context, kept, 'invite', `${on} ${at} ${place}`)
  return agree({ ...saved, invitationId })
})

/** The case of the one who calls, locked; somebody else's is not there. */
async function lockOwn(context: Context, disposalId: string): Promise<KeptDisposal> {
  const kept = (await lockDisposal(context.tx, disposalId)) ?? problem('not-found')
  // Asked by whose case it is and not by a role: whoever was removed has none any more and still may speak.
  context.access.open('own-account')
  if (context.actor.memberId !== kept.of.memberId) problem('not-found')
  context.note({ disposalId })
  return kept
}

const answering = handle(answerInvitation, async (context, { disposalId, invitationId, answer, words }) => {
  const { tx, today } = context
  await lockOwn(context, disposalId)
  const invitation =
    (await listInvitations(tx, disposalId)).find(({ id }) => id === invitationId) ?? problem('not-found')
  if (invitation.on < today) return refuse('disposal-invitation-past', { on: invitation.on })
  await saveInvitationAnswer(context, invitationId, answer, words)
  await insertDisposalMove(context, disposalId, 'answer', words)
  await closeDisposalThings(context, disposalId, [invitation.toWhat])
  return agree({ disposalId })
})

const saying = handle(saySomething, async (context, { disposalId, words }) => {
  const kept = await lockOwn(context, disposalId)
  if (words === '') return refuse('disposal-words-missing')
  if (kept.of.state === 'stopped') return refuse('disposal-wrong-state', { state: kept.of.state })
  await insertDisposalMove(context, disposalId, 'say', words)
  return agree({ disposalId })
})

const hearing = handle(hearMember, async (context, input) => {
  const { tx, today } = context
  const kept = await lockToHandle(context, input.disposalId, 'disposal.run')
  const hand = checkHand(context, kept, input.revision)
  if (!hand.ok) return hand
  const day = checkDay(input.on, today)
  if (!day.ok) return day
  const invitations = await listInvitations(tx, kept.of.id)
  const heard = recordHearing(kept.of, {
    on: input.on,
    heldBy: (await listPersons(tx, input.heldBy)).map(({ memberId, full }) => ({ memberId, full })),
    defence: input.defence,
    witnesses: input.witnesses.filter(({ words }) => words !== ''),
    invitedOn: invitations.filter(({ toWhat }) => toWhat === 'hearing').map(({ invitedOn }) => invitedOn),
    memberCame: input.came,
  })
  if (!heard.ok) return heard
  await closeDisposalThings(context, kept.of.id, ['hearing'])
  return agree(await saveStep(context, { ...kept, of: heard.value }, 'hear', input.defence))
})

const opining = handle(giveOpinion, async (context, { disposalId, revision, words, on }) => {
  const { tx, today } = context
  const kept = await lockToHandle(context, disposalId, 'disposal.run')
  const hand = checkHand(context, kept, revision)
  if (!hand.ok) return hand
  const day = checkDay(on, today)
  if (!day.ok) return day
  const place = (await findMemberPlace(tx, kept.of.memberId)) ?? problem('not-found')
  const given = opine(kept.of, { body: bodyOf({ ...place, orgName: kept.orgName }), words: words.trim(), on })
  if (!given.ok) return given
  const next = { ...kept, of: given.value }
  if (needsPreReview(kept.of.form)) await askForReview(context, next)
  return agree(await saveStep(context, next, 'giveOpinion', words))
})

const reviewing = handle(preReview, async (context, { disposalId, revision, document, on }) => {
  const kept = await lockToHandle(context, disposalId, 'disposal.pre-review')
  const hand = checkHand(context, kept, revision)
  if (!hand.ok) return hand
  const day = checkDay(on, context.today)
  if (!day.ok) return day
  const reviewed = recordPreReview(kept.of, { document: document.trim(), on })
  if (!reviewed.ok) return reviewed
  await closeDisposalThings(context, disposalId, ['pre-review'])
  return agree(await saveStep(context, { ...kept, of: reviewed.value }, 'preReview', document))
})

export const disposalHearingHandlers: readonly Handled[] = [
  finding,
  inviting,
  answering,
  saying,
  hearing,
  opining,
  reviewing,
]
