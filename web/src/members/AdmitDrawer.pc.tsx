import { useState } from 'react'
import { memberCategories, type MemberCategory } from '@steward/domain/members/category.ts'
import { educations, type Education } from '@steward/domain/members/education.ts'
import { ethnicGroups } from '@steward/domain/members/ethnic-groups.ts'
import { readIdentityNumber, type Sex } from '@steward/domain/shared/identity-number.ts'
import { useToday } from '../shared/clock.ts'
import { Button } from '../shared/kit/Button.tsx'
import { DateField } from '../shared/kit/DateField.tsx'
import { SelectField, TextField } from '../shared/kit/fields.tsx'
import { Drawer } from '../shared/kit/layers.tsx'
import { StateError } from '../shared/kit/states.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { useText } from '../shared/texts.ts'
import { useCommandOperation, useQueryOperation } from '../shared/use-operation.ts'
import { categoryTexts, educationTexts, fieldTexts, rosterTexts, sexTexts } from './labels.ts'
import { changeTexts, fileTexts } from './labels-file.ts'
import { memberRefusals } from './labels-refusal.ts'
import './File.css'

const BLANK = {
  name: '',
  identityNumber: '',
  bornOn: '',
  ethnicGroup: '汉族',
  admittedOn: '',
  convertedOn: '',
  phone: '',
  post: '',
  workplace: '',
  earlyConversion: '',
  reason: '',
  groupId: '',
}

type AdmitProps = { readonly orgId: string; readonly orgName: string; readonly onClose: () => void }

/** Opens one file by hand in the chosen branch; birth date and sex are taken from the number. */
export function AdmitDrawer({ orgId, orgName, onClose }: AdmitProps) {
  const t = useText()
  const say = useUndo()
  const today = useToday()
  const [typed, setTyped] = useState(BLANK)
  const [sex, setSex] = useState<Sex | ''>('')
  const [education, setEducation] = useState<Education | ''>('')
  const [category, setCategory] = useState<MemberCategory | ''>('')
  const org = useQueryOperation('organisation.show', { orgId })
  const groups = org.data?.below.filter((one) => one.kind === 'partyGroup') ?? []
  const admit = useCommandOperation('member.admit', {
    onDone: () => {
      say({ text: t(changeTexts.admitted, { name: typed.name }) })
      onClose()
    },
  })
  const set = (field: keyof typeof BLANK) => (value: string) => setTyped({ ...typed, [field]: value })
  const setNumber = (identityNumber: string) => {
    const read = readIdentityNumber(identityNumber)
    if (read.ok) setSex(read.value.sex)
    setTyped({ ...typed, identityNumber, ...(read.ok ? { bornOn: read.value.bornOn } : {}) })
  }
  const { name, identityNumber, bornOn, admittedOn, reason } = typed
  const isFilled = [name, identityNumber, bornOn, admittedOn, reason].every((value) => value.trim() !== '')
  const ready = isFilled && sex !== '' && category !== ''
  const send = () =>
    ready &&
    admit.mutate({
      ...typed,
      orgId,
      sex,
      category,
      groupId: typed.groupId === '' ? null : typed.groupId,
      education: education === '' ? null : education,
      convertedOn: typed.convertedOn === '' ? null : typed.convertedOn,
    })
  const label = (field: string) => t(fieldTexts[field] ?? fileTexts.title)
  const text = (field: keyof typeof BLANK) => ({
    label: label(field),
    value: typed[field],
    onValue: set(field),
  })
  return (
    <Drawer
      title={`${t(rosterTexts.admit)} · ${orgName}`}
      onClose={onClose}
      acts={
        <Button
          act
          busy={admit.isPending && t(changeTexts.admitSave)}
          why={ready ? undefined : t(changeTexts.fillFirst)}
          onClick={send}
        >
          {t(changeTexts.admitSave)}
        </Button>
      }
    >
      <p className="s t2 file-gap">{t(changeTexts.admitTell)}</p>
      <div className="form">
        <TextField {...text('name')} autoComplete="off" />
        <TextField {...text('identityNumber')} onValue={setNumber} autoComplete="off" />
        <div className="form-pair">
          <SelectField
            label={label('sex')}
            value={sex}
            onValue={setSex}
            choices={(['male', 'female'] as const).map((one) => ({ value: one, label: t(sexTexts[one]) }))}
          />
          <DateField {...text('bornOn')} max={today} />
        </div>
        <div className="form-pair">
          <SelectField
            {...text('ethnicGroup')}
            choices={ethnicGroups.map((one) => ({ value: one, label: one }))}
          />
          <SelectField
            label={label('education')}
            optional
            none={t(fileTexts.noValue)}
            value={education}
            onValue={setEducation}
            choices={educations.map((one) => ({ value: one, label: t(educationTexts[one]) }))}
          />
        </div>
        <SelectField
          label={label('category')}
          value={category}
          onValue={setCategory}
          choices={memberCategories.map((one) => ({ value: one, label: t(categoryTexts[one]) }))}
        />
        <div className="form-pair">
          <DateField {...text('admittedOn')} max={today} />
          <DateField {...text('convertedOn')} optional max={today} />
        </div>
        {groups.length > 0 && (
          <SelectField
            label={label('group')}
            value={typed.groupId}
            onValue={set('groupId')}
            choices={groups.map((one) => ({ value: one.id, label: one.name }))}
          />
        )}
        <TextField {...text('phone')} optional autoComplete="off" inputMode="tel" />
        <TextField {...text('post')} optional />
        <TextField {...text('workplace')} optional />
        <TextField {...text('earlyConversion')} optional help={t(changeTexts.earlyHelp)} />
        <TextField
          label={t(changeTexts.reason)}
          maxLength={300}
          value={typed.reason}
          onValue={set('reason')}
        />
        {admit.error && <StateError error={admit.error} refusals={memberRefusals} />}
      </div>
    </Drawer>
  )
}
