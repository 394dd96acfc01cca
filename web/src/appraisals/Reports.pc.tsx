import { useState } from 'react'
import { Link } from 'wouter'
import { ButtonLink } from '../shared/kit/Button.tsx'
import { Segmented } from '../shared/kit/fields.tsx'
import { Fetched, StateEmpty } from '../shared/kit/states.tsx'
import { Tag } from '../shared/kit/Tag.tsx'
import { useSession } from '../shared/session.ts'
import { type Part, useWords } from './hooks-event.ts'
import { type ReportRow, useReports } from './hooks-report.ts'
import { reportStateTexts, reportTexts, reportTones } from './labels-report.ts'

type Show = 'all' | 'waiting' | 'unchecked'

const isIn = ({ state }: ReportRow) => state !== null && state !== 'drafted'
const isWaiting = (row: ReportRow) => row.owed && !isIn(row)
const isUnchecked = (row: ReportRow) => isIn(row) && row.state !== 'checked'

/** Who has handed in, who has not, and what waits to be checked off, by name (R-190, S-205). */
export function ReportsStep({ data, event }: Part) {
  const { t } = useWords()
  const reports = useReports(event.id, data.may.includes('settlement.read'))
  if (event.stage === 'basis' || event.stage === 'roll')
    return <StateEmpty fact={t(reportTexts.none)} fill={t(reportTexts.noneNext)} />
  return (
    <Fetched
      from={reports}
      what={t(reportTexts.list)}
      rows={8}
      columns="120px 140px 1fr 80px"
      isEmpty={({ rows }) => rows.length === 0}
      empty={<StateEmpty fact={t(reportTexts.none)} fill={t(reportTexts.noneNext)} />}
    >
      {({ rows }) => <Listed data={data} event={event} rows={rows} />}
    </Fetched>
  )
}

function Listed({ data, event, rows }: Part & { readonly rows: readonly ReportRow[] }) {
  const { t, names } = useWords()
  const { account } = useSession()
  const [show, setShow] = useState<Show>('all')
  const waiting = rows.filter(isWaiting)
  const unchecked = rows.filter(isUnchecked)
  const shown = { all: rows, waiting, unchecked }[show]
  const submitted = rows.filter(({ state }) => state === 'submitted')
  const first = data.may.includes('duty-report.check')
    ? submitted.find(({ memberId }) => memberId !== account.memberId)
    : undefined
  return (
    <>
      <p className="s t2">
        {t(reportTexts.sums, {
          owed: rows.filter(({ owed }) => owed).length,
          inside: rows.filter(isIn).length,
          checked: rows.filter(({ state }) => state === 'checked').length,
        })}
      </p>
      {waiting.length > 0 && (
        <p className="s ochre">{t(reportTexts.missing, { names: names(waiting.map(({ name }) => name)) })}</p>
      )}
      {submitted.length > 0 && (
        <p className="s">{t(reportTexts.toCheck, { names: names(submitted.map(({ name }) => name)) })}</p>
      )}
      {first !== undefined && (
        <div className="acts apr-after">
          <ButtonLink act href={`/appraisals/${event.id}/reports/${first.memberId}`}>
            {t(reportTexts.checkOf, { name: first.name })}
          </ButtonLink>
        </div>
      )}
      <div className="apr-bar">
        <Segmented
          label={t(reportTexts.show)}
          value={show}
          onValue={setShow}
          choices={[
            { value: 'all', label: `${t(reportTexts.all)} ${rows.length}` },
            { value: 'waiting', label: `${t(reportTexts.waiting)} ${waiting.length}` },
            { value: 'unchecked', label: `${t(reportTexts.unchecked)} ${unchecked.length}` },
          ]}
        />
      </div>
      <Table data={data} event={event} rows={shown} />
    </>
  )
}

function Table({ data, event, rows }: Part & { readonly rows: readonly ReportRow[] }) {
  const { t } = useWords()
  const mayTake = data.may.includes('appraisal.take-down')
  const isTime = ['dutyReports', 'self', 'peers'].includes(event.stage)
  return (
    <table className="tbl compact">
      <thead>
        <tr>
          <th>{t(reportTexts.name)}</th>
          <th>{t(reportTexts.state)}</th>
          <th>{t(reportTexts.questions)}</th>
          <th>{t(reportTexts.phone)}</th>
          <th />
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const path = `/appraisals/${event.id}/reports/${row.memberId}`
          const takes = mayTake && isTime && !isIn(row)
          return (
            <tr key={row.memberId}>
              <td className="nw">
                <Link href={path} className="apr-name">
                  {row.name}
                </Link>
              </td>
              <td>
                <State row={row} />
              </td>
              <td className={row.openQuestions === 0 ? 't3' : 'ochre'}>
                {row.openQuestions === 0 ? '' : row.openQuestions}
              </td>
              <td className="t2">{t(row.hasPhone ? reportTexts.hasPhone : reportTexts.noPhone)}</td>
              <td className="num">
                <ButtonLink plain small href={path}>
                  {t(takes ? reportTexts.take : reportTexts.open)}
                  <span className="sr"> {row.name}</span>
                </ButtonLink>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function State({ row }: { readonly row: ReportRow }) {
  const { t } = useWords()
  if (row.state !== null) return <Tag tone={reportTones[row.state]}>{t(reportStateTexts[row.state])}</Tag>
  return <span className="t3">{t(row.owed ? reportTexts.notIn : reportTexts.notOwed)}</span>
}
