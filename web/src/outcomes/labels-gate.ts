import type { AdverseStepRefusal } from '@steward/domain/outcomes/adverse-step.ts'
import type { Text } from '../shared/texts.ts'

/** What the one gate to adverse states says when something is missing. */
export const gateTexts: Readonly<Record<AdverseStepRefusal, Text>> = {
  'adverse-state-not-by-machine': { zh: '只能由人登记。', en: 'Only a person enters this.' },
  'adverse-state-needs-decider': {
    zh: '没有写决定人。写明是谁决定的。',
    en: 'The decider is missing. Say who decided.',
  },
  'adverse-state-needs-body': {
    zh: '没有写决定的组织。写明是哪个组织决定的。',
    en: 'The body is missing. Say which body decided.',
  },
  'adverse-state-needs-date': {
    zh: '没有写决定日期。照文件上的日期写。',
    en: 'The day is missing. Give the day of the document.',
  },
  'adverse-state-needs-reason': {
    zh: '没有写理由。写明做了什么、没做什么。',
    en: 'The reason is missing. Say what was done or not done.',
  },
  'adverse-state-needs-proof': {
    zh: '没有写怎样送达本人。先送达，再登记回证的编号。',
    en: 'Proof of service is missing. Serve it first, then enter the number of the receipt.',
  },
  'state-date-in-future': { zh: '决定日期在今天以后，核对一下。', en: 'The day lies ahead; check it.' },
  'adverse-state-own-case': {
    zh: '这是你自己的事，由别人登记。',
    en: 'This is about yourself; somebody else enters it.',
  },
  'adverse-state-disputed': {
    zh: '本人提的异议还没有答复，现在不能登记。等答复下来再办。',
    en: 'An objection is open; nothing can be entered now. Wait for its answer.',
  },
  'reason-missing': { zh: '没有写理由，写一句。', en: 'No reason is written; write a sentence.' },
  'reason-too-short': {
    zh: '理由太短，至少写 {least} 个字，让本人看得懂。',
    en: 'Too short to be understood; write {least} characters at least.',
  },
  'reason-against-policy': {
    zh: '生病、请假、家庭、信仰、私下说的话都不能作理由，改写成做了什么、没做什么。',
    en: 'Illness, leave, family, belief and private speech are no reasons; say what was done or not done.',
  },
}
