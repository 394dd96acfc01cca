import type { ReactNode } from 'react'
import { useText } from '../shared/texts.ts'
import type { Notice } from './hooks.ts'
import { useInstant } from './hooks.ts'
import { moveTexts, workTexts } from './labels-work.ts'

type HistoryProps = {
  readonly notice: Notice
  /** Beside the heading. */
  readonly children?: ReactNode
}

/** What was done with a notice, by whom and when. */
export function History({ notice, children }: HistoryProps) {
  const t = useText()
  const instant = useInstant()
  return (
    <section className="notice-block">
      <div className="head">
        <h2 className="sec">{t(workTexts.history)}</h2>
        {children}
      </div>
      <ol className="rows notice-moves">
        {notice.moves.map(({ move, by, at, reason }, place) => (
          <li key={place}>
            <span className="t3 nw">{instant(at)}</span>
            <span>
              {by} {t(moveTexts[move] ?? workTexts.history)}
              {reason !== '' && <span className="t2">{`${t(workTexts.colon)}${reason}`}</span>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
