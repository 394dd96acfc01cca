import type { DisposalForm, DisposalState } from '@steward/domain/outcomes/disposal.ts'
import type { DisposalGround } from '@steward/domain/outcomes/disposal-ground.ts'
import type { Sanction } from '@steward/domain/outcomes/discipline.ts'
import type { Text } from '../shared/texts.ts'
import type { Case, Which } from './hooks-disposal.ts'

export const formTexts: Readonly<Record<DisposalForm, Text>> = {
  correctionOrder: { zh: '限期改正', en: 'Correction order' },
  persuasion: { zh: '劝退', en: 'Persuasion to withdraw' },
  removal: { zh: '除名', en: 'Removal' },
}
export const groundTexts: Readonly<Record<DisposalGround, Text>> = {
  helpInVain: { zh: '帮扶后没有改变', en: 'Help changed nothing' },
  lapse: {
    zh: '连续六个月以上不参加组织生活、不交党费或者不做分配的工作',
    en: 'Six months without life, dues or work of the organisation',
  },
  lostContact: { zh: '失去联系', en: 'Lost contact' },
  correctionWithoutChange: { zh: '限期改正期满没有改变', en: 'A correction order without change' },
  persuasionRefused: { zh: '劝退后本人拒绝', en: 'Persuasion was refused' },
  decidedElsewhere: { zh: '按有权机关的文件办', en: 'By the document of the competent body' },
}
export const stateTexts: Readonly<Record<DisposalState, Text>> = {
  proposed: { zh: '等备案', en: 'Waits to be filed' },
  filed: { zh: '查事实', en: 'Finding facts' },
  factsFound: { zh: '等谈话', en: 'Waits for the talk' },
  heard: { zh: '等支委会意见', en: 'Waits for the opinion' },
  opinionGiven: { zh: '意见已出', en: 'Opinion given' },
  preReviewed: { zh: '等表决', en: 'Waits for the vote' },
  voted: { zh: '表决通过，等决定', en: 'Carried, waits for the decision' },
  inForce: { zh: '已生效', en: 'In force' },
  stopped: { zh: '没有办下去', en: 'Ended without disposal' },
}
export const endTexts: Readonly<Record<NonNullable<Case['endedHow']>, Text>> = {
  changed: { zh: '期满，已改正', en: 'Term over, changed' },
  notChanged: { zh: '期满，没有改变', en: 'Term over, not changed' },
  withdrew: { zh: '本人提出退党', en: 'Withdrew at own request' },
  refused: { zh: '本人不同意', en: 'Refused' },
  lifted: { zh: '申诉成立，已撤销', en: 'Lifted on appeal' },
}
export const sanctionTexts: Readonly<Record<Sanction, Text>> = {
  warning: { zh: '警告', en: 'Warning' },
  seriousWarning: { zh: '严重警告', en: 'Serious warning' },
  removalFromPost: { zh: '撤销党内职务', en: 'Removal from party post' },
  partyProbation: { zh: '留党察看', en: 'Probation within the party' },
  expulsion: { zh: '开除党籍', en: 'Expulsion' },
}

export const caseLabels = {
  title: { zh: '组织处置', en: 'Organisational disposal' },
  one: { zh: '这件处置', en: 'The case' },
  intro: {
    zh: '先帮扶，再按程序。每一步都有人、有日期、有依据；没有送达，就没有生效。',
    en: 'Help comes first, then the procedure. Each step has its people, day and basis; nothing is in force before it was handed over.',
  },
  propose: { zh: '提出一件', en: 'Propose a case' },
  sanctions: { zh: '纪律处分和移送', en: 'Sanctions and hand-overs' },
  show: { zh: '看哪些', en: 'Which' },
  empty: { zh: '这里没有', en: 'Nothing here' },
  emptyNext: {
    zh: '评议不合格的，先定帮扶计划；帮扶评估以后没有改变的，才从这里提出。',
    en: 'Whoever is graded unqualified gets a help plan first; only after it changed nothing is a case proposed here.',
  },
  who: { zh: '谁', en: 'Who' },
  form: { zh: '处置', en: 'Disposal' },
  step: { zh: '走到哪一步', en: 'Where it stands' },
  since: { zh: '提出', en: 'Proposed' },
  day: { zh: '期限', en: 'Term' },
  more: { zh: '再看一些', en: 'Show more' },
  back: { zh: '组织处置', en: 'Organisational disposal' },
  untilDay: { zh: '到 {day}', en: 'until {day}' },
  daysLeft: { zh: '还有 {count} 天', en: '{count} days left' },
  dayPast: { zh: '期满 {count} 天了', en: '{count} days past the term' },
  dayToday: { zh: '今天期满', en: 'The term ends today' },
  path: { zh: '办理的步骤', en: 'The steps' },
  ground: { zh: '依据', en: 'Ground' },
  reason: { zh: '事由', en: 'Reason' },
  proposedBy: { zh: '{body}提出，{name}录入', en: 'Proposed by {body}, entered by {name}' },
  disputed: { zh: '有申诉没有答复', en: 'An appeal is open' },
  disputedText: {
    zh: '本人的申诉还没有答复，这期间不能生效。',
    en: 'An appeal of the member is open; nothing takes effect meanwhile.',
  },
  paper: { zh: '下载{what}', en: 'Download {what}' },
  notice: { zh: '限期改正通知书', en: 'the notice' },
  decisionPaper: { zh: '决定书', en: 'the decision' },
  history: { zh: '经过', en: 'History' },
  words: { zh: '本人说的话', en: 'What the member said' },
  ownWords: { zh: '你说过的话', en: 'What you have said' },
  noWords: { zh: '还没有写。随时可以写。', en: 'Nothing written yet. It may be any time.' },
  failedVotes: { zh: '没有通过的表决', en: 'Votes that did not carry' },
  appealWay: { zh: '怎样申诉', en: 'How to appeal' },
  appealText: {
    zh: '不同意的，可以向{body}申诉，由没有参与这件事的人处理。申诉没有时间限制。',
    en: 'Appeals go to {body} and are decided by somebody who had no part in it. No time bars them.',
  },
  appeal: { zh: '我要申诉', en: 'Appeal' },
  appealWords: { zh: '不同意什么、为什么', en: 'What you disagree with, and why' },
  appealSend: { zh: '交上去', en: 'Send it' },
  appealed: { zh: '申诉已交，会书面答复', en: 'Sent; you get a written answer' },
  appealLine: {
    zh: '{on}已向{body}申诉，{due}以前答复。',
    en: 'Appealed to {body} on {on}; an answer is due by {due}.',
  },
  stopped: { zh: '没有办下去：{reason}', en: 'Ended without disposal: {reason}' },
  rejoin: { zh: '{day}以前不能重新申请入党。', en: 'May not apply again before {day}.' },
  rights: {
    zh: '改正期间，表决权、选举权、被选举权和发言的权利都不变。',
    en: 'Vote, election and speech remain during the term.',
  },
  next: { zh: '接着提出{form}', en: 'Propose {form} next' },
  nextText: {
    zh: '下一步是另外一件，重新走全部步骤；不会自动开始。',
    en: 'What follows is a case of its own with all steps; nothing begins by itself.',
  },
  figures: {
    zh: '办理中 {open} 件 · 限期改正 {correctionOrders} 件，其中已改正 {turnedAround} 人 · 劝退 {persuadedOut} 人 · 除名 {removed} 人',
    en: '{open} open · {correctionOrders} correction orders, {turnedAround} turned around · {persuadedOut} persuaded out · {removed} removed',
  },
  mine: { zh: '关于我的处置', en: 'Cases about me' },
  mineIntro: {
    zh: '和你有关的处置、处分都在这里。每一步你都能看到，随时可以说话。',
    en: 'Everything about you is here. You see each step and may speak any time.',
  },
  mineEmpty: { zh: '没有关于你的处置或处分', en: 'There is no case or sanction about you' },
  mineSanctions: { zh: '关于我的处分', en: 'Sanctions about me' },
  handled: { zh: '我办理的', en: 'Cases I handle' },
} as const satisfies Record<string, Text>

export const whichTexts: Readonly<Record<Which, Text>> = {
  open: { zh: '办理中', en: 'Open' },
  inForce: { zh: '期限内', en: 'Term running' },
  closed: { zh: '已办结', en: 'Closed' },
  all: { zh: '全部', en: 'All' },
}

export const sanctionLabels = {
  title: { zh: '纪律处分和移送', en: 'Sanctions and hand-overs' },
  intro: {
    zh: '处分由有权机关决定，这里只登记结果和文号。移送只记去了哪里、哪封函，不记案情。',
    en: 'Sanctions are decided by the competent body; only result and document number stand here. A hand-over says where it went and by which letter, no details.',
  },
  sanctions: { zh: '处分', en: 'Sanctions' },
  handOvers: { zh: '移送', en: 'Hand-overs' },
  record: { zh: '登记处分', en: 'Record a sanction' },
  recordHandOver: { zh: '登记移送', en: 'Record a hand-over' },
  kind: { zh: '处分', en: 'Sanction' },
  document: { zh: '文号', en: 'Document number' },
  body: { zh: '决定机关', en: 'Deciding body' },
  decidedOn: { zh: '决定日期', en: 'Decided on' },
  until: { zh: '影响期到', en: 'Effect until' },
  over: { zh: '已过', en: 'over' },
  level: { zh: '哪一级决定', en: 'Level' },
  complex: { zh: '情况复杂的处分', en: 'A complex case' },
  years: { zh: '留党察看几年', en: 'Years of probation' },
  year: { zh: '{count} 年', en: '{count} year(s)' },
  to: { zh: '移送给', en: 'Handed to' },
  letter: { zh: '移送函的文号', en: 'Number of the letter' },
  on: { zh: '日期', en: 'Day' },
  by: { zh: '登记人', en: 'Recorded by' },
  noSanctions: { zh: '没有处分记录', en: 'No sanctions recorded' },
  noHandOvers: { zh: '没有移送记录', en: 'No hand-overs recorded' },
  saved: { zh: '已登记', en: 'Recorded' },
  effect: { zh: '影响期到 {day}', en: 'Effect until {day}' },
} as const satisfies Record<string, Text>
export const levelTexts = {
  baseCommittee: { zh: '基层党委', en: 'Base committee' },
  countyDiscipline: { zh: '县纪委', en: 'County discipline commission' },
  higher: { zh: '县以上', en: 'Above the county' },
} as const satisfies Record<string, Text>
export const handOverTexts = {
  discipline: { zh: '纪检机关', en: 'Discipline body' },
  law: { zh: '司法机关', en: 'The law' },
} as const satisfies Record<string, Text>
