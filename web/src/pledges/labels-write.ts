import type { ConsentWay } from '@steward/domain/pledges/pledge-entry.ts'
import type { Text } from '../shared/texts.ts'

export const consentTexts: Record<ConsentWay, Text> = {
  inPerson: { zh: '当面说的', en: 'In person' },
  phone: { zh: '电话里说的', en: 'By telephone' },
  paper: { zh: '写了纸条', en: 'On paper' },
}

export const writeLabels = {
  text: { zh: '这句话会贴在墙上', en: 'The sentence that is read on the wall' },
  placeholder: {
    zh: '例：教会村里 10 户老人用手机缴医保，12 月底前完成',
    en: 'Such as: teach 10 elderly households to pay by phone, by the end of December',
  },
  fiveParts: { zh: '写清五样', en: 'Five parts' },
  lacking: { zh: '还差{words}样', en: '{n} missing' },
  complete: { zh: '都写清了', en: 'All there' },
  source: { zh: '这件事是', en: 'This is what' },
  period: { zh: '哪一段时间', en: 'For which time' },
  own: { zh: '自己填', en: 'Own words' },
  amount: { zh: '多少', en: 'How many' },
  unit: { zh: '单位', en: 'Unit' },
  unitHint: { zh: '户、次、人、米', en: 'households, times' },
  pickDay: { zh: '选日子', en: 'Choose a day' },
  change: { zh: '改', en: 'Change' },
  planItem: { zh: '对应本单位的工作要点', en: 'Plan item it carries' },
  noPlanItem: { zh: '不对应', en: 'None' },
  skill: { zh: '用到的特长', en: 'Strength it comes from' },
  skillHint: { zh: '修枝、会计、电工、教书', en: 'pruning, accounting, wiring' },
  ask: { zh: '请支部看看', en: 'Ask the branch to read' },
  askAbove: { zh: '请上级看看', en: 'Ask the committee above to read' },
  again: { zh: '改好了，请支部再看', en: 'Changed; ask the branch again' },
  handIn: { zh: '交给支部', en: 'Hand in to the branch' },
  lackingHelp: {
    zh: '差几样也能交，支部会和你商量着补',
    en: 'It may lack parts; the branch settles them with you',
  },
  freeHelp: { zh: '年老体弱的同志自愿写', en: 'The elderly and frail only if they wish' },
  hollowHelp: {
    zh: '这样交多半会退回来。补一个数就好很多。',
    en: 'As it stands it will most likely come back. A number helps a lot.',
  },
  privateHelp: { zh: '公开时不能写：{words}', en: 'Never published: {words}' },
  saved: { zh: '已存，{time}', en: 'Saved {time}' },
  saving: { zh: '正在存', en: 'Saving' },
  notSaved: { zh: '没有存上，你写的还在', en: 'Not saved; what you wrote is still here' },
  keep: { zh: '存草稿', en: 'Keep draft' },
  sent: { zh: '已交支部，看过会告诉你', en: 'Handed in; you will be told' },
  sentLate: { zh: '已交支部，注明补交', en: 'Handed in, marked late' },
  examples: { zh: '本单位常见的写法', en: 'Ways to write it here' },
  takeExample: { zh: '照这个起头', en: 'Begin from this' },
  marked: { zh: '画线的：{says}', en: 'Underlined: {says}' },
  returnedFor: { zh: '支部请你改“{part}”：{reason}', en: 'The branch asks you to change “{part}”: {reason}' },
  whom: { zh: '替谁写', en: 'For whom' },
  whomSearch: { zh: '找名字', en: 'Find a name' },
  whomPledges: { zh: '已交 {n} 件', en: '{n} handed in' },
  consent: { zh: '本人怎么同意的', en: 'How the member agreed' },
  consentOn: { zh: '哪天同意的', en: 'On which day' },
  consentHelp: {
    zh: '会记下是你代写的，本人以后可以自己看、自己确认。',
    en: 'It is kept that you wrote it down; the member can see and confirm it later.',
  },
  chooseWhom: { zh: '先选一位同志', en: 'Choose a member first' },
  elderTell: { zh: '说一件承诺', en: 'Tell a pledge' },
  elderTellHelp: {
    zh: '用自己的话说，或请人帮着打。差几样没关系，支部会来帮你补。',
    en: 'In your own words. The branch helps with the rest.',
  },
  elderSend: { zh: '对，交给支部', en: 'Yes, give it to the branch' },
  elderRead: { zh: '念我的承诺', en: 'My pledges read aloud' },
  elderWords: { zh: '你要做的事', en: 'What you will do' },
  elderNone: { zh: '今年还没有写。写不写由你。', en: 'None this year. It is up to you.' },
  elderSent: { zh: '交给支部了。书记会来和你商量。', en: 'The branch has it and will talk with you.' },
} satisfies Record<string, Text>

export const lackingWords = ['', '一', '两', '三', '四', '五', '六'] as const
