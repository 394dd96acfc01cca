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
    path: '/kit',
    load: () => import('./KitPage.pc.tsx').then((it) => it.KitPage),
    title: { zh: '通用样式', en: 'Common patterns' },
    open: true,
  },
]
