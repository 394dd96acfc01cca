import { useEffect, useSyncExternalStore } from 'react'

const KEY = 'steward.shortcuts'
const listeners = new Set<() => void>()

/** Single-key shortcuts can be switched off by the reader; kept on this device. */
export function useShortcutsOn(): [boolean, (on: boolean) => void] {
  const on = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => localStorage.getItem(KEY) !== 'off',
  )
  return [on, setShortcutsOn]
}

function setShortcutsOn(on: boolean): void {
  localStorage.setItem(KEY, on ? 'on' : 'off')
  for (const listener of listeners) listener()
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName)
}

/** Whether an event is this key: `j`, `?`, `shift+a`. A letter alone is not the letter with Shift. */
function isKey(event: KeyboardEvent, key: string): boolean {
  const withShift = key.startsWith('shift+')
  const plain = withShift ? key.slice('shift+'.length) : key
  if (event.key.toLowerCase() !== plain.toLowerCase()) return false
  return withShift ? event.shiftKey : !(event.shiftKey && /^[a-z]$/i.test(plain))
}

/** The space bar presses the button that has the focus, unless that says it leaves the keys to the page (data-keys). */
function pressesItself(event: KeyboardEvent): boolean {
  if (event.key !== ' ' || !(event.target instanceof HTMLElement)) return false
  return event.target.closest('button:not([data-keys]), a, summary') !== null
}

/** Runs `act` on a single key, never while somebody types or a dialog is open. */
export function useShortcut(key: string, act: (() => void) | undefined): void {
  const [on] = useShortcutsOn()
  useEffect(() => {
    if (!on || !act) return
    const pressed = (event: KeyboardEvent) => {
      if (!isKey(event, key) || event.ctrlKey || event.metaKey || event.altKey) return
      if (pressesItself(event)) return
      if (isTyping(event.target) || document.querySelector('dialog[open]')) return
      event.preventDefault()
      act()
    }
    addEventListener('keydown', pressed)
    return () => removeEventListener('keydown', pressed)
  }, [key, act, on])
}
