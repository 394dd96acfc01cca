import type { OutputOf } from '../shared/call.ts'
import { useQueryOperation } from '../shared/use-operation.ts'

export type ObjectionRow = OutputOf<'objection.list'>['rows'][number]
export type Objection = OutputOf<'objection.show'>
export type Answer = OutputOf<'objection.answer'>
export type Queue = 'open' | 'overdue' | 'mine' | 'decided'

export const QUEUE_SIZE = 50

export function useObjections(show: Queue | 'all', noticeId?: string) {
  const input = { show, limit: QUEUE_SIZE, ...(noticeId === undefined ? {} : { noticeId }) }
  return useQueryOperation('objection.list', input, { keepPrevious: true })
}

export function useObjection(objectionId: string) {
  return useQueryOperation('objection.show', { objectionId })
}
