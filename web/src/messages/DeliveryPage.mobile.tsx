import { useState } from 'react'
import { useParams } from 'wouter'
import { Button } from '../shared/kit/Button.tsx'
import { CheckBox, SelectField } from '../shared/kit/fields.tsx'
import { Pager } from '../shared/kit/Pager.tsx'
import { Fetched, StateEmpty } from '../shared/kit/states.tsx'
import { useText } from '../shared/texts.ts'
import { DeliverySum, SentMeta, useReachedWords, useShownChoices } from './Delivery.shared.tsx'
import type { Delivery, DeliveryRow, Shown } from './hooks.ts'
import { READERS_SIZE, useDelivery } from './hooks.ts'
import { answerTexts, deliveryTexts } from './labels.ts'
import { RecordReached } from './Record.shared.tsx'

/** 送达情况, on the phone: tick who was told, then say how. */
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
    <Fetched from={delivery} what={t(deliveryTexts.title)} columns="32px 1fr">
      {(data) => (
        <>
          <section className="card pad">
            <h2 className="sec">{data.message.title}</h2>
            <SentMeta message={data.message} />
            <DeliverySum delivery={data} />
          </section>
          <div className="delivery-bar">
            <ShownChoice delivery={data} show={show} onShow={change} />
          </div>
          <Readers key={`${show}-${first}`} delivery={data} show={show} />
          {data.total > READERS_SIZE && (
            <Pager first={first} size={READERS_SIZE} total={data.total} onFirst={setFirst} />
          )}
        </>
      )}
    </Fetched>
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
  return <SelectField label={t(deliveryTexts.show)} value={show} onValue={onShow} choices={choices} />
}

function Readers({ delivery, show }: { readonly delivery: Delivery; readonly show: Shown }) {
  const t = useText()
  const [picked, setPicked] = useState<readonly string[]>([])
  const [recording, setRecording] = useState(false)
  const pickable = delivery.rows.filter(({ mayRecord }) => mayRecord).map(({ memberId }) => memberId)
  const chosen = pickable.filter((memberId) => picked.includes(memberId))
  const pick = (memberId: string, on: boolean) =>
    setPicked(on ? [...picked, memberId] : picked.filter((one) => one !== memberId))
  if (delivery.rows.length === 0) {
    return (
      <section className="card pad">
        <StateEmpty fact={t(show === 'open' ? deliveryTexts.noneOpen : deliveryTexts.none)} />
      </section>
    )
  }
  return (
    <>
      <section className="card rows">
        {pickable.length > 1 && (
          <div className="reader">
            <CheckBox
              checked={chosen.length === pickable.length}
              mixed={chosen.length > 0}
              onChecked={(on) => setPicked(on ? pickable : [])}
            >
              <span className="t2">{t(deliveryTexts.pickAll)}</span>
            </CheckBox>
          </div>
        )}
        {delivery.rows.map((row) => (
          <Reader
            key={row.memberId}
            row={row}
            asked={delivery.message.asked}
            picked={picked.includes(row.memberId)}
            onPick={(on) => pick(row.memberId, on)}
          />
        ))}
      </section>
      {pickable.length > 0 && (
        <div className="foot">
          <Button
            ink
            wide
            why={chosen.length === 0 ? t(deliveryTexts.recordNone) : undefined}
            onClick={() => setRecording(true)}
          >
            {t(deliveryTexts.record, { count: chosen.length })}
          </Button>
        </div>
      )}
      {recording && (
        <RecordReached
          sheet
          message={delivery.message}
          memberIds={chosen}
          onClose={() => setRecording(false)}
          onDone={() => {
            setRecording(false)
            setPicked([])
          }}
        />
      )}
    </>
  )
}

type ReaderProps = {
  readonly row: DeliveryRow
  readonly asked: Delivery['message']['asked']
  readonly picked: boolean
  readonly onPick: (on: boolean) => void
}

function Reader({ row, asked, picked, onPick }: ReaderProps) {
  const t = useText()
  const words = useReachedWords()
  const answer = asked && row.answer ? t(answerTexts[asked.kind][row.answer]) : undefined
  const inside = (
    <>
      <span className="block">
        {row.name}
        {row.phoneMask !== '' && <span className="s t3"> {row.phoneMask}</span>}
      </span>
      <span className="block s t2">
        {[answer, row.answerNote, row.channel !== null || row.stopped ? words(row) : '', row.orgName]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </>
  )
  return (
    <div className="reader">
      {row.mayRecord ? (
        <CheckBox checked={picked} onChecked={onPick}>
          {inside}
        </CheckBox>
      ) : (
        <div>{inside}</div>
      )}
    </div>
  )
}
