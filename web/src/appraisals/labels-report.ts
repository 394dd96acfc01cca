import type { DutyReportState } from '@steward/domain/appraisals/duty-report.ts'
import type { Tone } from '../shared/kit/Tag.tsx'
import type { Text } from '../shared/texts.ts'
import type { ReportPart } from './hooks-report.ts'

export const reportStateTexts: Record<DutyReportState, Text> = {
  drafted: { zh: '在写', en: 'Being written' },
  submitted: { zh: '交了，等核对', en: 'Handed in' },
  questioned: { zh: '问了，等回答', en: 'Asked about' },
  checked: { zh: '核对过了', en: 'Checked off' },
}
export const reportTones: Record<DutyReportState, Tone> = {
  drafted: 'line',
  submitted: 'ochre',
  questioned: 'ochre',
  checked: 'pine',
}

export const partTexts: Record<ReportPart, { readonly title: Text; readonly help: Text }> = {
  pledges: {
    title: { zh: '承诺办得怎样', en: 'Pledges' },
    help: {
      zh: '从承诺里起草的，可以改、可以补一句',
      en: 'Drafted from the pledges; change it or add a line',
    },
  },
  deeds: {
    title: { zh: '做了哪些事', en: 'Deeds' },
    help: { zh: '从记了分的事里起草的，可以改', en: 'Drafted from what was credited; change it' },
  },
  gains: {
    title: { zh: '收获', en: 'Gains' },
    help: { zh: '这一年学到什么、做成什么', en: 'What was learnt or done well' },
  },
  shortcomings: {
    title: { zh: '不足', en: 'Shortcomings' },
    help: { zh: '说一两件具体的', en: 'One or two, concrete' },
  },
  lastYearProblems: {
    title: { zh: '上一年的问题', en: 'Last year’s problems' },
    help: {
      zh: '每个问题在旁边各说一句，这里可不写',
      en: 'A word on each stands beside; this may stay empty',
    },
  },
  nextYear: {
    title: { zh: '下一年打算', en: 'Next year' },
    help: { zh: '打算做哪几件事', en: 'What is planned' },
  },
}

export const reportTexts = {
  what: { zh: '述职报告', en: 'the duty report' },
  list: { zh: '述职报告', en: 'the reports' },
  title: { zh: '{name} {year} 年述职报告', en: 'Duty report {year} of {name}' },
  none: { zh: '名单上没有人', en: 'Nobody is on the roll' },
  noneNext: { zh: '先排好评议名单。', en: 'Draft the roll first.' },
  sums: {
    zh: '要交 {owed} 份，交了 {inside} 份，核对过 {checked} 份',
    en: '{owed} asked for, {inside} handed in, {checked} checked off',
  },
  missing: { zh: '还没交：{names}', en: 'Not handed in: {names}' },
  toCheck: { zh: '等你核对：{names}', en: 'To be checked off: {names}' },
  show: { zh: '看哪些', en: 'Show' },
  all: { zh: '全部', en: 'All' },
  waiting: { zh: '没交的', en: 'Missing' },
  unchecked: { zh: '没核对的', en: 'To check' },
  name: { zh: '姓名', en: 'Name' },
  state: { zh: '到哪一步', en: 'State' },
  questions: { zh: '没答的问题', en: 'Open questions' },
  phone: { zh: '用不用手机', en: 'Phone' },
  hasPhone: { zh: '有账号', en: 'Has an account' },
  noPhone: { zh: '没有账号，口述由人代记', en: 'No account; somebody writes' },
  notOwed: { zh: '自愿', en: 'If they wish' },
  notIn: { zh: '没交', en: 'Not handed in' },
  open: { zh: '看', en: 'Open' },
  openOf: { zh: '看{name}的述职报告', en: 'Open the report of {name}' },
  take: { zh: '代记', en: 'Write down' },
  takeOf: { zh: '替{name}记述职报告', en: 'Write the report of {name} down' },
  back: { zh: '回到述职报告', en: 'Back to the reports' },
  drafted: {
    zh: '下面是按本人的记录起草的，还没有存。',
    en: 'This is drafted from the records and not kept yet.',
  },
  words: { zh: '报告', en: 'The report' },
  facts: { zh: '起草用的记录', en: 'What it is drafted from' },
  factsNote: {
    zh: '只用本人的承诺、记分和去年的问题，不猜。',
    en: 'Only pledges, credited deeds and last year’s problems; nothing is guessed.',
  },
  factPledges: { zh: '承诺 {count} 件', en: '{count} pledges' },
  factDeeds: { zh: '记了分的事 {count} 件，过程分 {points}', en: '{count} deeds, {points} points' },
  factHours: { zh: '义务劳动 {hours} 小时', en: '{hours} hours of voluntary work' },
  factProblems: { zh: '上一年的问题 {count} 个', en: '{count} problems of last year' },
  factMissing: { zh: '没有记录：{names}', en: 'No record: {names}' },
  moreDeeds: { zh: '另有 {count} 件', en: '{count} more' },
  deedPoints: { zh: '{points} 分', en: '{points} pts' },
  measure: { zh: '整改：{measure}', en: 'Measure: {measure}' },
  yearPage: { zh: '看一人一年', en: 'See the year' },
  onProblem: { zh: '对这个问题说一句', en: 'A word on this problem' },
  consent: { zh: '哪天同意由别人代记', en: 'Day of consent to be helped' },
  consentHelp: {
    zh: '本人口述，你照原话记；记完念给本人听',
    en: 'The member speaks, you write it as said and read it back',
  },
  consentWrite: { zh: '写上同意的日期', en: 'Give the day of consent' },
  by: { zh: '{name}代记，{day}同意', en: 'Written down by {name}, agreed {day}' },
  save: { zh: '存下', en: 'Save' },
  saved: { zh: '已存下', en: 'Saved' },
  hand: { zh: '交给支部', en: 'Hand in' },
  handed: { zh: '交了，等支部核对', en: 'Handed in; the branch checks it' },
  needed: { zh: '写一两句', en: 'Write a sentence or two' },
  submittedOn: { zh: '{day}交的', en: 'Handed in {day}' },
  checkedBy: { zh: '{name}{day}核对', en: 'Checked off by {name}, {day}' },
  asked: { zh: '提问和回答', en: 'Questions and answers' },
  askedNone: { zh: '还没有人问过', en: 'Nobody has asked' },
  askBy: { zh: '{by} {day}问', en: '{by} asked, {day}' },
  answeredOn: { zh: '{day}答', en: 'answered {day}' },
  unanswered: { zh: '等本人回答', en: 'Waits for the answer' },
  ask: { zh: '问一句', en: 'Ask' },
  askLabel: { zh: '想问什么', en: 'Question' },
  askModel: { zh: '如：三组的水渠是哪天通的', en: 'For instance: when did the canal of group three run' },
  askedDone: { zh: '问了，等本人回答', en: 'Asked' },
  answer: { zh: '回答', en: 'Answer' },
  answerLabel: { zh: '怎么回答', en: 'Answer' },
  answerFor: { zh: '照本人的话记', en: 'In the member’s words' },
  answered: { zh: '答了', en: 'Answered' },
  check: { zh: '核对过了', en: 'Check off' },
  checkNext: { zh: '核对过了，看下一份', en: 'Check off, next one' },
  checkText: { zh: '核对的是写全没有、有没有出入，不是打分。', en: 'A check of completeness, not a mark.' },
  checked: { zh: '{name}的报告核对过了', en: 'The report of {name} is checked off' },
  own: { zh: '自己的报告由别人提问和核对。', en: 'Somebody else asks about and checks the own report.' },
  file: { zh: '下载 .docx', en: 'Download .docx' },
  fetching: { zh: '正在取', en: 'Fetching' },
  checkOf: { zh: '核对{name}的报告', en: 'Check the report of {name}' },
  ownTitle: { zh: '我的述职报告', en: 'My duty report' },
  ownNone: { zh: '现在没有要写的述职报告', en: 'No duty report to write now' },
  ownNoneNext: {
    zh: '支部开始收述职报告时，这里会有草稿。',
    en: 'When the branch asks for reports, the draft stands here.',
  },
} as const satisfies Record<string, Text>

/** Words that stand for what is missing among the facts. */
export const missingTexts: Readonly<Record<string, Text>> = {
  承诺: { zh: '承诺', en: 'pledges' },
  申报的事: { zh: '申报的事', en: 'deeds' },
  上一年的问题: { zh: '上一年的问题', en: 'last year’s problems' },
}
/** Outcomes of pledges as the records write them. */
export const outcomeTexts: Readonly<Record<string, Text>> = {
  兑现: { zh: '兑现', en: 'kept' },
  部分兑现: { zh: '部分兑现', en: 'partly kept' },
  因故未兑现: { zh: '因故未兑现', en: 'not kept, with a reason' },
  未兑现: { zh: '未兑现', en: 'not kept' },
}

export const spokenTexts = {
  what: { zh: '自评和互评', en: 'what was said' },
  selfSums: { zh: '{done} 人说过，共 {all} 人', en: '{done} of {all} have spoken' },
  selfMissing: { zh: '还没自评：{names}', en: 'Not yet: {names}' },
  peerSums: { zh: '说过 {done} 人，共 {all} 人。', en: 'Spoken of {done} of {all}.' },
  peerMissing: { zh: '还没有人说过：{names}', en: 'Nobody has spoken of: {names}' },
  selfNone: { zh: '还没有人自评', en: 'No self-appraisal yet' },
  selfNoneNext: {
    zh: '手机上写的、会上口头说的，都列在这里。',
    en: 'From the phone and from the meeting, all stand here.',
  },
  peerNone: { zh: '还没有互评', en: 'Nothing said about each other yet' },
  take: { zh: '记一段自评', en: 'Write a self-appraisal down' },
  takePeer: { zh: '记一段互评', en: 'Write words about somebody down' },
  who: { zh: '谁说的', en: 'Who speaks' },
  about: { zh: '说的是谁', en: 'About whom' },
  pick: { zh: '选一个人', en: 'Choose' },
  text: { zh: '原话', en: 'In their words' },
  selfModel: {
    zh: '如：修渠去了 6 天；开会有两次没到，明年改',
    en: 'Six days on the canal; missed two meetings',
  },
  peerModel: {
    zh: '如：抢险那天他一直在坝上；组里开会话少了些',
    en: 'He stayed on the dam that day; says little at meetings',
  },
  save: { zh: '记下', en: 'Write down' },
  saveNext: { zh: '记下，写下一个', en: 'Write down, next' },
  saved: { zh: '{name}的话记下了', en: 'The words of {name} are written down' },
  byOther: { zh: '{name}代记', en: 'written by {name}' },
  saidBy: { zh: '{by} {day}说', en: '{by}, {day}' },
  answer: { zh: '本人回应：{text}', en: 'Answer: {text}' },
  empty: { zh: '写一句原话', en: 'Write a sentence' },
  hidden: {
    zh: '只有本人和办评议的人能看。',
    en: 'Read by the member and those who run the appraisal only.',
  },
  notNow: { zh: '开票箱以后不再记。', en: 'Nothing is taken down once boxes are open.' },
} as const satisfies Record<string, Text>
