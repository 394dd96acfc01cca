import { useSyncExternalStore } from 'react'
import type { ReactNode } from 'react'
import type { Text } from '../texts.ts'
import { useText } from '../texts.ts'
import { Icon } from './Icon.tsx'
import type { IconName } from './Icon.tsx'
import { kitLabels } from './kit-labels.ts'

function subscribe(changed: () => void): () => void {
  addEventListener('online', changed)
  addEventListener('offline', changed)
  return () => {
    removeEventListener('online', changed)
    removeEventListener('offline', changed)
  }
}

export function useOnline(): boolean {
  return useSyncExternalStore(subscribe, () => navigator.onLine)
}

/** Says that the page works anyway and how many items wait; nothing while there is a network. `words` of a page that sends later. */
export function OfflineStrip({
  waiting = 0,
  words = { title: kitLabels.offlineTitle, text: kitLabels.offlineText },
}: {
  waiting?: number
  words?: { readonly title: Text; readonly text: Text }
}) {
  const t = useText()
  const online = useOnline()
  return (
    <div role="status">
      {!online && (
        <div className="off">
          <Icon name="offline" />
          <span>
            <b>{t(words.title)}</b> {t(words.text)}
            {waiting > 0 && <> {t(kitLabels.offlineWaiting, { count: waiting })}</>}
          </span>
        </div>
      )}
    </div>
  )
}

export type WaitingState = 'waiting' | 'sending' | 'received' | 'look'

const looks: Record<WaitingState, { icon: IconName; tone: string }> = {
  waiting: { icon: 'offline', tone: 'ochre' },
  sending: { icon: 'upload', tone: 'indigo' },
  received: { icon: 'check', tone: 'pine' },
  look: { icon: 'warning', tone: 'seal' },
}

/** One item on its way: 等网, 正在送, 支部收到了, 要你看一眼. `children` replaces the state's words. */
export function WaitingItem({
  state,
  what,
  children,
}: {
  state: WaitingState
  what: ReactNode
  children?: ReactNode
}) {
  const t = useText()
  const { icon, tone } = looks[state]
  return (
    <li className="waiting">
      <span className={tone}>
        <Icon name={icon} />
      </span>
      <span>{what}</span>
      {children ?? <span className={state === 'sending' ? 't2' : tone}>{t(kitLabels[state])}</span>}
    </li>
  )
}
