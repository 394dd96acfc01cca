import { useState } from 'react'
import { Button } from '../shared/kit/Button.tsx'
import { DateField } from '../shared/kit/DateField.tsx'
import { RadioList, TextArea, TextField } from '../shared/kit/fields.tsx'
import { StateError } from '../shared/kit/states.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { useText } from '../shared/texts.ts'
import { useCommandOperation } from '../shared/use-operation.ts'
import { CaseForm } from './CaseForm.shared.tsx'
import { useTypedVote, VoteFields } from './CaseVote.shared.tsx'
import type { CaseView } from './hooks-disposal.ts'
import { useCaseDays } from './hooks-disposal.ts'
import { stepLabels } from './labels-disposal-step.ts'
import { disposalRefusals } from './labels-disposal-refusal.ts'

type FormProps = { readonly view: CaseView }

/** The assembly discusses a correction order at its end. Before that the day is named, and nothing else. */
export function EndCorrectionForm({ view }: FormProps) {
  const t = useText()
  const say = useUndo()
  const { day } = useCaseDays()
  const vote = useTypedVote()
  const [how, setHow] = useState<'changed' | 'notChanged'>()
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const { id: disposalId, revision, until } = view.case
  const end = useCommandOperation('disposal.end-correction', {
    onDone: () => say({ text: t(stepLabels.saved) }),
  })
  // The server says whether the term is over; this device's clock may be wrong.
  if (until !== null && !view.may.includes('endCorrection')) {
    return (
      <>
        <p className="s t2">{t(stepLabels.endWait, { day: day(until) })}</p>
        <Lengthen disposalId={disposalId} />
      </>
    )
  }
  const send = () => {
    setTried(true)
    if (how === undefined) return
    end.mutate({
      ...{ disposalId, revision, changed: how === 'changed', words },
      vote: vote.toInput(view.bar.shouldAttend),
    })
  }
  return (
    <CaseForm
      red
      title={t(stepLabels.endCorrection)}
      act={t(stepLabels.endCorrection)}
      pending={end.isPending}
      error={end.error}
      onSend={send}
    >
      <RadioList
        label={t(stepLabels.endHow)}
        value={how}
        onValue={setHow}
        choices={[
          { value: 'changed', label: t(stepLabels.changed) },
          { value: 'notChanged', label: t(stepLabels.notChanged) },
        ]}
      />
      {tried && how === undefined && <p className="wrong">{t(stepLabels.missing)}</p>}
      <TextArea rows={3} label={t(stepLabels.endWords)} maxLength={4000} value={words} onValue={setWords} />
      <VoteFields view={view} vote={vote} />
    </CaseForm>
  )
}

/** Whoever asks for more time gets the answer of the rule; that it was asked is kept. */
function Lengthen({ disposalId }: { readonly disposalId: string }) {
  const t = useText()
  const lengthen = useCommandOperation('disposal.lengthen')
  return (
    <>
      <p className="acts">
        <Button
          small
          busy={lengthen.isPending && t(stepLabels.saving)}
          onClick={() => lengthen.mutate({ disposalId })}
        >
          {t(stepLabels.lengthen)}
        </Button>
      </p>
      {lengthen.isError && <StateError error={lengthen.error} refusals={disposalRefusals} />}
    </>
  )
}

/** What the member answers to persuasion: the own request, or no. */
export function EndPersuasionForm({ view }: FormProps) {
  const t = useText()
  const say = useUndo()
  const { today } = useCaseDays()
  const [how, setHow] = useState<'withdrew' | 'refused'>()
  const [request, setRequest] = useState('')
  const [words, setWords] = useState('')
  const [on, setOn] = useState<string>(today)
  const [tried, setTried] = useState(false)
  const { id: disposalId, revision, memberName } = view.case
  const end = useCommandOperation('disposal.end-persuasion', {
    onDone: () => say({ text: t(stepLabels.saved) }),
  })
  const send = () => {
    setTried(true)
    if (how === undefined) return
    end.mutate({
      ...{ disposalId, revision, withdrew: how === 'withdrew', requestDocument: request, words },
      on: on || today,
    })
  }
  return (
    <CaseForm
      red
      title={t(stepLabels.endPersuasion)}
      intro={how === 'withdrew' ? t(stepLabels.withdrewGrave, { name: memberName }) : undefined}
      act={t(stepLabels.endPersuasion)}
      pending={end.isPending}
      error={end.error}
      onSend={send}
    >
      <RadioList
        label={t(stepLabels.answerHow)}
        value={how}
        onValue={setHow}
        choices={[
          { value: 'withdrew', label: t(stepLabels.withdrew) },
          { value: 'refused', label: t(stepLabels.refused) },
        ]}
      />
      {tried && how === undefined && <p className="wrong">{t(stepLabels.missing)}</p>}
      {how === 'withdrew' && (
        <TextField
          label={t(stepLabels.request)}
          maxLength={120}
          autoComplete="off"
          value={request}
          onValue={setRequest}
        />
      )}
      <TextArea
        rows={3}
        label={t(stepLabels.answerWords)}
        maxLength={4000}
        value={words}
        onValue={setWords}
      />
      <DateField label={t(stepLabels.on)} max={today} value={on} onValue={setOn} />
    </CaseForm>
  )
}
