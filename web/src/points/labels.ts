import type { Text } from '../shared/texts.ts'

/** Kinds of points, in the order in which a total is shown. */
export const termTexts = {
  base: { zh: '起点', en: 'Start of the year' },
  duty: { zh: '履行义务', en: 'Duty' },
  pledgesAndTasks: { zh: '承诺与任务', en: 'Pledges and tasks' },
  serviceAndExample: { zh: '服务与示范', en: 'Service and example' },
  bonus: { zh: '加分', en: 'Bonus' },
  deductions: { zh: '扣分', en: 'Deductions' },
} as const satisfies Record<string, Text>

export const pointsTexts = {
  mine: { zh: '我的积分', en: 'My points' },
  whatYear: { zh: '这一年的积分', en: 'the points of the year' },
  year: { zh: '{year} 年', en: '{year}' },
  everyPoint: { zh: '每一分都能点开看', en: 'each point opens' },
  until: { zh: '截至 {month} 月', en: 'up to {month}' },
  untilNow: { zh: '到今天', en: 'up to today' },
  howCome: { zh: '{total} 分是怎么来的', en: 'How {total} came about' },
  openAlso: {
    zh: '另有 {count} 条还没有定，定了再加入',
    en: '{count} more are not decided; they come in when they are',
  },
  cap: { zh: '{name}，顶 {cap}', en: '{name}, at most {cap}' },
  baseWaits: { zh: '基础分待上年闭环后结转', en: 'base comes when last year is closed' },
  baseCarried: { zh: '去年 {result} 的 {percent}%', en: '{percent}% of last year’s {result}' },
  baseFlat: { zh: '起点，人人一样', en: 'Start, the same for all' },
  baseBrought: { zh: '带来的 {result} 的 {percent}%', en: '{percent}% of the {result} brought along' },
  day: { zh: '日期', en: 'Day' },
  deed: { zh: '事项', en: 'Deed' },
  reviewer: { zh: '审核人', en: 'Reviewed by' },
  raw: { zh: '应记', en: 'Worth' },
  credited: { zh: '记入', en: 'Credited' },
  state: { zh: '状态', en: 'State' },
  termSum: { zh: '{term}共 {count} 条', en: '{term}: {count} lines' },
  termSumCapped: {
    zh: '{term}共 {count} 条，封顶少记 {away} 分',
    en: '{term}: {count} lines, caps took {away}',
  },
  others: { zh: '这一类其他 {count} 条', en: '{count} more of this kind' },
  seeAll: { zh: '看全部', en: 'See all' },
  seeLess: { zh: '收起', en: 'Show fewer' },
  noLines: { zh: '这一类今年还没有记过分', en: 'Nothing of this kind is credited this year' },
  noLinesNext: {
    zh: '做了事，手机上报、写纸条、请人代报都算。',
    en: 'A deed counts from the phone, on paper or through somebody.',
  },
  waiting: { zh: '待审', en: 'not reviewed' },
  waitingDays: { zh: '待审，第 {days} 天', en: 'waiting, day {days}' },
  stateCredited: { zh: '已记入', en: 'credited' },
  statePublishing: { zh: '公示中', en: 'on notice' },
  statePublished: { zh: '已公示', en: 'published' },
  stateCorrection: { zh: '更正', en: 'correction' },
  stateTaken: { zh: '已撤回', en: 'taken back' },
  stateDisputed: { zh: '有异议', en: 'disputed' },
  record: { zh: '名单记入', en: 'from a record' },
  rule: { zh: '按办法', en: 'by the scheme' },
  carryNote: {
    zh: '年终得分的 {percent}% 会带到明年。积分只是参考，格次由支部开会评。',
    en: '{percent}% of the year’s result goes into next year. Points only inform; the branch meets and sets the grade.',
  },
  pointsOnly: {
    zh: '积分只是参考，格次由支部开会评。',
    en: 'Points only inform; the branch meets and sets the grade.',
  },
  notScored: { zh: '经批准不参加积分', en: 'Left out of scoring by decision' },
  notScoredNext: {
    zh: '做的事照样记下，表示感谢，不算分。',
    en: 'What is done is recorded with thanks and not counted.',
  },
  notGraded: { zh: '预备党员，记分不评格次', en: 'Probationary: points without a grade' },
  noMember: { zh: '这个账号不是党员本人的', en: 'This account is no member’s' },
  noMemberNext: { zh: '党员的积分在花名册里看。', en: 'Points of members are in the roster.' },
  disputedNote: {
    zh: '{count} 条有异议，还没有答复；没有答复前，对本人不利的地方不算它。',
    en: '{count} lines are disputed and not answered; until then they count nowhere against the member.',
  },
  statements: { zh: '每月积分单', en: 'Monthly statements' },
  ranking: { zh: '支部名次', en: 'Order in the branch' },
  room: { zh: '还能记多少', en: 'What can still count' },
  seeRule: { zh: '看积分办法', en: 'See the scheme' },
} as const satisfies Record<string, Text>

export const yearPartTexts = {
  total: { zh: '{total} 分', en: '{total} points' },
  sum: { zh: '起点 {base}，今年记了 {rest}', en: '{base} at the start, {rest} this year' },
  home: { zh: '{total} 分，怎么来的', en: '{total}: how it came' },
  homeOpen: { zh: '还有 {count} 条没有定，定了再加入', en: '{count} are not decided yet' },
  elderSum: {
    zh: '起点是 {base} 分，今年做事记了 {rest} 分。',
    en: 'The start was {base}; what you did this year brought {rest}.',
  },
  elderLatest: { zh: '最近记的一件：{deed}，{points} 分。', en: 'The latest: {deed}, {points}.' },
  elderOpen: { zh: '还有 {count} 件，支部在看，看完就记。', en: '{count} more are with the branch.' },
  elderWrong: {
    zh: '觉得哪里不对，打给支部或当面说，一样算。',
    en: 'If something seems wrong, ring the branch or come in person; it counts the same.',
  },
} as const satisfies Record<string, Text>

/** Why a line counts what it counts. */
export const whyTexts = {
  tolerate: { zh: '申请容错', en: 'Apply for tolerance' },
  why: { zh: '为什么 {points}', en: 'Why {points}' },
  whyShort: { zh: '为什么', en: 'Why' },
  rule: { zh: '怎么算', en: 'How it counts' },
  basis: { zh: '依据', en: 'Rule' },
  evidence: { zh: '举证', en: 'Evidence' },
  hands: { zh: '经手', en: 'By' },
  receipt: { zh: '凭证', en: 'Receipt' },
  reason: { zh: '理由', en: 'Reason' },
  full: { zh: '全额记入。', en: 'Credited in full.' },
  limited: {
    zh: '应记 {raw}；{limit}最多 {cap}，此前已记 {used}，所以记 {credited}。',
    en: 'Worth {raw}; {limit} holds {cap} at most, {used} was credited before, so {credited}.',
  },
  floor: {
    zh: '应扣 {raw}；扣分最多扣到过程分为零，所以扣 {credited}。',
    en: 'Worth {raw}; deductions go no further than the year’s process, so {credited}.',
  },
  flat: {
    zh: '第一年、新来的党员，起点人人一样。',
    en: 'In the first year and for new members the start is the same for all.',
  },
  carried: { zh: '去年得分带过来的部分。', en: 'The part of last year’s result that is carried over.' },
  brought: { zh: '从别处带来的证明上的部分。', en: 'The part of the certified score brought along.' },
  reversal: { zh: '撤回{day}的那一条，整条退回。', en: 'Takes back the line of {day} as a whole.' },
  correction: { zh: '更正后重新记。', en: 'Written anew after a correction.' },
  quantity: { zh: '数量 {count}。', en: 'Quantity {count}.' },
  outside: { zh: '经县里决定，不受封顶限制。', en: 'By decision of the county no cap holds.' },
  basisLine: { zh: '《{title}》{label}，第 {no} 项', en: '{title}, {label}, item {no}' },
  basisWhole: { zh: '《{title}》{label}', en: '{title}, {label}' },
  document: { zh: '{body} {number}', en: '{body} {number}' },
  wrote: { zh: '{name}报', en: 'Reported by {name}' },
  reviewed: { zh: '{name}审，{day}记入', en: 'reviewed by {name}, credited {day}' },
  byRecord: { zh: '名单记入，{day}', en: 'from a record, {day}' },
  byRule: { zh: '按办法记入，{day}', en: 'by the scheme, {day}' },
  onNotice: { zh: '{from}至{until}公示', en: 'on notice {from} to {until}' },
  notNoticed: { zh: '{month} 月还没有公示', en: '{month} is not on notice yet' },
  objections: { zh: '有 {count} 条异议', en: '{count} objections' },
  noObjection: { zh: '没有异议', en: 'no objection' },
  noEvidence: { zh: '没有附材料', en: 'none attached' },
  number: { zh: '编号 {number}', en: 'No. {number}' },
  verify: { zh: '验凭证', en: 'Check the receipt' },
  object: { zh: '我有异议', en: 'I object' },
  seeObjection: { zh: '看这件异议', en: 'See the objection' },
  take: { zh: '记下本人的异议', en: 'Write down an objection' },
  takenBack: { zh: '这一条后来撤回了', en: 'This line was taken back later' },
  late: { zh: '迟报：{deed}的事，记在 {month} 月', en: 'Late: done {deed}, stands in {month}' },
  deedOf: { zh: '{day}', en: '{day}' },
} as const satisfies Record<string, Text>

export const limitTexts = {
  'item-day': { zh: '{day}这一项', en: 'this item on {day}' },
  'item-month': { zh: '{month} 月这一项', en: 'this item in {month}' },
  'item-year': { zh: '全年这一项', en: 'this item in the year' },
  'category-day': { zh: '{day}“{term}”', en: '“{term}” on {day}' },
  'category-month': { zh: '{month} 月“{term}”', en: '“{term}” in {month}' },
  'category-year': { zh: '全年“{term}”', en: '“{term}” in the year' },
  'total-year': { zh: '全年合计', en: 'the year’s total' },
  floor: { zh: '过程分', en: 'the process' },
} as const satisfies Record<string, Text>

export const evidenceTexts = {
  photo: { zh: '照片', en: 'photo' },
  witness: { zh: '证明人', en: 'witness' },
  paper: { zh: '纸质材料', en: 'paper' },
  roster: { zh: '名单', en: 'roster' },
} as const satisfies Record<string, Text>

/** Records that credit an item by themselves. */
export const recordTexts = {
  meetingAttendance: { zh: '会议签到名单', en: 'attendance of meetings' },
  training: { zh: '培训名单', en: 'roster of training' },
  dues: { zh: '党费台账', en: 'record of dues' },
  communityCheckIn: { zh: '社区报到登记', en: 'community check-in' },
  floatingContact: { zh: '流动党员联系记录', en: 'contacts with floating members' },
  selfReport: { zh: '本人自述', en: 'self-report' },
} as const satisfies Record<string, Text>
