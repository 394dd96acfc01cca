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
  short = false,
}: {
  readonly columns: readonly ListColumn[]
  readonly rows: readonly ListRow[]
  readonly note: ReactNode
  readonly most?: number
  /** Only the columns that stand out, where the letters are large. */
  readonly short?: boolean
}) {
  const t = useText()
  const [all, setAll] = useState(rows.length <= most + 2)
  const strong = columns.flatMap((column, at) => (column.strong ? [at] : []))
  const places = short && strong.length > 0 ? strong : columns.map((_, at) => at)
  const shown = all ? rows : rows.filter((row, place) => place < most || row.isMine)
  return (
    <div className="notice-list">
      <div className="notice-scroll" role="region" tabIndex={0} aria-label={t(noticeLabels.title)}>
        <table className="tbl">
          <thead>
            <tr>
              <th>{t(noticeLabels.name)}</th>
              {places.map((at) => {
                const column = columns[at]
                return column ? (
                  <th key={at} className={isFigures(column) ? 'num' : undefined}>
                    {column.label}
                  </th>
                ) : null
              })}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <Row key={row.rowNo} row={row} columns={columns} places={places} />
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

type RowProps = {
  readonly row: ListRow
  readonly columns: readonly ListColumn[]
  readonly places: readonly number[]
}

function Row({ row, columns, places }: RowProps) {
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
      {places.map((at) => {
        const column = columns[at]
        return column ? (
          <td key={at} className={`${isFigures(column) ? 'num ' : ''}${column.strong ? 'b' : 't2'}`}>
            {cellText(row.cells[at], column.kind)}
          </td>
        ) : null
      })}
    </tr>
  )
}
