import { checkDecision, checkService, enforceDisposal } from '@steward/domain/outcomes/disposal.ts'
import { mayRejoinFrom, memberStateOf } from '@steward/domain/outcomes/disposal-end.ts'
import { agree, refuse } from '@steward/domain/shared/decision.ts'
import { usualCorrectionMonths } from '@steward/domain/outcomes/disposal.ts'
import { lockFile } from '#features/members/queries-file.ts'
import { enterStateByCase } from '#features/members/queries-state.ts'
import { type Context, handle, type Handled } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import { askToServe, closeDisposalThings, showDecision } from './handlers-disposal-things.ts'
import { actorOf, checkHand, lockToHandle, saveStep } from './handlers-disposal-locking.ts'
import { decideDisposal, serveDisposal } from './operations-disposal-step.ts'
import type { KeptDisposal } from './queries-disposal.ts'
import { findDeciding, findMemberPlace, isDisputedCase } from './queries-disposal-facts.ts'
import { isNumberTaken } from './queries-disposal-list.ts'

async function disputedOf({ tx }: Context, kept: KeptDisposal): Promise<boolean> {
  const { id, memberId } = kept.of
  return await isDisputedCase(tx, { id, memberId, earlierId: kept.earlierId })
}

const deciding = handle(decideDisposal, async (context, input) => {
  const { tx, today } = context
  const kept = await lockToHandle(context, input.disposalId, 'disposal.decide')
  const hand = checkHand(context, kept, input.revision)
  if (!hand.ok) return hand
  const body = await findDeciding(tx, kept.orgPath)
  const months = kept.of.form === 'correctionOrder' ? (input.months ?? usualCorrectionMonths) : null
  const { deciderName, decidedOn, reason, required, help, number } = input
  const checked = checkDecision(
    kept.of,
    { deciderName, body: body.name ?? '', decidedOn, reason },
    actorOf(context),
    {
      ...{ bodyMayApprove: body.id !== null, disputed: await disputedOf(context, kept), months, today },
      ...{ required, help },
    },
  )
  if (!checked.ok) return checked
  const orgId = body.id ?? problem('not-found')
  if (await isNumberTaken(tx, kept.of.id, orgId, number)) return refuse('disposal-number-taken')
  const decision = {
    ...{ orgId, body: body.name ?? '', deciderName, number, on: decidedOn ?? today, reason: reason.trim() },
    ...{ months, required, help },
  }
  const next = { ...kept, decision }
  await closeDisposalThings(context, kept.of.id, ['decide'])
  await askToServe(context, next)
  return agree(await saveStep(context, next, 'decide', reason))
})

const serving = handle(serveDisposal, async (context, input) => {
  const { tx, today, actor } = context
  const kept = await lockToHandle(context, input.disposalId, 'disposal.decide')
  const hand = checkHand(context, kept, input.revision)
  if (!hand.ok) return hand
  const { decision } = kept
  if (kept.of.state === 'voted' && decision === null) return refuse('disposal-not-decided')
  if (decision === null) return refuse('disposal-wrong-state', { state: kept.of.state })
  const service = checkService({ decidedOn: decision.on, servedOn: input.servedOn }, today)
  if (!service.ok) return service
  const body = await findDeciding(tx, kept.orgPath)
  const facts = {
    ...{ deciderName: decision.deciderName, body: decision.body, decidedOn: decision.on },
    ...{ reason: decision.reason, proofOfServiceId: input.proofOfService },
  }
  const enforced = enforceDisposal(kept.of, facts, actorOf(context), {
    ...{ bodyMayApprove: body.id === decision.orgId, disputed: await disputedOf(context, kept) },
    ...{ months: decision.months, today },
  })
  if (!enforced.ok) return enforced
  const state = memberStateOf(enforced.value, null)
  if (state !== null) {
    const file = (await lockFile(tx, kept.of.memberId)) ?? problem('not-found')
    const entered = await enterStateByCase(context, file, state, facts)
    if (!entered.ok) return entered
  }
  const next: KeptDisposal = {
    ...{ ...kept, of: enforced.value },
    service: { how: input.how, on: input.servedOn, by: actor.name },
    rejoinFrom: state === null ? null : mayRejoinFrom(decision.on),
  }
  const member = await findMemberPlace(tx, kept.of.memberId)
  await closeDisposalThings(context, kept.of.id, ['serve', 'read'])
  await showDecision(context, next, member?.accountId ?? null)
  const saved = await saveStep(context, next, 'serve', input.proofOfService)
  return agree({ ...saved, until: enforced.value.until })
})

export const disposalDecideHandlers: readonly Handled[] = [deciding, serving]
