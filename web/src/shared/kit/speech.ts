import { useCallback, useEffect, useRef, useState } from 'react'
import { useLanguage } from '../texts.ts'

// Not in the types of browsers: only what is used here.
type Heard = {
  readonly results: ArrayLike<ArrayLike<{ readonly transcript: string }> & { readonly isFinal: boolean }>
}
type Recognition = {
  lang: string
  continuous: boolean
  interimResults: boolean
  onresult: ((heard: Heard) => void) | null
  onerror: (() => void) | null
  onend: (() => void) | null
  start: () => void
  stop: () => void
  abort: () => void
}
type MakesRecognition = new () => Recognition

function findRecognition(): MakesRecognition | undefined {
  const made: unknown =
    Reflect.get(window, 'SpeechRecognition') ?? Reflect.get(window, 'webkitSpeechRecognition')
  // The browser's own constructor, where it has one.
  return typeof made === 'function' ? (made as MakesRecognition) : undefined
}

export type Speech = {
  /** False where the browser cannot hear. */
  readonly canHear: boolean
  readonly listening: boolean
  readonly failed: boolean
  readonly toggle: () => void
}

/** What is said becomes text; it stops only when the person or the browser stops. Nothing is kept as sound. */
export function useSpeech(onText: (text: string, isFinal: boolean) => void): Speech {
  const [language] = useLanguage()
  const [listening, setListening] = useState(false)
  const [failed, setFailed] = useState(false)
  const hearing = useRef<Recognition>(undefined)
  const Recognition = findRecognition()
  const stop = useCallback(() => hearing.current?.stop(), [])
  useEffect(() => () => hearing.current?.abort(), [])
  const toggle = () => {
    if (listening || Recognition === undefined) return stop()
    const next = new Recognition()
    next.lang = language === 'zh' ? 'zh-CN' : 'en-GB'
    next.continuous = true
    next.interimResults = true
    next.onresult = ({ results }) => {
      const parts = Array.from(results)
      onText(
        parts.map((part) => part[0]?.transcript ?? '').join(''),
        parts.every((part) => part.isFinal),
      )
    }
    next.onerror = () => setFailed(true)
    next.onend = () => setListening(false)
    hearing.current = next
    setFailed(false)
    setListening(true)
    next.start()
  }
  return { canHear: Recognition !== undefined, listening, failed, toggle }
}
