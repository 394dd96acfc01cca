import { useState } from 'react'
import { witnessAnswers } from '@steward/domain/claims/witness.ts'
import { Button } from '../shared/kit/Button.tsx'
import { TextField } from '../shared/kit/fields.tsx'
import { Fetched, StateEmpty, StateError } from '../shared/kit/states.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { useText } from '../shared/texts.ts'
import { useCommandOperation } from '../shared/use-operation.ts'
import type { Asked } from './hooks.ts'
import { useAsked, useDay } from './hooks.ts'
import { witnessAnswerTexts } from './labels.ts'
import { sendingRefusals } from './labels-refusal.ts'
import { askedLabels } from './labels-report.ts'
import './Claims.css'

/** 请我证明的事: three words of equal size; not knowing costs nothing. */
export function AskedPage() {
  const t = useText()
  return (
    <Fetched
      from={useAsked()}
      what={t(askedLabels.title)}
      columns="1fr"
      isEmpty={(data) => data.rows.length === 0}
      empty={
        <section className="card pad">
          <StateEmpty fact={t(askedLabels.empty)} fill={t(askedLabels.emptyNext)} />
        </section>
      }
    >
      {(data) => data.rows.map((row) => <One key={row.id} row={row} />)}
    </Fetched>
  )
}

function One({ row }: { readonly row: Asked }) {
  const t = useText()
  const day = useDay()
  const title = row.targetTitle ?? t(row.itemName)
  return (
    <section className="card pad ask">
      <h2 className="sec">{title}</h2>
      <p className="s t2">
        {row.memberName} · {day(row.deedOn)}
      </p>
      {row.said !== '' && <p className="deed-said">“{row.said}”</p>}
      {row.answer !== null && (
        <p className="b">{t(askedLabels.said, { answer: t(witnessAnswerTexts[row.answer]) })}</p>
      )}
      {row.answer === null && !row.open && <p className="s t2">{t(askedLabels.closed)}</p>}
      {row.answer === null && row.open && <Answer row={row} />}
    </section>
  )
}

function Answer({ row }: { readonly row: Asked }) {
  const t = useText()
  const say = useUndo()
  const [note, setNote] = useState('')
  const answer = useCommandOperation('witness.answer', {
    onDone: (_, sent) => say({ text: t(askedLabels.saved, { answer: t(witnessAnswerTexts[sent.answer]) }) }),
  })
  return (
    <>
      <p>{t(askedLabels.ask, { name: row.memberName })}</p>
      <TextField label={t(askedLabels.note)} optional maxLength={200} value={note} onValue={setNote} />
      <div className="witness-acts">
        {witnessAnswers.map((word) => (
          <Button
            key={word}
            wide
            busy={answer.isPending && answer.variables.answer === word && t(witnessAnswerTexts[word])}
            onClick={() => answer.mutate({ witnessId: row.id, answer: word, note })}
          >
            {t(witnessAnswerTexts[word])}
          </Button>
        ))}
      </div>
      <p className="c t3">{t(askedLabels.honest)}</p>
      {answer.isError && <StateError error={answer.error} refusals={sendingRefusals} />}
    </>
  )
}
