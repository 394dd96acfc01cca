import { useToday } from '../shared/clock.ts'
import { formatDay } from '../shared/formats.ts'
import { Button, ButtonLink } from '../shared/kit/Button.tsx'
import { Tag } from '../shared/kit/Tag.tsx'
import { useMay } from '../shared/session.ts'
import { useLanguage, useText } from '../shared/texts.ts'
import type { BranchMonth, MonthState } from './hooks-month.ts'
import { useMonthWords } from './hooks-month.ts'
import { monthTexts, stateTexts } from './labels-month.ts'
import { rankingTexts } from './labels-own.ts'

const order: readonly MonthState[] = ['open', 'reviewing', 'publishing', 'closed']

/** Name of the month, the months of the year in a row, and the four steps with where it stands. */
export function MonthHead({
  data,
  onMonth,
}: {
  readonly data: BranchMonth
  readonly onMonth: (month: string) => void
}) {
  const t = useText()
  const [language] = useLanguage()
  const today = useToday()
  const words = useMonthWords()
  const may = useMay()
  const due = formatDay(data.dueOn, language, today)
  const isWaiting = data.state === 'open' || data.state === 'reviewing'
  return (
    <>
      <header className="month-head">
        <h1 className="display grow">
          {t(monthTexts.title, { org: data.org.name, month: words(data.month) })}
        </h1>
        {isWaiting && (
          <span className="s t2">
            {t(data.isLate ? monthTexts.wasDueOn : monthTexts.dueOn, { day: due })}
          </span>
        )}
        {data.isLate && (
          <Tag tone="ochre" icon="clock">
            {t(monthTexts.late)}
          </Tag>
        )}
        {may('ranking.read') && (
          <ButtonLink href={`/points/branches/${data.org.id}/ranking`}>{t(rankingTexts.see)}</ButtonLink>
        )}
        <Button icon="printer" onClick={() => window.print()}>
          {t(monthTexts.print)}
        </Button>
      </header>
      <nav className="month-row" aria-label={t(monthTexts.months)}>
        {data.year.map((each) => (
          <button
            key={each.month}
            type="button"
            aria-current={each.month === data.month ? 'true' : undefined}
            onClick={() => onMonth(each.month)}
          >
            <span className="b">{words(each.month)}</span>
            <span className="c">{t(each.isLate ? monthTexts.late : stateTexts[each.state])}</span>
          </button>
        ))}
      </nav>
      <Steps state={data.state} />
    </>
  )
}

function Steps({ state }: { readonly state: MonthState }) {
  const t = useText()
  const at = order.indexOf(state)
  return (
    <ol className="month-steps" aria-label={t(monthTexts.where)}>
      {order.map((each, index) => (
        <li
          key={each}
          className={index < at || state === 'closed' ? 'done' : index === at ? 'now' : 'todo'}
          aria-current={index === at ? 'step' : undefined}
        >
          {t(stateTexts[each])}
        </li>
      ))}
    </ol>
  )
}
