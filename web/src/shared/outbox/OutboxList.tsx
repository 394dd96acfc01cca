import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { Icon } from '../kit/Icon.tsx'
import { kitLabels } from '../kit/kit-labels.ts'
import { WaitingItem } from '../kit/offline.tsx'
import { explain } from '../problems.ts'
import type { Text, Translate } from '../texts.ts'
import { useText } from '../texts.ts'
import type { OutboxItem } from './outbox-item.ts'
import { toError } from './outbox-item.ts'
import { outboxLabels } from './outbox-labels.ts'
import { outbox, useOutboxLasts } from './use-outbox.ts'
import './Outbox.css'

type ListProps = {
  readonly items: readonly OutboxItem[]
  readonly refusals: Readonly<Record<string, Text>>
  /** The page of one item, such as /waiting. */
  readonly path: string
}

/** What is on its way, each in one of four states; one that needs a look says why and opens. */
export function OutboxList({ items, refusals, path }: ListProps) {
  const t = useText()
  const lasts = useOutboxLasts()
  if (items.length === 0) return null
  const waits = items.some(({ state }) => state === 'waiting' || state === 'sending')
  return (
    <section className="card outbox" aria-label={t(outboxLabels.title)}>
      <ul>
        {items.map((item) => (
          <Row key={item.id} item={item} refusals={refusals} path={path} />
        ))}
      </ul>
      {waits && (
        <p className="c t3">
          {t(outboxLabels.whileOpen)}
          {!lasts && <> {t(outboxLabels.notLasting)}</>}
        </p>
      )}
    </section>
  )
}

function Row({ item, refusals, path }: { readonly item: OutboxItem } & Pick<ListProps, 'refusals' | 'path'>) {
  const t = useText()
  const what = useTitle(item)
  const { state, failure } = item
  if (state === 'look') {
    const { title, params } = explain(failure && toError(failure), refusals)
    return (
      <WaitingItem state="look" what={what}>
        <Link href={`${path}/${item.id}`} className="link outbox-look">
          {t(kitLabels.look)}
          <Icon name="right" />
        </Link>
        <span className="outbox-why s t2">{t(title, params)}</span>
      </WaitingItem>
    )
  }
  if (state === 'received') {
    return (
      <WaitingItem state="received" what={what}>
        <button type="button" className="link outbox-look" onClick={() => void outbox.remove(item.id)}>
          <span className="pine">{t(kitLabels.received)}</span>
          <Icon name="close" />
          <span className="sr">{t(outboxLabels.seen)}</span>
        </button>
      </WaitingItem>
    )
  }
  return (
    <WaitingItem state={state} what={what}>
      {insteadOf(item, t)}
    </WaitingItem>
  )
}

/** More than the state says: how much has gone out, or that signing in comes first. */
function insteadOf({ state, share = 1, failure }: OutboxItem, t: Translate): ReactNode {
  if (state === 'sending' && share < 1)
    return <span className="t2">{t(outboxLabels.sendingShare, { share: Math.round(share * 100) })}</span>
  if (state === 'waiting' && failure?.kind === 'problem' && failure.status === 401)
    return <span className="ochre">{t(outboxLabels.signInFirst)}</span>
  return undefined
}

/** 清渠两小时，一张照片. */
export function useTitle(item: OutboxItem | undefined): string {
  const t = useText()
  if (item === undefined) return ''
  const title = typeof item.title === 'string' ? item.title : t(item.title)
  const count = item.files.length
  if (count === 0) return title
  return t(count === 1 ? outboxLabels.onePhoto : outboxLabels.photos, { title, count })
}
