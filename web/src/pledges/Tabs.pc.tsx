import { Link, useLocation } from 'wouter'
import { useMay } from '../shared/session.ts'
import { useText } from '../shared/texts.ts'
import { branchLabels } from './labels-branch.ts'

/** The pages of pledges, each for those who work there. */
export function PledgeTabs() {
  const t = useText()
  const may = useMay()
  const [path] = useLocation()
  const inBranch = may('pledge.enter')
  const pages = [
    {
      path: '/pledges',
      label: inBranch || !may('pledge.follow') ? branchLabels.tabBranch : branchLabels.tabBelow,
      shown: true,
    },
    {
      path: '/pledges/review',
      label: branchLabels.tabReview,
      shown: may(['pledge.review', 'pledge.review-above']),
    },
    { path: '/pledges/organisation', label: branchLabels.tabOrg, shown: may('pledge.read') },
    {
      path: '/pledges/publication',
      label: branchLabels.tabPublish,
      shown: inBranch && may('pledge.publish'),
    },
    { path: '/pledges/comments', label: branchLabels.tabComments, shown: may('pledge-comment.read') },
    { path: '/pledges/mine', label: branchLabels.tabMine, shown: may('pledge.write') },
  ]
  return (
    <nav className="pledge-tabs" aria-label={t(branchLabels.tabs)}>
      {pages
        .filter(({ shown }) => shown)
        .map((page) => (
          <Link
            key={page.path}
            href={page.path}
            aria-current={isCurrent(page.path, path) ? 'page' : undefined}
          >
            {t(page.label)}
          </Link>
        ))}
    </nav>
  )
}

const OWN = ['/pledges/new', '/pledges/mine']

/** A page below another belongs to its tab. */
function isCurrent(tab: string, path: string): boolean {
  if (tab === '/pledges')
    return path === tab || path === '/pledges/for' || path.startsWith('/pledges/branches/')
  if (tab === '/pledges/mine') return OWN.includes(path) || path.endsWith('/write')
  return path === tab || path.startsWith(`${tab}/`)
}
