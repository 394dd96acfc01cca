import { useCallback, useState } from 'react'

const PREFIX = 'steward.draft.'

/** What is being written, kept on this device until it is handed in; gone after signing out. */
export function readDeviceDraft(key: string): string | undefined {
  try {
    return localStorage.getItem(PREFIX + key) ?? undefined
  } catch {
    return undefined
  }
}

export function keepDeviceDraft(key: string, text: string): void {
  try {
    if (text === '') localStorage.removeItem(PREFIX + key)
    else localStorage.setItem(PREFIX + key, text)
  } catch {
    // A private window keeps nothing; the page itself still has it.
  }
}

/** A text field that is still there when the page is opened again; `forget` once it was handed in. */
export function useDeviceText(
  key: string,
  start = '',
): { text: string; setText: (text: string) => void; forget: () => void } {
  const [text, keep] = useState(() => readDeviceDraft(key) ?? start)
  const setText = useCallback(
    (next: string) => {
      keep(next)
      keepDeviceDraft(key, next)
    },
    [key],
  )
  const forget = useCallback(() => {
    keep('')
    keepDeviceDraft(key, '')
  }, [key])
  return { text, setText, forget }
}

export function forgetDeviceDrafts(): void {
  const kept = Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at) ?? '')
  for (const key of kept) if (key.startsWith(PREFIX)) localStorage.removeItem(key)
}
