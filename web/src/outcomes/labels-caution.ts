import type { Text } from '../shared/texts.ts'
import type { Tone } from '../shared/kit/Tag.tsx'
import type { Caution, CautionShow } from './hooks-warning.ts'

export const cautionLabels = {
  title: { zh: '警示', en: 'Cautions' },
  one: { zh: '警示通知书', en: 'Caution' },
  intro: {
    zh: '警示不是处分，也不是组织处置。每份都有帮扶计划一起。',
    en: 'A caution is neither sanction nor disposal. Each stands beside a help plan.',
  },
  draft: { zh: '起草警示', en: 'Draft a caution' },
  show: { zh: '看哪些', en: 'Which' },
  empty: { zh: '这里没有警示', en: 'No cautions here' },
  emptyNext: { zh: '先有帮扶计划，再起草警示。', en: 'First the help plan, then a caution.' },
  served: { zh: '送达', en: 'Served' },
  gaps: { zh: '差距', en: 'Gaps' },
  gapsHelp: {
    zh: '写做了什么没做什么，本人看得懂',
    en: 'What was done and not done, so that the member understands',
  },
  change: { zh: '需要改正的事项', en: 'What to change' },
  help: { zh: '帮助', en: 'Help' },
  plan: { zh: '配哪份帮扶计划', en: 'Beside which help plan' },
  noPlan: {
    zh: '这位党员还没有帮扶计划。先定一份，再来起草。',
    en: 'This member has no help plan yet. Make one, then draft.',
  },
  rests: { zh: '依据的评议', en: 'Rests on' },
  saved: { zh: '草稿存下了：{number}', en: 'Draft saved: {number}' },
  serve: { zh: '登记下达', en: 'Enter as served' },
  servedDone: { zh: '下达了，已经通知本人', en: 'Served; the member is told' },
  end: { zh: '解除警示', en: 'End it' },
  endReason: { zh: '怎么看出来改了', en: 'How one sees the change' },
  ended: { zh: '解除了', en: 'Ended' },
  paper: { zh: '下载通知书', en: 'Download the notice' },
  back: { zh: '警示', en: 'Cautions' },
} as const satisfies Record<string, Text>

type StateWords = { readonly text: Text; readonly tone: Tone }
export const cautionStateTexts: Readonly<Record<Caution['state'], StateWords>> = {
  drafted: { text: { zh: '草稿', en: 'Draft' }, tone: 'line' },
  inForce: { text: { zh: '已送达', en: 'Served' }, tone: 'ochre' },
  ended: { text: { zh: '已解除', en: 'Ended' }, tone: 'pine' },
}
export const cautionShowTexts: Readonly<Record<CautionShow, Text>> = {
  drafted: { zh: '草稿', en: 'Drafts' },
  inForce: { zh: '已送达', en: 'Served' },
  ended: { zh: '已解除', en: 'Ended' },
  all: { zh: '全部', en: 'All' },
}
