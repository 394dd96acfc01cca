import { useSyncExternalStore } from 'react'

export type TextSize = 'normal' | 'large'

const KEY = 'steward.text'
const listeners = new Set<() => void>()
let current: TextSize =
  typeof localStorage !== 'undefined' && localStorage.getItem(KEY) === 'large' ? 'large' : 'normal'

function applyToPage(): void {
  document.documentElement.dataset['text'] = current
}
if (typeof document !== 'undefined') applyToPage()

function setTextSize(size: TextSize): void {
  localStorage.setItem(KEY, size)
  current = size
  applyToPage()
  for (const listener of listeners) listener()
}

/** PC: the personal setting 大字; kept on this device. */
export function useTextSize(): [TextSize, (size: TextSize) => void] {
  const size = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => current,
  )
  return [size, setTextSize]
}
