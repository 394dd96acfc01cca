import type { InputOf, OutputOf } from '../shared/call.ts'
import { useToday } from '../shared/clock.ts'
import { formatDay, formatNearDay } from '../shared/formats.ts'
import { formatHundredths } from '@steward/domain/shared/decimal.ts'
import { useLanguage, useText } from '../shared/texts.ts'
import { useQueryOperation } from '../shared/use-operation.ts'
import { claimLabels, limitTexts, unitTexts } from './labels.ts'

export type Options = OutputOf<'claim.options'>
export type ItemOption = Options['items'][number]
export type TargetOption = Options['pledges'][number] | Options['tasks'][number]
export type ItemView = Omit<ItemOption, 'room' | 'often'>
export type Deed = InputOf<'claim.submit'>
export type MineRow = OutputOf<'claim.mine'>['rows'][number]
export type Claim = OutputOf<'claim.show'>
export type ClaimLine = MineRow
export type Step = Claim['steps'][number]
export type Limit = Claim['caps'][number]
export type Award = NonNullable<Claim['would']>
export type Asked = OutputOf<'witness.mine'>['rows'][number]

export const LIST_SIZE = 30

/** What can be reported; kept on the phone for days without network. */
export function useOptions(memberId?: string, deedOn?: string, enabled = true) {
  const input = { ...(memberId && { memberId }), ...(deedOn && { deedOn }) }
  return useQueryOperation('claim.options', input, { enabled, keepPrevious: deedOn !== undefined })
}

export function useMine(show: InputOf<'claim.mine'>['show'], offset = 0) {
  return useQueryOperation('claim.mine', { show, offset, limit: LIST_SIZE }, { keepPrevious: true })
}

export function useClaim(claimId: string | undefined) {
  return useQueryOperation(
    'claim.show',
    { claimId: claimId ?? '' },
    { enabled: claimId !== undefined && claimId !== '' },
  )
}

export function useAsked() {
  return useQueryOperation('witness.mine', {})
}

/** 1.5, 2, 0.25: points and quantities as people write them. */
export function plain(hundredths: number): string {
  return formatHundredths(hundredths)
}

/** `day('2026-10-31')`: 10月31日, with the year when it is another one. */
export function useDay(): (day: string) => string {
  const [language] = useLanguage()
  const today = useToday()
  return (day) => formatDay(day, language, today)
}

export function useNearDay(): (day: string) => string {
  const [language] = useLanguage()
  const today = useToday()
  return (day) => formatNearDay(day, today, language)
}

/** 每小时 0.2 分. */
export function useValueWords(): (value: ItemView['value']) => string {
  const t = useText()
  return (value) => {
    const each = t(unitTexts[value.unit].each)
    return value.kind === 'fixed'
      ? t(claimLabels.eachPoints, { each, points: plain(value.points) })
      : t(claimLabels.eachRange, { each, least: plain(value.least), most: plain(value.most) })
  }
}

/** 这个月还能记 0.6 分; undefined where no cap is set. */
export function useRoomWords(): (room: ItemOption['room']) => string | undefined {
  const t = useText()
  return ({ left, limit }) => {
    if (left === null || limit === null) return undefined
    if (left === 0) return t(claimLabels.capReached)
    const span = limit.by.endsWith('day')
      ? claimLabels.leftDay
      : limit.by.endsWith('month')
        ? claimLabels.leftMonth
        : claimLabels.leftYear
    return t(span, { left: plain(left) })
  }
}

/** 这一类一个月最多 1，已记 0.4. */
export function useLimitWords(): (limit: Limit) => string {
  const t = useText()
  return ({ by, cap, used }) => t(limitTexts[by].said, { cap: plain(cap), used: plain(used) })
}

/** What the deed is called: the pledge or the task, else the item. */
export function useTitleOf(): (claim: Pick<ClaimLine, 'targetTitle' | 'itemName' | 'said'>) => string {
  const t = useText()
  return ({ targetTitle, itemName }) => targetTitle ?? t(itemName)
}

/** 2 小时. */
export function useQuantityWords(): (quantity: number, unit: ItemView['value']['unit']) => string {
  const t = useText()
  return (quantity, unit) => t(unitTexts[unit].count, { n: plain(quantity) })
}
