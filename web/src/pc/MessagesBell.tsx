import { Link, matchRoute, useRouter } from 'wouter'
import { Icon } from '../shared/kit/Icon.tsx'
import { useText } from '../shared/texts.ts'
import { pcLabels } from './pc-labels.ts'
import { routes } from './routes.tsx'

const PATH = '/messages'

/** The way to what was sent to this person. Shown once there is a page for it. */
export function MessagesBell() {
  const t = useText()
  const { parser } = useRouter()
  if (!routes.some((route) => matchRoute(parser, route.path, PATH)[0])) return null
  return (
    <Link href={PATH} className="ib" aria-label={t(pcLabels.messages)} title={t(pcLabels.messages)}>
      <Icon name="bell" />
    </Link>
  )
}
