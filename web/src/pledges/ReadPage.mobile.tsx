import { useState } from 'react'
import { missingParts } from '@steward/domain/pledges/pledge.ts'
import { Button } from '../shared/kit/Button.tsx'
import { TextField } from '../shared/kit/fields.tsx'
import { Fetched, StateEmpty, StateError } from '../shared/kit/states.tsx'
import { type QueueRow, usePledgeWords, useQueue } from './hooks.ts'
import { allAnswers, noAnswers, useAccept } from './hooks-review.ts'
import { pledgeRefusals } from './labels-refusal.ts'
import { reviewLabels } from './labels-review.ts'
import { PaperOfRow } from './Paper.shared.tsx'
import { Questions, ReadText, ReturnForm, TalkForm, useWhyNot } from './Review.shared.tsx'
import { FactsLine, PartsList } from './State.shared.tsx'
import './Pledges.css'

/** 审诺 on the phone: one at a time, the acts under the thumb. */
export function ReadPage() {
  const { t } = usePledgeWords()
  const [skipped, setSkipped] = useState<readonly string[]>([])
  return (
    <Fetched
      from={useQueue()}
      what={t(reviewLabels.title)}
      columns="1fr"
      isEmpty={(data) => data.rows.filter((row) => !row.barred).length === 0}
      empty={
        <div className="card pad">
          <StateEmpty fact={t(reviewLabels.empty)} fill={t(reviewLabels.emptyNext)} />
        </div>
      }
    >
      {({ rows }) => {
        const mine = rows.filter((row) => !row.barred)
        const waiting = mine.filter(({ id }) => !skipped.includes(id))
        const one = waiting[0] ?? mine[0]
        return (
          <>
            <p className="s t2 pledge-head">{t(reviewLabels.waiting, { n: mine.length })}</p>
            {one && (
              <OnePledge
                key={`${one.id}${one.revision}`}
                pledge={one}
                onNext={mine.length > 1 ? () => setSkipped([...skipped, one.id]) : undefined}
              />
            )}
          </>
        )
      }}
    </Fetched>
  )
}

function OnePledge({ pledge, onNext }: { readonly pledge: QueueRow; readonly onNext?: () => void }) {
  const { t } = usePledgeWords()
  const whyNot = useWhyNot()
  const [answers, setAnswers] = useState(noAnswers)
  const [comment, setComment] = useState('')
  const [returning, setReturning] = useState(false)
  const { accept } = useAccept(pledge, () => undefined)
  const why = whyNot(pledge, answers)
  const [talks, setTalks] = useState(pledge.state === 'toTalk')
  const lacks = missingParts(pledge.fields).length > 0
  const askAll = why === t(reviewLabels.four)
  return (
    <>
      <article className="card pad pledge-one">
        <div className="s t2">{pledge.name}</div>
        <ReadText pledge={pledge} />
        <FactsLine pledge={pledge} />
        <PartsList pledge={pledge} />
        <PaperOfRow row={pledge} />
        {!talks && !returning && (
          <>
            <Questions answers={answers} onAnswers={setAnswers} />
            <TextField
              label={t(reviewLabels.comment)}
              optional
              maxLength={200}
              value={comment}
              onValue={setComment}
            />
          </>
        )}
        {talks && <TalkForm pledge={pledge} onDone={() => undefined} />}
        {returning && (
          <ReturnForm
            pledge={pledge}
            onDone={() => setReturning(false)}
            onCancel={() => setReturning(false)}
          />
        )}
      </article>
      {!returning && !talks && (
        <div className="foot">
          {accept.error && <StateError error={accept.error} refusals={pledgeRefusals} />}
          {lacks ? (
            <Button wide onClick={() => setTalks(true)}>
              {t(reviewLabels.settle)}
            </Button>
          ) : askAll ? (
            <Button wide onClick={() => setAnswers(allAnswers)}>
              {t(reviewLabels.allYes)}
            </Button>
          ) : (
            <Button
              wide
              act={why === undefined}
              why={why}
              onClick={() =>
                accept.mutate({ pledgeId: pledge.id, revision: pledge.revision, answers, comment })
              }
            >
              {t(reviewLabels.accept)}
            </Button>
          )}
          <div className="two-ways pledge-two">
            <Button onClick={() => setReturning(true)}>{t(reviewLabels.giveBack)}</Button>
            {onNext && (
              <Button plain onClick={onNext}>
                {t(reviewLabels.later)}
              </Button>
            )}
          </div>
        </div>
      )}
    </>
  )
}
