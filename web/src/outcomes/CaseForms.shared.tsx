import { useState } from 'react'
import { Button } from '../shared/kit/Button.tsx'
import { DateField } from '../shared/kit/DateField.tsx'
import { RadioList, TextArea, TextField } from '../shared/kit/fields.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { useText } from '../shared/texts.ts'
import { useCommandOperation } from '../shared/use-operation.ts'
import { CaseForm, PeoplePicker } from './CaseForm.shared.tsx'
import type { CaseView } from './hooks-disposal.ts'
import { useCaseDays } from './hooks-disposal.ts'
import { stepLabels } from './labels-disposal-step.ts'

export type FormProps = { readonly view: CaseView }

const idOf = ({ case: of }: CaseView) => ({ disposalId: of.id, revision: of.revision })

/** The base committee takes note beforehand. */
export function FileForm({ view }: FormProps) {
  const t = useText()
  const say = useUndo()
  const [document, setDocument] = useState('')
  const file = useCommandOperation('disposal.file', { onDone: () => say({ text: t(stepLabels.saved) }) })
  return (
    <CaseForm
      red
      title={t(stepLabels.file)}
      act={t(stepLabels.file)}
      pending={file.isPending}
      error={file.error}
      onSend={() => file.mutate({ ...idOf(view), document })}
    >
      <TextField
        label={t(stepLabels.filingDocument)}
        maxLength={120}
        autoComplete="off"
        value={document}
        onValue={setDocument}
      />
    </CaseForm>
  )
}

export function FactsForm({ view }: FormProps) {
  const t = useText()
  const say = useUndo()
  const { today } = useCaseDays()
  const [group, setGroup] = useState<readonly string[]>([])
  const [words, setWords] = useState('')
  const [on, setOn] = useState<string>(today)
  const find = useCommandOperation('disposal.find-facts', {
    onDone: () => say({ text: t(stepLabels.saved) }),
  })
  return (
    <CaseForm
      red
      title={t(stepLabels.findFacts)}
      act={t(stepLabels.findFacts)}
      pending={find.isPending}
      error={find.error}
      onSend={() => find.mutate({ ...idOf(view), group: [...group], words, on: on || today })}
    >
      <PeoplePicker
        label={t(stepLabels.group)}
        help={t(stepLabels.groupHelp)}
        people={view.people}
        chosen={group}
        onChosen={setGroup}
      />
      <TextArea
        rows={4}
        label={t(stepLabels.findingWords)}
        help={t(stepLabels.findingHelp)}
        maxLength={4000}
        value={words}
        onValue={setWords}
      />
      <DateField label={t(stepLabels.on)} max={today} value={on} onValue={setOn} />
    </CaseForm>
  )
}

/** A written invitation to the talk or to the assembly. */
export function InviteForm({
  view,
  toWhat,
  red,
}: FormProps & { readonly toWhat: 'hearing' | 'assembly'; readonly red?: boolean }) {
  const t = useText()
  const say = useUndo()
  const { today } = useCaseDays()
  const [heldOn, setHeldOn] = useState('')
  const [heldAt, setHeldAt] = useState('')
  const [place, setPlace] = useState('')
  const [how, setHow] = useState<'app' | 'paper'>('app')
  const invite = useCommandOperation('disposal.invite', { onDone: () => say({ text: t(stepLabels.saved) }) })
  return (
    <CaseForm
      red={red === true}
      title={t(toWhat === 'hearing' ? stepLabels.inviteHearing : stepLabels.inviteAssembly)}
      act={t(stepLabels.invite)}
      pending={invite.isPending}
      error={invite.error}
      onSend={() => invite.mutate({ ...idOf(view), toWhat, heldOn: heldOn || today, heldAt, place, how })}
    >
      <div className="form-pair">
        <DateField label={t(stepLabels.heldOn)} min={today} value={heldOn} onValue={setHeldOn} />
        <TextField label={t(stepLabels.heldAt)} maxLength={40} value={heldAt} onValue={setHeldAt} />
      </div>
      <TextField label={t(stepLabels.place)} maxLength={120} value={place} onValue={setPlace} />
      <RadioList
        label={t(stepLabels.how)}
        value={how}
        onValue={setHow}
        choices={[
          { value: 'app', label: t(stepLabels.byApp) },
          { value: 'paper', label: t(stepLabels.byPaper) },
        ]}
      />
    </CaseForm>
  )
}

type Witness = { readonly name: string; readonly words: string }
const NOBODY: Witness = { name: '', words: '' }

export function HearForm({ view }: FormProps) {
  const t = useText()
  const say = useUndo()
  const { today } = useCaseDays()
  const [on, setOn] = useState<string>(today)
  const [heldBy, setHeldBy] = useState<readonly string[]>([])
  const [came, setCame] = useState<'yes' | 'no'>('yes')
  const [defence, setDefence] = useState('')
  const [witness, setWitness] = useState(NOBODY)
  const hear = useCommandOperation('disposal.hear', { onDone: () => say({ text: t(stepLabels.saved) }) })
  const invited = view.invitations.filter(({ toWhat }) => toWhat === 'hearing').length
  return (
    <CaseForm
      red
      title={t(stepLabels.hear)}
      act={t(stepLabels.hear)}
      pending={hear.isPending}
      error={hear.error}
      onSend={() =>
        hear.mutate({
          ...{ ...idOf(view), on: on || today, heldBy: [...heldBy], came: came === 'yes', defence },
          witnesses: witness.name === '' ? [] : [witness],
        })
      }
    >
      <PeoplePicker
        label={t(stepLabels.heldBy)}
        help={t(stepLabels.heldByHelp)}
        people={view.people}
        chosen={heldBy}
        onChosen={setHeldBy}
      />
      <RadioList
        label={t(stepLabels.came)}
        value={came}
        onValue={setCame}
        choices={[
          { value: 'yes', label: t(stepLabels.cameYes) },
          { value: 'no', label: t(stepLabels.cameNo), help: t(stepLabels.notCome, { count: invited }) },
        ]}
      />
      {came === 'yes' && (
        <TextArea
          rows={4}
          label={t(stepLabels.defence)}
          help={t(stepLabels.defenceHelp)}
          maxLength={4000}
          value={defence}
          onValue={setDefence}
        />
      )}
      <TextField
        optional
        label={t(stepLabels.witness)}
        maxLength={60}
        autoComplete="off"
        value={witness.name}
        onValue={(name) => setWitness({ ...witness, name })}
      />
      {witness.name !== '' && (
        <TextArea
          rows={2}
          label={t(stepLabels.witnessWords)}
          maxLength={4000}
          value={witness.words}
          onValue={(words) => setWitness({ ...witness, words })}
        />
      )}
      <DateField label={t(stepLabels.on)} max={today} value={on} onValue={setOn} />
    </CaseForm>
  )
}

export function OpinionForm({ view }: FormProps) {
  const t = useText()
  const say = useUndo()
  const { today } = useCaseDays()
  const [words, setWords] = useState('')
  const [on, setOn] = useState<string>(today)
  const give = useCommandOperation('disposal.give-opinion', {
    onDone: () => say({ text: t(stepLabels.saved) }),
  })
  return (
    <CaseForm
      red
      title={t(stepLabels.giveOpinion)}
      act={t(stepLabels.giveOpinion)}
      pending={give.isPending}
      error={give.error}
      onSend={() => give.mutate({ ...idOf(view), words, on: on || today })}
    >
      <TextArea
        rows={4}
        label={t(stepLabels.opinionWords)}
        help={t(stepLabels.findingHelp)}
        maxLength={4000}
        value={words}
        onValue={setWords}
      />
      <DateField label={t(stepLabels.on)} max={today} value={on} onValue={setOn} />
    </CaseForm>
  )
}

export function ReviewForm({ view }: FormProps) {
  const t = useText()
  const say = useUndo()
  const { today } = useCaseDays()
  const [document, setDocument] = useState('')
  const [on, setOn] = useState<string>(today)
  const review = useCommandOperation('disposal.pre-review', {
    onDone: () => say({ text: t(stepLabels.saved) }),
  })
  return (
    <CaseForm
      red
      title={t(stepLabels.preReview)}
      act={t(stepLabels.preReview)}
      pending={review.isPending}
      error={review.error}
      onSend={() => review.mutate({ ...idOf(view), document, on: on || today })}
    >
      <TextField
        label={t(stepLabels.reviewDocument)}
        maxLength={120}
        autoComplete="off"
        value={document}
        onValue={setDocument}
      />
      <DateField label={t(stepLabels.on)} max={today} value={on} onValue={setOn} />
    </CaseForm>
  )
}

/** Ends a case before it is in force; folded until asked for. */
export function StopForm({ view }: FormProps) {
  const t = useText()
  const say = useUndo()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const stop = useCommandOperation('disposal.stop', { onDone: () => say({ text: t(stepLabels.saved) }) })
  if (!open) {
    return (
      <Button small onClick={() => setOpen(true)}>
        {t(stepLabels.stop)}
      </Button>
    )
  }
  return (
    <CaseForm
      title={t(stepLabels.stop)}
      act={t(stepLabels.stop)}
      pending={stop.isPending}
      error={stop.error}
      onSend={() => stop.mutate({ ...idOf(view), reason })}
    >
      <TextArea
        rows={3}
        label={t(stepLabels.stopReason)}
        help={t(stepLabels.stopHelp)}
        maxLength={1000}
        value={reason}
        onValue={setReason}
      />
    </CaseForm>
  )
}
