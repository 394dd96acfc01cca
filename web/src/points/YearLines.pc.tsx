import { useState } from 'react'
import { useToday } from '../shared/clock.ts'
import { daysBetween, formatDay, formatPoints } from '../shared/formats.ts'
import { StateEmpty } from '../shared/kit/states.tsx'
import { Tag } from '../shared/kit/Tag.tsx'
import { useLanguage, useText } from '../shared/texts.ts'
import type { PointsYear, StillOpen } from './hooks.ts'
import { pointsTexts } from './labels.ts'
import { LineRows, LinesHead } from './LineRows.pc.tsx'
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
      <LinesHead />
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
