import { useState } from 'react'
import { Link } from 'wouter'
import { ButtonLink } from '../shared/kit/Button.tsx'
import { Segmented } from '../shared/kit/fields.tsx'
import { Pager } from '../shared/kit/Pager.tsx'
import { Fetched, StateEmpty } from '../shared/kit/states.tsx'
import { OutboxList } from '../shared/outbox/OutboxList.tsx'
import { useOutboxItems } from '../shared/outbox/use-outbox.ts'
import { useText } from '../shared/texts.ts'
import { StateTag, useAmount } from './ClaimParts.shared.tsx'
import type { MineRow } from './hooks.ts'
import { LIST_SIZE, plain, useDay, useMine, useTitleOf } from './hooks.ts'
import { claimLabels, levelTexts } from './labels.ts'
import { sendingRefusals } from './labels-refusal.ts'
import { mineLabels, reportLabels } from './labels-report.ts'
import './Claims.css'

type Show = 'open' | 'decided' | 'all'

/** 我报的事: what waits to be sent, what the branch has, what it said. */
export function MyDeedsPage() {
  const t = useText()
  const [show, setShow] = useState<Show>('open')
  const [first, setFirst] = useState(0)
  const mine = useMine(show, first)
  const waiting = useOutboxItems().filter(({ command }) => command === 'claim.submit')
  const pick = (next: Show) => {
    setShow(next)
    setFirst(0)
  }
  return (
    <>
      <OutboxList items={waiting} refusals={sendingRefusals} path="/waiting" />
      <div className="deeds-filter">
        <Segmented
          label={t(mineLabels.title)}
          value={show}
          onValue={pick}
          choices={(['open', 'decided', 'all'] as const).map((value) => ({
            value,
            label: `${t(mineLabels[value])}${mine.data ? ` ${mine.data.counts[value]}` : ''}`,
          }))}
        />
      </div>
      <Fetched
        from={mine}
        what={t(mineLabels.title)}
        columns="1fr 60px"
        isEmpty={(data) => data.total === 0}
        empty={
          <section className="card pad">
            <StateEmpty
              fact={t(show === 'open' ? mineLabels.emptyOpen : mineLabels.empty)}
              fill={t(mineLabels.emptyNext)}
            />
          </section>
        }
      >
        {(data) => (
          <>
            <section className="card rows" aria-label={t(mineLabels.title)}>
              {data.rows.map((row) => (
                <Row key={row.id} row={row} />
              ))}
            </section>
            {data.total > LIST_SIZE && (
              <Pager first={first} size={LIST_SIZE} total={data.total} onFirst={setFirst} />
            )}
          </>
        )}
      </Fetched>
      <div className="foot">
        <ButtonLink href="/report" wide>
          {t(reportLabels.title)}
        </ButtonLink>
      </div>
    </>
  )
}

function Row({ row }: { readonly row: MineRow }) {
  const t = useText()
  const day = useDay()
  const title = useTitleOf()(row)
  const amount = useAmount()(row)
  return (
    <Link href={`/my-deeds/${row.id}`} className="thing block">
      <span className="between deed-head">
        <span>{title}</span>
        <StateTag state={row.state} />
      </span>
      <span className="block s t2">
        {day(row.deedOn)} · {amount}
        {row.credited !== null && <> · {t(mineLabels.credited, { points: plain(row.credited) })}</>}
      </span>
      <Says row={row} />
    </Link>
  )
}

/** The one line that matters now: what is asked, why it came back, or where it waits. */
function Says({ row }: { readonly row: MineRow }) {
  const t = useText()
  const day = useDay()
  if (row.asks !== null) {
    return (
      <span className="block s ochre">
        {t(row.asks === 'complete' ? mineLabels.asksComplete : mineLabels.asksConfirm)}
        {row.asks === 'complete' && row.reason !== null && <span className="t2">：{row.reason}</span>}
      </span>
    )
  }
  if (row.state === 'submitted' && row.decideByOn !== null) {
    return (
      <span className="block s t3">
        {t(mineLabels.waitsAt, { level: t(levelTexts[row.level]), day: day(row.decideByOn) })}
      </span>
    )
  }
  if (row.reason === null || row.reason === '') return null
  return (
    <span className="block s t2">
      {t(claimLabels.reasonOf, { by: row.decidedBy ?? '', reason: row.reason })}
    </span>
  )
}
