import type { ReasonHint } from '@steward/domain/claims/reason.ts'
import type { Text } from '../shared/texts.ts'

/** What a reason lacks; said beside it, never a block. */
export const reasonHintTexts: Record<ReasonHint, Text> = {
  'too-short': { zh: '再具体一点。', en: 'A little more, please. ' },
  'no-fact': {
    zh: '还没写事实：看到什么、哪一天、多少。',
    en: 'The fact is missing: what was seen, on which day, how much. ',
  },
  'no-conclusion': {
    zh: '还没写结论：记多少、补什么、为什么不记。',
    en: 'The conclusion is missing: what counts, what to add, why not. ',
  },
}
