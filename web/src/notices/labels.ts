import type { NoticeKind, NoticeScope, NoticeState } from '@steward/domain/notices/notice.ts'
import type { PrivateKind } from '@steward/domain/notices/privacy.ts'
import type { Text } from '../shared/texts.ts'

export const kindTexts: Record<NoticeKind, Text> = {
  monthPoints: { zh: '月积分', en: 'Points of a month' },
  ranking: { zh: '排名', en: 'Ranking' },
  pledges: { zh: '承诺', en: 'Pledges' },
  admission: { zh: '发展党员', en: 'Admission' },
  appraisal: { zh: '评议结果', en: 'Appraisal' },
  award: { zh: '评优表彰', en: 'Award' },
  dues: { zh: '党费', en: 'Dues' },
  disposal: { zh: '处置', en: 'Disposal' },
  other: { zh: '其他', en: 'Other' },
}

export const scopeTexts: Record<NoticeScope, { name: Text; help: Text }> = {
  branch: {
    name: { zh: '支部内', en: 'Inside the branch' },
    help: { zh: '贴在支部活动室，支部党员看得到', en: 'In the branch’s room, for its members' },
  },
  unit: {
    name: { zh: '单位内', en: 'Inside the unit' },
    help: { zh: '贴在单位公告栏，职工看得到', en: 'On the board of the unit, for those who work there' },
  },
  villageBoard: {
    name: { zh: '村（居）务公开栏', en: 'Village board' },
    help: { zh: '村民看得到，名字默认遮一个字', en: 'Villagers see it; names are masked unless decided' },
  },
  public: {
    name: { zh: '向社会', en: 'In public' },
    help: { zh: '谁都看得到，名字默认遮一个字', en: 'Everybody sees it; names are masked unless decided' },
  },
}

export const stateTexts: Record<NoticeState, Text> = {
  drafted: { zh: '待核对', en: 'To be checked' },
  checked: { zh: '待批准', en: 'To be approved' },
  posted: { zh: '公示中', en: 'Posted' },
  interrupted: { zh: '已撤下，待改', en: 'Taken down, to be mended' },
  ended: { zh: '期满，待写结果', en: 'Over, result to be written' },
  settled: { zh: '已了结', en: 'Settled' },
  dropped: { zh: '不公示了', en: 'Dropped' },
}

export const privateTexts: Record<PrivateKind, Text> = {
  identityNumber: { zh: '身份证号', en: 'Identity number' },
  phone: { zh: '个人电话', en: 'Personal telephone' },
  bankCard: { zh: '银行卡号', en: 'Bank card' },
  address: { zh: '住址', en: 'Home address' },
  health: { zh: '健康', en: 'Health' },
  family: { zh: '家庭', en: 'Family' },
  income: { zh: '收入', en: 'Income' },
  complainant: { zh: '反映人', en: 'Who complained' },
  disposal: { zh: '处置情况', en: 'Disposal facts' },
}

export const noticeLabels = {
  title: { zh: '公示', en: 'Public notices' },
  one: { zh: '公示', en: 'Public notice' },
  work: { zh: '要办的 {count}', en: 'To do {count}' },
  posted: { zh: '公示中 {count}', en: 'Posted {count}' },
  past: { zh: '已了结 {count}', en: 'Past {count}' },
  all: { zh: '全部 {count}', en: 'All {count}' },
  show: { zh: '看哪些', en: 'Which ones' },
  draft: { zh: '起草公示', en: 'Draft a notice' },
  objections: { zh: '异议', en: 'Objections' },
  empty: { zh: '这里没有公示', en: 'No notice here' },
  emptyNext: {
    zh: '月积分公示在月结时自动起草；别的公示点「起草公示」。',
    en: 'Notices of monthly points are drafted when the month is reviewed; draft others by hand.',
  },
  where: { zh: '{org} · {kind} · {scope}', en: '{org} · {kind} · {scope}' },
  stage: { zh: '到哪一步', en: 'Where it stands' },
  draftedBy: { zh: '起草', en: 'Drafted by' },
  openObjections: { zh: '{count} 件没答复', en: '{count} unanswered' },
  noObjections: { zh: '没有', en: 'None' },
  termDays: { zh: '{from}至{until}，{count} 个工作日', en: '{from} to {until}, {count} working days' },
  dayNow: { zh: '今天第 {day} 天', en: 'day {day} today' },
  dayZero: { zh: '还没起算', en: 'not begun' },
  termAria: { zh: '公示 {count} 个工作日，现在是第 {day} 天', en: '{count} working days, day {day} now' },
  runs: { zh: '第 {day} 天，共 {count} 天，到{until}', en: 'day {day} of {count}, until {until}' },
  runsSoon: { zh: '刚贴出，共 {count} 天，到{until}', en: 'just posted, {count} days, until {until}' },
  over: { zh: '已期满', en: 'over' },
  uncertain: {
    zh: '这段日子里有的放假安排还没公布，日子到时可能会动。',
    en: 'Some holidays of this time are not announced yet.',
  },
  again: { zh: '第 {count} 次张贴', en: 'posting {count}' },
  name: { zh: '姓名', en: 'Name' },
  people: { zh: '共 {count} 人', en: '{count} people' },
  showAll: { zh: '共 {count} 人，全部展开', en: 'All {count} people' },
  isMine: { zh: '你', en: 'You' },
  disputed: { zh: '有异议', en: 'Disputed' },
  root: { zh: '校验根 {root}，与张贴的纸质公示一致', en: 'Root {root}, the same as on the printed sheet' },
  closesItself: { zh: '公示期满，本页关闭', en: 'This page closes when the term is over' },
  closed: { zh: '公示期满，本页已关闭', en: 'The term is over and this page is closed' },
  closedNext: {
    zh: '名单不再显示。{until}以前还可以提异议；提过的凭编号查答复。',
    en: 'The list is no longer shown. You may still object until {until}; ask for answers with your code.',
  },
  closedForGood: {
    zh: '名单不再显示。提过异议的，凭编号查答复。',
    en: 'The list is no longer shown. Ask for answers with your code.',
  },
  takenDown: {
    zh: '这份公示已撤下，改好后重新公示',
    en: 'This notice was taken down; it is posted again once mended',
  },
  takenDownNext: {
    zh: '重新公示时，公示期从头算。要问情况，打{office} {phone}。',
    en: 'Its term then begins anew. To ask, ring {office} {phone}.',
  },
  result: { zh: '结果：{result}', en: 'Result: {result}' },
  noSuch: { zh: '没有这份公示', en: 'No such notice' },
  noSuchNext: {
    zh: '看看码是不是拍全了，或照纸上的字再打开一次。也可以打纸上的电话问。',
    en: 'See whether the whole code was read, or type the address on the paper again. Or ring the number on it.',
  },
  boardNow: { zh: '正在公示', en: 'Posted now' },
  boardPast: { zh: '已期满', en: 'Over' },
  boardListed: { zh: '有你', en: 'You are in it' },
  myObjections: { zh: '我提的异议', en: 'My objections' },
  askAnswer: { zh: '凭编号查答复', en: 'Ask for an answer by code' },
} as const satisfies Record<string, Text>

/** The ways to object, of equal weight. */
export const routeTexts = {
  title: { zh: '有不同意见，三条路都行', en: 'To object, any of these ways will do' },
  page: { zh: '在这里写，不用注册，可以不留名', en: 'Write here; no account, no name needed' },
  phone: { zh: '打{office} {phone}', en: 'Ring {office} {phone}' },
  paper: { zh: '写张纸，投{place}', en: 'Write it on paper and put it into {place}' },
  paperPlain: { zh: '写张纸，交给支部', en: 'Write it on paper and hand it to the branch' },
  promise: {
    zh: '五个工作日内答复，不透露是谁提的。不满意，可再找上一级。',
    en: 'Answered within five working days; nobody is told who objected. You may go on to the next level.',
  },
  act: { zh: '我有不同意见', en: 'I object' },
} as const satisfies Record<string, Text>
