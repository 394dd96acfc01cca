import type { EntryKind, EntrySource } from '@steward/domain/points/entry.ts'
import type { TotalTerm } from '@steward/domain/points/category.ts'
import type { LimitKind } from '@steward/domain/points/credit.ts'

export type Language = 'zh' | 'en'
export type Text = Readonly<Record<Language, string>>

export const words = {
  title: { zh: '验凭证', en: 'Check a receipt' },
  intro: {
    zh: '这一页是一个单独的文件，不连网，也不问任何服务器。你放进来的东西只在这台设备上。',
    en: 'This page is one file. It uses no network and asks no server; what you put in stays on this device.',
  },
  other: { zh: 'English', en: '中文' },
  file: { zh: '选凭证文件', en: 'Choose the receipt' },
  drop: { zh: '或者把文件拖到这里', en: 'or drop the file here' },
  paste: { zh: '或者把扫出来的凭证码粘在这里', en: 'Or paste what the code on paper reads as' },
  root: { zh: '公示底下印的校验根', en: 'Root printed at the foot of a notice' },
  rootHelp: {
    zh: '照着墙上的抄，横线和空格写不写都行，至少 12 位。',
    en: 'As it stands on the wall; dashes and blanks do not matter. At least 12 signs.',
  },
  nothing: { zh: '放进凭证，这里就说它成不成立。', en: 'Put a receipt in; what it proves is said here.' },
  unreadable: { zh: '这不是凭证', en: 'This is no receipt' },
  unreadableNext: {
    zh: '要的是「验凭证」那一页下载的文件，或者二维码扫出来、以 BS1. 开头的整段文字，一个字都不能少。',
    en: 'Wanted is the file from the page “Check the receipt”, or the whole text of the code, which begins with BS1.',
  },
  holds: { zh: '凭证成立，和公示上的校验根一致', en: 'The receipt holds and leads to the printed root' },
  holdsNext: {
    zh: '这一条在公示那时的台账里，一个字没有改。',
    en: 'The line stood in the ledger when the notice hung, sign for sign.',
  },
  half: { zh: '凭证自己成立，还没有和公示对过', en: 'The receipt holds in itself; it is not compared yet' },
  halfNext: {
    zh: '凭证自带校验根。只有和墙上印的根一样，才说明整本台账没有重写过。把印着的校验根输进去。',
    en: 'It brings its own root. Only a root printed on the wall shows that the ledger was not written anew: type it in.',
  },
  short: { zh: '校验根还没有写够 12 位', en: 'The root has fewer than 12 signs yet' },
  differs: {
    zh: '凭证自己成立，但和你输入的校验根不一样',
    en: 'The receipt holds in itself, but leads to another root',
  },
  differsNext: {
    zh: '先看日期：凭证上写着是哪一天的根，公示上的根要是同一天的。抄错一位也会这样。都对，还是不一样，就带着凭证和公示的照片去问支部或县委组织部。',
    en: 'Look at the day first: the printed root must be of the day named below, and one wrong sign is enough. If all that is right, take the receipt and a picture of the notice to the branch or the county office.',
  },
  differsSm3: {
    zh: '这份凭证码只带 SM3 的证明，公示上印的是 SHA-256 的根，请用凭证文件来对。',
    en: 'This code brings the proof by SM3 only; notices bear the root by SHA-256. Use the file of the receipt.',
  },
  fails: { zh: '凭证不成立', en: 'The receipt does not hold' },
  failsNext: {
    zh: '这份凭证的内容和它的证明对不上：内容被改过，或者没有抄全。重新下载一份再验；还是这样，就去问支部或县委组织部。',
    en: 'What it says and its proof do not agree: something was changed, or not all of it is here. Download it again; if it stays so, ask the branch or the county office.',
  },
  lineUnreadable: {
    zh: '里面的那一条读不出来，格式不是这个版本认识的。',
    en: 'The line in it cannot be read; its form is not one this page knows.',
  },
  proofHolds: {
    zh: '{hash}：成立，通向 {day} 的校验根 {root}',
    en: '{hash}: holds, and leads to the root of {day}: {root}',
  },
  proofFails: { zh: '{hash}：不成立', en: '{hash}: does not hold' },
  proofNone: { zh: '{hash}：这份凭证里没有', en: '{hash}: not in this receipt' },
  matches: { zh: '和你输入的一致', en: 'as you typed it' },
  line: { zh: '凭证里写的', en: 'What the receipt says' },
  lineHelp: {
    zh: '下面每一项都是从参加计算的原文里读出来的。',
    en: 'Each of these is read out of the very bytes that were hashed.',
  },
  credited: { zh: '记入', en: 'Credited' },
  raw: { zh: '应记', en: 'Worth' },
  limit: { zh: '封顶', en: 'Cap' },
  limitText: { zh: '{limit}最多 {cap}，此前已记 {used}', en: '{limit}: {cap} at most, {used} before' },
  term: { zh: '类别', en: 'Kind' },
  item: { zh: '项目', en: 'Item' },
  kind: { zh: '种类', en: 'Line' },
  deedOn: { zh: '做事那天', en: 'Day of the deed' },
  postedAt: { zh: '记下的时候', en: 'Written' },
  beijing: { zh: '{time}（北京时间）', en: '{time}, Beijing time' },
  month: { zh: '记在哪个月', en: 'Month' },
  source: { zh: '从哪里来', en: 'Source' },
  reason: { zh: '理由', en: 'Reason' },
  place: { zh: '在台账里', en: 'In the ledger' },
  placeText: {
    zh: '第 {index} 条，{day} 夜里共 {size} 条',
    en: 'line {index} of {size} at the end of {day}',
  },
  more: { zh: '编号', en: 'Identifiers' },
  id: { zh: '这一条', en: 'Line' },
  member: { zh: '党员', en: 'Member' },
  org: { zh: '组织', en: 'Organisation' },
  county: { zh: '县', en: 'County' },
  version: { zh: '积分办法版本', en: 'Version of the scheme' },
  author: { zh: '记的人', en: 'Author' },
  reviewer: { zh: '审核人', en: 'Reviewer' },
  refersTo: { zh: '针对哪一条', en: 'Refers to' },
  evidence: { zh: '举证', en: 'Evidence' },
  leafHash: { zh: '这一条的指纹', en: 'Hash of the line' },
} as const satisfies Record<string, Text>

export const kindWords: Readonly<Record<EntryKind, Text>> = {
  award: { zh: '赋分', en: 'Award' },
  deduction: { zh: '扣分', en: 'Deduction' },
  reversal: { zh: '撤回', en: 'Reversal' },
  base: { zh: '起点', en: 'Start of the year' },
  carryOver: { zh: '结转', en: 'Carry-over' },
  correction: { zh: '更正', en: 'Correction' },
}

export const termWords: Readonly<Record<TotalTerm, Text>> = {
  base: { zh: '起点', en: 'Start of the year' },
  duty: { zh: '履行义务', en: 'Duty' },
  pledgesAndTasks: { zh: '承诺与任务', en: 'Pledges and tasks' },
  serviceAndExample: { zh: '服务与示范', en: 'Service and example' },
  bonus: { zh: '加分', en: 'Bonus' },
  deductions: { zh: '扣分', en: 'Deductions' },
}

export const sourceWords: Readonly<Record<EntrySource, Text>> = {
  claim: { zh: '申报', en: 'A reported deed' },
  pledge: { zh: '承诺', en: 'A pledge' },
  task: { zh: '任务', en: 'A task' },
  automatic: { zh: '名单记入', en: 'A record' },
  deduction: { zh: '扣分决定', en: 'A decided deduction' },
  objection: { zh: '异议成立', en: 'An upheld objection' },
  year: { zh: '年度起点', en: 'Start of a year' },
  transfer: { zh: '转入', en: 'A transfer' },
  tolerance: { zh: '容错认定', en: 'A tolerance finding' },
}

export const limitWords: Readonly<Record<LimitKind, Text>> = {
  'item-day': { zh: '这一项当天', en: 'the item on the day' },
  'item-month': { zh: '这一项当月', en: 'the item in the month' },
  'item-year': { zh: '这一项全年', en: 'the item in the year' },
  'category-day': { zh: '这一类当天', en: 'the kind on the day' },
  'category-month': { zh: '这一类当月', en: 'the kind in the month' },
  'category-year': { zh: '这一类全年', en: 'the kind in the year' },
  'total-year': { zh: '全年合计', en: 'the total of the year' },
  floor: { zh: '过程分', en: 'the process' },
}
