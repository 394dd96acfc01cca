import { useState } from 'react'
import { Link } from 'wouter'
import { dayOfInstant, useToday } from '../shared/clock.ts'
import { formatDay, formatNumber } from '../shared/formats.ts'
import { IconButton } from '../shared/kit/Button.tsx'
import { Segmented } from '../shared/kit/fields.tsx'
import { Pager } from '../shared/kit/Pager.tsx'
import { Fetched, StateEmpty } from '../shared/kit/states.tsx'
import { Tag } from '../shared/kit/Tag.tsx'
import { useLanguage, useText } from '../shared/texts.ts'
import type { MonthList, MonthListRow, Show } from './hooks-month.ts'
import { MONTHS_SIZE, monthFrom, useMonths, useMonthWords } from './hooks-month.ts'
import { listTexts, monthTexts, stateTexts } from './labels-month.ts'
import { Sweep } from './Sweep.pc.tsx'
import './Month.css'

type MonthsPageProps = {
  readonly orgId: string | null
  readonly month: string | null
  readonly onMonth: (month: string) => void
}

/** Where the months of the branches below stand, in the order of the organisations. */
export function MonthsPage({ orgId, month, onMonth }: MonthsPageProps) {
  const t = useText()
  const [show, setShow] = useState<Show>('all')
  const [first, setFirst] = useState(0)
  const found = useMonths(orgId, month, show, first)
  const change = (next: Show) => {
    setShow(next)
    setFirst(0)
  }
  return (
    <div className="months-page">
      <Fetched from={found} what={t(listTexts.what)} rows={8} columns="1fr 120px 60px 60px 60px">
        {(data) => (
          <>
            <Head data={data} onMonth={onMonth} />
            <div className="months-bar">
              <Filter data={data} show={show} onShow={change} />
              <span className="c t3">{t(listTexts.order)}</span>
            </div>
            <Sweep orgId={orgId} data={data} onLate={() => change('late')} />
            {data.rows.length === 0 ? (
              <StateEmpty fact={t(listTexts.none)} fill={t(listTexts.noneNext)} />
            ) : (
              <Table data={data} />
            )}
            {data.total > MONTHS_SIZE && (
              <Pager first={first} size={MONTHS_SIZE} total={data.total} onFirst={setFirst} />
            )}
          </>
        )}
      </Fetched>
    </div>
  )
}

type HeadProps = { readonly data: MonthList; readonly onMonth: (month: string) => void }

function Head({ data, onMonth }: HeadProps) {
  const t = useText()
  const [language] = useLanguage()
  const today = useToday()
  const words = useMonthWords()
  const isLatest = data.month >= today.slice(0, 7)
  return (
    <header className="months-head">
      <h1 className="ph1">{t(listTexts.title, { month: words(data.month) })}</h1>
      <span className="row">
        <IconButton
          name="left"
          label={t(listTexts.before)}
          onClick={() => onMonth(monthFrom(data.month, -1))}
        />
        {!isLatest && (
          <IconButton
            name="right"
            label={t(listTexts.after)}
            onClick={() => onMonth(monthFrom(data.month, 1))}
          />
        )}
      </span>
      <span className="s t2">
        {t(today > data.dueOn ? monthTexts.wasDueOn : monthTexts.dueOn, {
          day: formatDay(data.dueOn, language, today),
        })}
      </span>
    </header>
  )
}

const shows: readonly Show[] = ['all', 'late', 'open', 'reviewing', 'publishing', 'closed']

type FilterProps = { readonly data: MonthList; readonly show: Show; readonly onShow: (show: Show) => void }

function Filter({ data, show, onShow }: FilterProps) {
  const t = useText()
  return (
    <Segmented
      label={t(listTexts.filter)}
      value={show}
      onValue={onShow}
      choices={shows.map((value) => ({
        value,
        label: t(listTexts.count, {
          name: t(value === 'all' ? listTexts.all : value === 'late' ? listTexts.late : stateTexts[value]),
          count: formatNumber(data.counts[value]),
        }),
      }))}
    />
  )
}

function Table({ data }: { readonly data: MonthList }) {
  const t = useText()
  return (
    <table className="tbl">
      <thead>
        <tr>
          <th>{t(listTexts.branch)}</th>
          <th>{t(listTexts.state)}</th>
          <th className="num">{t(listTexts.members)}</th>
          <th className="num">{t(listTexts.lines)}</th>
          <th className="num">{t(listTexts.undecided)}</th>
          <th className="num">{t(listTexts.noticeEnds)}</th>
          <th className="num">{t(listTexts.changed)}</th>
        </tr>
      </thead>
      <tbody>
        {data.rows.map((row) => (
          <Row key={row.orgId} row={row} month={data.month} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ row, month }: { readonly row: MonthListRow; readonly month: string }) {
  const t = useText()
  const [language] = useLanguage()
  const today = useToday()
  const day = (date: string) => formatDay(date, language, today)
  return (
    <tr>
      <td>
        <Link href={`/points/branches/${row.orgId}?month=${month}`} className="block">
          {row.orgName}
          <span className="block c t3">{row.above}</span>
        </Link>
      </td>
      <td className="nw">
        <Tag tone={row.state === 'publishing' ? 'indigo' : row.state === 'closed' ? 'pine' : 'plain'}>
          {t(stateTexts[row.state])}
        </Tag>{' '}
        {row.isLate && (
          <Tag tone="ochre" icon="clock">
            {t(monthTexts.late)}
          </Tag>
        )}
      </td>
      <td className="num">{row.members}</td>
      <td className="num">{row.lines}</td>
      <td className={row.undecided === 0 ? 'num t3' : 'num'}>{row.undecided}</td>
      <td className="num t2 nw">{row.noticeEndsOn !== null && day(row.noticeEndsOn)}</td>
      <td className="num t2 nw">{row.changedAt !== null && day(dayOfInstant(row.changedAt))}</td>
    </tr>
  )
}
