import { useState } from 'react'
import { Link } from 'wouter'
import { useToday } from '../shared/clock.ts'
import { useDeviceText } from '../shared/device-text.ts'
import { formatDay } from '../shared/formats.ts'
import { Button } from '../shared/kit/Button.tsx'
import { Icon } from '../shared/kit/Icon.tsx'
import { StateError } from '../shared/kit/states.tsx'
import { Tag } from '../shared/kit/Tag.tsx'
import { useLanguage, useText } from '../shared/texts.ts'
import { useCommandOperation } from '../shared/use-operation.ts'
import type { Appraisal, Feedback } from './hooks-mine.ts'
import { settlementRefusalTexts } from './labels-refusal-settlement.ts'
import { resultTexts as texts } from './labels-result.ts'
import { VoiceArea } from './VoiceArea.mobile.tsx'

type OfFeedback = { readonly feedback: Feedback }

function useDay(): (day: string | null) => string {
  const [language] = useLanguage()
  const today = useToday()
  return (day) => (day === null ? '' : formatDay(day, language, today))
}

/** A few words beside the opinion, for good. */
export function AnswerPart({ feedback }: OfFeedback) {
  const t = useText()
  const day = useDay()
  const [open, setOpen] = useState(false)
  const { text, setText, forget } = useDeviceText(`feedback-answer.${feedback.id}`)
  const answer = useCommandOperation('feedback.answer', {
    onDone: () => {
      forget()
      setOpen(false)
    },
  })
  const may = feedback.may.includes('answer')
  return (
    <>
      {feedback.answer !== null && (
        <section className="card pad" data-read>
          <h2 className="s t2">{t(texts.answered)}</h2>
          <p className="words">{feedback.answer}</p>
        </section>
      )}
      {may && !open && text === '' && (
        <p className="mine-act">
          <Button wide onClick={() => setOpen(true)}>
            {t(texts.answer)}
          </Button>
        </p>
      )}
      {may && (open || text !== '') && (
        <section className="card pad">
          <VoiceArea
            label={t(texts.answer)}
            help={t(texts.answerHelp, { day: day(feedback.answerUntil) })}
            value={text}
            onValue={setText}
          />
          {answer.error && <StateError error={answer.error} refusals={settlementRefusalTexts} />}
          <p className="mine-act">
            <Button
              wide
              busy={answer.isPending && t(texts.sending)}
              onClick={() => answer.mutate({ feedbackId: feedback.id, answer: text })}
            >
              {t(texts.answerSend)}
            </Button>
          </p>
        </section>
      )}
    </>
  )
}

/** To another body, on its clock. */
export function AppealForm({ feedback }: OfFeedback) {
  const t = useText()
  const day = useDay()
  const { text, setText, forget } = useDeviceText(`appeal.${feedback.id}`)
  const [open, setOpen] = useState(text !== '')
  const appeal = useCommandOperation('feedback.appeal', { onDone: forget })
  if (!feedback.may.includes('appeal')) return null
  if (!open) {
    return (
      <p className="mine-act">
        <Button wide onClick={() => setOpen(true)}>
          {t(texts.appealOpen)}
        </Button>
      </p>
    )
  }
  return (
    <section className="card pad">
      <h2 className="sec">{t(texts.appeal)}</h2>
      <p className="s t2 mine-help">
        {t(texts.appealHelp, { day: day(feedback.appealUntil) })} {t(texts.appealBarred)}
      </p>
      <VoiceArea label={t(texts.appealWords)} rows={4} maxLength={1000} value={text} onValue={setText} />
      {appeal.error && <StateError error={appeal.error} refusals={settlementRefusalTexts} />}
      <p className="acts mine-act">
        <Button
          busy={appeal.isPending && t(texts.sending)}
          onClick={() => appeal.mutate({ feedbackId: feedback.id, text })}
        >
          {t(texts.appealSend)}
        </Button>
        <Button plain onClick={() => setOpen(false)}>
          {t(texts.keep)}
        </Button>
      </p>
      <p className="s t2 mine-act">{t(texts.appealOther)}</p>
    </section>
  )
}

/** Who decides and by when; then the decision. */
export function Appeals({ feedback }: OfFeedback) {
  const t = useText()
  const day = useDay()
  if (feedback.appeals.length === 0) return null
  return (
    <section>
      <h2 className="s t2 over">{t(texts.appealHead)}</h2>
      {feedback.appeals.map((appeal) => (
        <div key={appeal.id} className="card pad" data-read>
          <AppealState appeal={appeal} />
          <p className="words mine-answer">{appeal.text}</p>
          <p className="s t2">{t(texts.appealCode, { day: day(appeal.raisedOn), code: appeal.code })}</p>
          {appeal.state === 'upheld' && <p className="s t2">{t(texts.appealCorrected)}</p>}
        </div>
      ))}
    </section>
  )
}

type AppealHead = Pick<
  NonNullable<Appraisal['appeal']>,
  'state' | 'stageOrgName' | 'handlerName' | 'dueOn' | 'decidedOn' | 'answer'
>

const isOpen = ({ state }: AppealHead) => state === 'received' || state === 'assigned'

function AppealState({ appeal }: { readonly appeal: AppealHead }) {
  const t = useText()
  const day = useDay()
  const { state, stageOrgName: org, handlerName, dueOn, decidedOn, answer } = appeal
  if (isOpen(appeal)) {
    const facts = { org, name: handlerName, day: day(dueOn) }
    return <p>{t(handlerName === null ? texts.appealAt : texts.appealBy, facts)}</p>
  }
  const says =
    { upheld: texts.appealUpheld, notUpheld: texts.appealNotUpheld }[state] ?? texts.appealWithdrawn
  return (
    <>
      <p>
        <Tag>{t(says)}</Tag>
      </p>
      {answer !== null && <p className="words mine-act">{answer}</p>}
      <p className="s t2">{t(texts.appealDecided, { org, name: handlerName ?? '', day: day(decidedOn) })}</p>
    </>
  )
}

/** The answer while a new grade still waits for its talk. */
export function LastAppeal({ appeal }: { readonly appeal: AppealHead }) {
  const t = useText()
  return (
    <section className="card pad" data-read>
      <h2 className="sec">{t(texts.appealHead)}</h2>
      <AppealState appeal={appeal} />
      {appeal.state === 'upheld' && <p>{t(texts.appealNewGrade)}</p>}
      <Link href="/objections" className="more">
        {t(texts.appealMore)}
        <Icon name="right" />
      </Link>
    </section>
  )
}
