import { Fragment } from 'react'
import { useToday } from '../shared/clock.ts'
import { formatDay, formatPoints } from '../shared/formats.ts'
import { Icon } from '../shared/kit/Icon.tsx'
import { useLanguage, useText } from '../shared/texts.ts'
import type { Line } from './hooks.ts'
import { pointsTexts } from './labels.ts'
import { LineActs } from './LineActs.pc.tsx'
import { LineState } from './LineState.shared.tsx'
import { LineWhy, useLineName } from './LineWhy.shared.tsx'

type LineRowsProps = {
  readonly line: Line
  readonly self: boolean
  readonly takenFor: string | undefined
  readonly isOpen: boolean
  readonly onToggle: () => void
}

/** A line of the ledger as a row of a table, opening into all that explains it. */
export function LineRows({ line, self, takenFor, isOpen, onToggle }: LineRowsProps) {
  const [language] = useLanguage()
  const today = useToday()
  const t = useText()
  const name = useLineName()
  const by = line.reviewer ?? t(line.source === 'automatic' ? pointsTexts.record : pointsTexts.rule)
  return (
    <Fragment>
      <tr className={isOpen ? 'open' : undefined}>
        <td>
          <button type="button" className="fold" aria-expanded={isOpen} onClick={onToggle}>
            <Icon name={isOpen ? 'down' : 'right'} label={name(line)} />
          </button>
        </td>
        <td className="t3">{formatDay(line.deedOn, language, today)}</td>
        <td className={isOpen ? 'b' : undefined}>{name(line)}</td>
        <td className={isOpen ? undefined : 't3'}>{by}</td>
        <td className="num">{formatPoints(line.raw)}</td>
        <td className={isOpen ? 'num b' : 'num'}>{formatPoints(line.credited)}</td>
        <td>
          <LineState line={line} />
        </td>
      </tr>
      {isOpen && (
        <tr className="exp">
          <td colSpan={7}>
            <LineWhy line={line} acts={<LineActs line={line} self={self} takenFor={takenFor} />} />
          </td>
        </tr>
      )}
    </Fragment>
  )
}

/** The heading of a table of lines. */
export function LinesHead() {
  const t = useText()
  return (
    <thead>
      <tr>
        <th aria-hidden="true" />
        <th>{t(pointsTexts.day)}</th>
        <th>{t(pointsTexts.deed)}</th>
        <th>{t(pointsTexts.reviewer)}</th>
        <th className="num">{t(pointsTexts.raw)}</th>
        <th className="num">{t(pointsTexts.credited)}</th>
        <th>{t(pointsTexts.state)}</th>
      </tr>
    </thead>
  )
}
