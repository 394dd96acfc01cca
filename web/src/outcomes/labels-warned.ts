import type { Text } from '../shared/texts.ts'

/** What the member reads about oneself. */
export const warnedLabels = {
  title: { zh: '预警、警示和容错', en: 'Warnings, cautions, tolerance' },
  warnings: { zh: '关于我的预警', en: 'Warnings about me' },
  cautions: { zh: '关于我的警示', en: 'Cautions about me' },
  tolerance: { zh: '我的容错申请', en: 'My tolerance cases' },
  empty: { zh: '没有关于你的预警、警示，也没有容错申请', en: 'No warnings, cautions or cases about you' },
  emptyNext: {
    zh: '有了会马上告诉你。对扣分可以申请容错，也可以提异议。',
    en: 'You would be told at once. Of a deduction you can apply for tolerance, or object.',
  },
  warned: { zh: '给你的预警', en: 'A warning to you' },
  warnedText: {
    zh: '预警不是处分。改了、经人确认，就解除，以后不再提。',
    en: 'A warning is no sanction. When the change is confirmed it ends and is not held against you.',
  },
  cautioned: { zh: '给你的警示', en: 'A caution to you' },
  cautionedText: {
    zh: '警示不是处分，也不是组织处置。有人帮你一起改。',
    en: 'A caution is neither sanction nor disposal. Somebody helps you with the change.',
  },
  yourAnswer: { zh: '你说的', en: 'Your answer' },
  answer: { zh: '说明情况', en: 'Answer' },
  answerText: {
    zh: '随时可以说，原话存下。也可以当面说、打电话，由支部记下，一样算。',
    en: 'Any time, kept in your words. Spoken or by telephone through the branch counts the same.',
  },
  answerWords: { zh: '你想说的', en: 'What you want to say' },
  answerMissing: { zh: '还没有写，写几句再交', en: 'It is empty; write a few words' },
  send: { zh: '交给组织', en: 'Hand it in' },
  sending: { zh: '正在交', en: 'Handing in' },
  sent: { zh: '收到了，存在这份通知后面', en: 'Received; kept with the notice' },
  tolerate: { zh: '申请容错', en: 'Apply for tolerance' },
  tolerateText: {
    zh: '干工作中出的错，守法、尽心、没有私利的，可以申请。',
    en: 'For an error made in duty, within the law, with care and without gain.',
  },
  appeal: { zh: '我不同意，提出申诉', en: 'I disagree and appeal' },
  appealMeasure: { zh: '对措施提出申诉', en: 'Appeal against the measure' },
  paper: { zh: '看通知书', en: 'The notice as a file' },
  finding: { zh: '看认定书', en: 'The finding as a file' },
  next: { zh: '接下来', en: 'Next' },
  stepAccept: { zh: '等受理，{day} 前告诉你', en: 'To be taken up; you hear by {day}' },
  stepCheck: { zh: '正在核查，{day} 前查完', en: 'Being checked until {day}' },
  stepFind: { zh: '查完了，等认定', en: 'Checked; waits for the finding' },
  stepAnswer: { zh: '{day} 前书面答复你', en: 'You get a written answer by {day}' },
  backMine: { zh: '看我的', en: 'See mine' },
  elderTitle: { zh: '有一份通知给你', en: 'A notice to you' },
  elderOpen: { zh: '看一看', en: 'Read it' },
  elderAnswer: { zh: '我来说几句', en: 'I want to say something' },
  elderAnswerText: { zh: '说的话原样交给组织。', en: 'Your words are handed over as they are.' },
  elderSent: { zh: '收到了。', en: 'Received.' },
  elderAppeal: {
    zh: '不同意，可以打给支部，支部替你记下申诉。',
    en: 'If you disagree, ring the branch; it writes your appeal down.',
  },
} as const satisfies Record<string, Text>
