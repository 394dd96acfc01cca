import { Link } from 'wouter'
import { dayOfInstant, useToday } from '../../shared/clock.ts'
import { formatDay } from '../../shared/formats.ts'
import { Icon } from '../../shared/kit/Icon.tsx'
import { Fetched } from '../../shared/kit/states.tsx'
import { useLanguage, useText } from '../../shared/texts.ts'
import type { ReceivedRow } from '../../messages/hooks.ts'
import { useInbox } from '../../messages/hooks.ts'
import { ElderCaseCards } from '../../outcomes/ElderCases.mobile.tsx'
import { ElderWarningCards } from '../../outcomes/ElderWarnings.mobile.tsx'
import { answerTexts, messageLabels } from '../../messages/labels.ts'
import { elderLabels } from '../mobile-labels.ts'
import { ElderBoardCards } from './ElderBoardPage.mobile.tsx'
import { CallFoot, Words } from './ElderPages.mobile.tsx'

/** 看通知: one card for each; a touch opens it in full. */
export function ElderNoticesPage() {
  const t = useText()
  return (
    <>
      <ElderCaseCards />
      <ElderWarningCards />
      <ElderBoardCards />
      <Fetched
        from={useInbox()}
        isEmpty={(data) => data.rows.length === 0}
        empty={<Words>{t(elderLabels.nothing)}</Words>}
      >
        {(data) => data.rows.map((row) => <Card key={row.id} row={row} />)}
      </Fetched>
      <CallFoot />
    </>
  )
}

function Card({ row }: { readonly row: ReceivedRow }) {
  const t = useText()
  const [language] = useLanguage()
  const today = useToday()
  const day = formatDay(dayOfInstant(row.deliverAt), language, today)
  return (
    <Link href={`/elder/notices/${row.id}`} className="card pad elder-card">
      <span className="grow" data-read>
        <span className="block b">{row.title}</span>
        <span className="block s t2">{t(elderLabels.sent, { name: row.sentBy, day })}</span>
        <State row={row} />
      </span>
      <Icon name="right" />
    </Link>
  )
}

function State({ row }: { readonly row: ReceivedRow }) {
  const t = useText()
  const { asked, answer, mayAnswer, readAt } = row
  if (asked && answer) {
    return (
      <span className="block s">
        {t(messageLabels.yourAnswer, { answer: t(answerTexts[asked.kind][answer]) })}
      </span>
    )
  }
  if (asked && mayAnswer) return <span className="block s ochre">{t(answerTexts[asked.kind].short)}</span>
  return readAt === null ? <span className="block s ochre">{t(elderLabels.notRead)}</span> : null
}
