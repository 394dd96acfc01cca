import { Link } from 'wouter'
import { formatPoints } from '../shared/formats.ts'
import { Tag } from '../shared/kit/Tag.tsx'
import { useText } from '../shared/texts.ts'
import type { MonthTable, MonthTableRow } from './hooks-month.ts'
import { monthTexts } from './labels-month.ts'

export const columns = ['duty', 'pledgesAndTasks', 'serviceAndExample', 'bonus', 'deductions'] as const
export type Column = (typeof columns)[number]
/** Whose lines are looked at; null: all of the month. */
export type Opened = { readonly memberId: string; readonly name: string; readonly term: Column | null }

type RowsProps = {
  readonly table: MonthTable
  readonly opened: Opened | undefined
  readonly onOpen: (opened: Opened) => void
}

/** The month by name, never by points; each figure opens its lines. */
export function MonthTableRows({ table, opened, onOpen }: RowsProps) {
  const t = useText()
  return (
    <table className="tbl compact month-table">
      <thead>
        <tr>
          <th>{t(monthTexts.name)}</th>
          {columns.map((column) => (
            <th key={column} className="num">
              {t(monthTexts[column])}
            </th>
          ))}
          <th className="num">{t(monthTexts.total)}</th>
          <th className="num">{t(monthTexts.yearTotal)}</th>
          <th />
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row) => (
          <Row key={row.memberId} row={row} opened={opened} onOpen={onOpen} year={table.month.slice(0, 4)} />
        ))}
        <tr className="end">
          <td>{t(monthTexts.sum, { count: table.rows.length, lines: table.totals.lines })}</td>
          {columns.map((column) => (
            <td key={column} className="num">
              {formatPoints(table.totals[column])}
            </td>
          ))}
          <td className="num b">{formatPoints(table.totals.total)}</td>
          <td />
          <td />
        </tr>
      </tbody>
    </table>
  )
}

type RowProps = Omit<RowsProps, 'table'> & { readonly row: MonthTableRow; readonly year: string }

function Row({ row, opened, onOpen, year }: RowProps) {
  const t = useText()
  const { memberId, name } = row
  const figure = (term: Column | null, label: string, points: number) => (
    <button
      type="button"
      className="figure"
      aria-label={t(monthTexts.openFigure, { name, term: label, points: formatPoints(points) })}
      onClick={() => onOpen({ memberId, name, term })}
    >
      {formatPoints(points)}
    </button>
  )
  return (
    <tr className={opened?.memberId === memberId ? 'on' : undefined}>
      <td className="nw">
        <Link href={`/members/${memberId}/year?year=${year}`}>{name}</Link>
      </td>
      {columns.map((column) => (
        <td key={column} className={row[column] === 0 ? 'num t3' : 'num'}>
          {row[column] === 0 ? '0' : figure(column, t(monthTexts[column]), row[column])}
        </td>
      ))}
      <td className="num b">{figure(null, t(monthTexts.total), row.total)}</td>
      <td className="num t2">{formatPoints(row.yearTotal)}</td>
      <td className="month-marks">
        {row.undecided > 0 && (
          <Tag tone="ochre" tight>
            {t(monthTexts.undecided, { count: row.undecided })}
          </Tag>
        )}
        {row.disputed > 0 && (
          <Tag tone="ochre" tight>
            {t(monthTexts.disputed, { count: row.disputed })}
          </Tag>
        )}
        {row.cappedAway > 0 && (
          <span className="c t3">{t(monthTexts.capped, { points: formatPoints(row.cappedAway) })}</span>
        )}
      </td>
    </tr>
  )
}
