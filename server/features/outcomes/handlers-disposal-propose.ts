import { isOnRoll } from '@steward/domain/members/member-state.ts'
import { settlingBody } from '@steward/domain/appraisals/settlement.ts'
import {
  fileDisposal as fileIt,
  proposeDisposal as propose,
  stopDisposal as stopIt,
} from '@steward/domain/outcomes/disposal.ts'
import type { GroundFacts } from '@steward/domain/outcomes/disposal-ground.ts'
import { helpFailed } from '@steward/domain/outcomes/help-plan.ts'
import { agree, refuse } from '@steward/domain/shared/decision.ts'
import { lockFile } from '#features/members/queries-file.ts'
import { type Context, handle, type Handled } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import { askToFile, closeDisposalThings, tellMember } from './handlers-disposal-things.ts'
import { actorOf, checkHand, lockToHandle, saveStep } from './handlers-disposal-locking.ts'
import { fileDisposal, proposeDisposal, stopDisposal } from './operations-disposal-step.ts'
import type { GroundInput } from './operations-disposal-shapes.ts'
import { insertDisposal, insertDisposalMove, type KeptDisposal, type KeptGround } from './queries-disposal.ts'
import {
  findMemberPlace,
  loadMemberFacts,
  type MemberFacts,
  type MemberPlace,
} from './queries-disposal-facts.ts'

/** Name of the body that proposes and gives its opinion: the committee, or the assembly where there is none. */
export function bodyOf({ orgName, fullMembers }: Pick<MemberPlace, 'orgName' | 'fullMembers'>): string {
  return `${orgName}${settlingBody(fullMembers) === 'committee' ? '委员会' : '党员大会'}`
}

/** The facts of a ground: what was typed, and what the register knows itself. */
function groundFactsOf(
  context: Context,
  input: GroundInput,
  facts: MemberFacts,
  apart: readonly string[],
): GroundFacts {
  const earlierId = 'earlierId' in input ? input.earlierId : null
  const earlier = facts.earlier.find(({ id, followed }) => id === earlierId && !followed)
  const plan = input.ground === 'helpInVain' && facts.helpPlans.find(({ id }) => id === input.helpPlanId)
  return {
    helpFailed: plan ? helpFailed(plan) : false,
    lapse: input.ground === 'lapse' ? input : null,
    lostContact:
      input.ground === 'lostContact' ? { ...input, stoppedOn: facts.stoppedOn, today: context.today } : null,
    correctionUnchanged: earlier?.form === 'correctionOrder' && earlier.endedHow === 'notChanged',
    persuasionRefused: earlier?.form === 'persuasion' && earlier.endedHow === 'refused',
    outsideDocument: input.ground === 'decidedElsewhere' ? input.outsideDocument : null,
    disciplined: facts.sanctions.some(({ id }) => !apart.includes(id)),
  }
}

function keptGround({ lapse, lostContact, outsideDocument }: GroundFacts): KeptGround {
  return {
    lapse: lapse && {
      ...{ monthsWithoutLife: lapse.monthsWithoutLife, monthsWithoutDues: lapse.monthsWithoutDues },
      ...{ monthsWithoutWork: lapse.monthsWithoutWork, goodReason: lapse.goodReason },
      lookedIntoBy: lapse.lookedIntoBy,
    },
    lostContact: lostContact && {
      ...{ lostSince: lostContact.lostSince, stoppedOn: lostContact.stoppedOn, foundOn: lostContact.foundOn },
    },
    outsideDocument,
  }
}

const proposing = handle(proposeDisposal, async (context, input) => {
  const { tx, access, actor, today } = context
  // Held first, so that two proposals at once see each other.
  const file = (await lockFile(tx, input.memberId)) ?? problem('not-found')
  access.demandHidden('disposal.read', { path: file.org_path })
  access.demand('disposal.run', { path: file.org_path })
  context.note({ memberId: file.id })
  if (actor.memberId === file.id) return refuse('disposal-own-case')
  if (!isOnRoll(file.state)) return refuse('member-already-closed', { state: file.state })
  const facts = await loadMemberFacts(tx, file.id)
  if (facts.openId !== null) return refuse('disposal-already-open')
  const place = (await findMemberPlace(tx, file.id)) ?? problem('not-found')
  const { ground } = input
  const grounds = groundFactsOf(context, ground, facts, input.sanctionsApart)
  const proposed = propose(
    {
      ...{ id: context.newId(), memberId: file.id, form: input.form, ground: ground.ground },
      ...{ body: bodyOf(place), reason: input.reason },
    },
    grounds,
    actorOf(context),
    today,
  )
  if (!proposed.ok) return proposed
  const kept: KeptDisposal = {
    ...{ of: proposed.value, memberName: place.name, orgId: place.orgId, orgName: place.orgName },
    ...{ orgPath: place.orgPath, proposedBy: actor.name, ground: keptGround(grounds) },
    helpPlanId: ground.ground === 'helpInVain' ? ground.helpPlanId : null,
    earlierId: 'earlierId' in ground ? ground.earlierId : null,
    ...{ voteId: null, decision: null, service: null, rejoinFrom: null, end: null, revision: 1 },
  }
  await insertDisposal(context, kept)
  await insertDisposalMove(context, kept.of.id, 'propose', kept.of.proposal.reason)
  await askToFile(context, kept)
  await tellMember(context, kept, place.accountId)
  context.note({ memberId: file.id, disposalId: kept.of.id })
  return agree({ disposalId: kept.of.id, state: kept.of.state, revision: 1 })
})

const filing = handle(fileDisposal, async (context, { disposalId, revision, document }) => {
  const kept = await lockToHandle(context, disposalId, 'disposal.file')
  const hand = checkHand(context, kept, revision)
  if (!hand.ok) return hand
  const filed = fileIt(kept.of, document, context.today)
  if (!filed.ok) return filed
  await closeDisposalThings(context, disposalId, ['file'])
  return agree(await saveStep(context, { ...kept, of: filed.value }, 'file', filed.value.filing?.document))
})

const stopping = handle(stopDisposal, async (context, { disposalId, revision, reason }) => {
  const kept = await lockToHandle(context, disposalId, 'disposal.run')
  const hand = checkHand(context, kept, revision)
  if (!hand.ok) return hand
  const stopped = stopIt(kept.of, reason)
  if (!stopped.ok) return stopped
  await closeDisposalThings(context, disposalId, [
    'file',
    'pre-review',
    'decide',
    'serve',
    'hearing',
    'assembly',
  ])
  return agree(
    await saveStep(
      context,
      { ...kept, of: stopped.value, decision: null },
      'stop',
      stopped.value.stoppedFor ?? '',
    ),
  )
})

export const disposalProposeHandlers: readonly Handled[] = [proposing, filing, stopping]
