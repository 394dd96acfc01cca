import type { Text } from '../shared/texts.ts'

export const auditLabels = {
  title: { zh: '审计日志', en: 'Audit log' },
  what: { zh: '审计日志', en: 'the audit log' },
  intro: {
    zh: '谁在什么时候做了什么、结果怎样。只能看，谁也改不了、删不掉。',
    en: 'Who did what, when and with which result. It can be read; nobody can change or delete it.',
  },
  who: { zh: '人员', en: 'Person' },
  whoPlace: { zh: '姓名或账号', en: 'Name or account' },
  from: { zh: '从哪天', en: 'From' },
  to: { zh: '到哪天', en: 'To' },
  area: { zh: '哪一类', en: 'Kind' },
  anyArea: { zh: '全部', en: 'All' },
  outcome: { zh: '结果', en: 'Result' },
  outcomeAll: { zh: '全部', en: 'All' },
  outcomeDone: { zh: '办成的', en: 'Done' },
  outcomeNot: { zh: '没办成的', en: 'Not done' },
  time: { zh: '时间', en: 'Time' },
  act: { zh: '做了什么', en: 'What' },
  subject: { zh: '对象', en: 'About' },
  result: { zh: '结果', en: 'Result' },
  address: { zh: '地址', en: 'Address' },
  done: { zh: '办成', en: 'Done' },
  system: { zh: '系统', en: 'The system' },
  guest: { zh: '没有登录的人', en: 'Not signed in' },
  empty: { zh: '没有这样的记录', en: 'No such entry' },
  emptyNext: { zh: '放宽日期或条件再找。', en: 'Widen the days or conditions.' },
  more: { zh: '再看更早的', en: 'Show earlier ones' },
  export: { zh: '导出表格', en: 'Export a sheet' },
  exportHelp: { zh: '导出这件事也会记进日志。', en: 'The export itself is recorded.' },
  onlyAccount: { zh: '只看一个账号的', en: 'One account only' },
  clear: { zh: '看全部', en: 'Show all' },
  detail: { zh: '这条记录的全部内容', en: 'The whole entry' },
} as const satisfies Record<string, Text>

/** The first part of an operation's id, in words. */
export const areaLabels: Readonly<Record<string, Text>> = {
  session: { zh: '登录', en: 'Sign-in' },
  account: { zh: '账号', en: 'Accounts' },
  access: { zh: '权限', en: 'Access' },
  security: { zh: '登录规则', en: 'Sign-in rules' },
  'second-factor': { zh: '第二道验证', en: 'Second factor' },
  'counter-code': { zh: '一次性码', en: 'One-time codes' },
  member: { zh: '党员', en: 'Members' },
  correction: { zh: '更正', en: 'Corrections' },
  'roster-import': { zh: '导入', en: 'Import' },
  organisation: { zh: '组织', en: 'Organisations' },
  calendar: { zh: '工作日历', en: 'Calendar' },
  message: { zh: '通知', en: 'Notices' },
  file: { zh: '材料', en: 'Files' },
  audit: { zh: '审计', en: 'Audit' },
  steward: { zh: '服务器命令', en: 'Server commands' },
}

/** Names of what an entry says of its subject, in the order they are shown. */
export const subjectLabels: Readonly<Record<string, Text>> = {
  name: { zh: '姓名', en: 'name' },
  accountName: { zh: '账号', en: 'account' },
  role: { zh: '职责', en: 'duty' },
  org: { zh: '组织', en: 'organisation' },
  county: { zh: '县', en: 'county' },
  with: { zh: '用', en: 'with' },
  title: { zh: '标题', en: 'title' },
  field: { zh: '栏目', en: 'field' },
  purpose: { zh: '用途', en: 'purpose' },
  reason: { zh: '理由', en: 'reason' },
  recipients: { zh: '收件', en: 'recipients' },
  rows: { zh: '行数', en: 'rows' },
  count: { zh: '个数', en: 'count' },
}

export const withLabels: Readonly<Record<string, Text>> = {
  password: { zh: '密码', en: 'password' },
  'counter-code': { zh: '一次性码', en: 'one-time code' },
}
