import { useState } from 'react'
import { useToday } from '../shared/clock.ts'
import { Button } from '../shared/kit/Button.tsx'
import { DateField } from '../shared/kit/DateField.tsx'
import { SelectField, TextArea, TextField } from '../shared/kit/fields.tsx'
import { Drawer } from '../shared/kit/layers.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { useText } from '../shared/texts.ts'
import { useCommandOperation } from '../shared/use-operation.ts'
import { ActProblem } from './ActDrawer.pc.tsx'
import type { Coverage, KindWord, UnitRow, UnitWord } from './hooks.ts'
import { coverageTexts, unitTexts } from './labels.ts'
import { formWords } from './labels-form.ts'
import { unitPageTexts } from './labels-page.ts'
import type { Picked } from './Pickers.pc.tsx'
import { OrgPicker } from './Pickers.pc.tsx'
import { wordsOf } from './ShapeFields.pc.tsx'

const committees: readonly KindWord[] = ['countyCommittee', 'workCommittee', 'baseCommittee']

/** A unit and how it is covered; a new one or the next dated fact of one that is there (S-119). */
export function UnitForm({ unit, onClose }: { unit: UnitRow | undefined; onClose: () => void }) {
  const t = useText()
  const say = useUndo()
  const today = useToday()
  const [kind, setKind] = useState<UnitWord>(unit?.kind ?? 'privateFirm')
  const [name, setName] = useState(unit?.name ?? '')
  const [town, setTown] = useState<Picked | undefined>(unit?.town)
  const [staff, setStaff] = useState(unit ? String(unit.staff) : '')
  const [fullMembers, setFullMembers] = useState(unit ? String(unit.fullMembers) : '')
  const [coverage, setCoverage] = useState<Coverage>(unit?.coverage ?? 'none')
  const [org, setOrg] = useState<Picked | undefined>(unit?.org ?? undefined)
  const [formerNames, setFormerNames] = useState((unit?.formerNames ?? []).join('\n'))
  const [on, setOn] = useState<string>(today)
  const [reason, setReason] = useState('')
  const record = useCommandOperation('organisation.record-unit', {
    onDone: () => {
      say({ text: t(unitPageTexts.done, { name }) })
      onClose()
    },
  })
  const close = useCommandOperation('organisation.close-unit', {
    onDone: () => {
      say({ text: t(unitPageTexts.closed, { name }) })
      onClose()
    },
  })
  const missing = name.trim() === '' || !town || !/^\d+$/.test(staff) || reason.trim() === ''
  const submit = () =>
    town &&
    record.mutate({
      ...(unit ? { unitId: unit.id, revision: unit.revision } : {}),
      kind,
      name: name.trim(),
      townId: town.id,
      staff: Number(staff),
      fullMembers: Number.parseInt(fullMembers, 10) || 0,
      coverage,
      orgId: coverage === 'none' ? null : (org?.id ?? null),
      formedOn: unit?.formedOn ?? null,
      formerNames: formerNames
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
      on,
      reason,
    })
  const error = record.error ?? close.error
  return (
    <Drawer
      title={unit?.name ?? t(unitPageTexts.record)}
      onClose={onClose}
      acts={
        <>
          <Button
            act
            busy={record.isPending && t(formWords.saving)}
            why={missing ? t(formWords.fillAll) : undefined}
            onClick={submit}
          >
            {t(unit ? unitPageTexts.edit : unitPageTexts.record)}
          </Button>
          {unit && (
            <Button
              plain
              busy={close.isPending && t(formWords.saving)}
              why={reason.trim() === '' ? '' : undefined}
              onClick={() => close.mutate({ unitId: unit.id, revision: unit.revision, on, reason })}
            >
              {t(unitPageTexts.close)}
            </Button>
          )}
        </>
      }
    >
      <div className="form org-form">
        <TextField label={t(unitPageTexts.name)} value={name} maxLength={80} onValue={setName} />
        <div className="form-pair">
          <SelectField
            label={t(unitPageTexts.kind)}
            value={kind}
            choices={wordsOf(unitTexts).map((word) => ({ value: word, label: t(unitTexts[word]) }))}
            onValue={setKind}
          />
          <SelectField
            label={t(unitPageTexts.coverage)}
            value={coverage}
            choices={wordsOf(coverageTexts).map((word) => ({ value: word, label: t(coverageTexts[word]) }))}
            onValue={setCoverage}
          />
        </div>
        <OrgPicker label={t(unitPageTexts.town)} kinds={committees} value={town} onValue={setTown} />
        {coverage !== 'none' && <OrgPicker label={t(unitPageTexts.by)} value={org} onValue={setOrg} />}
        <div className="form-pair">
          <TextField label={t(unitPageTexts.staff)} inputMode="numeric" value={staff} onValue={setStaff} />
          <TextField
            label={t(unitPageTexts.fullMembers)}
            inputMode="numeric"
            optional
            value={fullMembers}
            onValue={setFullMembers}
          />
        </div>
        {kind === 'community' && (
          <TextArea
            label={t(unitPageTexts.formerNames)}
            help={t(unitPageTexts.formerHelp)}
            optional
            value={formerNames}
            onValue={setFormerNames}
          />
        )}
        <div className="form-pair">
          <DateField label={t(unitPageTexts.on)} max={today} value={on} onValue={setOn} />
          <TextField
            label={t(unitPageTexts.basis)}
            help={t(unitPageTexts.basisHelp)}
            value={reason}
            onValue={setReason}
          />
        </div>
      </div>
      {error && <ActProblem error={error} />}
    </Drawer>
  )
}

/** Sends an instructor to a firm that cannot form a branch (R-022, S-120). */
export function InstructorForm({ unit, onClose }: { unit: UnitRow; onClose: () => void }) {
  const t = useText()
  const say = useUndo()
  const today = useToday()
  const [name, setName] = useState('')
  const [sentBy, setSentBy] = useState('')
  const [fromOn, setFromOn] = useState<string>(today)
  const assign = useCommandOperation('organisation.assign-instructor', {
    onDone: () => {
      say({ text: t(unitPageTexts.assigned, { name }) })
      onClose()
    },
  })
  return (
    <Drawer
      title={unit.name}
      onClose={onClose}
      acts={
        <Button
          act
          busy={assign.isPending && t(formWords.saving)}
          why={name.trim() === '' ? t(formWords.fillAll) : undefined}
          onClick={() => assign.mutate({ unitId: unit.id, name, sentBy, fromOn })}
        >
          {t(unitPageTexts.assign)}
        </Button>
      }
    >
      <div className="form org-form">
        <TextField label={t(unitPageTexts.instructorName)} value={name} maxLength={40} onValue={setName} />
        <TextField
          label={t(unitPageTexts.sentBy)}
          optional
          value={sentBy}
          maxLength={60}
          onValue={setSentBy}
        />
        <DateField label={t(unitPageTexts.fromOn)} max={today} value={fromOn} onValue={setFromOn} />
      </div>
      {assign.error && <ActProblem error={assign.error} />}
    </Drawer>
  )
}
