import { grades as order } from '@steward/domain/appraisals/grade.ts'
import { formatNumber } from '../shared/formats.ts'
import { useText } from '../shared/texts.ts'
import type { Figures } from './hooks-use.ts'
import { gradeTexts } from './labels.ts'
import { boardLabels } from './labels-board.ts'

/** How the grades of a year fall, in persons. */
export function GradeBar({ year, grades }: Pick<Figures, 'year' | 'grades'>) {
  const t = useText()
  const all = order.reduce((sum, grade) => sum + grades[grade], 0)
  return (
    <section>
      <h2 className="sec">{t(boardLabels.grades, { year })}</h2>
      {all === 0 ? (
        <p className="s t2">{t(boardLabels.gradesNone)}</p>
      ) : (
        <>
          <div className="use-grades" role="img" aria-label={t(boardLabels.gradesAria, grades)}>
            {order.map((grade) => (
              <i key={grade} style={{ flexGrow: grades[grade], flexBasis: 0 }} />
            ))}
          </div>
          <ul className="use-legend">
            {order.map((grade) => (
              <li key={grade}>
                <i aria-hidden="true" />
                <span className="grow">{t(gradeTexts[grade])}</span>
                <span className="num">{t(boardLabels.people, { count: formatNumber(grades[grade]) })}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
