import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { markSessionEnded, useSessionEnded } from '../session-ended.ts'
import { useSessionIfAny } from '../session.ts'
import type { OutboxItem } from './outbox-item.ts'
import { openOutboxStore } from './outbox-store.ts'
import { makeOutbox } from './outbox.ts'

const opening = openOutboxStore()
/** The one of this page. */
export const outbox = makeOutbox(opening)

const NONE: readonly OutboxItem[] = []
const SOONEST_MS = 5_000
const LATEST_MS = 300_000

/** What this person wrote that is on its way, oldest first; what arrived stays until it was seen. */
export function useOutboxItems(): readonly OutboxItem[] {
  const accountId = useSessionIfAny()?.account.id
  const all = useSyncExternalStore(outbox.subscribe, outbox.items)
  useEffect(() => {
    if (all === undefined) void outbox.reread()
  }, [all])
  return all?.filter((item) => item.accountId === accountId) ?? NONE
}

export function useOutboxItem(id: string): { item: OutboxItem | undefined; isRead: boolean } {
  const items = useOutboxItems()
  const isRead = useSyncExternalStore(outbox.subscribe, () => outbox.items() !== undefined)
  return { item: items.find((one) => one.id === id), isRead }
}

/** How many have not arrived. */
export function countOpen(items: readonly OutboxItem[]): number {
  return items.filter(({ state }) => state !== 'received').length
}

/** False where the browser keeps nothing once the page is closed. */
export function useOutboxLasts(): boolean {
  const [lasts, setLasts] = useState(true)
  useEffect(() => {
    void opening.then((store) => setLasts(store.lasting))
  }, [])
  return lasts
}

/** Mounted once in a frame: sends when the page opens, is looked at again, or the network is back, and tries again meanwhile. */
export function useOutboxSending(): void {
  const client = useQueryClient()
  const accountId = useSessionIfAny()?.account.id
  const ended = useSessionEnded()
  const sendAll = useCallback(
    async (id: string) => {
      const { received, stop } = await outbox.sendAll(id)
      if (received.length > 0) await client.invalidateQueries()
      if (stop === 'signed-out') markSessionEnded()
      return stop
    },
    [client],
  )
  useEffect(() => {
    if (accountId === undefined || ended) return
    return keepSending(() => sendAll(accountId))
  }, [accountId, ended, sendAll])
}

/** Calls again at growing distances while something waits; at once when the device says that the network is back. */
function keepSending(send: () => Promise<unknown>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let pause = SOONEST_MS
  let stopped = false
  const round = async () => {
    clearTimeout(timer)
    await send()
    clearTimeout(timer)
    const waits = (outbox.items() ?? []).some(({ state }) => state === 'waiting')
    if (stopped || !waits) return
    timer = setTimeout(() => void round(), pause)
    pause = Math.min(pause * 2, LATEST_MS)
  }
  const atOnce = () => {
    pause = SOONEST_MS
    if (document.visibilityState === 'visible' && navigator.onLine) void round()
  }
  const unsubscribe = outbox.whenAdded(() => void round())
  addEventListener('online', atOnce)
  document.addEventListener('visibilitychange', atOnce)
  void round()
  return () => {
    stopped = true
    clearTimeout(timer)
    unsubscribe()
    removeEventListener('online', atOnce)
    document.removeEventListener('visibilitychange', atOnce)
  }
}
