import type { BallotPaper } from '@steward/domain/appraisals/ballot.ts'
import type { Grade } from '@steward/domain/appraisals/grade.ts'
import type { Text } from '../shared/texts.ts'
import type { HeadField } from './hooks-ballot-box.ts'

export const gradeTexts: Record<Grade, Text> = {
  excellent: { zh: '优秀', en: 'Excellent' },
  qualified: { zh: '合格', en: 'Qualified' },
  basicallyQualified: { zh: '基本合格', en: 'Basically qualified' },
  unqualified: { zh: '不合格', en: 'Not qualified' },
}
export const shortGradeTexts: Record<Grade | 'abstained', Text> = {
  excellent: { zh: '优', en: 'Ex.' },
  qualified: { zh: '合', en: 'Qu.' },
  basicallyQualified: { zh: '基', en: 'Ba.' },
  unqualified: { zh: '不', en: 'Not' },
  abstained: { zh: '没填', en: 'None' },
}
export const paperNames: Record<BallotPaper, Text> = {
  members: { zh: '党员票', en: 'Members’ ballot' },
  masses: { zh: '群众票', en: 'Ballot of the masses' },
}
export const voterStateTexts: Record<'listed' | 'tokenGiven' | 'onPaper', Text> = {
  listed: { zh: '还没领票', en: 'Not given' },
  tokenGiven: { zh: '领了投票码', en: 'Has a number' },
  onPaper: { zh: '领了纸质票', en: 'Has a paper' },
}
export const headTexts: Record<HeadField, Text> = {
  issued: { zh: '发出', en: 'Given out' },
  cast: { zh: '收回（含废票）', en: 'Cast, spoiled ones too' },
  spoiled: { zh: '其中废票', en: 'Spoiled' },
  returnedBlank: { zh: '空白退回', en: 'Given back' },
  notReturned: { zh: '没交回', en: 'Not returned' },
}

export const ballotTexts = {
  notYet: { zh: '还没到测评这一步', en: 'The ballots have not begun' },
  notYetNext: { zh: '述职、自评、互评齐了，开大会时投票。', en: 'After reports and words, at the assembly.' },
  assembly: { zh: '评议大会', en: 'The assembly' },
  assemblyNone: {
    zh: '记下到会人数。到会过应到的一半才能评。',
    en: 'Record who came: more than half of those due.',
  },
  assemblyFact: {
    zh: '{day}开，应到 {should} 人，实到 {present} 人，{chair}主持',
    en: '{day}: {should} due, {present} present, chaired by {chair}',
  },
  noQuorum: { zh: '到会不到应到的一半以上，要重新开。', en: 'No quorum; hold it again.' },
  on: { zh: '哪天开的', en: 'Held on' },
  shouldAttend: { zh: '应到', en: 'Due' },
  present: { zh: '实到', en: 'Present' },
  chair: { zh: '主持人', en: 'Chair' },
  whole: { zh: '填整数', en: 'A whole number' },
  fill: { zh: '写上', en: 'Fill in' },
  tooMany: { zh: '实到比应到多，核对一下', en: 'More present than due; check' },
  record: { zh: '记下到会', en: 'Record' },
  recordAgain: { zh: '改到会人数', en: 'Change' },
  recorded: { zh: '到会人数记下了', en: 'Recorded' },
  open: { zh: '开{paper}箱', en: 'Open the box' },
  openMembers: {
    zh: '正式党员都能投，名单按花名册来。',
    en: 'All full members vote; they come from the roll.',
  },
  openMasses: {
    zh: '写下参加测评的群众，一行一个名字。同名的加上住处。',
    en: 'Name the voters, one a line. Tell namesakes apart.',
  },
  massesNames: { zh: '群众代表', en: 'Voters of the masses' },
  massesModel: { zh: '如：\n王婶\n李伯（二组）', en: 'such as\nAunt Wang\nUncle Li (group two)' },
  massesCount: { zh: '{count} 个名字', en: '{count} names' },
  massesTwice: { zh: '“{name}”写了两次', en: '“{name}” stands twice' },
  massesNobody: { zh: '写上参加测评的人', en: 'Name who votes' },
  opened: { zh: '票箱开了，给投票人发票', en: 'The box is open' },
  boxOpen: { zh: '开着', en: 'Open' },
  boxClosed: { zh: '封了', en: 'Closed' },
  boxNone: { zh: '没开', en: 'Not opened' },
  boxSums: {
    zh: '投票人 {voters}，领码 {tokens}，领纸质票 {papers}，没领 {listed}；箱里 {cast} 票',
    en: '{voters} voters: {tokens} numbers, {papers} papers, {listed} without; {cast} in the box',
  },
  secret: { zh: '领了码的投没投，这里不显示，也查不到。', en: 'Whether a number was used is shown nowhere.' },
  voters: { zh: '投票人', en: 'Voters' },
  voter: { zh: '姓名', en: 'Name' },
  state: { zh: '领票', en: 'Ballot' },
  giveAll: { zh: '给没领的 {count} 人发投票码', en: 'Give numbers to {count}' },
  giveChosen: { zh: '给选中的 {count} 人发投票码', en: 'Give numbers to the {count} chosen' },
  giving: { zh: '正在发 {done} / {all}', en: 'Giving {done} / {all}' },
  givePaper: { zh: '发纸质票', en: 'Give a paper' },
  gavePaper: { zh: '{name}领了纸质票', en: '{name} has a paper' },
  choose: { zh: '选{name}', en: 'Choose {name}' },
  chooseAll: { zh: '选所有没领的', en: 'Choose all without' },
  memberTake: {
    zh: '有手机的党员自己在手机上领码。没手机的，发纸质票或者印投票条。',
    en: 'Members with a phone take their number there. Others get a paper or a printed slip.',
  },
  count: { zh: '录纸质票', en: 'Count papers' },
  countAgain: { zh: '改纸质票计票', en: 'Change the count' },
  counted: {
    zh: '纸质票计过：收回 {cast} 张，废票 {spoiled} 张，{counters}计票',
    en: 'Papers counted: {cast} cast, {spoiled} spoiled, by {counters}',
  },
  close: { zh: '封票箱', en: 'Close the box' },
  closeTitle: { zh: '封{paper}箱', en: 'Close the box: {paper}' },
  closeText: {
    zh: '封了就不能再投，也不能再开。没用的投票码作废，封箱号写进会议记录。',
    en: 'Nobody votes after that and it is not opened again. Unused numbers are void; the seal goes into the minutes.',
  },
  closeLeft: { zh: '还有 {count} 人没领票。', en: '{count} have no ballot yet.' },
  closed: { zh: '票箱封了', en: 'The box is closed' },
  seal: { zh: '封箱号', en: 'Seal' },
  receipts: { zh: '验票号', en: 'Receipts' },
  result: { zh: '测评结果', en: 'Result' },
  resultSums: {
    zh: '电子票收回 {electronic} 张；纸质票发 {issued} 张，收回 {cast} 张，其中废票 {spoiled} 张',
    en: '{electronic} electronic; papers: {issued} given, {cast} cast, {spoiled} spoiled',
  },
  counters: { zh: '{names}计票', en: 'Counted by {names}' },
  few: { zh: '不到 5 票，不显示分布', en: 'Fewer than 5 ballots; not shown' },
  unanimous: { zh: '票都一样，不显示分布', en: 'All alike; not shown' },
  floor: {
    zh: '票太少或者都一样的，看得出谁投了什么，所以不显示。评定时支部看得到合计。',
    en: 'Few or unanimous ballots would show who voted what. The branch sees the sums when it settles.',
  },
  name: { zh: '姓名', en: 'Name' },
} as const satisfies Record<string, Text>

export const slipTexts = {
  title: { zh: '投票条', en: 'Voting slips' },
  tell: {
    zh: '投票码只在这一页上，系统里没有。印好、剪开再离开。左边有名字的留底，右边交给投票人。',
    en: 'The numbers stand on this page only. Print and cut before you leave. Keep the left part, give the right.',
  },
  print: { zh: '打印', en: 'Print' },
  done: { zh: '印好了', en: 'Printed' },
  doneAsk: {
    zh: '印好了再关。关掉以后这些投票码看不到了，没印的人要改发纸质票。',
    en: 'Close only when printed; the numbers are gone after that, and who has none gets a paper.',
  },
  doneYes: { zh: '都印好了，关掉', en: 'All printed, close' },
  stay: { zh: '再看看', en: 'Stay' },
} as const satisfies Record<string, Text>

/** What is printed on a slip; the sheet is in Chinese. */
export const slipWords = {
  stub: '存根',
  sign: '领取人签名',
  title: (org: string, year: number) => `${org} ${year} 年民主测评`,
  number: '投票码（只能用一次）',
  how: '扫码，或在手机浏览器打开下面的网址输入投票码。投完记下验票号，封箱后可以查自己的票在不在。',
  noPhone: '没有手机的，把这一条退回，换纸质票。',
  qr: '扫码投票',
}

export const paperTexts = {
  title: { zh: '{paper} · 录纸质票', en: '{paper}: count of papers' },
  back: { zh: '回到测评', en: 'Back to the ballots' },
  given: { zh: '发出的纸质票 {given} 张', en: '{given} papers were given out' },
  order: {
    zh: '两个人，一人念一人记，记完再数一遍。',
    en: 'Two people: one reads, one writes; then count again.',
  },
  sheet: { zh: '票数', en: 'Papers' },
  marks: { zh: '每人得票', en: 'Marks' },
  name: { zh: '姓名', en: 'Name' },
  sum: { zh: '合计', en: 'Sum' },
  valid: {
    zh: '有效票 {valid} 张，每人的合计都应是 {valid}',
    en: '{valid} valid; each line must add up to {valid}',
  },
  cell: { zh: '{name}，{mark}', en: '{name}, {mark}' },
  counters: { zh: '计票人', en: 'Counters' },
  counter1: { zh: '计票人一', en: 'First counter' },
  counter2: { zh: '计票人二', en: 'Second counter' },
  twoCounters: { zh: '计票要两个人，写上两个名字', en: 'Two people count; name both' },
  wrong: { zh: '还对不上', en: 'It does not add up' },
  right: { zh: '都对得上，可以存', en: 'All adds up' },
  wrongNumber: { zh: '票数要填整数', en: 'Whole numbers only' },
  wrongNumberOf: { zh: '{name}：要填整数', en: '{name}: whole numbers only' },
  wrongGiven: {
    zh: '发出 {issued} 张，登记领纸质票的是 {given} 人',
    en: '{issued} given out, {given} are recorded',
  },
  wrongPapers: {
    zh: '发出 {issued} 张，收回、空白退回、没交回加起来是 {sum} 张',
    en: '{issued} given out, cast, given back and missing make {sum}',
  },
  wrongSpoiled: { zh: '废票 {spoiled} 张，比收回的 {cast} 张还多', en: '{spoiled} spoiled of {cast} cast' },
  wrongMarks: { zh: '{name}：加起来是 {sum}，有效票是 {valid}', en: '{name}: {sum}, but {valid} valid' },
  wrongMore: { zh: '还有 {count} 人对不上', en: '{count} more' },
  save: { zh: '存下计票', en: 'Save the count' },
  saved: { zh: '纸质票计好了', en: 'The papers are counted' },
} as const satisfies Record<string, Text>

export const receiptTexts = {
  what: { zh: '验票号', en: 'the receipts' },
  title: { zh: '验票', en: 'Check a ballot' },
  text: {
    zh: '投票时手机上给过一个验票号，只有投票人知道。在这里输入，看自己的票在不在箱里。只看得出在不在，看不出投了什么。',
    en: 'The voter alone has the number. Enter it to see whether the ballot is in the box. It does not show what was voted.',
  },
  number: { zh: '验票号', en: 'Receipt number' },
  numberHelp: { zh: '二十个字母和数字，横线可以不写', en: 'Twenty signs; dashes may be left out' },
  look: { zh: '查', en: 'Look' },
  short: { zh: '号码不完整，对一遍', en: 'Not whole; compare it' },
  there: { zh: '这张票在箱里', en: 'This ballot is in the box' },
  notThere: { zh: '箱里没有这张票', en: 'This ballot is not in the box' },
  notThereNext: {
    zh: '对一遍号码，看看是不是另一个票箱的。还是没有，告诉支部和镇党委。',
    en: 'Compare the number and the box. If it is missing, tell the branch and the committee above.',
  },
  list: { zh: '箱里的 {count} 张票', en: '{count} ballots in the box' },
  listNote: {
    zh: '按号码自己的顺序排，看不出先后，也看不出是谁。',
    en: 'In their own order, which says nothing about who came when.',
  },
  sealed: { zh: '{day}封箱，封箱号 {seal}', en: 'Closed {day}, seal {seal}' },
  public: { zh: '不登录也能查：{address}', en: 'Without an account: {address}' },
} as const satisfies Record<string, Text>
