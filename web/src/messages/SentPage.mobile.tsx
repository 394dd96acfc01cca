import { useState } from 'react'
import { Link } from 'wouter'
import { Bar } from '../shared/kit/Bar.tsx'
import { ButtonLink } from '../shared/kit/Button.tsx'
import { Pager } from '../shared/kit/Pager.tsx'
import { Fetched, StateEmpty } from '../shared/kit/states.tsx'
import { useMay } from '../shared/session.ts'
import { useText } from '../shared/texts.ts'
import type { SentRow } from './hooks.ts'
import { LIST_SIZE, useInstantWords, useSent } from './hooks.ts'
import { messageLabels } from './labels.ts'
import './Messages.css'

/** 发出的通知, on the phone. */
export function SentPage() {
  const t = useText()
  const may = useMay()
  const [first, setFirst] = useState(0)
  const sent = useSent(first)
  return (
    <>
      <Fetched
        from={sent}
        what={t(messageLabels.sent)}
        isEmpty={(data) => data.total === 0}
        empty={
          <section className="card pad">
            <StateEmpty fact={t(messageLabels.sentEmpty)} fill={t(messageLabels.sentEmptyNext)} />
          </section>
        }
      >
        {(data) => (
          <>
            <section className="card rows" aria-label={t(messageLabels.sent)}>
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
      {may('message.send') && (
        <div className="foot">
          <ButtonLink href="/messages/sent/new" act icon="send" wide>
            {t(messageLabels.send)}
          </ButtonLink>
        </div>
      )}
    </>
  )
}

function Row({ row }: { readonly row: SentRow }) {
  const t = useText()
  const instant = useInstantWords()
  const { counts } = row
  return (
    <Link href={`/messages/sent/${row.id}`} className="thing block">
      <span className="block">{row.title}</span>
      <span className="block s t2">
        {row.fromAbove && <>{t(messageLabels.fromAbove)} · </>}
        {instant(row.sentAt)}
      </span>
      <Bar done={counts.reached} all={counts.recipients} />
    </Link>
  )
}
