import { useState } from 'react'
import { toldWays } from '@steward/domain/claims/deduction.ts'
import { Button } from '../shared/kit/Button.tsx'
import { RadioList, TextArea } from '../shared/kit/fields.tsx'
import { StateError } from '../shared/kit/states.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { useText } from '../shared/texts.ts'
import { useCommandOperation } from '../shared/use-operation.ts'
import { plain, useDay, useNearDay } from './hooks.ts'
import type { Deduction } from './hooks-deduction.ts'
import { deductionLabels, toldWayTexts } from './labels-deduction.ts'
import { claimRefusals } from './labels-refusal.ts'

type StepProps = { readonly deduction: Deduction }

/** The one step that comes next: tell, write down, decide; each by who may. */
export function DeductionStep({ deduction }: StepProps) {
  const { may } = deduction
  return (
    <div className="review-rule-body deduction-step">
      {may.tell && <Tell deduction={deduction} />}
      {may.takeAnswer && <TakeAnswer deduction={deduction} />}
      {(may.decide || may.drop) && <Decide deduction={deduction} />}
      <Outcome deduction={deduction} />
    </div>
  )
}

function Tell({ deduction }: StepProps) {
  const t = useText()
  const day = useDay()
  const say = useUndo()
  const [how, setHow] = useState<(typeof toldWays)[number]>('screen')
  const tell = useCommandOperation('deduction.tell', {
    onDone: ({ answerUntilOn }) => say({ text: t(deductionLabels.told, { day: day(answerUntilOn) }) }),
  })
  return (
    <section className="form">
      <h2>{t(deductionLabels.tell)}</h2>
      <RadioList
        label={t(deductionLabels.tellHow)}
        value={how}
        onValue={setHow}
        choices={toldWays.map((value) => ({ value, label: t(toldWayTexts[value]) }))}
      />
      <Button
        act
        busy={tell.isPending && t(deductionLabels.tell)}
        onClick={() => tell.mutate({ deductionId: deduction.id, how })}
      >
        {t(deductionLabels.tell)}
      </Button>
      {tell.isError && <StateError error={tell.error} refusals={claimRefusals} />}
    </section>
  )
}

function TakeAnswer({ deduction }: StepProps) {
  const t = useText()
  const say = useUndo()
  const [words, setWords] = useState('')
  const take = useCommandOperation('deduction.take-answer', {
    onDone: () => {
      setWords('')
      say({ text: t(deductionLabels.answerSaved) })
    },
  })
  return (
    <section className="form">
      <h2>{t(deductionLabels.takeAnswer)}</h2>
      <TextArea
        label={t(deductionLabels.theirAnswer)}
        help={t(deductionLabels.takeAnswerText)}
        rows={3}
        maxLength={2000}
        value={words}
        onValue={setWords}
      />
      <Button
        aria-disabled={words.trim() === '' || undefined}
        busy={take.isPending && t(deductionLabels.saveAnswer)}
        onClick={() => words.trim() !== '' && take.mutate({ deductionId: deduction.id, answer: words })}
      >
        {t(deductionLabels.saveAnswer)}
      </Button>
      {take.isError && <StateError error={take.error} refusals={claimRefusals} />}
    </section>
  )
}

function Decide({ deduction }: StepProps) {
  const t = useText()
  const near = useNearDay()
  const say = useUndo()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const { may, would, memberName, answerUntilOn } = deduction
  const impose = useCommandOperation('deduction.impose', {
    onDone: ({ award }) =>
      say({
        text: t(deductionLabels.imposed, { name: memberName, points: plain(Math.abs(award.credited)) }),
      }),
  })
  const drop = useCommandOperation('deduction.drop', {
    onDone: () => say({ text: t(deductionLabels.dropped, { name: memberName }) }),
  })
  const run = (how: 'impose' | 'drop') => {
    setTried(true)
    if (reason.trim() !== '') (how === 'impose' ? impose : drop).mutate({ deductionId: deduction.id, reason })
  }
  const words = t(deductionLabels.impose, { points: plain(Math.abs(would?.credited ?? 0)) })
  return (
    <section className="form">
      <h2>{t(deductionLabels.decide)}</h2>
      {!deduction.ripe && answerUntilOn !== null && (
        <p className="s t2">{t(deductionLabels.notRipe, { day: near(answerUntilOn) })}</p>
      )}
      <TextArea
        label={t(deductionLabels.decideReason)}
        error={
          tried && reason.trim() === ''
            ? t(claimRefusals['deduction-needs-reason'] ?? deductionLabels.decideReason)
            : undefined
        }
        rows={3}
        maxLength={300}
        value={reason}
        onValue={setReason}
      />
      <div className="acts">
        {may.decide && (
          <Button busy={impose.isPending && words} onClick={() => run('impose')}>
            {words}
          </Button>
        )}
        {may.drop && (
          <Button busy={drop.isPending && t(deductionLabels.drop)} onClick={() => run('drop')}>
            {t(deductionLabels.drop)}
          </Button>
        )}
      </div>
      {impose.isError && <StateError error={impose.error} refusals={claimRefusals} />}
      {drop.isError && <StateError error={drop.error} refusals={claimRefusals} />}
    </section>
  )
}

function Outcome({ deduction }: StepProps) {
  const t = useText()
  const day = useDay()
  const { decidedBy, decidedOn, reason, credited } = deduction
  if (decidedBy === null || decidedOn === null) return null
  return (
    <section>
      <h2>{t(deductionLabels.result)}</h2>
      <p className="b">
        {credited === null
          ? t(deductionLabels.drop)
          : t(deductionLabels.impose, { points: plain(Math.abs(credited)) })}
      </p>
      {reason !== null && <p className="s">{reason}</p>}
      <p className="s t3">{t(deductionLabels.decidedBy, { by: decidedBy, day: day(decidedOn) })}</p>
    </section>
  )
}
