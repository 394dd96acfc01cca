import { useEffect, useRef, useState } from 'react'
import type { AnswerKind } from '@steward/domain/messages/message.ts'
import type { OutputOf } from '../shared/call.ts'
import { dayOfInstant, useToday } from '../shared/clock.ts'
import { formatDay, formatNearDay, formatTime } from '../shared/formats.ts'
import { useUndo } from '../shared/kit/undo.tsx'
import { useLanguage, useText } from '../shared/texts.ts'
import { useCommandOperation, useQueryOperation } from '../shared/use-operation.ts'
import { answerTexts, messageLabels } from './labels.ts'

export type ReceivedRow = OutputOf<'message.inbox'>['rows'][number]
export type Received = OutputOf<'message.show'>
export type SentRow = OutputOf<'message.sent'>['rows'][number]
export type Delivery = OutputOf<'message.delivery'>
export type DeliveryRow = Delivery['rows'][number]
export type Place = OutputOf<'message.places'>['rows'][number]
export type Shown = 'open' | 'reached' | 'yes' | 'no' | 'all'

/** Page size of lists of notices and of readers. */
export const LIST_SIZE = 30
export const READERS_SIZE = 100

export function useInbox(offset = 0) {
  return useQueryOperation('message.inbox', { offset, limit: LIST_SIZE }, { keepPrevious: true })
}

export function useSent(offset = 0) {
  return useQueryOperation('message.sent', { offset, limit: LIST_SIZE }, { keepPrevious: true })
}

export function useDelivery(messageId: string, show: Shown, offset = 0, limit = READERS_SIZE) {
  return useQueryOperation('message.delivery', { messageId, show, offset, limit }, { keepPrevious: true })
}

/** One notice; opening it says that it was read. */
export function useReceived(messageId: string) {
  const found = useQueryOperation('message.show', { messageId })
  const { mutate } = useCommandOperation('message.read')
  const told = useRef<string>(undefined)
  const isUnread = found.data?.readAt === null
  useEffect(() => {
    if (!isUnread || told.current === messageId) return
    told.current = messageId
    mutate({ messageId })
  }, [isUnread, messageId, mutate])
  return found
}

/** Gives an answer and says so in the ink bar; silent where nothing may float. */
export function useAnswer(kind: AnswerKind, silent = false) {
  const t = useText()
  const say = useUndo()
  return useCommandOperation('message.answer', {
    onDone: ({ answer }) => {
      if (!silent) say({ text: t(messageLabels.answerSaved, { answer: t(answerTexts[kind][answer]) }) })
    },
  })
}

/** 11月4日 7:30 of an instant. */
export function useInstantWords(): (instant: string) => string {
  const [language] = useLanguage()
  const today = useToday()
  return (instant) => `${formatDay(dayOfInstant(instant), language, today)} ${formatTime(instant)}`
}

/** 周五 11月6日 of a day. */
export function useDayWords(): (day: string) => string {
  const [language] = useLanguage()
  const today = useToday()
  return (day) => formatNearDay(day, today, language)
}

export type Draft = {
  readonly orgId: string
  readonly title: string
  readonly body: string
  readonly asks: 'nothing' | AnswerKind
  readonly dueOn: string
}
export const emptyDraft: Draft = { orgId: '', title: '', body: '', asks: 'nothing', dueOn: '' }

const DRAFT_KEY = 'steward.message-draft'

/** What is being written, kept in this window so that a page left by mistake loses nothing. */
export function useDraft(): [Draft, (change: Partial<Draft>) => void, () => void] {
  const [draft, setDraft] = useState<Draft>(readDraft)
  const change = (next: Partial<Draft>) => {
    const changed = { ...draft, ...next }
    sessionStorage.setItem(DRAFT_KEY, JSON.stringify(changed))
    setDraft(changed)
  }
  const forget = () => {
    sessionStorage.removeItem(DRAFT_KEY)
    setDraft(emptyDraft)
  }
  return [draft, change, forget]
}

function readDraft(): Draft {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(DRAFT_KEY) ?? '{}')
    if (typeof kept !== 'object' || kept === null) return emptyDraft
    const said = new Map(Object.entries(kept))
    const text = (name: string) => {
      const value: unknown = said.get(name)
      return typeof value === 'string' ? value : ''
    }
    const asks = (['coming', 'agreeing'] as const).find((one) => one === text('asks')) ?? 'nothing'
    return { orgId: text('orgId'), title: text('title'), body: text('body'), asks, dueOn: text('dueOn') }
  } catch {
    return emptyDraft
  }
}
