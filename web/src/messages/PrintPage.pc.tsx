import { useState } from 'react'
import { Link, useParams } from 'wouter'
import { dayOfInstant } from '../shared/clock.ts'
import { formatDay } from '../shared/formats.ts'
import { Button } from '../shared/kit/Button.tsx'
import { Segmented } from '../shared/kit/fields.tsx'
import { Icon } from '../shared/kit/Icon.tsx'
import { Fetched, StateEmpty } from '../shared/kit/states.tsx'
import { useLanguage, useText } from '../shared/texts.ts'
import type { Delivery } from './hooks.ts'
import { useDayWords, useDelivery } from './hooks.ts'
import { answerTexts, deliveryTexts } from './labels.ts'
import './Messages.css'
import './Print.css'

const MOST = 500

/** Two sheets for those without a screen: whom to ring, and the notice for the wall. */
export function PrintPage() {
  const t = useText()
  const { messageId = '' } = useParams()
  const [sheet, setSheet] = useState<'list' | 'board'>('list')
  const delivery = useDelivery(messageId, 'open', 0, MOST)
  const sheets = [
    { value: 'list', label: t(deliveryTexts.printList) },
    { value: 'board', label: t(deliveryTexts.printBoard) },
  ] as const
  return (
    <div className="messages print-page">
      <div className="no-print">
        <Link href={`/messages/sent/${messageId}`} className="more">
          <Icon name="left" />
          {t(deliveryTexts.title)}
        </Link>
        <div className="delivery-bar">
          <Segmented label={t(deliveryTexts.print)} value={sheet} onValue={setSheet} choices={sheets} />
          <Button ink icon="printer" onClick={() => print()}>
            {t(deliveryTexts.printNow)}
          </Button>
        </div>
      </div>
      <Fetched from={delivery} what={t(deliveryTexts.title)} columns="1fr">
        {(data) => (sheet === 'list' ? <ListToRing delivery={data} /> : <ForTheWall delivery={data} />)}
      </Fetched>
    </div>
  )
}

function AskedFor({ message: { asked } }: { readonly message: Delivery['message'] }) {
  const t = useText()
  const day = useDayWords()
  if (!asked) return null
  return <p>{t(deliveryTexts.boardDue, { ask: t(answerTexts[asked.kind].short), day: day(asked.dueOn) })}</p>
}

function ListToRing({ delivery }: { readonly delivery: Delivery }) {
  const t = useText()
  const { message, rows, total } = delivery
  if (rows.length === 0) return <StateEmpty fact={t(deliveryTexts.printNone)} />
  return (
    <article className="sheet-a4">
      <h1>{t(deliveryTexts.listTitle, { org: message.orgName })}</h1>
      <p>
        <b>{message.title}</b>
      </p>
      <p className="message-words">{message.body}</p>
      <AskedFor message={message} />
      <p>{t(deliveryTexts.listHelp)}</p>
      <table>
        <thead>
          <tr>
            <th>{t(deliveryTexts.number)}</th>
            <th>{t(deliveryTexts.name)}</th>
            <th>{t(deliveryTexts.branch)}</th>
            <th>{t(deliveryTexts.phone)}</th>
            <th>{t(deliveryTexts.tick)}</th>
            <th className="long">{t(deliveryTexts.words)}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, place) => (
            <tr key={row.memberId}>
              <td>{place + 1}</td>
              <td className="nw">{row.name}</td>
              <td>{row.orgName}</td>
              <td className="nw">{row.phoneMask}</td>
              <td>{message.asked && <Choices kind={message.asked.kind} />}</td>
              <td />
            </tr>
          ))}
        </tbody>
      </table>
      {total > MOST && <p>{t(deliveryTexts.printMost, { count: MOST })}</p>}
    </article>
  )
}

/** Boxes to tick by hand. */
function Choices({ kind }: { readonly kind: keyof typeof answerTexts }) {
  const t = useText()
  return (
    <span className="nw">
      □ {t(answerTexts[kind].yes)} □ {t(answerTexts[kind].no)}
    </span>
  )
}

function ForTheWall({ delivery }: { readonly delivery: Delivery }) {
  const t = useText()
  const [language] = useLanguage()
  const { message } = delivery
  return (
    <article className="sheet-a4 wall">
      <h1>{message.title}</h1>
      <p className="message-words">{message.body}</p>
      <AskedFor message={message} />
      <p>{t(deliveryTexts.boardFoot)}</p>
      <p className="signed">
        {message.orgName}
        <br />
        {formatDay(dayOfInstant(message.sentAt), language)}
      </p>
    </article>
  )
}
