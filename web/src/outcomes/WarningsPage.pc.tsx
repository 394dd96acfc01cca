import { useState } from 'react'
import { Link } from 'wouter'
import { ButtonLink } from '../shared/kit/Button.tsx'
import { Segmented } from '../shared/kit/fields.tsx'
import { Pager } from '../shared/kit/Pager.tsx'
import { Fetched, StateEmpty } from '../shared/kit/states.tsx'
import { Tag } from '../shared/kit/Tag.tsx'
import { useText } from '../shared/texts.ts'
import type { WarningLine, WarningShow } from './hooks-warning.ts'
import { numberWords, PAGE_SIZE, useDays, useWarnings } from './hooks-warning.ts'
import { warningLabels, warningShowTexts } from './labels-warning.ts'
import { WarningTag } from './WarningParts.shared.tsx'
import { OutcomeTabs } from './OutcomeTabs.pc.tsx'
import './Warnings.css'

const SHOWS = ['running', 'measured', 'changed', 'lifted', 'all'] as const

/** 预警: those whose day comes first on top; by name, in no order of people. */
export function WarningsPage() {
  const t = useText()
  const [show, setShow] = useState<WarningShow>('running')
  const [first, setFirst] = useState(0)
  const list = useWarnings(show, first)
  const { data } = list
  const countOf = (value: (typeof SHOWS)[number]) => {
    if (data === undefined) return ''
    const { drafted, noticed, talked, measured, changed, lifted } = data.counts
    const running = drafted + noticed + talked
    const all = running + measured + changed + lifted
    return ` ${{ running, all, measured, changed, lifted }[value]}`
  }
  return (
    <div className="outcome-page">
      <OutcomeTabs />
      <div className="between">
        <h1 className="ph1">{t(warningLabels.title)}</h1>
        {data?.mayDraft && (
          <ButtonLink href="/outcomes/warnings/new" icon="plus">
            {t(warningLabels.draft)}
          </ButtonLink>
        )}
      </div>
      <p className="s t2">{t(warningLabels.intro)}</p>
      <Segmented
        label={t(warningLabels.show)}
        value={show}
        onValue={(next) => {
          setShow(next)
          setFirst(0)
        }}
        choices={SHOWS.map((value) => ({ value, label: `${t(warningShowTexts[value])}${countOf(value)}` }))}
      />
      <Fetched
        from={list}
        what={t(warningLabels.title)}
        columns="160px 1fr 120px 120px"
        isEmpty={(found) => found.rows.length === 0}
        empty={<StateEmpty fact={t(warningLabels.empty)} fill={t(warningLabels.emptyNext)} />}
      >
        {(found) => (
          <>
            <table className="tbl outcome-table">
              <thead>
                <tr>
                  <th>{t(warningLabels.member)}</th>
                  <th>{t(warningLabels.number)}</th>
                  <th>{t(warningLabels.state)}</th>
                  <th>{t(warningLabels.by)}</th>
                </tr>
              </thead>
              <tbody>
                {found.rows.map((row) => (
                  <Row key={row.id} row={row} />
                ))}
              </tbody>
            </table>
            {found.total > PAGE_SIZE && (
              <Pager first={first} size={PAGE_SIZE} total={found.total} onFirst={setFirst} />
            )}
          </>
        )}
      </Fetched>
    </div>
  )
}

function Row({ row }: { readonly row: WarningLine }) {
  const t = useText()
  const { day } = useDays()
  const isOpen = row.state === 'noticed' || row.state === 'talked'
  return (
    <tr>
      <td>
        <Link href={`/outcomes/warnings/${row.id}`} className="block">
          <span className="b">{row.memberName}</span>
          <span className="block s t2">{row.orgName}</span>
        </Link>
      </td>
      <td className="t2">{numberWords(row.number)}</td>
      <td>
        <span className="acts">
          <WarningTag state={row.state} />
          {row.disputed && <Tag tone="ochre">{t(warningLabels.disputed)}</Tag>}
          {isOpen && row.answered && <Tag tone="line">{t(warningLabels.answered)}</Tag>}
        </span>
        {row.state === 'noticed' && row.noTalkFor !== null && (
          <span className="block s t2">{t(warningLabels.noTalk, { reason: row.noTalkFor })}</span>
        )}
      </td>
      <td className={isOpen && row.isChangeDue ? 'nw ochre' : 'nw t2'}>{day(row.changeBy)}</td>
    </tr>
  )
}
