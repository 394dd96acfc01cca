import { useEffect, useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()
let current: readonly string[] | undefined

function set(scope: readonly string[] | undefined): void {
  current = scope
  for (const listener of listeners) listener()
}

/** A page that works on another organisation than the reader's own says so in the top bar, county first. */
export function useScope(names: readonly string[] | undefined): void {
  const key = names?.join('\n')
  useEffect(() => {
    if (key === undefined) return
    set(key.split('\n'))
    return () => set(undefined)
  }, [key])
}

export function usePageScope(): readonly string[] | undefined {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => current,
  )
}
