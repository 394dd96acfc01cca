import {
  announceTask,
  changeTask,
  endTask,
  giveBackTask,
  type Task,
  taskKindOf,
  takeTask,
} from '@steward/domain/claims/task.ts'
import { agree, refuse } from '@steward/domain/shared/decision.ts'
import { isAtOrBelow } from '@steward/domain/shared/reach.ts'
import { toPoints } from '@steward/domain/shared/points.ts'
import { getOrg } from '#features/organisation/queries.ts'
import { loadVersions } from '#features/schemes/queries.ts'
import { type Context, handle, type Handled } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import * as operations from './operations-task.ts'
import {
  endTaking,
  insertTaking,
  insertTask,
  insertTaskMove,
  type KeptTask,
  countTaken,
  lockTask,
  saveTask,
} from './queries-task.ts'
import { itemsFor, levelOf } from './queries-task-item.ts'
import { toItemView } from './queries-view.ts'

const options = handle(operations.taskOptions, async ({ tx, access, today }, { orgId }) => {
  const org = await getOrg(tx, orgId)
  access.demandHidden('task.announce', { path: org.path })
  const items = itemsFor(await loadVersions(tx), { kind: org.kind, field: org.field, on: today })
  return agree({
    orgName: org.name,
    items: items.map((item) => ({ ...toItemView(item), kinds: [taskKindOf(item)] })),
  })
})

const draft = handle(operations.draftTask, async (context, { orgId, announce, ...words }) => {
  const { tx, access, actor, now, today } = context
  const org = await getOrg(tx, orgId)
  access.demandHidden('task.announce', { path: org.path })
  const drafted: Task = {
    ...words,
    ...{ id: context.newId(), orgId, state: 'drafted', announcedOn: null, taken: [] },
    ...{ least: toPoints(words.least), most: toPoints(words.most) },
  }
  if (words.startsOn > words.dueOn) return refuse('task-days-upside-down')
  if (words.least > words.most)
    return refuse('task-value-out-of-range', { least: words.least, most: words.most })
  const item = itemsFor(await loadVersions(tx), { ...org, on: words.startsOn }).find(
    ({ code }) => code === words.itemCode,
  )
  const announced = announce ? announceTask(drafted, item, levelOf(org.kind), today) : agree(drafted)
  if (!announced.ok) return announced
  await insertTask(tx, announced.value, { name: actor.name, accountId: actor.accountId, at: now })
  await note(context, drafted.id, 'draft')
  if (announce) await note(context, drafted.id, 'announce')
  context.note({ taskId: drafted.id, orgId })
  return agree({ taskId: drafted.id, state: announced.value.state, revision: 1 })
})

async function note(
  context: Context,
  taskId: string,
  move: Parameters<typeof insertTaskMove>[1]['move'],
  more: { reason?: string; memberId?: string; facts?: Readonly<Record<string, unknown>> } = {},
): Promise<void> {
  const { tx, actor, now } = context
  await insertTaskMove(tx, {
    ...{ id: context.newId(), taskId, move, memberId: more.memberId ?? null, facts: more.facts ?? {} },
    ...{ reason: more.reason ?? '', by: actor.name, accountId: actor.accountId, at: now },
  })
}

/** Locks a task somebody announces or ends; a draft of another organisation is not there. */
async function hold({ tx, access }: Context, taskId: string): Promise<KeptTask> {
  const kept = (await lockTask(tx, taskId, 'hold')) ?? problem('not-found')
  access.demandHidden('task.announce', { path: kept.row.orgPath })
  return kept
}

const announce = handle(operations.announceTask, async (context, { taskId, revision }) => {
  const { tx, actor, now, today } = context
  const kept = await hold(context, taskId)
  if (kept.row.revision !== revision) return refuse('task-changed')
  const { orgKind: kind, orgField: field } = kept.row
  const items = itemsFor(await loadVersions(tx), { kind, field, on: kept.task.startsOn })
  const item = items.find(({ code }) => code === kept.task.itemCode)
  const announced = announceTask(kept.task, item, levelOf(kind), today)
  if (!announced.ok) return announced
  const next = await saveTask(tx, { row: kept.row, task: announced.value }, { name: actor.name, at: now })
  await note(context, taskId, 'announce')
  context.note({ taskId })
  return agree({ announcedOn: today, revision: next })
})

const change = handle(operations.changeTask, async (context, { taskId, revision, ...words }) => {
  const { tx, actor, now } = context
  const kept = await hold(context, taskId)
  if (kept.row.revision !== revision) return refuse('task-changed')
  if (words.startsOn > words.dueOn) return refuse('task-days-upside-down')
  if (words.least > words.most)
    return refuse('task-value-out-of-range', { least: words.least, most: words.most })
  const values = { least: toPoints(words.least), most: toPoints(words.most) }
  const changed = changeTask(kept.task, { ...words, ...values })
  if (!changed.ok) return changed
  const next = await saveTask(tx, { row: kept.row, task: changed.value }, { name: actor.name, at: now })
  const { taken: _taken, ...before } = kept.task
  await note(context, taskId, 'change', { facts: { before } })
  context.note({ taskId })
  return agree({ revision: next })
})

async function end(
  context: Context,
  input: { taskId: string; revision: number; reason: string },
  how: 'closed' | 'cancelled',
) {
  const { tx, actor, now } = context
  const kept = await hold(context, input.taskId)
  if (kept.row.revision !== input.revision) return refuse('task-changed')
  const ended = endTask(kept.task, how, input.reason)
  if (!ended.ok) return ended
  const by = { name: actor.name, at: now, endReason: input.reason }
  const next = await saveTask(tx, { row: kept.row, task: ended.value }, by)
  await note(context, input.taskId, how === 'closed' ? 'close' : 'cancel', { reason: input.reason })
  context.note({ taskId: input.taskId })
  return agree({ revision: next })
}

const close = handle(operations.closeTask, (context, input) => end(context, input, 'closed'))
const cancel = handle(operations.cancelTask, (context, input) => end(context, input, 'cancelled'))

/** A task of the caller's branch or of an organisation above it, held while its places are counted. */
async function holdForMember(
  context: Context,
  taskId: string,
): Promise<{ kept: KeptTask; memberId: string }> {
  const { tx, access, actor } = context
  const memberId = actor.memberId ?? problem('forbidden')
  access.demand('task.take', { memberId })
  const path = actor.roles.find(({ role }) => role === 'member')?.orgPath ?? ''
  const kept = await lockTask(tx, taskId, 'hold')
  if (kept === undefined || kept.task.state === 'drafted' || !isAtOrBelow(path, kept.row.orgPath))
    problem('not-found')
  return { kept, memberId }
}

const take = handle(operations.takeTask, async (context, { taskId }) => {
  const { tx, now, today } = context
  const { kept, memberId } = await holdForMember(context, taskId)
  const taken = takeTask(kept.task, memberId, today)
  if (!taken.ok) return taken
  await insertTaking(tx, { id: context.newId(), taskId, memberId, on: today, at: now })
  await note(context, taskId, 'take', { memberId })
  context.note({ taskId, memberId })
  return agree({ taken: countTaken(taken.value) })
})

const giveBack = handle(operations.giveBackTask, async (context, { taskId, word }) => {
  const { tx, now, today } = context
  const { kept, memberId } = await holdForMember(context, taskId)
  const given = giveBackTask(kept.task, memberId, word, today)
  if (!given.ok) return given
  await endTaking(tx, { taskId, memberId, word, at: now })
  await note(context, taskId, 'giveBack', { memberId, reason: word })
  context.note({ taskId, memberId })
  return agree({})
})

export const taskHandlers: readonly Handled[] = [
  ...[options, draft, announce, change, take, giveBack, close, cancel],
]
