import { plainDate } from '@steward/domain/shared/plain-date.ts'
import { useToday } from '../shared/clock.ts'
import { DateField } from '../shared/kit/DateField.tsx'
import { CheckBox, TextField } from '../shared/kit/fields.tsx'
import { useText } from '../shared/texts.ts'
import type { Item } from './hooks.ts'
import { draftLabels } from './labels-draft.ts'

type Document = NonNullable<Item['outsideCaps']>

/** Something that holds only by a decision: ticked, with its body, number and date. */
export function DocumentFields({
  legend,
  document,
  onDocument,
}: {
  legend: string
  document: Document | null
  onDocument: (document: Document | null) => void
}) {
  const t = useText()
  const today = useToday()
  const set = (part: Partial<Document>) => document && onDocument({ ...document, ...part })
  return (
    <div className="scheme-part">
      <CheckBox
        checked={document !== null}
        onChecked={(checked) => onDocument(checked ? { body: '', number: '', on: today } : null)}
      >
        {legend}
      </CheckBox>
      {document !== null && (
        <>
          <TextField
            label={t(draftLabels.body)}
            value={document.body}
            maxLength={120}
            onValue={(body) => set({ body })}
          />
          <div className="form-pair">
            <TextField
              label={t(draftLabels.number)}
              value={document.number}
              maxLength={80}
              onValue={(number) => set({ number })}
            />
            <DateField
              label={t(draftLabels.on)}
              value={document.on}
              max={today}
              onValue={(on) => on !== '' && set({ on: plainDate(on) })}
            />
          </div>
        </>
      )}
    </div>
  )
}
