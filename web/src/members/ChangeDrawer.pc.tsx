import { useState } from 'react'
import { educations } from '@steward/domain/members/education.ts'
import { ethnicGroups } from '@steward/domain/members/ethnic-groups.ts'
import { fileFields, needsOfficer, type FileField } from '@steward/domain/members/file-field.ts'
import type { InputOf } from '../shared/call.ts'
import { Button } from '../shared/kit/Button.tsx'
import { DateField } from '../shared/kit/DateField.tsx'
import { SelectField, TextField } from '../shared/kit/fields.tsx'
import { Drawer } from '../shared/kit/layers.tsx'
import { StateError } from '../shared/kit/states.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { useText } from '../shared/texts.ts'
import { useCommandOperation } from '../shared/use-operation.ts'
import type { MemberFile } from './hooks.ts'
import { educationTexts, fieldTexts, sexTexts } from './labels.ts'
import { changeTexts, fileTexts } from './labels-file.ts'
import { memberRefusals } from './labels-refusal.ts'

type Typed = Partial<Record<FileField, string>>

/** What the form holds before anything is typed; sealed values begin empty and change only when typed anew. */
function heldOf({ facts }: MemberFile): Record<FileField, string> {
  return {
    name: facts.name,
    identityNumber: '',
    sex: facts.sex,
    bornOn: facts.bornOn,
    ethnicGroup: facts.ethnicGroup ?? '',
    education: facts.education ?? '',
    phone: '',
    address: '',
    workplace: facts.workplace,
    post: facts.post,
    admittedOn: facts.admittedOn,
    convertedOn: facts.convertedOn ?? '',
    extensionMonths: String(facts.extensionMonths),
    earlyConversion: facts.earlyConversion,
  }
}

/** Small changes of a file: only what was typed is sent, with one reason. */
export function ChangeDrawer({ file, onClose }: { file: MemberFile; onClose: () => void }) {
  const t = useText()
  const say = useUndo()
  const held = heldOf(file)
  const [typed, setTyped] = useState<Typed>({})
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const officer = file.may.includes('member.certify')
  const fields = fileFields.filter((field) => officer || !needsOfficer(field))
  const changed = fields.filter((field) => typed[field] !== undefined && typed[field] !== held[field])
  const change = useCommandOperation('member.change', {
    onDone: () => {
      say({ text: t(changeTexts.saved, { name: file.facts.name }) })
      onClose()
    },
  })
  const send = () => {
    setMissing(reason.trim() === '')
    if (reason.trim() === '' || changed.length === 0) return
    const { id: memberId, revision } = file.facts
    change.mutate({ memberId, revision, changes: changesOf(typed, changed), reason })
  }
  const set = (field: FileField) => (value: string) => setTyped({ ...typed, [field]: value })
  return (
    <Drawer
      title={t(changeTexts.title, { name: file.facts.name })}
      onClose={onClose}
      acts={
        <Button
          act
          busy={change.isPending && t(changeTexts.save, { count: changed.length })}
          why={changed.length === 0 ? t(changeTexts.nothing) : undefined}
          onClick={send}
        >
          {t(changeTexts.save, { count: changed.length })}
        </Button>
      }
    >
      <div className="form">
        {fields.map((field) => (
          <Entry
            key={field}
            field={field}
            file={file}
            value={typed[field] ?? held[field]}
            onValue={set(field)}
          />
        ))}
        <TextField
          label={t(changeTexts.reason)}
          help={t(changeTexts.reasonHelp)}
          error={missing && reason.trim() === '' ? t(changeTexts.reasonHelp) : undefined}
          maxLength={300}
          value={reason}
          onValue={setReason}
        />
        {!officer && <p className="c t3">{t(changeTexts.held)}</p>}
        {change.error && <StateError error={change.error} refusals={memberRefusals} />}
      </div>
    </Drawer>
  )
}

function changesOf(typed: Typed, changed: readonly FileField[]): InputOf<'member.change'>['changes'] {
  const entries = changed.map((field) => [
    field,
    field === 'extensionMonths' ? Number(typed[field]) : typed[field],
  ])
  return Object.fromEntries(entries) as InputOf<'member.change'>['changes'] // each field is of the form the control allows
}

type EntryProps = {
  readonly field: FileField
  readonly file: MemberFile
  readonly value: string
  readonly onValue: (value: string) => void
}

function Entry({ field, file, value, onValue }: EntryProps) {
  const t = useText()
  const label = t(fieldTexts[field] ?? fileTexts.title)
  const given = { label, value, onValue }
  switch (field) {
    case 'sex':
      return (
        <SelectField
          {...given}
          choices={(['male', 'female'] as const).map((sex) => ({ value: sex, label: t(sexTexts[sex]) }))}
        />
      )
    case 'education':
      return (
        <SelectField
          {...given}
          none={t(fileTexts.noValue)}
          choices={educations.map((one) => ({ value: one, label: t(educationTexts[one]) }))}
        />
      )
    case 'ethnicGroup':
      return (
        <SelectField
          {...given}
          none={t(fileTexts.noValue)}
          choices={ethnicGroups.map((group) => ({ value: group, label: group }))}
        />
      )
    case 'extensionMonths':
      return (
        <SelectField
          {...given}
          choices={['0', '6', '7', '8', '9', '10', '11', '12'].map((months) => ({
            value: months,
            label: t(months === '0' ? changeTexts.noExtension : changeTexts.months, { months }),
          }))}
        />
      )
    case 'bornOn':
    case 'admittedOn':
    case 'convertedOn':
      return <DateField {...given} optional={field === 'convertedOn'} />
    case 'identityNumber':
    case 'phone':
    case 'address':
      return (
        <TextField
          {...given}
          optional
          autoComplete="off"
          help={t(changeTexts.newNumber)}
          placeholder={maskOf(field, file)}
        />
      )
    case 'earlyConversion':
      return <TextField {...given} optional help={t(changeTexts.earlyHelp)} />
    case 'name':
      return <TextField {...given} />
    case 'workplace':
    case 'post':
      return <TextField {...given} optional />
  }
}

function maskOf(field: 'identityNumber' | 'phone' | 'address', { facts }: MemberFile): string {
  if (field === 'identityNumber') return facts.identityMask
  if (field === 'phone') return facts.phoneMask
  return facts.hasAddress ? '****' : ''
}
