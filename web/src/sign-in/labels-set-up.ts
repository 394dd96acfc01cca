import type { Text } from '../shared/texts.ts'

export const setUpLabels = {
  title: { zh: '设立一个县', en: 'Set up a county' },
  intro: {
    zh: '四步，约五分钟。走完以后，四个人各拿一张账号单，就能登录。',
    en: 'Four steps, about five minutes. At the end four people each get a slip with their account.',
  },
  steps: { zh: '步骤', en: 'Steps' },
  stepCode: { zh: '开通码', en: 'Code' },
  stepCounty: { zh: '县', en: 'County' },
  stepPeople: { zh: '头几个人', en: 'First people' },
  stepDone: { zh: '账号单', en: 'Slips' },
  back: { zh: '上一步', en: 'Back' },
  next: { zh: '下一步', en: 'Next' },
  codeTitle: { zh: '写上开通码', en: 'Write the set-up code' },
  codeText: {
    zh: '开通码在启动服务器的窗口里，12 个字母和数字。有了它才能设立，免得别人抢先。',
    en: 'It stands in the window where the server was started: 12 letters and digits. Only who has it can set up a county.',
  },
  code: { zh: '开通码', en: 'Set-up code' },
  codeExample: { zh: '如 ABCD-EFGH-JKMN', en: 'such as ABCD-EFGH-JKMN' },
  codeHelp: {
    zh: '大小写、横线都不要紧。服务器每启动一次换一个。',
    en: 'Capitals and dashes do not matter. Each start of the server makes a new one.',
  },
  fillCode: { zh: '写上开通码', en: 'Write the code' },
  countyTitle: { zh: '是哪个县', en: 'Which county' },
  countyName: { zh: '县名', en: 'Name of the county' },
  countyNameHelp: { zh: '写全称，如 清源县', en: 'In full, such as 清源县' },
  countyCode: { zh: '代码', en: 'Code' },
  countyCodeHelp: {
    zh: '用在网址里，县名的拼音就行，如 qingyuan。设立后不再改。',
    en: 'Stands in addresses; the name in pinyin will do, such as qingyuan. It stays as it is.',
  },
  rootName: { zh: '县一级组织', en: 'The county’s organisation' },
  rootNameHelp: {
    zh: '组织树的根，别的组织都设在它下面',
    en: 'The root of the tree; all others are set up below it',
  },
  rootOf: { zh: '中共{name}委员会', en: '中共{name}委员会' },
  fillName: { zh: '写上县名，至少两个字', en: 'Write the name, two characters at least' },
  fillRoot: { zh: '写上县一级组织的名称', en: 'Write the organisation’s name' },
  peopleTitle: { zh: '头几个人', en: 'The first people' },
  peopleText: {
    zh: '三名管理员各管一样，互相制约，要由三个不同的人担任，也不办业务。别的人以后由他们开账号。',
    en: 'Three administrators each have one task and check each other: three different people, without business of their own. They open the other accounts later.',
  },
  personName: { zh: '姓名', en: 'Name' },
  personAccount: { zh: '账号', en: 'Account' },
  personAccountHelp: { zh: '姓名的拼音，如 chenlixia', en: 'The name in pinyin, such as chenlixia' },
  fillPerson: { zh: '写上姓名', en: 'Write the name' },
  sameName: {
    zh: '和{role}是同一个名字。三名管理员要由不同的人担任；同名不同人的，写清楚些。',
    en: 'The same name as the {role}. The three administrators are different people; if two share a name, tell them apart.',
  },
  secondFactor: {
    zh: '三名管理员登录时要第二道验证',
    en: 'Ask the three administrators for a second factor',
  },
  secondFactorHelp: {
    zh: '登录时除密码外，再看手机上的 6 位数字。以后也能开。',
    en: 'Besides the password, six digits from their phone. It can be switched on later too.',
  },
  begin: { zh: '设立{name}，开 4 个账号', en: 'Set up {name} with 4 accounts' },
  working: { zh: '正在设立', en: 'Setting up' },
  doneTitle: { zh: '{name}设立好了', en: '{name} is set up' },
  doneText: {
    zh: '临时密码只在这一页显示一次。打印出来剪开，各给各的；或者抄给本人。第一次登录都要换成自己的。',
    en: 'The temporary passwords are shown on this page only, once. Print and cut, one slip for each person; or copy them. Each is changed at the first sign-in.',
  },
  password: { zh: '临时密码', en: 'Temporary password' },
  address: { zh: '网址', en: 'Address' },
  print: { zh: '打印账号单', en: 'Print the slips' },
  goSignIn: { zh: '都拿到了，去登录', en: 'All handed out: go to sign-in' },
  slipTitle: { zh: '{county} 账号单', en: '{county}: account' },
  slipNext: {
    zh: '第一次登录要换成自己的密码。这张纸看过就收好，不要转给别人。',
    en: 'Change the password at the first sign-in. Keep this paper to yourself.',
  },
  slipWhat: { zh: '做什么', en: 'Task' },
  lostTitle: {
    zh: '没有收到回音，不知道设立成了没有',
    en: 'No answer came; it is not known whether it worked',
  },
  lostText: {
    zh: '再按一次：如果显示「已经设立了县」，就是刚才成了，但密码没有传回来。这时请管服务器的人运行 npm run steward -- reset-password，重置四个账号。',
    en: 'Press again. If it says that a county has been set up already, it worked but the passwords were lost on the way; then run npm run steward -- reset-password on the server for the four accounts.',
  },
  toSignIn: { zh: '去登录', en: 'Go to sign-in' },
  already: { zh: '这里已经设立了县', en: 'A county has been set up here' },
  alreadyNext: {
    zh: '用发给你的账号登录就行。',
    en: 'Sign in with the account you were given.',
  },
} as const satisfies Record<string, Text>

export const firstPeopleLabels = {
  system: {
    role: { zh: '系统管理员', en: 'System administrator' },
    task: { zh: '开账号、停账号、重置密码', en: 'Opens and stops accounts, resets passwords' },
  },
  security: {
    role: { zh: '安全管理员', en: 'Security administrator' },
    task: { zh: '授权、收权，定密码和登录规则', en: 'Gives and withdraws duties, sets sign-in rules' },
  },
  audit: {
    role: { zh: '审计管理员', en: 'Audit administrator' },
    task: { zh: '看审计日志，看谁做过什么', en: 'Reads the audit log: who did what' },
  },
  officer: {
    role: { zh: '县委组织部', en: 'County organisation department' },
    task: { zh: '办业务：建组织、导花名册', en: 'The work itself: organisations, roster' },
  },
} as const satisfies Record<string, { role: Text; task: Text }>
