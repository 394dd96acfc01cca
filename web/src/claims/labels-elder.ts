import type { Text } from '../shared/texts.ts'

/** 我做了一件事, elder layout: short, spoken words. */
export const elderSayLabels = {
  how: {
    zh: '说三样就行：做了什么，哪一天，谁在场。',
    en: 'Say three things: what you did, on which day, and who was there.',
  },
  write: { zh: '做了什么，写在这里', en: 'Write here what you did' },
  heard: { zh: '听成了这样，对不对？', en: 'This is what was heard. Is it right?' },
  notHeard: { zh: '没有听清。再按一下重新说，或者打字。', en: 'That was not heard. Touch again, or type.' },
  begin: { zh: '按一下，开始说', en: 'Touch and speak' },
  again: { zh: '按一下，重新说', en: 'Touch to say it again' },
  stop: { zh: '说完了，按一下', en: 'Touch when you have finished' },
  hear: { zh: '听一遍', en: 'Hear it' },
  typeInstead: { zh: '我来打字', en: 'I will type' },
  speakInstead: { zh: '我来说', en: 'I will speak' },
  next: { zh: '对，接着来', en: 'Yes, go on' },
  nothingYet: { zh: '先说一句，或者写一句', en: 'Say or write a word first' },
  which: { zh: '这算哪一样？', en: 'Which of these is it?' },
  moreKinds: { zh: '都不是，看别的', en: 'None of these; show others' },
  sayAgain: { zh: '回去重说', en: 'Say it again' },
  countsAs: { zh: '记在「{title}」', en: 'Under “{title}”' },
  otherKind: { zh: '换一样', en: 'Another kind' },
  give: { zh: '对，交给支部', en: 'Yes, give it to the branch' },
  keep: { zh: '对，存下，有网就送', en: 'Yes, keep it and send later' },
  kept: {
    zh: '存下了。有网时打开手机就送，不会丢。',
    en: 'Kept. It is sent when you open this on line; nothing is lost.',
  },
  onItsWay: { zh: '正在送给支部。', en: 'On its way to the branch.' },
  received: { zh: '支部收到了。', en: 'The branch has it.' },
  receivedNext: { zh: '支部看过以后告诉你。', en: 'The branch will look and tell you.' },
  look: {
    zh: '没有送成。打给支部，支部替你记，一样算。',
    en: 'It was not taken. Ring the branch; they write it down and it counts the same.',
  },
  anotherOne: { zh: '再说一件', en: 'Tell another' },
  orCall: { zh: '不想说，就打给{name}书记', en: 'Or ring Secretary {name}' },
  orCallBranch: { zh: '不想说，就打给支部', en: 'Or ring the branch' },
  offlineFirst: {
    zh: '现在没有网。有网时打开一次，以后没网也能说。今天可以打给支部。',
    en: 'You are off line. Open this once on line; later it works without. Today you can ring the branch.',
  },
  waitingSome: { zh: '有 {count} 件还没送到支部', en: '{count} not with the branch yet' },
} as const satisfies Record<string, Text>
