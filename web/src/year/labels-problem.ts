import type { Text } from '../shared/texts.ts'

export const sourceTexts: Readonly<Record<'self' | 'organisation' | 'masses', Text>> = {
  self: { zh: '自己找', en: 'Found by oneself' },
  organisation: { zh: '组织点', en: 'By the organisation' },
  masses: { zh: '群众提', en: 'By the masses' },
}

export const problemTexts = {
  title: { zh: '{year} 年问题清单', en: 'Problems of {year}' },
  what: { zh: '问题清单', en: 'the problems' },
  counts: {
    zh: '自己找 {self} 个，组织点 {organisation} 个，群众提 {masses} 个',
    en: '{self} found by oneself, {organisation} by the organisation, {masses} by the masses',
  },
  next: {
    zh: '每个问题写成下一年的一条承诺草稿，由本人补全、交上来；下一次述职要讲改得怎样。',
    en: 'Each becomes a draft of next year’s pledges; the member completes and hands it in, and speaks of it in the next duty report.',
  },
  name: { zh: '姓名', en: 'Name' },
  source: { zh: '来源', en: 'Source' },
  words: { zh: '问题', en: 'Problem' },
  state: { zh: '到哪一步', en: 'Where it stands' },
  by: { zh: '{by} {day}记', en: '{by}, {day}' },
  measure: { zh: '措施：{measure}', en: 'Measure: {measure}' },
  dropped: { zh: '已去掉：{reason}', en: 'Taken off: {reason}' },
  confirmed: { zh: '已整改到位', en: 'Put right' },
  putRight: { zh: '正在整改', en: 'Being put right' },
  asPledge: { zh: '已写成承诺', en: 'Is a pledge' },
  asDraft: { zh: '承诺草稿，等本人交', en: 'Draft; the member hands it in' },
  waits: { zh: '还没写成承诺', en: 'No pledge yet' },
  drop: { zh: '去掉', en: 'Take off' },
  dropTitle: { zh: '从清单里去掉', en: 'Take off the list' },
  dropText: {
    zh: '原因会和问题一起留着，本人看得到；不再要求写成承诺，也不用在述职里讲。',
    en: 'The reason stays with the problem and the member reads it; no pledge or word in the duty report is asked any more.',
  },
  reason: { zh: '为什么去掉', en: 'Why' },
  dropping: { zh: '正在去掉', en: 'Taking it off' },
  cancel: { zh: '先不', en: 'Not now' },
  draft: { zh: '写成 {year} 年的承诺草稿，{count} 条', en: 'Draft {count} pledges of {year}' },
  drafting: { zh: '正在写', en: 'Drafting' },
  empty: { zh: '清单里还没有问题', en: 'No problem is listed' },
  emptyNext: {
    zh: '评议时记下的问题会到这里来；本人自己找的、组织点的、群众提的都算。',
    en: 'Problems recorded in the appraisal come here: found by oneself, by the organisation, by the masses.',
  },
  heard: { zh: '听到的，还没有列入', en: 'Heard, not listed' },
  heardText: {
    zh: '党员互评里说的，和异议查实的。是问题的列进去，不是的不用管。',
    en: 'From words about each other and upheld objections. List what is a problem; leave the rest.',
  },
  peerWord: { zh: '{by}在互评里说', en: '{by}, in words about each other' },
  objection: { zh: '异议查实', en: 'Upheld objection' },
  list: { zh: '列入', en: 'List it' },
  listing: { zh: '正在列入', en: 'Listing' },
  report: { zh: '去看评议里的整改', en: 'Putting right, in the appraisal' },
} as const satisfies Record<string, Text>
