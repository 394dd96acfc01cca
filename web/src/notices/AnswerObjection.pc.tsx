import { useState } from 'react'
import { Button } from '../shared/kit/Button.tsx'
import { TextArea } from '../shared/kit/fields.tsx'
import { StateError } from '../shared/kit/states.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { useText } from '../shared/texts.ts'
import { useCommandOperation } from '../shared/use-operation.ts'
import type { Objection } from './hooks-objection.ts'
import { objectionLabels, objectionStateTexts } from './labels-objection.ts'
import { noticeRefusals } from './labels-refusal.ts'

/** Decides with a written answer. */
export function AnswerObjection({ one }: { readonly one: Objection }) {
  const t = useText()
  const say = useUndo()
  const [answer, setAnswer] = useState('')
  const [tried, setTried] = useState(false)
  const decide = useCommandOperation('objection.decide', {
    onDone: ({ state }) =>
      say({ text: t(objectionLabels.decidedDone, { state: t(objectionStateTexts[state]) }) }),
  })
  const send = (upheld: boolean) => {
    setTried(true)
    if (answer.trim() !== '') decide.mutate({ objectionId: one.id, upheld, answer })
  }
  const busy = (upheld: boolean) =>
    decide.isPending && decide.variables.upheld === upheld && t(objectionLabels.deciding)
  const isNotice = one.subjectKind === 'notice'
  return (
    <section className="objection-block form">
      <TextArea
        rows={5}
        label={t(objectionLabels.answer)}
        help={t(objectionLabels.answerHelp)}
        error={tried && answer.trim() === '' ? t(objectionLabels.answerMissing) : undefined}
        maxLength={2000}
        value={answer}
        onValue={setAnswer}
      />
      {isNotice && <p className="s t2">{t(objectionLabels.upheldThen)}</p>}
      <div className="acts">
        <Button ink busy={busy(true)} onClick={() => send(true)}>
          {t(isNotice ? objectionLabels.uphold : objectionLabels.upholdPlain)}
        </Button>
        <Button ink busy={busy(false)} onClick={() => send(false)}>
          {t(objectionLabels.notUphold)}
        </Button>
      </div>
      {decide.isError && <StateError error={decide.error} refusals={noticeRefusals} />}
    </section>
  )
}
