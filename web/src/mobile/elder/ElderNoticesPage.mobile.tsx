import { dayOfInstant, useToday } from '../../shared/clock.ts'
import type { OutputOf } from '../../shared/call.ts'
import { formatDay, formatNearDay } from '../../shared/formats.ts'
import { Button } from '../../shared/kit/Button.tsx'
import { Fetched, StateError } from '../../shared/kit/states.tsx'
import { useLanguage, useText } from '../../shared/texts.ts'
import { useCommandOperation, useQueryOperation } from '../../shared/use-operation.ts'
import { elderLabels } from '../mobile-labels.ts'
import { CallFoot, Words } from './ElderPages.mobile.tsx'

type Notice = OutputOf<'message.inbox'>['rows'][number]

/** 看通知: each notice in full, with its answer in two large words. */
export function ElderNoticesPage() {
  const t = useText()
  const inbox = useQueryOperation('message.inbox', {})
  return (
    <>
      <Fetched
        from={inbox}
        isEmpty={(data) => data.rows.length === 0}
        empty={<Words>{t(elderLabels.nothing)}</Words>}
      >
        {(data) => data.rows.map((notice) => <OneNotice key={notice.id} notice={notice} />)}
      </Fetched>
      <CallFoot />
    </>
  )
}

function OneNotice({ notice }: { notice: Notice }) {
  const t = useText()
  const [language] = useLanguage()
  const today = useToday()
  const answer = useCommandOperation('message.answer')
  const read = useCommandOperation('message.read')
  const say = (word: 'yes' | 'no') => answer.mutate({ messageId: notice.id, answer: word })
  const sentOn = formatDay(dayOfInstant(notice.sentAt), language, today)
  return (
    <section className="card pad" data-read>
      <h2 className="sec">{notice.title}</h2>
      <p className="words">{notice.body}</p>
      <p className="s t2">{t(elderLabels.sent, { name: notice.sentBy, day: sentOn })}</p>
      {notice.answer && <p className="b">{t(elderLabels.answered[notice.answer])}</p>}
      {notice.mayAnswer && notice.answerDueOn && (
        <p className="s t2">
          {t(elderLabels.answerBy, { day: formatNearDay(notice.answerDueOn, today, language) })}
        </p>
      )}
      {(answer.isError || read.isError) && <StateError error={answer.error ?? read.error} />}
      <div className="elder-two">
        {notice.mayAnswer && <Button onClick={() => say('yes')}>{t(elderLabels.canCome)}</Button>}
        {notice.mayAnswer && <Button onClick={() => say('no')}>{t(elderLabels.cannotCome)}</Button>}
        {!notice.mayAnswer && notice.readAt === null && (
          <Button onClick={() => read.mutate({ messageId: notice.id })}>{t(elderLabels.haveRead)}</Button>
        )}
      </div>
    </section>
  )
}
