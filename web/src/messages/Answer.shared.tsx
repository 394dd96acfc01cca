import { useState } from 'react'
import { Button } from '../shared/kit/Button.tsx'
import { TextField } from '../shared/kit/fields.tsx'
import { Icon } from '../shared/kit/Icon.tsx'
import { StateError } from '../shared/kit/states.tsx'
import { useText } from '../shared/texts.ts'
import type { Received } from './hooks.ts'
import { useAnswer, useDayWords } from './hooks.ts'
import { answerTexts, messageLabels, messageRefusals } from './labels.ts'

type Asked = NonNullable<Received['asked']>
type Word = 'yes' | 'no'

/** The two answers side by side; for cards and pages. */
export function AnswerButtons({
  messageId,
  asked,
  given,
  note = '',
}: {
  readonly messageId: string
  readonly asked: Asked
  readonly given?: Word | null
  readonly note?: string
}) {
  const t = useText()
  const answer = useAnswer(asked.kind)
  const words = answerTexts[asked.kind]
  const button = (word: Word) => (
    <Button
      wide
      aria-pressed={given === word}
      busy={answer.isPending && answer.variables.answer === word && t(messageLabels.answering)}
      onClick={() => answer.mutate({ messageId, answer: word, note: word === 'no' ? note : '' })}
    >
      {given === word && <Icon name="check" />}
      {t(words[word])}
    </Button>
  )
  return (
    <>
      <div className="answers">
        {button('yes')}
        {button('no')}
      </div>
      {answer.isError && <StateError error={answer.error} refusals={messageRefusals} />}
    </>
  )
}

/** What was asked, what was answered and by whom, and the way to answer or change it. */
export function AnswerBlock({ message }: { readonly message: Received }) {
  const t = useText()
  const day = useDayWords()
  const [note, setNote] = useState('')
  const { asked, answer, mayAnswer } = message
  if (!asked) return null
  const words = answerTexts[asked.kind]
  return (
    <section className="answer-block" aria-labelledby="answer-ask">
      <h2 className="sec" id="answer-ask">
        {answer
          ? t(givenLabel(message), { name: message.answeredBy ?? '', answer: t(words[answer]) })
          : t(words.short)}
      </h2>
      <p className="s t2">
        {answer && message.answerNote !== '' && (
          <>{t(messageLabels.answerNote, { note: message.answerNote })} </>
        )}
        {t(whenLabel(mayAnswer, answer !== null), { day: day(asked.dueOn) })}
      </p>
      {mayAnswer && (
        <>
          <AnswerButtons messageId={message.id} asked={asked} given={answer} note={note} />
          {answer !== 'no' && (
            <TextField
              optional
              label={t(asked.kind === 'coming' ? messageLabels.note : messageLabels.noteAgreeing)}
              value={note}
              onValue={setNote}
              maxLength={200}
            />
          )}
        </>
      )}
    </section>
  )
}

function givenLabel({ answeredForMe }: Received) {
  return answeredForMe ? messageLabels.answerForYou : messageLabels.yourAnswer
}

function whenLabel(mayAnswer: boolean, answered: boolean) {
  if (!mayAnswer) return messageLabels.answerOver
  return answered ? messageLabels.mayChange : messageLabels.answerBy
}
