import { useState } from 'react'
import { Link } from 'wouter'
import { formatPoints } from '../shared/formats.ts'
import { Icon } from '../shared/kit/Icon.tsx'
import { Fetched, StateEmpty } from '../shared/kit/states.tsx'
import { useText } from '../shared/texts.ts'
import type { PointsYear, Term } from './hooks.ts'
import { usePointsYear } from './hooks.ts'
import { pointsTexts } from './labels.ts'
import { LineList } from './LineList.mobile.tsx'
import { type TermId, useTermName } from './SumLine.shared.tsx'
import './Points.css'

const SHOWN = 4

/** /m/points: the own total, opened into its terms and lines. */
export function MyPointsPage() {
  const t = useText()
  const found = usePointsYear(null, null)
  return (
    <Fetched from={found} what={t(pointsTexts.whatYear)} columns="1fr 72px" rows={6}>
      {(year) => <MyPoints year={year} />}
    </Fetched>
  )
}

function MyPoints({ year }: { readonly year: PointsYear }) {
  const t = useText()
  const [open, setOpen] = useState<TermId>()
  if (!year.person.scored) {
    return <StateEmpty fact={t(pointsTexts.notScored)} fill={t(pointsTexts.notScoredNext)} />
  }
  return (
    <>
      <div className="points-big">
        <b className="display">{formatPoints(year.total)}</b>
        <span className="s t2">
          {t(pointsTexts.untilNow)}
          {t({ zh: '，', en: ', ' })}
          {t(pointsTexts.everyPoint)}
        </span>
      </div>
      <section className="card points-terms">
        {year.terms.map((term) => (
          <TermRow
            key={term.term}
            year={year}
            term={term}
            isOpen={open === term.term}
            onToggle={() => setOpen(open === term.term ? undefined : term.term)}
          />
        ))}
      </section>
      {year.open.length > 0 && (
        <p className="s t2 points-after">{t(pointsTexts.openAlso, { count: year.open.length })}</p>
      )}
      <p className="s t2 points-after">{t(pointsTexts.pointsOnly)}</p>
      <Link href="/points/statements" className="card entry">
        <Icon name="paper" />
        <span className="grow">{t(pointsTexts.statements)}</span>
        <Icon name="right" />
      </Link>
      <Link href="/points/ranking" className="card entry">
        <Icon name="people" />
        <span className="grow">{t(pointsTexts.ranking)}</span>
        <Icon name="right" />
      </Link>
    </>
  )
}

type TermRowProps = {
  readonly year: PointsYear
  readonly term: Term
  readonly isOpen: boolean
  readonly onToggle: () => void
}

function TermRow({ year, term, isOpen, onToggle }: TermRowProps) {
  const name = useTermName()
  return (
    <>
      <button type="button" className="points-term" aria-expanded={isOpen} onClick={onToggle}>
        <span>{name(year, term.term)}</span>
        <span className="b">{formatPoints(term.credited)}</span>
        <Icon name={isOpen ? 'up' : 'down'} />
      </button>
      {isOpen && <TermLines term={term} self={year.self} />}
    </>
  )
}

function TermLines({ term, self }: { readonly term: Term; readonly self: boolean }) {
  const t = useText()
  const lines = term.lines.toReversed()
  if (lines.length === 0) {
    return (
      <div className="points-lines">
        <p className="s t2">{t(pointsTexts.noLines)}</p>
        <p className="s t2">{t(pointsTexts.noLinesNext)}</p>
      </div>
    )
  }
  return (
    <div className="points-lines">
      <LineList lines={lines} self={self} shown={SHOWN} />
    </div>
  )
}
