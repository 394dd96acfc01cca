import { useCallback } from 'react'
import { pointsCategories } from '@steward/domain/points/category.ts'
import type { SchemeFault } from '@steward/domain/schemes/scheme-checks.ts'
import type { Text } from '../shared/texts.ts'
import { useLanguage, useText } from '../shared/texts.ts'
import type { Content } from './hooks.ts'
import { kindTexts } from './labels.ts'
import { faultTexts, settingTexts } from './labels-draft.ts'

/** Words kept in both languages, in the reader's; Chinese where the other is missing. */
export function useLanguageWords(): (words: { readonly zh: string; readonly en: string }) => string {
  const [language] = useLanguage()
  return useCallback((words) => (words[language].trim() === '' ? words.zh : words[language]), [language])
}

/** What a place of a scheme is called: an item by its name, a kind, a rule. */
export function usePlaceWords(content: Content): (where: string) => string {
  const t = useText()
  const words = useLanguageWords()
  return (where) => {
    const item = content.items.find(({ code }) => code === where)
    if (item !== undefined) return words(item.name) || where
    const veto = content.vetoes.find(({ code }) => code === where)
    if (veto !== undefined) return words(veto.name)
    const category = pointsCategories.find((one) => one === where)
    if (category !== undefined) return t(kindTexts[category])
    if (where === 'title') return words(content.title)
    const setting: Text | undefined = settingTexts[where] ?? settingTexts[`${where}.percent`]
    return setting === undefined ? where : t(setting)
  }
}

/** A fault of the numbers as a sentence. */
export function useFaultWords(content: Content): (fault: SchemeFault) => string {
  const t = useText()
  const place = usePlaceWords(content)
  return ({ code, where, details }) => t(faultTexts[code], { ...details, where: place(where) })
}
