import type { AnswerKind, Channel } from '@steward/domain/messages/message.ts'
import type { RefusalOf } from '../shared/call.ts'
import type { Text } from '../shared/texts.ts'

export const channelTexts: Record<Channel, { name: Text; done: Text }> = {
  screen: { name: { zh: '手机或电脑', en: 'On screen' }, done: { zh: '自己看过', en: 'Read on screen' } },
  phone: { name: { zh: '打电话', en: 'By telephone' }, done: { zh: '电话通知', en: 'Told by telephone' } },
  helper: {
    name: { zh: '托人带话', en: 'Through a helper' },
    done: { zh: '托人带话', en: 'Told by a helper' },
  },
  paper: {
    name: { zh: '送纸条或当面说', en: 'On paper or in person' },
    done: { zh: '当面通知', en: 'Told in person' },
  },
  board: {
    name: { zh: '贴公告栏', en: 'On the notice board' },
    done: { zh: '贴公告栏', en: 'On the board' },
  },
}

export const answerTexts: Record<AnswerKind, { ask: Text; yes: Text; no: Text; short: Text }> = {
  coming: {
    ask: { zh: '能不能来', en: 'Whether they can come' },
    yes: { zh: '能去', en: 'I can' },
    no: { zh: '去不了', en: 'I cannot' },
    short: { zh: '请回一句能不能来', en: 'Please say whether you can come' },
  },
  agreeing: {
    ask: { zh: '行不行', en: 'Whether it is all right' },
    yes: { zh: '行', en: 'All right' },
    no: { zh: '不行', en: 'Not for me' },
    short: { zh: '请回一句行不行', en: 'Please say whether it is all right' },
  },
}

export const messageLabels = {
  received: { zh: '收到的通知', en: 'Notices received' },
  receivedEmpty: { zh: '还没有收到通知', en: 'No notice has come yet' },
  receivedEmptyNext: {
    zh: '支部和上级发给你的，会列在这里。打电话、送纸条通知的也算，看过的会一直留着。',
    en: 'What the branch and those above send you stands here and stays. Being told by telephone or on paper counts too.',
  },
  noFile: { zh: '通知发给党员本人', en: 'Notices go to members' },
  noFileNext: {
    zh: '你的账号没有连着党员档案，所以这里没有。你发出的在「发出的通知」里。',
    en: 'Your account belongs to no member’s file, so none comes here. Those you sent stand under “Notices sent”.',
  },
  unread: { zh: '没看', en: 'Unread' },
  from: { zh: '{name}，{org}', en: '{name}, {org}' },
  sentOn: { zh: '{name}，{day}发的', en: 'Sent by {name} on {day}' },
  toOrg: { zh: '发给{org}', en: 'To {org}' },
  answerBy: { zh: '{day}前回一句', en: 'Answer by {day}' },
  answerOver: { zh: '{day}已截止', en: 'Closed on {day}' },
  yourAnswer: { zh: '你回的：{answer}', en: 'Your answer: {answer}' },
  answerForYou: { zh: '{name}替你回的：{answer}', en: '{name} answered for you: {answer}' },
  answerNote: { zh: '原因：{note}', en: 'Reason: {note}' },
  mayChange: { zh: '{day}前都可以改', en: 'You may change it until {day}' },
  changeTo: { zh: '改成「{answer}」', en: 'Change to “{answer}”' },
  note: { zh: '去不了的，说一句原因', en: 'If you cannot, a word about why' },
  noteAgreeing: { zh: '不行的，说一句原因', en: 'If not, a word about why' },
  answerSaved: { zh: '已经回了：{answer}', en: 'Your answer is in: {answer}' },
  answering: { zh: '正在送', en: 'Sending' },
  phoneRoute: {
    zh: '打电话给支部、让人带话，一样算。',
    en: 'Ringing the branch or sending word through somebody counts the same.',
  },
  sent: { zh: '发出的通知', en: 'Notices sent' },
  sentEmpty: { zh: '还没有发过通知', en: 'No notice has been sent' },
  sentEmptyNext: {
    zh: '发出以后，这里看得到谁收到了、用什么办法，还有谁没通知到。',
    en: 'Once sent, it shows here who was reached, how, and who was not.',
  },
  send: { zh: '发通知', en: 'Send a notice' },
  fromAbove: { zh: '上级发的', en: 'From above' },
  notYet: { zh: '{when}送到', en: 'Delivered at {when}' },
  notice: { zh: '通知', en: 'Notice' },
  people: { zh: '人数', en: 'People' },
  reachedOf: { zh: '通知到', en: 'Reached' },
  sentAt: { zh: '发出', en: 'Sent' },
  answers: { zh: '回话', en: 'Answers' },
  answersCount: { zh: '{yesWord} {yes}，{noWord} {no}', en: '{yesWord} {yes}, {noWord} {no}' },
  noAnswers: { zh: '不用回', en: 'None asked' },
} as const satisfies Record<string, Text>

export const sendTexts = {
  to: { zh: '发给哪个组织', en: 'To which organisation' },
  findPlace: { zh: '找组织', en: 'Find an organisation' },
  morePlaces: { zh: '还有更多，写名字就能找到', en: 'There are more; write a name to find them' },
  noPlace: { zh: '没有找到「{text}」', en: 'Nothing found for “{text}”' },
  readers: { zh: '{count} 人', en: '{count} people' },
  below: { zh: '包括下面所有支部的党员', en: 'With the members of all branches below' },
  title: { zh: '标题', en: 'Title' },
  titleHelp: { zh: '一句话说清是什么事，60 字以内', en: 'One line that says what it is, up to 60 letters' },
  titleModel: { zh: '如：主题党日，果园秋管', en: 'Such as: Theme day in the orchard' },
  body: { zh: '内容', en: 'What it says' },
  bodyHelp: {
    zh: '时间、地点、带什么、找谁。涉密的、别人的隐私不要写。已写 {count} 字，最多 2000 字',
    en: 'When, where, what to bring, whom to ask. No secrets and nobody’s private matters. {count} of 2000 letters',
  },
  bodyModel: {
    zh: '11月10日（周二）上午 9 点，村果园。带手套和剪子，中午前结束。不能来的打给周谷雨。',
    en: 'Tuesday 10 Nov, 9:00, the village orchard. Bring gloves and shears; over by noon. If you cannot come, ring Zhou Guyu.',
  },
  asks: { zh: '要不要大家回一句', en: 'Is an answer asked for' },
  asksNothing: { zh: '不用回，看到就行', en: 'No, reading it is enough' },
  asksComing: { zh: '回一句能去、去不了', en: 'Yes: I can, I cannot' },
  asksAgreeing: { zh: '回一句行、不行', en: 'Yes: all right, not for me' },
  dueOn: { zh: '哪天前回', en: 'Answer by' },
  dueMissing: { zh: '写上哪天前回', en: 'Say by which day' },
  titleMissing: { zh: '写上标题', en: 'Write a title' },
  bodyMissing: { zh: '写上内容', en: 'Write what it says' },
  placeMissing: { zh: '选一个组织', en: 'Choose an organisation' },
  act: { zh: '发给 {count} 人', en: 'Send to {count} people' },
  actPlain: { zh: '发出', en: 'Send' },
  sending: { zh: '正在发', en: 'Sending' },
  now: { zh: '发出后马上看得到。', en: 'They can see it at once.' },
  quiet: {
    zh: '现在是免打扰时段，{when}送到，夜里不会响。',
    en: 'These are quiet hours: it is delivered at {when}, and nothing rings at night.',
  },
  nobody: {
    zh: '这个组织下面现在没有党员，通知没有人收。',
    en: 'No member belongs here now, so nobody would get it.',
  },
  others: {
    zh: '不用手机的，发出后可以打印电话单、张贴单，通知到了再登记。',
    en: 'For those without a phone: print a list to ring or a sheet for the wall, and record whom you reached.',
  },
  done: { zh: '发给了 {count} 人', en: 'Sent to {count} people' },
  looksLike: { zh: '大家看到的样子', en: 'What they will see' },
  draftKept: {
    zh: '草稿留在这台设备上，关掉页面就清掉',
    en: 'The draft stays in this window until you close it',
  },
} as const satisfies Record<string, Text>

export const deliveryTexts = {
  title: { zh: '送达情况', en: 'Delivery' },
  sum: { zh: '{recipients} 人，通知到 {reached} 人', en: '{reached} of {recipients} reached' },
  open: { zh: '没通知到 {count}', en: 'Not reached {count}' },
  reached: { zh: '通知到 {count}', en: 'Reached {count}' },
  yes: { zh: '{word} {count}', en: '{word} {count}' },
  all: { zh: '全部 {count}', en: 'All {count}' },
  stopped: { zh: '{count} 人不用再通知', en: '{count} no longer to be told' },
  stoppedOne: { zh: '不用再通知', en: 'No longer to be told' },
  ownOnly: { zh: '上级发的，这里只列你管的党员', en: 'Sent from above; only your own members are listed' },
  show: { zh: '看哪些人', en: 'Whom to list' },
  name: { zh: '姓名', en: 'Name' },
  branch: { zh: '支部', en: 'Branch' },
  how: { zh: '怎么通知到的', en: 'How' },
  when: { zh: '什么时候', en: 'When' },
  answer: { zh: '回话', en: 'Answer' },
  phone: { zh: '电话', en: 'Telephone' },
  notReached: { zh: '还没通知到', en: 'Not reached yet' },
  byHelper: { zh: '{helper}带的话，{by}登记', en: 'Told by {helper}, recorded by {by}' },
  by: { zh: '{by}登记', en: 'Recorded by {by}' },
  order: { zh: '没通知到的在前，按支部和姓名排', en: 'Not reached first, then by branch and name' },
  none: { zh: '这一栏没有人', en: 'Nobody here' },
  noneOpen: { zh: '都通知到了', en: 'Everybody is reached' },
  pick: { zh: '选{name}', en: 'Select {name}' },
  pickAll: { zh: '选这一页全部', en: 'Select all on this page' },
  record: { zh: '登记 {count} 人已通知到', en: 'Record {count} as reached' },
  recordNone: { zh: '先选人，再登记怎么通知到的', en: 'Select people, then record how they were reached' },
  recordTitle: { zh: '{count} 人怎么通知到的', en: 'How {count} were reached' },
  helperName: { zh: '谁带的话', en: 'Who told them' },
  helperHelp: {
    zh: '写姓名。本人以后看得到是谁带的话，也可以自己改回话',
    en: 'A name. The member sees it later and may change the answer',
  },
  theirAnswer: { zh: '他们怎么回的', en: 'Their answer' },
  noAnswerYet: { zh: '还没回', en: 'None yet' },
  reason: { zh: '原因', en: 'Reason' },
  save: { zh: '记下', en: 'Record' },
  saving: { zh: '正在记', en: 'Recording' },
  saved: { zh: '记下了 {count} 人', en: '{count} recorded' },
  savedAlready: {
    zh: '记下了 {count} 人；{already} 人以前就通知到了，保留原来的记录',
    en: '{count} recorded; {already} had been reached before, and that record stays',
  },
  print: { zh: '打印', en: 'Print' },
  printList: { zh: '电话单', en: 'List to ring' },
  printBoard: { zh: '张贴单', en: 'Sheet for the wall' },
  printNow: { zh: '打印这一张', en: 'Print this' },
  printNone: { zh: '都通知到了，不用电话单', en: 'Everybody is reached; there is nobody to ring' },
  printMost: { zh: '只列前 {count} 人', en: 'Only the first {count} are listed' },
  number: { zh: '序号', en: 'No.' },
  tick: { zh: '打通了没有', en: 'Reached' },
  words: { zh: '怎么说的', en: 'What was said' },
  listTitle: { zh: '没通知到的人，{org}', en: 'Not reached yet, {org}' },
  listHelp: {
    zh: '打通一个记一个，回来在系统里登记。完整号码在党员档案里写明用途后看。',
    en: 'Note each call and record it here afterwards. Full numbers stand in the member’s file for a stated purpose.',
  },
  boardFoot: {
    zh: '看到的请互相转告。不方便来的，打给支部或让人带话，一样算。',
    en: 'Please tell each other. If you cannot come, ring the branch or send word; it counts the same.',
  },
  boardDue: { zh: '{ask}，{day}前告诉支部', en: '{ask}; tell the branch by {day}' },
} as const satisfies Record<string, Text>

type Refusal = RefusalOf<'message.send'> | RefusalOf<'message.answer'> | RefusalOf<'message.record-reached'>

export const messageRefusals: Record<Refusal, Text> = {
  'message-without-words': {
    zh: '标题和内容都要写。写好再发。',
    en: 'A notice needs a title and words. Write them, then send.',
  },
  'message-due-in-past': {
    zh: '回话的日子已经过了。选今天（{today}）或以后的一天。',
    en: 'The day for answers is past. Choose today ({today}) or a later day.',
  },
  'message-nobody-to-reach': {
    zh: '这个组织下面现在没有党员，没有发。换一个组织再发。',
    en: 'No member belongs to this organisation now; nothing was sent. Choose another.',
  },
  'message-answer-not-asked': {
    zh: '这条通知不用回话，看到就行。',
    en: 'This notice asks for no answer; reading it is enough.',
  },
  'message-answer-too-late': {
    zh: '回话到 {dueOn} 为止，已经过了。要紧的打给支部。',
    en: 'Answers were taken until {dueOn}. If it matters, ring the branch.',
  },
  'message-helper-without-name': {
    zh: '写上是谁带的话。本人以后可以问他。',
    en: 'Say who told them, so that the member can ask later.',
  },
  'message-board-takes-no-answer': {
    zh: '贴公告栏收不到回话。回话用电话、当面或带话登记。',
    en: 'A board takes no answer. Record answers by telephone, in person or through a helper.',
  },
}

export const quietTexts = {
  title: { zh: '免打扰时段', en: 'Quiet hours' },
  text: {
    zh: '这段时间发的通知先存着，过了再送到，夜里不响。全县一样。',
    en: 'Notices sent in these hours wait until they end; nothing rings at night. The same for the whole county.',
  },
  from: { zh: '从', en: 'From' },
  until: { zh: '到第二天', en: 'Until the next day at' },
  bounds: {
    zh: '夜里 22:00 到早上 6:00 一定不打扰；最长从 18:00 到 9:00。',
    en: 'Always from 22:00 to 6:00; at the most from 18:00 to 9:00.',
  },
  save: { zh: '从今天起这样办', en: 'So from today' },
  saving: { zh: '正在存', en: 'Saving' },
  saved: { zh: '改好了：{from} 到 {until}', en: 'Changed: {from} to {until}' },
  held: { zh: '改这一项要县委组织部来办。', en: 'The county organisation department changes this.' },
} as const satisfies Record<string, Text>

export const quietRefusals: Record<RefusalOf<'message.change-quiet-hours'>, Text> = {
  'quiet-hours-not-whole': { zh: '写成几点几分。如 21:00。', en: 'Write hours and minutes, such as 21:00.' },
  'quiet-hours-too-short': {
    zh: '夜里 22:00 到早上 6:00 不能打扰。把开始改早些，或把结束改晚些。',
    en: 'Nobody is disturbed from 22:00 to 6:00. Begin earlier or end later.',
  },
  'quiet-hours-too-long': {
    zh: '最长从 18:00 到 9:00，白天要留给通知。',
    en: 'At the most from 18:00 to 9:00; the day is for notices.',
  },
}
