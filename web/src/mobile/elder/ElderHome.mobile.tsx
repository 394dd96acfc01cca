import { Link } from 'wouter'
import { useToday } from '../../shared/clock.ts'
import { formatDay, formatWeekday } from '../../shared/formats.ts'
import { Icon } from '../../shared/kit/Icon.tsx'
import type { IconName } from '../../shared/kit/Icon.tsx'
import { useHasPage } from '../../shared/routing.tsx'
import { useMay, useSession } from '../../shared/session.ts'
import { useLanguage, useText } from '../../shared/texts.ts'
import { useOptions } from '../../claims/hooks.ts'
import { OutboxList } from '../../shared/outbox/OutboxList.tsx'
import { useOutboxItems } from '../../shared/outbox/use-outbox.ts'
import { useQueryOperation } from '../../shared/use-operation.ts'
import { elderLabels, mobileLabels } from '../mobile-labels.ts'
import { outboxRefusals } from '../outbox-refusals.ts'
import { routes } from '../routes.tsx'
import { useMyBranch } from './my-branch.ts'

// Who may not report by themselves is led to the telephone and the counter.
const SAY_PATH = '/elder/say'

/** Four acts, each a full-width card. */
export function ElderHome() {
  const t = useText()
  const [language] = useLanguage()
  const today = useToday()
  const { account, org, county } = useSession()
  const may = useMay()
  const canSay = useHasPage(routes)(SAY_PATH) && may('claim.submit')
  // Kept on the phone, so that the page opens without a network.
  useOptions(undefined, undefined, canSay)
  const waiting = useOutboxItems().filter(({ state }) => state !== 'received')
  const { secretary } = useMyBranch()
  const day = formatDay(today, language, today)
  const weekday = formatWeekday(today, language, true)
  return (
    <>
      <h1 className="sr">{t(mobileLabels.elder)}</h1>
      <Act
        href={canSay ? SAY_PATH : '/elder/tell'}
        icon="mic"
        title={t(elderLabels.say)}
        text={t(canSay ? elderLabels.sayText : elderLabels.sayByPhone)}
        act={canSay}
      />
      <Act href="/elder/year" icon="points" title={t(elderLabels.year)} text={t(elderLabels.yearText)} />
      <Act href="/elder/notices" icon="notice" title={t(elderLabels.notices)} text={useNoticesText()} />
      <Act
        href="/elder/call"
        icon="phone"
        title={t(elderLabels.call)}
        text={secretary ? t(elderLabels.secretary, { name: secretary }) : (org?.name ?? county.name)}
      />
      <OutboxList items={waiting} refusals={outboxRefusals} path="/elder/waiting" />
      <p className="s t2 elder-who" data-read>
        {t(elderLabels.who, { name: account.name, org: org?.name ?? county.name })}
        <br />
        {t(elderLabels.today, { day, weekday })}
      </p>
    </>
  )
}

function useNoticesText(): string {
  const t = useText()
  const inbox = useQueryOperation('message.inbox', {})
  if (!inbox.data) return t(elderLabels.noticesText)
  const { unread } = inbox.data
  return unread === 0 ? t(elderLabels.noticesNone) : t(elderLabels.noticesSome, { count: unread })
}

type ActProps = {
  readonly href: string
  readonly icon: IconName
  readonly title: string
  readonly text: string
  readonly act?: boolean
}

function Act({ href, icon, title, text, act }: ActProps) {
  return (
    <Link href={href} className={act ? 'go act' : 'go'}>
      <Icon name={icon} />
      <span data-read>
        <b>{title}</b>
        <span className="block">{text}</span>
      </span>
      <Icon name="right" />
    </Link>
  )
}
