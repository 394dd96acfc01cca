import { useState } from 'react'
import { publicPages } from '@steward/domain/pledges/pledge-settings.ts'
import type { InputOf } from '../shared/call.ts'
import { Button } from '../shared/kit/Button.tsx'
import { RadioList, TextArea, TextField } from '../shared/kit/fields.tsx'
import { Fetched, StateError } from '../shared/kit/states.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { useCommandOperation, useQueryOperation } from '../shared/use-operation.ts'
import { usePledgeWords } from './hooks.ts'
import { branchLabels, publicPageTexts } from './labels-branch.ts'
import { pledgeRefusals } from './labels-refusal.ts'
import './Pledges.css'

type Settings = InputOf<'pledge.change-settings'>

/** /settings/pledges: windows, the public page, usual numbers, the county's rules. */
export function SettingsPage() {
  const { t } = usePledgeWords()
  return (
    <div className="pledges">
      <h1 className="ph1">{t(branchLabels.settingsTitle)}</h1>
      <Fetched from={useQueryOperation('pledge.settings', {})} columns="1fr">
        {({ versionNo, mayChange, ...settings }) => (
          <SettingsForm key={versionNo} settings={settings} mayChange={mayChange} />
        )}
      </Fetched>
    </div>
  )
}

function SettingsForm({ settings, mayChange }: { readonly settings: Settings; readonly mayChange: boolean }) {
  const { t } = usePledgeWords()
  const say = useUndo()
  const [wanted, setWanted] = useState(settings)
  const change = useCommandOperation('pledge.change-settings', {
    onDone: () => say({ text: t(branchLabels.saved) }),
  })
  const { windowDays, member } = wanted
  const set = (more: Partial<Settings>) => setWanted({ ...wanted, ...more })
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        change.mutate(wanted)
      }}
    >
      <NumberField
        label={t(branchLabels.windowYear)}
        value={windowDays.year}
        onValue={(year) => set({ windowDays: { ...windowDays, year } })}
      />
      <div className="form-pair">
        <NumberField
          label={t(branchLabels.windowQuarter)}
          value={windowDays.quarter}
          onValue={(quarter) => set({ windowDays: { ...windowDays, quarter } })}
        />
        <NumberField
          label={t(branchLabels.windowMonth)}
          value={windowDays.month}
          onValue={(month) => set({ windowDays: { ...windowDays, month } })}
        />
      </div>
      <RadioList
        label={t(branchLabels.publicPage)}
        value={wanted.publicPage}
        onValue={(publicPage) => set({ publicPage })}
        choices={publicPages.map((one) => ({ value: one, label: t(publicPageTexts[one]) }))}
      />
      <div className="form-pair">
        <NumberField
          label={t(branchLabels.least)}
          help={t(branchLabels.countHelp)}
          value={member.least}
          onValue={(least) => set({ member: { ...member, least } })}
        />
        <NumberField
          label={t(branchLabels.most)}
          value={member.most}
          onValue={(most) => set({ member: { ...member, most } })}
        />
      </div>
      <NumberField
        label={t(branchLabels.orgLeast)}
        value={wanted.orgLeast}
        onValue={(orgLeast) => set({ orgLeast })}
      />
      <TextField
        label={t(branchLabels.rulesTitleField)}
        maxLength={60}
        value={wanted.rulesTitle}
        onValue={(rulesTitle) => set({ rulesTitle })}
      />
      <TextArea
        label={t(branchLabels.rulesTextField)}
        help={t(branchLabels.rulesHelp)}
        rows={8}
        maxLength={4000}
        value={wanted.rulesText}
        onValue={(rulesText) => set({ rulesText })}
      />
      {change.error && <StateError error={change.error} refusals={pledgeRefusals} />}
      {mayChange && (
        <div className="acts">
          <Button type="submit" ink>
            {t(branchLabels.save)}
          </Button>
        </div>
      )}
    </form>
  )
}

function NumberField({
  label,
  help,
  value,
  onValue,
}: {
  readonly label: string
  readonly help?: string
  readonly value: number
  readonly onValue: (value: number) => void
}) {
  return (
    <TextField
      label={label}
      help={help}
      inputMode="numeric"
      value={String(value)}
      onValue={(text) => onValue(Number(text.replaceAll(/\D/g, '')))}
    />
  )
}
