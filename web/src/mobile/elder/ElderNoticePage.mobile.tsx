import { useParams } from 'wouter'
import { dayOfInstant, useToday } from '../../shared/clock.ts'
import { formatDay, formatNearDay } from '../../shared/formats.ts'
import { Button } from '../../shared/kit/Button.tsx'
import { Icon } from '../../shared/kit/Icon.tsx'
import { Fetched, StateError } from '../../shared/kit/states.tsx'
import { useLanguage, useText } from '../../shared/texts.ts'
import type { Received } from '../../messages/hooks.ts'
import { useAnswer, useReceived } from '../../messages/hooks.ts'
import { answerTexts, messageLabels, messageRefusals } from '../../messages/labels.ts'
import { elderLabels } from '../mobile-labels.ts'
import { CallFoot } from './ElderPages.mobile.tsx'

/** One notice in full, its answer in two large words under it. */
export function ElderNoticePage() {
  const { messageId = '' } = useParams()
  const found = useReceived(messageId)
  return (
    <>
      <Fetched from={found}>{(message) => <Notice message={message} />}</Fetched>
      <CallFoot />
    </>
  )
}

function Notice({ message }: { readonly message: Received }) {
  const t = useText()
  const [language] = useLanguage()
  const today = useToday()
  const day = formatDay(dayOfInstant(message.deliverAt), language, today)
  return (
    <>
      <section className="card pad" data-read>
        <h2 className="sec">{message.title}</h2>
        <p className="words">{message.body}</p>
        <p className="s t2">{t(elderLabels.sent, { name: message.sentBy, day })}</p>
      </section>
      {message.asked && <Answer message={message} asked={message.asked} />}
    </>
  )
}

type AnswerProps = { readonly message: Received; readonly asked: NonNullable<Received['asked']> }

function Answer({ message, asked }: AnswerProps) {
  const t = useText()
  const [language] = useLanguage()
  const today = useToday()
  const answer = useAnswer(asked.kind, true)
  const words = answerTexts[asked.kind]
  const due = t(message.mayAnswer ? elderLabels.answerBy : messageLabels.answerOver, {
    day: formatNearDay(asked.dueOn, today, language),
  })
  const given = message.answer && t(words[message.answer])
  const button = (word: 'yes' | 'no') => (
    <Button
      wide
      aria-pressed={message.answer === word}
      busy={answer.isPending && answer.variables.answer === word && t(messageLabels.answering)}
      onClick={() => answer.mutate({ messageId: message.id, answer: word })}
    >
      {message.answer === word && <Icon name="check" />}
      {t(words[word])}
    </Button>
  )
  return (
    <section className="elder-answer" data-read>
      <p className="b">{given ? t(messageLabels.yourAnswer, { answer: given }) : t(words.short)}</p>
      <p className="s t2">{given && message.mayAnswer ? t(elderLabels.mayChange) : due}</p>
      {message.mayAnswer && (
        <div className="elder-two">
          {button('yes')}
          {button('no')}
        </div>
      )}
      {answer.isError && <StateError error={answer.error} refusals={messageRefusals} />}
    </section>
  )
}
