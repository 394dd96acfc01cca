import { deedWindow, isTakenBy, takeTask } from '@steward/domain/claims/task.ts'
import type { SchemeItem, SchemeVersion } from '@steward/domain/schemes/scheme.ts'
import { agree } from '@steward/domain/shared/decision.ts'
import { isAtOrBelow } from '@steward/domain/shared/reach.ts'
import { loadVersions } from '#features/schemes/queries.ts'
import { handle, type Handled } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import * as operations from './operations-task.ts'
import {
  countTaken,
  type KeptTask,
  listTasks,
  listTasksFor,
  loadTaskHistory,
  lockTask,
} from './queries-task.ts'
import { toItemView } from './queries-view.ts'

function toLine({ row, task }: KeptTask, versions: readonly SchemeVersion[]) {
  const { id, orgId, orgName, kind, itemCode, title, what, least, most, startsOn, dueOn, places, state } = row
  const { announcedBy, announcedOn, credited, revision } = row
  const item = findItem(versions, itemCode)
  return {
    ...{ id, orgId, orgName, kind, itemCode, title, what, least, most, startsOn, dueOn, places, state },
    ...{ announcedBy, announcedOn, credited, revision },
    itemName: item?.name ?? { zh: itemCode, en: itemCode },
    taken: countTaken(task),
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

export const taskLookHandlers: readonly Handled[] = [list, show, mine]
