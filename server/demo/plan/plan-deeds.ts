import type { AutomaticSource, SchemeContent, SchemeItem } from '@steward/domain/schemes/scheme.ts'
import {
  addDays,
  earlierOf,
  firstDayOf,
  lastDayOf,
  partsOf,
  type PlainDate,
  type PlainMonth,
} from '@steward/domain/shared/plain-date.ts'
import { deedWords } from './deed-words.ts'
import type { Draw } from './random.ts'

export type PlannedDeed = {
  readonly item: SchemeItem
  readonly deedOn: PlainDate
  /** In hundredths of the unit. */
  readonly quantity: number
  /** How it came in; a record credits by itself and nobody claims it (S-195). */
  readonly route: 'record' | 'member' | 'helper' | 'secretary'
  readonly said: string
}

/** What a member of the demo is like over the whole year. */
export type Habits = {
  /** Percent of meetings come to, of months paid in time. */
  readonly faithful: number
  /** Claims in ten months. */
  readonly busy: number
  /** Percent of claims a helper or the secretary writes down. */
  readonly assisted: number
}

/** The people of the cast are busy ones, so that every page about them has something to show. */
export const castHabits: Habits = { faithful: 93, busy: 18, assisted: 0 }

export function drawHabits(draw: Draw, age: number): Habits {
  const kind = draw.between(1, 100)
  const busy = kind <= 15 ? 0 : kind <= 50 ? 6 : kind <= 86 ? 13 : 22
  return {
    faithful: draw.between(62, 98) - (age >= 75 ? 10 : 0),
    busy: age >= 80 ? Math.min(busy, 4) : busy,
    assisted: age >= 70 ? 55 : 6,
  }
}

/** A month of one member under the scheme that counts, until a day. */
export function planMonth(
  content: SchemeContent,
  month: PlainMonth,
  until: PlainDate,
  habits: Habits,
  draw: Draw,
): PlannedDeed[] {
  const last = earlierOf(lastDayOf(month), until)
  const records = content.items.flatMap((item) => recordsOf(item, month, habits, draw))
  const claims = claimsOf(content, month, habits, draw)
  return [...records, ...claims].filter(({ deedOn }) => deedOn <= last)
}

function recordsOf(item: SchemeItem, month: PlainMonth, habits: Habits, draw: Draw): PlannedDeed[] {
  if (item.automatic === null) return []
  const days = RECORD_DAYS[item.automatic](partsOf(firstDayOf(month)).month)
  return days.flatMap((day) => {
    const comes = draw.chance(item.automatic === 'dues' ? habits.faithful + 4 : habits.faithful)
    if (!comes) return []
    const deedOn = addDays(firstDayOf(month), day + (item.automatic === 'dues' ? draw.between(0, 14) : 0) - 1)
    return [{ item, deedOn, quantity: 100, route: 'record' as const, said: '' }]
  })
}

/** Days of a month on which a record of that kind is written. */
const RECORD_DAYS: Readonly<Record<AutomaticSource, (month: number) => readonly number[]>> = {
  meetingAttendance: () => [12, 24],
  training: (month) => (month === 1 || month === 7 || month === 12 ? [16] : []),
  dues: () => [3],
  communityCheckIn: (month) => (month === 3 ? [9] : []),
  floatingContact: () => [18],
  selfReport: (month) => (month === 6 || month === 12 ? [20] : []),
}

function claimsOf(content: SchemeContent, month: PlainMonth, habits: Habits, draw: Draw): PlannedDeed[] {
  const open = content.items.filter(
    ({ claim, automatic, value, approval }) =>
      automatic === null && claim.includes('member') && value.kind === 'fixed' && approval === 'branch',
  )
  if (open.length === 0) return []
  const count = Math.floor(habits.busy / 10) + (draw.chance((habits.busy % 10) * 10) ? 1 : 0)
  return Array.from({ length: count }, (): PlannedDeed => {
    const item = draw.oneOf(open)
    const words = deedWords[item.code] ?? [item.name.zh]
    const assisted = draw.chance(habits.assisted)
    return {
      item,
      deedOn: addDays(firstDayOf(month), draw.between(0, 27)),
      quantity: quantityOf(item, draw),
      route: assisted ? (draw.chance(50) ? 'helper' : 'secretary') : 'member',
      said: draw.oneOf(words),
    }
  })
}

function quantityOf(item: SchemeItem, draw: Draw): number {
  const { unit } = item.value
  if (unit === 'hour') return draw.between(2, 6) * 100
  if (unit === 'household') return draw.chance(70) ? 100 : draw.between(2, 5) * 100
  return 100
}
