import { useState } from 'react'
import { Link, useParams } from 'wouter'
import { Button, ButtonLink } from '../shared/kit/Button.tsx'
import { CheckBox, Segmented } from '../shared/kit/fields.tsx'
import { Icon } from '../shared/kit/Icon.tsx'
import { Pager } from '../shared/kit/Pager.tsx'
import { Fetched, StateEmpty } from '../shared/kit/states.tsx'
import { useText } from '../shared/texts.ts'
import { DeliverySum, SentMeta, useReachedWords, useShownChoices } from './Delivery.shared.tsx'
import type { Delivery, DeliveryRow, Shown } from './hooks.ts'
import { READERS_SIZE, useDelivery, useInstantWords } from './hooks.ts'
import { answerTexts, deliveryTexts, messageLabels } from './labels.ts'
import { RecordReached } from './Record.shared.tsx'

/** 送达情况: who was reached and how, who was not, and the record of telephone, paper, helper and board. */
export function DeliveryPage() {
  const t = useText()
  const { messageId = '' } = useParams()
  const [show, setShow] = useState<Shown>('open')
  const [first, setFirst] = useState(0)
  const delivery = useDelivery(messageId, show, first)
  const change = (next: Shown) => {
    setShow(next)
    setFirst(0)
  }
  return (
    <div className="messages wide">
      <Link href="/messages/sent" className="more">
        <Icon name="left" />
        {t(messageLabels.sent)}
      </Link>
      <Fetched from={delivery} what={t(deliveryTexts.title)} columns="24px 120px 1fr 160px">
        {(data) => (
          <>
            <Head delivery={data} />
            <div className="delivery-bar">
              <ShownChoice delivery={data} show={show} onShow={change} />
              <span className="c t3">{t(deliveryTexts.order)}</span>
            </div>
            <Readers key={`${show}-${first}`} delivery={data} show={show} />
            {data.total > READERS_SIZE && (
              <Pager first={first} size={READERS_SIZE} total={data.total} onFirst={setFirst} />
            )}
          </>
        )}
      </Fetched>
    </div>
  )
}

type ChoiceProps = {
  readonly delivery: Delivery
  readonly show: Shown
  readonly onShow: (show: Shown) => void
}

function ShownChoice({ delivery, show, onShow }: ChoiceProps) {
  const t = useText()
  const choices = useShownChoices(delivery)
  return <Segmented label={t(deliveryTexts.show)} value={show} onValue={onShow} choices={choices} />
}

function Head({ delivery }: { readonly delivery: Delivery }) {
  const t = useText()
  const { message } = delivery
  return (
    <header className="delivery-head">
      <div className="between">
        <h1 className="ph1">{message.title}</h1>
        <ButtonLink href={`/messages/sent/${message.id}/print`} icon="printer">
          {t(deliveryTexts.print)}
        </ButtonLink>
      </div>
      <SentMeta message={message} />
      <p className="message-words">{message.body}</p>
      <DeliverySum delivery={delivery} />
    </header>
  )
}

function Readers({ delivery, show }: { readonly delivery: Delivery; readonly show: Shown }) {
  const t = useText()
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const [recording, setRecording] = useState(false)
  const pickable = delivery.rows.filter(({ mayRecord }) => mayRecord)
  const chosen = pickable.filter(({ memberId }) => picked.has(memberId)).map(({ memberId }) => memberId)
  const pick = (memberId: string, on: boolean) => {
    const next = new Set(picked)
    if (on) next.add(memberId)
    else next.delete(memberId)
    setPicked(next)
  }
  if (delivery.rows.length === 0) {
    return <StateEmpty fact={t(show === 'open' ? deliveryTexts.noneOpen : deliveryTexts.none)} />
  }
  return (
    <>
      <table className={show === 'open' ? 'tbl compact readers-open' : 'tbl compact'}>
        <thead>
          <tr>
            <th className="pick">
              {pickable.length > 0 && (
                <CheckBox
                  label={t(deliveryTexts.pickAll)}
                  checked={chosen.length === pickable.length}
                  mixed={chosen.length > 0}
                  onChecked={(on) => setPicked(new Set(on ? pickable.map(({ memberId }) => memberId) : []))}
                />
              )}
            </th>
            <th>{t(deliveryTexts.name)}</th>
            <th>{t(deliveryTexts.branch)}</th>
            <th>{t(deliveryTexts.phone)}</th>
            {show !== 'open' && (
              <>
                <th>{t(deliveryTexts.how)}</th>
                {delivery.message.asked && <th>{t(deliveryTexts.answer)}</th>}
                <th className="num">{t(deliveryTexts.when)}</th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {delivery.rows.map((row) => (
            <Reader
              key={row.memberId}
              row={row}
              asked={delivery.message.asked}
              short={show === 'open'}
              picked={picked.has(row.memberId)}
              onPick={(on) => pick(row.memberId, on)}
            />
          ))}
        </tbody>
      </table>
      {pickable.length > 0 && (
        <div className="record-bar">
          <Button
            ink
            why={chosen.length === 0 ? t(deliveryTexts.recordNone) : undefined}
            onClick={() => setRecording(true)}
          >
            {t(deliveryTexts.record, { count: chosen.length })}
          </Button>
        </div>
      )}
      {recording && (
        <RecordReached
          message={delivery.message}
          memberIds={chosen}
          onClose={() => setRecording(false)}
          onDone={() => {
            setRecording(false)
            setPicked(new Set())
          }}
        />
      )}
    </>
  )
}

type ReaderProps = {
  readonly row: DeliveryRow
  readonly asked: Delivery['message']['asked']
  /** Only who it is: nothing has been reached yet. */
  readonly short: boolean
  readonly picked: boolean
  readonly onPick: (on: boolean) => void
}

function Reader({ row, asked, short, picked, onPick }: ReaderProps) {
  const t = useText()
  const words = useReachedWords()
  const instant = useInstantWords()
  return (
    <tr className={picked ? 'on' : undefined}>
      <td className="pick">
        {row.mayRecord && (
          <CheckBox label={t(deliveryTexts.pick, { name: row.name })} checked={picked} onChecked={onPick} />
        )}
      </td>
      <td className="nw">{row.name}</td>
      <td>{row.orgName}</td>
      <td className="nw t2">{row.phoneMask}</td>
      {!short && (
        <>
          <td className={row.channel === null ? 't3' : undefined}>{words(row)}</td>
          {asked && (
            <td>
              {row.answer && t(answerTexts[asked.kind][row.answer])}
              {row.answerNote !== '' && <span className="t2">：{row.answerNote}</span>}
            </td>
          )}
          <td className="nw num t2">{row.reachedAt && instant(row.reachedAt)}</td>
        </>
      )}
    </tr>
  )
}
