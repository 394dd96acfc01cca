import { useState } from 'react'
import { Button } from '../shared/kit/Button.tsx'
import { TextArea } from '../shared/kit/fields.tsx'
import { StateError } from '../shared/kit/states.tsx'
import { Tag } from '../shared/kit/Tag.tsx'
import { useText } from '../shared/texts.ts'
import type { Answer } from './hooks-objection.ts'
import { useDay } from './hooks.ts'
import { objectionStateTexts, objectTexts, stageTexts, stepTexts } from './labels-objection.ts'
import { noticeRefusals } from './labels-refusal.ts'

type Props = {
  readonly answer: Answer
  readonly busy: boolean
  readonly error: Error | null
  readonly onAppeal: (text: string) => void
  readonly onWithdraw: () => void
}

/** What became of an objection, for the one who raised it: answer, course, and the way on. */
export function AnswerInFull({ answer, busy, error, onAppeal, onWithdraw }: Props) {
  const t = useText()
  const day = useDay()
  const isOpen = answer.state === 'received' || answer.state === 'assigned'
  return (
    <>
      <h1 className="notice-page-title">{answer.about === '' ? t(objectTexts.mineTitle) : answer.about}</h1>
      <p className="row answer-state">
        <Tag tone={isOpen ? 'ochre' : 'plain'}>{t(objectionStateTexts[answer.state])}</Tag>
        <span className="s t2">{answer.code}</span>
      </p>
      <section data-read>
        <h2 className="s t2 over">{t(objectTexts.answer)}</h2>
        {answer.answer === null || isOpen ? (
          <p>
            {answer.isOverdue
              ? t(objectTexts.lateAnswer)
              : answer.state === 'withdrawn'
                ? t(objectTexts.withdrawn)
                : t(objectTexts.noAnswerYet, { day: day(answer.dueOn) })}
          </p>
        ) : (
          <>
            <p className="answer-words">{answer.answer}</p>
            <p className="s t2">
              {t(objectTexts.answeredOn, {
                org: answer.stageOrgName,
                day: answer.decidedOn === null ? '' : day(answer.decidedOn),
              })}
            </p>
          </>
        )}
      </section>
      <section>
        <h2 className="s t2 over">{t(objectTexts.yours)}</h2>
        <p className="answer-words">{answer.text}</p>
      </section>
      <ol className="rows notice-moves">
        {answer.steps.map(({ step, stage, on }, place) => (
          <li key={place}>
            <span className="t3 nw">{day(on)}</span>
            <span>
              {t(stageTexts[stage])} {t(stepTexts[step] ?? objectTexts.answer)}
            </span>
          </li>
        ))}
      </ol>
      {error && <StateError error={error} refusals={noticeRefusals} />}
      {answer.appealUntil !== null && answer.nextOrgName !== null && (
        <Appeal org={answer.nextOrgName} until={answer.appealUntil} busy={busy} onAppeal={onAppeal} />
      )}
      {answer.mayWithdraw && <Withdraw busy={busy} onWithdraw={onWithdraw} />}
    </>
  )
}

function Appeal({
  org,
  until,
  busy,
  onAppeal,
}: {
  readonly org: string
  readonly until: string
  readonly busy: boolean
  readonly onAppeal: (text: string) => void
}) {
  const t = useText()
  const day = useDay()
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const send = () => {
    setTried(true)
    if (text.trim() !== '') onAppeal(text)
  }
  return (
    <section className="form over">
      <TextArea
        label={t(objectTexts.appealWords)}
        help={t(objectTexts.appealUntil, { day: day(until) })}
        error={tried && text.trim() === '' ? t(objectTexts.wordsMissing) : undefined}
        maxLength={1000}
        value={text}
        onValue={setText}
      />
      <Button wide busy={busy && t(objectTexts.sending)} onClick={send}>
        {t(objectTexts.appeal, { org })}
      </Button>
    </section>
  )
}

/** Asked twice in place: what is taken back is not handled any more. */
function Withdraw({ busy, onWithdraw }: { readonly busy: boolean; readonly onWithdraw: () => void }) {
  const t = useText()
  const [asked, setAsked] = useState(false)
  if (!asked) {
    return (
      <p className="over">
        <Button plain onClick={() => setAsked(true)}>
          {t(objectTexts.withdraw)}
        </Button>
      </p>
    )
  }
  return (
    <div className="over">
      <p className="s t2">{t(objectTexts.withdrawSure)}</p>
      <div className="acts">
        <Button busy={busy && t(objectTexts.sending)} onClick={onWithdraw}>
          {t(objectTexts.withdrawAct)}
        </Button>
        <Button plain onClick={() => setAsked(false)}>
          {t(objectTexts.keep)}
        </Button>
      </div>
    </div>
  )
}
