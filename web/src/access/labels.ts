import type { Reach } from '@steward/domain/shared/reach.ts'
import type { Text } from '../shared/texts.ts'

export const accountLabels = {
  title: { zh: '账号与权限', en: 'Accounts and access' },
  what: { zh: '账号', en: 'accounts' },
  total: { zh: '{count} 个', en: '{count}' },
  open: { zh: '开账号', en: 'Open an account' },
  search: { zh: '找账号或姓名', en: 'Find an account or a name' },
  anyRole: { zh: '全部职责', en: 'Any duty' },
  role: { zh: '职责', en: 'Duty' },
  roles: { zh: '角色和权限对照表', en: 'Table of roles and permissions' },
  name: { zh: '姓名', en: 'Name' },
  account: { zh: '账号', en: 'Account' },
  place: { zh: '所在组织', en: 'Organisation' },
  duties: { zh: '职责', en: 'Duties' },
  lastSeen: { zh: '最近登录', en: 'Last sign-in' },
  never: { zh: '还没登录过', en: 'Never signed in' },
  empty: { zh: '没有这样的账号', en: 'No such account' },
  emptyNext: { zh: '换一个名字，或者看全部。', en: 'Try another name, or look at all.' },
  showAll: { zh: '看全部账号', en: 'Show all accounts' },
  stopped: { zh: '已停用', en: 'Stopped' },
  locked: { zh: '锁着', en: 'Locked' },
  stale: { zh: '90 天没登录', en: 'No sign-in for 90 days' },
  noDuty: { zh: '没有职责', en: 'No duty' },
  list: { zh: '{words}', en: '{words}' },
} as const satisfies Record<string, Text>

export const stateLabels = {
  all: { zh: '全部', en: 'All' },
  roleless: { zh: '等授权', en: 'Waiting for a role' },
  stale: { zh: '90 天没登录', en: 'Unused for 90 days' },
  locked: { zh: '锁着的', en: 'Locked' },
  stopped: { zh: '停用的', en: 'Stopped' },
} as const satisfies Record<string, Text>

export const detailLabels = {
  what: { zh: '这个账号', en: 'this account' },
  state: { zh: '状态', en: 'State' },
  active: { zh: '启用', en: 'Active' },
  activeBecause: { zh: '启用，恢复理由：{reason}', en: 'Active again: {reason}' },
  stoppedBecause: { zh: '已停用，理由：{reason}', en: 'Stopped: {reason}' },
  lockedUntil: { zh: '密码输错太多次，锁到 {at}', en: 'Locked until {at} after wrong passwords' },
  opened: { zh: '开账号', en: 'Opened' },
  openedBy: { zh: '{at}，{by}', en: '{at}, {by}' },
  password: { zh: '密码', en: 'Password' },
  passwordSet: { zh: '{at} 设的', en: 'Set {at}' },
  passwordTemporary: { zh: '临时密码，登录后要换', en: 'Temporary, to be changed at sign-in' },
  passwordNone: { zh: '没有，用柜台打印的一次性码登录', en: 'None; a code from the counter opens it' },
  factor: { zh: '第二道验证', en: 'Second factor' },
  factorOn: { zh: '已设', en: 'Set up' },
  factorOff: { zh: '没有设', en: 'Not set up' },
  sessions: { zh: '现在登录着', en: 'Signed in now' },
  sessionsCount: { zh: '{count} 处', en: '{count}' },
  sessionsNone: { zh: '没有', en: 'No' },
  grants: { zh: '职责', en: 'Duties' },
  memberOf: {
    zh: '党员，{org}。随党员档案，不用授予',
    en: 'Member, {org}. Follows the file; it is not given',
  },
  noGrants: { zh: '还没有授予职责。', en: 'No duty has been given yet.' },
  noGrantsNext: {
    zh: '登录后什么也办不了，等安全管理员授权。',
    en: 'Nothing can be done with it until the security administrator gives a duty.',
  },
  dutyAt: { zh: '{role}，{org}', en: '{role}, {org}' },
  from: { zh: '{from} 起，{by}授予', en: 'from {from}, given by {by}' },
  fromUntil: { zh: '{from} 至 {until}，{by}授予', en: '{from} to {until}, given by {by}' },
  coming: { zh: '还没到日子', en: 'Not yet' },
  past: { zh: '已到期', en: 'Over' },
  revokedBy: { zh: '{at} 由{by}收回', en: 'Withdrawn {at} by {by}' },
  earlier: { zh: '以前的职责 {count} 项', en: '{count} earlier duties' },
  own: {
    zh: '这是你自己的账号，要改请另一位管理员。',
    en: 'This is your own account; another administrator changes it.',
  },
  give: { zh: '授予职责', en: 'Give a duty' },
  revoke: { zh: '收回', en: 'Withdraw' },
  reset: { zh: '重置密码', en: 'Reset the password' },
  stop: { zh: '停用', en: 'Stop' },
  start: { zh: '恢复', en: 'Start again' },
  removeFactor: { zh: '取消第二道验证', en: 'Remove the second factor' },
  audit: { zh: '看这个账号的审计日志', en: 'Audit log of this account' },
} as const satisfies Record<string, Text>

export const actLabels = {
  reason: { zh: '理由', en: 'Reason' },
  reasonHelp: {
    zh: '写明事实，会记进审计日志，如“换届后不再担任”。',
    en: 'State the fact; it goes into the audit log, such as “No longer in office after re-election”.',
  },
  reasonShort: { zh: '至少写四个字', en: 'At least four characters' },
  leave: { zh: '先不办', en: 'Not now' },
  stopTitle: { zh: '停用{name}的账号', en: 'Stop the account of {name}' },
  stopText: {
    zh: '马上退出所有登录，一次性码作废；职责还在，恢复后照旧。',
    en: 'Every session ends at once and printed codes are void; duties stay for when it is started again.',
  },
  stopDone: { zh: '{name}的账号已停用', en: 'The account of {name} is stopped' },
  startTitle: { zh: '恢复{name}的账号', en: 'Start the account of {name} again' },
  startText: { zh: '恢复后可以用原来的密码登录。', en: 'The former password opens it again.' },
  startDone: { zh: '{name}的账号已恢复', en: 'The account of {name} is active again' },
  resetTitle: { zh: '重置{name}的密码', en: 'Reset the password of {name}' },
  resetText: {
    zh: '马上退出所有登录。新的临时密码只显示一次，本人登录后要换。',
    en: 'Every session ends at once. The temporary password is shown once and changed at sign-in.',
  },
  factorTitle: { zh: '取消{name}的第二道验证', en: 'Remove the second factor of {name}' },
  factorText: {
    zh: '只在手机丢了、本人到场核对过以后办。马上退出所有登录。',
    en: 'Only when the phone is lost and the person has been checked in person. Every session ends at once.',
  },
  factorDone: { zh: '{name}的第二道验证已取消', en: 'The second factor of {name} is removed' },
  revokeTitle: { zh: '收回{name}的{role}', en: 'Withdraw {role} from {name}' },
  revokeText: {
    zh: '马上生效，登录着的页面也一样。记录留着。',
    en: 'Counts at once, in open pages too. The record stays.',
  },
  revokeDone: { zh: '{name}不再是{role}', en: '{name} is no longer {role}' },
} as const satisfies Record<string, Text>

export const giveLabels = {
  title: { zh: '给{name}授予职责', en: 'Give {name} a duty' },
  text: {
    zh: '马上生效。三类管理员互不兼任，也不兼业务职责。',
    en: 'Counts at once. The three administrators exclude each other and every business duty.',
  },
  role: { zh: '职责', en: 'Duty' },
  org: { zh: '在哪个组织', en: 'In which organisation' },
  orgPlace: { zh: '名称或拼音首字母', en: 'Name or pinyin initials' },
  fromOn: { zh: '从哪天起', en: 'From' },
  untilOn: { zh: '到哪天止', en: 'Until' },
  untilHelp: { zh: '不填就一直到收回。', en: 'Left empty: until withdrawn.' },
  give: { zh: '授予{role}', en: 'Give {role}' },
  giveNone: { zh: '授予', en: 'Give' },
  fill: { zh: '先选职责和组织', en: 'Choose duty and organisation first' },
  done: { zh: '{name}已授予{role}', en: '{name} is now {role}' },
  holds: { zh: '可以：{words}', en: 'May: {words}' },
} as const satisfies Record<string, Text>

export const openLabels = {
  title: { zh: '开账号', en: 'Open an account' },
  forWhom: { zh: '给谁开', en: 'For whom' },
  forMember: { zh: '本县党员', en: 'A member of this county' },
  forOfficer: { zh: '干部（不在本县花名册上）', en: 'An officer who is not on the roster' },
  member: { zh: '党员', en: 'Member' },
  memberPlace: { zh: '姓名或拼音首字母', en: 'Name or pinyin initials' },
  hasAccount: { zh: '{org}，已有账号 {account}', en: '{org}, has the account {account}' },
  name: { zh: '姓名', en: 'Name' },
  org: { zh: '在哪个单位工作', en: 'Works at' },
  account: { zh: '账号', en: 'Account' },
  accountMember: {
    zh: '不填就给一个八位数字，好记好念。',
    en: 'Left empty: a number of eight digits, easy to read out.',
  },
  accountOfficer: {
    zh: '三到三十二个小写字母、数字或点，一般用姓名拼音。',
    en: 'Three to 32 small letters, digits or dots; usually the name in pinyin.',
  },
  text: {
    zh: '一人一号，不合用。开好以后由安全管理员授予职责。',
    en: 'One person, one account. Duties are given by the security administrator afterwards.',
  },
  save: { zh: '开账号', en: 'Open the account' },
  fill: { zh: '先选人或填好姓名和单位', en: 'Choose a person, or fill in name and place of work' },
} as const satisfies Record<string, Text>

export const slipLabels = {
  openedTitle: { zh: '{name}的账号开好了', en: 'The account of {name} is open' },
  resetTitle: { zh: '{name}的密码已重置', en: 'The password of {name} is reset' },
  once: {
    zh: '临时密码只在这里显示一次，关掉就看不到了。打印出来当面交给本人。',
    en: 'The temporary password is shown here only, once. Print it and hand it over in person.',
  },
  heading: { zh: '{county}党建平台 账号', en: 'Account, party platform of {county}' },
  codeHeading: { zh: '{county}党建平台 一次性码', en: 'One-time code, party platform of {county}' },
  person: { zh: '{name}，{org}', en: '{name}, {org}' },
  address: { zh: '网址', en: 'Address' },
  account: { zh: '账号', en: 'Account' },
  password: { zh: '临时密码', en: 'Temporary password' },
  code: { zh: '一次性码', en: 'One-time code' },
  until: { zh: '用到', en: 'Valid until' },
  passwordNext: {
    zh: '第一次登录后要换成自己的密码。不要告诉别人，工作人员也不会问你要。',
    en: 'Change it at the first sign-in. Tell nobody; no official will ask for it.',
  },
  codeNext: {
    zh: '登录时选“用一次性码”。用一次就作废，过期也作废；再要，到支部打印。',
    en: 'Choose “Use a one-time code” at sign-in. It works once and until the day above; the branch prints another.',
  },
  print: { zh: '打印这张条', en: 'Print the slip' },
  close: { zh: '交给本人了，关掉', en: 'Handed over, close' },
} as const satisfies Record<string, Text>

export const printLabels = {
  title: { zh: '打印一次性码', en: 'Print a one-time code' },
  text: {
    zh: '给没有手机、忘了密码的党员。凭纸上的账号和一次性码，用谁的手机都能登录一次，只能办自己的事。',
    en: 'For members without a phone or who forgot the password. Account and code on the paper open one session on any device, for the own matters only.',
  },
  who: { zh: '给谁打印', en: 'For whom' },
  whoPlace: { zh: '姓名或拼音首字母', en: 'Name or pinyin initials' },
  print: { zh: '给{name}打印一张', en: 'Print one for {name}' },
  printNone: { zh: '打印一张', en: 'Print one' },
  fill: { zh: '先选一个人', en: 'Choose a person first' },
  voids: { zh: '以前打印没用过的那张会作废。', en: 'An earlier unused code becomes void.' },
  done: { zh: '{name}的一次性码', en: 'One-time code of {name}' },
  opened: {
    zh: '{name}原来没有账号，这次一起开了。',
    en: '{name} had no account; one was opened with this code.',
  },
  another: { zh: '再给一个人打印', en: 'Print for somebody else' },
  change: { zh: '换一个人', en: 'Choose another' },
  none: { zh: '没有找到，看看名字对不对。', en: 'Nobody found; check the name.' },
} as const satisfies Record<string, Text>

export const matrixLabels = {
  title: { zh: '角色和权限对照表', en: 'Table of roles and permissions' },
  what: { zh: '对照表', en: 'the table' },
  intro: {
    zh: '格子里写着管多远，空格就是没有。党员身份随档案，别的职责由安全管理员授予。',
    en: 'Each cell says how far a permission counts; an empty one means no. Membership follows the file; other duties are given by the security administrator.',
  },
  permission: { zh: '权限', en: 'Permission' },
  accounts: { zh: '{count} 人', en: '{count}' },
  no: { zh: '没有', en: 'No' },
  business: { zh: '业务职责', en: 'Business duties' },
  administrators: { zh: '三类管理员，互不兼任（R-302）', en: 'Three separate administrators (R-302)' },
} as const satisfies Record<string, Text>

export const reachLabels: Record<Reach, Text> = {
  self: { zh: '本人', en: 'Own' },
  'own-org': { zh: '本组织', en: 'This body' },
  'org-and-below': { zh: '本组织及以下', en: 'And below' },
  everywhere: { zh: '全县', en: 'County' },
}

export const seeLabels = {
  title: { zh: '谁能看到我', en: 'Who can see me' },
  what: { zh: '名单', en: 'the list' },
  intro: {
    zh: '下面的人按职责能打开你（{name}，{org}）的档案。打开了就会记下来。',
    en: 'By their duties these people can open your file ({name}, {org}). Each look is written down.',
  },
  looked: { zh: '看谁打开过', en: 'See who has looked' },
  numbers: {
    zh: '身份证号和手机号是遮住的，写明用途才能看，每次都有记录。',
    en: 'Identity and phone numbers are covered; a purpose must be stated, and each look is recorded.',
  },
  noNumbers: { zh: '看不到身份证号和手机号。', en: 'Cannot see identity and phone numbers.' },
  may: { zh: '能做的事：{words}', en: 'May: {words}' },
  nobody: { zh: '还没有人按职责能看到你的档案', en: 'Nobody can see your file by duty yet' },
  noFile: { zh: '你在本县没有党员档案', en: 'You have no member’s file in this county' },
  noFileNext: {
    zh: '有档案的人，这里写着谁能看到。',
    en: 'Those who have one see here who can read it.',
  },
  dutyAt: { zh: '{org}，{role}', en: '{org}, {role}' },
} as const satisfies Record<string, Text>
