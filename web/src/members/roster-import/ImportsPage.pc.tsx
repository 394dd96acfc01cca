import { useState } from 'react'
import { Link, useLocation, useParams } from 'wouter'
import { formatNumber } from '../../shared/formats.ts'
import { ButtonLink } from '../../shared/kit/Button.tsx'
import { Columns } from '../../shared/kit/layers.tsx'
import { Pager } from '../../shared/kit/Pager.tsx'
import { Fetched, StateEmpty } from '../../shared/kit/states.tsx'
import { useText } from '../../shared/texts.ts'
import type { ImportSummary } from './hooks.ts'
import { useImports } from './hooks.ts'
import { ImportDrawer } from './ImportDrawer.pc.tsx'
import { StateTag, useWhen } from './ImportState.pc.tsx'
import { listTexts } from './labels.ts'
import './Import.css'

const SIZE = 30

/** /import and /import/:importId: every import in sight, newest first, one of them open beside the list. */
export function ImportsPage() {
  const t = useText()
  const { importId } = useParams<{ importId?: string }>()
  const [, navigate] = useLocation()
  const [first, setFirst] = useState(0)
  const found = useImports(null, first, SIZE)
  return (
    <Columns
      drawer={
        importId !== undefined && (
          <ImportDrawer
            key={importId}
            importId={importId}
            onImport={(id) => navigate(`/import/${id}`)}
            onClose={() => navigate('/import')}
          />
        )
      }
    >
      <div className="import-page">
        <div className="between">
          <h1 className="ph1">{t(listTexts.title)}</h1>
          <ButtonLink href="/members">{t(listTexts.toRoster)}</ButtonLink>
        </div>
        <p className="s t2">{t(listTexts.tell)}</p>
        <Fetched
          from={found}
          what={t(listTexts.title)}
          rows={6}
          columns="1fr 120px 80px 120px"
          isEmpty={({ total }) => total === 0}
          empty={<StateEmpty fact={t(listTexts.empty)} fill={t(listTexts.emptyNext)} />}
        >
          {({ rows, total }) => (
            <>
              <ImportsTable rows={rows} openId={importId} />
              {total > SIZE && <Pager first={first} size={SIZE} total={total} onFirst={setFirst} />}
            </>
          )}
        </Fetched>
      </div>
    </Columns>
  )
}

type TableProps = { readonly rows: readonly ImportSummary[]; readonly openId: string | undefined }

function ImportsTable({ rows, openId }: TableProps) {
  const t = useText()
  const when = useWhen()
  return (
    <div className="import-table">
      <table className="tbl compact">
        <thead>
          <tr>
            <th>{t(listTexts.file)}</th>
            <th>{t(listTexts.org)}</th>
            <th>{t(listTexts.state)}</th>
            <th className="num">{t(listTexts.rows)}</th>
            <th className="num">{t(listTexts.inserted)}</th>
            <th className="num">{t(listTexts.updated)}</th>
            <th className="num">{t(listTexts.left)}</th>
            <th>{t(listTexts.who)}</th>
            <th>{t(listTexts.when)}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const isWritten = row.state === 'applied' || row.state === 'undone'
            const figure = (value: number) => (isWritten ? formatNumber(value) : '')
            return (
              <tr key={row.id} className={row.id === openId ? 'on' : undefined}>
                <td>
                  <Link href={`/import/${row.id}`} className="link">
                    {row.fileName}
                  </Link>
                </td>
                <td className="t2 nw">{row.orgName}</td>
                <td>
                  <StateTag summary={row} />
                </td>
                <td className="num">{row.rowCount > 0 && formatNumber(row.rowCount)}</td>
                <td className="num">{figure(row.inserted)}</td>
                <td className="num">{figure(row.updated)}</td>
                <td className="num">{figure(row.left)}</td>
                <td className="nw">{row.startedBy}</td>
                <td className="t2 nw">{when(row.startedAt)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
