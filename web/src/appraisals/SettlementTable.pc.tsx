import type { KeyboardEvent } from 'react'
import { Fragment } from 'react'
import { formatPoints } from '../shared/formats.ts'
import { type Event, type RollLine, useRoll, useWords } from './hooks-event.ts'
import { type Ballot, grades, mostOf, type Table, type TableRow } from './hooks-settlement.ts'
import { gradeTexts, shortGradeTexts } from './labels-ballot.ts'
import { reasonTexts } from './labels-roll.ts'
import { settlementTexts } from './labels-settlement.ts'

type TableProps = {
  readonly event: Event
  readonly table: Table
  readonly memberId: string | undefined
  readonly onMember: (memberId: string | undefined) => void
}

const marks = [...grades, 'abstained'] as const

/** By name, never by points; points, both ballots and the grade side by side. Arrows move, Enter opens. */
export function SettlementTable({ event, table, memberId, onMember }: TableProps) {
  const { t } = useWords()
  const roll = useRoll(event.id).data?.rows
  const byMember = new Map(table.rows.map((row) => [row.memberId, row]))
  // Members without grade stand in their place by name; until the roll is there only the graded ones do.
  const lines: readonly (TableRow | RollLine)[] =
    roll === undefined
      ? table.rows
      : roll.flatMap((line): (TableRow | RollLine)[] => {
          const row = byMember.get(line.memberId)
          return row !== undefined ? [row] : line.place === 'withoutGrade' ? [line] : []
        })
  return (
    <div className="apr-wide">
      <table className="tbl compact apr-ballots apr-table">
        <thead>
          <tr>
            <th rowSpan={2}>{t(settlementTexts.name)}</th>
            <th colSpan={2} className="apr-group" scope="colgroup">
              {t(settlementTexts.points)}
            </th>
            <th colSpan={marks.length} className="apr-group" scope="colgroup">
              {t(settlementTexts.membersBallot)}
            </th>
            <th colSpan={marks.length} className="apr-group" scope="colgroup">
              {t(settlementTexts.massesBallot)}
            </th>
            <th rowSpan={2} className="apr-gap">
              {t(settlementTexts.grade)}
            </th>
          </tr>
          <tr>
            <th className="num">{t(settlementTexts.yearEnd)}</th>
            <th>{t(settlementTexts.proposal)}</th>
            {['members', 'masses'].map((paper) => (
              <Fragment key={paper}>
                {marks.map((mark) => (
                  <th key={mark} className="num">
                    {t(shortGradeTexts[mark])}
                  </th>
                ))}
              </Fragment>
            ))}
          </tr>
        </thead>
        <tbody onKeyDown={moveInTable}>
          {lines.map((line) =>
            'result' in line ? (
              <Row key={line.memberId} row={line} isOn={line.memberId === memberId} onOpen={onMember} />
            ) : (
              <WithoutGrade key={line.memberId} line={line} />
            ),
          )}
        </tbody>
      </table>
    </div>
  )
}

/** Arrow keys go from name to name; Enter opens. */
function moveInTable(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step === undefined) return
  event.preventDefault()
  const names = [...event.currentTarget.querySelectorAll<HTMLElement>('.apr-name')]
  const at = names.findIndex((name) => name === document.activeElement)
  names[Math.min(names.length - 1, Math.max(0, at + step))]?.focus()
}

function WithoutGrade({ line }: { readonly line: RollLine }) {
  const { t } = useWords()
  const reason = t(reasonTexts[line.reason], { host: '', home: '', body: '', number: '', on: '' })
  return (
    <tr>
      <td className="nw">{line.name}</td>
      <td colSpan={2 + marks.length * 2} className="t3">
        {t(settlementTexts.withoutGrade, { reason })}
      </td>
      <td className="t3 apr-gap">{t(settlementTexts.none)}</td>
    </tr>
  )
}

type RowProps = {
  readonly row: TableRow
  readonly isOn: boolean
  readonly onOpen: (memberId: string) => void
}

function Row({ row, isOn, onOpen }: RowProps) {
  const { t } = useWords()
  const { memberId, name, settled, proposal, result, scored, isMine } = row
  return (
    <tr className={isOn ? 'on' : undefined} onClick={() => onOpen(memberId)}>
      <td className="nw">
        <button type="button" className="apr-name" onClick={() => onOpen(memberId)}>
          {name}
        </button>
      </td>
      <td className={scored ? 'num' : 'num t3 nw'}>
        {scored ? formatPoints(result.score) : t(settlementTexts.notScored)}
      </td>
      <td className="t2 nw">{proposal === null ? '' : t(gradeTexts[proposal])}</td>
      <Marks ballot={row.membersBallot} />
      <Marks ballot={row.massesBallot} />
      <td className="nw apr-gap">
        {settled === null ? (
          <span className="t3">{t(isMine ? settlementTexts.mine : settlementTexts.toGrade)}</span>
        ) : (
          <>
            {t(gradeTexts[settled.grade])}
            {settled.differs && <span className="c ochre"> {t(settlementTexts.differs)}</span>}
          </>
        )}
      </td>
    </tr>
  )
}

function Marks({ ballot }: { readonly ballot: Ballot }) {
  const most = mostOf(ballot)
  return marks.map((mark) => {
    const count = mark === 'abstained' ? ballot.abstained : ballot.counts[mark]
    return (
      <td key={mark} className={mark === most ? 'num b' : 'num t3'}>
        {count}
      </td>
    )
  })
}
