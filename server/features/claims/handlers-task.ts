import {
  announceTask,
  changeTask,
  countsFor,
  deedWindow,
  endTask,
  giveBackTask,
  isTakenBy,
  type Task,
  taskKindOf,
  takeTask,
} from '@steward/domain/claims/task.ts'
import type { OrgField, OrgKind } from '@steward/domain/organisation/party-org.ts'
import {
  type Awarder,
  schemeFieldOf,
  type SchemeItem,
  type SchemeVersion,
} from '@steward/domain/schemes/scheme.ts'
import { schemeFor, versionIn } from '@steward/domain/schemes/scheme-version.ts'
import { agree, refuse } from '@steward/domain/shared/decision.ts'
import { isAtOrBelow } from '@steward/domain/shared/reach.ts'
import { type PlainDate, toPlainMonth } from '@steward/domain/shared/plain-date.ts'
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
  listTasks,
  listTasksFor,
  loadTaskHistory,
  lockTask,
  saveTask,
} from './queries-task.ts'
import { toItemView } from './queries-view.ts'

function levelOf(kind: OrgKind): Awarder {
  if (kind === 'countyCommittee') return 'county'
  return kind === 'baseCommittee' || kind === 'workCommittee' ? 'baseCommittee' : 'branch'
}

/** Items a task of an organisation can count by: of the members in post of its field, from above of any field. */
function itemsFor(
  versions: readonly SchemeVersion[],
  of: { readonly kind: OrgKind; readonly field: OrgField; readonly on: PlainDate },
): SchemeItem[] {
  const month = toPlainMonth(of.on)
  const own = schemeFor(versions, schemeFieldOf(of.field), 'inPost', month)
  const level = levelOf(of.kind)
  const inForce = [...new Set(versions.map(({ schemeId }) => schemeId))].flatMap(
    (schemeId) =>
      versionIn(
        versions.filter((version) => version.schemeId === schemeId),
        month,
      ) ?? [],
  )
  const all =
    level === 'branch' ? [own] : [own, ...inForce.filter((version) => version.memberClass === 'inPost')]
  const items = new Map<string, SchemeItem>()
  for (const item of all.flatMap((version) => version?.items ?? []))
    if (countsFor(item, level) && !items.has(item.code)) items.set(item.code, item)
  return [...items.values()]
}

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
  return agree({ taken: takenOf(taken.value) })
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

function takenOf({ taken }: Task): number {
  return taken.filter(({ state }) => state === 'taken').length
}

function toLine({ row, task }: KeptTask, versions: readonly SchemeVersion[]) {
  const { id, orgId, orgName, kind, itemCode, title, what, least, most, startsOn, dueOn, places, state } = row
  const { announcedBy, announcedOn, credited, revision } = row
  const item = findItem(versions, itemCode)
  return {
    ...{ id, orgId, orgName, kind, itemCode, title, what, least, most, startsOn, dueOn, places, state },
    ...{ announcedBy, announcedOn, credited, revision },
    itemName: item?.name ?? { zh: itemCode, en: itemCode },
    taken: takenOf(task),
  }
}

function findItem(versions: readonly SchemeVersion[], code: string): SchemeItem | undefined {
  for (const version of versions) {
    const item = version.items.find((each) => each.code === code)
    if (item !== undefined) return item
  }
  return undefined
}

const list = handle(operations.listTasks, async ({ tx, access }, { orgId, show, ...page }) => {
  access.demandSomewhere('task.announce')
  const [{ rows, counts }, versions] = await Promise.all([
    listTasks(tx, access, { orgId, show, ...page }),
    loadVersions(tx),
  ])
  return agree({ rows: rows.map((row) => toLine(row, versions)), total: counts[show], counts })
})

const show = handle(operations.showTask, async ({ tx, access, actor }, { taskId }) => {
  const kept = (await lockTask(tx, taskId, 'look')) ?? problem('not-found')
  const { row, task } = kept
  const officer = access.can('task.announce', { path: row.orgPath })
  const path = actor.roles.find(({ role }) => role === 'member')?.orgPath ?? ''
  if (!officer && (task.state === 'drafted' || !isAtOrBelow(path, row.orgPath))) problem('not-found')
  const [{ steps, claims }, versions] = await Promise.all([loadTaskHistory(tx, taskId), loadVersions(tx)])
  const item = findItem(versions, row.itemCode)
  // A member sees who took it, and claims of the own only.
  const mayRead = (memberId: string) => officer || memberId === actor.memberId
  const ended = task.state === 'closed' || task.state === 'cancelled'
  return agree({
    ...toLine(kept, versions),
    item: item === undefined ? null : toItemView(item),
    takings: row.takings.map(({ memberId, name, on, state, word }) => ({
      ...{ memberId, name, on, state, word: mayRead(memberId) ? (word ?? '') : '' },
      claims: mayRead(memberId)
        ? claims
            .filter((claim) => claim.memberId === memberId)
            .map(({ id, state: at, credited }) => ({ id, state: at, credited }))
        : [],
    })),
    steps: officer ? steps : steps.filter(({ move }) => move === 'announce'),
    endReason: row.endReason,
    may: { change: officer && !ended, announce: officer && task.state === 'drafted', end: officer && !ended },
  })
})

const mine = handle(operations.listMyTasks, async ({ tx, access, actor, today }) => {
  const memberId = actor.memberId ?? problem('forbidden')
  access.demand('task.take', { memberId })
  const [tasks, versions] = await Promise.all([listTasksFor(tx, memberId, today), loadVersions(tx)])
  return agree({
    rows: tasks.map((kept) => {
      const can = takeTask(kept.task, memberId, today)
      const window = deedWindow(kept.task, memberId)
      const code = can.ok ? null : can.code
      return {
        ...toLine(kept, versions),
        mine: isTakenBy(kept.task, memberId),
        cannotTake:
          code === 'task-full' || code === 'task-taken-already'
            ? code
            : code === null
              ? null
              : ('task-over' as const),
        mayReport: window !== null && window.from <= today && today <= window.until,
      }
    }),
  })
})

export const taskHandlers: readonly Handled[] = [
  ...[options, draft, announce, change, take, giveBack, close, cancel],
  ...[list, show, mine],
]
