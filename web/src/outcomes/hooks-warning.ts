import type { InputOf, OutputOf } from '../shared/call.ts'
import { dayOfInstant, useToday } from '../shared/clock.ts'
import { formatDay, formatNearDay, formatTime } from '../shared/formats.ts'
import { useLanguage } from '../shared/texts.ts'
import { useQueryOperation } from '../shared/use-operation.ts'

export type Warning = OutputOf<'warning.show'>
export type WarningLine = OutputOf<'warning.list'>['rows'][number]
export type WarningShow = NonNullable<InputOf<'warning.list'>['show']>
export type Caution = OutputOf<'caution.show'>
export type CautionLine = OutputOf<'caution.list'>['rows'][number]
export type CautionShow = NonNullable<InputOf<'caution.list'>['show']>
export type Tolerance = OutputOf<'tolerance.show'>
export type ToleranceLine = OutputOf<'tolerance.list'>['rows'][number]
export type ToleranceShow = NonNullable<InputOf<'tolerance.list'>['show']>
export type Appeal = OutputOf<'appeal.show'>
export type AppealLine = OutputOf<'appeal.list'>['rows'][number]
export type AppealShow = NonNullable<InputOf<'appeal.list'>['show']>
export type Served = NonNullable<Warning['served']>
export type Step = Warning['steps'][number]
export type PaperNumber = Warning['number']

export const PAGE_SIZE = 50

export function useWarnings(show: WarningShow, offset = 0) {
  return useQueryOperation('warning.list', { show, offset, limit: PAGE_SIZE }, { keepPrevious: true })
}

export function useWarning(warningId: string) {
  return useQueryOperation('warning.show', { warningId })
}

/** 云溪镇党委预警〔2026〕3号 */
export function numberWords({ issuer, year, number }: PaperNumber): string {
  return `${issuer}〔${year}〕${number}号`
}

/** 11月3日, with the year where it is another one; `near` says 周五 11月6日. */
export function useDays() {
  const [language] = useLanguage()
  const today = useToday()
  const day = (of: string) => formatDay(of, language, today)
  return {
    day,
    near: (of: string) => formatNearDay(of, today, language),
    instant: (of: string) => `${day(dayOfInstant(of))} ${formatTime(of)}`,
    today,
  }
}
