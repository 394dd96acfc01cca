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
    path: '/kit',
    load: () => import('./KitPage.pc.tsx').then((it) => it.KitPage),
    title: { zh: '通用样式', en: 'Common patterns' },
    open: true,
  },
]
