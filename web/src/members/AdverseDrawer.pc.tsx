import { useState } from 'react'
import { adverseStates, type AdverseState, needsCase } from '@steward/domain/members/member-state.ts'
import { useToday } from '../shared/clock.ts'
import { DateField } from '../shared/kit/DateField.tsx'
import { SelectField, TextArea, TextField } from '../shared/kit/fields.tsx'
import { useText } from '../shared/texts.ts'
import { ActFrame, type ActProps, useAct } from './ActFrame.pc.tsx'
import { stateTexts } from './labels.ts'
import { changeTexts } from './labels-file.ts'

const NO_FACTS = { deciderName: '', body: '', decidedOn: '', reason: '', proofOfService: '' }

/** Records a decision already taken; the rules name whichever of the five facts is missing. */
export function AdverseDrawer({ file, onClose }: ActProps) {
  const t = useText()
  const today = useToday()
  const [to, setTo] = useState<AdverseState | ''>('')
  const [facts, setFacts] = useState(NO_FACTS)
  const command = useAct('member.record-adverse-state', file, onClose)
  const { id: memberId, revision, kind } = file.facts
  const set = (field: keyof typeof NO_FACTS) => (value: string) => setFacts({ ...facts, [field]: value })
  const choices = adverseStates
    .filter(
      (state) =>
        state !== file.facts.state &&
        !needsCase(state) &&
        (state !== 'probationCancelled' || kind === 'probationary'),
    )
    .map((state) => ({ value: state, label: t(stateTexts[state]) }))
  const save = () =>
    to !== '' && command.mutate({ memberId, revision, to, ...facts, decidedOn: facts.decidedOn || null })
  return (
    <ActFrame
      grave
      title={t(changeTexts.adverseTitle)}
      tell={t(changeTexts.adverseTell)}
      save={t(changeTexts.adverseSave)}
      command={command}
      onSave={to === '' ? undefined : save}
      onClose={onClose}
    >
      <SelectField label={t(changeTexts.to)} value={to} onValue={setTo} choices={choices} />
      <TextField label={t(changeTexts.deciderName)} value={facts.deciderName} onValue={set('deciderName')} />
      <TextField
        label={t(changeTexts.body)}
        help={t(changeTexts.bodyHelp)}
        value={facts.body}
        onValue={set('body')}
      />
      <DateField
        label={t(changeTexts.decidedOn)}
        value={facts.decidedOn}
        onValue={set('decidedOn')}
        max={today}
      />
      <TextArea
        label={t(changeTexts.adverseReason)}
        maxLength={500}
        value={facts.reason}
        onValue={set('reason')}
      />
      <TextField
        label={t(changeTexts.proof)}
        help={t(changeTexts.proofHelp)}
        value={facts.proofOfService}
        onValue={set('proofOfService')}
      />
    </ActFrame>
  )
}
