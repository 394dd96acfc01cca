import { Link, useLocation } from 'wouter'
import { Icon } from '../shared/kit/Icon.tsx'
import { useHasPage } from '../shared/routing.tsx'
import { useMay } from '../shared/session.ts'
import { useText } from '../shared/texts.ts'
import type { NavigationEntry, NavigationGroup } from './navigation.ts'
import { navigation } from './navigation.ts'
import { pcLabels } from './pc-labels.ts'
import { routes } from './routes.tsx'
import { UserBox } from './UserBox.tsx'

export function SideNavigation() {
  const t = useText()
  const groups = useVisibleGroups()
  return (
    <nav className="side" aria-label={t(pcLabels.mainNavigation)}>
      <Link href="/" className="brand">
        <span className="mark" aria-hidden="true">
          支
        </span>
        <span className="word">{t(pcLabels.product)}</span>
      </Link>
      <div className="side-list">
        {groups.map((group) => (
          <div key={group.id}>
            {group.label && <h3>{t(group.label)}</h3>}
            <ul>
              {group.entries.map((entry) => (
                <Entry key={entry.path} entry={entry} />
              ))}
            </ul>
          </div>
        ))}
      </div>
      <UserBox />
    </nav>
  )
}

function Entry({ entry }: { entry: NavigationEntry }) {
  const t = useText()
  const [path] = useLocation()
  const count = entry.useCount?.()
  const here = entry.path === '/' ? path === '/' : path === entry.path || path.startsWith(`${entry.path}/`)
  return (
    <li>
      <Link href={entry.path} aria-current={here ? 'page' : undefined}>
        <Icon name={entry.icon} />
        <span className="word">{t(entry.label)}</span>
        {count !== undefined && count > 0 && <span className="n">{count}</span>}
      </Link>
    </li>
  )
}

/** Entries this person may open and that have a page. */
function useVisibleGroups(): readonly NavigationGroup[] {
  const may = useMay()
  const hasPage = useHasPage(routes)
  const shown = ({ path, may: needed }: NavigationEntry) => may(needed) && hasPage(path)
  return navigation
    .map((group) => ({ ...group, entries: group.entries.filter(shown) }))
    .filter((group) => group.entries.length > 0)
}
