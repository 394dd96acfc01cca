import { useState } from 'react'
import { leastOf, moreThanHalfOfAll } from '@steward/domain/shared/vote.ts'
import { Button } from '../shared/kit/Button.tsx'
import { DateField } from '../shared/kit/DateField.tsx'
import { CheckBox, SelectField, TextField } from '../shared/kit/fields.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { useText } from '../shared/texts.ts'
import { useCommandOperation } from '../shared/use-operation.ts'
import { CaseForm } from './CaseForm.shared.tsx'
import type { CaseView, VoteInput } from './hooks-disposal.ts'
import { useCaseDays } from './hooks-disposal.ts'
import { stepLabels } from './labels-disposal-step.ts'

type LeftOut = NonNullable<VoteInput['leftOut']>[number]
type Typed = {
  readonly on: string
  readonly present: string
  readonly written: string
  readonly yes: string
  readonly no: string
  readonly abstain: string
  readonly chair: string
  readonly minutes: string
  readonly leftOut: readonly LeftOut[]
}
const wholeOf = (text: string) => (/^\d+$/.test(text.trim()) ? Number(text.trim()) : 0)

/** A vote as it is typed: figures as text, so that an empty field is no nought. */
export function useTypedVote() {
  const { today } = useCaseDays()
  const [typed, setTyped] = useState<Typed>({
    ...{ on: today, present: '', written: '', yes: '', no: '', abstain: '', chair: '', minutes: '' },
    leftOut: [],
  })
  const toInput = (shouldAttend: number): VoteInput => ({
    ...{ on: typed.on || today, seenShouldAttend: shouldAttend - typed.leftOut.length },
    ...{ present: wholeOf(typed.present), written: wholeOf(typed.written), yes: wholeOf(typed.yes) },
    ...{ no: wholeOf(typed.no), abstain: wholeOf(typed.abstain), chair: typed.chair, minutes: typed.minutes },
    leftOut: typed.leftOut.map((one) => ({ ...one, assemblyOn: one.assemblyOn || null })),
  })
  return { typed, set: (change: Partial<Typed>) => setTyped({ ...typed, ...change }), toInput }
}

/** The count of an assembly with the bar in numbers: both halves over those who should attend (R-049…R-051). */
export function VoteFields({
  view,
  vote: { typed, set },
}: {
  readonly view: CaseView
  readonly vote: ReturnType<typeof useTypedVote>
}) {
  const t = useText()
  const { today } = useCaseDays()
  const shouldAttend = view.bar.shouldAttend - typed.leftOut.length
  const needed = leastOf(shouldAttend, moreThanHalfOfAll)
  const figure = (name: 'present' | 'written' | 'yes' | 'no' | 'abstain') => (
    <TextField
      label={t(stepLabels[name])}
      inputMode="numeric"
      autoComplete="off"
      value={typed[name]}
      onValue={(value) => set({ [name]: value })}
    />
  )
  return (
    <>
      <div className="case-bar">
        <p className="b">{t(stepLabels.bar, { shouldAttend, needed })}</p>
        <p className="s t2">{t(stepLabels.barWho)}</p>
      </div>
      <DateField label={t(stepLabels.voteOn)} max={today} value={typed.on} onValue={(on) => set({ on })} />
      <div className="case-count">
        {figure('present')}
        {figure('written')}
        {figure('yes')}
        {figure('no')}
        {figure('abstain')}
      </div>
      <p className="s t3">{t(stepLabels.abstainHelp)}</p>
      <Standing typed={typed} needed={needed} />
      <div className="form-pair">
        <TextField
          label={t(stepLabels.chair)}
          maxLength={60}
          autoComplete="off"
          value={typed.chair}
          onValue={(chair) => set({ chair })}
        />
        <TextField
          label={t(stepLabels.minutes)}
          maxLength={120}
          autoComplete="off"
          value={typed.minutes}
          onValue={(minutes) => set({ minutes })}
        />
      </div>
      <LeftOutFields view={view} chosen={typed.leftOut} onChosen={(leftOut) => set({ leftOut })} />
    </>
  )
}

/** Where the typed figures stand against the bar, while they are typed. */
function Standing({ typed, needed }: { readonly typed: Typed; readonly needed: number }) {
  const t = useText()
  const [present, written, yes, no, abstain] = [
    ...[typed.present, typed.written, typed.yes, typed.no, typed.abstain].map(wholeOf),
  ]
  if (typed.present === '' || typed.yes === '') return null
  const votes = (yes ?? 0) + (no ?? 0) + (abstain ?? 0)
  const voters = (present ?? 0) + (written ?? 0)
  const says =
    votes !== voters
      ? t(stepLabels.votes, { votes, voters })
      : (present ?? 0) < needed
        ? t(stepLabels.noQuorum, { present: present ?? 0, needed })
        : (yes ?? 0) < needed
          ? t(stepLabels.short, { yes: yes ?? 0, needed, short: needed - (yes ?? 0) })
          : t(stepLabels.carries, { yes: yes ?? 0, needed })
  return (
    <p className="b" role="status">
      {says}
    </p>
  )
}

function LeftOutFields({
  view,
  chosen,
  onChosen,
}: {
  readonly view: CaseView
  readonly chosen: readonly LeftOut[]
  readonly onChosen: (chosen: readonly LeftOut[]) => void
}) {
  const t = useText()
  const { today } = useCaseDays()
  const set = (at: number, change: Partial<LeftOut>) =>
    onChosen(chosen.map((one, place) => (place === at ? { ...one, ...change } : one)))
  const [first] = view.people
  return (
    <div className="fieldset">
      {chosen.map((one, at) => (
        <div key={one.memberId} className="case-form">
          <SelectField
            label={t(stepLabels.leftOut)}
            value={one.memberId}
            onValue={(memberId) => set(at, { memberId })}
            choices={view.people.map(({ memberId, name }) => ({ value: memberId, label: name }))}
          />
          <div className="form-pair">
            <TextField
              label={t(stepLabels.leftOutBody)}
              value={one.body}
              onValue={(body) => set(at, { body })}
            />
            <TextField
              label={t(stepLabels.document)}
              value={one.document}
              onValue={(document) => set(at, { document })}
            />
          </div>
          <DateField
            label={t(stepLabels.leftOutAssembly)}
            max={today}
            value={one.assemblyOn ?? ''}
            onValue={(assemblyOn) => set(at, { assemblyOn })}
          />
          <Button small plain onClick={() => onChosen(chosen.filter((_, place) => place !== at))}>
            {t(stepLabels.remove)}
          </Button>
        </div>
      ))}
      <p className="s t2">{t(stepLabels.leftOutHelp)}</p>
      {first !== undefined && (
        <Button
          small
          icon="plus"
          onClick={() => {
            const next = view.people.find(({ memberId }) => !chosen.some((one) => one.memberId === memberId))
            const memberId = next?.memberId ?? first.memberId
            onChosen([...chosen, { memberId, body: '', document: '', assemblyOn: '' }])
          }}
        >
          {t(stepLabels.leftOut)}
        </Button>
      )}
    </div>
  )
}

/** The vote of the assembly on this one person. */
export function VoteForm({ view }: { readonly view: CaseView }) {
  const t = useText()
  const say = useUndo()
  const vote = useTypedVote()
  const [secret, setSecret] = useState(false)
  const record = useCommandOperation('disposal.vote', { onDone: () => say({ text: t(stepLabels.carried) }) })
  const { id: disposalId, revision } = view.case
  return (
    <CaseForm
      red
      title={t(stepLabels.vote)}
      intro={t(stepLabels.voteKept)}
      act={t(stepLabels.vote)}
      pending={record.isPending}
      error={record.error}
      onSend={() =>
        record.mutate({
          ...{ disposalId, revision, vote: vote.toInput(view.bar.shouldAttend), secret, persons: 1 },
        })
      }
    >
      <VoteFields view={view} vote={vote} />
      <CheckBox checked={secret} onChecked={setSecret}>
        {t(stepLabels.secret)}
      </CheckBox>
    </CaseForm>
  )
}
