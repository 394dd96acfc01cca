import { useState } from 'react'
import { Link } from 'wouter'
import { formatPoints } from '../shared/formats.ts'
import { Button, ButtonLink } from '../shared/kit/Button.tsx'
import { SelectField } from '../shared/kit/fields.tsx'
import { Fetched, StateEmpty } from '../shared/kit/states.tsx'
import { useText } from '../shared/texts.ts'
import type { Statement, StatementPart } from './hooks.ts'
import { usePointsYear, useStatement } from './hooks.ts'
import { useMonthWords } from './hooks-month.ts'
import { pointsTexts } from './labels.ts'
import { stateTexts } from './labels-month.ts'
import { statementTexts } from './labels-own.ts'
import { LineRows, LinesHead } from './LineRows.pc.tsx'
import { Editions, monthsOf, StatementState } from './Statement.shared.tsx'
import './Points.css'
import './Own.css'

type StatementPageProps = {
  /** Null: the own one. */
  readonly memberId: string | null
  readonly month: string
  readonly onMonth: (month: string) => void
}

/** The statement of one month: its sum, what each branch wrote, and what stood there before it was corrected. */
export function StatementPage({ memberId, month, onMonth }: StatementPageProps) {
  const t = useText()
  return (
    <div className="own-page wide prints">
      <Fetched
        from={useStatement(memberId, month)}
        what={t(statementTexts.what)}
        columns="88px 1fr 92px 64px"
        rows={6}
      >
        {(statement) => (
          <>
            <Head statement={statement} onMonth={onMonth} />
            {statement.parts.length === 0 && (
              <StateEmpty fact={t(statementTexts.noLines)} fill={t(statementTexts.monthsText)} />
            )}
            {statement.parts.map((part) => (
              <Part
                key={part.orgId}
                part={part}
                self={statement.self}
                isOnly={statement.parts.length === 1}
              />
            ))}
            <p className="s t2 points-note">{t(pointsTexts.pointsOnly)}</p>
          </>
        )}
      </Fetched>
    </div>
  )
}

type HeadProps = { readonly statement: Statement; readonly onMonth: (month: string) => void }

function Head({ statement, onMonth }: HeadProps) {
  const t = useText()
  const words = useMonthWords()
  const { person, self, month, yearTotal } = statement
  const total = statement.parts.reduce((sum, part) => sum + part.total, 0)
  const year = month.slice(0, 4)
  const name = t(statementTexts.title, { month: words(month) })
  return (
    <>
      <header className="file-head statement-head">
        <h1 className="display grow">
          {self ? name : t(statementTexts.titleOf, { name: person.name, title: name })}
        </h1>
        <Months memberId={self ? null : person.id} month={month} onMonth={onMonth} />
        <Button icon="printer" onClick={() => window.print()}>
          {t(statementTexts.print)}
        </Button>
        <ButtonLink href={self ? `/my-year?year=${year}` : `/members/${person.id}/year?year=${year}`}>
          {t(statementTexts.wholeYear)}
        </ButtonLink>
      </header>
      <p className="statement-sum">
        <b className="display">{formatPoints(total)}</b>
        <span className="s t2">
          {t(statementTexts.ofMonth)}
          {t({ zh: '，', en: ', ' })}
          {t(statementTexts.yearSoFar, { total: formatPoints(yearTotal) })}
        </span>
      </p>
    </>
  )
}

type MonthsProps = {
  readonly memberId: string | null
  readonly month: string
  readonly onMonth: (month: string) => void
}

/** The other months of the year that have lines. */
function Months({ memberId, month, onMonth }: MonthsProps) {
  const t = useText()
  const words = useMonthWords()
  const { data } = usePointsYear(memberId, Number(month.slice(0, 4)))
  const months = data === undefined ? [] : monthsOf(data)
  if (months.length < 2) return null
  return (
    <SelectField
      label={t(statementTexts.months)}
      value={month}
      onValue={onMonth}
      choices={months.map((each) => ({
        value: each.month,
        label: [words(each.month), t(stateTexts[each.state]), formatPoints(each.credited)].join(' · '),
      }))}
    />
  )
}

type PartProps = { readonly part: StatementPart; readonly self: boolean; readonly isOnly: boolean }

function Part({ part, self, isOnly }: PartProps) {
  const t = useText()
  const [open, setOpen] = useState<string>()
  const { published } = part
  return (
    <section className="statement-part">
      {!isOnly && <h2 className="sec">{t(statementTexts.part, { org: part.orgName })}</h2>}
      <StatementState part={part} />
      {published.notice?.postedOn != null && !self && (
        <Link href={`/notices/${published.notice.id}`} className="link s">
          {t(statementTexts.seeNotice)}
        </Link>
      )}
      <table className="tbl year-lines">
        <LinesHead />
        <tbody>
          {part.lines.map((line) => (
            <LineRows
              key={line.id}
              line={line}
              self={self}
              takenFor={undefined}
              isOpen={open === line.id}
              onToggle={() => setOpen(open === line.id ? undefined : line.id)}
            />
          ))}
        </tbody>
      </table>
      <Editions part={part} />
    </section>
  )
}
