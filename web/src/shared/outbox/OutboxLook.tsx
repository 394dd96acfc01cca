import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { useToday, dayOfInstant } from '../clock.ts'
import { formatDay, formatTime } from '../formats.ts'
import { Button, ButtonLink } from '../kit/Button.tsx'
import { Dialog } from '../kit/layers.tsx'
import { StateEmpty, StateError } from '../kit/states.tsx'
import type { Text } from '../texts.ts'
import { useLanguage, useText } from '../texts.ts'
import { useTitle } from './OutboxList.tsx'
import type { OutboxItem } from './outbox-item.ts'
import { toError } from './outbox-item.ts'
import { outboxLabels } from './outbox-labels.ts'
import { outbox, useOutboxItem } from './use-outbox.ts'

type LookProps = {
  readonly id: string
  readonly refusals: Readonly<Record<string, Text>>
  /** Where to go when it is gone. */
  readonly home: string
}

/** 要你看一眼: why it was not taken, all that was typed, and what can be done. Nothing goes without the person's word. */
export function OutboxLook({ id, refusals, home }: LookProps) {
  const t = useText()
  const { item, isRead } = useOutboxItem(id)
  if (!isRead) return null
  if (item === undefined) return <StateEmpty fact={t(outboxLabels.gone)} fill={t(outboxLabels.goneNext)} />
  return <Look item={item} refusals={refusals} home={home} />
}

function Look({ item, refusals, home }: { readonly item: OutboxItem } & Omit<LookProps, 'id'>) {
  const t = useText()
  const [, navigate] = useLocation()
  const [leaving, setLeaving] = useState(false)
  const title = useTitle(item)
  const remove = () => void outbox.remove(item.id).then(() => navigate(home, { replace: true }))
  return (
    <>
      {item.failure && (
        <section className="card pad">
          <StateError error={toError(item.failure)} refusals={refusals} />
          <p className="s t2">{t(outboxLabels.lookKept)}</p>
        </section>
      )}
      <Typed item={item} title={title} />
      <div className="outbox-acts">
        {item.editPath !== null && (
          <ButtonLink href={item.editPath.replace('{id}', item.id)} act wide>
            {t(outboxLabels.change)}
          </ButtonLink>
        )}
        <Button
          wide
          onClick={() => void outbox.sendAgain(item.id).then(() => navigate(home, { replace: true }))}
        >
          {t(outboxLabels.again)}
        </Button>
        <Button wide onClick={() => setLeaving(true)}>
          {t(outboxLabels.leave)}
        </Button>
      </div>
      <Dialog
        open={leaving}
        onClose={() => setLeaving(false)}
        title={t(outboxLabels.leaveTitle)}
        acts={
          <>
            <Button onClick={() => setLeaving(false)}>{t(outboxLabels.keep)}</Button>
            <Button onClick={remove}>{t(outboxLabels.leave)}</Button>
          </>
        }
      >
        <p>{t(outboxLabels.leaveText, { title })}</p>
      </Dialog>
    </>
  )
}

function Typed({ item, title }: { readonly item: OutboxItem; readonly title: string }) {
  const t = useText()
  const [language] = useLanguage()
  const today = useToday()
  const day = formatDay(dayOfInstant(item.writtenAt), language, today)
  return (
    <section aria-labelledby="typed">
      <h2 className="s t3 over" id="typed">
        {t(outboxLabels.wrote)}
      </h2>
      <div className="card pad">
        <p className="b">{title}</p>
        <dl className="outbox-typed">
          {item.typed.map(({ label, value }) => (
            <div key={label.zh}>
              <dt className="s t3">{t(label)}</dt>
              <dd>{typeof value === 'string' ? value : t(value)}</dd>
            </div>
          ))}
          <div>
            <dt className="s t3">{t(outboxLabels.writtenAt)}</dt>
            <dd>
              {day} {formatTime(item.writtenAt)}
            </dd>
          </div>
        </dl>
        <Pictures item={item} />
      </div>
    </section>
  )
}

function Pictures({ item }: { readonly item: OutboxItem }) {
  const [shown, setShown] = useState<readonly string[]>([])
  const keys = item.files.map(({ key }) => key).join(' ')
  useEffect(() => {
    let made: readonly string[] = []
    let left = false
    void Promise.all(
      keys
        .split(' ')
        .filter(Boolean)
        .map((key) => outbox.bytesOf(key)),
    ).then((blobs) => {
      if (left) return
      made = blobs.flatMap((blob) => (blob === undefined ? [] : [URL.createObjectURL(blob)]))
      setShown(made)
    })
    return () => {
      left = true
      for (const address of made) URL.revokeObjectURL(address)
    }
  }, [keys])
  if (shown.length === 0) return null
  return (
    <div className="outbox-pictures">
      {shown.map((address, place) => (
        <img key={address} src={address} alt={item.files[place]?.name ?? ''} />
      ))}
    </div>
  )
}
