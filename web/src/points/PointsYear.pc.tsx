import { useState } from 'react'
import { formatPoints } from '../shared/formats.ts'
import { ButtonLink } from '../shared/kit/Button.tsx'
import { StateEmpty } from '../shared/kit/states.tsx'
import { useMay } from '../shared/session.ts'
import { useText } from '../shared/texts.ts'
import type { PointsYear as Year } from './hooks.ts'
import { BringAlong } from './BringAlong.pc.tsx'
import { pointsTexts } from './labels.ts'
import { rankingTexts } from './labels-own.ts'
import { monthsOf } from './Statement.shared.tsx'
import { SumLine, type TermId } from './SumLine.shared.tsx'
import { YearLines } from './YearLines.pc.tsx'
import './Points.css'

type PointsYearProps = {
  readonly year: Year
  /** The line that is asked for. */
  readonly asked?: string | null
}

/** How a member's points of a year came about: the total as its own sum, and the lines of one of its terms. */
export function PointsYear({ year, asked = null }: PointsYearProps) {
  const t = useText()
  const [chosen, setChosen] = useState<TermId>(() => termOf(year, asked) ?? busiest(year))
  if (!year.person.scored) {
    return <StateEmpty fact={t(pointsTexts.notScored)} fill={t(pointsTexts.notScoredNext)} />
  }
  return (
    <section aria-labelledby="points-how">
      <div className="between">
        <h2 className="sec" id="points-how">
          {t(pointsTexts.howCome, { total: formatPoints(year.total) })}
        </h2>
        {year.open.length > 0 && (
          <span className="s t2">{t(pointsTexts.openAlso, { count: year.open.length })}</span>
        )}
      </div>
      <SumLine year={year} chosen={chosen} onChoose={setChosen} />
      <BringAlong year={year} />
      {year.disputed.length > 0 && (
        <p className="s t2 points-note">{t(pointsTexts.disputedNote, { count: year.disputed.length })}</p>
      )}
      <YearLines key={chosen} year={year} term={chosen} asked={asked} />
      <YearLinks year={year} />
      <p className="s t2 points-note">{t(pointsTexts.pointsOnly)}</p>
    </section>
  )
}

/** To the statements of the year, and to the order inside the branch. */
function YearLinks({ year }: { readonly year: Year }) {
  const t = useText()
  const may = useMay()
  const last = monthsOf(year)[0]?.month
  const own = year.self ? '/my-year' : `/members/${year.person.id}`
  return (
    <p className="acts points-note">
      {last !== undefined && (
        <ButtonLink small href={`${own}/statements/${last}`}>
          {t(pointsTexts.statements)}
        </ButtonLink>
      )}
      {year.self && may('ranking.read') && (
        <ButtonLink small href="/points/ranking">
          {t(rankingTexts.see)}
        </ButtonLink>
      )}
    </p>
  )
}

/** The term that has a line. */
function termOf(year: Year, lineId: string | null): TermId | undefined {
  return year.terms.find(({ lines }) => lines.some(({ id }) => id === lineId))?.term
}

/** Opens where most happened; a year without lines opens at its start. */
function busiest(year: Year): TermId {
  const found = year.terms
    .filter(({ term }) => term !== 'base')
    .toSorted((a, b) => b.lineCount - a.lineCount)[0]
  return found === undefined || found.lineCount === 0 ? 'base' : found.term
}
