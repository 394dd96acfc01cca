import { Link } from 'wouter'
import { Tag } from '../shared/kit/Tag.tsx'
import { useText } from '../shared/texts.ts'
import type { BoardRow } from './hooks.ts'
import { noticeLabels } from './labels.ts'
import { DaySegments, useTermWords } from './Term.shared.tsx'

/** Notices on the own board: those that hang with the days of their term, then those that are over. */
export function BoardRows({ rows }: { readonly rows: readonly BoardRow[] }) {
  const t = useText()
  const now = rows.filter(({ isShown }) => isShown)
  const past = rows.filter(({ isShown }) => !isShown)
  return (
    <>
      {now.length > 0 && (
        <section className="card rows" aria-label={t(noticeLabels.boardNow)}>
          {now.map((row) => (
            <Row key={row.id} row={row} />
          ))}
        </section>
      )}
      {past.length > 0 && (
        <>
          <h2 className="s t2 over">{t(noticeLabels.boardPast)}</h2>
          <section className="card rows">
            {past.map((row) => (
              <Row key={row.id} row={row} />
            ))}
          </section>
        </>
      )}
    </>
  )
}

function Row({ row }: { readonly row: BoardRow }) {
  const t = useText()
  const term = useTermWords()
  return (
    <Link href={`/notices/${row.id}`} className="thing block board-row">
      <span className="b block">
        {row.title}
        {row.isListed && row.isShown && (
          <>
            {' '}
            <Tag tight>{t(noticeLabels.boardListed)}</Tag>
          </>
        )}
      </span>
      <span className="s t2 block">{row.orgName}</span>
      {row.isShown && <DaySegments workingDays={row.workingDays} day={row.day} />}
      <span className="s t2 block">{term(row)}</span>
      {row.result !== null && (
        <span className="s block">{t(noticeLabels.result, { result: row.result })}</span>
      )}
    </Link>
  )
}
