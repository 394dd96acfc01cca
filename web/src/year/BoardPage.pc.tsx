import { useState } from 'react'
import { Link, useParams } from 'wouter'
import { formatNumber } from '../shared/formats.ts'
import { Bar } from '../shared/kit/Bar.tsx'
import { ButtonLink } from '../shared/kit/Button.tsx'
import { Segmented } from '../shared/kit/fields.tsx'
import { Pager } from '../shared/kit/Pager.tsx'
import { Fetched, StateEmpty } from '../shared/kit/states.tsx'
import { Tag } from '../shared/kit/Tag.tsx'
import { useSession } from '../shared/session.ts'
import { useText } from '../shared/texts.ts'
import { Acts } from './BoardActs.pc.tsx'
import { BranchPage, YearStep } from './BranchPage.pc.tsx'
import {
  BOARD_SIZE,
  type BelowRow,
  type Board,
  type BoardRow,
  type LinkId,
  type Show,
  useBoard,
  useLoopYear,
} from './hooks.ts'
import { boardTexts, linkTexts, loopTexts, stateTexts } from './labels.ts'
import { LoopLine } from './LoopLine.shared.tsx'
import { useLinkNote } from './Open.shared.tsx'
import './Year.css'

/** /year: the loop of the own branch, or the board of the branches below. */
export function YearPage() {
  const { org } = useSession()
  if (org === null) return null
  return org.kind === 'branch' ? <BranchPage orgId={org.id} /> : <BoardOf orgId={org.id} />
}

/** /year/organisations/:orgId: the same of a committee below. */
export function BelowPage() {
  const { orgId = '' } = useParams()
  return <BoardOf key={orgId} orgId={orgId} />
}

function BoardOf({ orgId }: { readonly orgId: string }) {
  const t = useText()
  const { year } = useLoopYear()
  const [show, setShow] = useState<Show>('all')
  const [first, setFirst] = useState(0)
  const found = useBoard(orgId, year, show, first)
  const change = (next: Show) => {
    setShow(next)
    setFirst(0)
  }
  return (
    <div className="loop-page">
      <Fetched from={found} what={t(boardTexts.what)} rows={8} columns="1fr 140px 140px 140px 140px">
        {(data) => (
          <>
            <Head data={data} />
            <Links data={data} />
            <Acts data={data} orgId={orgId} />
            {hasDepth(data) && show === 'all' && <Below rows={data.below} year={year} />}
            <div className="loop-bar">
              <Filter data={data} show={show} onShow={change} />
              <span className="c t3">{t(boardTexts.order)}</span>
            </div>
            {data.rows.length === 0 ? (
              <StateEmpty fact={t(boardTexts.none)} fill={t(boardTexts.noneNext)} />
            ) : (
              <Rows data={data} />
            )}
            {data.total > BOARD_SIZE && (
              <Pager first={first} size={BOARD_SIZE} total={data.total} onFirst={setFirst} />
            )}
          </>
        )}
      </Fetched>
    </div>
  )
}

// Where nearly everything right below is a branch, the list of branches says it all.
function hasDepth({ below, counts }: Board): boolean {
  return below.length > 1 && counts.branches >= below.length * 2
}

function Head({ data }: { readonly data: Board }) {
  const t = useText()
  const { year, org, counts } = data
  return (
    <header className="loop-head">
      <h1 className="ph1">{t(loopTexts.title, { year })}</h1>
      <YearStep year={year} />
      <span className="s t2 grow">
        {org.name} ·{' '}
        {t(boardTexts.counts, {
          branches: formatNumber(counts.branches),
          closed: formatNumber(counts.closed),
        })}
      </span>
      <ButtonLink small href={`/year/lens/${org.id}?year=${year}`}>
        {t(boardTexts.lensHere)}
      </ButtonLink>
    </header>
  )
}

function Links({ data }: { readonly data: Board }) {
  const t = useText()
  return (
    <LoopLine
      year={data.year}
      links={data.links.map(({ link, branches, complete, signed, open }) => ({
        ...{ link, done: branches > 0 && open === 0, signed: false },
        note: t(boardTexts.linkNote, { complete, signed, open }),
      }))}
    />
  )
}

const linkIds: readonly LinkId[] = ['pledges', 'points', 'appraisal', 'outcomes']

function Below({ rows, year }: { readonly rows: readonly BelowRow[]; readonly year: number }) {
  const t = useText()
  return (
    <table className="tbl compact loop-table">
      <thead>
        <tr>
          <th>{t(boardTexts.unit)}</th>
          <th className="num">{t(boardTexts.people)}</th>
          {linkIds.map((link) => (
            <th key={link}>{t(linkTexts[link])}</th>
          ))}
          <th>{t(boardTexts.closed)}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.orgId}>
            <td>
              <Link href={`/year/organisations/${row.orgId}?year=${year}`} className="block">
                {row.orgName}
              </Link>
            </td>
            <td className="num">{formatNumber(row.members)}</td>
            {linkIds.map((link) => (
              <td key={link}>
                <Bar
                  done={row.done[link]}
                  all={row.branches}
                  label={`${row.orgName} ${t(linkTexts[link])}`}
                />
              </td>
            ))}
            <td>
              <Bar done={row.closed} all={row.branches} label={`${row.orgName} ${t(boardTexts.closed)}`} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type FilterProps = { readonly data: Board; readonly show: Show; readonly onShow: (show: Show) => void }

function Filter({ data, show, onShow }: FilterProps) {
  const t = useText()
  const { counts, links } = data
  return (
    <Segmented
      label={t(boardTexts.filter)}
      value={show}
      onValue={onShow}
      choices={[
        { value: 'all', label: t(boardTexts.all, { count: formatNumber(counts.branches) }) },
        { value: 'open', label: t(boardTexts.open, { count: formatNumber(counts.open) }) },
        { value: 'ready', label: t(boardTexts.ready, { count: formatNumber(counts.ready) }) },
        { value: 'closed', label: t(boardTexts.closedFilter, { count: formatNumber(counts.closed) }) },
        { value: 'disputed', label: t(boardTexts.disputed, { count: formatNumber(counts.disputed) }) },
        ...links.map(({ link, open }) => ({
          value: link,
          label: t(boardTexts.linkOpen, { link: t(linkTexts[link]), count: formatNumber(open) }),
        })),
      ]}
    />
  )
}

function Rows({ data }: { readonly data: Board }) {
  const t = useText()
  return (
    <table className="tbl">
      <thead>
        <tr>
          <th>{t(boardTexts.branch)}</th>
          <th className="num">{t(boardTexts.people)}</th>
          {linkIds.map((link) => (
            <th key={link}>{t(linkTexts[link])}</th>
          ))}
          <th>{t(boardTexts.disputes)}</th>
          <th>{t(boardTexts.state)}</th>
        </tr>
      </thead>
      <tbody>
        {data.rows.map((row) => (
          <Row key={row.orgId} row={row} year={data.year} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ row, year }: { readonly row: BoardRow; readonly year: number }) {
  const t = useText()
  const note = useLinkNote()
  const disputes = row.objectionsOpen + row.appealsOpen + row.toleranceOpen
  return (
    <tr>
      <td>
        <Link href={`/year/branches/${row.orgId}?year=${year}`} className="block">
          {row.orgName}
          <span className="block c t3">{row.above}</span>
        </Link>
      </td>
      <td className="num">{row.members}</td>
      {row.links.map((link) => (
        <td key={link.link} className={link.complete ? 'nw t3' : 'nw'}>
          {note(link)}
        </td>
      ))}
      <td className={disputes === 0 ? 'nw t3' : 'nw'}>
        {disputes === 0 ? t(boardTexts.noDispute) : t(boardTexts.disputeCount, { count: disputes })}
      </td>
      <td className="nw">
        <Tag tone={row.state === 'closed' ? 'pine' : row.state === 'ready' ? 'indigo' : 'plain'}>
          {t(stateTexts[row.state])}
        </Tag>
      </td>
    </tr>
  )
}
