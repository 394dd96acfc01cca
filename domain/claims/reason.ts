/** What a reason lacks. Hints explain and never block. */
export const reasonHintKinds = ['too-short', 'no-fact', 'no-conclusion'] as const
export type ReasonHint = (typeof reasonHintKinds)[number]

const LEAST_LETTERS = 6
const facts =
  /[0-9０-９]|[一二两三四五六七八九十百][户次小天月日件人]|照片|证明人|登记|签到|名单|承诺|任务|办法|数量|时间|地点|没有写|看不出|没有确认|已经记|photo|witness|sheet|paper|list|scheme|quantity|day|date|seen|credited/i
const conclusions = /记|退|补|改|换|写上|交|不算|算|请|credit|add|send|count|change|take|name|complete|again/i

/**
 * Whether the reason of a decision says a fact and a conclusion, found by plain words (S-196). Style is nobody's business.
 * A transparent check for the writer; an empty reason is refused by the decision itself.
 */
export function reasonHints(reason: string): ReasonHint[] {
  const words = reason.trim()
  const hints: ReasonHint[] = []
  if ([...words].length < LEAST_LETTERS) hints.push('too-short')
  if (!facts.test(words)) hints.push('no-fact')
  if (!conclusions.test(words)) hints.push('no-conclusion')
  return hints
}
