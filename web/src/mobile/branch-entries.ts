import type { Permission } from '@steward/domain/access/permissions.ts'
import type { IconName } from '../shared/kit/Icon.tsx'
import type { Text } from '../shared/texts.ts'

export type BranchEntry = {
  readonly path: string
  readonly label: Text
  readonly icon: IconName
  readonly group: 'look' | 'own'
  readonly may?: Permission | readonly Permission[]
}

/** Rows of the tab 支部. A row whose path has no route is not shown; features add theirs. */
export const branchEntries: readonly BranchEntry[] = [
  {
    path: '/members',
    label: { zh: '党员', en: 'Members' },
    icon: 'people',
    group: 'look',
    may: 'member.read',
  },
  {
    path: '/organisation',
    label: { zh: '组织', en: 'Organisation' },
    icon: 'tree',
    group: 'look',
    may: 'organisation.read',
  },
  {
    path: '/points/month',
    label: { zh: '支部这个月的积分', en: 'The month of the branch' },
    icon: 'points',
    group: 'look',
    may: 'points-month.move',
  },
  {
    path: '/messages/sent',
    label: { zh: '发出的通知', en: 'Notices sent' },
    icon: 'send',
    group: 'look',
    may: 'message.read-delivery',
  },
  {
    path: '/review',
    label: { zh: '审核申报', en: 'Review deeds' },
    icon: 'points',
    group: 'look',
    may: ['claim.review', 'claim.review-at-committee', 'claim.review-at-county'],
  },
  {
    path: '/deductions',
    label: { zh: '扣分', en: 'Deductions' },
    icon: 'scheme',
    group: 'look',
    may: 'deduction.decide',
  },
  {
    path: '/help',
    label: { zh: '代报', en: 'Report for somebody' },
    icon: 'helper',
    group: 'look',
    may: ['claim.submit', 'claim.enter'],
  },
  {
    path: '/appraisals/branch',
    label: { zh: '支部评议', en: 'Appraisal of the branch' },
    icon: 'appraisal',
    group: 'look',
    may: 'appraisal.take-down',
  },
  {
    path: '/pledges/branch',
    label: { zh: '支部的承诺', en: 'Pledges of the branch' },
    icon: 'pledge',
    group: 'look',
    may: 'pledge.read',
  },
  {
    path: '/pledges/review',
    label: { zh: '审诺', en: 'Read pledges' },
    icon: 'check',
    group: 'look',
    may: 'pledge.review',
  },
  {
    path: '/pledges/comments',
    label: { zh: '承诺留言', en: 'Comments on pledges' },
    icon: 'comment',
    group: 'look',
    may: 'pledge-comment.read',
  },
  {
    path: '/loop',
    label: { zh: '一年闭环', en: 'The loop' },
    icon: 'refresh',
    group: 'look',
    may: 'year.close',
  },
  {
    path: '/outcomes/branch',
    label: { zh: '支部的结果运用', en: 'Uses of the branch' },
    icon: 'outcome',
    group: 'look',
    may: 'outcome.draft',
  },
  {
    path: '/print-code',
    label: { zh: '打印一次性码', en: 'Print a one-time code' },
    icon: 'printer',
    group: 'look',
    may: 'account.print-code',
  },
  {
    path: '/my-deeds',
    label: { zh: '我报的事', en: 'My deeds' },
    icon: 'points',
    group: 'own',
    may: 'claim.submit',
  },
  {
    path: '/asked',
    label: { zh: '请我证明的事', en: 'Deeds I am asked to witness' },
    icon: 'person',
    group: 'own',
    may: 'claim.submit',
  },
  {
    path: '/tasks',
    label: { zh: '任务', en: 'Tasks' },
    icon: 'flag',
    group: 'own',
    may: 'task.take',
  },
  {
    path: '/my-deductions',
    label: { zh: '关于我的扣分', en: 'Deductions about me' },
    icon: 'scheme',
    group: 'own',
    may: 'deduction.answer',
  },
  {
    path: '/outcomes',
    label: { zh: '我的结果运用', en: 'What follows from my grade' },
    icon: 'outcome',
    group: 'own',
    may: 'outcome.read',
  },
  {
    path: '/outcomes/warnings',
    label: { zh: '预警、警示和容错', en: 'Warnings, cautions, tolerance' },
    icon: 'comment',
    group: 'own',
    may: 'warning.answer',
  },
  {
    path: '/outcomes/cases',
    label: { zh: '处置和处分', en: 'Disposal and sanctions' },
    icon: 'paper',
    group: 'own',
    may: 'disposal.answer',
  },
  {
    path: '/pledges',
    label: { zh: '我的承诺', en: 'My pledges' },
    icon: 'pledge',
    group: 'own',
    may: 'pledge.write',
  },
  {
    path: '/appraisals',
    label: { zh: '我的民主评议', en: 'My appraisal' },
    icon: 'appraisal',
    group: 'own',
    may: 'appraisal.take-part',
  },
  { path: '/messages', label: { zh: '通知', en: 'Notices' }, icon: 'bell', group: 'own' },
  {
    path: '/schemes',
    label: { zh: '我的积分怎么算', en: 'What counts for me' },
    icon: 'scheme',
    group: 'own',
    may: 'scheme.read',
  },
  {
    path: '/points',
    label: { zh: '我的积分', en: 'My points' },
    icon: 'points',
    group: 'own',
    may: 'points.read',
  },
  {
    path: '/my-year',
    label: { zh: '我的今年和去年', en: 'My year and the last' },
    icon: 'refresh',
    group: 'own',
    may: 'points.read',
  },
  { path: '/me', label: { zh: '我的资料', en: 'My file' }, icon: 'paper', group: 'own', may: 'member.read' },
  {
    path: '/who-can-see-me',
    label: { zh: '谁能看到我', en: 'Who can see me' },
    icon: 'shield',
    group: 'own',
    may: 'member.who-looked',
  },
  {
    path: '/who-looked',
    label: { zh: '谁看过我', en: 'Who looked' },
    icon: 'eye',
    group: 'own',
    may: 'member.who-looked',
  },
  { path: '/profile', label: { zh: '我的账号', en: 'My account' }, icon: 'person', group: 'own' },
  { path: '/settings', label: { zh: '设置', en: 'Settings' }, icon: 'settings', group: 'own' },
]
