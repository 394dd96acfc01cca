import { useSyncExternalStore } from 'react'

export type LayoutChoice = 'elder' | 'normal'

const KEY = 'steward.layout'
const listeners = new Set<() => void>()

/** 长辈版 or 普通版 on this phone; undefined until chosen here, then the account's setting counts. */
export function useLayoutChoice(): [LayoutChoice | undefined, (choice: LayoutChoice) => void] {
  const stored = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => localStorage.getItem(KEY),
  )
  return [stored === 'elder' || stored === 'normal' ? stored : undefined, setLayoutChoice]
}

function setLayoutChoice(choice: LayoutChoice): void {
  localStorage.setItem(KEY, choice)
  for (const listener of listeners) listener()
}
