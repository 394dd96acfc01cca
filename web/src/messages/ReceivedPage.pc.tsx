import { useState } from 'react'
import { Link, useParams } from 'wouter'
import { dayOfInstant, useToday } from '../shared/clock.ts'
import { formatDay } from '../shared/formats.ts'
import { Icon } from '../shared/kit/Icon.tsx'
import { Pager } from '../shared/kit/Pager.tsx'
import { Fetched } from '../shared/kit/states.tsx'
import { useLanguage, useText } from '../shared/texts.ts'
import type { ReceivedRow } from './hooks.ts'
import { LIST_SIZE, useInbox, useReceived } from './hooks.ts'
import { messageLabels } from './labels.ts'
import { MessageInFull, NothingReceived, ReceivedState } from './Received.shared.tsx'

/** 收到的通知. */
export function ReceivedListPage() {
  const t = useText()
  const [first, setFirst] = useState(0)
  const inbox = useInbox(first)
  return (
    <div className="messages">
      <h1 className="ph1">{t(messageLabels.received)}</h1>
      <Fetched
        from={inbox}
        what={t(messageLabels.received)}
        columns="1fr 120px 90px"
        isEmpty={(data) => data.total === 0}
        empty={<NothingReceived />}
      >
        {(data) => (
          <>
            <ul className="rows message-rows">
              {data.rows.map((row) => (
                <Row key={row.id} row={row} />
              ))}
            </ul>
            {data.total > LIST_SIZE && (
              <Pager first={first} size={LIST_SIZE} total={data.total} onFirst={setFirst} />
            )}
          </>
        )}
      </Fetched>
    </div>
  )
}

function Row({ row }: { readonly row: ReceivedRow }) {
  const t = useText()
  const [language] = useLanguage()
  const today = useToday()
  return (
    <li>
      <Link href={`/messages/${row.id}`} className="message-row">
        <span className="grow">
          <span className={row.readAt === null ? 'block b' : 'block'}>{row.title}</span>
          <span className="block s t2 ell">{row.start}</span>
        </span>
        <span className="s t2 nw">{t(messageLabels.from, { name: row.sentBy, org: row.orgName })}</span>
        <span className="message-state">
          <ReceivedState row={row} />
        </span>
        <span className="s t2 nw num">{formatDay(dayOfInstant(row.deliverAt), language, today)}</span>
      </Link>
    </li>
  )
}

/** One notice. */
export function ReceivedPage() {
  const t = useText()
  const { messageId = '' } = useParams()
  const found = useReceived(messageId)
  return (
    <div className="messages">
      <Link href="/messages" className="more">
        <Icon name="left" />
        {t(messageLabels.received)}
      </Link>
      <Fetched from={found} what={t(messageLabels.notice)} columns="1fr">
        {(message) => <MessageInFull message={message} />}
      </Fetched>
    </div>
  )
}
