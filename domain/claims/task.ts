import { lintText } from '../schemes/policy-linter.ts'
import type { Awarder, SchemeItem } from '../schemes/scheme.ts'
import { agree, type Decision, refuse } from '../shared/decision.ts'
import type { PlainDate } from '../shared/plain-date.ts'
import type { Points } from '../shared/points.ts'

/** Given by a branch as need arises, or a key project of the county or a town (S-193, R-242). */
export const taskKinds = ['adHoc', 'keyProject'] as const
export type TaskKind = (typeof taskKinds)[number]
export const taskStates = ['drafted', 'announced', 'closed', 'cancelled'] as const
export type TaskState = (typeof taskStates)[number]
/** What can happen to a task. */
export const taskMoves = ['draft', 'change', 'announce', 'take', 'giveBack', 'close', 'cancel'] as const
export type TaskMove = (typeof taskMoves)[number]

export type Taking = {
  readonly memberId: string
  readonly on: PlainDate
  readonly state: 'taken' | 'givenBack' | 'dropped'
  readonly word: string | null
}

export type Task = {
  readonly id: string
  readonly orgId: string
  readonly kind: TaskKind
  /** The item of the scheme it counts by; it bounds the value. */
  readonly itemCode: string
  readonly title: string
  readonly what: string
  /** Published beforehand; equal bounds where the value is set, a span by result where it is not. */
  readonly least: Points
  readonly most: Points
  readonly startsOn: PlainDate
  readonly dueOn: PlainDate
  /** Null for as many as wish. */
  readonly places: number | null
  readonly state: TaskState
  readonly announcedOn: PlainDate | null
  readonly taken: readonly Taking[]
}

export const taskRefusals = [
  'task-words-missing',
  'task-item-does-not-fit',
  'task-value-out-of-range',
  'task-days-upside-down',
  'task-against-policy',
  'task-announced-too-late',
  'task-wrong-state',
  'task-points-announced',
  'task-full',
  'task-taken-already',
  'task-over',
  'task-not-taken',
  'task-needs-word',
  'task-needs-reason',
] as const
export type TaskRefusal = (typeof taskRefusals)[number]

/**
 * Publishes a task with its value before the work starts (S-193, R-242): an ad hoc one on the first day at the latest, a key project
 * the day before. Refuses values outside the item, an item that is not announced beforehand or not awarded at this level, and texts
 * the principles forbid (S-161).
 */
export function announceTask(
  task: Task,
  item: SchemeItem | undefined,
  level: Awarder,
  today: PlainDate,
): Decision<Task, TaskRefusal> {
  if (task.state !== 'drafted') return refuse('task-wrong-state', { state: task.state })
  if (task.title.trim() === '' || task.what.trim() === '') return refuse('task-words-missing')
  if (item === undefined || !countsFor(item, level))
    return refuse('task-item-does-not-fit', { itemCode: task.itemCode })
  const [floor, ceiling] =
    item.value.kind === 'fixed' ? [item.value.points, item.value.points] : [item.value.least, item.value.most]
  if (task.least < floor || task.most > ceiling || task.least > task.most)
    return refuse('task-value-out-of-range', { least: floor, most: ceiling })
  if (task.startsOn > task.dueOn) return refuse('task-days-upside-down')
  const tooLate = task.kind === 'keyProject' ? today >= task.startsOn : today > task.startsOn
  if (tooLate) return refuse('task-announced-too-late', { startsOn: task.startsOn })
  const findings = lintText('task', `${task.title}。${task.what}`)
  if (findings.length > 0) {
    return refuse('task-against-policy', {
      found: findings.map(({ ruleId, words }) => `${ruleId} ${words.join(' ')}`),
    })
  }
  return agree({ ...task, state: 'announced', announcedOn: today })
}

/** Whether an organisation of this level may announce a task that counts by the item. */
export function countsFor(item: SchemeItem, level: Awarder): boolean {
  return item.announced && item.category !== 'deductions' && item.award.includes(level)
}

/** The kind of task an item is for: what is awarded from above is a key project. */
export function taskKindOf(item: SchemeItem): TaskKind {
  return item.award.includes('branch') ? 'adHoc' : 'keyProject'
}

/** The item with the value that was announced for the task instead of its own bounds. */
export function boundByTask(item: SchemeItem, task: Pick<Task, 'least' | 'most'>): SchemeItem {
  const { value } = item
  if (value.kind === 'fixed') return item
  const { least, most } = task
  const { unit } = value
  return {
    ...item,
    value: least === most ? { kind: 'fixed', points: least, unit } : { kind: 'range', least, most, unit },
  }
}

/** Words and places may change; a published value, and the days it is for, may not. */
export function changeTask(
  task: Task,
  change: Partial<Pick<Task, 'title' | 'what' | 'places' | 'least' | 'most' | 'startsOn' | 'dueOn'>>,
): Decision<Task, TaskRefusal> {
  if (task.state === 'closed' || task.state === 'cancelled')
    return refuse('task-wrong-state', { state: task.state })
  const fixed = (['least', 'most', 'startsOn'] as const).some(
    (name) => change[name] !== undefined && change[name] !== task[name],
  )
  const shorter = change.dueOn !== undefined && change.dueOn < task.dueOn
  if (task.state === 'announced' && (fixed || shorter)) return refuse('task-points-announced')
  const places = change.places ?? null
  if (places !== null && places < countTaken(task)) return refuse('task-full', { taken: countTaken(task) })
  const findings =
    task.state === 'announced'
      ? lintText('task', `${change.title ?? task.title}。${change.what ?? task.what}`)
      : []
  if (findings.length > 0)
    return refuse('task-against-policy', { found: findings.map(({ ruleId }) => ruleId) })
  return agree({ ...task, ...change })
}

/** A member takes it; places are counted under the lock of the task. */
export function takeTask(task: Task, memberId: string, today: PlainDate): Decision<Task, TaskRefusal> {
  if (task.state !== 'announced') return refuse('task-wrong-state', { state: task.state })
  if (today > task.dueOn) return refuse('task-over', { dueOn: task.dueOn })
  if (isTakenBy(task, memberId)) return refuse('task-taken-already')
  if (task.places !== null && countTaken(task) >= task.places)
    return refuse('task-full', { places: task.places })
  return agree({ ...task, taken: [...task.taken, { memberId, on: today, state: 'taken', word: null }] })
}

/** Gives it back with a word before its end: nothing is taken off, somebody else can take it. */
export function giveBackTask(
  task: Task,
  memberId: string,
  word: string,
  today: PlainDate,
): Decision<Task, TaskRefusal> {
  if (!isTakenBy(task, memberId)) return refuse('task-not-taken')
  if (today > task.dueOn) return refuse('task-over', { dueOn: task.dueOn })
  if (word.trim() === '') return refuse('task-needs-word')
  const taken = task.taken.map((each) =>
    each.memberId === memberId && each.state === 'taken'
      ? { ...each, state: 'givenBack' as const, word: word.trim() }
      : each,
  )
  return agree({ ...task, taken })
}

/** Closed when it is done, cancelled with a word when it falls away. */
export function endTask(
  task: Task,
  how: 'closed' | 'cancelled',
  reason: string,
): Decision<Task, TaskRefusal> {
  if (task.state === 'closed' || task.state === 'cancelled')
    return refuse('task-wrong-state', { state: task.state })
  if (how === 'cancelled' && reason.trim() === '') return refuse('task-needs-reason')
  return agree({ ...task, state: how })
}

/** Days whose deeds count for the task; null for who has not taken it. A task open to all without places needs no taking. */
export function deedWindow(
  task: Task,
  memberId: string,
): { readonly from: PlainDate; readonly until: PlainDate } | null {
  if (task.announcedOn === null || task.state === 'drafted' || task.state === 'cancelled') return null
  if (task.places !== null && !isTakenBy(task, memberId)) return null
  return { from: task.startsOn, until: task.dueOn }
}

export function isTakenBy(task: Pick<Task, 'taken'>, memberId: string): boolean {
  return task.taken.some((each) => each.memberId === memberId && each.state === 'taken')
}

function countTaken(task: Pick<Task, 'taken'>): number {
  return task.taken.filter(({ state }) => state === 'taken').length
}
