import { useState } from 'react'
import type { WitnessAnswer } from '@steward/domain/claims/witness.ts'
import { witnessAnswers } from '@steward/domain/claims/witness.ts'
import { Button } from '../shared/kit/Button.tsx'
import { RadioList, Segmented, TextField } from '../shared/kit/fields.tsx'
import { Dialog } from '../shared/kit/layers.tsx'
import { StateError } from '../shared/kit/states.tsx'
import { useText } from '../shared/texts.ts'
import { useCommandOperation } from '../shared/use-operation.ts'
import type { Claim } from './hooks.ts'
import { witnessAnswerTexts } from './labels.ts'
import { sendingRefusals } from './labels-refusal.ts'
import { reviewLabels } from './labels-review.ts'

type TakeDownProps = { readonly witness: Claim['witnesses'][number]; readonly onClose: () => void }

/** Writes down what a witness said by telephone or in person. */
export function TakeDownDialog({ witness, onClose }: TakeDownProps) {
  const t = useText()
  const [answer, setAnswer] = useState<WitnessAnswer>('yes')
  const [how, setHow] = useState<'phone' | 'inPerson'>('phone')
  const [note, setNote] = useState('')
  const take = useCommandOperation('witness.take-down', { onDone: onClose })
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(reviewLabels.takeDownTitle, { name: witness.name })}
      keepOpen={note !== ''}
      acts={
        <Button
          act
          busy={take.isPending && t(reviewLabels.takeDown)}
          onClick={() => take.mutate({ witnessId: witness.id, answer, how, note })}
        >
          {t(reviewLabels.takeDown)}
        </Button>
      }
    >
      <div className="form">
        <RadioList
          label={t(reviewLabels.takeDownTitle, { name: witness.name })}
          value={answer}
          onValue={setAnswer}
          choices={witnessAnswers.map((value) => ({ value, label: t(witnessAnswerTexts[value]) }))}
        />
        <Segmented
          label={t(reviewLabels.takeDownHow)}
          value={how}
          onValue={setHow}
          choices={[
            { value: 'phone', label: t(reviewLabels.byPhone) },
            { value: 'inPerson', label: t(reviewLabels.inPerson) },
          ]}
        />
        <TextField
          label={t(reviewLabels.takeDownNote)}
          optional
          maxLength={200}
          value={note}
          onValue={setNote}
        />
        {take.isError && <StateError error={take.error} refusals={sendingRefusals} />}
      </div>
    </Dialog>
  )
}
