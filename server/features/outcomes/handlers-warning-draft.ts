import { draftWarning as draft, usualChangeBy } from '@steward/domain/outcomes/warning.ts'
import { agree, refuse } from '@steward/domain/shared/decision.ts'
import { findScoringFacts } from '#features/schemes/queries.ts'
import { findOrg } from '#features/organisation/queries.ts'
import { handle, type Handled } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import { holdWarning } from './handlers-warning-step.ts'
import * as operations from './operations-warning.ts'
import { insertWarning, type KeptWarning, removeWarning, saveWarning } from './queries-warning.ts'
import { hasRunningWarning } from './queries-warning-list.ts'
import { accountOf, insertOutcomeStep, listBodies, takeNumber } from './queries-warning-paper.ts'
import { findRests, listRests } from './queries-warning-rest.ts'

const options = handle(operations.warningOptions, async ({ tx, access, today }, { memberId }) => {
  const member = (await findScoringFacts(tx, [memberId], today)).get(memberId) ?? problem('not-found')
  access.demandHidden('warning.draft', { path: member.orgPath })
  const { grades, entries } = await listRests(tx, memberId)
  const org = await findOrg(tx, member.orgId)
  return agree({
    memberName: member.name,
    org: { id: member.orgId, name: org?.name ?? '' },
    bodies: (await listBodies(tx, member.orgPath)).map(({ id, name }) => ({ id, name })),
    usualChangeBy: usualChangeBy(today),
    grades: grades.map(({ id, year, says, disputed }) => ({ id, year, says, disputed })),
    entries: entries.map(({ id, year, says, disputed }) => ({ id, year, says, disputed })),
    hasOpen: await hasRunningWarning(tx, memberId),
  })
})

const drafting = handle(operations.draftWarning, async (context, input) => {
  const { tx, access, actor, now, today } = context
  const before = input.warningId === null ? undefined : await holdWarning(context, input.warningId)
  const memberId = before?.warning.memberId ?? input.memberId
  const member = (await findScoringFacts(tx, [memberId], today)).get(memberId) ?? problem('not-found')
  access.demandHidden('warning.draft', { path: member.orgPath })
  if (before !== undefined && before.warning.state !== 'drafted')
    return refuse('warning-wrong-state', { state: before.warning.state })
  if (actor.memberId === memberId) return refuse('warning-own-case')
  const body = (await listBodies(tx, member.orgPath)).find(({ id }) => id === input.bodyOrgId)
  if (body === undefined) return refuse('outcome-body-not-competent')
  const { colour, graveFor, facts, standard, requiredChange, helperName, feedbackId, entryId } = input
  const rests = await findRests(tx, { feedbackId, entryId })
  const named = Number(feedbackId !== null) + Number(entryId !== null)
  if (rests.length !== named || rests.some((rest) => rest.memberId !== memberId))
    return refuse('warning-rests-on-nothing')
  const tolerated = rests.find((rest) => rest.tolerated)
  if (tolerated !== undefined) return refuse('warning-matter-tolerated', { says: tolerated.says })
  const drafted = draft(
    {
      ...{
        id: before?.warning.id ?? context.newId(),
        memberId,
        colour,
        facts,
        standard,
        requiredChange,
        helperName,
      },
      ...{
        graveFor: colour === 'yellow' ? null : graveFor,
        changeBy: input.changeBy ?? usualChangeBy(today),
      },
    },
    today,
  )
  if (!drafted.ok) return drafted
  const sameBody = before?.bodyOrgId === body.id
  const number =
    before !== undefined && sameBody ? before.number : await takeNumber(context, 'warning', body.name)
  const kept: KeptWarning = {
    ...{ memberName: member.name, orgId: member.orgId, orgName: '', orgPath: member.orgPath },
    ...{ bodyOrgId: body.id, bodyName: body.name, number, feedbackId, entryId, draftedBy: actor.name },
    ...{
      draftedByAccountId: accountOf(actor),
      draftedAt: now,
      servedBy: null,
      servedOn: null,
      talkByName: null,
    },
    ...{ measureBy: null, measureOn: null, measureBodyOrgId: null, endedByName: null, disputed: false },
    revision: before?.revision ?? 1,
    warning: drafted.value,
  }
  await (before === undefined ? insertWarning(tx, kept) : saveWarning(tx, kept))
  const { id: warningId } = drafted.value
  await insertOutcomeStep(
    context,
    { kind: 'warning', id: warningId },
    before === undefined ? 'draft' : 'redraft',
  )
  context.note({ warningId, memberId })
  return agree({ warningId, number })
})

const dropping = handle(operations.dropWarning, async (context, { warningId }) => {
  const kept = await holdWarning(context, warningId)
  context.access.demand('warning.draft', { path: kept.orgPath })
  if (kept.warning.state !== 'drafted') return refuse('warning-wrong-state', { state: kept.warning.state })
  await removeWarning(context.tx, warningId)
  await insertOutcomeStep(context, { kind: 'warning', id: warningId }, 'drop')
  context.note({ warningId, memberId: kept.warning.memberId })
  return agree({})
})

export const warningDraftHandlers: readonly Handled[] = [options, drafting, dropping]
