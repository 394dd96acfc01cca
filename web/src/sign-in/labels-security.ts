import type { SignInSettings } from '@steward/domain/sign-in/settings.ts'
import type { Text } from '../shared/texts.ts'

export const securityLabels = {
  title: { zh: '密码与登录规则', en: 'Rules of passwords and sign-in' },
  intro: {
    zh: '这里只能比常规收紧，不能放松。改了马上算数，留审计记录。',
    en: 'Rules can be tightened beyond the customary ones, never loosened. A change counts at once and is audited.',
  },
  readOnly: {
    zh: '只有安全管理员能改，你能看。',
    en: 'Only the security administrator changes these; you may read them.',
  },
  rule: { zh: '规则', en: 'Rule' },
  value: { zh: '现在', en: 'Now' },
  bounds: { zh: '可以写', en: 'Allowed' },
  atLeast: { zh: '{from} 到 {to} {unit}', en: '{from} to {to} {unit}' },
  factorTitle: { zh: '哪些职责要第二道验证', en: 'Duties that need a second factor' },
  factorText: {
    zh: '勾上以后，还没设的人下次打开网页就要设。扫码约一分钟，要用手机；用一次性码进来的不用。',
    en: 'Who has none yet is asked to set it up the next time a page is opened: a minute with a phone. Those who come with a one-time code are not asked.',
  },
  coverage: { zh: '{accounts} 个账号，{with} 个设好了', en: '{accounts} accounts, {with} have one' },
  coverageNone: { zh: '还没有人', en: 'Nobody yet' },
  meets: {
    zh: '新勾的会要求 {count} 个账号去设。',
    en: 'The newly ticked ones ask {count} accounts to set it up.',
  },
  loosened: {
    zh: '去掉 {roles}：以后只用密码就能进来。',
    en: 'Without {roles}: a password alone will do again.',
  },
  saveNone: { zh: '改规则', en: 'Change the rules' },
  save: { zh: '改 {count} 处', en: 'Change {count}' },
  nothing: { zh: '还没有改动', en: 'Nothing is changed yet' },
  takeBack: { zh: '不改了', en: 'Leave as it was' },
  saved: { zh: '规则改好了，现在就算数', en: 'The rules are changed and count from now' },
  notSaved: { zh: '没有改成，你写的还在', en: 'Not changed; what you wrote is still here' },
  shorter: {
    zh: '登录时间改短，正在用的人也会提前退出。',
    en: 'Shorter times also end sessions that are open now.',
  },
  fix: { zh: '有 {count} 处要改一下', en: '{count} need a change' },
} as const satisfies Record<string, Text>

const units = {
  characters: { zh: '位', en: 'characters' },
  kinds: { zh: '种', en: 'kinds' },
  days: { zh: '天', en: 'days' },
  times: { zh: '次', en: 'tries' },
  minutes: { zh: '分钟', en: 'minutes' },
  hours: { zh: '小时', en: 'hours' },
} as const satisfies Record<string, Text>

type SettingWords = { readonly name: Text; readonly unit: Text }

export const settingLabels: Readonly<Record<keyof SignInSettings, SettingWords>> = {
  minPasswordLength: {
    name: { zh: '密码至少', en: 'Least length of a password' },
    unit: units.characters,
  },
  minPasswordKinds: {
    name: { zh: '小写、大写、数字、符号，至少', en: 'Least kinds of characters' },
    unit: units.kinds,
  },
  maxPasswordAgeDays: {
    name: { zh: '密码最多用', en: 'A password lasts' },
    unit: units.days,
  },
  failuresUntilLock: {
    name: { zh: '连续输错就锁', en: 'Wrong tries until the lock' },
    unit: units.times,
  },
  lockMinutes: { name: { zh: '一次锁', en: 'The lock lasts' }, unit: units.minutes },
  idleMinutes: {
    name: { zh: '不动就退出', en: 'Idle sessions end after' },
    unit: units.minutes,
  },
  administratorIdleMinutes: {
    name: { zh: '三名管理员不动就退出', en: 'Those of administrators after' },
    unit: units.minutes,
  },
  absoluteHours: {
    name: { zh: '一次登录最多', en: 'A session lasts at most' },
    unit: units.hours,
  },
  counterCodeHours: {
    name: { zh: '一次性码有效', en: 'A one-time code lasts' },
    unit: units.hours,
  },
  counterCodeTries: {
    name: { zh: '一次性码输错就作废', en: 'Wrong tries until a code is void' },
    unit: units.times,
  },
}

/** The table's groups, in the order a person meets the rules. */
export const settingGroups: readonly { title: Text; settings: readonly (keyof SignInSettings)[] }[] = [
  {
    title: { zh: '密码', en: 'Passwords' },
    settings: ['minPasswordLength', 'minPasswordKinds', 'maxPasswordAgeDays'],
  },
  { title: { zh: '输错密码', en: 'Wrong tries' }, settings: ['failuresUntilLock', 'lockMinutes'] },
  {
    title: { zh: '登录时间', en: 'Sessions' },
    settings: ['idleMinutes', 'administratorIdleMinutes', 'absoluteHours'],
  },
  { title: { zh: '一次性码', en: 'One-time codes' }, settings: ['counterCodeHours', 'counterCodeTries'] },
]
