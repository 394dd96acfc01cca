import { useToday } from '../shared/clock.ts'
import { yearOf } from '../shared/formats.ts'
import { Fetched, StateEmpty } from '../shared/kit/states.tsx'
import { useText } from '../shared/texts.ts'
import { useBoard } from './hooks.ts'
import { pledgeLabels } from './labels.ts'
import { PledgeCard } from './Mine.shared.tsx'

/** 支部的承诺: what the branch has published, with progress and comments. */
export function BoardPage() {
  const t = useText()
  const year = yearOf(useToday())
  return (
    <Fetched
      from={useBoard(year)}
      what={t(pledgeLabels.board)}
      columns="1fr 80px"
      isEmpty={(data) => data.rows.length === 0}
      empty={
        <div className="card pad">
          <StateEmpty fact={t(pledgeLabels.boardNone, { year })} fill={t(pledgeLabels.boardNoneNext)} />
        </div>
      }
    >
      {(board) => (
        <>
          <p className="s t2 pledge-head">{board.org.name}</p>
          {board.rows.map((pledge) => (
            <PledgeCard key={pledge.id} pledge={pledge} named />
          ))}
        </>
      )}
    </Fetched>
  )
}
