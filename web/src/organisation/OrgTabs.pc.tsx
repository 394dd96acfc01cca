import { Link, useLocation } from 'wouter'
import { formatNumber } from '../shared/formats.ts'
import { useText } from '../shared/texts.ts'
import { useTree } from './hooks.ts'
import { tabTexts } from './labels-page.ts'
import './Organisation.css'

const tabs = [
  { path: '/organisations', text: tabTexts.organisations },
  { path: '/organisations/defects', text: tabTexts.defects },
  { path: '/organisations/communities', text: tabTexts.communities },
  { path: '/organisations/coverage', text: tabTexts.coverage },
  { path: '/organisations/units', text: tabTexts.units },
  { path: '/organisations/changes', text: tabTexts.changes },
] as const

/** The pages about organisations, side by side. */
export function OrgTabs() {
  const t = useText()
  const [path] = useLocation()
  const defects = useTree().data?.defectCount ?? 0
  return (
    <nav className="tabs org-tabs" aria-label={t(tabTexts.organisations)}>
      {tabs.map((tab) => (
        <Link key={tab.path} href={tab.path} aria-current={path === tab.path ? 'page' : undefined}>
          {t(tab.text)}
          {tab.path.endsWith('defects') && defects > 0 && (
            <span className="num">{formatNumber(defects)}</span>
          )}
        </Link>
      ))}
    </nav>
  )
}
