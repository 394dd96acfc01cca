import { useCallback, useSyncExternalStore } from 'react'

export type Language = 'zh' | 'en'

/** A text in both languages; a missing one does not compile. */
export type Text = { readonly zh: string; readonly en: string }

export type TextParams = Readonly<Record<string, string | number | boolean | readonly string[] | null>>

export type Translate = (text: Text, params?: TextParams) => string

const KEY = 'steward.language'
const listeners = new Set<() => void>()
let current: Language = readStored() ?? 'zh'
applyToPage(current)

function readStored(): Language | undefined {
  if (typeof localStorage === 'undefined') return undefined
  const stored = localStorage.getItem(KEY)
  return stored === 'zh' || stored === 'en' ? stored : undefined
}

function applyToPage(language: Language): void {
  if (typeof document !== 'undefined') document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
}

function change(language: Language): void {
  current = language
  applyToPage(language)
  for (const listener of listeners) listener()
}

/** The reader's choice; kept on this device. */
export function setLanguage(language: Language): void {
  localStorage.setItem(KEY, language)
  change(language)
}

/** The account's language counts only where the reader has not chosen one on this device. */
export function adoptLanguage(language: Language): void {
  if (readStored() === undefined && language !== current) change(language)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useLanguage(): [Language, (language: Language) => void] {
  return [useSyncExternalStore(subscribe, () => current), setLanguage]
}

/** Puts facts into {places} of a text; a place without a fact stays visible. */
export function fill(template: string, params: TextParams | undefined, language: Language): string {
  if (!params) return template
  return template.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = params[name]
    if (value === undefined || value === null) return place
    return Array.isArray(value) ? value.join(language === 'zh' ? '、' : ', ') : String(value)
  })
}

/** `const t = useText()`, then `t(labels.title, { name })`. */
export function useText(): Translate {
  const [language] = useLanguage()
  return useCallback((text, params) => fill(text[language], params, language), [language])
}
