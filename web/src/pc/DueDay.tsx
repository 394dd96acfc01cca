import { daysBetween, formatDay, nearWord } from '../shared/formats.ts'
import { useLanguage, useText } from '../shared/texts.ts'
import { homeLabels } from './pc-labels.ts'

const NEAR_DAYS = 2

/** 后天 11月5日; the near word in ochre when two days or fewer are left, the days over in red words. */
export function DueDay({ dueOn, today }: { dueOn: string; today: string }) {
  const t = useText()
  const [language] = useLanguage()
  const left = daysBetween(today, dueOn)
  const day = formatDay(dueOn, language, today)
  if (left < 0) {
    return (
      <>
        <b className="seal">{t(homeLabels.overdue, { days: -left })}</b> <span className="nw">{day}</span>
      </>
    )
  }
  const near = nearWord(dueOn, today, language)
  return (
    <>
      {near && (left <= NEAR_DAYS ? <b className="ochre">{near}</b> : <span className="nw">{near}</span>)}{' '}
      <span className="nw">{day}</span>
    </>
  )
}
