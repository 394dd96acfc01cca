import type { RefusalOf } from '../shared/call.ts'
import type { Text } from '../shared/texts.ts'

/** What refusals of an appeal say where it is raised. */
export const appealHereRefusals: Readonly<Record<RefusalOf<'appeal.raise'>, Text>> = {
  'appeal-empty': { zh: '没有写为什么不同意。写一句就行。', en: 'Say in a sentence why you disagree.' },
  'appeal-not-yours': { zh: '这不是关于你的决定。', en: 'This decision is not about you.' },
  'appeal-already-open': {
    zh: '你已经对这一项提过申诉，正在办。答复下来会告诉你。',
    en: 'You have appealed against this; it is being dealt with and you will be told.',
  },
  'appeal-body-decided-before': {
    zh: '这个组织参与过原来的决定，由上一级来办。再提一次，或者找支部记下。',
    en: 'That body had a part in the decision; the one above takes it. Try again or ask the branch.',
  },
  'appeal-person-decided-before': {
    zh: '这个人参与过原来的决定，由别人来办。',
    en: 'That person had a part in the decision; somebody else takes it.',
  },
  'appeal-own-matter': { zh: '关于自己的申诉由别人来办。', en: 'Somebody else decides on the own matter.' },
  'appeal-wrong-state': {
    zh: '这件申诉已经有了结果。刷新看答复。',
    en: 'It has been answered; reload to see.',
  },
  'appeal-not-handler': { zh: '这件申诉派给了别人。', en: 'It was given to somebody else.' },
  'appeal-needs-answer': { zh: '没有写答复。写明查了什么。', en: 'The answer is missing.' },
  'appeal-not-a-higher-level': { zh: '要交给更高一级的组织。', en: 'It goes to a higher body.' },
  'appeal-by-machine': { zh: '只能由人提出。', en: 'Only a person appeals.' },
  'appeal-nothing-there': {
    zh: '这一项已经撤回或者到期，不用再申诉。',
    en: 'It was taken back or has ended; no appeal is needed.',
  },
}
