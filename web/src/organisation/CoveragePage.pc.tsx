import { Link, useLocation, useSearch } from 'wouter'
import { formatDay, formatNumber } from '../shared/formats.ts'
import { Bar } from '../shared/kit/Bar.tsx'
import { SelectField } from '../shared/kit/fields.tsx'
import { Columns } from '../shared/kit/layers.tsx'
import { Fetched, StateEmpty } from '../shared/kit/states.tsx'
import { useLanguage, useText } from '../shared/texts.ts'
import type { CoverageShown, UnitWord } from './hooks.ts'
import { useCoverage, useJoined } from './hooks.ts'
import { coverageTexts, unitTexts } from './labels.ts'
import { coveragePageTexts, unitPageTexts } from './labels-page.ts'
import { OrgTabs } from './OrgTabs.pc.tsx'
import { wordsOf } from './ShapeFields.pc.tsx'

type Figures = CoverageShown['total']
const parts = ['own', 'joint', 'attached'] as const

/** 15.5 for 155 of a thousand. */
export function rateOf({ coveredPerMille }: { coveredPerMille: number }): string {
  return (coveredPerMille / 10).toFixed(1)
}

/** How many units have a party organisation, by town; numerator and denominator stand beside each bar (S-119, S-132). */
export function CoveragePage() {
  const t = useText()
  const [, navigate] = useLocation()
  const asked = new URLSearchParams(useSearch()).get('kind')
  const kind = wordsOf(unitTexts).find((word) => word === asked) ?? 'privateFirm'
  const found = useCoverage(kind)
  return (
    <Columns>
      <div className="org-list">
        <OrgTabs />
        <header className="org-head">
          <h1 className="ph1">{t(coveragePageTexts.question, { kind: t(unitTexts[kind]) })}</h1>
          <div className="org-filters">
            <SelectField
              label={<span className="sr">{t(unitPageTexts.kind)}</span>}
              value={kind}
              choices={wordsOf(unitTexts).map((word) => ({ value: word, label: t(unitTexts[word]) }))}
              onValue={(next) => navigate(`/organisations/coverage?kind=${next}`)}
            />
          </div>
        </header>
        <Fetched
          from={found}
          rows={8}
          columns="120px 1fr 80px"
          isEmpty={({ total }) => total.units === 0}
          empty={
            <StateEmpty
              fact={t(coveragePageTexts.empty, { kind: t(unitTexts[kind]) })}
              fill={t(coveragePageTexts.emptyNext)}
            />
          }
        >
          {(data) => (
            <>
              <Total data={data} kind={kind} />
              <Towns data={data} kind={kind} />
            </>
          )}
        </Fetched>
      </div>
    </Columns>
  )
}

function Total({ data: { total, on, instructorStaff }, kind }: { data: CoverageShown; kind: UnitWord }) {
  const t = useText()
  const [language] = useLanguage()
  return (
    <section>
      <div className="org-rate">
        <span className="display">{t(coveragePageTexts.rate, { rate: rateOf(total) })}</span>
        <dl className="org-parts">
          {([...parts, 'none'] as const).map((word) => (
            <div key={word}>
              <dt>{t(coverageTexts[word])}</dt>
              <dd>{formatNumber(total[word])}</dd>
            </div>
          ))}
        </dl>
      </div>
      <Stack figures={total} />
      <p className="c t3">
        {t(coveragePageTexts.definition, {
          covered: formatNumber(total.covered),
          units: formatNumber(total.units),
          day: formatDay(on, language),
        })}
      </p>
      {kind === 'privateFirm' && (
        <p className="s t2">
          {t(coveragePageTexts.instructorsLine, {
            staff: instructorStaff,
            count: formatNumber(total.instructors),
            missing: formatNumber(total.instructorsMissing),
          })}{' '}
          {total.instructorsMissing > 0 && (
            <Link href="/organisations/units?instructor=missing" className="link">
              {t(coveragePageTexts.showMissing, { count: total.instructorsMissing })}
            </Link>
          )}
        </p>
      )}
    </section>
  )
}

/** Own, joint and attached as parts of all; the rest stays empty inside the outline. */
function Stack({ figures }: { figures: Figures }) {
  const t = useText()
  const joined = useJoined()
  const words = joined.list(
    parts.map((word) => `${t(coverageTexts[word])} ${figures[word]} / ${figures.units}`),
  )
  return (
    <div className="org-stack" role="img" aria-label={words}>
      {parts.map((word) => (
        <i key={word} style={{ width: `${(figures[word] / figures.units) * 100}%` }} />
      ))}
    </div>
  )
}

function Towns({ data: { towns, total }, kind }: { data: CoverageShown; kind: UnitWord }) {
  const t = useText()
  return (
    <table className="tbl compact">
      <thead>
        <tr>
          <th>{t(coveragePageTexts.town)}</th>
          <th>{t(coveragePageTexts.covered)}</th>
          {parts.map((word) => (
            <th key={word} className="num">
              {t(coverageTexts[word])}
            </th>
          ))}
          <th className="num">{t(coverageTexts.none)}</th>
          {kind === 'privateFirm' && <th className="num">{t(coveragePageTexts.instructors)}</th>}
        </tr>
      </thead>
      <tbody>
        {towns.map((town) => (
          <tr key={town.town.id}>
            <td>
              <Link href={`/organisations/units?town=${town.town.id}&kind=${kind}`} className="link">
                {town.town.name}
              </Link>
            </td>
            <Cells figures={town} kind={kind} label={town.town.name} />
          </tr>
        ))}
        <tr>
          <td className="b">{t(coveragePageTexts.total)}</td>
          <Cells figures={total} kind={kind} label={t(coveragePageTexts.total)} />
        </tr>
      </tbody>
    </table>
  )
}

function Cells({ figures, kind, label }: { figures: Figures; kind: UnitWord; label: string }) {
  const t = useText()
  return (
    <>
      <td className="bar-cell">
        <Bar done={figures.covered} all={figures.units} label={label} />
      </td>
      {parts.map((word) => (
        <td key={word} className="num">
          {formatNumber(figures[word])}
        </td>
      ))}
      <td className="num">{formatNumber(figures.none)}</td>
      {kind === 'privateFirm' && (
        <td className="num">
          {figures.instructorsMissing > 0 && (
            <span className="c t3">
              {t(coveragePageTexts.missing, { count: figures.instructorsMissing })}
              {'\u3000'}
            </span>
          )}
          {formatNumber(figures.instructors)}
        </td>
      )}
    </>
  )
}
