import { useState } from 'react'
import { useToday } from '../shared/clock.ts'
import { Button } from '../shared/kit/Button.tsx'
import { DateField } from '../shared/kit/DateField.tsx'
import { TextArea, TextField } from '../shared/kit/fields.tsx'
import { StateError } from '../shared/kit/states.tsx'
import { useText } from '../shared/texts.ts'
import { warningForms } from './labels-warning.ts'
import { warningRefusals } from './labels-warning-refusal.ts'

export type FiveFacts = {
  readonly deciderName: string
  readonly body: string
  readonly decidedOn: string | null
  readonly reason: string
  readonly proofOfServiceId: string | null
}

/** The five facts without which nothing adverse takes effect; the server looks again. */
export function FactsForm({
  body: firstBody,
  act,
  red,
  pending,
  error,
  onSend,
}: {
  readonly body: string
  readonly act: string
  readonly red?: boolean
  readonly pending: boolean
  readonly error: unknown
  readonly onSend: (facts: FiveFacts) => void
}) {
  const t = useText()
  const today = useToday()
  const [deciderName, setDecider] = useState('')
  const [body, setBody] = useState(firstBody)
  const [decidedOn, setDecidedOn] = useState('')
  const [reason, setReason] = useState('')
  const [proof, setProof] = useState('')
  const [tried, setTried] = useState(false)
  const missing = (value: string) => (tried && value.trim() === '' ? t(warningForms.missing) : undefined)
  const send = () => {
    setTried(true)
    if ([deciderName, body, decidedOn, reason, proof].some((value) => value.trim() === '')) return
    onSend({ deciderName, body, decidedOn, reason, proofOfServiceId: proof })
  }
  return (
    <>
      <TextField
        label={t(warningForms.decidedBody)}
        error={missing(body)}
        maxLength={120}
        value={body}
        onValue={setBody}
      />
      <div className="form-pair">
        <TextField
          label={t(warningForms.decider)}
          error={missing(deciderName)}
          maxLength={60}
          autoComplete="off"
          value={deciderName}
          onValue={setDecider}
        />
        <DateField
          label={t(warningForms.decidedOn)}
          error={missing(decidedOn)}
          max={today}
          value={decidedOn}
          onValue={setDecidedOn}
        />
      </div>
      <TextArea
        rows={3}
        label={t(warningForms.reason)}
        error={missing(reason)}
        maxLength={1000}
        value={reason}
        onValue={setReason}
      />
      <TextField
        label={t(warningForms.proof)}
        help={t(warningForms.proofHelp)}
        error={missing(proof)}
        maxLength={80}
        autoComplete="off"
        value={proof}
        onValue={setProof}
      />
      <div className="acts">
        <Button act={red === true} busy={pending && t(warningForms.saving)} onClick={send}>
          {act}
        </Button>
      </div>
      {error !== null && error !== undefined && <StateError error={error} refusals={warningRefusals} />}
    </>
  )
}
