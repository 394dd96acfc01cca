import type { RollPlace, RollReason } from '@steward/domain/appraisals/roll.ts'
import type { Text } from '../shared/texts.ts'

export const basisTexts = {
  none: { zh: '还没有写依据文件', en: 'The document is not named yet' },
  noneNext: { zh: '由支部书记写。', en: 'The secretary of the branch names it.' },
  body: { zh: '发文机关', en: 'Issued by' },
  bodyModel: { zh: '如：中共清源县委组织部', en: 'such as the county organisation department' },
  number: { zh: '文号', en: 'Number' },
  numberModel: { zh: '如：清组通〔2026〕41 号', en: 'such as 2026 No. 41' },
  on: { zh: '发文日期', en: 'Dated' },
  form: { zh: '怎么开', en: 'Held' },
  groups: { zh: '分不分组', en: 'Groups' },
  withLifeMeeting: { zh: '和组织生活会合并开', en: 'Together with the organisation life meeting' },
  alone: { zh: '单独开', en: 'By itself' },
  inGroups: {
    zh: '自评互评分党小组进行，测评全支部一起',
    en: 'Words in groups, ballots in the whole branch',
  },
  inGroupsAsk: {
    zh: '人多，自评互评分党小组进行（测评还是全支部一起）',
    en: 'Large branch: words in groups (ballots stay with the whole branch)',
  },
  together: { zh: '全支部一起', en: 'The whole branch together' },
  write: { zh: '写上这一项', en: 'Fill this in' },
  ahead: { zh: '日期在今天以后，核对一下', en: 'The day lies ahead; check it' },
  save: { zh: '写下依据文件', en: 'Name the document' },
  change: { zh: '存下改动', en: 'Save changes' },
  saved: { zh: '依据文件已写下', en: 'The document is named' },
} as const satisfies Record<string, Text>

export const placeTexts: Record<RollPlace, Text> = {
  graded: { zh: '定格次', en: 'Graded' },
  withoutGrade: { zh: '参加，不定格次', en: 'Takes part, no grade' },
  atHost: { zh: '在流入地评', en: 'Appraised at the host' },
  exempt: { zh: '经批准不参加', en: 'Left out by decision' },
}
export const reasonTexts: Record<RollReason, Text> = {
  fullMember: { zh: '正式党员', en: 'Full member' },
  probationary: { zh: '预备党员', en: 'Probationary member' },
  floatingAtHost: { zh: '流动党员，{host}同意一起评', en: 'Floating; {host} appraises' },
  floatingHere: { zh: '流动党员，在这里评', en: 'Floating, appraised here' },
  guest: { zh: '流入党员，组织关系在{home}', en: 'From {home}, lives here' },
  exemptByDecision: { zh: '{body}{number}，{on}', en: '{body} {number}, {on}' },
  membershipStopped: { zh: '党员权利停止期间', en: 'Rights of membership are stopped' },
}

export const rollTexts = {
  what: { zh: '评议名单', en: 'the roll' },
  none: { zh: '名单还没有排', en: 'The roll is not drafted' },
  noneNext: {
    zh: '写下依据文件，进入“花名册”这一步，名单按花名册自动排好。',
    en: 'Name the document and go on; the roll is drafted from the register.',
  },
  sums: {
    zh: '定格次 {graded} 人，参加不定格次 {withoutGrade} 人，在流入地评 {atHost} 人，经批准不参加 {exempt} 人',
    en: '{graded} graded, {withoutGrade} without grade, {atHost} at a host, {exempt} left out',
  },
  order: { zh: '按姓名排', en: 'By name' },
  name: { zh: '姓名', en: 'Name' },
  place: { zh: '怎样参加', en: 'Takes part' },
  reason: { zh: '原因', en: 'Reason' },
  group: { zh: '党小组', en: 'Group' },
  owes: { zh: '述职报告', en: 'Duty report' },
  owesYes: { zh: '要交', en: 'asked for' },
  owesNo: { zh: '自愿', en: 'if they wish' },
  change: { zh: '改', en: 'Change' },
  changeOf: { zh: '改{name}怎样参加', en: 'Change how {name} takes part' },
  fixed: { zh: '测评开始后名单不再改。', en: 'Once the ballots begin the roll is fixed.' },
  missing: { zh: '还没排进名单：{names}', en: 'Not on the roll yet: {names}' },
  missingNext: {
    zh: '可能是新转来的，排进去再往下走。',
    en: 'Perhaps moved in since; place them before going on.',
  },
  add: { zh: '排进名单', en: 'Place' },
  guests: {
    zh: '请这里一起评的流入党员：{names}',
    en: 'Members from elsewhere to be appraised here: {names}',
  },
  guestsNext: { zh: '他们的支部已经写明由这里评。', en: 'Their branches have said so.' },
  dialog: { zh: '{name}怎样参加评议', en: 'How {name} takes part' },
  kind: { zh: '怎样参加', en: 'Takes part' },
  asRegistered: { zh: '按花名册', en: 'As registered' },
  asRegisteredHelp: {
    zh: '正式党员定格次，预备党员参加、不定格次',
    en: 'Full members are graded, probationary ones are not',
  },
  exempt: { zh: '经批准不参加', en: 'Left out by decision' },
  exemptHelp: {
    zh: '要有决定的机关、文号和日期；不作对本人不利的依据',
    en: 'Needs body, number and day; never held against anybody',
  },
  atHost: { zh: '在流入地支部评', en: 'At the host branch' },
  atHostHelp: { zh: '流入地支部已经同意一起评', en: 'The host branch has agreed' },
  guest: { zh: '流入党员，在这里评', en: 'From elsewhere, appraised here' },
  body: { zh: '哪个机关决定的', en: 'Decided by' },
  number: { zh: '文号', en: 'Number' },
  on: { zh: '哪天', en: 'On' },
  host: { zh: '流入地支部', en: 'Host branch' },
  hostFind: { zh: '写支部名字里的字', en: 'Part of its name' },
  hostNone: { zh: '县里没有名字含“{text}”的支部', en: 'No branch with “{text}” in its name' },
  hostPick: { zh: '选一个支部', en: 'Choose a branch' },
  owesAsk: { zh: '要交述职报告', en: 'A duty report is asked for' },
  owesHelp: { zh: '年老体弱的按自愿', en: 'The old and frail as they wish' },
  groupHelp: { zh: '分组评的写上党小组名', en: 'Name of the group' },
  save: { zh: '写下', en: 'Save' },
  saved: { zh: '{name}已排好', en: '{name} is placed' },
} as const satisfies Record<string, Text>
