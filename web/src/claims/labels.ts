import type { AloneReason } from '@steward/domain/claims/review.ts'
import type { ClaimLevel, ClaimMove, ClaimRoute, ClaimState } from '@steward/domain/claims/claim.ts'
import type { WitnessAnswer } from '@steward/domain/claims/witness.ts'
import type { PointsCategory } from '@steward/domain/points/category.ts'
import type { LimitKind } from '@steward/domain/points/credit.ts'
import type { EvidenceKind, ValueUnit } from '@steward/domain/schemes/scheme.ts'
import type { IconName } from '../shared/kit/Icon.tsx'
import type { Tone } from '../shared/kit/Tag.tsx'
import type { Text } from '../shared/texts.ts'

export const categoryTexts: Record<PointsCategory, Text> = {
  duty: { zh: '履行义务', en: 'Duty' },
  pledgesAndTasks: { zh: '承诺与任务', en: 'Pledges and tasks' },
  serviceAndExample: { zh: '服务与示范', en: 'Service and example' },
  bonus: { zh: '加分', en: 'Bonus' },
  deductions: { zh: '扣分', en: 'Deductions' },
}

/** A state in a word with its shape; colour only repeats it. */
export const claimStateTexts: Record<ClaimState, { text: Text; tone: Tone; icon?: IconName }> = {
  draft: { text: { zh: '草稿', en: 'Draft' }, tone: 'plain' },
  submitted: { text: { zh: '待审', en: 'Waiting' }, tone: 'ochre', icon: 'clock' },
  approved: { text: { zh: '通过', en: 'Approved' }, tone: 'pine', icon: 'check' },
  adjusted: { text: { zh: '改分通过', en: 'Approved, changed' }, tone: 'pine', icon: 'check' },
  returned: { text: { zh: '退回', en: 'Returned' }, tone: 'seal', icon: 'warning' },
  refused: { text: { zh: '不记', en: 'Not credited' }, tone: 'plain' },
  withdrawn: { text: { zh: '已撤回', en: 'Taken back' }, tone: 'line' },
}

export const levelTexts: Record<ClaimLevel, Text> = {
  branch: { zh: '支部', en: 'branch' },
  baseCommittee: { zh: '镇党委', en: 'base committee' },
  county: { zh: '县委组织部', en: 'county' },
}

/** How it came; all four are equal. */
export const routeTexts: Record<ClaimRoute, { icon: IconName; sent: Text; name: Text }> = {
  phone: {
    icon: 'device',
    sent: { zh: '手机报送', en: 'By phone' },
    name: { zh: '手机', en: 'Phone' },
  },
  helper: {
    icon: 'helper',
    sent: { zh: '{name}代报', en: 'Reported by {name}' },
    name: { zh: '代报', en: 'Helper' },
  },
  paper: {
    icon: 'paper',
    sent: { zh: '纸质登记', en: 'From paper' },
    name: { zh: '纸质', en: 'Paper' },
  },
  hostBranch: {
    icon: 'transfer',
    sent: { zh: '流入地已证明', en: 'Confirmed by the host branch' },
    name: { zh: '流入地', en: 'Host branch' },
  },
}

export const unitTexts: Record<ValueUnit, { each: Text; count: Text }> = {
  time: { each: { zh: '每次', en: 'each time' }, count: { zh: '{n} 次', en: '{n} times' } },
  hour: { each: { zh: '每小时', en: 'an hour' }, count: { zh: '{n} 小时', en: '{n} hours' } },
  household: { each: { zh: '每户', en: 'a household' }, count: { zh: '{n} 户', en: '{n} households' } },
  month: { each: { zh: '每月', en: 'a month' }, count: { zh: '{n} 个月', en: '{n} months' } },
  piece: { each: { zh: '每件', en: 'each' }, count: { zh: '{n} 件', en: '{n} pieces' } },
  year: { each: { zh: '每年', en: 'a year' }, count: { zh: '{n} 年', en: '{n} years' } },
}

export const limitTexts: Record<LimitKind, { name: Text; said: Text }> = {
  'item-day': {
    name: { zh: '这一项，当天', en: 'This item, that day' },
    said: {
      zh: '这一项一天最多 {cap}，已记 {used}',
      en: 'This item is capped at {cap} a day; {used} credited',
    },
  },
  'item-month': {
    name: { zh: '这一项，当月', en: 'This item, that month' },
    said: {
      zh: '这一项一个月最多 {cap}，已记 {used}',
      en: 'This item is capped at {cap} a month; {used} credited',
    },
  },
  'item-year': {
    name: { zh: '这一项，全年', en: 'This item, the year' },
    said: {
      zh: '这一项一年最多 {cap}，已记 {used}',
      en: 'This item is capped at {cap} a year; {used} credited',
    },
  },
  'category-day': {
    name: { zh: '这一类，当天', en: 'This kind, that day' },
    said: {
      zh: '这一类一天最多 {cap}，已记 {used}',
      en: 'This kind is capped at {cap} a day; {used} credited',
    },
  },
  'category-month': {
    name: { zh: '这一类，当月', en: 'This kind, that month' },
    said: {
      zh: '这一类一个月最多 {cap}，已记 {used}',
      en: 'This kind is capped at {cap} a month; {used} credited',
    },
  },
  'category-year': {
    name: { zh: '这一类，全年', en: 'This kind, the year' },
    said: {
      zh: '这一类一年最多 {cap}，已记 {used}',
      en: 'This kind is capped at {cap} a year; {used} credited',
    },
  },
  'total-year': {
    name: { zh: '全年总分', en: 'The year in all' },
    said: { zh: '全年最多 {cap}，已有 {used}', en: 'The year is capped at {cap}; {used} credited' },
  },
  floor: {
    name: { zh: '过程分', en: 'Process' },
    said: { zh: '过程分只有 {used}，扣到零为止', en: 'The process holds {used}; nothing goes below zero' },
  },
}

export const evidenceTexts: Record<EvidenceKind, Text> = {
  photo: { zh: '照片', en: 'photo' },
  witness: { zh: '证明人', en: 'witness' },
  paper: { zh: '纸质材料', en: 'paper' },
  roster: { zh: '名单', en: 'roster' },
}

export const witnessAnswerTexts: Record<WitnessAnswer, Text> = {
  yes: { zh: '有这回事', en: 'It was so' },
  no: { zh: '没有这回事', en: 'It was not so' },
  unknown: { zh: '我不清楚', en: 'I do not know' },
}

export const aloneTexts: Record<AloneReason, Text> = {
  evidence: { zh: '举证不全', en: 'evidence incomplete' },
  value: { zh: '分值要选', en: 'the value must be chosen' },
  cap: { zh: '碰到封顶', en: 'a cap is touched' },
  'higher-level': { zh: '还要上一级审', en: 'a higher level approves too' },
  barred: { zh: '由别人审', en: 'somebody else decides' },
  double: { zh: '可能报了两次', en: 'may be reported twice' },
}

export const moveTexts: Record<ClaimMove, Text> = {
  submit: { zh: '报给支部', en: 'Sent to the branch' },
  enter: { zh: '替本人报', en: 'Reported for the member' },
  resubmit: { zh: '补全再交', en: 'Completed and sent again' },
  confirm: { zh: '本人说没错', en: 'Confirmed by the member' },
  disown: { zh: '本人说不是', en: 'Disowned by the member' },
  withdraw: { zh: '本人撤回', en: 'Taken back by the member' },
  nameWitness: { zh: '请人证明', en: 'Witness named' },
  answerWitness: { zh: '证明人答复', en: 'Witness answered' },
  approve: { zh: '通过', en: 'Approved' },
  passOn: { zh: '通过，报上一级', en: 'Approved, sent up' },
  adjust: { zh: '改分通过', en: 'Approved with another value' },
  return: { zh: '退回', en: 'Returned' },
  refuse: { zh: '不记', en: 'Not credited' },
  escalate: { zh: '到期没审，转上一级', en: 'Not decided in time, one level up' },
  takeBack: { zh: '撤回决定', en: 'Decision taken back' },
  correct: { zh: '更正', en: 'Corrected' },
}

export const claimLabels = {
  points: { zh: '{points} 分', en: '{points} points' },
  saidAfter: { zh: '：{said}', en: ': {said}' },
  plus: { zh: '{category} +{points}', en: '{category} +{points}' },
  range: { zh: '{least}–{most} 分', en: '{least}–{most} points' },
  eachPoints: { zh: '{each} {points} 分', en: '{points} {each}' },
  eachRange: { zh: '{each} {least}–{most} 分，支部定', en: '{least}–{most} {each}, set by the branch' },
  leftMonth: { zh: '这个月还能记 {left} 分', en: '{left} left this month' },
  leftDay: { zh: '今天还能记 {left} 分', en: '{left} left today' },
  leftYear: { zh: '今年还能记 {left} 分', en: '{left} left this year' },
  capReached: {
    zh: '已记满，再报也留记录，不再加分',
    en: 'The cap is reached; it is kept on record without points',
  },
  waited: { zh: '已等 {days} 天', en: 'waiting {days} days' },
  days: { zh: '{days} 天', en: '{days} days' },
  todayWord: { zh: '今天', en: 'today' },
  goesUp: {
    zh: '已等 {days} 天，满 {most} 天转{next}',
    en: 'Waiting {days} days; after {most} it goes to {next}',
  },
  daysLeft: { zh: '还有 {days} 天审核时间', en: '{days} days left to decide' },
  lastDay: { zh: '今天是最后一天', en: 'last day today' },
  over: { zh: '过了期限 {days} 天', en: '{days} days over' },
  history: { zh: '经过', en: 'What happened' },
  deedOn: { zh: '哪天做的', en: 'Day of the deed' },
  said: { zh: '说的话', en: 'In their words' },
  place: { zh: '在哪里', en: 'Place' },
  quantity: { zh: '做了多少', en: 'How much' },
  witness: { zh: '证明人', en: 'Witness' },
  witnessNamed: { zh: '证明人：{name}', en: 'Witness: {name}' },
  witnessYes: { zh: '{day}已确认', en: 'Confirmed {day}' },
  witnessNo: { zh: '{day}说没有这回事', en: 'Said on {day} that it was not so' },
  witnessUnknown: { zh: '{day}说不清楚', en: 'Said on {day} not to know' },
  witnessOpen: { zh: '还没有答复', en: 'no answer yet' },
  witnessTaken: { zh: '{by}记下的', en: 'taken down by {by}' },
  lateReason: { zh: '为什么晚报', en: 'Why it comes late' },
  lateTag: { zh: '补报', en: 'Late' },
  number: { zh: '编号 {number}', en: 'No. {number}' },
  reasonOf: { zh: '{by}：{reason}', en: '{by}: {reason}' },
  photoAlt: { zh: '{name}报的照片，第 {n} 张', en: 'Photo {n} by {name}' },
  noPhoto: { zh: '没有照片', en: 'No photo' },
  fileGone: { zh: '照片打不开：停用或已删除', en: 'The photo cannot be opened: withheld or removed' },
  consentSpoken: { zh: '{day}当面同意', en: 'spoken consent, {day}' },
  consentWritten: { zh: '{day}书面同意', en: 'written consent, {day}' },
  consentStanding: { zh: '{day}起一直同意', en: 'standing consent since {day}' },
  what: { zh: '申报', en: 'claims' },
} as const satisfies Record<string, Text>
