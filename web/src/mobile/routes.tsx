import type { AppRoute } from '../shared/routing.tsx'
import { branchPageLabels, elderLabels, mobileLabels } from './mobile-labels.ts'

/** The pages of the phone face, below /m. `tab` is a first-level page; `elder` belongs to the elder layout. */
export const routes: readonly AppRoute[] = [
  {
    path: '/',
    load: () => import('./HomePage.mobile.tsx').then((it) => it.HomePage),
    title: mobileLabels.home,
    tab: true,
  },
  {
    path: '/year',
    load: () => import('./YearPage.mobile.tsx').then((it) => it.YearPage),
    title: mobileLabels.year,
    tab: true,
  },
  {
    path: '/notices',
    load: () => import('./NoticesPage.mobile.tsx').then((it) => it.NoticesPage),
    title: mobileLabels.notices,
    tab: true,
  },
  {
    path: '/branch',
    load: () => import('./BranchPage.mobile.tsx').then((it) => it.BranchPage),
    title: mobileLabels.branch,
    tab: true,
  },
  {
    path: '/waiting/:itemId',
    load: () => import('./WaitingPage.mobile.tsx').then((it) => it.WaitingPage),
    title: { zh: '要你看一眼', en: 'Needs your look' },
  },
  {
    path: '/settings',
    load: () => import('./SettingsPage.mobile.tsx').then((it) => it.SettingsPage),
    title: branchPageLabels.settings,
  },
  {
    path: '/profile',
    load: () => import('../sign-in/ProfilePage.mobile.tsx').then((it) => it.ProfilePage),
    title: branchPageLabels.profile,
  },
  {
    path: '/members',
    load: () => import('../members/MembersPage.mobile.tsx').then((it) => it.MembersPage),
    title: { zh: '党员', en: 'Members' },
    may: 'member.read',
  },
  {
    path: '/members/:memberId',
    load: () => import('../members/MemberPage.mobile.tsx').then((it) => it.MemberPage),
    title: { zh: '党员档案', en: 'Member file' },
    may: 'member.read',
  },
  {
    path: '/me',
    load: () => import('../members/MyFilePage.mobile.tsx').then((it) => it.MyFilePage),
    title: { zh: '我的档案', en: 'My file' },
    may: 'member.read',
  },
  {
    path: '/me/correct',
    load: () => import('../members/AskPage.mobile.tsx').then((it) => it.AskPage),
    title: { zh: '请组织更正', en: 'Ask for a correction' },
    may: 'member.request-correction',
  },
  {
    path: '/points',
    load: () => import('../points/MyPointsPage.mobile.tsx').then((it) => it.MyPointsPage),
    title: { zh: '我的积分', en: 'My points' },
    may: 'points.read',
  },
  {
    path: '/who-looked',
    load: () => import('../members/WhoLookedPage.mobile.tsx').then((it) => it.WhoLookedPage),
    title: { zh: '谁看过我的档案', en: 'Who looked at my file' },
    may: 'member.who-looked',
  },
  {
    path: '/messages',
    load: () => import('../messages/ReceivedPage.mobile.tsx').then((it) => it.ReceivedListPage),
    title: { zh: '通知', en: 'Notices' },
  },
  {
    path: '/messages/sent',
    load: () => import('../messages/SentPage.mobile.tsx').then((it) => it.SentPage),
    title: { zh: '发出的通知', en: 'Notices sent' },
    may: 'message.read-delivery',
  },
  {
    path: '/messages/sent/new',
    load: () => import('../messages/SendPage.mobile.tsx').then((it) => it.SendPage),
    title: { zh: '发通知', en: 'Send a notice' },
    may: 'message.send',
  },
  {
    path: '/messages/sent/:messageId',
    load: () => import('../messages/DeliveryPage.mobile.tsx').then((it) => it.DeliveryPage),
    title: { zh: '送达情况', en: 'Delivery' },
    may: 'message.read-delivery',
  },
  {
    path: '/messages/:messageId',
    load: () => import('../messages/ReceivedPage.mobile.tsx').then((it) => it.ReceivedPage),
    title: { zh: '通知', en: 'Notice' },
  },
  {
    path: '/sign-in',
    load: () => import('../sign-in/SignInPage.mobile.tsx').then((it) => it.SignInPage),
    title: { zh: '登录', en: 'Sign in' },
    open: true,
  },
  {
    path: '/change-password',
    load: () => import('../sign-in/ChangePasswordPage.mobile.tsx').then((it) => it.ChangePasswordPage),
    title: { zh: '换密码', en: 'Change password' },
  },
  {
    path: '/second-factor',
    load: () => import('../sign-in/SecondFactorPage.mobile.tsx').then((it) => it.SecondFactorPage),
    title: { zh: '第二道验证', en: 'Second factor' },
  },
  {
    path: '/elder',
    load: () => import('./elder/ElderHome.mobile.tsx').then((it) => it.ElderHome),
    title: mobileLabels.elder,
    elder: true,
    tab: true,
  },
  {
    path: '/elder/tell',
    load: () => import('./elder/ElderPages.mobile.tsx').then((it) => it.ElderTellPage),
    title: elderLabels.say,
    elder: true,
  },
  {
    path: '/elder/year',
    load: () => import('./elder/ElderPages.mobile.tsx').then((it) => it.ElderYearPage),
    title: elderLabels.year,
    elder: true,
  },
  {
    path: '/elder/notices',
    load: () => import('./elder/ElderNoticesPage.mobile.tsx').then((it) => it.ElderNoticesPage),
    title: elderLabels.notices,
    elder: true,
  },
  {
    path: '/elder/notices/:messageId',
    load: () => import('./elder/ElderNoticePage.mobile.tsx').then((it) => it.ElderNoticePage),
    title: elderLabels.notice,
    elder: true,
  },
  {
    path: '/elder/call',
    load: () => import('./elder/ElderCallPage.mobile.tsx').then((it) => it.ElderCallPage),
    title: elderLabels.call,
    elder: true,
  },
  {
    path: '/print-code',
    load: () => import('../access/PrintCodePage.mobile.tsx').then((it) => it.PrintCodePage),
    title: { zh: '打印一次性码', en: 'Print a one-time code' },
    may: 'account.print-code',
  },
  {
    path: '/who-can-see-me',
    load: () => import('../access/WhoCanSeeMePage.mobile.tsx').then((it) => it.WhoCanSeeMePage),
    title: { zh: '谁能看到我', en: 'Who can see me' },
    may: 'member.who-looked',
  },
]
