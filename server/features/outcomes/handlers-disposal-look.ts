import { isOnRoll } from '@steward/domain/members/member-state.ts'
import { needsPreReview } from '@steward/domain/outcomes/disposal.ts'
import { nextForm } from '@steward/domain/outcomes/disposal-end.ts'
import { formatNumber } from '@steward/domain/shared/document-layout.ts'
import { agree } from '@steward/domain/shared/decision.ts'
import { leastOf, moreThanHalfOfAll } from '@steward/domain/shared/vote.ts'
import { hasVote } from '@steward/domain/shared/voters.ts'
import { findFile } from '#features/members/queries-file.ts'
import { type Context, handle, type Handled } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import { bodyOf } from './handlers-disposal-propose.ts'
import { fileOf } from './handlers-disposal-locking.ts'
import {
  type disposalMays,
  listDisposals,
  myDisposals,
  prepareDisposal,
  showDisposal,
} from './operations-disposal.ts'
import { findDisposal, type KeptDisposal, listDisposalMoves } from './queries-disposal.ts'
import { findDeciding, findMemberPlace, isDisputedCase, loadMemberFacts } from './queries-disposal-facts.ts'
import { listInvitations, listPersons } from './queries-disposal-hearing.ts'
import { countDisposalRows, listDisposalRows, listOwnDisposals } from './queries-disposal-list.ts'
import { listDisposalVotes, listPossibleVoters } from './queries-disposal-vote.ts'
import { demandReader, recordPageReadings, recordReading } from './queries-reader.ts'
import { listSanctionsOf } from './queries-sanction.ts'

type May = (typeof disposalMays)[number]

const listing = handle(listDisposals, async (context, input) => {
  const rows = await listDisposalRows(context, { ...input, limit: input.limit + 1 })
  const shown = rows.slice(0, input.limit)
  const { actor, access } = context
  const standing = (memberId: string, path: string) =>
    memberId === actor.memberId ? 'self' : access.can('disposal.read', { path }) ? 'handler' : 'listed'
  await recordPageReadings(
    context,
    shown.map(({ id, memberId, orgPath: path }) => ({
      ...{ kind: 'disposal' as const, id, memberId, path, standing: standing(memberId, path) },
    })),
  )
  return agree({
    rows: shown.map(({ orgPath: _orgPath, ...row }) => row),
    next: rows.length > input.limit ? (shown.at(-1)?.id ?? null) : null,
    figures: await countDisposalRows(context),
    mayPropose: actor.holdings.some(({ permission }) => permission === 'disposal.run'),
  })
})

const mine = handle(myDisposals, async ({ tx, actor, access }) => {
  access.open('own-account')
  if (actor.memberId === null) return agree({ rows: [], sanctions: [] })
  const rows = await listOwnDisposals(tx, actor.memberId)
  return agree({
    rows: rows.map(({ memberId: _memberId, memberName: _memberName, orgPath: _orgPath, ...row }) => row),
    sanctions: await listSanctionsOf(tx, actor.memberId),
  })
})

const preparing = handle(prepareDisposal, async (context, { memberId }) => {
  const { tx, access, actor } = context
  const place = (await findMemberPlace(tx, memberId)) ?? problem('not-found')
  access.demandHidden('disposal.read', { path: place.orgPath })
  access.demand('disposal.run', { path: place.orgPath })
  if (actor.memberId === memberId) problem('not-found')
  const facts = await loadMemberFacts(tx, memberId)
  return agree({
    ...{ memberName: place.name, orgName: place.orgName, body: bodyOf(place), openId: facts.openId },
    helpPlans: facts.helpPlans.map(({ id, year, until, result }) => ({ id, year, until, result })),
    earlier: facts.earlier
      .filter(({ followed }) => !followed)
      .map(({ id, form, endedHow, endedOn }) => ({ id, form, endedHow, endedOn })),
    sanctions: [...facts.sanctions],
    stoppedOn: facts.stoppedOn,
  })
})

const showing = handle(showDisposal, async (context, { disposalId }) => {
  const { tx, today, actor } = context
  const kept = (await findDisposal(tx, disposalId)) ?? problem('not-found')
  const file = fileOf(kept)
  const standing = await demandReader(context, file)
  await recordReading(context, file, standing)
  const isMine = actor.memberId === kept.of.memberId
  const voters = await listPossibleVoters(tx, kept.orgId, kept.of.vote?.on ?? today)
  const able = voters.filter(hasVote)
  const deciding = await findDeciding(tx, kept.orgPath)
  const invitations = await listInvitations(tx, disposalId)
  return agree({
    case: await caseOf(context, kept, isMine),
    needsPreReview: needsPreReview(kept.of.form),
    votes: await listDisposalVotes(tx, disposalId),
    invitations,
    moves: await listDisposalMoves(tx, disposalId),
    bar: { shouldAttend: able.length, needed: leastOf(able.length, moreThanHalfOfAll) },
    people: isMine
      ? []
      : able
          .filter(({ memberId }) => memberId !== kept.of.memberId)
          .map(({ memberId, name }) => ({ memberId, name })),
    disputed: await isDisputedCase(tx, {
      ...{ id: kept.of.id, memberId: kept.of.memberId, earlierId: kept.earlierId },
    }),
    deciding: { body: deciding.name, appealTo: deciding.appealTo ?? '上级党组织' },
    nextForm:
      kept.end === null || kept.end.how === 'lifted' ? null : nextForm(kept.of, { how: kept.end.how }),
    may: isMine
      ? ownMays(
          kept,
          invitations.some(
            ({ answer, toWhat, on }) => answer === null && on >= today && awaits(kept, toWhat),
          ),
        )
      : await handlersMays(context, kept),
  })
})

async function caseOf({ tx }: Context, kept: KeptDisposal, isMine: boolean) {
  const { of, ground, decision, service, end } = kept
  const names = await listPersons(tx, [
    ...new Set([...(of.finding?.group ?? []), ...(of.hearing?.heldBy ?? []).map(({ memberId }) => memberId)]),
  ])
  const nameOf = (id: string) => names.find(({ memberId }) => memberId === id)?.name ?? ''
  return {
    ...{ id: of.id, memberId: of.memberId, memberName: kept.memberName, orgName: kept.orgName, isMine },
    ...{ form: of.form, ground: of.ground, state: of.state, proposedOn: of.proposal.on, until: of.until },
    ...{ decidedOn: decision?.on ?? null, decided: of.state === 'voted' && decision !== null },
    ...{ endedHow: end?.how ?? null, revision: kept.revision, filing: of.filing && { ...of.filing } },
    proposal: { body: of.proposal.body, reason: of.proposal.reason, by: kept.proposedBy },
    facts: {
      ...{ helpPlanId: kept.helpPlanId, earlierId: kept.earlierId, outsideDocument: ground.outsideDocument },
      lapse: ground.lapse && { ...ground.lapse },
      lostContact: ground.lostContact && { ...ground.lostContact },
    },
    finding: of.finding && {
      group: of.finding.group.map(nameOf),
      words: of.finding.words,
      on: of.finding.on,
    },
    hearing: of.hearing && {
      ...{ on: of.hearing.on, heldBy: of.hearing.heldBy.map(({ memberId }) => nameOf(memberId)) },
      ...{ came: of.hearing.memberCame, defence: of.hearing.defence },
      witnesses: of.hearing.witnesses.map((one) => ({ ...one })),
      invitedOn: [...of.hearing.invitedOn],
    },
    opinion: of.opinion && { ...of.opinion },
    preReview: of.preReview && { ...of.preReview },
    decision: decision && {
      ...{ body: decision.body, deciderName: decision.deciderName, number: formatNumber(decision.number) },
      ...{ on: decision.on, reason: decision.reason, months: decision.months },
      ...{ required: decision.required, help: decision.help },
    },
    served: service &&
      of.served && { proof: of.served.proofOfServiceId, how: service.how, on: service.on, by: service.by },
    rejoinFrom: kept.rejoinFrom,
    end: end && {
      ...{ how: end.how, on: end.on, words: end.words, minutes: end.minutes, document: end.document },
    },
    stoppedFor: of.stoppedFor,
  }
}

/** Whether what the member is invited to is still to come. */
function awaits({ of }: KeptDisposal, toWhat: 'hearing' | 'assembly'): boolean {
  return toWhat === 'hearing'
    ? of.state === 'factsFound'
    : of.state === 'opinionGiven' || of.state === 'preReviewed'
}

/** What the member concerned may do: answer an invitation, say something, take the decision along. */
function ownMays({ of, decision }: KeptDisposal, invited: boolean): May[] {
  return [
    ...(invited ? (['answer'] as const) : []),
    ...(of.state === 'stopped' ? [] : (['say'] as const)),
    ...(decision !== null && of.state === 'inForce' ? (['paper'] as const) : []),
  ]
}

/** The next step and who takes it; a page offers nothing else. */
async function handlersMays({ tx, access, today }: Context, kept: KeptDisposal): Promise<May[]> {
  const target = { path: kept.orgPath }
  const [run, file, review, decide] = (
    ['disposal.run', 'disposal.file', 'disposal.pre-review', 'disposal.decide'] as const
  ).map((permission) => access.can(permission, target))
  const { of, decision, end } = kept
  const open = of.state !== 'inForce' && of.state !== 'stopped'
  const running = of.state === 'inForce' && of.form === 'correctionOrder' && end === null
  const mays: (May | false | undefined)[] = [
    of.state === 'proposed' && file && 'file',
    of.state === 'filed' && run && 'findFacts',
    ['factsFound', 'opinionGiven', 'preReviewed'].includes(of.state) && run && 'invite',
    of.state === 'factsFound' && run && 'hear',
    of.state === 'heard' && run && 'giveOpinion',
    of.state === 'opinionGiven' && needsPreReview(of.form) && review && 'preReview',
    (of.state === 'preReviewed' || (of.state === 'opinionGiven' && !needsPreReview(of.form))) &&
      run &&
      'vote',
    of.state === 'voted' && decide && 'decide',
    of.state === 'voted' && decision !== null && decide && 'serve',
    open && run && 'stop',
    running && of.until !== null && of.until <= today && run && 'endCorrection',
    running && of.until !== null && of.until > today && run && 'lengthen',
    of.state === 'inForce' && of.form === 'persuasion' && end === null && run && 'endPersuasion',
    decision !== null && 'paper',
  ]
  if (end !== null && end.how !== 'lifted' && nextForm(of, { how: end.how }) !== null && run) {
    const file_ = await findFile(tx, of.memberId)
    if (file_ !== undefined && isOnRoll(file_.state) && end.on <= today) mays.push('proposeNext')
  }
  return mays.filter((one): one is May => typeof one === 'string')
}

export const disposalLookHandlers: readonly Handled[] = [listing, mine, preparing, showing]
