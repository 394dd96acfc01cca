import type { Words } from './scheme.ts'

/** One thing a scheme, task or form must not say, with near misses that are fine. */
export type PolicyRule = {
  readonly id: string
  /** Number of the rule or requirement. */
  readonly rule: string
  readonly article: Words
  readonly instead: Words
  /** What gives it away; tested on text in half width without blanks. */
  readonly words: readonly RegExp[]
  /** Taken out before the words are looked for. */
  readonly excused: readonly RegExp[]
  /** `unfinished` wants a sentence more; `refused` wants another item. */
  readonly weight: 'refused' | 'unfinished'
}

export const appMeasures = {
  zh: (item: string) => `《政务移动互联网应用程序规范化管理办法》（国办函〔2026〕12号）五项禁止之${item}`,
  en: (item: string) => `Measures for government mobile apps (国办函〔2026〕12号), ban ${item} of five`,
}
export const ban = (zh: string, en: string): Words => ({ zh: appMeasures.zh(zh), en: appMeasures.en(en) })
export const boundary: Words = {
  zh: '积分办法禁止项；《个人信息保护法》第六条、第二十八条',
  en: 'Items never allowed in a scheme; Personal Information Protection Law, Arts 6 and 28',
}
export const relief: Words = {
  zh: '《整治形式主义为基层减负若干规定》（2024年8月6日）',
  en: 'Rules on relieving the grass roots (6 August 2024)',
}
