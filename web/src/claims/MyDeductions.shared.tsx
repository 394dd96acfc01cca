import { useState } from 'react'
import { Link, useParams } from 'wouter'
import { Button, ButtonLink } from '../shared/kit/Button.tsx'
import { TextArea } from '../shared/kit/fields.tsx'
import { Icon } from '../shared/kit/Icon.tsx'
import { Fetched, StateEmpty, StateError } from '../shared/kit/states.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { useText } from '../shared/texts.ts'
import { useCommandOperation } from '../shared/use-operation.ts'
import { DeductionHistory, DeductionTag, ProofLines, Standard } from './DeductionParts.shared.tsx'
import { plain, useDay, useNearDay } from './hooks.ts'
import type { Deduction } from './hooks-deduction.ts'
import { useDeduction, useMyDeductions } from './hooks-deduction.ts'
import { claimLabels } from './labels.ts'
import { deductionLabels, toldWayTexts } from './labels-deduction.ts'
import { claimRefusals } from './labels-refusal.ts'
import './ClaimParts.css'
import './Claims.css'

/** 关于我的扣分: each told, answered, decided by somebody else. */
export function MyDeductionsPage() {
  const t = useText()
  const day = useDay()
  return (
    <Fetched
      from={useMyDeductions()}
      what={t(deductionLabels.mineTitle)}
      columns="1fr"
      isEmpty={(data) => data.rows.length === 0}
      empty={
        <section className="card pad">
          <StateEmpty fact={t(deductionLabels.mineEmpty)} fill={t(deductionLabels.mineEmptyNext)} />
        </section>
      }
    >
      {(data) => (
        <section className="card rows" aria-label={t(deductionLabels.mineTitle)}>
          {data.rows.map((row) => (
            <Link key={row.id} href={`/my-deductions/${row.id}`} className="thing row">
              <span className="grow">
                <span className="block">{t(row.itemName)}</span>
                <span className="block s t2">
                  {day(row.deedOn)}
                  {row.credited !== null && ` · ${t(claimLabels.points, { points: plain(row.credited) })}`}
                </span>
                <DeductionTag state={row.state} />
              </span>
              <Icon name="right" />
            </Link>
          ))}
        </section>
      )}
    </Fetched>
  )
}

/** One: fact, standard, what to answer by when, how to object; in this order. */
export function MyDeductionPage() {
  const t = useText()
  const { deductionId = '' } = useParams()
  return (
    <Fetched from={useDeduction(deductionId)} what={t(deductionLabels.mineTitle)} columns="1fr">
      {(deduction) => <One deduction={deduction} />}
    </Fetched>
  )
}

function One({ deduction }: { readonly deduction: Deduction }) {
  const t = useText()
  const day = useDay()
  const { state, answer } = deduction
  const isOpen = state === 'proposed' || state === 'told' || state === 'answered'
  return (
    <>
      <h2 className="ph1 help-whom">{isOpen ? t(deductionLabels.mineNow) : t(deduction.itemName)}</h2>
      {!isOpen && <Result deduction={deduction} />}
      <section className="card pad">
        <h3 className="s t3">{t(deductionLabels.whatHappened)}</h3>
        <p>{deduction.facts}</p>
        <p className="s t2">{day(deduction.deedOn)}</p>
        <ProofLines deduction={deduction} />
      </section>
      <section className="card pad">
        <h3 className="s t3">{t(deductionLabels.standard)}</h3>
        <Standard deduction={deduction} />
      </section>
      {answer !== null && (
        <section className="card pad">
          <h3 className="s t3">{t(deductionLabels.yourAnswer)}</h3>
          <p className="deed-said">{answer}</p>
          {deduction.answerTakenBy !== null && (
            <p className="s t3">{t(deductionLabels.takenBy, { by: deduction.answerTakenBy })}</p>
          )}
        </section>
      )}
      {deduction.may.answer && <Answer deduction={deduction} />}
      <section className="card pad">
        <h3 className="s t3">{t(deductionLabels.howObject)}</h3>
        <p>{t(deductionLabels.howObjectText)}</p>
        {deduction.may.object && deduction.entryId !== null && (
          <ButtonLink href={`/points/lines/${deduction.entryId}/object`} wide>
            {t(deductionLabels.object)}
          </ButtonLink>
        )}
        {deduction.may.object && deduction.entryId !== null && (
          <ButtonLink href={`/outcomes/tolerance/new?entry=${deduction.entryId}`} wide>
            {t(deductionLabels.tolerate)}
          </ButtonLink>
        )}
      </section>
      <section aria-labelledby="history">
        <h3 className="s t3 over" id="history">
          {t(deductionLabels.history)}
        </h3>
        <div className="card pad">
          <DeductionHistory steps={deduction.steps} />
        </div>
      </section>
    </>
  )
}

function Result({ deduction }: { readonly deduction: Deduction }) {
  const t = useText()
  const day = useDay()
  const { credited, decidedBy, decidedOn, reason } = deduction
  return (
    <section className="card pad" aria-label={t(deductionLabels.result)}>
      <p className="b">
        {credited === null
          ? t(deductionLabels.drop)
          : t(deductionLabels.impose, { points: plain(Math.abs(credited)) })}
      </p>
      {reason !== null && <p>{reason}</p>}
      {decidedBy !== null && decidedOn !== null && (
        <p className="s t3">{t(deductionLabels.decidedBy, { by: decidedBy, day: day(decidedOn) })}</p>
      )}
    </section>
  )
}

function Answer({ deduction }: { readonly deduction: Deduction }) {
  const t = useText()
  const near = useNearDay()
  const say = useUndo()
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const { answerUntilOn, daysToAnswer, toldHow } = deduction
  const answer = useCommandOperation('deduction.answer', {
    onDone: () => {
      setWords('')
      setTried(false)
      say({ text: t(deductionLabels.answerSaved) })
    },
  })
  const submit = () => {
    setTried(true)
    if (words.trim() !== '') answer.mutate({ deductionId: deduction.id, answer: words })
  }
  const act = t(deduction.answer === null ? deductionLabels.send : deductionLabels.more)
  return (
    <section className="card pad ask">
      <h3 className="s t3">{t(deductionLabels.howAnswer)}</h3>
      {answerUntilOn !== null && (
        <p className="b">
          {t(deductionLabels.answerBy, { day: near(answerUntilOn) })}
          {daysToAnswer !== null && (
            <span className="s ochre">
              {' '}
              {daysToAnswer <= 0
                ? t(deductionLabels.answerToday)
                : t(deductionLabels.answerDays, { days: daysToAnswer })}
            </span>
          )}
        </p>
      )}
      <p className="s t2">
        {t(deductionLabels.howAnswerText)}
        {toldHow !== null && toldHow !== 'screen' && ` (${t(toldWayTexts[toldHow])})`}
      </p>
      <TextArea
        label={t(deductionLabels.yourAnswer)}
        help={t(deductionLabels.answerHelp)}
        error={
          tried && words.trim() === ''
            ? t(claimRefusals['deduction-answer-empty'] ?? deductionLabels.answerHelp)
            : undefined
        }
        rows={5}
        maxLength={2000}
        value={words}
        onValue={setWords}
      />
      <Button act wide busy={answer.isPending && act} onClick={submit}>
        {act}
      </Button>
      {answer.isError && <StateError error={answer.error} refusals={claimRefusals} />}
    </section>
  )
}
