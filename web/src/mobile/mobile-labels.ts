import type { Text } from '../shared/texts.ts'

export const mobileLabels = {
  product: { zh: '支部小管家', en: 'Branch Steward' },
  tabs: { zh: '主导航', en: 'Main navigation' },
  home: { zh: '首页', en: 'Home' },
  year: { zh: '这一年', en: 'This year' },
  notices: { zh: '公示', en: 'Notices' },
  branch: { zh: '支部', en: 'Branch' },
  elder: { zh: '长辈版', en: 'Elder layout' },
  normal: { zh: '普通版', en: 'Usual layout' },
  back: { zh: '返回', en: 'Back' },
  who: { zh: '{org}，{name}', en: '{org}, {name}' },
  monthSum: { zh: '{month}，{count} 件事', en: '{month}: {count} to do' },
  monthOne: { zh: '{month}，1 件事', en: '{month}: 1 to do' },
  monthNone: { zh: '{month}，没有要办的事', en: '{month}: nothing to do' },
  month: { zh: '{month} 月', en: '{month}' },
  thingsEmptyNext: {
    zh: '支部请你来、请你看、请你定的时候，会列在这里。',
    en: 'When the branch asks you to come, read or decide, it stands here.',
  },
  things: { zh: '要做的事', en: 'Things to do' },
  due: { zh: '{day}前', en: 'by {day}' },
  overdue: { zh: '过了 {days} 天', en: '{days} days over' },
  minutes: { zh: '约 {count} 分钟', en: 'about {count} min' },
  myYear: { zh: '我这一年', en: 'My year' },
  howItGoes: { zh: '怎么走的', en: 'How it goes' },
  report: { zh: '报一件事', en: 'Report a deed' },
} as const satisfies Record<string, Text>

export const yearPageLabels = {
  title: { zh: '{year} 年', en: '{year}' },
  pledgeEmpty: { zh: '今年还没有记下承诺', en: 'No pledge is recorded this year' },
  pledgeNext: {
    zh: '在支部大会上提、在纸上写都算，支部记下后列在这里。',
    en: 'Given at the meeting or on paper counts too; once the branch records it, it stands here.',
  },
  pointsEmpty: { zh: '今年还没有积分', en: 'No points this year yet' },
  pointsNext: {
    zh: '做了事，支部审过就记。每一分写明按哪条、谁审的。',
    en: 'A deed counts once the branch has reviewed it. Each point names its rule and its reviewer.',
  },
  appraisalEmpty: { zh: '今年还没有评议', en: 'No appraisal this year yet' },
  appraisalNext: {
    zh: '年底由支部开会评，软件不评。',
    en: 'The branch meets at the year’s end; the software does not judge.',
  },
  outcomeEmpty: { zh: '还没有结果', en: 'No outcome yet' },
  outcomeNext: {
    zh: '评议完，结果和理由写在这里，你可以提不同意见。',
    en: 'After the appraisal the outcome and its reason stand here; you may object.',
  },
} as const satisfies Record<string, Text>

export const noticesPageLabels = {
  empty: { zh: '现在没有公示', en: 'No public notice now' },
  next: {
    zh: '支部公示名单、账目或评议结果时，会列在这里，也贴在村部墙上。有异议，可以当面说、写纸条、打电话。',
    en: 'Lists, accounts and results on public notice stand here and on the wall. Objections count in person, on paper or by telephone.',
  },
} as const satisfies Record<string, Text>

export const branchPageLabels = {
  none: { zh: '你还没有编入支部', en: 'You belong to no branch yet' },
  noneNext: {
    zh: '到村部或党建办登记，登记后就能看到。',
    en: 'Register at the branch or the town office; then it stands here.',
  },
  look: { zh: '看支部的', en: 'Of the branch' },
  own: { zh: '我的', en: 'Mine' },
  profile: { zh: '我的账号', en: 'My account' },
  settings: { zh: '设置', en: 'Settings' },
} as const satisfies Record<string, Text>

export const settingsLabels = {
  language: { zh: '语言', en: 'Language' },
  layout: { zh: '版式', en: 'Layout' },
  layoutHelp: { zh: '字大、事少、能读给你听', en: 'Large words, few things, read aloud' },
  ownAccount: { zh: '账号、密码、登录的设备', en: 'Account, password, devices' },
  signOut: { zh: '退出登录', en: 'Sign out' },
  signOutHelp: {
    zh: '退出后，这台手机上不留你的内容。',
    en: 'Nothing of yours stays on this phone after you sign out.',
  },
  pcFace: { zh: '打开电脑版', en: 'Open the PC face' },
  install: {
    zh: '放到桌面：在浏览器菜单里选「添加到主屏幕」。不放也一样用。',
    en: 'To keep it at hand: “Add to home screen” in the browser’s menu. It works the same without.',
  },
} as const satisfies Record<string, Text>

export const elderLabels = {
  say: { zh: '说一件事', en: 'Tell us something' },
  sayText: { zh: '做了什么，说就行', en: 'What you did, in your words' },
  sayByPhone: { zh: '打电话、当面说都算', en: 'By telephone or in person' },
  year: { zh: '看我这一年', en: 'See my year' },
  yearText: { zh: '承诺、积分、评议', en: 'Pledge, points, appraisal' },
  notices: { zh: '看通知', en: 'See notices' },
  notice: { zh: '通知', en: 'Notice' },
  noticesSome: { zh: '{count} 条没看', en: '{count} not read yet' },
  noticesNone: { zh: '现在没有新的', en: 'Nothing new now' },
  noticesText: { zh: '支部请你看的', en: 'What the branch asks you to see' },
  call: { zh: '打给支部', en: 'Ring the branch' },
  who: { zh: '{name}，{org}', en: '{name}, {org}' },
  read: { zh: '读', en: 'Read' },
  today: { zh: '今天 {day}，{weekday}', en: 'Today is {weekday}, {day}' },
  callRoute: {
    zh: '不想在手机上办，打给支部，或到村部当面说，一样算。',
    en: 'You need not use the phone: ring the branch or come in person; it counts the same.',
  },
  sayHow: {
    zh: '告诉支部三样：做了什么，哪一天，谁在场。支部替你记，记完读给你听。',
    en: 'Tell the branch three things: what you did, on which day, and who was there. The branch writes it down and reads it to you.',
  },
  callEmpty: { zh: '手机上还没有登记支部的电话。', en: 'The branch’s telephone is not recorded here yet.' },
  callNext: {
    zh: '支部登记了电话，在这里按一下就能打。现在可以到村部当面说。',
    en: 'Once it is recorded, one touch rings it. Until then you can come in person.',
  },
  nothing: { zh: '现在没有请你看的。', en: 'There is nothing for you to see now.' },
  secretary: { zh: '{name}书记', en: 'Secretary {name}' },
  address: { zh: '地方：{address}', en: 'Address: {address}' },
  ringNow: { zh: '按这里打电话', en: 'Ring now' },
  comeIn: { zh: '不方便打，到村部当面说也行。', en: 'You can also come in person.' },
  sent: { zh: '{name}，{day}发的', en: 'Sent by {name} on {day}' },
  answerBy: { zh: '{day}前回一句', en: 'Please answer by {day}' },
  notRead: { zh: '没看', en: 'Not read yet' },
  mayChange: { zh: '想改，按另一个就行', en: 'To change it, touch the other one' },
  goCall: { zh: '打给支部', en: 'Ring the branch' },
} as const
