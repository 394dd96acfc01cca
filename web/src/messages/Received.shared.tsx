import { dayOfInstant, useToday } from '../shared/clock.ts'
import { formatDay } from '../shared/formats.ts'
import { Tag } from '../shared/kit/Tag.tsx'
import { StateEmpty } from '../shared/kit/states.tsx'
import { useSession } from '../shared/session.ts'
import { useLanguage, useText } from '../shared/texts.ts'
import { AnswerBlock } from './Answer.shared.tsx'
import type { Received, ReceivedRow } from './hooks.ts'
import { useDayWords } from './hooks.ts'
import { answerTexts, messageLabels } from './labels.ts'
import './Messages.css'

/** A notice in full, with the way to answer it. */
export function MessageInFull({ message }: { readonly message: Received }) {
  const t = useText()
  const [language] = useLanguage()
  const today = useToday()
  const day = formatDay(dayOfInstant(message.deliverAt), language, today)
  return (
    <article className="message">
      <h1 className="ph1">{message.title}</h1>
      <p className="s t2">
        {t(messageLabels.sentOn, { name: message.sentBy, day })} ·{' '}
        {t(messageLabels.toOrg, { org: message.orgName })}
      </p>
      <p className="message-words">{message.body}</p>
      <AnswerBlock message={message} />
      <p className="s t3">{t(messageLabels.phoneRoute)}</p>
    </article>
  )
}

/** How one stands to a notice: not read, still to be answered, or what was answered. */
export function ReceivedState({ row }: { readonly row: ReceivedRow }) {
  const t = useText()
  const day = useDayWords()
  const { asked, answer, mayAnswer, readAt } = row
  if (asked && answer) return <Tag>{t(answerTexts[asked.kind][answer])}</Tag>
  if (asked && mayAnswer)
    return <Tag tone="ochre">{t(messageLabels.answerBy, { day: day(asked.dueOn) })}</Tag>
  return readAt === null ? <Tag tone="line">{t(messageLabels.unread)}</Tag> : null
}

/** Nothing came yet, or nothing can come because the account has no member's file. */
export function NothingReceived() {
  const t = useText()
  const { account } = useSession()
  const labels =
    account.memberId === null
      ? { fact: messageLabels.noFile, fill: messageLabels.noFileNext }
      : { fact: messageLabels.receivedEmpty, fill: messageLabels.receivedEmptyNext }
  return <StateEmpty fact={t(labels.fact)} fill={t(labels.fill)} />
}
