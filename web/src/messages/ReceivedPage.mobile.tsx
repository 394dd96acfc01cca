import { useState } from 'react'
import { Link, useParams } from 'wouter'
import { dayOfInstant, useToday } from '../shared/clock.ts'
import { formatDay } from '../shared/formats.ts'
import { ButtonLink } from '../shared/kit/Button.tsx'
import { Pager } from '../shared/kit/Pager.tsx'
import { Fetched } from '../shared/kit/states.tsx'
import { useMay } from '../shared/session.ts'
import { useLanguage, useText } from '../shared/texts.ts'
import type { ReceivedRow } from './hooks.ts'
import { LIST_SIZE, useInbox, useReceived } from './hooks.ts'
import { messageLabels } from './labels.ts'
import { MessageInFull, NothingReceived, ReceivedState } from './Received.shared.tsx'

/** 通知: those received; who sends finds the way to the sent ones. */
export function ReceivedListPage() {
  const t = useText()
  const may = useMay()
  const [first, setFirst] = useState(0)
  const inbox = useInbox(first)
  return (
    <>
      {may('message.read-delivery') && (
        <div className="two-ways">
          <ButtonLink href="/messages/sent" icon="people" wide>
            {t(messageLabels.sent)}
          </ButtonLink>
          {may('message.send') && (
            <ButtonLink href="/messages/sent/new" icon="send" wide>
              {t(messageLabels.send)}
            </ButtonLink>
          )}
        </div>
      )}
      <Fetched
        from={inbox}
        what={t(messageLabels.received)}
        isEmpty={(data) => data.total === 0}
        empty={
          <section className="card pad">
            <NothingReceived />
          </section>
        }
      >
        {(data) => (
          <>
            <section className="card rows" aria-label={t(messageLabels.received)}>
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
    </>
  )
}

function Row({ row }: { readonly row: ReceivedRow }) {
  const [language] = useLanguage()
  const today = useToday()
  return (
    <Link href={`/messages/${row.id}`} className="thing block">
      <span className="between">
        <span className={row.readAt === null ? 'b' : undefined}>{row.title}</span>
        <span className="s t3 nw">{formatDay(dayOfInstant(row.deliverAt), language, today)}</span>
      </span>
      <span className="block s t2 ell">{row.start}</span>
      <ReceivedState row={row} />
    </Link>
  )
}

/** One notice. */
export function ReceivedPage() {
  const t = useText()
  const { messageId = '' } = useParams()
  const found = useReceived(messageId)
  return (
    <Fetched from={found} what={t(messageLabels.notice)} columns="1fr">
      {(message) => (
        <section className="card pad">
          <MessageInFull message={message} />
        </section>
      )}
    </Fetched>
  )
}
