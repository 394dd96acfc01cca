import type { Text } from '../shared/texts.ts'
import type { LinkId, OpenItem, YearState } from './hooks.ts'

export const linkTexts: Record<LinkId, Text> = {
  pledges: { zh: '承诺', en: 'Pledges' },
  points: { zh: '积分', en: 'Points' },
  appraisal: { zh: '评议', en: 'Appraisal' },
  outcomes: { zh: '结果运用', en: 'Outcomes' },
}

export const stateTexts: Record<YearState, Text> = {
  open: { zh: '还有没办的', en: 'Open' },
  ready: { zh: '可以办结', en: 'Ready' },
  closed: { zh: '已办结', en: 'Closed' },
}

export const itemTexts: Record<OpenItem['code'], { says: Text; act: Text }> = {
  'members-without-pledge': {
    says: { zh: '{count} 名党员没有定下来的承诺', en: '{count} members without an accepted pledge' },
    act: { zh: '去承诺', en: 'Pledges' },
  },
  'pledges-not-judged': {
    says: { zh: '{count} 条承诺还没有评', en: '{count} pledges nobody has judged' },
    act: { zh: '去评诺', en: 'Judge them' },
  },
  'months-not-closed': {
    says: { zh: '{count} 个月没有关账', en: '{count} months not closed' },
    act: { zh: '去关账', en: 'Close them' },
  },
  'appraisal-not-closed': {
    says: { zh: '民主评议还没有办结', en: 'The appraisal is not finished' },
    act: { zh: '去评议', en: 'Appraisal' },
  },
  'results-to-come': {
    says: { zh: '评议办结以后才有结果可用', en: 'results come with the end of the appraisal' },
    act: { zh: '去评议', en: 'Appraisal' },
  },
  'members-without-use': {
    says: {
      zh: '{count} 名党员的结果还没有用上，也没写原因',
      en: '{count} graded members without a use or a reason',
    },
    act: { zh: '去结果运用', en: 'Outcomes' },
  },
  'problems-without-pledge': {
    says: { zh: '{count} 个问题还没写成下一年的承诺', en: '{count} problems without a pledge of next year' },
    act: { zh: '去问题清单', en: 'Problems' },
  },
}

export const appraisalStageTexts: Readonly<Record<string, Text>> = {
  basis: { zh: '正在定依据', en: 'naming the document' },
  roll: { zh: '正在定名单', en: 'placing members' },
  dutyReports: { zh: '正在述职', en: 'duty reports' },
  self: { zh: '正在自评', en: 'self-appraisal' },
  peers: { zh: '正在互评', en: 'words about each other' },
  ballots: { zh: '正在测评', en: 'ballots' },
  settlement: { zh: '正在评定', en: 'settlement' },
  notice: { zh: '正在公示', en: 'notice' },
  feedback: { zh: '正在反馈', en: 'feedback' },
  rectification: { zh: '正在整改', en: 'putting right' },
}

export const loopTexts = {
  title: { zh: '{year} 年一年闭环', en: 'The loop of {year}' },
  what: { zh: '一年闭环', en: 'the loop' },
  line: { zh: '{year} 年四个环节', en: 'The four links of {year}' },
  before: { zh: '上一年', en: 'Year before' },
  after: { zh: '下一年', en: 'Year after' },
  members: { zh: '{count} 名党员', en: '{count} members' },
  complete: { zh: '齐了', en: 'Complete' },
  signed: { zh: '缺，已签字说明', en: 'Missing, signed' },
  openCount: { zh: '还差 {count} 项', en: '{count} open' },
  left: { zh: '还差什么', en: 'What is left' },
  wasLeft: { zh: '缺的环节，签字办结的', en: 'What was missing and signed' },
  nothingLeft: { zh: '四个环节都齐了', en: 'All four links are complete' },
  namesMore: { zh: '{names} 等', en: '{names} and others' },
  ofBranch: { zh: '支部自己的', en: 'the branch itself' },
  notOpened: { zh: '还没有开始', en: 'not begun' },
  month: { zh: '{month} 月', en: '{month}' },
  objections: { zh: '{count} 件异议没有答复', en: '{count} objections unanswered' },
  appeals: { zh: '{count} 件申诉没有结论', en: '{count} appeals undecided' },
  tolerance: { zh: '{count} 件容错在办', en: '{count} tolerance cases running' },
  disputeRule: {
    zh: '异议、申诉和容错有了结论才能办结，签字代替不了。',
    en: 'Objections, appeals and tolerance cases end first; no signature takes their place.',
  },
  seeObjections: { zh: '看异议', en: 'Objections' },
  seeTolerance: { zh: '看容错', en: 'Tolerance' },
  seeAppeals: { zh: '看评议', en: 'Appraisal' },
  notOver: {
    zh: '这一年还没过完，元旦以后可以办结。',
    en: 'The year is not over; it can be closed after New Year.',
  },
  notThere: { zh: '这个支部那一年年底还没有', en: 'This branch was not there at the end of the year' },
  notThereNext: { zh: '换一个年份看看。', en: 'Choose another year.' },
  sign: { zh: '签字说明', en: 'Sign why' },
  signTitle: { zh: '{link}这一环缺，签字说明', en: 'Sign that {link} is missing' },
  signText: {
    zh: '补得上的先补上。确实缺的，写清原因，由支部书记或上级签字；办结后县里看得到，改不了。',
    en: 'Complete what can be completed. What is truly missing is explained and signed by the secretary or above; the county reads it, and it stays.',
  },
  reason: { zh: '为什么缺', en: 'Why it is missing' },
  reasonHelp: { zh: '至少 10 个字', en: 'At least ten letters' },
  signer: { zh: '签字人', en: 'Signed by' },
  signing: { zh: '正在签', en: 'Signing' },
  cancel: { zh: '先不', en: 'Not now' },
  gapBy: { zh: '{signer}签字，{day}：{reason}', en: 'Signed by {signer}, {day}: {reason}' },
  close: { zh: '办结 {year} 年', en: 'Close {year}' },
  closing: { zh: '正在办结', en: 'Closing' },
  closeTitle: { zh: '办结 {year} 年', en: 'Close {year}' },
  closeText: {
    zh: '{carried} 名党员带着基础分进入 {next} 年，一共 {points} 分。办结以后不能再打开；以后异议成立的，另记一笔更正。',
    en: '{carried} members begin {next} with a base, {points} points in all. A closed year is not opened again; what an objection changes later is corrected by another line.',
  },
  closedBy: { zh: '{by}办结，{day}', en: 'Closed by {by}, {day}' },
  closedSum: {
    zh: '{carried} 名党员带着基础分进入 {next} 年，共 {points} 分',
    en: '{carried} members began {next} with a base, {points} points in all',
  },
  countyClosed: { zh: '全县这一年已办结', en: 'The year of the county is closed' },
  problems: { zh: '问题清单', en: 'Problems' },
  problemsText: { zh: '写成下一年的承诺草稿', en: 'Become drafts of next year’s pledges' },
  lens: { zh: '公平镜', en: 'Fairness lens' },
  lensText: { zh: '和同类比差得远的地方', en: 'What differs far from peers' },
} as const satisfies Record<string, Text>

export const carryTexts = {
  title: { zh: '带进 {next} 年的基础分', en: 'Bases carried into {next}' },
  toCome: { zh: '现在办结会是这样', en: 'As it would be now' },
  what: { zh: '结转', en: 'the carry-over' },
  name: { zh: '姓名', en: 'Name' },
  result: { zh: '年终得分', en: 'Result' },
  percent: { zh: '比例', en: 'Share' },
  base: { zh: '基础分', en: 'Base' },
  words: { zh: '怎么来的', en: 'How it comes' },
  movedTo: { zh: '记在{org}', en: 'goes to {org}' },
  none: { zh: '不结转', en: 'none' },
  sum: { zh: '{carried} 人，共 {points} 分', en: '{carried} members, {points} points' },
  empty: { zh: '没有要结转的党员', en: 'Nobody carries anything over' },
  emptyNext: {
    zh: '第一年实行积分，或者都不参加积分的，下一年从办法定的起点开始。',
    en: 'In the first year of points, or where nobody is scored, the next year begins as the scheme says.',
  },
  all: { zh: '看全部 {count} 人', en: 'All {count}' },
  fewer: { zh: '收起', en: 'Fewer' },
} as const satisfies Record<string, Text>

export const boardTexts = {
  what: { zh: '各支部的一年', en: 'the years of the branches' },
  counts: { zh: '{branches} 个支部，{closed} 个已办结', en: '{branches} branches, {closed} closed' },
  order: { zh: '按组织顺序，不排名次', en: 'In the order of the organisations' },
  unit: { zh: '单位', en: 'Organisation' },
  people: { zh: '党员', en: 'Members' },
  closed: { zh: '已办结', en: 'Closed' },
  filter: { zh: '看哪些支部', en: 'Which branches' },
  all: { zh: '全部 {count}', en: 'All {count}' },
  open: { zh: '还有没办的 {count}', en: 'Open {count}' },
  ready: { zh: '可以办结 {count}', en: 'Ready {count}' },
  closedFilter: { zh: '已办结 {count}', en: 'Closed {count}' },
  disputed: { zh: '有争议 {count}', en: 'Disputed {count}' },
  linkOpen: { zh: '{link}缺 {count}', en: '{link} open {count}' },
  none: { zh: '没有这样的支部', en: 'No such branch' },
  noneNext: { zh: '换一种看法。', en: 'Choose another filter.' },
  linkNote: {
    zh: '{complete} 个齐，{signed} 个签字说明，{open} 个还差',
    en: '{complete} complete, {signed} signed, {open} open',
  },
  branch: { zh: '支部', en: 'Branch' },
  state: { zh: '办结', en: 'Closing' },
  disputes: { zh: '争议', en: 'Disputes' },
  noDispute: { zh: '没有', en: 'none' },
  disputeCount: { zh: '{count} 件在办', en: '{count} running' },
  closeReady: { zh: '办结齐了的 {count} 个支部', en: 'Close the {count} that are ready' },
  closeReadyTitle: { zh: '办结下级齐了的支部', en: 'Close the branches that are ready' },
  closeReadyText: {
    zh: '以你的名义逐个办结，后台进行，可以离开这一页。中间又不齐的会留下来。办结以后不能再打开。',
    en: 'Each is closed in your name, in the background; you may leave the page. What is no longer ready stays open. A closed year is not opened again.',
  },
  start: { zh: '开始办结', en: 'Begin' },
  starting: { zh: '正在开始', en: 'Beginning' },
  runs: { zh: '{by}正在办结，{done} / {all}', en: '{by} is closing, {done} of {all}' },
  ended: {
    zh: '{by} {day}办结 {closed} 个支部，{blocked} 个没有办成',
    en: '{by} closed {closed} branches on {day}, {blocked} stayed open',
  },
  closeCounty: { zh: '办结全县', en: 'Close the county' },
  closeCountyTitle: { zh: '办结全县 {year} 年', en: 'Close {year} for the county' },
  closeCountyText: {
    zh: '{branches} 个支部都已办结，{carried} 名党员带着基础分进入 {next} 年，共 {points} 分。',
    en: 'All {branches} branches are closed; {carried} members began {next} with a base, {points} points in all.',
  },
  lensHere: { zh: '公平镜', en: 'Fairness lens' },
} as const satisfies Record<string, Text>
