import type { ServedDecision } from '@steward/domain/shared/adverse-gate.ts'
import { isOpenWarning, warningStates } from '@steward/domain/outcomes/warning.ts'
import { agree } from '@steward/domain/shared/decision.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import { type Context, handle, type Handled } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import { sightOf } from './handlers-warning-step.ts'
import * as operations from './operations-warning.ts'
import { listAppealsOn } from './queries-appeal.ts'
import { findAppealBody } from './queries-appeal-list.ts'
import { recordReading } from './queries-reader.ts'
import { findWarning, type KeptWarning } from './queries-warning.ts'
import { findToleranceOn, listWarnings, listWarningsOf } from './queries-warning-list.ts'
import { listBodies, listOutcomeSteps } from './queries-warning-paper.ts'
import { findRests, type Rest } from './queries-warning-rest.ts'

function lineOf({ today }: Context, kept: KeptWarning) {
  const { warning, memberName, orgName, bodyName, number, servedOn, disputed } = kept
  const { id, memberId, colour, state, changeBy, talk, noTalkFor, measure, answer, endedOn } = warning
  return {
    ...{ id, memberId, memberName, orgName, bodyName, number, colour, state, servedOn, changeBy, noTalkFor },
    isChangeDue: isOpenWarning(warning) && today >= changeBy,
    talkOn: talk?.on ?? null,
    measureKind: measure?.kind ?? null,
    answered: answer !== null,
    ...{ disputed, endedOn },
  }
}

const list = handle(operations.listWarnings, async (context, asked) => {
  const { access, actor } = context
  access.demandSomewhere('warning.talk')
  const { rows, counts } = await listWarnings(context, asked)
  const states =
    asked.show === 'all'
      ? warningStates
      : asked.show === 'running'
        ? (['drafted', 'noticed', 'talked'] as const)
        : [asked.show]
  return agree({
    rows: rows.map((kept) => lineOf(context, kept)),
    total: states.reduce((sum, state) => sum + counts[state], 0),
    counts,
    mayDraft: actor.holdings.some(({ permission }) => permission === 'warning.draft'),
  })
})

const mine = handle(operations.listMyWarnings, async (context) => {
  const { tx, access, actor } = context
  access.open('own-account')
  const rows = actor.memberId === null ? [] : await listWarningsOf(tx, actor.memberId)
  return agree({ rows: rows.map((kept) => lineOf(context, kept)) })
})

function toServed(served: ServedDecision, by: string | null, on: PlainDate | null) {
  return {
    ...{ decider: served.deciderName, body: served.body, decidedOn: served.decidedOn, reason: served.reason },
    ...{ proof: served.proofOfServiceId, enteredBy: by ?? '', enteredOn: on ?? served.decidedOn },
  }
}

const show = handle(operations.showWarning, async (context, { warningId }) => {
  const { tx, actor } = context
  const kept = (await findWarning(tx, warningId)) ?? problem('not-found')
  const { file, standing } = await sightOf(context, kept)
  await recordReading(context, file, standing)
  const { warning, servedBy, servedOn, measureBy, measureOn, talkByName, endedByName } = kept
  const { served, talk, measure, endedOn, endedFor } = warning
  const rests = await findRests(tx, kept)
  const [rest] = rests
  const bodies = await listBodies(tx, kept.orgPath)
  const tolerance = await findToleranceOn(tx, warningId)
  return agree({
    ...lineOf(context, kept),
    ...{ orgId: kept.orgId, bodyOrgId: kept.bodyOrgId, graveFor: warning.graveFor, facts: warning.facts },
    ...{ standard: warning.standard, requiredChange: warning.requiredChange, helperName: warning.helperName },
    ...{ draftedBy: kept.draftedBy, answer: warning.answer },
    served: served === null ? null : toServed(served, servedBy, servedOn),
    talk: talk === null ? null : { on: talk.on, by: talkByName ?? '', words: talk.words },
    measure:
      measure === null
        ? null
        : {
            ...{ kind: measure.kind, document: measure.document, on: measureOn ?? measure.served.decidedOn },
            served: toServed(measure.served, measureBy, measureOn),
          },
    ended: endedOn === null ? null : { on: endedOn, by: endedByName ?? '', words: endedFor ?? '' },
    rests:
      rest === undefined
        ? null
        : { kind: rest.kind, id: rest.id, year: rest.year, says: rest.says, disputed: rest.disputed },
    tolerance: tolerance ?? null,
    appeals: await listAppealsOn(tx, warningId),
    appealTo: (await findAppealBody(tx, kept.orgPath, bodiesOf(kept))).name,
    steps: await listOutcomeSteps(tx, warningId),
    revision: kept.revision,
    isOwn: actor.memberId === warning.memberId,
    may: rightsOf(context, kept, { rests, tolerating: tolerance !== undefined }),
    bodies: bodies.map(({ id, name }) => ({ id, name })),
  })
})

/** Organisations that decided so far; a measure of a body outside the county by its name. */
export function bodiesOf(kept: KeptWarning): string[] {
  const { measure } = kept.warning
  if (measure === null) return [kept.bodyOrgId]
  return [kept.bodyOrgId, kept.measureBodyOrgId ?? measure.served.body]
}

type May =
  | 'change'
  | 'drop'
  | 'serve'
  | 'answer'
  | 'takeAnswer'
  | 'talk'
  | 'explainNoTalk'
  | 'confirm'
  | 'lift'
type MayToo = 'measure' | 'appeal' | 'appealMeasure' | 'tolerance'

/** What the caller may do now; the rules decide again when it is done. */
function rightsOf(
  { access, actor, today }: Context,
  kept: KeptWarning,
  about: { readonly rests: readonly Rest[]; readonly tolerating: boolean },
): (May | MayToo)[] {
  const { warning, orgPath: path, disputed } = kept
  const { state, memberId, changeBy, colour } = warning
  if (actor.memberId === memberId) {
    const own: (May | MayToo)[] = isOpenWarning(warning) ? ['answer'] : []
    if (isOpenWarning(warning) && !disputed) own.push('appeal')
    if (state === 'measured' && !disputed) own.push('appealMeasure')
    if (isOpenWarning(warning) && !about.tolerating) own.push('tolerance')
    return own
  }
  const can = (permission: Parameters<typeof access.can>[0]) => access.can(permission, { path })
  const steps: [May | MayToo, boolean][] = [
    ['change', state === 'drafted' && can('warning.draft')],
    ['drop', state === 'drafted' && can('warning.draft')],
    ['serve', state === 'drafted' && !about.rests.some((one) => one.disputed) && can('warning.serve')],
    ['takeAnswer', isOpenWarning(warning) && can('warning.draft')],
    ['talk', state === 'noticed' && can('warning.talk')],
    ['explainNoTalk', state === 'noticed' && can('warning.talk')],
    ['confirm', isOpenWarning(warning) && can('warning.serve')],
    ['lift', (isOpenWarning(warning) || state === 'measured') && can('warning.serve')],
    [
      'measure',
      state === 'talked' && !disputed && (colour === 'red' || today > changeBy) && can('warning.measure'),
    ],
    ['tolerance', isOpenWarning(warning) && !about.tolerating && can('tolerance.apply')],
  ]
  return steps.flatMap(([step, may]) => (may ? [step] : []))
}

export const warningLookHandlers: readonly Handled[] = [list, mine, show]
