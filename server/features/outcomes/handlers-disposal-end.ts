import { checkDay } from '@steward/domain/outcomes/disposal.ts'
import {
  endCorrection as endOrder,
  endPersuasion as endRequest,
  lengthenCorrection as lengthen,
  mayRejoinFrom,
  memberStateOf,
  nextForm,
} from '@steward/domain/outcomes/disposal-end.ts'
import { agree, refuse } from '@steward/domain/shared/decision.ts'
import { lockFile } from '#features/members/queries-file.ts'
import { enterStateByCase } from '#features/members/queries-state.ts'
import { handle, type Handled } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import { closeDisposalThings } from './handlers-disposal-things.ts'
import { checkHand, lockToHandle, saveStep } from './handlers-disposal-locking.ts'
import { countOf, keptVoteOf } from './handlers-disposal-vote.ts'
import { endCorrection, endPersuasion, lengthenCorrection } from './operations-disposal-step.ts'
import { insertDisposalMove } from './queries-disposal.ts'
import { insertDisposalVote } from './queries-disposal-vote.ts'

const ending = handle(endCorrection, async (context, { disposalId, revision, changed, words, vote }) => {
  const { today, actor } = context
  const kept = await lockToHandle(context, disposalId, 'disposal.run')
  const hand = checkHand(context, kept, revision)
  if (!hand.ok) return hand
  if (kept.end !== null) return refuse('disposal-already-ended')
  const day = checkDay(vote.on, today)
  if (!day.ok) return day
  if (vote.chair === '') return refuse('disposal-minutes-missing')
  const count = await countOf(context, kept.orgId, vote)
  if (!count.ok) return count
  const ended = endOrder(kept.of, {
    ...{ changed, words, minutesId: vote.minutes, vote: count.value, on: vote.on },
  })
  if (!ended.ok) return ended
  const { how, on, minutesId } = ended.value
  await insertDisposalVote(context, disposalId, keptVoteOf(context.newId(), 'end', count.value, vote, true))
  await closeDisposalThings(context, disposalId, ['end'])
  const end = {
    how,
    on,
    words: ended.value.words,
    minutes: minutesId,
    document: null,
    accountId: actor.accountId,
  }
  const saved = await saveStep(context, { ...kept, end }, 'end', ended.value.words)
  return agree({ ...saved, nextForm: nextForm(kept.of, ended.value) })
})

const lengthening = handle(lengthenCorrection, async (context, { disposalId }) => {
  const kept = await lockToHandle(context, disposalId, 'disposal.run')
  const { actor, now } = context
  const moveId = context.newId()
  context.keep(async (tx) => {
    await insertDisposalMove({ tx, actor, now, newId: () => moveId }, disposalId, 'askLonger')
  })
  return lengthen(kept.of)
})

const answered = handle(endPersuasion, async (context, input) => {
  const { tx, today, actor } = context
  const { disposalId, revision, withdrew, requestDocument, words, on } = input
  const kept = await lockToHandle(context, disposalId, 'disposal.run')
  const hand = checkHand(context, kept, revision)
  if (!hand.ok) return hand
  if (kept.end !== null) return refuse('disposal-already-ended')
  const day = checkDay(on, today)
  if (!day.ok) return day
  const servedOn = kept.service?.on
  if (servedOn !== undefined && on < servedOn) return refuse('disposal-out-of-order', { servedOn })
  const ended = endRequest(kept.of, { withdrew, requestDocument, words, on })
  if (!ended.ok) return ended
  const state = memberStateOf(kept.of, ended.value)
  const { served } = kept.of
  if (state !== null && served !== null) {
    const file = (await lockFile(tx, kept.of.memberId)) ?? problem('not-found')
    const entered = await enterStateByCase(context, file, state, served)
    if (!entered.ok) return entered
  }
  const end = {
    ...{ how: ended.value.how, on, words: ended.value.words, minutes: null },
    ...{ document: requestDocument === '' ? null : requestDocument, accountId: actor.accountId },
  }
  const rejoinFrom = state === null || served === null ? null : mayRejoinFrom(served.decidedOn)
  const saved = await saveStep(context, { ...kept, end, rejoinFrom }, 'end', ended.value.words)
  return agree({ ...saved, nextForm: nextForm(kept.of, ended.value) })
})

export const disposalEndHandlers: readonly Handled[] = [ending, lengthening, answered]
