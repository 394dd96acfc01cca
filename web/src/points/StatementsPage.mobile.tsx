import { Link, useParams } from 'wouter'
import { dayOfInstant, useToday } from '../shared/clock.ts'
import { formatDay, formatPoints } from '../shared/formats.ts'
import { Icon } from '../shared/kit/Icon.tsx'
import { Fetched, StateEmpty } from '../shared/kit/states.tsx'
import { Tag } from '../shared/kit/Tag.tsx'
import { useLanguage, useText } from '../shared/texts.ts'
import type { PointsYear, Statement, StatementPart } from './hooks.ts'
import { usePointsYear, useStatement } from './hooks.ts'
import { useMonthWords } from './hooks-month.ts'
import { pointsTexts } from './labels.ts'
import { stateTexts } from './labels-month.ts'
import { statementTexts } from './labels-own.ts'
import { LineList } from './LineList.mobile.tsx'
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

type Month = {
  readonly month: string
  readonly credited: number
  readonly count: number
  readonly state: PointsYear['terms'][number]['lines'][number]['published']['state']
}

/** Newest first; a line belongs to the month whose statement carries it. */
function monthsOf(year: PointsYear): readonly Month[] {
  const months = new Map<string, Month>()
  for (const { credited, published } of year.terms.flatMap(({ lines }) => lines)) {
    const { month, state } = published
    const known = months.get(month) ?? { month, state, credited: 0, count: 0 }
    months.set(month, { ...known, credited: known.credited + credited, count: known.count + 1 })
  }
  return [...months.values()].toSorted((a, b) => (a.month < b.month ? 1 : -1))
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
  const where = useWhere()
  const { published } = part
  return (
    <section className="statement-part">
      {!isOnly && <h2 className="s t3 over">{t(statementTexts.part, { org: part.orgName })}</h2>}
      <p className="statement-state">
        <Tag tone={published.state === 'publishing' ? 'indigo' : 'plain'}>
          {t(stateTexts[published.state])}
        </Tag>
        <span className="s t2">{where(part)}</span>
      </p>
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

function useWhere(): (part: StatementPart) => string {
  const t = useText()
  const [language] = useLanguage()
  const today = useToday()
  return ({ published: { state, notice }, issuedAt }) => {
    if (state === 'open') return t(statementTexts.open)
    if (state === 'reviewing') return t(statementTexts.reviewing)
    if (state === 'closed' && issuedAt !== null)
      return t(statementTexts.closed, { day: formatDay(dayOfInstant(issuedAt), language, today) })
    return notice?.endsOn == null
      ? t(statementTexts.publishingSoon)
      : t(statementTexts.publishing, { until: formatDay(notice.endsOn, language, today) })
  }
}

/** A statement that was corrected names why, and what stood there before. */
function Editions({ part }: { readonly part: StatementPart }) {
  const t = useText()
  const [language] = useLanguage()
  const today = useToday()
  if (part.edition < 2) return null
  const day = (at: string) => formatDay(dayOfInstant(at), language, today)
  return (
    <div className="s t2 points-after">
      {part.issuedAt !== null && (
        <p>
          {t(statementTexts.again, { edition: part.edition, day: day(part.issuedAt), reason: part.reason })}
        </p>
      )}
      {part.editions
        .filter(({ edition }) => edition < part.edition)
        .map(({ edition, issuedAt, total }) => (
          <p key={edition}>{t(statementTexts.before, { day: day(issuedAt), total: formatPoints(total) })}</p>
        ))}
    </div>
  )
}
