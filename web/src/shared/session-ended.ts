import { useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()
let ended = false

function set(value: boolean): void {
  if (ended === value) return
  ended = value
  for (const listener of listeners) listener()
}

/** A call was answered «not signed in» while somebody was at work: the page stays, sign-in opens above it. */
export function markSessionEnded(): void {
  set(true)
}

export function markSessionResumed(): void {
  set(false)
}

export function useSessionEnded(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => ended,
  )
}
