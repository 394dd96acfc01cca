import { Link, useParams } from 'wouter'
import { formatPoints } from '../shared/formats.ts'
import { Icon } from '../shared/kit/Icon.tsx'
import { Fetched, StateEmpty } from '../shared/kit/states.tsx'
import { useText } from '../shared/texts.ts'
import type { PointsYear, Statement, StatementPart } from './hooks.ts'
import { usePointsYear, useStatement } from './hooks.ts'
import { useMonthWords } from './hooks-month.ts'
import { pointsTexts } from './labels.ts'
import { stateTexts } from './labels-month.ts'
import { statementTexts } from './labels-own.ts'
import { LineList } from './LineList.mobile.tsx'
import { Editions, monthsOf, StatementState } from './Statement.shared.tsx'
import './Points.css'
import './Own.css'

/** /m/points/statements: the months of the year with what each brought. */
export function StatementsPage() {
  const t = useText()
  const found = usePointsYear(null, null)
  return (
    <Fetched from={found} what={t(statementTexts.months)} columns="1fr 72px" rows={6}>
      {(year) => <Months year={year} />}
    </Fetched>
  )
}

function Months({ year }: { readonly year: PointsYear }) {
  const t = useText()
  const words = useMonthWords()
  const months = monthsOf(year)
  if (months.length === 0) {
    return <StateEmpty fact={t(statementTexts.none)} fill={t(statementTexts.noneNext)} />
  }
  return (
    <>
      <p className="s t2 own-text">{t(statementTexts.monthsText)}</p>
      <div className="card rows">
        {months.map(({ month, credited, count, state }) => (
          <Link key={month} href={`/points/statements/${month}`} className="entry">
            <span className="grow">
              {words(month)}
              <span className="block c t3">
                {t(stateTexts[state])}
                {t({ zh: '，', en: ', ' })}
                {t(statementTexts.monthSum, { count })}
              </span>
            </span>
            <span className="b">{formatPoints(credited)}</span>
            <Icon name="right" />
          </Link>
        ))}
      </div>
    </>
  )
}

/** /m/points/statements/:month */
export function StatementPage() {
  const t = useText()
  const { month = '' } = useParams()
  const found = useStatement(null, month)
  return (
    <Fetched from={found} what={t(statementTexts.what)} columns="1fr 72px" rows={6}>
      {(statement) => <OneMonth statement={statement} />}
    </Fetched>
  )
}

function OneMonth({ statement }: { readonly statement: Statement }) {
  const t = useText()
  const words = useMonthWords()
  const total = statement.parts.reduce((sum, part) => sum + part.total, 0)
  return (
    <>
      <div className="points-big">
        <b className="display">{formatPoints(total)}</b>
        <span className="s t2">
          {words(statement.month)}
          {t({ zh: '，', en: ', ' })}
          {t(statementTexts.yearSoFar, { total: formatPoints(statement.yearTotal) })}
        </span>
      </div>
      {statement.parts.length === 0 && <StateEmpty fact={t(statementTexts.noLines)} />}
      {statement.parts.map((part) => (
        <Part key={part.orgId} part={part} self={statement.self} isOnly={statement.parts.length === 1} />
      ))}
      <p className="s t2 points-after">{t(pointsTexts.pointsOnly)}</p>
    </>
  )
}

type PartProps = { readonly part: StatementPart; readonly self: boolean; readonly isOnly: boolean }

function Part({ part, self, isOnly }: PartProps) {
  const t = useText()
  const { published } = part
  return (
    <section className="statement-part">
      {!isOnly && <h2 className="s t3 over">{t(statementTexts.part, { org: part.orgName })}</h2>}
      <StatementState part={part} />
      {published.notice?.postedOn != null && (
        <Link href={`/notices/${published.notice.id}`} className="link s">
          {t(statementTexts.seeNotice)}
        </Link>
      )}
      <div className="card points-lines alone">
        <LineList lines={part.lines} self={self} shown={part.lines.length} />
      </div>
      <Editions part={part} />
    </section>
  )
}
