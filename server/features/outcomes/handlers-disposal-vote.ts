import { checkDay, type DisposalCase, voteDisposal } from '@steward/domain/outcomes/disposal.ts'
import { agree, type Decision, refuse } from '@steward/domain/shared/decision.ts'
import { leastOf, moreThanHalfOfAll, type VoteCount } from '@steward/domain/shared/vote.ts'
import { shouldAttend, type VoterRefusal } from '@steward/domain/shared/voters.ts'
import type { z } from 'zod'
import { type Context, handle, type Handled } from '#platform/context.ts'
import { askToDecide, closeDisposalThings } from './handlers-disposal-things.ts'
import { checkHand, lockToHandle, saveStep } from './handlers-disposal-locking.ts'
import { recordVote } from './operations-disposal-step.ts'
import type { VoteInput } from './operations-disposal-shapes.ts'
import { insertDisposalMove, type KeptDisposal } from './queries-disposal.ts'
import { listInvitations } from './queries-disposal-hearing.ts'
import { insertDisposalVote, type KeptVote, listPossibleVoters } from './queries-disposal-vote.ts'

/** What a typed vote comes to: who should attend is counted from the register of that day. */
export async function countOf(
  { tx }: Context,
  branchId: string,
  vote: z.output<typeof VoteInput>,
): Promise<Decision<VoteCount, VoterRefusal | 'disposal-voters-changed'>> {
  const out = new Map(vote.leftOut.map((one) => [one.memberId, one]))
  const possible = await listPossibleVoters(tx, branchId, vote.on)
  const voters = shouldAttend(
    possible.map((one) => {
      const left = out.get(one.memberId)
      const leftOut =
        left === undefined
          ? null
          : { approvedAbove: { body: left.body, document: left.document }, assemblyOn: left.assemblyOn }
      return { ...one, leftOut }
    }),
  )
  if (!voters.ok) return voters
  const counted = voters.value.length
  if (counted !== vote.seenShouldAttend) return refuse('disposal-voters-changed', { counted })
  const { present, written, yes, no, abstain } = vote
  return agree({ shouldAttend: counted, present, written, yes, no, abstain })
}

/** A vote as it is kept. */
export function keptVoteOf(
  id: string,
  about: KeptVote['about'],
  count: VoteCount,
  vote: z.output<typeof VoteInput>,
  carried: boolean,
): KeptVote {
  const { on, chair, minutes, leftOut } = vote
  return { id, about, on, count, chair, minutes, leftOut, carried, secret: about === 'disposal' }
}

const NOT_CARRIED = ['vote-no-majority', 'vote-no-quorum']

/** A vote that did not carry is kept all the same: nobody votes again until it carries without that being seen. */
function keepFailed(
  context: Context,
  of: DisposalCase,
  count: VoteCount,
  vote: z.output<typeof VoteInput>,
): void {
  const id = context.newId()
  const moveId = context.newId()
  const { actor, now } = context
  context.keep(async (tx) => {
    await insertDisposalVote({ tx, actor, now }, of.id, keptVoteOf(id, 'disposal', count, vote, false))
    await insertDisposalMove({ tx, actor, now, newId: () => moveId }, of.id, 'voteNotCarried', '')
  })
}

const voting = handle(recordVote, async (context, { disposalId, revision, vote, secret, persons }) => {
  const { tx, today } = context
  const kept = await lockToHandle(context, disposalId, 'disposal.run')
  const hand = checkHand(context, kept, revision)
  if (!hand.ok) return hand
  const day = checkDay(vote.on, today)
  if (!day.ok) return day
  if (vote.chair === '') return refuse('disposal-minutes-missing')
  const count = await countOf(context, kept.orgId, vote)
  if (!count.ok) return count
  const invited = (await listInvitations(tx, kept.of.id)).some(
    ({ toWhat, on }) => toWhat === 'assembly' && on <= vote.on,
  )
  const voted = voteDisposal(
    kept.of,
    { count: count.value, on: vote.on, minutesId: vote.minutes },
    { secret, persons, invited },
  )
  if (!voted.ok) {
    if (NOT_CARRIED.includes(voted.code)) keepFailed(context, kept.of, count.value, vote)
    return voted
  }
  const voteId = context.newId()
  await insertDisposalVote(context, kept.of.id, keptVoteOf(voteId, 'disposal', count.value, vote, true))
  const next: KeptDisposal = { ...kept, of: voted.value, voteId }
  await closeDisposalThings(context, kept.of.id, ['assembly'])
  await askToDecide(context, next)
  const needed = leastOf(count.value.shouldAttend, moreThanHalfOfAll)
  return agree({ ...(await saveStep(context, next, 'vote')), needed })
})

export const disposalVoteHandlers: readonly Handled[] = [voting]
