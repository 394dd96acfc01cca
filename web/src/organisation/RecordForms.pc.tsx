import { useState } from 'react'
import { useToday } from '../shared/clock.ts'
import { DateField } from '../shared/kit/DateField.tsx'
import { SelectField, TextArea, TextField } from '../shared/kit/fields.tsx'
import { useLanguage, useText } from '../shared/texts.ts'
import { ActDrawer, inDays, useAct } from './ActDrawer.pc.tsx'
import type { DefectView, FactKind } from './hooks.ts'
import { useJoined } from './hooks.ts'
import { defectReasons, defectTexts, factTexts, factValueTexts } from './labels.ts'
import { formWords } from './labels-form.ts'
import { wordsOf } from './ShapeFields.pc.tsx'

/** Who mends a defect, how and by when. */
export function PlanForm({
  orgId,
  orgName,
  defect,
  onClose,
}: {
  orgId: string
  orgName: string
  defect: DefectView
  onClose: () => void
}) {
  const t = useText()
  const [language] = useLanguage()
  const today = useToday()
  const joined = useJoined()
  const [ownerName, setOwnerName] = useState(defect.plan?.ownerName ?? defect.ownerPerson ?? '')
  const [what, setWhat] = useState(defect.plan?.what ?? '')
  const [dueOn, setDueOn] = useState(defect.plan?.dueOn ?? '')
  const act = useAct('organisation.plan-defect', 'plan', onClose)
  const missing = ownerName.trim() === '' || what.trim() === '' || dueOn === ''
  return (
    <ActDrawer
      act="plan"
      title={t(defectTexts[defect.code])}
      onClose={onClose}
      busy={act.isPending}
      error={act.error}
      missing={missing ? t(formWords.fillAll) : undefined}
      onSubmit={() => act.mutate({ orgId, code: defect.code, ownerName, what, dueOn })}
    >
      <p className="s t2">
        {joined.says(orgName, t(defectReasons[defect.code], inDays(defect.figures, language)))}{' '}
        <span className="t3">{defect.rule}</span>
      </p>
      <TextField label={t(formWords.who)} value={ownerName} maxLength={40} onValue={setOwnerName} />
      <TextArea label={t(formWords.what)} rows={3} maxLength={400} value={what} onValue={setWhat} />
      <DateField label={t(formWords.dueOn)} min={today} value={dueOn} onValue={setDueOn} />
    </ActDrawer>
  )
}

const VALUES: Record<Exclude<FactKind, 'fullTimeStaff'>, readonly string[]> = {
  premises: ['own', 'rented', 'none'],
  secretaryExperience: ['yes', 'no'],
  rules: ['yes', 'no'],
}

type FactInput =
  | { kind: 'premises'; value: 'own' | 'rented' | 'none' }
  | { kind: 'secretaryExperience' | 'rules'; value: 'yes' | 'no' }
  | { kind: 'fullTimeStaff'; value: string }

function toFact(kind: FactKind, value: string): FactInput | undefined {
  if (kind === 'fullTimeStaff') return /^\d{1,4}$/.test(value) ? { kind, value } : undefined
  if (kind === 'premises')
    return value === 'own' || value === 'rented' || value === 'none' ? { kind, value } : undefined
  return value === 'yes' || value === 'no' ? { kind, value } : undefined
}

/** A recorded fact: premises, experience, staff, rules; with its basis and day. */
export function FactForm({ orgId, onClose }: { orgId: string; onClose: () => void }) {
  const t = useText()
  const today = useToday()
  const [kind, setKind] = useState<FactKind>('premises')
  const [value, setValue] = useState('')
  const [fromOn, setFromOn] = useState<string>(today)
  const [basis, setBasis] = useState('')
  const act = useAct('organisation.record-fact', 'fact', onClose)
  const fact = toFact(kind, value)
  return (
    <ActDrawer
      act="fact"
      onClose={onClose}
      busy={act.isPending}
      error={act.error}
      missing={!fact || basis.trim() === '' ? t(formWords.fillAll) : undefined}
      onSubmit={() => fact && act.mutate({ orgId, fact, fromOn, basis })}
    >
      <SelectField
        label={t(formWords.fact)}
        value={kind}
        choices={wordsOf(factTexts).map((word) => ({ value: word, label: t(factTexts[word]) }))}
        onValue={(next) => {
          setKind(next)
          setValue('')
        }}
      />
      {kind === 'fullTimeStaff' ? (
        <TextField label={t(formWords.number)} inputMode="numeric" value={value} onValue={setValue} />
      ) : (
        <SelectField
          label={t(formWords.value)}
          value={value}
          none=""
          choices={VALUES[kind].map((word) => ({
            value: word,
            label: t(factValueTexts[word] ?? factTexts[kind]),
          }))}
          onValue={setValue}
        />
      )}
      <DateField label={t(formWords.fromOn)} max={today} value={fromOn} onValue={setFromOn} />
      <TextField label={t(formWords.basis)} help={t(formWords.basisHelp)} value={basis} onValue={setBasis} />
    </ActDrawer>
  )
}

/** The upward filing of a decision. */
export function FileForm({ actId, onClose }: { actId: string; onClose: () => void }) {
  const t = useText()
  const today = useToday()
  const [filedOn, setFiledOn] = useState<string>(today)
  const act = useAct('organisation.file-change', 'file', onClose)
  return (
    <ActDrawer
      act="file"
      onClose={onClose}
      busy={act.isPending}
      error={act.error}
      onSubmit={() => act.mutate({ actId, filedOn })}
    >
      <DateField label={t(formWords.filedOn)} max={today} value={filedOn} onValue={setFiledOn} />
    </ActDrawer>
  )
}
