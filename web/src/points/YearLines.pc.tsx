import { Fragment, useState } from 'react'
import { useToday } from '../shared/clock.ts'
import { daysBetween, formatDay, formatPoints } from '../shared/formats.ts'
import { Icon } from '../shared/kit/Icon.tsx'
import { StateEmpty } from '../shared/kit/states.tsx'
import { Tag } from '../shared/kit/Tag.tsx'
import { useLanguage, useText } from '../shared/texts.ts'
import type { Line, PointsYear, StillOpen } from './hooks.ts'
import { pointsTexts } from './labels.ts'
import { LineActs } from './LineActs.pc.tsx'
import { LineState } from './LineState.shared.tsx'
import { LineWhy, useLineName } from './LineWhy.shared.tsx'
import { type TermId, useTermName } from './SumLine.shared.tsx'

const SHOWN = 8

type YearLinesProps = {
  readonly year: PointsYear
  readonly term: TermId
  /** The line that is asked for: open from the start. */
  readonly asked: string | null
}

/** The lines of one term, newest deed first, each opening into all that explains it. */
export function YearLines({ year, term, asked }: YearLinesProps) {
  const t = useText()
  const name = useTermName()
  const [all, setAll] = useState(asked !== null)
  const [open, setOpen] = useState<string | undefined>(asked ?? undefined)
  const found = year.terms.find((each) => each.term === term)
  // A line that is objected to stands among the lines and says so.
  const waiting = year.open.filter((each) => each.term === term && each.kind !== 'objection')
  if (found === undefined || (found.lines.length === 0 && waiting.length === 0)) {
    return <StateEmpty fact={t(pointsTexts.noLines)} fill={t(pointsTexts.noLinesNext)} />
  }
  const lines = found.lines.toSorted((a, b) => (a.deedOn < b.deedOn ? 1 : a.deedOn > b.deedOn ? -1 : 0))
  const shown = all ? lines : lines.slice(0, SHOWN)
  return (
    <table className="tbl year-lines">
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
      <tbody>
        {waiting.map((each) => (
          <WaitingRow key={each.id} open={each} />
        ))}
        {shown.map((line) => (
          <LineRows
            key={line.id}
            line={line}
            self={year.self}
            takenFor={year.may.includes('objection.take') ? year.person.id : undefined}
            isOpen={open === line.id}
            onToggle={() => setOpen(open === line.id ? undefined : line.id)}
          />
        ))}
        <tr className="end">
          <td />
          <td colSpan={3}>
            {t(found.cappedAway > 0 ? pointsTexts.termSumCapped : pointsTexts.termSum, {
              term: name(year, term),
              count: found.lineCount,
              away: formatPoints(found.cappedAway),
            })}
          </td>
          <td className="num">{formatPoints(found.raw)}</td>
          <td className="num b">{formatPoints(found.credited)}</td>
          <td>
            {lines.length > SHOWN && (
              <button type="button" className="more" onClick={() => setAll(!all)}>
                {t(all ? pointsTexts.seeLess : pointsTexts.seeAll)}
              </button>
            )}
          </td>
        </tr>
      </tbody>
    </table>
  )
}

function WaitingRow({ open }: { readonly open: StillOpen }) {
  const t = useText()
  const [language] = useLanguage()
  const today = useToday()
  const days = open.since === null ? null : Math.max(1, daysBetween(open.since, today) + 1)
  const name = open.said !== '' ? open.said : open.itemName === null ? '' : t(open.itemName)
  return (
    <tr>
      <td />
      <td className="t3">{open.deedOn === null ? '' : formatDay(open.deedOn, language, today)}</td>
      <td>{name}</td>
      <td className="t3">{open.reviewer}</td>
      <td className="num">{open.points === null ? '' : formatPoints(open.points)}</td>
      <td className="num t3">{t(pointsTexts.waiting)}</td>
      <td>
        <Tag tone="ochre">
          {days === null ? t(pointsTexts.waiting) : t(pointsTexts.waitingDays, { days })}
        </Tag>
      </td>
    </tr>
  )
}

type LineRowsProps = {
  readonly line: Line
  readonly self: boolean
  readonly takenFor: string | undefined
  readonly isOpen: boolean
  readonly onToggle: () => void
}

function LineRows({ line, self, takenFor, isOpen, onToggle }: LineRowsProps) {
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
