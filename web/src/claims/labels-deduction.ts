import type { DeductionMove, DeductionState, toldWays } from '@steward/domain/claims/deduction.ts'
import type { Tone } from '../shared/kit/Tag.tsx'
import type { Text } from '../shared/texts.ts'

export const deductionStateTexts: Record<DeductionState, { text: Text; tone: Tone }> = {
  proposed: { text: { zh: '已提出，没告知', en: 'Proposed, not told' }, tone: 'ochre' },
  told: { text: { zh: '已告知，等说明', en: 'Told, waiting for the answer' }, tone: 'ochre' },
  answered: { text: { zh: '本人已说明', en: 'Answered' }, tone: 'indigo' },
  imposed: { text: { zh: '已扣', en: 'Imposed' }, tone: 'plain' },
  dropped: { text: { zh: '不扣', en: 'Dropped' }, tone: 'plain' },
}

export const toldWayTexts: Record<(typeof toldWays)[number], Text> = {
  screen: { zh: '手机或电脑', en: 'on screen' },
  paper: { zh: '送纸条', en: 'on paper' },
  phone: { zh: '打电话', en: 'by telephone' },
  inPerson: { zh: '当面', en: 'in person' },
}

export const deductionMoveTexts: Record<DeductionMove, Text> = {
  propose: { zh: '提出', en: 'Proposed' },
  tell: { zh: '告知本人', en: 'Member told' },
  answer: { zh: '本人说明', en: 'Member answered' },
  impose: { zh: '决定扣分', en: 'Imposed' },
  drop: { zh: '决定不扣', en: 'Dropped' },
  correct: { zh: '更正', en: 'Corrected' },
}

export const deductionLabels = {
  tolerate: { zh: '申请容错', en: 'Apply for tolerance' },
  title: { zh: '扣分', en: 'Deductions' },
  intro: {
    zh: '办法里列明的才能扣。写清事实、告知本人、听说明，由另一个人决定。',
    en: 'Only what the scheme lists. State the facts, tell the member, hear the answer; somebody else decides.',
  },
  open: { zh: '在办的', en: 'Open' },
  ripe: { zh: '可以定的', en: 'Ready to decide' },
  decided: { zh: '有结果的', en: 'Decided' },
  all: { zh: '全部', en: 'All' },
  empty: { zh: '没有在办的扣分', en: 'No open deduction' },
  emptyNext: {
    zh: '没有是常事。要提的，先看办法里有没有这一项。',
    en: 'That is usual. Before proposing one, see whether the scheme lists it.',
  },
  propose: { zh: '提出扣分', en: 'Propose a deduction' },
  who: { zh: '党员', en: 'Member' },
  item: { zh: '哪一项', en: 'Item' },
  itemNone: { zh: '先选党员', en: 'Choose the member first' },
  noItems: {
    zh: '这位党员适用的办法没有列扣分项，不能扣。',
    en: 'The scheme of this member lists no deduction; nothing can be taken off.',
  },
  facts: { zh: '事实', en: 'Facts' },
  factsHelp: {
    zh: '哪天、什么事、怎么知道的。本人会读到这段话。',
    en: 'When, what, how it is known. The member reads these words.',
  },
  factsModel: {
    zh: '如：11月3日晚防汛值班没有到岗，也没有请假，值班表第 2 页为证。',
    en: 'such as: on 3 Nov not at the flood watch, without a word; see page 2 of the roster.',
  },
  day: { zh: '哪天的事', en: 'Day it happened' },
  proof: { zh: '凭什么说', en: 'Proof' },
  proofHelp: { zh: '什么材料、谁能证明', en: 'Which paper, who can say so' },
  proofKind: { zh: '凭据', en: 'Kind' },
  value: { zh: '扣多少', en: 'How much' },
  doPropose: { zh: '提出，先不扣', en: 'Propose; nothing is taken off yet' },
  thenTell: {
    zh: '提出后告知本人，本人有 {days} 个工作日说明。由另一个人决定扣不扣。',
    en: 'Then the member is told and has {days} working days to answer. Somebody else decides.',
  },
  proposed: { zh: '{name}的扣分已提出，还没有扣', en: 'Proposed for {name}; nothing is taken off' },
  standard: { zh: '标准', en: 'Standard' },
  standardOf: { zh: '《{scheme}》{label}：{rule}', en: '{scheme}, {label}: {rule}' },
  wouldTake: { zh: '如果扣，是 {points} 分', en: 'If imposed: {points} points' },
  wouldTakeLess: {
    zh: '按办法是 {raw} 分，{why}，所以扣 {points} 分',
    en: '{raw} by the scheme; {why}, so {points}',
  },
  answerBy: { zh: '{day}前可以说明', en: 'You may answer until {day}' },
  answerDays: { zh: '还有 {days} 个工作日', en: '{days} working days left' },
  answerToday: { zh: '今天是最后一天', en: 'today is the last day' },
  tell: { zh: '告知本人', en: 'Tell the member' },
  tellHow: { zh: '怎么告知的', en: 'How the member was told' },
  told: { zh: '已告知，{day}前可以说明', en: 'Told; the answer may come until {day}' },
  toldOn: { zh: '{day}{how}告知，{by}', en: 'Told on {day} {how} by {by}' },
  theirAnswer: { zh: '本人的说明', en: 'The member’s answer' },
  noAnswer: { zh: '还没有说明', en: 'No answer yet' },
  takenBy: { zh: '{by}记下的', en: 'taken down by {by}' },
  takeAnswer: { zh: '记下本人的说明', en: 'Write the answer down' },
  takeAnswerText: {
    zh: '本人当面或电话里说的，照原话记。',
    en: 'What was said in person or by telephone, in the same words.',
  },
  saveAnswer: { zh: '记下', en: 'Save' },
  answerSaved: { zh: '说明记下了', en: 'The answer is saved' },
  decide: { zh: '决定', en: 'Decide' },
  impose: { zh: '扣 {points} 分', en: 'Take {points} off' },
  drop: { zh: '不扣', en: 'Do not take off' },
  imposed: { zh: '{name}，已扣 {points} 分', en: '{name}: {points} taken off' },
  dropped: { zh: '{name}，决定不扣', en: '{name}: dropped' },
  decideReason: { zh: '理由，本人会看到', en: 'The reason; the member reads it' },
  notRipe: {
    zh: '{day}以后，或者本人说明了，才能定',
    en: 'Decided after {day}, or once the member has answered',
  },
  proposedBy: { zh: '{by}，{day}提出', en: 'Proposed by {by} on {day}' },
  decidedBy: { zh: '{by}，{day}', en: '{by}, {day}' },
  history: { zh: '经过', en: 'What happened' },
  chooseOne: { zh: '选一件看', en: 'Choose one' },
  // the member's own page
  mineTitle: { zh: '关于我的扣分', en: 'Deductions about me' },
  mineEmpty: { zh: '没有关于你的扣分', en: 'No deduction about you' },
  mineEmptyNext: {
    zh: '有人提出时先告诉你，等你说明，再由别人决定。',
    en: 'If one is proposed you are told first and heard; somebody else decides.',
  },
  mineNow: {
    zh: '有人提出扣你的分，现在还没有扣',
    en: 'A deduction is proposed; nothing has been taken off',
  },
  whatHappened: { zh: '事实', en: 'Facts' },
  howAnswer: { zh: '怎么说明', en: 'How to answer' },
  howAnswerText: {
    zh: '在下面写，或者打电话、当面跟支部说，一样算。没有说明，过了日子由别人按材料定。',
    en: 'Write below, ring the branch or come in person; it counts the same. Without an answer somebody else decides by the papers after that day.',
  },
  yourAnswer: { zh: '你的说明', en: 'Your answer' },
  answerHelp: {
    zh: '实际是怎么回事，有什么材料、谁能证明',
    en: 'What really happened, which paper or person can show it',
  },
  send: { zh: '交上说明', en: 'Send the answer' },
  more: { zh: '再补几句', en: 'Add to it' },
  howObject: { zh: '不服怎么办', en: 'If you disagree' },
  howObjectText: {
    zh: '决定以后可以提异议，由没有参加决定的人办，书面答复你。',
    en: 'After the decision you may object; somebody who did not decide handles it and answers in writing.',
  },
  object: { zh: '我有不同意见', en: 'I object' },
  result: { zh: '结果', en: 'Result' },
} as const satisfies Record<string, Text>
