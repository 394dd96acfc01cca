import type { Text } from '../shared/texts.ts'

export const elderTexts = {
  sayAct: { zh: '说我的一年', en: 'Speak of my year' },
  voteAct: { zh: '去投票', en: 'Vote' },
  voteGoOn: { zh: '接着投票', en: 'Go on voting' },
  readAct: { zh: '看评议意见', en: 'Read the opinion' },
  orCall: { zh: '也可以打给支部，请他们上门', en: 'Or ring the branch; they come to you' },
  call: { zh: '打给支部', en: 'Ring the branch' },
  callText: { zh: '说一声就行，支部替你记', en: 'Say it; the branch writes it down' },
  reportSay: {
    zh: '今年的述职，说给支部就行，支部替你写好，念给你听。',
    en: 'Tell the branch about your year; they write it down and read it back to you.',
  },
  answerSay: {
    zh: '支部有 {count} 个问题问你，打个电话说就行。',
    en: 'The branch has {count} questions; answer by telephone.',
  },
  peersSay: { zh: '想说说别的党员，打给支部，支部替你记。', en: 'To say a word on others, ring the branch.' },
  mendingSay: { zh: '要改的事做到哪了，打个电话说一声。', en: 'Say by telephone how far it is.' },
  saidText: { zh: '你说的：', en: 'You said:' },
  saidDone: { zh: '记下了，支部收到了。', en: 'Written down; the branch has it.' },
  back: { zh: '好', en: 'Good' },
} satisfies Record<string, Text>
