import { useState } from 'react'
import { formatPoints } from '../shared/formats.ts'
import { MoreLink } from '../shared/kit/Button.tsx'
import { useWords } from './hooks-event.ts'
import type { Report } from './hooks-report.ts'
import { missingTexts, outcomeTexts, reportTexts } from './labels-report.ts'

const FIRST = 6

/** The records the draft was made from; what there is none of is named (S-203, S-210). */
export function ReportFacts({ report }: { readonly report: Report }) {
  const { t, day, names } = useWords()
  const [isAll, setAll] = useState(false)
  const { pledges, deeds, hours, process, problems, missing } = report.facts
  const shown = isAll ? deeds : deeds.slice(0, FIRST)
  return (
    <aside className="apr-side">
      <div className="between">
        <h2 className="sec">{t(reportTexts.facts)}</h2>
        <MoreLink href={`/members/${report.memberId}/year?year=${report.year}`}>
          {t(reportTexts.yearPage)}
        </MoreLink>
      </div>
      <p className="s t2">{t(reportTexts.factsNote)}</p>
      {pledges.length > 0 && (
        <section>
          <h3 className="s t3">{t(reportTexts.factPledges, { count: pledges.length })}</h3>
          <ul className="rows">
            {pledges.map(({ id, text, outcome }) => (
              <li key={id} className="s apr-fact">
                <span>{text}</span>
                <span className="t2 nw">{outcomeTexts[outcome] ? t(outcomeTexts[outcome]) : outcome}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {deeds.length > 0 && (
        <section>
          <h3 className="s t3">
            {t(reportTexts.factDeeds, { count: deeds.length, points: formatPoints(process) })}
          </h3>
          <ul className="rows">
            {shown.map(({ entryId, on, words, points }) => (
              <li key={entryId} className="s apr-fact">
                <span>
                  <span className="t3">{day(on)}</span> {words}
                </span>
                <span className="num nw">{t(reportTexts.deedPoints, { points: formatPoints(points) })}</span>
              </li>
            ))}
          </ul>
          {deeds.length > shown.length && (
            <button type="button" className="link s" onClick={() => setAll(true)}>
              {t(reportTexts.moreDeeds, { count: deeds.length - shown.length })}
            </button>
          )}
        </section>
      )}
      {hours > 0 && <p className="s">{t(reportTexts.factHours, { hours: hours / 100 })}</p>}
      {problems.length > 0 && (
        <section>
          <h3 className="s t3">{t(reportTexts.factProblems, { count: problems.length })}</h3>
          <ul className="rows">
            {problems.map(({ id, words, measure }) => (
              <li key={id} className="s apr-fact">
                <span>
                  {words}
                  {measure !== '' && <span className="block t2">{t(reportTexts.measure, { measure })}</span>}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {missing.length > 0 && (
        <p className="s t2">
          {t(reportTexts.factMissing, {
            names: names(missing.map((one) => (missingTexts[one] ? t(missingTexts[one]) : one))),
          })}
        </p>
      )}
    </aside>
  )
}
