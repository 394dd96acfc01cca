import { useText } from '../shared/texts.ts'
import { useDay } from './hooks.ts'
import { noticeLabels } from './labels.ts'
import './Notices.css'

type TermProps = {
  readonly firstDay: string | null
  readonly endsOn: string | null
  readonly workingDays: number
  readonly day: number
  /** The term runs now. */
  readonly isShown: boolean
}

/** The working days of a notice as segments, those begun in ink. */
export function DaySegments({ workingDays, day }: Pick<TermProps, 'workingDays' | 'day'>) {
  const t = useText()
  return (
    <div
      className="notice-days"
      role="img"
      aria-label={t(noticeLabels.termAria, { count: workingDays, day })}
      style={{ gridTemplateColumns: `repeat(${workingDays}, 1fr)` }}
    >
      {Array.from({ length: workingDays }, (_, place) => (
        <i key={place} className={place < day ? 'd' : undefined} />
      ))}
    </div>
  )
}

/** 11月6日至11月12日，5 个工作日，今天第 2 天. */
export function useTermWords(): (term: TermProps) => string {
  const t = useText()
  const formatted = useDay()
  return ({ firstDay, endsOn, workingDays, day, isShown }) => {
    if (firstDay === null || endsOn === null) return ''
    const from = formatted(firstDay)
    const days = t(noticeLabels.termDays, { from, until: formatted(endsOn), count: workingDays })
    const now = !isShown
      ? t(noticeLabels.over)
      : day === 0
        ? t(noticeLabels.dayZero)
        : t(noticeLabels.dayNow, { day })
    return [days, now].join(t({ zh: '，', en: ', ' }))
  }
}
