import { useState } from 'react'
import { sanctions, type Sanction } from '@steward/domain/outcomes/discipline.ts'
import { Button } from '../shared/kit/Button.tsx'
import { DateField } from '../shared/kit/DateField.tsx'
import { CheckBox, RadioList, SelectField, TextArea, TextField } from '../shared/kit/fields.tsx'
import { Dialog } from '../shared/kit/layers.tsx'
import { StateError } from '../shared/kit/states.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { useText } from '../shared/texts.ts'
import { useCommandOperation } from '../shared/use-operation.ts'
import { FindMember } from './FindMember.pc.tsx'
import { useCaseDays } from './hooks-disposal.ts'
import { handOverTexts, levelTexts, sanctionLabels, sanctionTexts } from './labels-disposal.ts'
import { proposeLabels, stepLabels } from './labels-disposal-step.ts'
import { disposalRefusals } from './labels-disposal-refusal.ts'

type DialogProps = { readonly onClose: () => void }

type Member = { readonly id: string; readonly name: string }

const levels = ['baseCommittee', 'countyDiscipline', 'higher'] as const
const NOTHING = {
  documentNumber: '',
  deciderName: '',
  body: '',
  decidedOn: '',
  reason: '',
  proofOfService: '',
}

/** A sanction as the competent body decided it, with its document number and the five facts. */
export function SanctionDialog({ onClose }: DialogProps) {
  const t = useText()
  const say = useUndo()
  const { day, today } = useCaseDays()
  const [member, setMember] = useState<Member>()
  const [sanction, setSanction] = useState<Sanction>('warning')
  const [decidingLevel, setLevel] = useState<(typeof levels)[number]>('baseCommittee')
  const [complex, setComplex] = useState(false)
  const [years, setYears] = useState<'1' | '2'>('1')
  const [typed, setTyped] = useState(NOTHING)
  const set = (field: keyof typeof NOTHING) => (value: string) => setTyped({ ...typed, [field]: value })
  const record = useCommandOperation('sanction.record', {
    onDone: ({ effectUntil }) => {
      say({ text: t(sanctionLabels.effect, { day: day(effectUntil) }) })
      onClose()
    },
  })
  const send = () =>
    member !== undefined &&
    record.mutate({
      ...{
        ...typed,
        memberId: member.id,
        sanction,
        decidingLevel,
        complex,
        decidedOn: typed.decidedOn || null,
      },
      probationYears: sanction !== 'partyProbation' ? null : years === '1' ? 1 : 2,
    })
  return (
    <Dialog
      open
      keepOpen
      title={t(sanctionLabels.record)}
      onClose={onClose}
      acts={
        <Button
          act
          busy={record.isPending && t(stepLabels.saving)}
          {...(member === undefined ? { why: t(proposeLabels.who) } : {})}
          onClick={send}
        >
          {t(sanctionLabels.record)}
        </Button>
      }
    >
      <div className="form">
        <p className="s t2">{t(sanctionLabels.intro)}</p>
        <FindMember member={member} error={undefined} onMember={setMember} />
        <SelectField
          label={t(sanctionLabels.kind)}
          value={sanction}
          onValue={setSanction}
          choices={sanctions.map((value) => ({ value, label: t(sanctionTexts[value]) }))}
        />
        {sanction === 'partyProbation' && (
          <RadioList
            label={t(sanctionLabels.years)}
            value={years}
            onValue={setYears}
            choices={(['1', '2'] as const).map((value) => ({
              value,
              label: t(sanctionLabels.year, { count: Number(value) }),
            }))}
          />
        )}
        <SelectField
          label={t(sanctionLabels.level)}
          value={decidingLevel}
          onValue={setLevel}
          choices={levels.map((value) => ({ value, label: t(levelTexts[value]) }))}
        />
        <CheckBox checked={complex} onChecked={setComplex}>
          {t(sanctionLabels.complex)}
        </CheckBox>
        <TextField label={t(sanctionLabels.body)} maxLength={120} value={typed.body} onValue={set('body')} />
        <TextField
          label={t(stepLabels.decider)}
          maxLength={60}
          value={typed.deciderName}
          onValue={set('deciderName')}
        />
        <TextField
          label={t(sanctionLabels.document)}
          maxLength={120}
          value={typed.documentNumber}
          onValue={set('documentNumber')}
        />
        <DateField
          label={t(sanctionLabels.decidedOn)}
          max={today}
          value={typed.decidedOn}
          onValue={set('decidedOn')}
        />
        <TextArea
          rows={3}
          label={t(stepLabels.decisionReason)}
          help={t(stepLabels.findingHelp)}
          maxLength={500}
          value={typed.reason}
          onValue={set('reason')}
        />
        <TextField
          label={t(stepLabels.proof)}
          help={t(stepLabels.proofHelp)}
          maxLength={200}
          value={typed.proofOfService}
          onValue={set('proofOfService')}
        />
        {record.isError && <StateError error={record.error} refusals={disposalRefusals} />}
      </div>
    </Dialog>
  )
}

/** That a matter went to discipline or the law, by which letter; no details are asked (S-227). */
export function HandOverDialog({ onClose }: DialogProps) {
  const t = useText()
  const say = useUndo()
  const { today } = useCaseDays()
  const [member, setMember] = useState<Member>()
  const [to, setTo] = useState<'discipline' | 'law'>('discipline')
  const [document, setDocument] = useState('')
  const [on, setOn] = useState<string>(today)
  const record = useCommandOperation('hand-over.record', {
    onDone: () => {
      say({ text: t(sanctionLabels.saved) })
      onClose()
    },
  })
  return (
    <Dialog
      open
      keepOpen
      title={t(sanctionLabels.recordHandOver)}
      onClose={onClose}
      acts={
        <Button
          act
          busy={record.isPending && t(stepLabels.saving)}
          {...(member === undefined ? { why: t(proposeLabels.who) } : {})}
          onClick={() =>
            member !== undefined && record.mutate({ memberId: member.id, to, document, on: on || today })
          }
        >
          {t(sanctionLabels.recordHandOver)}
        </Button>
      }
    >
      <div className="form">
        <FindMember member={member} error={undefined} onMember={setMember} />
        <RadioList
          label={t(sanctionLabels.to)}
          value={to}
          onValue={setTo}
          choices={(['discipline', 'law'] as const).map((value) => ({
            value,
            label: t(handOverTexts[value]),
          }))}
        />
        <TextField label={t(sanctionLabels.letter)} maxLength={120} value={document} onValue={setDocument} />
        <DateField label={t(sanctionLabels.on)} max={today} value={on} onValue={setOn} />
        {record.isError && <StateError error={record.error} refusals={disposalRefusals} />}
      </div>
    </Dialog>
  )
}
