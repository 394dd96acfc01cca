import { useEffect } from 'react'
import type { ReactNode } from 'react'
import { Link, Redirect, useLocation } from 'wouter'
import { Icon } from '../shared/kit/Icon.tsx'
import type { IconName } from '../shared/kit/Icon.tsx'
import { useOutboxSending } from '../shared/outbox/use-outbox.ts'
import type { FrameProps } from '../shared/routing.tsx'
import { useSession } from '../shared/session.ts'
import type { Text } from '../shared/texts.ts'
import { useText } from '../shared/texts.ts'
import { ElderShell } from './elder/ElderShell.tsx'
import { useLayoutChoice } from '../shared/layout-choice.ts'
import { mobileLabels } from './mobile-labels.ts'
import { Strip } from './Strip.tsx'
import { useGoBack } from './use-go-back.ts'

/** Frame of the phone face: tabs on first-level pages, a back arrow on the others; elder pages have their own. */
export function Shell({ route, children }: FrameProps) {
  const t = useText()
  const [path] = useLocation()
  const { account } = useSession()
  const [choice] = useLayoutChoice()
  useOutboxSending()
  const elder = choice === 'elder' || (choice === undefined && account.elder)
  useEffect(() => {
    scrollTo(0, 0)
  }, [path])
  if (path === '/' && elder) return <Redirect to="/elder" replace />
  if (route?.elder) return <ElderShell route={route}>{children}</ElderShell>
  if (route?.tab) {
    return (
      <div className="ph with-tabs">
        <Strip route={route} />
        <main className="sc">{children}</main>
        <TabBar />
      </div>
    )
  }
  return (
    <div className="ph">
      <DetailHead title={route ? t(route.title) : ''} />
      <Strip route={route} />
      <main className="sc">{children}</main>
    </div>
  )
}

function DetailHead({ title }: { title: string }) {
  const t = useText()
  const goBack = useGoBack('/')
  return (
    <header className="hd">
      <button type="button" className="back" aria-label={t(mobileLabels.back)} onClick={goBack}>
        <Icon name="left" />
      </button>
      <h1>{title}</h1>
    </header>
  )
}

const tabs: readonly { path: string; icon: IconName; label: Text }[] = [
  { path: '/', icon: 'home', label: mobileLabels.home },
  { path: '/year', icon: 'points', label: mobileLabels.year },
  { path: '/notices', icon: 'notice', label: mobileLabels.notices },
  { path: '/branch', icon: 'people', label: mobileLabels.branch },
]

function TabBar() {
  const t = useText()
  const [path] = useLocation()
  return (
    <nav className="tabbar" aria-label={t(mobileLabels.tabs)}>
      {tabs.map((tab) => (
        <Link key={tab.path} href={tab.path} aria-current={path === tab.path ? 'page' : undefined}>
          <Icon name={tab.icon} />
          {t(tab.label)}
        </Link>
      ))}
    </nav>
  )
}

/** The one act of a page, within reach of the thumb. */
export function Foot({ children, note }: { children: ReactNode; note?: ReactNode }) {
  return (
    <div className="foot">
      {children}
      {note && <p className="c t3">{note}</p>}
    </div>
  )
}
