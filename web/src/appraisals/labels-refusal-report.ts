import type { RefusalOf } from '../shared/call.ts'
import type { Text } from '../shared/texts.ts'

type Command =
  | 'duty-report.write'
  | 'duty-report.submit'
  | 'duty-report.ask'
  | 'duty-report.answer'
  | 'duty-report.check'
  | 'self-appraisal.say'
  | 'peer-word.say'
  | 'peer-word.answer'

/** What refusals of reports and words say. */
export const dutyReportRefusalTexts: Record<RefusalOf<Command>, Text> = {
  'duty-report-wrong-state': {
    zh: '这份报告已经走到下一步，刷新看看。',
    en: 'This report has moved on; reload.',
  },
  'duty-report-not-yours': {
    zh: '这是别人的报告。',
    en: 'This is somebody else’s report.',
  },
  'duty-report-part-empty': {
    zh: '“收获”“不足”“下一年打算”都要写。',
    en: 'Gains, shortcomings and next year each need words.',
  },
  'duty-report-problem-without-word': {
    zh: '上一年列出的问题，每个都要说一句。',
    en: 'Say a word on each problem of last year.',
  },
  'duty-report-unknown-problem': {
    zh: '有一个问题不在去年的清单里，刷新再写。',
    en: 'A problem is not on last year’s list; reload.',
  },
  'duty-report-question-empty': {
    zh: '还没有写问题。',
    en: 'No question is written.',
  },
  'duty-report-answer-empty': {
    zh: '还没有写回答。',
    en: 'No answer is written.',
  },
  'duty-report-no-such-question': {
    zh: '找不到这个问题，刷新看看。',
    en: 'That question is not there; reload.',
  },
  'duty-report-questions-open': {
    zh: '还有 {open} 个问题没回答，答完再核对。',
    en: '{open} questions are open; check it off after the answers.',
  },
  'duty-report-own-check': {
    zh: '自己的报告由别人提问和核对。',
    en: 'Somebody else asks about and checks the own report.',
  },
  'duty-report-changed-since': {
    zh: '别处刚改过，刷新后再写。',
    en: 'Changed elsewhere meanwhile; reload.',
  },
  'duty-report-not-now': {
    zh: '现在不是写述职报告的时候。',
    en: 'Reports are not written at this stage.',
  },
  'duty-report-needs-consent': {
    zh: '替人写要本人同意，记下同意的日期。',
    en: 'Writing for somebody needs their consent; give its day.',
  },
  'word-empty': {
    zh: '还没有写，写一句。',
    en: 'Nothing is written; write a sentence.',
  },
  'word-about-oneself': {
    zh: '自己的话写在自评里。',
    en: 'Words about oneself belong in the self-appraisal.',
  },
  'word-other-group': {
    zh: '分组评的，只说本组的人。',
    en: 'Speak about members of your own group.',
  },
  'word-against-policy': {
    zh: '生病、家庭、信仰、私下说的话不写进互评，说说做了什么事。',
    en: 'Leave out illness, family, belief and private speech; say what was done.',
  },
  'word-not-yours': {
    zh: '这是对别人说的，由他本人回应。',
    en: 'This is about somebody else, who answers it.',
  },
  'word-not-on-roll': {
    zh: '不在今年的评议名单上。',
    en: 'Not on the roll of this year.',
  },
  'word-not-now': {
    zh: '现在不是自评互评的时候。',
    en: 'Words are not taken at this stage.',
  },
}
