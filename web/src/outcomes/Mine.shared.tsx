import { isAdverseKind } from '@steward/domain/outcomes/outcome-table.ts'
import { ButtonLink } from '../shared/kit/Button.tsx'
import { Fetched, StateEmpty } from '../shared/kit/states.tsx'
import { Tag } from '../shared/kit/Tag.tsx'
import { useText } from '../shared/texts.ts'
import { useQueryOperation } from '../shared/use-operation.ts'
import { AppealHere } from './AppealHere.shared.tsx'
import type { Mine } from './hooks-use.ts'
import { useDay } from './hooks-use.ts'
import { bodyTexts, fileKindTexts, gradeTexts, limitTexts, useTexts } from './labels.ts'
import { mineLabels } from './labels-mine.ts'
import { MyPlans } from './MyPlans.shared.tsx'
import { OwnCases } from './OwnCases.shared.tsx'
import './Uses.css'

type Year = Mine['years'][number]
type Use = Year['uses'][number]

/** What follows from the own grade: words, document, decider, end and how to appeal; nothing of others. */
export function MyOutcomes({ gradePath }: { readonly gradePath: (feedbackId: string) => string }) {
  const t = useText()
  const found = useQueryOperation('outcome.mine', {})
  return (
    <div className="use-own">
      <p className="s t2">{t(mineLabels.intro)}</p>
      <OwnCases />
      <Fetched
        from={found}
        what={t(mineLabels.title)}
        columns="1fr"
        isEmpty={(data) => data.years.length + data.limits.length + data.helpPlans.length === 0}
        empty={
          <section className="card pad">
            <StateEmpty fact={t(mineLabels.empty)} fill={t(mineLabels.emptyNext)} />
          </section>
        }
      >
        {(data) => (
          <>
            {data.years.map((year) => (
              <OneYear key={year.year} year={year} gradePath={gradePath} />
            ))}
            <Limits limits={data.limits} appealTo={data.years[0]?.appealTo ?? ''} />
            <MyPlans plans={data.helpPlans} />
            <Readings total={data.readings} />
          </>
        )}
      </Fetched>
    </div>
  )
}

function OneYear({
  year,
  gradePath,
}: {
  readonly year: Year
  readonly gradePath: (feedbackId: string) => string
}) {
  const t = useText()
  const day = useDay()
  const of = (state: Use['state']) => year.uses.filter((use) => use.state === state)
  const groups = [
    // A limit stands below, with its end.
    { label: mineLabels.decided, uses: of('confirmed').filter(({ kind }) => kind !== 'limit') },
    { label: mineLabels.proposed, uses: of('drafted') },
    { label: mineLabels.declined, uses: of('declined') },
  ].filter(({ uses }) => uses.length > 0)
  return (
    <section aria-labelledby={`outcomes-${year.year}`}>
      <h2 className="ph1" id={`outcomes-${year.year}`}>
        {t(mineLabels.year, { year: year.year, grade: t(gradeTexts[year.grade]) })}
      </h2>
      {groups.map(({ label, uses }) => (
        <section key={label.zh} className="card pad">
          <h3 className="s t3">{t(label)}</h3>
          {uses.map((use) => (
            <OneUse key={use.id} use={use} appealTo={year.appealTo} />
          ))}
        </section>
      ))}
      {year.noUse !== null && (
        <section className="card pad">
          <h3 className="s t3">{t(mineLabels.noUse)}</h3>
          <p>{year.noUse.reason}</p>
          <p className="c t3">{t(mineLabels.noUseBy, { by: year.noUse.by, day: day(year.noUse.on) })}</p>
        </section>
      )}
      <section className="card pad">
        <h3 className="s t3">{t(mineLabels.appeal)}</h3>
        <p>{t(mineLabels.appealText, { org: year.appealTo })}</p>
        {year.feedbackId !== null && (
          <div className="acts">
            <ButtonLink href={gradePath(year.feedbackId)}>{t(mineLabels.appealGrade)}</ButtonLink>
          </div>
        )}
      </section>
    </section>
  )
}

function OneUse({ use, appealTo }: { readonly use: Use; readonly appealTo: string }) {
  const t = useText()
  const day = useDay()
  const adverse = isAdverseKind(use.kind)
  const settled = use.state === 'confirmed' || use.state === 'declined'
  return (
    <div className="use-one">
      <p className="b">{t(useTexts[use.use])}</p>
      {use.state === 'drafted' && (
        <p className="s t2">
          {t(mineLabels.byBody, { body: t(bodyTexts[use.body]) })}
          {adverse && <span className="block">{t(mineLabels.beforeAdverse)}</span>}
        </p>
      )}
      {use.served !== null && (
        <p className="s t2">
          {t(mineLabels.decidedFact, {
            ...{ decider: use.served.decider, body: use.served.body, day: day(use.served.on) },
          })}
        </p>
      )}
      {use.document !== null && <p className="s t2">{t(mineLabels.document, { document: use.document })}</p>}
      {use.reason !== null && <p>{use.reason}</p>}
      {settled && use.served === null && use.decidedBy !== null && use.decidedOn !== null && (
        <p className="c t3">{t(mineLabels.decidedBy, { by: use.decidedBy, day: day(use.decidedOn) })}</p>
      )}
      {settled && (adverse || use.state === 'declined') && (
        <AppealHere subject={{ kind: 'outcomeList', id: use.id }} appealTo={appealTo} />
      )}
    </div>
  )
}

function Limits({ limits, appealTo }: { readonly limits: Mine['limits']; readonly appealTo: string }) {
  const t = useText()
  const day = useDay()
  if (limits.length === 0) return null
  return (
    <section aria-labelledby="own-limits">
      <h2 className="ph1" id="own-limits">
        {t(mineLabels.limits)}
      </h2>
      <div className="card pad">
        {limits.map((limit) => (
          <div key={limit.id} className="use-one">
            <p className="row">
              <span className="b">{t(limitTexts[limit.kind])}</span>
              {limit.inForce && (
                <Tag tone="line" tight>
                  {t(mineLabels.until, { day: day(limit.until) })}
                </Tag>
              )}
            </p>
            {limit.liftedOn !== null ? (
              <p className="s t2">
                {t(mineLabels.wasLifted, { day: day(limit.liftedOn), reason: limit.liftedFor ?? '' })}
              </p>
            ) : (
              !limit.inForce && <p className="s t2">{t(mineLabels.over, { day: day(limit.until) })}</p>
            )}
            <p className="s t2">
              {t(mineLabels.decidedFact, {
                ...{ decider: limit.served.decider, body: limit.served.body, day: day(limit.served.on) },
              })}
            </p>
            <p className="s t2">{t(mineLabels.document, { document: limit.document })}</p>
            <p>{limit.served.reason}</p>
            {limit.inForce && <AppealHere subject={{ kind: 'limit', id: limit.id }} appealTo={appealTo} />}
          </div>
        ))}
      </div>
    </section>
  )
}

/** Everybody else who opened a file about the reader. */
function Readings({ total }: { readonly total: number }) {
  const t = useText()
  const day = useDay()
  const found = useQueryOperation('outcome-reading.list', { limit: 20 }, { enabled: total > 0 })
  return (
    <section aria-labelledby="own-readings">
      <h2 className="ph1" id="own-readings">
        {t(mineLabels.readings)}
      </h2>
      <div className="card pad">
        {total === 0 && <p className="t2">{t(mineLabels.readingsNone)}</p>}
        {found.data?.rows.map((row) => (
          <p key={row.id} className="s">
            {t(mineLabels.readingLine, {
              org: row.org,
              reader: row.reader,
              what: t(fileKindTexts[row.kind]),
            })}{' '}
            <span className="t3">{day(row.at)}</span>
          </p>
        ))}
      </div>
    </section>
  )
}
