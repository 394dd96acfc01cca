import { useText } from '../shared/texts.ts'
import type { NoticeHead } from './hooks.ts'
import { useDay } from './hooks.ts'
import { noticeLabels } from './labels.ts'
import { DaySegments } from './Term.shared.tsx'

/** The days of a notice that hangs. */
export function Running({ row }: { readonly row: NoticeHead }) {
  const t = useText()
  const formatted = useDay()
  return (
    <>
      <DaySegments workingDays={row.workingDays} day={row.day} />
      <span className="s t2 nw">
        {t(row.day === 0 ? noticeLabels.runsSoon : noticeLabels.runs, {
          day: row.day,
          count: row.workingDays,
          until: row.endsOn === null ? '' : formatted(row.endsOn),
        })}
      </span>
    </>
  )
}
