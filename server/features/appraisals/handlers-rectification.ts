import {
  confirmRectification,
  isItemOverdue,
  planRectification,
  type RectificationItem,
  reportRectification,
} from '@steward/domain/appraisals/rectification.ts'
import { checkReason } from '@steward/domain/schemes/reason.ts'
import { agree, refuse } from '@steward/domain/shared/decision.ts'
import { type Context, handle, type Handled } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import { askWhoSeesTo } from './handlers-asking.ts'
import { checkStage } from './handlers-locking.ts'
import { confirmItem, listItems, planItem, recordProblem, reportItem } from './operations-feedback.ts'
import { askForItem, closeItemThing } from './handlers-things.ts'
import { findAppraisal, lockAppraisal } from './queries.ts'
import {
  insertItem,
  insertProblem,
  insertReport,
  type KeptItem,
  listProblems,
  lockProblem,
  type ProblemRow,
  saveItem,
} from './queries-rectification.ts'
import { listRoll } from './queries-roll.ts'

const record = handle(recordProblem, async (context, { appraisalId, memberId, foundBy, words }) => {
  const { tx, access, actor } = context
  const of = (await lockAppraisal(tx, appraisalId)) ?? problem('not-found')
  // A problem found by oneself may be written by oneself; the others by who follows them.
  const isOwn = foundBy === 'self' && memberId === actor.memberId
  if (isOwn) access.demandHidden('rectification.report', { memberId })
  else access.demandHidden('rectification.follow', { path: of.orgPath })
  const stage = checkStage(of, [
    'self',
    'peers',
    'ballots',
    'settlement',
    'notice',
    'feedback',
    'rectification',
  ])
  if (!stage.ok) return stage
  if (!(await listRoll(tx, of.id)).some((line) => line.memberId === memberId))
    return refuse('word-not-on-roll')
  const checked = checkReason('problem', words)
  if (!checked.ok) return checked
  const problemId = context.newId()
  await insertProblem(context, { id: problemId, appraisalId, memberId, foundBy, words: checked.value })
  await askWhoSeesTo(context, appraisalId)
  context.note({ appraisalId, memberId, problemId })
  return agree({ problemId })
})

const plan = handle(planItem, async (context, { problemId, ownerMemberId, measure, dueOn }) => {
  const { tx, access, today } = context
  const found = (await lockProblem(tx, { problemId })) ?? problem('not-found')
  access.demandHidden('rectification.follow', { path: found.orgPath })
  if (found.item !== null) return refuse('rectification-planned-already')
  const owner = (await listRoll(tx, found.appraisalId)).find(({ memberId }) => memberId === ownerMemberId)
  if (owner === undefined) return refuse('rectification-needs-owner')
  const { memberId } = found
  const planned = planRectification(
    { id: context.newId(), problemId, memberId, ownerId: owner.accountId ?? ownerMemberId, measure, dueOn },
    today,
  )
  if (!planned.ok) return planned
  await insertItem(tx, planned.value, ownerMemberId)
  const { accountId } = owner
  const about = { itemId: planned.value.id, orgId: found.orgId, measure: planned.value.measure, dueOn }
  if (accountId !== null) await askForItem(context, { ...about, accountId })
  await askWhoSeesTo(context, found.appraisalId)
  context.note({ problemId, itemId: planned.value.id })
  return agree({ itemId: planned.value.id })
})

async function lockItem({ tx }: Context, itemId: string): Promise<ProblemRow & { readonly item: KeptItem }> {
  const found = (await lockProblem(tx, { itemId })) ?? problem('not-found')
  return { ...found, item: found.item ?? problem('not-found') }
}

function toItem(kept: KeptItem): RectificationItem {
  const { id, problemId, memberId, ownerId, measure, dueOn, state, reports, confirmedBy, confirmedOn } = kept
  return { id, problemId, memberId, ownerId, measure, dueOn, state, reports, confirmedBy, confirmedOn }
}

const report = handle(reportItem, async (context, { itemId, words }) => {
  const { tx, access, actor, today } = context
  const { item, orgPath, appraisalId } = await lockItem(context, itemId)
  const isOwner = actor.memberId !== null && actor.memberId === item.ownerMemberId
  if (isOwner) access.demand('rectification.report', { memberId: item.ownerMemberId })
  else access.demandHidden('rectification.follow', { path: orgPath })
  const reported = reportRectification(toItem(item), words, today)
  if (!reported.ok) return reported
  await insertReport(context, itemId, words)
  await saveItem(tx, reported.value, null)
  await closeItemThing(context, itemId)
  await askWhoSeesTo(context, appraisalId)
  context.note({ itemId })
  return agree({ state: reported.value.state })
})

const confirm = handle(confirmItem, async (context, { itemId }) => {
  const { tx, access, actor, today } = context
  const { item, orgPath, appraisalId } = await lockItem(context, itemId)
  access.demandHidden('rectification.follow', { path: orgPath })
  const by = { accountId: actor.accountId ?? problem('forbidden'), memberId: actor.memberId }
  const confirmed = confirmRectification(toItem(item), by, today)
  if (!confirmed.ok) return confirmed
  await saveItem(tx, confirmed.value, actor.name)
  await askWhoSeesTo(context, appraisalId)
  context.note({ itemId })
  return agree({ state: confirmed.value.state })
})

const list = handle(listItems, async ({ tx, access, actor, today }, { appraisalId }) => {
  const of = (await findAppraisal(tx, appraisalId)) ?? problem('not-found')
  access.demandHidden('appraisal.read', { path: of.orgPath })
  const mayFollow =
    access.can('rectification.follow', { path: of.orgPath }) ||
    access.can('settlement.read', { path: of.orgPath })
  if (!mayFollow && actor.memberId === null) problem('not-found')
  const rows = await listProblems(tx, appraisalId, mayFollow ? null : actor.memberId)
  return agree({
    mayFollow: access.can('rectification.follow', { path: of.orgPath }),
    rows: rows.map(({ problemId, memberId, name, foundBy, words, item }) => ({
      ...{ problemId, memberId, name, foundBy, words },
      item:
        item === null
          ? null
          : {
              ...{ id: item.id, ownerMemberId: item.ownerMemberId, owner: item.owner, measure: item.measure },
              ...{ dueOn: item.dueOn, isOverdue: isItemOverdue(item, today), state: item.state },
              reports: item.reports.map((one) => ({ ...one })),
              confirmedBy: item.confirmedByName,
            },
    })),
  })
})

export const rectificationHandlers: readonly Handled[] = [record, plan, report, confirm, list]
