import { useState } from 'react'
import { addToMonth, parsePlainMonth, plainDate, toPlainMonth } from '@steward/domain/shared/plain-date.ts'
import { useToday } from '../shared/clock.ts'
import { Button } from '../shared/kit/Button.tsx'
import { DateField } from '../shared/kit/DateField.tsx'
import { SelectField, TextField } from '../shared/kit/fields.tsx'
import { Dialog } from '../shared/kit/layers.tsx'
import { StateError } from '../shared/kit/states.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { useText } from '../shared/texts.ts'
import { useCommandOperation } from '../shared/use-operation.ts'
import type { DraftEditor } from './hooks-draft.ts'
import { type DraftShown, useMonthWords, useReadable } from './hooks.ts'
import { draftLabels } from './labels-draft.ts'
import { schemeRefusals } from './labels-refusal.ts'

const MONTHS_AHEAD = 12

/** The document that decided a version and the month it counts from. */
export function AdoptDialog({
  shown,
  editor,
  onClose,
  onAdopted,
}: {
  shown: DraftShown
  editor: DraftEditor
  onClose: () => void
  onAdopted: () => void
}) {
  const t = useText()
  const today = useToday()
  const month = useMonthWords()
  const say = useUndo()
  const readable = useReadable()
  const earliest = parsePlainMonth(shown.earliest) ?? toPlainMonth(today)
  const [body, setBody] = useState('')
  const [number, setNumber] = useState('')
  const [on, setOn] = useState<string>(today)
  const [from, setFrom] = useState<string>(earliest)
  const [label, setLabel] = useState('')
  const adopt = useCommandOperation('scheme.adopt', {
    onDone: ({ version }) => {
      say({ text: t(draftLabels.adopted, { month: month(version.effectiveFrom) }) })
      onAdopted()
    },
  })
  const isMissing = body.trim() === '' || number.trim() === '' || on === ''
  const submit = () =>
    adopt.mutate({
      schemeId: shown.schemeId,
      revision: editor.revision,
      effectiveFrom: from,
      label,
      adopted: { body, number, on: plainDate(on) },
    })
  return (
    <Dialog
      open
      title={t(draftLabels.adoptTitle)}
      onClose={onClose}
      acts={
        <Button
          act
          busy={adopt.isPending && t(draftLabels.adopting)}
          why={isMissing ? t(draftLabels.fillFirst) : undefined}
          onClick={submit}
        >
          {t(draftLabels.adoptDo, { month: month(from) })}
        </Button>
      }
    >
      <div className="form">
        <p className="s t2">{t(draftLabels.adoptTell)}</p>
        <TextField
          label={t(draftLabels.body)}
          help={t(draftLabels.bodyHelp)}
          value={body}
          maxLength={120}
          onValue={setBody}
        />
        <TextField
          label={t(draftLabels.number)}
          help={t(draftLabels.numberHelp)}
          value={number}
          maxLength={80}
          onValue={setNumber}
        />
        <DateField label={t(draftLabels.on)} value={on} max={today} onValue={setOn} />
        <SelectField
          label={t(draftLabels.from)}
          help={t(draftLabels.earliest, { month: month(earliest) })}
          value={from}
          onValue={setFrom}
          choices={Array.from({ length: MONTHS_AHEAD }, (_, ahead) => {
            const value: string = addToMonth(earliest, ahead)
            return { value, label: month(value) }
          })}
        />
        <TextField
          label={t(draftLabels.label)}
          optional
          value={label}
          maxLength={40}
          placeholder={`${month(from)}起`}
          onValue={setLabel}
        />
        {adopt.error && <StateError error={readable(adopt.error)} refusals={schemeRefusals} />}
      </div>
    </Dialog>
  )
}
