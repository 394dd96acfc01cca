import { hindrancesOf, isToleranceOverdue } from '@steward/domain/outcomes/tolerance.ts'
import { agree } from '@steward/domain/shared/decision.ts'
import { findScoringFacts } from '#features/schemes/queries.ts'
import { type Context, handle, type Handled } from '#platform/context.ts'
import type { CountyTx } from '#platform/db.ts'
import { problem } from '#platform/problem.ts'
import { toleranceSightOf } from './handlers-tolerance-step.ts'
import * as operations from './operations-tolerance.ts'
import { listAppealsOn } from './queries-appeal.ts'
import { findAppealBody } from './queries-appeal-list.ts'
import { recordReading } from './queries-reader.ts'
import { findTolerance, findToleranceDays, type KeptTolerance } from './queries-tolerance.ts'
import {
  findNamedWarning,
  listNameable,
  listNameableWarnings,
  listTolerance,
  listToleranceOf,
} from './queries-tolerance-list.ts'
import { listBodies, listOutcomeSteps } from './queries-warning-paper.ts'

const START_SIGNS = 60

function lineOf({ today }: Context, { tolerance, memberName, orgName }: KeptTolerance) {
  const { id, memberId, matter, state, appliedOn, dueOn, answeredOn } = tolerance
  return {
    ...{ id, memberId, memberName, orgName, state, appliedOn, dueOn, answeredOn },
    start: [...matter].slice(0, START_SIGNS).join(''),
    isOverdue: isToleranceOverdue(tolerance, today),
  }
}

const options = handle(operations.toleranceOptions, async ({ tx, access, today }, { memberId }) => {
  const member = (await findScoringFacts(tx, [memberId], today)).get(memberId) ?? problem('not-found')
  access.demandHidden('tolerance.apply', { path: member.orgPath, memberId })
  return agree({
    memberName: member.name,
    entries: await listNameable(tx, memberId),
    warnings: await listNameableWarnings(tx, memberId),
    days: await findToleranceDays(tx),
  })
})

const list = handle(operations.listTolerance, async (context, asked) => {
  const { tx, access, actor } = context
  const officer = actor.holdings.some(
    ({ permission, reach }) => permission === 'tolerance.read' && reach !== 'self',
  )
  // Who reads only what is about oneself has a page of one's own.
  access.demandSomewhere(officer ? 'tolerance.read' : 'tolerance.check')
  const { rows, counts } = await listTolerance(context, asked)
  const holds = (permission: string, self: boolean) =>
    actor.holdings.some((one) => one.permission === permission && (self || one.reach !== 'self'))
  return agree({
    ...{ rows: rows.map((kept) => lineOf(context, kept)), total: counts[asked.show], counts },
    mayApply: holds('tolerance.apply', false),
    maySetDays: holds('tolerance.set-days', true),
    days: await findToleranceDays(tx),
  })
})

const mine = handle(operations.listMyTolerance, async (context) => {
  const { tx, access, actor } = context
  access.open('own-account')
  const rows = actor.memberId === null ? [] : await listToleranceOf(tx, actor.memberId)
  return agree({ rows: rows.map((kept) => lineOf(context, kept)) })
})

const show = handle(operations.showTolerance, async (context, { toleranceId }) => {
  const { tx, actor } = context
  const kept = (await findTolerance(tx, toleranceId)) ?? problem('not-found')
  const { file, standing } = await toleranceSightOf(context, kept)
  await recordReading(context, file, standing)
  const { tolerance, number, checkedByName, foundByName, warningId } = kept
  const { check, finding } = tolerance
  const bodies = await listBodies(tx, kept.orgPath)
  return agree({
    ...lineOf(context, kept),
    ...{ matter: tolerance.matter, appliedBy: tolerance.appliedBy, appliedByName: kept.appliedByName },
    ...{ entries: [...kept.entries], reason: tolerance.reason },
    warning: warningId === null ? null : ((await findNamedWarning(tx, warningId)) ?? null),
    check:
      check === null
        ? null
        : {
            ...{ conditions: check.conditions, distinctions: check.distinctions, factors: check.factors },
            ...{ exclusions: [...check.exclusions], by: checkedByName ?? '', on: check.on },
          },
    hindrances: check === null ? null : hindrancesToShow(check),
    finding:
      finding === null || number === null
        ? null
        : { body: finding.body, document: finding.document, by: foundByName ?? '', on: finding.on, number },
    appeals: await listAppealsOn(tx, toleranceId),
    appealTo: (await findAppealBody(tx, kept.orgPath, await bodiesOf(tx, kept))).name,
    bodies: bodies.map(({ id, name }) => ({ id, name })),
    steps: await listOutcomeSteps(tx, toleranceId),
    ...{ edition: kept.edition, revision: kept.revision, isOwn: actor.memberId === tolerance.memberId },
    may: rightsOf(context, kept),
  })
})

function hindrancesToShow(check: Parameters<typeof hindrancesOf>[0]) {
  const { conditions, distinctions, exclusions } = hindrancesOf(check)
  return { conditions: [...conditions], distinctions: [...distinctions], exclusions: [...exclusions] }
}

/** The organisation that found; where it was not taken up, the committee above the branch. */
export async function bodiesOf(
  tx: CountyTx,
  { findingBodyOrgId, tolerance, orgPath }: KeptTolerance,
): Promise<string[]> {
  if (findingBodyOrgId !== null) return [findingBodyOrgId]
  if (tolerance.state !== 'notAccepted') return []
  return (await listBodies(tx, orgPath)).slice(0, 1).map(({ id }) => id)
}

function rightsOf({ access, actor }: Context, { tolerance, orgPath: path, disputed }: KeptTolerance) {
  const { state, memberId, check, answeredOn } = tolerance
  const decided = state === 'tolerated' || state === 'notTolerated' || state === 'notAccepted'
  const may: ('accept' | 'check' | 'find' | 'answer' | 'appeal')[] = []
  if (actor.memberId === memberId) {
    if ((state === 'notTolerated' || state === 'notAccepted') && !disputed) may.push('appeal')
    return may
  }
  if (state === 'applied' && access.can('tolerance.check', { path })) may.push('accept')
  if (state === 'accepted' && access.can('tolerance.check', { path })) may.push('check')
  if (state === 'checked' && check?.by !== actor.accountId && access.can('tolerance.find', { path }))
    may.push('find')
  if (decided && answeredOn === null && access.can('tolerance.check', { path })) may.push('answer')
  return may
}

export const toleranceLookHandlers: readonly Handled[] = [options, list, mine, show]
