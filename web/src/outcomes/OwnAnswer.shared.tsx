import { useState } from 'react'
import { Button } from '../shared/kit/Button.tsx'
import { TextArea } from '../shared/kit/fields.tsx'
import { StateError } from '../shared/kit/states.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { useText } from '../shared/texts.ts'
import { useCommandOperation } from '../shared/use-operation.ts'
import { warnedLabels } from './labels-warned.ts'
import { warningRefusals } from './labels-warning-refusal.ts'

type AnswerProps = {
  readonly label: string
  readonly pending: boolean
  readonly error: unknown
  /** Only a first answer is the next act. */
  readonly red: boolean
  readonly onSend: (answer: string) => void
}

/** Words of the member about something held against them. */
function AnswerBox({ label, pending, error, red, onSend }: AnswerProps) {
  const t = useText()
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const isEmpty = words.trim() === ''
  const send = () => {
    setTried(true)
    if (!isEmpty) onSend(words)
  }
  return (
    <div className="form">
      <p className="s t2" data-read>
        {t(warnedLabels.answerText)}
      </p>
      <TextArea
        rows={5}
        label={label}
        error={tried && isEmpty ? t(warnedLabels.answerMissing) : undefined}
        maxLength={2000}
        value={words}
        onValue={setWords}
      />
      {error !== null && <StateError error={error} refusals={warningRefusals} />}
      <Button act={red} wide busy={pending && t(warnedLabels.sending)} onClick={send}>
        {t(warnedLabels.send)}
      </Button>
    </div>
  )
}

export function AnswerWarning({ warningId, red }: { readonly warningId: string; readonly red: boolean }) {
  const t = useText()
  const say = useUndo()
  const [times, setTimes] = useState(0)
  const answer = useCommandOperation('warning.answer', {
    onDone: () => {
      setTimes(times + 1)
      say({ text: t(warnedLabels.sent) })
    },
  })
  return (
    <AnswerBox
      key={times}
      red={red}
      label={t(warnedLabels.answerWords)}
      pending={answer.isPending}
      error={answer.error}
      onSend={(words) => answer.mutate({ warningId, answer: words })}
    />
  )
}

export function AnswerCaution({ cautionId, red }: { readonly cautionId: string; readonly red: boolean }) {
  const t = useText()
  const say = useUndo()
  const [times, setTimes] = useState(0)
  const answer = useCommandOperation('caution.answer', {
    onDone: () => {
      setTimes(times + 1)
      say({ text: t(warnedLabels.sent) })
    },
  })
  return (
    <AnswerBox
      key={times}
      red={red}
      label={t(warnedLabels.answerWords)}
      pending={answer.isPending}
      error={answer.error}
      onSend={(words) => answer.mutate({ cautionId, answer: words })}
    />
  )
}
