import { Link } from 'wouter'
import { Fetched, StateEmpty } from '../shared/kit/states.tsx'
import { useText } from '../shared/texts.ts'
import { CaseTag } from './CaseParts.shared.tsx'
import { Term } from './CaseSteps.shared.tsx'
import { useCaseDays, useCases, useOwnCases } from './hooks-disposal.ts'
import { caseLabels, formTexts, sanctionLabels, sanctionTexts } from './labels-disposal.ts'
import './Cases.css'

/** On the phone: what is about the reader, and below it the open cases the reader handles. */
export function CasesPage() {
  const t = useText()
  const { day } = useCaseDays()
  return (
    <div className="phone-case">
      <p className="t2">{t(caseLabels.mineIntro)}</p>
      <Fetched
        from={useOwnCases()}
        what={t(caseLabels.mine)}
        columns="1fr"
        isEmpty={({ rows, sanctions }) => rows.length + sanctions.length === 0}
        empty={<StateEmpty fact={t(caseLabels.mineEmpty)} />}
      >
        {({ rows, sanctions }) => (
          <>
            {rows.length > 0 && (
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
                      <span className="block s">
                        {t(sanctionLabels.effect, { day: day(one.effectUntil) })}
                      </span>
                    </li>
                  ))}
                </ul>
              </section>
            )}
          </>
        )}
      </Fetched>
      <Handled />
    </div>
  )
}

/** Cases of others, for who handles them; nothing at all for who does not. */
function Handled() {
  const t = useText()
  const own = useOwnCases()
  const list = useCases('open')
  const mine = new Set(own.data?.rows.map(({ id }) => id))
  const rows = list.data?.rows.filter(({ id }) => !mine.has(id)) ?? []
  if (rows.length === 0) return null
  return (
    <section className="case-section">
      <h2 className="sec">{t(caseLabels.handled)}</h2>
      <ul className="rows card pad">
        {rows.map((row) => (
          <li key={row.id}>
            <Link href={`/outcomes/cases/${row.id}`} className="block">
              <span className="between">
                <span className="b">{row.memberName}</span>
                <CaseTag of={row} />
              </span>
              <span className="block s t2">
                {row.orgName} · {t(formTexts[row.form])}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
