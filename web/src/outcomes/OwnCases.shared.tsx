import { Link } from 'wouter'
import { useText } from '../shared/texts.ts'
import { AppealHere } from './AppealHere.shared.tsx'
import { CaseTag } from './CaseParts.shared.tsx'
import { Term } from './CaseSteps.shared.tsx'
import { useCaseDays, useOwnCases } from './hooks-disposal.ts'
import { caseLabels, formTexts, sanctionLabels, sanctionTexts } from './labels-disposal.ts'
import './Cases.css'

/** Cases and sanctions about the reader; nothing at all where there are none. */
export function OwnCases() {
  const t = useText()
  const { day } = useCaseDays()
  const { data } = useOwnCases()
  if (data === undefined) return null
  const { rows, sanctions } = data
  return (
    <>
      {rows.length > 0 && (
        <section className="case-section">
          <h2 className="sec">{t(caseLabels.mine)}</h2>
          <ul className="rows card pad">
            {rows.map((row) => (
              <li key={row.id}>
                <Link href={`/outcomes/cases/${row.id}`} className="block">
                  <span className="between">
                    <span className="b">{t(formTexts[row.form])}</span>
                    <CaseTag of={row} />
                  </span>
                  <span className="block s t2">
                    {t(caseLabels.since)} {day(row.proposedOn)}
                  </span>
                  {row.until !== null && row.endedHow === null && (
                    <span className="block s">
                      <Term until={row.until} />
                    </span>
                  )}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      {sanctions.length > 0 && (
        <section className="case-section">
          <h2 className="sec">{t(caseLabels.mineSanctions)}</h2>
          <ul className="rows card pad">
            {sanctions.map((one) => (
              <li key={one.id}>
                <span className="b">{t(sanctionTexts[one.sanction])}</span>
                <span className="block s t2">
                  {one.body} · {one.documentNumber} · {day(one.decidedOn)}
                </span>
                <span className="block case-words">{one.reason}</span>
                <span className="block s">{t(sanctionLabels.effect, { day: day(one.effectUntil) })}</span>
                <AppealHere subject={{ kind: 'sanction', id: one.id }} appealTo={one.body} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
