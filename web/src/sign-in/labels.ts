import type { Text } from '../shared/texts.ts'

export const signInLabels = {
  title: { zh: '登录', en: 'Sign in' },
  product: { zh: '党建信息管理平台', en: 'Party-building platform' },
  phoneProduct: { zh: '支部小管家', en: 'Branch Steward' },
  otherLanguage: { zh: 'English', en: '中文' },
  county: { zh: '县', en: 'County' },
  countyNone: { zh: '选一个县', en: 'Choose a county' },
  account: { zh: '账号', en: 'Account' },
  password: { zh: '密码', en: 'Password' },
  code: { zh: '一次性码', en: 'One-time code' },
  codeHelp: { zh: '村部打印的纸上，8 位数字', en: 'Eight digits on the paper printed at the counter' },
  withCode: { zh: '用一次性码登录', en: 'Use a one-time code' },
  withPassword: { zh: '用密码登录', en: 'Use the password' },
  codeCard: { zh: '村部给你打印了一张纸的，用这个', en: 'If the branch printed a paper for you' },
  forgot: { zh: '忘了密码找谁', en: 'Forgot the password?' },
  someoneElse: { zh: '不是{name}，换人登录', en: 'Not {name}: sign in as somebody else' },
  pcFace: { zh: '电脑版', en: 'PC face' },
  phoneFace: { zh: '手机版', en: 'Phone face' },
  elder: { zh: '长辈版', en: 'Elder layout' },
  normal: { zh: '普通版', en: 'Usual layout' },
  fillAccount: {
    zh: '写上账号，在发给你的那张纸上',
    en: 'Write your account; it is on the paper you were given',
  },
  fillPassword: { zh: '写上密码', en: 'Write the password' },
  fillCode: { zh: '写上纸上的 8 位数字', en: 'Write the eight digits on the paper' },
  fillCounty: { zh: '先选是哪个县的', en: 'Choose the county first' },
  tooManyTries: {
    zh: '这个地方试得太多，先停一停。过 {minutes} 分钟再试，写的还在。',
    en: 'Too many tries from this place. Try again in {minutes} minutes; what you wrote is still here.',
  },
  lockedUntil: {
    zh: '输错太多次，这个账号锁到 {time}，还有 {minutes} 分钟。等不及，找县里的系统管理员重置密码。',
    en: 'Too many wrong tries: this account is locked until {time}, {minutes} minutes from now. If it cannot wait, ask the county’s system administrator to reset the password.',
  },
  lockedCode: {
    zh: '输错太多次，这个账号锁到 {time}，还有 {minutes} 分钟。到时再试；着急就打给支部，当面办、电话办一样算。',
    en: 'Too many wrong tries: this account is locked until {time}, {minutes} minutes from now. Try then; if it is urgent ring the branch: in person or by telephone counts the same.',
  },
  stoppedAsk: {
    zh: '这个账号停用了。要恢复，找系统管理员{whom}。',
    en: 'This account is stopped. To have it opened again, ask the system administrator {whom}.',
  },
  notSetUp: { zh: '这里还没有设立县', en: 'No county has been set up here yet' },
  notSetUpNext: {
    zh: '请管理员用电脑打开这个网址，按提示设立。设立以后，这里就能登录。',
    en: 'An administrator opens this address on a PC and follows the steps. Then you can sign in here.',
  },
  openPc: { zh: '打开电脑版', en: 'Open the PC face' },
  demoTitle: { zh: '演示账号', en: 'Demo accounts' },
  demoText: {
    zh: '人和地方都是编的。点名字填好账号和密码，密码都是 {password}',
    en: 'People and places are invented. A name fills in account and password; the password is {password} for all',
  },
  demoName: { zh: '姓名', en: 'Name' },
  demoRole: { zh: '职责', en: 'Duty' },
  demoOrg: { zh: '组织', en: 'Organisation' },
  demoFill: { zh: '填入{name}', en: 'Fill in {name}' },
} as const satisfies Record<string, Text>

/** 忘了密码找谁: who can help whom. */
export const helpLabels = {
  member: { zh: '党员', en: 'Members' },
  memberText: {
    zh: '到村部找支部书记，或打电话请他来。核对是你本人，当场打印一张一次性码，用它登录，不用密码。',
    en: 'Ask your branch secretary, in person or by telephone. Once it is sure that it is you, a one-time code is printed on the spot; it signs you in without a password.',
  },
  officer: { zh: '书记和干事', en: 'Secretaries and officers' },
  officerText: {
    zh: '找县里的系统管理员重置。拿到临时密码，第一次登录换成自己的。',
    en: 'Ask the county’s system administrator for a reset. You get a temporary password and change it at the first sign-in.',
  },
  administrator: { zh: '三名管理员', en: 'The three administrators' },
  administratorText: {
    zh: '管服务器的人在机器上运行 npm run steward -- reset-password，写上账号。',
    en: 'Whoever runs the server runs npm run steward -- reset-password there, with the account.',
  },
  phone: { zh: '换了手机，收不到验证码', en: 'New phone, no codes' },
  phoneText: {
    zh: '找安全管理员取消第二道验证，登录后重新设置。',
    en: 'Ask the security administrator to remove your second factor, then set it up again.',
  },
} as const satisfies Record<string, Text>

export const passwordLabels = {
  title: { zh: '换密码', en: 'Change password' },
  titleFirst: { zh: '先换成自己的密码', en: 'First choose a password of your own' },
  titleNone: { zh: '设一个密码', en: 'Choose a password' },
  whyTemporary: {
    zh: '{name}，你现在用的是别人给的临时密码。换成只有自己知道的，再往下走。',
    en: '{name}, this is a temporary password somebody gave you. Choose one only you know, then go on.',
  },
  whyAged: {
    zh: '{name}，这个密码用了超过 {days} 天。换一个新的，再往下走。',
    en: '{name}, this password is older than {days} days. Choose a new one, then go on.',
  },
  whyNone: {
    zh: '你用一次性码进来的，还没有密码。设一个，下回不用再打印。不设也能用。',
    en: 'You came with a one-time code and have no password yet. With one you need no paper next time. It is not required.',
  },
  current: { zh: '现在的密码', en: 'Present password' },
  currentTemporary: { zh: '临时密码', en: 'Temporary password' },
  next: { zh: '新密码', en: 'New password' },
  again: { zh: '再写一遍', en: 'Once more' },
  fillCurrent: { zh: '写上现在用的密码', en: 'Write the present password' },
  fillNext: { zh: '写上新密码', en: 'Write the new password' },
  notSame: { zh: '两遍不一样，再写一遍', en: 'The two differ; write it once more' },
  rules: { zh: '新密码要做到', en: 'The new password' },
  ruleLength: { zh: '至少 {length} 位', en: 'at least {length} characters' },
  ruleKinds: {
    zh: '小写、大写、数字、符号，至少 {kinds} 种',
    en: 'at least {kinds} of small letters, capitals, digits, signs',
  },
  ruleName: { zh: '不含账号，倒着写也不行', en: 'without the account’s name, forwards or backwards' },
  ruleCommon: { zh: '不是人人猜得到的', en: 'none that everybody guesses' },
  ruleNew: { zh: '和现在的不一样', en: 'different from the present one' },
  met: { zh: '做到了', en: 'met' },
  unmet: { zh: '还没做到', en: 'not met yet' },
  change: { zh: '换成新密码', en: 'Change it' },
  set: { zh: '用这个密码', en: 'Use this password' },
  notChanged: { zh: '密码没有换', en: 'The password was not changed' },
  changed: { zh: '密码换好了', en: 'The password is changed' },
  changedOthers: {
    zh: '密码换好了，别处的 {count} 个登录已经退出',
    en: 'The password is changed; {count} other sign-ins were ended',
  },
  ends: {
    zh: '换好以后，别的设备上要用新密码重新登录。',
    en: 'Afterwards other devices sign in anew with the new password.',
  },
} as const satisfies Record<string, Text>

export const secondFactorLabels = {
  title: { zh: '第二道验证', en: 'Second factor' },
  enterTitle: { zh: '输入手机上的验证码', en: 'Enter the code from your phone' },
  enterText: {
    zh: '打开手机上的验证器，找到「支部小管家」，把 6 位数字写在这里。每 30 秒换一次。',
    en: 'Open the authenticator on your phone, find “支部小管家” and write its six digits here. They change every 30 seconds.',
  },
  setUpTitle: { zh: '设置第二道验证', en: 'Set up the second factor' },
  setUpDemanded: {
    zh: '县里要求你的职责在密码之外再验一次。设一次，以后登录时看手机上的 6 位数字。',
    en: 'For your duty the county asks for more than a password. Set it up once; then each sign-in takes six digits from your phone.',
  },
  setUpWanted: {
    zh: '设好以后，别人知道密码也进不来。登录时要看手机上的 6 位数字。',
    en: 'Then a found-out password opens nothing; each sign-in takes six digits from your phone.',
  },
  begin: { zh: '开始设置', en: 'Begin' },
  stepApp: {
    zh: '手机上打开任意一个验证器应用。没有的，请本单位管网络的人装一个。',
    en: 'Open any authenticator app on your phone. If you have none, ask whoever looks after the computers.',
  },
  stepScan: { zh: '在应用里选「添加」，扫这个码。', en: 'Choose “add” in the app and scan this code.' },
  here: { zh: '验证器就在这台手机上，打开它', en: 'It is on this phone: open it' },
  stepCode: { zh: '把应用里的 6 位数字写在这里。', en: 'Write the six digits it shows here.' },
  qr: { zh: '给验证器扫的二维码', en: 'QR code for the authenticator' },
  byHand: { zh: '扫不了，手动输入密钥', en: 'If it cannot be scanned, type this key' },
  code: { zh: '6 位验证码', en: 'Six-digit code' },
  fillCode: { zh: '写上 6 位数字', en: 'Write six digits' },
  verify: { zh: '验证', en: 'Verify' },
  confirm: { zh: '设好了，确认', en: 'Confirm' },
  done: { zh: '第二道验证设好了', en: 'The second factor is set up' },
  isOn: {
    zh: '已经设好。要取消，找安全管理员；换手机以前先找他。',
    en: 'It is set up. To remove it ask the security administrator; do so before you change phones.',
  },
  lost: {
    zh: '手机不在身边或换了，找安全管理员取消，再重新设置。',
    en: 'If the phone is lost or changed, ask the security administrator to remove it, then set it up again.',
  },
  otherPerson: { zh: '退出，换人登录', en: 'Leave and sign in as somebody else' },
} as const satisfies Record<string, Text>

/** Names of the parts of a device, told from what its browser says of itself. */
export const agentLabels = {
  phone: { zh: '手机', en: 'Phone' },
  tablet: { zh: '平板', en: 'Tablet' },
  pc: { zh: '电脑', en: 'PC' },
  unknown: { zh: '别的设备', en: 'Another device' },
  named: { zh: '{device}，{browser}', en: '{device}, {browser}' },
} as const satisfies Record<string, Text>
