import type { OutputOf } from '../shared/call.ts'
import { dayOfInstant, useToday } from '../shared/clock.ts'
import { formatDay, formatTime } from '../shared/formats.ts'
import { useLanguage } from '../shared/texts.ts'
import { useQueryOperation } from '../shared/use-operation.ts'

export type NoticeHead = OutputOf<'notice.list'>['rows'][number]
export type Notice = OutputOf<'notice.show'>
export type NoticePage = OutputOf<'notice.open'>
export type BoardRow = OutputOf<'notice.board'>['rows'][number]
export type ListColumn = Notice['columns'][number]
export type Cell = Notice['rows'][number]['cells'][number]
export type Shown = 'work' | 'posted' | 'past' | 'all'

export const LIST_SIZE = 30

export function useNotices(show: Shown, offset: number) {
  return useQueryOperation('notice.list', { show, offset, limit: LIST_SIZE }, { keepPrevious: true })
}

export function useNotice(noticeId: string) {
  return useQueryOperation('notice.show', { noticeId })
}

export function useBoard() {
  return useQueryOperation('notice.board', {})
}

/** 11月3日, with the year where it is another one. */
export function useDay(): (day: string) => string {
  const [language] = useLanguage()
  const today = useToday()
  return (day) => formatDay(day, language, today)
}

/** 11月3日 9:05 of an instant. */
export function useInstant(): (instant: string) => string {
  const day = useDay()
  return (instant) => `${day(dayOfInstant(instant))} ${formatTime(instant)}`
}

/** A value of a list as it stands on the sheet: points with as few places as they need, one at least. */
export function cellText(cell: Cell | undefined, kind: ListColumn['kind']): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'string' || kind !== 'points') return String(cell)
  if (cell === 0) return '0'
  return (cell / 100).toFixed(cell % 10 === 0 ? 1 : 2)
}
