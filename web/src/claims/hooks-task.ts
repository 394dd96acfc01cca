import type { InputOf, OutputOf } from '../shared/call.ts'
import { useText } from '../shared/texts.ts'
import { useQueryOperation } from '../shared/use-operation.ts'
import { plain, useDay } from './hooks.ts'
import { taskLabels } from './labels-task.ts'

export type TaskLine = OutputOf<'task.list'>['rows'][number]
export type Task = OutputOf<'task.show'>
export type MyTask = OutputOf<'task.mine'>['rows'][number]
export type TaskShow = NonNullable<InputOf<'task.list'>['show']>

export const TASK_SIZE = 50

export function useTasks(show: TaskShow, offset = 0) {
  return useQueryOperation('task.list', { show, offset, limit: TASK_SIZE }, { keepPrevious: true })
}

export function useTask(taskId: string | undefined) {
  return useQueryOperation('task.show', { taskId: taskId ?? '' }, { enabled: taskId !== undefined })
}

export function useMyTasks() {
  return useQueryOperation('task.mine', {})
}

/** 5 分, or 5–10 分，看结果. */
export function useTaskValue(): (task: Pick<TaskLine, 'least' | 'most'>) => string {
  const t = useText()
  return ({ least, most }) =>
    least === most
      ? t(taskLabels.value, { points: plain(least) })
      : t(taskLabels.valueSpan, { least: plain(least), most: plain(most) })
}

/** 3 / 5 人认领. */
export function useTakenWords(): (task: Pick<TaskLine, 'taken' | 'places'>) => string {
  const t = useText()
  return ({ taken, places }) =>
    places === null ? t(taskLabels.taken, { taken }) : t(taskLabels.takenOf, { taken, places })
}

/** 11月3日 到 11月20日. */
export function useSpan(): (task: Pick<TaskLine, 'startsOn' | 'dueOn'>) => string {
  const t = useText()
  const day = useDay()
  return ({ startsOn, dueOn }) => t(taskLabels.until, { from: day(startsOn), until: day(dueOn) })
}
