import type { AppRoute } from '../shared/routing.tsx'

/** The pages of the PC face. The first route that fits the address is shown: put /members/new before /members/:memberId. */
export const routes: readonly AppRoute[] = [
  {
    path: '/',
    load: () => import('./HomePage.pc.tsx').then((it) => it.HomePage),
    title: { zh: '首页', en: 'Home' },
    year: true,
  },
  {
    path: '/members',
    load: () => import('./RosterPage.pc.tsx').then((it) => it.RosterPage),
    title: { zh: '花名册', en: 'Roster' },
    may: 'member.read',
  },
  {
    path: '/members/:memberId',
    load: () => import('./MemberPages.pc.tsx').then((it) => it.MemberFilePage),
    title: { zh: '党员档案', en: 'Member file' },
    may: 'member.read',
  },
  {
    path: '/corrections',
    load: () => import('../members/CorrectionsPage.pc.tsx').then((it) => it.CorrectionsPage),
    title: { zh: '更正申请', en: 'Corrections' },
    may: 'member.decide-correction',
  },
  {
    path: '/me',
    load: () => import('./MemberPages.pc.tsx').then((it) => it.OwnFilePage),
    title: { zh: '我的资料', en: 'My file' },
    may: 'member.read',
  },
  {
    path: '/who-looked',
    load: () => import('../members/WhoLookedPage.pc.tsx').then((it) => it.WhoLookedPage),
    title: { zh: '谁看过我', en: 'Who looked' },
    may: 'member.who-looked',
  },
  {
    path: '/organisations',
    load: () => import('../organisation/OrganisationsPage.pc.tsx').then((it) => it.OrganisationsPage),
    title: { zh: '组织', en: 'Organisations' },
    may: 'organisation.read',
  },
  {
    path: '/organisations/defects',
    load: () => import('../organisation/DefectsPage.pc.tsx').then((it) => it.DefectsPage),
    title: { zh: '组织设置问题', en: 'Defects of organisations' },
    may: 'organisation.read',
  },
  {
    path: '/organisations/communities',
    load: () => import('../organisation/CommunitiesPage.pc.tsx').then((it) => it.CommunitiesPage),
    title: { zh: '社区组织', en: 'Communities' },
    may: 'organisation.read',
  },
  {
    path: '/organisations/coverage',
    load: () => import('../organisation/CoveragePage.pc.tsx').then((it) => it.CoveragePage),
    title: { zh: '组织覆盖', en: 'Coverage' },
    may: 'organisation.read',
  },
  {
    path: '/organisations/units',
    load: () => import('../organisation/UnitsPage.pc.tsx').then((it) => it.UnitsPage),
    title: { zh: '单位', en: 'Units' },
    may: 'organisation.read',
  },
  {
    path: '/organisations/changes',
    load: () => import('../organisation/ChangesPage.pc.tsx').then((it) => it.ChangesPage),
    title: { zh: '组织变动', en: 'Changes of organisations' },
    may: 'organisation.read',
  },
  {
    path: '/organisations/:orgId',
    load: () => import('../organisation/OrganisationsPage.pc.tsx').then((it) => it.OrganisationLink),
    title: { zh: '组织', en: 'Organisations' },
    may: 'organisation.read',
  },
  {
    path: '/calendar',
    load: () => import('../organisation/CalendarPage.pc.tsx').then((it) => it.CalendarPage),
    title: { zh: '工作日历', en: 'Working calendar' },
  },
  {
    path: '/kit',
    load: () => import('./KitPage.pc.tsx').then((it) => it.KitPage),
    title: { zh: '通用样式', en: 'Common patterns' },
    open: true,
  },
  {
    path: '/messages',
    load: () => import('../messages/ReceivedPage.pc.tsx').then((it) => it.ReceivedListPage),
    title: { zh: '收到的通知', en: 'Notices received' },
  },
  {
    path: '/messages/sent',
    load: () => import('../messages/SentPage.pc.tsx').then((it) => it.SentPage),
    title: { zh: '发出的通知', en: 'Notices sent' },
    may: 'message.read-delivery',
  },
  {
    path: '/messages/sent/new',
    load: () => import('../messages/SendPage.pc.tsx').then((it) => it.SendPage),
    title: { zh: '发通知', en: 'Send a notice' },
    may: 'message.send',
  },
  {
    path: '/messages/sent/:messageId/print',
    load: () => import('../messages/PrintPage.pc.tsx').then((it) => it.PrintPage),
    title: { zh: '打印', en: 'Print' },
    may: 'message.read-delivery',
  },
  {
    path: '/messages/sent/:messageId',
    load: () => import('../messages/DeliveryPage.pc.tsx').then((it) => it.DeliveryPage),
    title: { zh: '送达情况', en: 'Delivery' },
    may: 'message.read-delivery',
  },
  {
    path: '/messages/:messageId',
    load: () => import('../messages/ReceivedPage.pc.tsx').then((it) => it.ReceivedPage),
    title: { zh: '通知', en: 'Notice' },
  },
  {
    path: '/files/reported',
    load: () => import('../files/ReportedPage.pc.tsx').then((it) => it.ReportedPage),
    title: { zh: '被举报的材料', en: 'Reported files' },
    may: 'file.settle-report',
  },
  {
    path: '/sign-in',
    load: () => import('../sign-in/SignInPage.pc.tsx').then((it) => it.SignInPage),
    title: { zh: '登录', en: 'Sign in' },
    open: true,
  },
  {
    path: '/set-up',
    load: () => import('../sign-in/SetUpPage.pc.tsx').then((it) => it.SetUpPage),
    title: { zh: '设立一个县', en: 'Set up a county' },
    open: true,
  },
  {
    path: '/change-password',
    load: () => import('../sign-in/ChangePasswordPage.pc.tsx').then((it) => it.ChangePasswordPage),
    title: { zh: '换密码', en: 'Change password' },
  },
  {
    path: '/second-factor',
    load: () => import('../sign-in/SecondFactorPage.pc.tsx').then((it) => it.SecondFactorPage),
    title: { zh: '第二道验证', en: 'Second factor' },
  },
  {
    path: '/profile',
    load: () => import('../sign-in/ProfilePage.pc.tsx').then((it) => it.ProfilePage),
    title: { zh: '我的账号', en: 'My account' },
  },
  {
    path: '/settings/security',
    load: () => import('../sign-in/SecurityPage.pc.tsx').then((it) => it.SecurityPage),
    title: { zh: '密码与登录规则', en: 'Rules of passwords and sign-in' },
    may: 'account.read',
  },
]
