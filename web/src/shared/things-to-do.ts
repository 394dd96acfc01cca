import { daysBetween, monthOf, weekdayOf, yearOf } from './formats.ts'
import type { ThingToDo } from './planned-operations.ts'
import { useQueryOperation } from './use-operation.ts'

export type { ThingToDo } from './planned-operations.ts'

/** What this person is asked to do, soonest first. */
export function useThingsToDo() {
  return useQueryOperation('message.things-to-do', {})
}

export type When = 'week' | 'month' | 'later' | 'undated'

export function whenOf(thing: Pick<ThingToDo, 'dueOn'>, today: string): When {
  if (thing.dueOn === null) return 'undated'
  const toSunday = (7 - weekdayOf(today)) % 7
  if (daysBetween(today, thing.dueOn) <= toSunday) return 'week'
  const sameMonth = yearOf(thing.dueOn) === yearOf(today) && monthOf(thing.dueOn) === monthOf(today)
  return sameMonth ? 'month' : 'later'
}

/** Things by when they are due: this week (and overdue), this month, later, no date. Empty groups are left out. */
export function groupByWhen(
  things: readonly ThingToDo[],
  today: string,
): readonly { when: When; things: readonly ThingToDo[] }[] {
  const order: readonly When[] = ['week', 'month', 'later', 'undated']
  return order
    .map((when) => ({ when, things: things.filter((thing) => whenOf(thing, today) === when) }))
    .filter((group) => group.things.length > 0)
}

export function minutesOf(things: readonly ThingToDo[]): number {
  return things.reduce((sum, thing) => sum + (thing.minutes ?? 0), 0)
}
