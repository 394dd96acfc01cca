import { useState } from 'react'
import { yearOf, plainDate } from '@steward/domain/shared/plain-date.ts'
import { Button } from '../shared/kit/Button.tsx'
import { DateField } from '../shared/kit/DateField.tsx'
import { RadioList, TextArea, TextField } from '../shared/kit/fields.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import type { Text } from '../shared/texts.ts'
import { useText } from '../shared/texts.ts'
import { useCommandOperation } from '../shared/use-operation.ts'
import { CaseForm } from './CaseForm.shared.tsx'
import type { Case, CaseView } from './hooks-disposal.ts'
import { useCaseDays } from './hooks-disposal.ts'
import { stepLabels } from './labels-disposal-step.ts'

type FormProps = { readonly view: CaseView }

/** The base committee decides: all but the proof of service. */
export function DecideForm({ view, again }: FormProps & { readonly again?: boolean }) {
  const t = useText()
  const say = useUndo()
  const { today } = useCaseDays()
  const { id: disposalId, revision, form } = view.case
  const [deciderName, setDecider] = useState('')
  const [issuer, setIssuer] = useState('')
  const [year, setYear] = useState(String(yearOf(plainDate(today))))
  const [number, setNumber] = useState('')
  const [decidedOn, setDecidedOn] = useState('')
  const [reason, setReason] = useState('')
  const [months, setMonths] = useState('6')
  const [required, setRequired] = useState('')
  const [help, setHelp] = useState('')
  const [open, setOpen] = useState(again !== true)
  const [tried, setTried] = useState(false)
  const decide = useCommandOperation('disposal.decide', {
    onDone: () => {
      say({ text: t(stepLabels.saved) })
      if (again === true) setOpen(false)
    },
  })
  const isNumber = issuer.trim() !== '' && /^\d{4}$/.test(year) && Number(number) > 0
  const missing = tried && !isNumber ? t(stepLabels.missing) : undefined
  if (!open) {
    return (
      <Button small onClick={() => setOpen(true)}>
        {t(stepLabels.decideAgain)}
      </Button>
    )
  }
  const send = () => {
    setTried(true)
    if (!isNumber) return
    decide.mutate({
      ...{ disposalId, revision, deciderName, decidedOn: decidedOn || null, reason, required, help },
      number: { issuer, year: Number(year), number: Number(number) },
      months: form === 'correctionOrder' ? Number(months) || 0 : null,
    })
  }
  return (
    <CaseForm
      red={again !== true}
      title={t(again === true ? stepLabels.decideAgain : stepLabels.decide)}
      intro={
        view.deciding.body === null ? undefined : t(stepLabels.decideIntro, { body: view.deciding.body })
      }
      act={t(stepLabels.decide)}
      pending={decide.isPending}
      error={decide.error}
      onSend={send}
    >
      <div className="form-pair">
        <TextField
          label={t(stepLabels.decider)}
          help={t(stepLabels.deciderHelp)}
          maxLength={60}
          autoComplete="off"
          value={deciderName}
          onValue={setDecider}
        />
        <DateField label={t(stepLabels.decidedOn)} max={today} value={decidedOn} onValue={setDecidedOn} />
      </div>
      <div className="case-number">
        <TextField
          label={t(stepLabels.issuer)}
          error={missing}
          maxLength={30}
          autoComplete="off"
          value={issuer}
          onValue={setIssuer}
        />
        <TextField label={t(stepLabels.numberYear)} inputMode="numeric" value={year} onValue={setYear} />
        <TextField label={t(stepLabels.number)} inputMode="numeric" value={number} onValue={setNumber} />
      </div>
      <TextArea
        rows={3}
        label={t(stepLabels.decisionReason)}
        help={t(stepLabels.findingHelp)}
        maxLength={1000}
        value={reason}
        onValue={setReason}
      />
      {form === 'correctionOrder' && (
        <>
          <TextField
            label={t(stepLabels.months)}
            help={t(stepLabels.monthsHelp)}
            inputMode="numeric"
            value={months}
            onValue={setMonths}
          />
          <TextArea
            rows={2}
            label={t(stepLabels.required)}
            maxLength={2000}
            value={required}
            onValue={setRequired}
          />
          <TextArea rows={2} label={t(stepLabels.help)} maxLength={2000} value={help} onValue={setHelp} />
        </>
      )}
    </CaseForm>
  )
}

const graveTexts: Readonly<Record<Case['form'], Text>> = {
  correctionOrder: stepLabels.serveGraveCorrection,
  persuasion: stepLabels.serveGravePersuasion,
  removal: stepLabels.serveGraveRemoval,
}

/** The paper was handed over: now it is in force. */
export function ServeForm({ view }: FormProps) {
  const t = useText()
  const say = useUndo()
  const { today } = useCaseDays()
  const { id: disposalId, revision, form, memberName } = view.case
  const [proofOfService, setProof] = useState('')
  const [how, setHow] = useState<'signed' | 'refusedToSign'>('signed')
  const [servedOn, setServedOn] = useState<string>(today)
  const serve = useCommandOperation('disposal.serve', { onDone: () => say({ text: t(stepLabels.saved) }) })
  return (
    <CaseForm
      red
      title={t(stepLabels.serve)}
      intro={t(graveTexts[form], { name: memberName })}
      act={t(stepLabels.serve)}
      pending={serve.isPending}
      error={serve.error}
      onSend={() => serve.mutate({ disposalId, revision, proofOfService, how, servedOn: servedOn || today })}
    >
      <TextField
        label={t(stepLabels.proof)}
        help={t(stepLabels.proofHelp)}
        maxLength={200}
        autoComplete="off"
        value={proofOfService}
        onValue={setProof}
      />
      <RadioList
        label={t(stepLabels.served)}
        value={how}
        onValue={setHow}
        choices={[
          { value: 'signed', label: t(stepLabels.signed) },
          { value: 'refusedToSign', label: t(stepLabels.refusedToSign) },
        ]}
      />
      <DateField label={t(stepLabels.servedOn)} max={today} value={servedOn} onValue={setServedOn} />
    </CaseForm>
  )
}
