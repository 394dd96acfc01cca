import { useCallback, useEffect, useState } from 'react'
import type { RefObject } from 'react'
import { useLanguage } from '../texts.ts'

/** The visible words of a page in order, acts last; what is marked data-silent is left out. */
export function wordsOf(root: HTMLElement): string {
  const parts = [...root.querySelectorAll<HTMLElement>('[data-read]')]
  const spoken = parts.length > 0 ? parts : [root]
  return spoken
    .filter((part) => !part.closest('[data-silent]'))
    .map((part) => part.innerText.replace(/\s*\n\s*/g, '，').trim())
    .filter(Boolean)
    .join('。')
}

/** Reads a page aloud with the device's own voice; any touch stops it. `canRead` is false where there is no voice. */
export function useReadAloud(root: RefObject<HTMLElement | null>): {
  canRead: boolean
  reading: boolean
  toggle: () => void
} {
  const [language] = useLanguage()
  const [reading, setReading] = useState(false)
  const canRead = 'speechSynthesis' in window
  const stop = useCallback(() => {
    if ('speechSynthesis' in window) speechSynthesis.cancel()
    setReading(false)
  }, [])
  useEffect(() => {
    if (!reading) return
    addEventListener('pointerdown', stop)
    return () => removeEventListener('pointerdown', stop)
  }, [reading, stop])
  useEffect(() => stop, [stop])
  const toggle = useCallback(() => {
    if (reading || !root.current || !canRead) return stop()
    const saying = new SpeechSynthesisUtterance(wordsOf(root.current))
    saying.lang = language === 'zh' ? 'zh-CN' : 'en'
    saying.rate = 0.85
    saying.onend = stop
    saying.onerror = stop
    speechSynthesis.cancel()
    speechSynthesis.speak(saying)
    setReading(true)
  }, [reading, root, canRead, language, stop])
  return { canRead, reading, toggle }
}
