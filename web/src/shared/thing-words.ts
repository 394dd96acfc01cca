import type { ThingWords } from './things-to-do.ts'

/** Words of the things to do, by kind. A feature that opens a kind adds its line here. */
export const wordsOfThings: Readonly<Record<string, ThingWords>> = {
  'message.read': {
    title: { zh: '看通知：{title}', en: 'Read the notice: {title}' },
    why: { zh: '{askedBy}发的', en: 'Sent by {askedBy}' },
    act: { zh: '看', en: 'Read' },
    pcPath: '/messages/{subjectId}',
    mobilePath: '/messages/{subjectId}',
  },
  'message.answer': {
    title: { zh: '答复通知：{title}', en: 'Answer the notice: {title}' },
    why: { zh: '{askedBy}发的，等你一句话', en: 'Sent by {askedBy}, who waits for a word from you' },
    act: { zh: '答复', en: 'Answer' },
    pcPath: '/messages/{subjectId}',
    mobilePath: '/messages/{subjectId}',
  },
  'correction.decide': {
    title: { zh: '答复更正申请，{count} 条', en: 'Answer {count} requested corrections' },
    why: { zh: '党员本人提出的，逐条答复', en: 'Asked by the members themselves; each gets an answer' },
    act: { zh: '开始答复', en: 'Begin' },
    pcPath: '/corrections',
    mobilePath: '/corrections',
  },
}

/** For a kind this page does not know yet, such as right after an update. */
export const unknownThing: ThingWords = {
  title: { zh: '有一件事请你看', en: 'Something for you to see' },
  why: { zh: '刷新页面就能看到是什么', en: 'Reload the page to see what it is' },
  act: { zh: '看', en: 'Open' },
}
