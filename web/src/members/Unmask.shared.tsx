import { useEffect, useState } from 'react'
import { sealedFields, type SealedField } from '@steward/domain/members/file-field.ts'
import { lookPurposes, type LookPurpose, unmaskMinutes } from '@steward/domain/members/look.ts'
import { Button } from '../shared/kit/Button.tsx'
import { CheckBox, RadioList, TextField } from '../shared/kit/fields.tsx'
import { Dialog, Sheet } from '../shared/kit/layers.tsx'
import { StateError } from '../shared/kit/states.tsx'
import { useText } from '../shared/texts.ts'
import type { Unmasked } from './hooks.ts'
import { useUnmask } from './hooks.ts'
import { fieldTexts, purposeTexts } from './labels.ts'
import { fileTexts } from './labels-file.ts'
import { memberRefusals } from './labels-refusal.ts'

/** Numbers that were asked for, hidden again after ten minutes and when the page is left. */
export function useNumbers(): [Unmasked | undefined, (numbers: Unmasked | undefined) => void] {
  const [numbers, setNumbers] = useState<Unmasked>()
  useEffect(() => {
    if (!numbers) return
    const timer = setTimeout(() => setNumbers(undefined), unmaskMinutes * 60_000)
    return () => clearTimeout(timer)
  }, [numbers])
  return [numbers, setNumbers]
}

type UnmaskProps = {
  readonly memberId: string
  readonly name: string
  readonly onClose: () => void
  readonly onNumbers: (numbers: Unmasked) => void
  /** Only the phone, for a call; otherwise what is ticked. */
  readonly call?: boolean
  /** The phone's form of a dialog. */
  readonly sheet?: boolean
}

/** Asks for the purpose first; it is noted and the member reads it. */
export function Unmask({ memberId, name, onClose, onNumbers, call = false, sheet = false }: UnmaskProps) {
  const t = useText()
  const [fields, setFields] = useState<readonly SealedField[]>(call ? ['phone'] : ['identityNumber', 'phone'])
  const [purpose, setPurpose] = useState<LookPurpose | undefined>(call ? 'contact' : undefined)
  const [note, setNote] = useState('')
  const unmask = useUnmask((numbers) => {
    onNumbers(numbers)
    onClose()
  })
  const ready = purpose !== undefined && fields.length > 0
  const Layer = sheet ? Sheet : Dialog
  return (
    <Layer
      open
      onClose={onClose}
      title={t(call ? fileTexts.callTitle : fileTexts.unmaskTitle)}
      acts={
        <Button
          ink
          wide={sheet}
          busy={unmask.isPending && t(fileTexts.unmask)}
          why={ready ? undefined : t(fileTexts.choosePurpose)}
          onClick={() => ready && unmask.mutate({ memberId, fields: [...fields], purpose, note })}
        >
          {t(call ? fileTexts.callPurpose : fileTexts.unmask)}
        </Button>
      }
    >
      <p className="s t2 file-gap">{t(fileTexts.unmaskTell, { name })}</p>
      <div className="form">
        {!call && (
          <fieldset className="radios">
            <legend>{t(fileTexts.unmaskWhat)}</legend>
            {sealedFields.map((field) => (
              <CheckBox
                key={field}
                checked={fields.includes(field)}
                onChecked={(on) => setFields(on ? [...fields, field] : fields.filter((one) => one !== field))}
              >
                {t(fieldTexts[field] ?? fileTexts.title)}
              </CheckBox>
            ))}
          </fieldset>
        )}
        <RadioList
          label={t(fileTexts.purpose)}
          value={purpose}
          onValue={setPurpose}
          choices={lookPurposes.map((value) => ({ value, label: t(purposeTexts[value]) }))}
        />
        <TextField
          label={t(fileTexts.note)}
          help={t(fileTexts.noteHelp)}
          optional={purpose !== 'other'}
          maxLength={200}
          value={note}
          onValue={setNote}
        />
      </div>
      {unmask.error && <StateError error={unmask.error} refusals={memberRefusals} />}
    </Layer>
  )
}
