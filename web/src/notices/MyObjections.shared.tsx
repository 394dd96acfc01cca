import { useEffect } from 'react'
import { Fetched, StateEmpty } from '../shared/kit/states.tsx'
import { useText } from '../shared/texts.ts'
import { useCommandOperation, useQueryOperation } from '../shared/use-operation.ts'
import { AnswerInFull } from './Answer.shared.tsx'
import type { Answer } from './hooks-objection.ts'
import { useDay } from './hooks.ts'
import { objectionStateTexts, objectTexts } from './labels-objection.ts'
import './Notices.css'

/** Objections by me, with their answers, and those about me without a word on who objected. */
export function MyObjectionsPage() {
  const t = useText()
  const day = useDay()
  return (
    <Fetched
      from={useQueryOperation('objection.mine', {})}
      what={t(objectTexts.mineTitle)}
      columns="1fr"
      isEmpty={({ raised, aboutMe }) => raised.length + aboutMe.length === 0}
      empty={
        <section className="card pad">
          <StateEmpty fact={t(objectTexts.mineEmpty)} fill={t(objectTexts.mineNext)} />
        </section>
      }
    >
      {({ raised, aboutMe }) => (
        <>
          {raised.length > 0 && <h2 className="s t2 over">{t(objectTexts.mine)}</h2>}
          {raised.map((answer) => (
            <Own key={answer.id} answer={answer} />
          ))}
          {aboutMe.length > 0 && (
            <>
              <h2 className="s t2 over">{t(objectTexts.aboutMe)}</h2>
              <p className="s t3">{t(objectTexts.aboutMeNote)}</p>
              {aboutMe.map((one) => (
                <section key={one.id} className="card pad">
                  <p className="b">{one.about}</p>
                  <p className="answer-words">{one.text}</p>
                  <p className="s t2">
                    {day(one.raisedOn)} · {t(objectionStateTexts[one.state])}
                  </p>
                  {one.answer !== null && <p className="answer-words">{one.answer}</p>}
                </section>
              ))}
            </>
          )}
        </>
      )}
    </Fetched>
  )
}

function Own({ answer }: { readonly answer: Answer & { readonly id: string } }) {
  const objectionId = answer.id
  const { mutate: see } = useCommandOperation('objection.see-answer', { refreshes: ['message.things-to-do'] })
  const appeal = useCommandOperation('objection.appeal')
  const withdraw = useCommandOperation('objection.withdraw')
  const isAnswered = answer.decidedOn !== null
  useEffect(() => {
    if (isAnswered) see({ objectionId })
  }, [isAnswered, objectionId, see])
  return (
    <section className="card pad own-objection">
      <AnswerInFull
        answer={answer}
        busy={appeal.isPending || withdraw.isPending}
        error={appeal.error ?? withdraw.error}
        onAppeal={(text) => appeal.mutate({ objectionId, text })}
        onWithdraw={() => withdraw.mutate({ objectionId })}
      />
    </section>
  )
}
