import type { Text } from '../shared/texts.ts'
import type { Tone } from '../shared/kit/Tag.tsx'
import type { Appeal, AppealShow } from './hooks-warning.ts'

export const appealLabels = {
  title: { zh: '申诉', en: 'Appeals' },
  mine: { zh: '我的申诉', en: 'My appeals' },
  intro: {
    zh: '由另一级组织、没有参与原决定的人答复。成立的，原来的决定撤回或者重新办。',
    en: 'Another body answers, through somebody who had no part in it. Upheld, the decision is taken back or done anew.',
  },
  empty: { zh: '这里没有申诉', en: 'No appeals here' },
  emptyNext: {
    zh: '党员可以在手机上提，也可以口头、书面交给支部记下。',
    en: 'Members appeal on the phone, by word or on paper through the branch.',
  },
  mineEmpty: { zh: '你没有提过申诉', en: 'You have made no appeal' },
  mineEmptyNext: {
    zh: '对预警、警示、限制、容错认定不同意，从那一件里提，或者找支部。',
    en: 'If you disagree with a warning, caution, limit or finding, appeal from there, or through the branch.',
  },
  late: { zh: '过了十五天提的，照样办', en: 'Raised after fifteen days, taken all the same' },
  liesWith: { zh: '在{body}', en: 'Lies with {body}' },
  due: { zh: '{day} 前答复', en: 'Answer due by {day}' },
  overdue: { zh: '过了答复期限', en: 'Past its day' },
  take: { zh: '替本人记下申诉', en: 'Write an appeal down' },
  takenDone: {
    zh: '记下了，交到{body}，{day} 前答复',
    en: 'Written down; it lies with {body}, answered by {day}',
  },
  taken: { zh: '{name}记下的', en: 'Written down by {name}' },
  words: { zh: '不同意什么', en: 'What is disagreed with' },
  wordsHelp: { zh: '哪里不对、有什么依据，写原话就行', en: 'What is wrong and why, in your own words' },
  evidence: { zh: '看原来的决定', en: 'See the decision' },
  answer: { zh: '答复', en: 'Answer' },
  answerHelp: {
    zh: '查了什么、为什么这样答复，本人看得到',
    en: 'What was looked at and why; the member reads it',
  },
  answeredBy: { zh: '{name} {day} 答复', en: 'Answered by {name} on {day}' },
  assign: { zh: '分派', en: 'Assign' },
  assignHelp: { zh: '参与过原决定的人不能办', en: 'Who had a hand in the decision is barred' },
  assignTo: { zh: '交给谁办', en: 'Whom to give it to' },
  assigned: { zh: '交给{name}了', en: 'Given to {name}' },
  again: { zh: '换人办', en: 'Give it to somebody else' },
  barred: { zh: '参与过原决定', en: 'had a hand in it' },
  barredOwn: { zh: '本人', en: 'the member' },
  nobody: { zh: '这一级没有能办的人，交上一级', en: 'Nobody here is free to decide; pass it up' },
  missing: { zh: '选一个人', en: 'Choose somebody' },
  handler: { zh: '由{name}办', en: 'With {name}' },
  uphold: { zh: '成立，撤回或重办', en: 'Uphold it' },
  notUphold: { zh: '不成立', en: 'Do not uphold' },
  decided: { zh: '答复了：{state}', en: 'Answered: {state}' },
  upholdNote: {
    zh: '成立的，有关预警撤销、警示解除、容错重新核查，本人马上看得到。',
    en: 'Upheld, the warning is lifted, the caution ends or the case is checked anew; the member sees it at once.',
  },
  further: { zh: '向上一级申诉', en: 'Go on to the next level' },
  furtherTo: { zh: '下一级：{body}', en: 'Next: {body}' },
  withdraw: { zh: '撤回申诉', en: 'Withdraw it' },
  withdrawn: { zh: '撤回了', en: 'Withdrawn' },
  raise: { zh: '提出申诉', en: 'Appeal' },
  raiseTitle: { zh: '我不同意', en: 'I disagree' },
  send: { zh: '交上去', en: 'Hand it in' },
  sending: { zh: '正在交', en: 'Handing in' },
  sent: { zh: '交到{body}了，{day} 前答复你', en: 'It lies with {body}; you are answered by {day}' },
  promise: {
    zh: '办的人没有参与原来的决定。答复以前，这件事不作为任何不利安排的依据。',
    en: 'Whoever decides had no part in it. Until then it is no ground for anything adverse.',
  },
  ways: {
    zh: '也可以打电话、写纸条交给支部，一样算。',
    en: 'By telephone or on paper through the branch counts the same.',
  },
  back: { zh: '申诉', en: 'Appeals' },
  history: { zh: '经过', en: 'History' },
  see: { zh: '看申诉', en: 'See the appeal' },
} as const satisfies Record<string, Text>

type StateWords = { readonly text: Text; readonly tone: Tone }
export const appealStateTexts: Readonly<Record<Appeal['state'], StateWords>> = {
  received: { text: { zh: '等分派', en: 'To be assigned' }, tone: 'ochre' },
  assigned: { text: { zh: '在办', en: 'Being decided' }, tone: 'ochre' },
  upheld: { text: { zh: '成立', en: 'Upheld' }, tone: 'pine' },
  notUpheld: { text: { zh: '不成立', en: 'Not upheld' }, tone: 'plain' },
  withdrawn: { text: { zh: '本人撤回', en: 'Withdrawn' }, tone: 'plain' },
}

export const appealShowTexts: Readonly<Record<AppealShow, Text>> = {
  open: { zh: '在办', en: 'Open' },
  overdue: { zh: '过了期限', en: 'Overdue' },
  mine: { zh: '交给我的', en: 'With me' },
  decided: { zh: '有答复', en: 'Answered' },
  all: { zh: '全部', en: 'All' },
}

export const appealKindTexts: Readonly<Record<Appeal['subject']['kind'], Text>> = {
  warning: { zh: '预警', en: 'Warning' },
  caution: { zh: '警示', en: 'Caution' },
  limit: { zh: '限制', en: 'Limit' },
  downMeasure: { zh: '预警后的措施', en: 'Measure after a warning' },
  disposal: { zh: '组织处置', en: 'Disposal' },
  sanction: { zh: '处分', en: 'Sanction' },
  tolerance: { zh: '容错', en: 'Tolerance' },
  outcomeList: { zh: '结果运用', en: 'Use of results' },
}
