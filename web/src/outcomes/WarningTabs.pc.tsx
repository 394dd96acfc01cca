import { Link, useLocation } from 'wouter'
import { useMay } from '../shared/session.ts'
import { useText } from '../shared/texts.ts'
import { appealLabels } from './labels-appeal.ts'
import { cautionLabels } from './labels-caution.ts'
import { toleranceLabels } from './labels-tolerance.ts'
import { warningLabels } from './labels-warning.ts'
import './Warnings.css'

/** The four pages beside each other, each for those who work there. */
export function WarningTabs() {
  const t = useText()
  const may = useMay()
  const [path] = useLocation()
  const pages = [
    { path: '/outcomes/warnings', label: warningLabels.title, shown: may('warning.talk') },
    { path: '/outcomes/cautions', label: cautionLabels.title, shown: may('caution.serve') },
    {
      path: '/outcomes/tolerance',
      label: toleranceLabels.title,
      shown: may(['tolerance.check', 'warning.talk']),
    },
    { path: '/outcomes/appeals', label: appealLabels.title, shown: may('appeal.handle') },
  ]
  return (
    <nav className="outcome-tabs" aria-label={t({ zh: '预警与申诉', en: 'Warnings and appeals' })}>
      {pages
        .filter(({ shown }) => shown)
        .map((page) => (
          <Link
            key={page.path}
            href={page.path}
            aria-current={path === page.path || path.startsWith(`${page.path}/`) ? 'page' : undefined}
          >
            {t(page.label)}
          </Link>
        ))}
    </nav>
  )
}
