import type { Text } from '../shared/texts.ts'
import type { BlockCode, MonthState, MonthStep } from './hooks-month.ts'

export const monthTexts = {
  board: { zh: '积分', en: 'Points' },
  what: { zh: '这个月的积分', en: 'the points of the month' },
  title: { zh: '{org} {month}积分', en: 'Points of {org}, {month}' },
  month: { zh: '{month} 月', en: '{month}' },
  monthOfYear: { zh: '{year} 年 {month} 月', en: '{month} {year}' },
  months: { zh: '今年各月', en: 'Months of the year' },
  where: { zh: '走到哪一步', en: 'Where it stands' },
  late: { zh: '逾期', en: 'late' },
  dueOn: { zh: '{day}前公示', en: 'on notice by {day}' },
  wasDueOn: { zh: '应在{day}前公示', en: 'was due on notice by {day}' },
  minutes: { zh: '约 {count} 分钟', en: 'about {count} min' },
  next: { zh: '下一步', en: 'Next step' },
  ahead: { zh: '再往后还要办', en: 'Before the step after that' },
  allDone: { zh: '{month}已经关账', en: '{month} is closed' },
  allDoneNext: {
    zh: '每人的积分单已经出了。以后发现有错，由更正记在后面的月份。',
    en: 'Each member has the statement. What turns out wrong later is corrected in a later month.',
  },
  onlyLook: {
    zh: '这个月由支部自己办。到期没有办，上级党委可以代办。',
    en: 'The branch moves its month itself. Once it is late the committee above may.',
  },
  working: { zh: '正在办', en: 'Working' },
  table: { zh: '每人这个月', en: 'Each member in the month' },
  order: { zh: '按姓名排，点数字看每一条', en: 'By name; a figure opens its lines' },
  name: { zh: '姓名', en: 'Name' },
  duty: { zh: '义务', en: 'Duty' },
  pledgesAndTasks: { zh: '承诺', en: 'Pledges' },
  serviceAndExample: { zh: '服务', en: 'Service' },
  bonus: { zh: '加分', en: 'Bonus' },
  deductions: { zh: '扣分', en: 'Deductions' },
  total: { zh: '本月', en: 'Month' },
  yearTotal: { zh: '全年到此', en: 'Year so far' },
  sum: { zh: '{count} 人，{lines} 条', en: '{count} members, {lines} lines' },
  undecided: { zh: '{count} 条没审', en: '{count} not reviewed' },
  disputed: { zh: '{count} 条有异议', en: '{count} disputed' },
  capped: { zh: '封顶少记 {points}', en: 'caps took {points}' },
  openFigure: { zh: '{name}，{term} {points}，看每一条', en: '{name}, {term} {points}: see each line' },
  none: { zh: '{month}还没有人记过分', en: 'Nothing is credited in {month} yet' },
  noneNext: {
    zh: '手机上报的、纸质登记的，审过就列在这里。',
    en: 'Deeds from the phone and from paper stand here once reviewed.',
  },
  notScored: {
    zh: '另有 {count} 人经批准不参加积分，不列在表里。',
    en: '{count} more are left out of scoring by decision and are not listed.',
  },
  notice: { zh: '公示', en: 'Notice' },
  noticeDraft: { zh: '已起草，核对后贴出', en: 'Drafted; check and post it' },
  noticeRuns: { zh: '{from}贴出，公示到{until}', en: 'Posted {from}, until {until}' },
  noticeObjections: { zh: '有 {count} 条异议', en: '{count} objections' },
  noticeQuiet: { zh: '没有异议', en: 'No objection' },
  openNotice: { zh: '看公示', en: 'See the notice' },
  history: { zh: '经过', en: 'What was done' },
  historyNone: { zh: '这个月还没有动过', en: 'Nothing was done with this month yet' },
  historyBack: { zh: '撤回公示：{reason}', en: 'Notice taken back: {reason}' },
  withdraw: { zh: '撤回公示', en: 'Take the notice back' },
  withdrawTitle: { zh: '撤回{month}的公示', en: 'Take back the notice of {month}' },
  withdrawText: {
    zh: '这个月回到核对。改好以后重新公示，公示期从头算。',
    en: 'The month goes back to review. Mended, it goes on notice anew and its term begins again.',
  },
  withdrawReason: { zh: '为什么撤回', en: 'Why it is taken back' },
  withdrawModel: {
    zh: '如 第 6 行数字抄错，改好再公示',
    en: 'such as: line 6 was copied wrong; it is posted again once mended',
  },
  withdrawDone: {
    zh: '{month}的公示已撤回，回到核对',
    en: 'The notice of {month} is taken back; the month is in review',
  },
  lines: { zh: '{name}，{month}', en: '{name}, {month}' },
  wholeYear: { zh: '看一人一年', en: 'See the whole year' },
  print: { zh: '打印这一页', en: 'Print this page' },
} as const satisfies Record<string, Text>

export const stateTexts: Record<MonthState, Text> = {
  open: { zh: '进行中', en: 'Open' },
  reviewing: { zh: '核对中', en: 'In review' },
  publishing: { zh: '公示中', en: 'On notice' },
  closed: { zh: '已关账', en: 'Closed' },
}

/** What the next step is, and the words on its button. */
export const stepTexts: Record<MonthStep, { act: Text; text: Text; done: Text; notYet: Text }> = {
  review: {
    act: { zh: '开始核对', en: 'Begin the review' },
    text: {
      zh: '核对期间照样审申报。核对完，数字才上公示。',
      en: 'Deeds are still reviewed meanwhile. The figures go on notice after the review.',
    },
    notYet: { zh: '{month}还不能核对', en: '{month} cannot be reviewed yet' },
    done: { zh: '{month}开始核对', en: '{month} is in review' },
  },
  publish: {
    act: { zh: '起草公示', en: 'Draft the notice' },
    text: {
      zh: '按下面的表起草，数字不用再抄。起草后记分就停了，晚来的记到下个月。',
      en: 'Drafted from the table below; nothing is copied. Scoring then stops, and what comes later goes to the next month.',
    },
    notYet: { zh: '{month}还不能公示', en: '{month} cannot go on notice yet' },
    done: { zh: '{month}的公示已起草', en: 'The notice of {month} is drafted' },
  },
  notice: {
    act: { zh: '去核对、贴出', en: 'Check and post it' },
    text: {
      zh: '公示已经起草。由人核对数字和隐私，再贴出。',
      en: 'The notice is drafted. Somebody compares the figures, looks for what is private, and posts it.',
    },
    notYet: { zh: '{month}的公示还没有贴出', en: 'The notice of {month} does not hang' },
    done: { zh: '', en: '' },
  },
  close: {
    act: { zh: '给 {month}关账', en: 'Close {month}' },
    text: {
      zh: '公示期满就能关账。关账出每人的积分单，数字不再改。',
      en: 'Once the term is over the month is closed. Each member gets the statement; figures then stay.',
    },
    notYet: { zh: '{month}还不能关账', en: '{month} cannot be closed yet' },
    done: { zh: '{month}已关账', en: '{month} is closed' },
  },
}

/** What stands in the way, each with where it is put right. */
export const blockTexts: Record<BlockCode, { text: Text; act?: Text }> = {
  'month-not-over': {
    text: { zh: '{month}还没有过完', en: '{month} is not over yet' },
  },
  'month-claims-undecided': {
    text: { zh: '{count} 条申报没有审', en: '{count} deeds are not reviewed' },
    act: { zh: '去审', en: 'Review' },
  },
  'month-deductions-unanswered': {
    text: {
      zh: '{count} 件扣分还在等本人说明或没有定',
      en: '{count} deductions wait for the member’s word or a decision',
    },
    act: { zh: '去看', en: 'See them' },
  },
  'month-notice-missing': {
    text: { zh: '公示还没有贴出', en: 'The notice is not posted yet' },
    act: { zh: '去贴出', en: 'Post it' },
  },
  'month-notice-running': {
    text: { zh: '公示期还没有满', en: 'The term of the notice is not over' },
    act: { zh: '看公示', en: 'See the notice' },
  },
  'month-notice-interrupted': {
    text: { zh: '公示撤下了，改好重新贴出', en: 'The notice was taken down; mend it and post it anew' },
    act: { zh: '去重新贴出', en: 'Post it anew' },
  },
  'month-objections-without-handler': {
    text: { zh: '{count} 条异议没有指定办理人', en: '{count} objections have nobody to handle them' },
    act: { zh: '去指定', en: 'Assign' },
  },
}

export const onPhoneTexts = {
  title: { zh: '支部这个月', en: 'The month of the branch' },
  noBranch: { zh: '这一页是支部书记用的', en: 'This page is for the secretary of a branch' },
  noBranchNext: {
    zh: '各支部走到哪一步，在电脑上的「积分」里看。',
    en: 'Where the branches stand is under Points on the PC.',
  },
  sum: { zh: '{members} 名党员，记了 {lines} 条', en: '{members} members, {lines} lines' },
  other: { zh: '看别的月份', en: 'Another month' },
  monthState: { zh: '{month}，{state}', en: '{month}, {state}' },
  noticeDrafted: {
    zh: '公示已经起草。对着名单核对，核对后贴出。',
    en: 'The notice is drafted. Compare it with its list, then post it.',
  },
  toNotice: { zh: '去核对、贴出', en: 'Check and post it' },
} as const satisfies Record<string, Text>

export const listTexts = {
  title: { zh: '{month}各支部的积分', en: 'Points of the branches, {month}' },
  what: { zh: '各支部的月份', en: 'the months of the branches' },
  order: { zh: '按组织顺序排', en: 'In the order of the organisations' },
  branch: { zh: '支部', en: 'Branch' },
  state: { zh: '走到哪一步', en: 'Where it stands' },
  members: { zh: '党员', en: 'Members' },
  lines: { zh: '记了', en: 'Lines' },
  undecided: { zh: '没审', en: 'Not reviewed' },
  noticeEnds: { zh: '公示到', en: 'On notice until' },
  changed: { zh: '最近变动', en: 'Last change' },
  before: { zh: '上个月', en: 'Month before' },
  after: { zh: '下个月', en: 'Month after' },
  filter: { zh: '看哪些', en: 'Show' },
  all: { zh: '全部', en: 'All' },
  late: { zh: '逾期', en: 'Late' },
  count: { zh: '{name} {count}', en: '{name} {count}' },
  none: { zh: '没有这样的支部', en: 'No such branch' },
  noneNext: { zh: '换一个看法，或换一个月。', en: 'Choose another filter or another month.' },
  sweep: { zh: '代 {count} 个逾期支部往下走', en: 'Move {count} late branches on' },
  sweepTitle: { zh: '代逾期支部往下走', en: 'Move the late branches on' },
  sweepText: {
    zh: '过了{due}还没有公示的支部，由你们代办：没有卡住的往下走一步；还有申报没审、扣分没定的，停在原处，列出来。公示仍由人核对后贴出。',
    en: 'For branches not on notice by {due}: each that nothing holds up takes its next step; where deeds or deductions wait, the month stays and is listed. A notice is still checked and posted by people.',
  },
  sweepStart: { zh: '往下走', en: 'Move them on' },
  sweepStarting: { zh: '正在排上', en: 'Starting' },
  sweepRuns: { zh: '{by}正在代办，{done} / {all}', en: '{by} is moving them on, {done} of {all}' },
  sweepEnded: {
    zh: '{by}{day}代办过：走了 {moved} 个，卡住 {blocked} 个',
    en: '{by} did so on {day}: {moved} moved, {blocked} held up',
  },
  seeLate: { zh: '看还逾期的', en: 'See those still late' },
  cancel: { zh: '先不办', en: 'Not now' },
} as const satisfies Record<string, Text>
