import { formatPoints, monthOf } from '../shared/formats.ts'
import { useText } from '../shared/texts.ts'
import type { PointsYear } from './hooks.ts'
import { pointsTexts, termTexts } from './labels.ts'

export type TermId = PointsYear['terms'][number]['term']

/** How the year began, in a few words; a year that follows one here waits for its closing. */
export function useBaseName(): (of: Pick<PointsYear, 'base' | 'year' | 'years'>) => string {
  const t = useText()
  return ({ base: { kind, result, percent }, year, years }) => {
    if (kind === 'none' && years.includes(year - 1)) return t(pointsTexts.baseWaits)
    const facts = { result: result === null ? '' : formatPoints(result), percent: percent ?? 0 }
    if (kind === 'carryOver') return t(pointsTexts.baseCarried, facts)
    if (kind === 'broughtAlong') return t(pointsTexts.baseBrought, facts)
    return t(kind === 'flat' ? pointsTexts.baseFlat : termTexts.base)
  }
}

/** Up to which month the total is settled; up to today where no month is. */
export function useUntil(): (closedUntil: string | null) => string {
  const t = useText()
  return (closedUntil) =>
    closedUntil === null
      ? t(pointsTexts.untilNow)
      : t(pointsTexts.until, { month: monthOf(`${closedUntil}-01`) })
}

export function useTermName(): (year: PointsYear, term: TermId) => string {
  const t = useText()
  const baseName = useBaseName()
  return (year, term) => (term === 'base' ? baseName(year) : t(termTexts[term]))
}

/** A total set as its own sum; a term opens its lines. */
export function SumLine({
  year,
  chosen,
  onChoose,
}: {
  readonly year: PointsYear
  readonly chosen: TermId
  readonly onChoose: (term: TermId) => void
}) {
  const t = useText()
  const name = useTermName()
  return (
    <div className="sum">
      <div className="sum-term tot">
        <b>{formatPoints(year.total)}</b>
        <span>{t(pointsTexts.untilNow)}</span>
      </div>
      {year.terms.map(({ term, credited, cap }, index) => {
        const label = name(year, term)
        return (
          <div key={term} className="sum-term">
            <span className="op" aria-hidden="true">
              {index === 0 ? '=' : term === 'deductions' ? '−' : '+'}
            </span>
            <button type="button" aria-pressed={term === chosen} onClick={() => onChoose(term)}>
              <b>{formatPoints(Math.abs(credited))}</b>
              <span>
                {cap === null || term === 'base'
                  ? label
                  : t(pointsTexts.cap, { name: label, cap: cap / 100 })}
              </span>
            </button>
          </div>
        )
      })}
    </div>
  )
}
