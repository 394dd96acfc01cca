import { useState } from 'react'
import type { ReactNode } from 'react'
import { Icon } from '../shared/kit/Icon.tsx'
import { Tag } from '../shared/kit/Tag.tsx'
import { useText } from '../shared/texts.ts'
import type { Cell, ListColumn } from './hooks.ts'
import { cellText } from './hooks.ts'
import { noticeLabels } from './labels.ts'
import './Notices.css'

export type ListRow = {
  readonly rowNo: number
  readonly name: string
  readonly cells: readonly Cell[]
  readonly isMine?: boolean
  readonly disputed?: boolean
}

/** Whether a column is set as figures. */
export const isFigures = (column: ListColumn) => column.kind !== 'text'

/** The list of a notice, in the order of the sheet. `most` shows so many and a way to the others. */
export function NoticeList({
  columns,
  rows,
  note,
  most = Number.POSITIVE_INFINITY,
}: {
  readonly columns: readonly ListColumn[]
  readonly rows: readonly ListRow[]
  readonly note: ReactNode
  readonly most?: number
}) {
  const t = useText()
  const [all, setAll] = useState(rows.length <= most + 2)
  const shown = all ? rows : rows.filter((row, place) => place < most || row.isMine)
  return (
    <div className="notice-list">
      <div className="notice-scroll" role="region" tabIndex={0} aria-label={t(noticeLabels.title)}>
        <table className="tbl">
          <thead>
            <tr>
              <th>{t(noticeLabels.name)}</th>
              {columns.map((column) => (
                <th key={column.label} className={isFigures(column) ? 'num' : undefined}>
                  {column.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <Row key={row.rowNo} row={row} columns={columns} />
            ))}
          </tbody>
        </table>
      </div>
      <div className="between s t2 notice-list-foot">
        <span>{note}</span>
        {all ? (
          <span className="nw">{t(noticeLabels.people, { count: rows.length })}</span>
        ) : (
          <button type="button" className="more" onClick={() => setAll(true)}>
            {t(noticeLabels.showAll, { count: rows.length })}
            <Icon name="down" />
          </button>
        )}
      </div>
    </div>
  )
}

function Row({ row, columns }: { readonly row: ListRow; readonly columns: readonly ListColumn[] }) {
  const t = useText()
  return (
    <tr className={row.isMine ? 'on' : undefined}>
      <td className="nw">
        {row.name}
        {row.isMine && (
          <>
            {' '}
            <Tag tight>{t(noticeLabels.isMine)}</Tag>
          </>
        )}
        {row.disputed && (
          <>
            {' '}
            <Tag tight tone="ochre">
              {t(noticeLabels.disputed)}
            </Tag>
          </>
        )}
      </td>
      {columns.map((column, place) => (
        <td key={column.label} className={`${isFigures(column) ? 'num ' : ''}${column.strong ? 'b' : 't2'}`}>
          {cellText(row.cells[place], column.kind)}
        </td>
      ))}
    </tr>
  )
}
