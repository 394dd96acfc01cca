import { useState } from 'react'
import type { InputOf } from '../shared/call.ts'
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

/** What is typed; numbers stay text until they are sent. */
type Draft = {
  readonly kind: UnitWord
  readonly name: string
  readonly town: Picked | undefined
  readonly staff: string
  readonly fullMembers: string
  readonly coverage: Coverage
  readonly org: Picked | undefined
  readonly formerNames: string
  readonly on: string
  readonly reason: string
}

function draftOf(unit: UnitRow | undefined, today: string): Draft {
  return {
    kind: unit?.kind ?? 'privateFirm',
    name: unit?.name ?? '',
    town: unit?.town,
    staff: unit ? String(unit.staff) : '',
    fullMembers: unit ? String(unit.fullMembers) : '',
    coverage: unit?.coverage ?? 'none',
    org: unit?.org ?? undefined,
    formerNames: (unit?.formerNames ?? []).join('\n'),
    on: today,
    reason: '',
  }
}

/** The input of the command, or undefined while something is missing. */
function toInput(draft: Draft, unit: UnitRow | undefined): InputOf<'organisation.record-unit'> | undefined {
  const { town, staff, reason } = draft
  const name = draft.name.trim()
  if (name === '' || !town || !/^\d+$/.test(staff) || reason.trim() === '') return undefined
  const lines = draft.formerNames.split('\n').map((line) => line.trim())
  return {
    ...(unit ? { unitId: unit.id, revision: unit.revision } : {}),
    kind: draft.kind,
    name,
    townId: town.id,
    staff: Number(staff),
    fullMembers: Number.parseInt(draft.fullMembers, 10) || 0,
    coverage: draft.coverage,
    orgId: draft.coverage === 'none' ? null : (draft.org?.id ?? null),
    formedOn: unit?.formedOn ?? null,
    formerNames: lines.filter((line) => line !== ''),
    on: draft.on,
    reason,
  }
}

/** A unit and how it is covered; a new one or the next dated fact of one that is there (S-119). */
export function UnitForm({ unit, onClose }: { unit: UnitRow | undefined; onClose: () => void }) {
  const t = useText()
  const say = useUndo()
  const [draft, setDraft] = useState(() => draftOf(unit, ''))
  const today = useToday()
  const dated = { ...draft, on: draft.on === '' ? today : draft.on }
  const done = (text: string) => {
    say({ text })
    onClose()
  }
  const record = useCommandOperation('organisation.record-unit', {
    onDone: () => done(t(unitPageTexts.done, { name: draft.name })),
  })
  const close = useCommandOperation('organisation.close-unit', {
    onDone: () => done(t(unitPageTexts.closed, { name: draft.name })),
  })
  const input = toInput(dated, unit)
  const error = record.error ?? close.error
  const { on, reason } = dated
  return (
    <Drawer
      title={unit?.name ?? t(unitPageTexts.record)}
      onClose={onClose}
      acts={
        <>
          <Button
            act
            busy={record.isPending && t(formWords.saving)}
            why={input ? undefined : t(formWords.fillAll)}
            onClick={() => input && record.mutate(input)}
          >
            {t(unit ? unitPageTexts.edit : unitPageTexts.record)}
          </Button>
          {unit && reason.trim() !== '' && (
            <Button
              plain
              busy={close.isPending && t(formWords.saving)}
              onClick={() => close.mutate({ unitId: unit.id, revision: unit.revision, on, reason })}
            >
              {t(unitPageTexts.close)}
            </Button>
          )}
        </>
      }
    >
      <UnitFields draft={dated} set={(part) => setDraft({ ...draft, ...part })} />
      {error && <ActProblem error={error} />}
    </Drawer>
  )
}

function UnitFields({ draft, set }: { draft: Draft; set: (part: Partial<Draft>) => void }) {
  const t = useText()
  const today = useToday()
  return (
    <div className="form org-form">
      <TextField
        label={t(unitPageTexts.name)}
        value={draft.name}
        maxLength={80}
        onValue={(name) => set({ name })}
      />
      <div className="form-pair">
        <SelectField
          label={t(unitPageTexts.kind)}
          value={draft.kind}
          choices={wordsOf(unitTexts).map((word) => ({ value: word, label: t(unitTexts[word]) }))}
          onValue={(kind) => set({ kind })}
        />
        <SelectField
          label={t(unitPageTexts.coverage)}
          value={draft.coverage}
          choices={wordsOf(coverageTexts).map((word) => ({ value: word, label: t(coverageTexts[word]) }))}
          onValue={(coverage) => set({ coverage })}
        />
      </div>
      <OrgPicker
        label={t(unitPageTexts.town)}
        kinds={committees}
        value={draft.town}
        onValue={(town) => set({ town })}
      />
      {draft.coverage !== 'none' && (
        <OrgPicker label={t(unitPageTexts.by)} value={draft.org} onValue={(org) => set({ org })} />
      )}
      <div className="form-pair">
        <TextField
          label={t(unitPageTexts.staff)}
          inputMode="numeric"
          value={draft.staff}
          onValue={(staff) => set({ staff })}
        />
        <TextField
          label={t(unitPageTexts.fullMembers)}
          inputMode="numeric"
          optional
          value={draft.fullMembers}
          onValue={(fullMembers) => set({ fullMembers })}
        />
      </div>
      {draft.kind === 'community' && (
        <TextArea
          label={t(unitPageTexts.formerNames)}
          help={t(unitPageTexts.formerHelp)}
          optional
          value={draft.formerNames}
          onValue={(formerNames) => set({ formerNames })}
        />
      )}
      <div className="form-pair">
        <DateField label={t(unitPageTexts.on)} max={today} value={draft.on} onValue={(on) => set({ on })} />
        <TextField
          label={t(unitPageTexts.basis)}
          help={t(unitPageTexts.basisHelp)}
          value={draft.reason}
          onValue={(reason) => set({ reason })}
        />
      </div>
    </div>
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
