import type { Text } from '../shared/texts.ts'

export const pcLabels = {
  product: { zh: '党建信息管理平台', en: 'Party-building platform' },
  skip: { zh: '跳到正文', en: 'Skip to content' },
  mainNavigation: { zh: '主导航', en: 'Main navigation' },
  demo: { zh: '演示数据', en: 'Demo data' },
  year: { zh: '{year} 年度', en: 'Year {year}' },
  search: { zh: '搜人、组织', en: 'People, organisations' },
  searching: { zh: '正在找', en: 'Searching' },
  searchNone: { zh: '没有找到「{text}」', en: 'Nothing found for “{text}”' },
  searchNoneNext: {
    zh: '试试全名、拼音首字母或支部名。只找得到你能看的。',
    en: 'Try the full name, pinyin initials or a branch. Only what you may see is found.',
  },
  searchMore: { zh: '在花名册里找「{text}」', en: 'Search the roster for “{text}”' },
  shortcuts: { zh: '快捷键', en: 'Keyboard shortcuts' },
  shortcutsOn: { zh: '单个键的快捷键开着', en: 'Single-key shortcuts are on' },
  shortcutsHelp: {
    zh: '打字时不起作用。用读屏软件时可以关掉。',
    en: 'They never act while you type. Switch them off when a screen reader needs the keys.',
  },
  messages: { zh: '消息', en: 'Messages' },
  messagesUnread: { zh: '消息，{count} 条没看', en: 'Messages, {count} unread' },
  help: { zh: '帮助与投诉', en: 'Help and complaint' },
  profile: { zh: '{name} 的菜单', en: 'Menu of {name}' },
  whichYear: { zh: '年份', en: 'Year' },
  printPage: { zh: '打印这一页', en: 'Print this page' },
  toFile: { zh: '看档案', en: 'See the file' },
  myObjections: { zh: '我提的异议', en: 'My objections' },
  toYear: { zh: '看这一年', en: 'See the year' },
  pointsNote: { zh: '到今天 {total} 分', en: '{total} up to today' },
  otherLanguage: { zh: 'English', en: '中文' },
  largeText: { zh: '大字', en: 'Larger text' },
  ownAccount: { zh: '我的账号', en: 'My account' },
  phoneFace: { zh: '打开手机版', en: 'Open the phone face' },
  signOut: { zh: '退出登录', en: 'Sign out' },
  narrow: { zh: '屏幕窄，用手机版更顺手。', en: 'The phone face suits a narrow screen better.' },
  narrowGo: { zh: '去手机版', en: 'Go to it' },
  narrowStay: { zh: '留在这里', en: 'Stay here' },
} as const satisfies Record<string, Text>

export const shortcutLabels: readonly { keys: readonly string[]; what: Text }[] = [
  { keys: ['/'], what: { zh: '搜人、组织', en: 'Search people and organisations' } },
  { keys: ['?'], what: { zh: '看快捷键', en: 'Show the shortcuts' } },
  { keys: ['↑', '↓'], what: { zh: '在列表里上下走', en: 'Move in a list' } },
  { keys: ['Enter'], what: { zh: '打开选中的一行', en: 'Open the chosen row' } },
  { keys: ['X'], what: { zh: '勾选一行', en: 'Tick a row' } },
  { keys: ['Esc'], what: { zh: '关上右边栏或窗口', en: 'Close the drawer or dialog' } },
]

export const helpLabels = {
  stuck: { zh: '不会用、办不成', en: 'Stuck' },
  stuckText: {
    zh: '先问本组织的管理员；解决不了，由上一级党委的组织干事帮你办。纸质办理、当面办理、请人代办，和在网上办一样算。',
    en: 'Ask your organisation’s administrator first, then the officer of the committee above. On paper, at the counter or through a helper counts the same.',
  },
  wrong: { zh: '写我的内容不对', en: 'Something about me is wrong' },
  wrongText: {
    zh: '在「我的资料」里提出更正，写明哪一处、应该是什么。有人答复，过程你看得到。',
    en: 'Ask for a correction in “My file”: which entry, and what it should be. Somebody answers, and you see each step.',
  },
  burden: { zh: '嫌麻烦、要投诉', en: 'Too much work, or a complaint' },
  burdenText: {
    zh: '要求打卡、刷分、反复填表的，可以直接向县委组织部反映。反映不影响积分和评议。',
    en: 'Compulsory check-ins, score chasing or repeated forms can be reported straight to the county organisation department. A report has no effect on points or appraisal.',
  },
  number: { zh: '页面出错', en: 'A page failed' },
  numberText: {
    zh: '把页面上的错误号告诉县里的管理员，凭号能查到当时发生了什么。',
    en: 'Give the error number on the page to the county’s administrator; it leads to what happened.',
  },
} as const satisfies Record<string, Text>

export const homeLabels = {
  weekSum: {
    zh: '本周 {count} 件事，约 {minutes} 分钟',
    en: '{count} things this week, about {minutes} minutes',
  },
  weekSumPlain: { zh: '本周 {count} 件事', en: '{count} things this week' },
  weekNone: { zh: '本周没有要办的事', en: 'Nothing to do this week' },
  title: { zh: '要做的事', en: 'To do' },
  week: { zh: '本周', en: 'This week' },
  month: { zh: '本月', en: 'This month' },
  later: { zh: '以后', en: 'Later' },
  undated: { zh: '没有期限', en: 'No date' },
  overdue: { zh: '过了 {days} 天', en: '{days} days over' },
  minutes: { zh: '约 {count} 分钟', en: 'about {count} min' },
  done: { zh: '本周已完成 {count} 件', en: '{count} done this week' },
  keys: { zh: '按 ↑ ↓ 选一件，回车打开', en: '↑ ↓ to choose, Enter to open' },
  empty: { zh: '现在没有要你做的事', en: 'Nothing waits for you' },
  emptyNext: {
    zh: '有人请你审、请你看、请你定的时候，会列在这里，写明谁要的、几时要、要几分钟。',
    en: 'When somebody asks you to review, read or decide, it stands here with who asks, by when and how many minutes.',
  },
  meetings: { zh: '接下来的会', en: 'Meetings ahead' },
  meetingsEmpty: { zh: '还没有排会', en: 'No meeting is planned' },
  meetingsNext: {
    zh: '支部排了会议或党日，会列在这里。',
    en: 'Meetings and theme days planned by the branch stand here.',
  },
  burden: { zh: '手上的事要多久', en: 'Time for what is in hand' },
  burdenSum: { zh: '{minutes} 分钟', en: '{minutes} minutes' },
  burdenText: {
    zh: '{timed} 件写了用时；没写的没有算进去。',
    en: '{timed} state their time; the others are not counted.',
  },
} as const satisfies Record<string, Text>

export const memberYearLabels = {
  pledges: { zh: '承诺 {count} 件', en: '{count} pledges' },
  noPledges: { zh: '今年还没有记下承诺。', en: 'No pledge is recorded this year.' },
  progress: { zh: '{done} / {of}', en: '{done} / {of}' },
  pledgeNote: { zh: '{count} 件', en: '{count} pledges' },
  pledgeNoteOn: { zh: '{count} 件，{day}公诺', en: '{count} pledges, published {day}' },
  myObjections: { zh: '我提的异议', en: 'My objections' },
  toYear: { zh: '看这一年', en: 'See the year' },
} as const satisfies Record<string, Text>
