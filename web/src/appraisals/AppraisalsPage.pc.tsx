import { useState } from 'react'
import { Link, useParams } from 'wouter'
import { Segmented } from '../shared/kit/fields.tsx'
import { Pager } from '../shared/kit/Pager.tsx'
import { Fetched, StateEmpty } from '../shared/kit/states.tsx'
import { Tag } from '../shared/kit/Tag.tsx'
import { useSession } from '../shared/session.ts'
import { EventPage } from './EventPage.pc.tsx'
import { LIST_SIZE, type ListRow, type ListShow, useAddress, useList, useWords } from './hooks-event.ts'
import { eventTexts, listTexts, stageTexts, thenTexts } from './labels-event.ts'
import './Appraisals.css'

/** /appraisals: the own branch's appraisal, or where those of the branches below stand. */
export function AppraisalsPage() {
  const { org } = useSession()
  return org?.kind === 'branch' ? <EventPage orgId={org.id} /> : <ListPage />
}

/** /appraisals/branches/:orgId */
export function BranchAppraisalPage() {
  const { orgId = '' } = useParams()
  return <EventPage orgId={orgId} />
}

/** Branches in reach, in the order of the organisations; never ranked. */
function ListPage() {
  const { t } = useWords()
  const { year: asked, thisYear } = useAddress()
  const year = asked ?? thisYear
  const [show, setShow] = useState<ListShow>('all')
  const [first, setFirst] = useState(0)
  const found = useList(year, show, first)
  const choose = (next: ListShow) => {
    setShow(next)
    setFirst(0)
  }
  return (
    <div className="apr apr-list">
      <h1 className="ph1">{t(listTexts.title, { year })}</h1>
      <Fetched from={found} what={t(eventTexts.list)} rows={8} columns="1fr 120px 180px 80px 140px">
        {(data) => (
          <>
            <p className="t2">{t(listTexts.sums, data.counts)}</p>
            <div className="between apr-bar">
              <Segmented
                label={t(listTexts.show)}
                value={show}
                onValue={choose}
                choices={(['all', 'notOpened', 'running', 'closed'] as const).map((value) => ({
                  value,
                  label: `${t(listTexts[value])} ${data.counts[value]}`,
                }))}
              />
              <span className="c t3">{t(listTexts.order)}</span>
            </div>
            {data.rows.length === 0 ? (
              <StateEmpty fact={t(listTexts.none)} fill={t(listTexts.noneNext)} />
            ) : (
              <Rows rows={data.rows} year={year} />
            )}
            {data.total > LIST_SIZE && (
              <Pager first={first} size={LIST_SIZE} total={data.total} onFirst={setFirst} />
            )}
          </>
        )}
      </Fetched>
    </div>
  )
}

function Rows({ rows, year }: { readonly rows: readonly ListRow[]; readonly year: number }) {
  const { t, instant } = useWords()
  return (
    <table className="tbl">
      <thead>
        <tr>
          <th>{t(listTexts.branch)}</th>
          <th>{t(listTexts.stage)}</th>
          <th>{t(listTexts.afterwards)}</th>
          <th className="num">{t(listTexts.graded)}</th>
          <th>{t(listTexts.changed)}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.orgId}>
            <td>
              <Link href={`/appraisals/branches/${row.orgId}?year=${year}`} className="apr-org">
                {row.orgName}
                <span className="block s t2">{row.above}</span>
              </Link>
            </td>
            <td>
              {row.stage === null ? (
                <Tag tone="line">{t(listTexts.notBegun)}</Tag>
              ) : (
                <Tag tone={row.stage === 'closed' ? 'pine' : 'plain'}>{t(stageTexts[row.stage])}</Tag>
              )}
            </td>
            <td className="t2">{row.stage === null ? '' : t(thenTexts[row.stage])}</td>
            <td className="num">{row.graded === 0 ? t(listTexts.nobodyGraded) : row.graded}</td>
            <td className="nw t2">{row.changedAt === null ? '' : instant(row.changedAt)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
