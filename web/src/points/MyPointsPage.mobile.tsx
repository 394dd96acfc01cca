import { useState } from 'react'
import { Link } from 'wouter'
import { useToday } from '../shared/clock.ts'
import { formatDay, formatPoints } from '../shared/formats.ts'
import { ButtonLink } from '../shared/kit/Button.tsx'
import { Icon } from '../shared/kit/Icon.tsx'
import { Fetched, StateEmpty } from '../shared/kit/states.tsx'
import { useLanguage, useText } from '../shared/texts.ts'
import type { Line, PointsYear, Term } from './hooks.ts'
import { usePointsYear } from './hooks.ts'
import { pointsTexts, whyTexts } from './labels.ts'
import { LineWhy, useLineName } from './LineWhy.shared.tsx'
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
  const [all, setAll] = useState(false)
  const [open, setOpen] = useState(lines[0]?.id)
  if (lines.length === 0) {
    return (
      <div className="points-lines">
        <p className="s t2">{t(pointsTexts.noLines)}</p>
        <p className="s t2">{t(pointsTexts.noLinesNext)}</p>
      </div>
    )
  }
  const shown = all ? lines : lines.slice(0, SHOWN)
  return (
    <div className="points-lines">
      {shown.map((line) => (
        <OneLine
          key={line.id}
          line={line}
          self={self}
          isOpen={open === line.id}
          onToggle={() => setOpen(open === line.id ? undefined : line.id)}
        />
      ))}
      {lines.length > SHOWN && (
        <button type="button" className="between s t2 points-more" onClick={() => setAll(!all)}>
          {all ? t(pointsTexts.seeLess) : t(pointsTexts.others, { count: lines.length - SHOWN })}
          <Icon name={all ? 'up' : 'down'} />
        </button>
      )}
    </div>
  )
}

type OneLineProps = {
  readonly line: Line
  readonly self: boolean
  readonly isOpen: boolean
  readonly onToggle: () => void
}

function OneLine({ line, self, isOpen, onToggle }: OneLineProps) {
  const t = useText()
  const [language] = useLanguage()
  const today = useToday()
  const name = useLineName()
  const sign = line.credited > 0 ? '+' : ''
  return (
    <div className="points-line">
      <button type="button" aria-expanded={isOpen} onClick={onToggle}>
        <span className={isOpen ? 'b' : undefined}>
          {name(line)}
          <span className="block c t3">{formatDay(line.deedOn, language, today)}</span>
        </span>
        <span className="b nw">
          {sign}
          {formatPoints(line.credited)}
        </span>
      </button>
      {isOpen && (
        <>
          <LineWhy line={line} short />
          <div className="points-two">
            {line.sealed && (
              <ButtonLink href={`/points/receipts/${line.id}`} icon="paper">
                {t(whyTexts.verify)}
              </ButtonLink>
            )}
            {self && line.objectUntil !== null && (
              <ButtonLink href={`/points/lines/${line.id}/object`} icon="comment">
                {t(whyTexts.object)}
              </ButtonLink>
            )}
          </div>
        </>
      )}
    </div>
  )
}
