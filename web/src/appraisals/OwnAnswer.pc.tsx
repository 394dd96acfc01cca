import { useState } from 'react'
import { Button } from '../shared/kit/Button.tsx'
import { TextArea } from '../shared/kit/fields.tsx'
import { StateError } from '../shared/kit/states.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { useCommandOperation } from '../shared/use-operation.ts'
import type { Feedback } from './hooks-feedback.ts'
import { useWords } from './hooks-event.ts'
import { eventTexts } from './labels-event.ts'
import { feedbackTexts } from './labels-feedback.ts'
import { settlementRefusalTexts } from './labels-refusal-settlement.ts'

/** The member's own side: read, say something, go on to another body. */
export function OwnAnswer({ one }: { readonly one: Feedback }) {
  const { t, day } = useWords()
  const say = useUndo()
  const feedbackId = one.id
  const confirm = useCommandOperation('feedback.confirm', {
    onDone: () => say({ text: t(feedbackTexts.confirmed) }),
  })
  const answer = useCommandOperation('feedback.answer', {
    onDone: () => say({ text: t(feedbackTexts.answered) }),
  })
  const appeal = useCommandOperation('feedback.appeal', {
    onDone: ({ dueOn }) => say({ text: t(feedbackTexts.appealed, { due: day(dueOn) }) }),
  })
  const failed = confirm.error ?? answer.error ?? appeal.error
  return (
    <>
      {one.may.includes('confirm') && (
        <section className="apr-part">
          <p className="s t2">{t(feedbackTexts.confirmText)}</p>
          <div className="acts">
            <Button
              act
              busy={confirm.isPending && t(eventTexts.working)}
              onClick={() => confirm.mutate({ feedbackId })}
            >
              {t(feedbackTexts.confirm)}
            </Button>
          </div>
        </section>
      )}
      {one.may.includes('answer') && (
        <Say
          label={feedbackTexts.answerLabel}
          help={feedbackTexts.answerHelp}
          act={feedbackTexts.answerAct}
          most={4000}
          isBusy={answer.isPending}
          onSay={(text) => answer.mutate({ feedbackId, answer: text })}
        />
      )}
      {one.may.includes('appeal') && (
        <Say
          label={feedbackTexts.appealLabel}
          help={feedbackTexts.appealHelp}
          act={feedbackTexts.appealAct}
          most={1000}
          isBusy={appeal.isPending}
          onSay={(text) => appeal.mutate({ feedbackId, text })}
        />
      )}
      {failed && <StateError error={failed} refusals={settlementRefusalTexts} />}
    </>
  )
}

type Words = { readonly zh: string; readonly en: string }
type SayProps = {
  readonly label: Words
  readonly help: Words
  readonly act: Words
  readonly most: number
  readonly isBusy: boolean
  readonly onSay: (text: string) => void
}

function Say({ label, help, act, most, isBusy, onSay }: SayProps) {
  const { t } = useWords()
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const send = () => {
    setTried(true)
    if (text.trim() !== '') onSay(text)
  }
  return (
    <section className="apr-part form apr-form">
      <TextArea
        label={t(label)}
        help={t(help)}
        error={tried && text.trim() === '' ? t(feedbackTexts.answerEmpty) : undefined}
        maxLength={most}
        value={text}
        onValue={setText}
      />
      <div className="acts">
        <Button busy={isBusy && t(eventTexts.working)} onClick={send}>
          {t(act)}
        </Button>
      </div>
    </section>
  )
}
