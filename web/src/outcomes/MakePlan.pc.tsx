import { useState } from 'react'
import { addMonths, plainDate } from '@steward/domain/shared/plain-date.ts'
import { useToday } from '../shared/clock.ts'
import { Button } from '../shared/kit/Button.tsx'
import { DateField } from '../shared/kit/DateField.tsx'
import { TextArea, TextField } from '../shared/kit/fields.tsx'
import { StateError } from '../shared/kit/states.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { useText } from '../shared/texts.ts'
import { useCommandOperation } from '../shared/use-operation.ts'
import { helpLabels } from './labels-limit.ts'
import { outcomeRefusals } from './labels-refusal.ts'
import { useLabels } from './labels-use.ts'

/** Months a plan usually runs; both days are changed freely. */
const USUAL_MONTHS = 3

/** Gaps, measures, who helps, from when to when (R-187, S-223). */
export function MakePlan({
  memberId,
  year,
  onDone,
  onClose,
}: {
  readonly memberId: string
  readonly year: number
  readonly onDone: () => void
  readonly onClose: () => void
}) {
  const t = useText()
  const say = useUndo()
  const today = useToday()
  const [gaps, setGaps] = useState('')
  const [measures, setMeasures] = useState('')
  const [helpers, setHelpers] = useState('')
  const [from, setFrom] = useState<string>(today)
  const [until, setUntil] = useState<string>(addMonths(plainDate(today), USUAL_MONTHS))
  const make = useCommandOperation('help-plan.make', {
    onDone: () => {
      say({ text: t(helpLabels.made) })
      onDone()
    },
  })
  const send = () => {
    const helperNames = helpers.split(/[、,，\s]+/u).filter((name) => name !== '')
    make.mutate({ memberId, year, gaps, measures, helperNames, from, until })
  }
  return (
    <section className="use-form form" aria-labelledby="make-plan">
      <h3 className="sec" id="make-plan">
        {t(helpLabels.make)}
      </h3>
      <TextArea
        label={t(helpLabels.gaps)}
        help={t(helpLabels.gapsHelp)}
        maxLength={1000}
        value={gaps}
        onValue={setGaps}
      />
      <TextArea
        label={t(helpLabels.measures)}
        help={t(helpLabels.measuresHelp)}
        maxLength={1000}
        value={measures}
        onValue={setMeasures}
      />
      <TextField
        label={t(helpLabels.helpers)}
        help={t(helpLabels.helpersHelp)}
        maxLength={200}
        value={helpers}
        onValue={setHelpers}
      />
      <div className="use-pair">
        <DateField label={t(helpLabels.from)} value={from} onValue={setFrom} />
        <DateField label={t(helpLabels.until)} value={until} onValue={setUntil} />
      </div>
      <div className="acts">
        <Button onClick={onClose}>{t(useLabels.cancel)}</Button>
        <Button act busy={make.isPending && t(useLabels.saving)} onClick={send}>
          {t(helpLabels.doMake)}
        </Button>
      </div>
      {make.isError && <StateError error={make.error} refusals={outcomeRefusals} />}
    </section>
  )
}
