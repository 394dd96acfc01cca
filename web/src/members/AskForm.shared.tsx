import { useState } from 'react'
import { memberCategories } from '@steward/domain/members/category.ts'
import { correctableFields, type CorrectableField } from '@steward/domain/members/correction.ts'
import { educations } from '@steward/domain/members/education.ts'
import { Button } from '../shared/kit/Button.tsx'
import { DateField } from '../shared/kit/DateField.tsx'
import { SelectField, TextArea, TextField } from '../shared/kit/fields.tsx'
import { StateError } from '../shared/kit/states.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { formatDay } from '../shared/formats.ts'
import { useLanguage, useText } from '../shared/texts.ts'
import { useCommandOperation } from '../shared/use-operation.ts'
import { useValueWords } from './History.shared.tsx'
import type { MemberFile } from './hooks.ts'
import { categoryTexts, educationTexts, fieldTexts, sexTexts } from './labels.ts'
import { correctionTexts, fileTexts } from './labels-file.ts'
import { memberRefusals } from './labels-refusal.ts'

/** A member asks for a correction of one field of the own file. */
export function AskForm({
  file,
  onDone,
  wide = false,
}: {
  file: MemberFile
  onDone: () => void
  wide?: boolean
}) {
  const t = useText()
  const [language] = useLanguage()
  const say = useUndo()
  const words = useValueWords()
  const [field, setField] = useState<CorrectableField | ''>('')
  const [wanted, setWanted] = useState('')
  const [reason, setReason] = useState('')
  const ask = useCommandOperation('correction.request', {
    onDone: ({ answerDueOn }) => {
      say({ text: t(correctionTexts.sent, { day: formatDay(answerDueOn, language) }) })
      onDone()
    },
  })
  const choose = (next: CorrectableField) => {
    setField(next)
    setWanted('')
  }
  return (
    <div className="form">
      <p className="s t2">{t(correctionTexts.askTell)}</p>
      <SelectField
        label={t(correctionTexts.field)}
        value={field}
        onValue={choose}
        choices={correctableFields.map((one) => ({
          value: one,
          label: t(fieldTexts[one] ?? fileTexts.title),
        }))}
      />
      {field !== '' && (
        <>
          <Wanted
            field={field}
            value={wanted}
            onValue={setWanted}
            help={t(correctionTexts.nowIs, { value: words(field, nowOf(file, field)) })}
          />
          <TextArea
            label={t(correctionTexts.reason)}
            help={t(correctionTexts.reasonHelp)}
            optional
            maxLength={500}
            value={reason}
            onValue={setReason}
          />
        </>
      )}
      {ask.error && <StateError error={ask.error} refusals={memberRefusals} />}
      <div>
        <Button
          act
          wide={wide}
          busy={ask.isPending && t(correctionTexts.send)}
          why={field === '' || wanted.trim() === '' ? t(correctionTexts.fillFirst) : undefined}
          onClick={() => field !== '' && ask.mutate({ field, wanted, reason })}
        >
          {t(correctionTexts.send)}
        </Button>
      </div>
    </div>
  )
}

function nowOf({ facts }: MemberFile, field: CorrectableField): string | null {
  if (field === 'identityNumber') return facts.identityMask
  if (field === 'phone') return facts.phoneMask
  if (field === 'address') return facts.hasAddress ? '****' : null
  return facts[field]
}

type WantedProps = {
  readonly field: CorrectableField
  readonly value: string
  readonly onValue: (value: string) => void
  readonly help: string
}

function Wanted({ field, value, onValue, help }: WantedProps) {
  const t = useText()
  const given = { label: t(correctionTexts.wanted), value, onValue, help }
  switch (field) {
    case 'sex':
      return (
        <SelectField
          {...given}
          choices={(['male', 'female'] as const).map((sex) => ({ value: sex, label: t(sexTexts[sex]) }))}
        />
      )
    case 'category':
      return (
        <SelectField
          {...given}
          choices={memberCategories.map((one) => ({ value: one, label: t(categoryTexts[one]) }))}
        />
      )
    case 'education':
      return (
        <SelectField
          {...given}
          choices={educations.map((one) => ({ value: one, label: t(educationTexts[one]) }))}
        />
      )
    case 'bornOn':
    case 'admittedOn':
    case 'convertedOn':
      return <DateField {...given} />
    default:
      return (
        <TextField
          {...given}
          autoComplete="off"
          maxLength={200}
          inputMode={field === 'phone' ? 'tel' : undefined}
        />
      )
  }
}
