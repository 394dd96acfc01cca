import type { Text } from '../shared/texts.ts'

export const statementTexts = {
  months: { zh: '每月积分单', en: 'Monthly statements' },
  monthsText: {
    zh: '支部公示完、关了账，这个月的数字就定了。',
    en: 'Once the branch has had the month on notice and closed it, its figures stand.',
  },
  monthSum: { zh: '{count} 条', en: '{count} lines' },
  none: { zh: '今年还没有记过分', en: 'Nothing is credited this year yet' },
  noneNext: {
    zh: '做了事，手机上报、写纸条、请人代报都算，审过就列在这里。',
    en: 'Deeds from the phone, on paper or through somebody stand here once reviewed.',
  },
  title: { zh: '{month}积分单', en: 'Statement of {month}' },
  what: { zh: '积分单', en: 'the statement' },
  ofMonth: { zh: '这个月', en: 'of the month' },
  yearSoFar: { zh: '全年到这个月 {total} 分', en: '{total} in the year up to this month' },
  part: { zh: '{org}记的', en: 'Written by {org}' },
  open: { zh: '还在记，月底以后公示', en: 'Still open; on notice after the month' },
  reviewing: { zh: '支部在核对，还没有公示', en: 'The branch is reviewing it; not on notice yet' },
  publishing: { zh: '正在公示，到{until}', en: 'On notice until {until}' },
  publishingSoon: { zh: '公示已起草，还没有贴出', en: 'The notice is drafted and not posted yet' },
  closed: { zh: '{day}出的积分单', en: 'Statement issued {day}' },
  again: {
    zh: '第 {edition} 次出，{day}：{reason}',
    en: 'Issued for the {edition}th time on {day}: {reason}',
  },
  before: { zh: '{day}出过，那时是 {total} 分', en: 'Issued on {day} with {total} then' },
  seeNotice: { zh: '看公示', en: 'See the notice' },
  noLines: { zh: '这个月没有记过分', en: 'Nothing was credited in this month' },
} as const satisfies Record<string, Text>

export const receiptTexts = {
  title: { zh: '验凭证', en: 'Check the receipt' },
  what: { zh: '凭证', en: 'the receipt' },
  intro: {
    zh: '凭证能证明这一条在台账里，没有被改过。验的时候不用联网，也不用相信这个网站。',
    en: 'The receipt proves that the line stands in the ledger unchanged. Checking needs no network and no trust in this site.',
  },
  how: { zh: '怎么验', en: 'How to check' },
  one: {
    zh: '下载凭证和验证页，两个文件放在一起。换一台电脑、断开网络都行。',
    en: 'Download the receipt and the checking page. Another computer and no network will do.',
  },
  two: {
    zh: '打开验证页，放进凭证文件；或者用手机扫下面的码，把文字粘进去。',
    en: 'Open the page and put the receipt in; or scan the code below and paste its text.',
  },
  three: {
    zh: '照着墙上公示底下印的校验根，输进去对一对。',
    en: 'Type the root printed at the foot of a notice on the wall, and compare.',
  },
  file: { zh: '下载凭证', en: 'Download the receipt' },
  fetching: { zh: '正在取', en: 'Fetching' },
  page: { zh: '下载验证页', en: 'Download the checking page' },
  pageOpen: { zh: '直接打开验证页', en: 'Open the checking page' },
  code: { zh: '凭证码', en: 'Code of the receipt' },
  codeText: { zh: '扫出来是一段文字，粘到验证页里', en: 'It reads as text; paste it into the checking page' },
  codeLabel: { zh: '这一条凭证的二维码', en: 'QR code of this receipt' },
  copy: { zh: '复制凭证码', en: 'Copy the code' },
  copied: { zh: '凭证码已复制', en: 'The code is copied' },
  root: { zh: '{day}的校验根', en: 'Root of {day}' },
  place: {
    zh: '台账第 {index} 条，那天夜里共 {size} 条',
    en: 'Line {index} of the ledger, which had {size} that night',
  },
  notices: { zh: '印着校验根的公示', en: 'Notices that bear a root' },
  noticesNone: {
    zh: '还没有公示印过这一天以后的校验根。公示贴出以后，到墙上对。',
    en: 'No notice bears a root of that day or later yet. Compare with the wall once one is posted.',
  },
  noticeOn: { zh: '{day}贴出', en: 'Posted {day}' },
  roots: { zh: '每天的校验根', en: 'Daily roots' },
} as const satisfies Record<string, Text>

export const objectTexts = {
  title: { zh: '我有异议', en: 'I object' },
  takeTitle: { zh: '记下异议', en: 'Write down an objection' },
  what: { zh: '这一条', en: 'the line' },
  about: { zh: '对这一条', en: 'To this line' },
  gone: { zh: '没有找到这一条', en: 'The line was not found' },
  goneNext: { zh: '从「我的积分」里再点一次。', en: 'Open it again from “My points”.' },
  over: { zh: '这一条现在不能提异议', en: 'This line takes no objection now' },
  overNext: {
    zh: '公示以后的十五天里可以提。觉得还是不对，打支部的电话，或向上一级党委反映。',
    en: 'Objections run for fifteen days after the notice. You can still ring the branch or turn to the committee above.',
  },
  until: { zh: '{day}前都可以提', en: 'You may object until {day}' },
  ways: { zh: '三条路都行，一样算', en: 'Three ways; each counts the same' },
  screen: { zh: '在这里写', en: 'Write it here' },
  screenText: { zh: '写完就送到支部', en: 'It goes to the branch at once' },
  phone: { zh: '打电话：{phone}', en: 'By telephone: {phone}' },
  phoneNone: { zh: '打电话给支部', en: 'Ring the branch' },
  phoneText: {
    zh: '接电话的人替你记下，给你编号',
    en: 'Whoever answers writes it down and gives you its number',
  },
  paper: { zh: '写纸条', en: 'On paper' },
  paperText: {
    zh: '写上哪天、哪件事、哪里不对，交到{place}',
    en: 'The day, the deed and what is wrong; hand it in at {place}',
  },
  paperPlace: { zh: '村部或支部', en: 'the branch' },
  words: { zh: '哪里不对，应该是什么', en: 'What is wrong, and what would be right' },
  wordsModel: {
    zh: '如 那天做了 4 小时，只算了 2 小时，贺处暑在场',
    en: 'such as: it was 4 hours and 2 are counted; He Chushu was there',
  },
  promise: {
    zh: '由没有经手过这一条的人办，五个工作日内书面答复。没有答复前，对你不利的地方不算这一条。提异议不影响积分和评议。',
    en: 'Somebody who did not decide the line answers in writing within five working days. Until then it counts nowhere against you. Objecting has no effect on points or appraisal.',
  },
  send: { zh: '交给支部', en: 'Give it to the branch' },
  sending: { zh: '正在送', en: 'Sending' },
  missing: { zh: '写一句哪里不对', en: 'Write what is wrong' },
  done: { zh: '支部收到了', en: 'The branch has it' },
  doneBy: { zh: '{day}前答复', en: 'The answer comes by {day}' },
  codeIs: { zh: '异议编号', en: 'Number of the objection' },
  codeKeep: { zh: '记下这个编号，凭它查答复。', en: 'Keep the number; it opens the answer.' },
  codeTell: {
    zh: '把编号告诉提异议的人，凭它查答复。',
    en: 'Tell the number to whoever objects; it opens the answer.',
  },
  answerPage: { zh: '查答复的网页', en: 'Page of the answer' },
  seeHandled: { zh: '看这件异议', en: 'See the objection' },
  backOther: { zh: '回这一年的积分', en: 'Back to the points of the year' },
  back: { zh: '回我的积分', en: 'Back to my points' },
  seeMine: { zh: '看我提的异议', en: 'See my objections' },
  route: { zh: '怎么提的', en: 'How it was said' },
  byPhone: { zh: '打电话', en: 'By telephone' },
  byPaper: { zh: '写纸条', en: 'On paper' },
  name: { zh: '谁提的', en: 'Who objects' },
  nameHelp: { zh: '不愿说就空着', en: 'Leave it empty if they would rather not say' },
  take: { zh: '记下，交给办理的人', en: 'Write it down' },
  takeDone: { zh: '记下了', en: 'Written down' },
} as const satisfies Record<string, Text>

export const rankingTexts = {
  title: { zh: '支部名次', en: 'Order in the branch' },
  what: { zh: '名次', en: 'the order' },
  mine: { zh: '你排第 {place}，一共 {placed} 人', en: 'You stand at {place} of {placed}' },
  mineTied: { zh: '你和别人并列第 {place}，一共 {placed} 人', en: 'You share place {place} of {placed}' },
  minePoints: { zh: '{year} 年到今天 {points} 分', en: '{points} in {year} so far' },
  mineNone: { zh: '你不排名次', en: 'You are not placed' },
  mineNoneNext: {
    zh: '预备党员、经批准不参加积分的党员不排，做的事照样记。',
    en: 'Probationary members and those left out of scoring are not placed; what they do is recorded all the same.',
  },
  note: {
    zh: '名次只在{scope}内看，不张贴，不推送，和评议没有直接关系。',
    en: 'The order is read within {scope} only; it is not posted or sent, and does not decide the appraisal.',
  },
  list: { zh: '按积分先后', en: 'In order of points' },
  tied: { zh: '并列', en: 'tied' },
  you: { zh: '你', en: 'you' },
  notPlaced: { zh: '另有 {count} 人不排名次。', en: '{count} more are not placed.' },
  off: { zh: '现在没有名次', en: 'There is no order now' },
  seePoints: { zh: '看我的积分', en: 'See my points' },
} as const satisfies Record<string, Text>

export const scopeTexts = {
  branch: { zh: '支部', en: 'the branch' },
  generalBranch: { zh: '党总支', en: 'the general branch' },
  baseCommittee: { zh: '基层党委', en: 'the base committee' },
  county: { zh: '全县', en: 'the county' },
} as const satisfies Record<string, Text>
