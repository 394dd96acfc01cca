import { dayOfInstant, useToday } from '../shared/clock.ts'
import { formatDay, formatTime } from '../shared/formats.ts'
import { MoreLink } from '../shared/kit/Button.tsx'
import { useLanguage, useText } from '../shared/texts.ts'
import type { BranchMonth } from './hooks-month.ts'
import { monthTexts, stateTexts } from './labels-month.ts'

/** The notice of the month, and what was done with it by whom. */
export function MonthSide({ data }: { readonly data: BranchMonth }) {
  const t = useText()
  const [language] = useLanguage()
  const today = useToday()
  return (
    <aside className="month-side">
      {data.notice !== null && <Notice notice={data.notice} />}
      <section>
        <h2 className="sec">{t(monthTexts.history)}</h2>
        {data.moves.length === 0 && <p className="s t2">{t(monthTexts.historyNone)}</p>}
        <ul className="rows">
          {data.moves.toReversed().map((move) => (
            <li key={move.at} className="month-move">
              <span className="between">
                <span>
                  {move.reason === ''
                    ? t(stateTexts[move.to])
                    : t(monthTexts.historyBack, { reason: move.reason })}
                </span>
                <span className="s t3 nw">
                  {formatDay(dayOfInstant(move.at), language, today)} {formatTime(move.at)}
                </span>
              </span>
              <span className="s t2">{move.by}</span>
            </li>
          ))}
        </ul>
      </section>
    </aside>
  )
}

function Notice({ notice }: { readonly notice: NonNullable<BranchMonth['notice']> }) {
  const t = useText()
  const [language] = useLanguage()
  const today = useToday()
  const day = (date: string) => formatDay(date, language, today)
  return (
    <section>
      <div className="between">
        <h2 className="sec">{t(monthTexts.notice)}</h2>
        <MoreLink href={`/notices/${notice.id}`}>{t(monthTexts.openNotice)}</MoreLink>
      </div>
      {notice.postedOn === null || notice.endsOn === null ? (
        <p className="s t2">{t(monthTexts.noticeDraft)}</p>
      ) : (
        <>
          <p className="s">
            {t(monthTexts.noticeRuns, { from: day(notice.postedOn), until: day(notice.endsOn) })}
          </p>
          <p className="s t2">
            {notice.objections > 0
              ? t(monthTexts.noticeObjections, { count: notice.objections })
              : t(monthTexts.noticeQuiet)}
          </p>
        </>
      )}
    </section>
  )
}
