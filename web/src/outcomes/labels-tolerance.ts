import type { Text } from '../shared/texts.ts'
import type { Tone } from '../shared/kit/Tag.tsx'
import type { Tolerance, ToleranceShow } from './hooks-warning.ts'

type Check = NonNullable<Tolerance['check']>

export const toleranceLabels = {
  title: { zh: '容错', en: 'Tolerance' },
  one: { zh: '容错申请', en: 'Tolerance case' },
  intro: {
    zh: '干工作中出的错，守法、尽心、没有私利的，可以不作负面评价，有关扣分撤回。',
    en: 'Errors made in doing one’s duty, within the law, with care and without gain, count nowhere; their deductions are taken back.',
  },
  apply: { zh: '申请容错', en: 'Apply for tolerance' },
  applyFor: { zh: '替党员申请', en: 'Apply for a member' },
  who: { zh: '谁', en: 'Who' },
  matter: { zh: '事情', en: 'Matter' },
  state: { zh: '到哪一步', en: 'Stage' },
  due: { zh: '期限', en: 'Due' },
  overdue: { zh: '过了期限', en: 'Past its day' },
  show: { zh: '看哪些', en: 'Which' },
  empty: { zh: '这里没有容错申请', en: 'No cases here' },
  emptyNext: {
    zh: '本人在手机上从扣分或者预警申请，也可以由支部替他申请。',
    en: 'Members apply from a deduction or warning on the phone; the branch can apply for them.',
  },
  named: { zh: '有关的扣分', en: 'Deductions named' },
  namedNone: { zh: '没有点名扣分', en: 'No deduction is named' },
  reversed: { zh: '已撤回', en: 'Taken back' },
  willReverse: { zh: '认定容错后撤回', en: 'Taken back once tolerated' },
  warning: { zh: '有关的预警', en: 'Warning named' },
  appliedBy: { zh: '{name} {day} 申请', en: 'Applied by {name} on {day}' },
  appliedByBranch: { zh: '{name} {day} 替本人申请', en: 'Applied for the member by {name} on {day}' },
  check: { zh: '核查', en: 'Check' },
  checkedBy: { zh: '{name} {day} 核查', en: 'Checked by {name} on {day}' },
  conditions: { zh: '四个条件', en: 'Four conditions' },
  distinctions: { zh: '三个区分', en: 'Three distinctions' },
  factors: { zh: '六个方面', en: 'Six factors' },
  exclusions: { zh: '不予容错的情形', en: 'Exclusions' },
  none: { zh: '没有', en: 'None' },
  met: { zh: '符合', en: 'Met' },
  notMet: { zh: '不符合', en: 'Not met' },
  finding: { zh: '认定', en: 'Finding' },
  foundBy: {
    zh: '{body}（{document}），{name} {day} 登记',
    en: '{body} ({document}), entered by {name} on {day}',
  },
  notAccepted: { zh: '没有受理', en: 'Not taken up' },
  answered: { zh: '{day} 答复了本人', en: 'The member was answered on {day}' },
  hinder: { zh: '现在不能认定容错：{what}', en: 'It cannot be tolerated: {what}' },
  back: { zh: '容错', en: 'Tolerance' },
  paper: { zh: '下载容错认定书', en: 'Download the finding' },
  daysLine: {
    zh: '受理 {accept} 个、核查 {check} 个、答复 {answer} 个工作日',
    en: 'Working days: {accept} to take up, {check} to check, {answer} to answer',
  },
  setDays: { zh: '改期限', en: 'Change the days' },
} as const satisfies Record<string, Text>

type StateWords = { readonly text: Text; readonly tone: Tone }
export const toleranceStateTexts: Readonly<Record<Tolerance['state'], StateWords>> = {
  applied: { text: { zh: '等受理', en: 'To be taken up' }, tone: 'ochre' },
  accepted: { text: { zh: '核查中', en: 'Being checked' }, tone: 'ochre' },
  notAccepted: { text: { zh: '没有受理', en: 'Not taken up' }, tone: 'plain' },
  checked: { text: { zh: '等认定', en: 'To be found on' }, tone: 'ochre' },
  tolerated: { text: { zh: '予以容错', en: 'Tolerated' }, tone: 'pine' },
  notTolerated: { text: { zh: '不予容错', en: 'Not tolerated' }, tone: 'plain' },
}

export const toleranceShowTexts: Readonly<Record<ToleranceShow, Text>> = {
  open: { zh: '在办', en: 'Open' },
  toAnswer: { zh: '等答复', en: 'To be answered' },
  decided: { zh: '有结果', en: 'Decided' },
  all: { zh: '全部', en: 'All' },
}

export const conditionTexts: Readonly<Record<keyof Check['conditions'], Text>> = {
  dutyOrReform: { zh: '是履行职责或者推进改革中出的错', en: 'It happened in duty or reform work' },
  lawsKept: { zh: '没有违反法律法规和党纪', en: 'Law and discipline were kept' },
  careTaken: { zh: '尽到了该尽的注意', en: 'Care was taken' },
  noPrivateGain: { zh: '没有谋私利', en: 'There was no private gain' },
}

export const distinctionTexts: Readonly<Record<keyof Check['distinctions'], Text>> = {
  inexperienceNotKnowingBreach: {
    zh: '是缺乏经验，不是明知故犯',
    en: 'Inexperience, not a knowing breach',
  },
  notForbiddenNotDefiance: {
    zh: '是没有明令禁止的探索，不是有令不行',
    en: 'Trying what was not forbidden, not defying a ban',
  },
  forDevelopmentNotGain: {
    zh: '是为了发展的无意过失，不是为了自己',
    en: 'An honest slip for development, not for gain',
  },
}

export const factorTexts: Readonly<Record<keyof Check['factors'], { name: Text; help: Text }>> = {
  motive: { name: { zh: '动机', en: 'Motive' }, help: { zh: '为了什么', en: 'What for' } },
  conditions: {
    name: { zh: '客观条件', en: 'Conditions' },
    help: { zh: '当时什么情况', en: 'What it was like' },
  },
  procedure: {
    name: { zh: '程序方法', en: 'Procedure' },
    help: { zh: '问过谁、议过没有', en: 'Who was asked' },
  },
  nature: { name: { zh: '性质', en: 'Nature' }, help: { zh: '是什么样的错', en: 'What kind of error' } },
  consequence: { name: { zh: '后果', en: 'Consequence' }, help: { zh: '影响了什么', en: 'What came of it' } },
  repair: { name: { zh: '挽回', en: 'Repair' }, help: { zh: '后来怎么补的', en: 'What was put right' } },
}

export const exclusionTexts: Readonly<Record<Check['exclusions'][number], Text>> = {
  majorSafetyAccident: { zh: '重大安全责任事故', en: 'A major safety accident' },
  disciplineOrLawBreach: { zh: '违纪违法', en: 'A breach of discipline or law' },
}

export const toleranceForms = {
  about: { zh: '是哪件事', en: 'What it is about' },
  aboutHelp: { zh: '可以选一件，也可以选几件有关的', en: 'One, or several that belong together' },
  aboutNone: {
    zh: '现在没有可以申请容错的扣分或者预警',
    en: 'No deduction or warning that could be named',
  },
  matter: { zh: '事情的经过', en: 'What happened' },
  matterHelp: {
    zh: '做什么工作、当时怎么想的、哪里没做好、后来怎么补的',
    en: 'The work, the thinking, what went wrong, what was put right',
  },
  send: { zh: '交上去', en: 'Hand it in' },
  sending: { zh: '正在交', en: 'Handing in' },
  sent: { zh: '交上去了，{day} 前告诉你受不受理', en: 'Handed in; you hear by {day} whether it is taken up' },
  paperToo: {
    zh: '不方便写的，到支部说，支部替你写。',
    en: 'If writing is hard, tell the branch; it writes for you.',
  },
  accept: { zh: '受理', en: 'Take it up' },
  acceptIntro: {
    zh: '受理以后核查。不受理的写明原因，本人可以申诉。',
    en: 'Then it is checked. Where it is not taken up, say why; the member can appeal.',
  },
  notAccept: { zh: '不予受理', en: 'Do not take it up' },
  notAcceptReason: { zh: '为什么不受理', en: 'Why not' },
  check: { zh: '写下核查情况', en: 'Write down the check' },
  saveCheck: { zh: '核查完毕', en: 'The check is done' },
  find: { zh: '登记认定', en: 'Enter the finding' },
  findIntro: {
    zh: '由有权的党组织认定，核查的人不认定。认定容错的，点名的扣分马上撤回。',
    en: 'A competent body finds, never who checked. Once tolerated, the deductions named are taken back at once.',
  },
  body: { zh: '认定的组织', en: 'Body' },
  document: { zh: '文号', en: 'Document number' },
  reason: { zh: '理由', en: 'Reason' },
  tolerate: { zh: '认定予以容错', en: 'Find for tolerance' },
  notTolerate: { zh: '认定不予容错', en: 'Find against it' },
  found: { zh: '登记了，撤回 {count} 笔扣分', en: 'Entered; {count} deductions taken back' },
  answer: { zh: '登记已书面答复本人', en: 'Enter that the member was answered' },
  answerIntro: { zh: '把认定书交给本人，再来登记。', en: 'Hand the paper over, then enter it.' },
  days: { zh: '各步的工作日', en: 'Working days of each step' },
  acceptDays: { zh: '受理', en: 'Take up' },
  checkDays: { zh: '核查', en: 'Check' },
  answerDays: { zh: '答复', en: 'Answer' },
  daysDocument: { zh: '依据文号', en: 'By which document' },
  saveDays: { zh: '存下期限', en: 'Save the days' },
  daysSaved: { zh: '存下了，以后的步骤按新的算', en: 'Saved; later steps follow it' },
} as const satisfies Record<string, Text>
