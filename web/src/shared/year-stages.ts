import { daysBetween } from './formats.ts'

export type StageId = 'pledge' | 'points' | 'appraisal' | 'outcome'
export type StageState = 'done' | 'now' | 'todo'
export type Stage = {
  readonly id: StageId
  readonly firstDay: string
  readonly lastDay: string
  readonly state: StageState
  /** Where today stands inside the stage, 0 to 1; only for `now`. */
  readonly at: number
}

const windows: readonly { id: StageId; from: string; to: string; nextYear?: true }[] = [
  { id: 'pledge', from: '01-01', to: '02-29' },
  { id: 'points', from: '03-01', to: '11-30' },
  { id: 'appraisal', from: '12-01', to: '12-31' },
  { id: 'outcome', from: '01-01', to: '01-31', nextYear: true },
]

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** The four stages of one year's loop on a given day. The line shows the calendar, not a person's progress. */
export function yearStages(year: number, today: string): readonly Stage[] {
  return windows.map((window) => {
    const ownYear = window.nextYear ? year + 1 : year
    const to = window.to === '02-29' && !isLeap(ownYear) ? '02-28' : window.to
    const firstDay = `${ownYear}-${window.from}`
    const lastDay = `${ownYear}-${to}`
    const state: StageState = today > lastDay ? 'done' : today < firstDay ? 'todo' : 'now'
    const at =
      state === 'now' ? (daysBetween(firstDay, today) + 0.5) / (daysBetween(firstDay, lastDay) + 1) : 0
    return { id: window.id, firstDay, lastDay, state, at }
  })
}
