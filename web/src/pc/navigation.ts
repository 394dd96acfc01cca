import type { Permission } from '@steward/domain/access/permissions.ts'
import { useRipeCount } from '../claims/hooks-deduction.ts'
import { useQueueCount } from '../claims/hooks-review.ts'
import { usePledgeCount } from '../pledges/hooks-review.ts'
import type { IconName } from '../shared/kit/Icon.tsx'
import type { Text } from '../shared/texts.ts'

export type NavigationEntry = {
  readonly path: string
  readonly label: Text
  readonly icon: IconName
  /** Any one of these shows the entry. An entry whose path has no route is not shown. */
  readonly may?: Permission | readonly Permission[]
  /** A hook that answers how many wait there; nothing is shown for 0 or undefined. */
  readonly useCount?: () => number | undefined
}

export type NavigationGroup = {
  readonly id: string
  readonly label: Text | null
  readonly entries: readonly NavigationEntry[]
}

/** The side navigation. Features add their entry to the group it belongs to. */
export const navigation: readonly NavigationGroup[] = [
  {
    id: 'start',
    label: null,
    entries: [{ path: '/', label: { zh: '首页', en: 'Home' }, icon: 'home' }],
  },
  {
    id: 'loop',
    label: { zh: '一年闭环', en: 'The year' },
    entries: [
      {
        path: '/pledges',
        label: { zh: '承诺', en: 'Pledges' },
        icon: 'pledge',
        may: 'pledge.read',
        useCount: usePledgeCount,
      },
      { path: '/points', label: { zh: '积分', en: 'Points' }, icon: 'points', may: 'points-month.read' },
      {
        path: '/claims',
        label: { zh: '积分审核', en: 'Review of deeds' },
        icon: 'check',
        may: ['claim.review', 'claim.review-at-committee', 'claim.review-at-county'],
        useCount: useQueueCount,
      },
      {
        path: '/enter-paper',
        label: { zh: '纸质录入', en: 'From paper' },
        icon: 'paper',
        may: 'claim.enter',
      },
      { path: '/tasks', label: { zh: '任务', en: 'Tasks' }, icon: 'flag', may: 'task.announce' },
      {
        path: '/deductions',
        label: { zh: '扣分', en: 'Deductions' },
        icon: 'scheme',
        may: ['deduction.propose', 'deduction.decide'],
        useCount: useRipeCount,
      },
      {
        path: '/appraisals',
        label: { zh: '评议', en: 'Appraisals' },
        icon: 'appraisal',
        may: 'settlement.read',
      },
      {
        path: '/outcomes',
        label: { zh: '结果运用', en: 'Use of results' },
        icon: 'outcome',
        may: ['outcome.draft', 'cadre-list.read'],
      },
      { path: '/year', label: { zh: '年度闭环', en: 'The loop' }, icon: 'refresh', may: 'year.read' },
    ],
  },
  {
    id: 'organisation',
    label: { zh: '组织与党员', en: 'Organisations and members' },
    entries: [
      {
        path: '/organisations',
        label: { zh: '组织', en: 'Organisations' },
        icon: 'tree',
        may: 'organisation.read',
      },
      { path: '/members', label: { zh: '花名册', en: 'Roster' }, icon: 'people', may: 'member.read' },
      { path: '/import', label: { zh: '导入', en: 'Import' }, icon: 'upload', may: 'roster-import.run' },
      {
        path: '/corrections',
        label: { zh: '更正申请', en: 'Corrections' },
        icon: 'edit',
        may: 'member.decide-correction',
      },
    ],
  },
  {
    id: 'messages',
    label: { zh: '公示与通知', en: 'Notices' },
    entries: [
      {
        path: '/notices',
        label: { zh: '公示', en: 'Public notices' },
        icon: 'notice',
        may: 'notice.draft',
      },
      {
        path: '/objections',
        label: { zh: '异议', en: 'Objections' },
        icon: 'comment',
        may: 'objection.handle',
      },
      {
        path: '/messages/sent',
        label: { zh: '发出的通知', en: 'Notices sent' },
        icon: 'send',
        may: 'message.read-delivery',
      },
    ],
  },
  {
    id: 'rules',
    label: { zh: '规则与权限', en: 'Rules and access' },
    entries: [
      {
        path: '/accounts',
        label: { zh: '账号与权限', en: 'Accounts and access' },
        icon: 'key',
        may: 'account.read',
      },
      { path: '/schemes', label: { zh: '积分办法', en: 'Schemes' }, icon: 'scheme', may: 'scheme.read' },
      { path: '/calendar', label: { zh: '工作日历', en: 'Working calendar' }, icon: 'calendar' },
      {
        path: '/print-code',
        label: { zh: '一次性码', en: 'One-time codes' },
        icon: 'printer',
        may: 'account.print-code',
      },
      { path: '/audit', label: { zh: '审计日志', en: 'Audit log' }, icon: 'history', may: 'audit.read' },
      {
        path: '/settings/messages',
        label: { zh: '免打扰时段', en: 'Quiet hours' },
        icon: 'clock',
        may: 'setting.read',
      },
      {
        path: '/settings/pledges',
        label: { zh: '承诺的设置', en: 'Pledges' },
        icon: 'pledge',
        may: 'setting.read',
      },
      {
        path: '/files/reported',
        label: { zh: '被举报的材料', en: 'Reported files' },
        icon: 'shield',
        may: 'file.settle-report',
      },
      {
        path: '/settings/security',
        label: { zh: '密码与登录', en: 'Sign-in rules' },
        icon: 'shield',
        may: 'account.read',
      },
      {
        path: '/settings/ranking',
        label: { zh: '积分名次', en: 'Order by points' },
        icon: 'settings',
        may: 'ranking.change',
      },
      { path: '/roots', label: { zh: '校验根', en: 'Roots' }, icon: 'shield' },
      { path: '/settings', label: { zh: '设置', en: 'Settings' }, icon: 'settings', may: 'setting.read' },
    ],
  },
  {
    id: 'own',
    label: { zh: '我的', en: 'Mine' },
    entries: [
      {
        path: '/my-year',
        label: { zh: '我这一年', en: 'My year' },
        icon: 'points',
        may: 'member.request-correction',
      },
      // Only who has a file of their own may ask for its correction.
      {
        path: '/me',
        label: { zh: '我的资料', en: 'My file' },
        icon: 'person',
        may: 'member.request-correction',
      },
      {
        path: '/appraisals/mine',
        label: { zh: '我的评议', en: 'My appraisal' },
        icon: 'appraisal',
        may: 'appraisal.take-part',
      },
      {
        path: '/my-warnings',
        label: { zh: '预警、警示和容错', en: 'Warnings, tolerance' },
        icon: 'comment',
        may: 'warning.answer',
      },
      { path: '/my-deeds', label: { zh: '我报的事', en: 'My deeds' }, icon: 'points', may: 'claim.submit' },
      {
        path: '/my-outcomes',
        label: { zh: '我的结果运用', en: 'What follows from my grade' },
        icon: 'outcome',
        may: 'member.request-correction',
      },
      {
        path: '/who-can-see-me',
        label: { zh: '谁能看到我', en: 'Who can see me' },
        icon: 'shield',
        may: 'member.who-looked',
      },
      {
        path: '/who-looked',
        label: { zh: '谁看过我', en: 'Who looked' },
        icon: 'eye',
        may: 'member.request-correction',
      },
    ],
  },
]
