import type { PledgeState } from '@steward/domain/pledges/pledge.ts'
import type { OutputOf } from '../shared/call.ts'
import { useToday } from '../shared/clock.ts'
import { formatDay } from '../shared/formats.ts'
import type { Tone } from '../shared/kit/Tag.tsx'
import { useLanguage, useText } from '../shared/texts.ts'
import { useQueryOperation } from '../shared/use-operation.ts'
import { evidenceTexts, pledgeLabels, sourceTexts } from './labels.ts'

export type PledgeRow = OutputOf<'pledge.mine'>['rows'][number]
export type Pledge = OutputOf<'pledge.show'>
export type Comment = Pledge['comments'][number]
export type Mine = OutputOf<'pledge.mine'>
export type Branch = OutputOf<'pledge.branch'>
export type QueueRow = OutputOf<'pledge.queue'>['rows'][number]
export type Fields = PledgeRow['fields']
export type Period = PledgeRow['period']

export function useMyPledges(year: number, enabled = true) {
  return useQueryOperation('pledge.mine', { year }, { enabled })
}
export function usePledge(pledgeId: string, enabled = true) {
  return useQueryOperation('pledge.show', { pledgeId }, { enabled })
}
export function useBoard(year: number, orgId: string | null = null) {
  return useQueryOperation('pledge.board', { year, orgId })
}
export function useBranch(orgId: string, year: number, enabled = true) {
  return useQueryOperation('pledge.branch', { orgId, year }, { enabled })
}
export function useQueue() {
  return useQueryOperation('pledge.queue', {})
}

/** Colours repeat the word: waiting, done, to be put right. */
export const stateTones: Record<PledgeState, Tone> = {
  drafted: 'line',
  submitted: 'ochre',
  returned: 'ochre',
  toTalk: 'ochre',
  accepted: 'plain',
  published: 'plain',
  fulfilled: 'pine',
  partly: 'plain',
  missedExplained: 'plain',
  dropped: 'line',
  withdrawn: 'line',
}

/** 10 户 of whole hundredths; two places at most. */
export function amountOf(hundredths: number): string {
  return String(hundredths / 100)
}

/** Words of days, periods and parts in the reader's language. */
export function usePledgeWords() {
  const t = useText()
  const [language] = useLanguage()
  const today = useToday()
  const day = (on: string) => formatDay(on, language, today)
  const period = (one: Period) => {
    if (one.kind === 'year') return t(pledgeLabels.year)
    if (one.kind === 'quarter') return t(pledgeLabels.quarter, { q: one.quarter })
    return t(pledgeLabels.month, { m: Number(one.month.slice(5)) })
  }
  const part = (fields: Fields, name: keyof Fields): string | undefined => {
    if (name === 'object') return fields.object || undefined
    if (name === 'measure') return fields.measure || undefined
    if (name === 'quantity')
      return fields.quantity ? `${amountOf(fields.quantity.hundredths)} ${fields.quantity.unit}` : undefined
    if (name === 'dueOn') return fields.dueOn ? day(fields.dueOn) : undefined
    if (name === 'evidence')
      return fields.evidence.length === 0
        ? undefined
        : fields.evidence.map((one) => t(evidenceTexts[one])).join(language === 'zh' ? '、' : ', ')
    return fields.source ? t(sourceTexts[fields.source]) : undefined
  }
  return { t, day, period, part, today, language }
}
