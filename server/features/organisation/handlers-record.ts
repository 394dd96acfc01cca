import { agree, refuse } from '@steward/domain/shared/decision.ts'
import { isAtOrBelow } from '@steward/domain/shared/reach.ts'
import { handle, type Handled } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import { actOf, changedMeanwhile } from './handlers-decision.ts'
import * as operations from './operations-change.ts'
import { insertOrgFacts } from './queries-bulk.ts'
import { insertChanges, loadTreeFacts, lockTree, updateOrg } from './queries-change.ts'
import { findAct, insertFiling } from './queries-detail.ts'
import { lockOrg } from './queries.ts'

const correct = handle(operations.correctOrg, async (ctx, input) => {
  const { tx, access, today } = ctx
  const org = (await lockTree(tx, [input.orgId]))(input.orgId)
  access.demand('organisation.committee', { path: org.path })
  const facts = await loadTreeFacts(tx, {
    orgIds: [org.id],
    siblingsOf: null,
    deciderId: undefined,
    paths: [],
  })
  const stale = changedMeanwhile(org, input.revision, facts)
  if (stale) return stale
  if (org.dissolvedOn !== null)
    return refuse('org-already-dissolved', { name: org.name, dissolvedOn: org.dissolvedOn })
  const { phone, address, sortNo } = input
  const shortName = input.shortName || org.name
  const fields = { shortName, phone, address, sortNo }
  const before = { shortName: org.shortName, phone: org.phone, address: org.address, sortNo: org.sortNo }
  if (JSON.stringify(fields) === JSON.stringify(before)) return refuse('org-nothing-corrected')
  const revision = await updateOrg(tx, org, fields)
  const act = actOf(ctx, { on: today, decidedOn: null, documentNumber: '', reason: '' }, null)
  await insertChanges(tx, act, [{ orgId: org.id, kind: 'correct', before, after: fields }])
  ctx.note({ orgId: org.id })
  return agree({ id: org.id, revision, actId: act.actId })
})

const file = handle(operations.fileChange, async (ctx, input) => {
  const { tx, access, actor, now, today } = ctx
  const act = (await findAct(tx, input.actId)) ?? problem('not-found')
  for (const path of new Set(act.parentPaths)) access.demand('organisation.change', { path })
  if (input.filedOn > today) return refuse('org-filing-in-future', { today })
  if (act.decidedOn !== null && input.filedOn < act.decidedOn)
    return refuse('org-filing-before-decision', { decidedOn: act.decidedOn })
  const asked = input.filedWithOrgId
  const receiver = asked === undefined ? act.above[0] : act.above.find(({ id }) => id === asked)
  if (receiver === undefined || (act.deciderPath !== null && !isAtOrBelow(act.deciderPath, receiver.path)))
    return refuse('org-filing-not-above')
  const filing = { actId: input.actId, filedOn: input.filedOn, orgId: receiver.id, at: now }
  const isNew = await insertFiling(tx, { ...filing, by: actor.name, accountId: actor.accountId })
  if (!isNew) return refuse('org-filing-twice')
  ctx.note({ actId: input.actId })
  return agree({ actId: input.actId })
})

const recordFact = handle(operations.recordOrgFact, async (ctx, { orgId, fact, fromOn, basis }) => {
  const { tx, access, actor, now, today } = ctx
  const org = await lockOrg(tx, orgId)
  access.demand('organisation.committee', { path: org.path })
  if (org.dissolvedOn !== null)
    return refuse('org-already-dissolved', { name: org.name, dissolvedOn: org.dissolvedOn })
  if (fromOn > today) return refuse('org-fact-in-future', { today })
  if (basis === '') return refuse('org-fact-basis-missing')
  const id = ctx.newId()
  await insertOrgFacts(tx, [{ orgId, ...fact, fromOn }], {
    by: actor.name,
    accountId: actor.accountId,
    at: now,
    today,
    reason: basis,
    newId: () => id,
  })
  ctx.note({ orgId, kind: fact.kind })
  return agree({ id })
})

/** Corrections, filings and recorded facts: what needs no decision of a committee. */
export const recordHandlers: readonly Handled[] = [correct, file, recordFact]
