import { taskKinds, taskMoves, taskRefusals, taskStates } from '@steward/domain/claims/task.ts'
import { defineCommand, defineQuery, instant, plainDate } from '#platform/operation.ts'
import { z } from 'zod'
import { ItemView, page, points, reason, revision, Words } from './operations-shapes.ts'

const taskId = z.uuid()
const refusals = taskRefusals
const changing = [...refusals, 'task-changed'] as const

const Draft = z.object({
  kind: z.enum(taskKinds),
  itemCode: z.string().min(1).max(60),
  title: z.string().trim().max(60),
  what: z.string().trim().max(1000),
  least: points.min(1),
  most: points.min(1),
  startsOn: plainDate,
  dueOn: plainDate,
  places: z.int().min(1).max(1000).nullable().default(null),
})

const Line = Draft.extend({
  id: taskId,
  orgId: z.uuid(),
  orgName: z.string(),
  itemName: Words,
  places: z.int().nullable(),
  state: z.enum(taskStates),
  announcedBy: z.string().nullable(),
  announcedOn: plainDate.nullable(),
  taken: z.int(),
  /** Claims for it that were credited. */
  credited: z.int(),
  revision,
})

export const taskOptions = defineQuery({
  id: 'task.options',
  summary: { zh: '可以按哪一项公布', en: 'Items a task can count by' },
  input: z.object({ orgId: z.uuid() }),
  output: z.object({
    orgName: z.string(),
    items: z.array(ItemView.extend({ kinds: z.array(z.enum(taskKinds)) })),
  }),
})

export const draftTask = defineCommand({
  id: 'task.draft',
  summary: { zh: '起草任务', en: 'Draft a task' },
  input: Draft.extend({ orgId: z.uuid(), /** Announced at once. */ announce: z.boolean().default(false) }),
  output: z.object({ taskId, state: z.enum(taskStates), revision }),
  refusals,
})

export const announceTask = defineCommand({
  id: 'task.announce',
  summary: { zh: '公布任务和分值', en: 'Announce a task with its value' },
  input: z.object({ taskId, revision }),
  output: z.object({ announcedOn: plainDate, revision }),
  refusals: changing,
})

export const changeTask = defineCommand({
  id: 'task.change',
  summary: { zh: '改任务', en: 'Change a task' },
  input: Draft.omit({ kind: true, itemCode: true }).extend({ taskId, revision }),
  output: z.object({ revision }),
  refusals: changing,
})

export const takeTask = defineCommand({
  id: 'task.take',
  summary: { zh: '认领任务', en: 'Take a task' },
  input: z.object({ taskId }),
  output: z.object({ taken: z.int() }),
  refusals,
})

export const giveBackTask = defineCommand({
  id: 'task.give-back',
  summary: { zh: '退还任务', en: 'Give a task back with a word' },
  input: z.object({ taskId, word: z.string().trim().max(200) }),
  output: z.object({}),
  refusals,
})

export const closeTask = defineCommand({
  id: 'task.close',
  summary: { zh: '结束任务', en: 'Close a task' },
  input: z.object({ taskId, revision, reason: reason.default('') }),
  output: z.object({ revision }),
  refusals: changing,
})

export const cancelTask = defineCommand({
  id: 'task.cancel',
  summary: { zh: '取消任务', en: 'Cancel a task' },
  input: z.object({ taskId, revision, reason }),
  output: z.object({ revision }),
  refusals: changing,
})

export const listTasks = defineQuery({
  id: 'task.list',
  summary: { zh: '任务', en: 'Tasks' },
  input: z.object({
    orgId: z.uuid().optional(),
    show: z.enum(['open', 'drafted', 'ended', 'all']).default('open'),
    ...page,
  }),
  output: z.object({
    rows: z.array(Line),
    total: z.int(),
    counts: z.object({ open: z.int(), drafted: z.int(), ended: z.int(), all: z.int() }),
  }),
})

export const showTask = defineQuery({
  id: 'task.show',
  summary: { zh: '看一件任务', en: 'One task' },
  input: z.object({ taskId }),
  output: Line.extend({
    item: ItemView.nullable(),
    takings: z.array(
      z.object({
        memberId: z.uuid(),
        name: z.string(),
        on: plainDate,
        state: z.enum(['taken', 'givenBack', 'dropped']),
        word: z.string(),
        /** Where this member's claims for it stand. */
        claims: z.array(z.object({ id: z.uuid(), state: z.string(), credited: points.nullable() })),
      }),
    ),
    steps: z.array(z.object({ move: z.enum(taskMoves), by: z.string(), at: instant, reason: z.string() })),
    endReason: z.string(),
    may: z.object({ change: z.boolean(), announce: z.boolean(), end: z.boolean() }),
  }),
})

export const listMyTasks = defineQuery({
  id: 'task.mine',
  summary: { zh: '能认领的和我认领的任务', en: 'Tasks I took or can take' },
  input: z.object({}),
  output: z.object({
    rows: z.array(
      Line.extend({
        mine: z.boolean(),
        /** Null where nothing stands in the way. */
        cannotTake: z.enum(['task-full', 'task-over', 'task-taken-already']).nullable(),
        /** Whether the member can report it today. */
        mayReport: z.boolean(),
      }),
    ),
  }),
})

export const taskOperations = {
  taskOptions,
  draftTask,
  announceTask,
  changeTask,
  takeTask,
  giveBackTask,
  closeTask,
  cancelTask,
  listTasks,
  showTask,
  listMyTasks,
}
