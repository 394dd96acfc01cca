import { Link } from 'wouter'
import { Icon } from '../shared/kit/Icon.tsx'
import { useHasPage } from '../shared/routing.tsx'
import { useText } from '../shared/texts.ts'
import { useQueryOperation } from '../shared/use-operation.ts'
import { pcLabels } from './pc-labels.ts'
import { routes } from './routes.tsx'

const PATH = '/messages'

/** The way to what was sent to this person. Shown once there is a page for it. */
export function MessagesBell() {
  const hasPage = useHasPage(routes)
  return hasPage(PATH) ? <Bell /> : null
}

function Bell() {
  const t = useText()
  const unread = useQueryOperation('message.inbox', {}).data?.unread ?? 0
  const name = unread > 0 ? t(pcLabels.messagesUnread, { count: unread }) : t(pcLabels.messages)
  return (
    <Link href={PATH} className="ib" aria-label={name} title={name}>
      <Icon name="bell" />
      {unread > 0 && <span className="ib-n">{unread}</span>}
    </Link>
  )
}
