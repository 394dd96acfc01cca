import { useState } from 'react'
import { Button } from '../shared/kit/Button.tsx'
import { DateField } from '../shared/kit/DateField.tsx'
import { SelectField, TextArea } from '../shared/kit/fields.tsx'
import { StateError } from '../shared/kit/states.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { useCommandOperation } from '../shared/use-operation.ts'
import type { ProblemRow } from './hooks-feedback.ts'
import { useWords } from './hooks-event.ts'
import { eventTexts } from './labels-event.ts'
import { itemTexts } from './labels-feedback.ts'
import { settlementRefusalTexts } from './labels-refusal-settlement.ts'
import type { People } from './Rectification.pc.tsx'

type PlanProps = { readonly row: ProblemRow; readonly people: People; readonly onDone: () => void }

/** An owner, a measure, a day. */
export function PlanForm({ row, people, onDone }: PlanProps) {
  const { t, today } = useWords()
  const say = useUndo()
  const [ownerMemberId, setOwner] = useState(row.memberId)
  const [measure, setMeasure] = useState('')
  const [dueOn, setDue] = useState('')
  const [tried, setTried] = useState(false)
  const plan = useCommandOperation('rectification.plan', {
    onDone: () => {
      say({ text: t(itemTexts.planned) })
      onDone()
    },
  })
  const isPast = dueOn !== '' && dueOn < today
  const send = () => {
    setTried(true)
    if (measure.trim() === '' || dueOn === '' || isPast) return
    plan.mutate({ problemId: row.problemId, ownerMemberId, measure, dueOn })
  }
  return (
    <div className="form apr-form">
      <div className="form-pair">
        <SelectField label={t(itemTexts.owner)} value={ownerMemberId} onValue={setOwner} choices={people} />
        <DateField
          label={t(itemTexts.due)}
          min={today}
          error={isPast ? t(itemTexts.duePast) : tried && dueOn === '' ? t(itemTexts.dueMissing) : undefined}
          value={dueOn}
          onValue={setDue}
        />
      </div>
      <TextArea
        rows={2}
        label={t(itemTexts.measure)}
        placeholder={t(itemTexts.measureModel)}
        error={tried && measure.trim() === '' ? t(itemTexts.measureMissing) : undefined}
        maxLength={4000}
        value={measure}
        onValue={setMeasure}
      />
      <div className="acts">
        <Button ink busy={plan.isPending && t(eventTexts.working)} onClick={send}>
          {t(itemTexts.plan)}
        </Button>
      </div>
      {plan.isError && <StateError error={plan.error} refusals={settlementRefusalTexts} />}
    </div>
  )
}
