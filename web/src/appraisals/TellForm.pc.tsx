import { useState } from 'react'
import { isLowGrade } from '@steward/domain/appraisals/grade.ts'
import { Button } from '../shared/kit/Button.tsx'
import { DateField } from '../shared/kit/DateField.tsx'
import { CheckBox, RadioList, TextArea, TextField } from '../shared/kit/fields.tsx'
import { StateError } from '../shared/kit/states.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { type Feedback, useTell } from './hooks-feedback.ts'
import { useTable } from './hooks-settlement.ts'
import { useWords } from './hooks-event.ts'
import { eventTexts } from './labels-event.ts'
import { feedbackTexts } from './labels-feedback.ts'
import { settlementRefusalTexts } from './labels-refusal-settlement.ts'

type Served = { deciderName: string; body: string; decidedOn: string; reason: string; proof: string }

/** Recorded after the talk; a low grade takes effect here and names its five facts. */
export function TellForm({ one }: { readonly one: Feedback }) {
  const { t, day } = useWords()
  const say = useUndo()
  const isLow = isLowGrade(one.grade)
  const [how, setHow] = useState<'inPerson' | 'phone'>('inPerson')
  const [consentToPhone, setConsent] = useState(false)
  const known = useKnown(one, isLow)
  const [typed, setTyped] = useState<Partial<Served>>({})
  const served = { ...known, ...typed }
  const [tried, setTried] = useState(false)
  const tell = useTell(({ answerUntil, appealUntil }) =>
    say({ text: t(feedbackTexts.toldDone, { answer: day(answerUntil), appeal: day(appealUntil) }) }),
  )
  const isServed = !isLow || Object.values(served).every((text) => text.trim() !== '')
  const isConsented = how === 'inPerson' || consentToPhone
  const send = () => {
    setTried(true)
    if (!isServed || !isConsented) return
    const { deciderName, body, decidedOn, reason, proof } = served
    const facts = isLow ? { deciderName, body, decidedOn, reason, proofOfServiceId: proof } : null
    tell.mutate({ feedbackId: one.id, revision: one.revision, how, consentToPhone, facts })
  }
  return (
    <section className="apr-part form apr-form" aria-labelledby="apr-tell">
      <h2 className="sec" id="apr-tell">
        {t(feedbackTexts.tellTitle)}
      </h2>
      <p className="s t2">{t(feedbackTexts.tellText)}</p>
      <RadioList
        label={t(feedbackTexts.how)}
        value={how}
        onValue={setHow}
        choices={[
          { value: 'inPerson', label: t(feedbackTexts.howInPerson) },
          { value: 'phone', label: t(feedbackTexts.howPhone) },
        ]}
      />
      {how === 'phone' && (
        <div>
          <CheckBox checked={consentToPhone} onChecked={setConsent}>
            {t(feedbackTexts.consent)}
          </CheckBox>
          {tried && !isConsented && <p className="s ochre">{t(feedbackTexts.consentAsk)}</p>}
        </div>
      )}
      {isLow && (
        <ServedFields served={served} onTyped={(more) => setTyped({ ...typed, ...more })} tried={tried} />
      )}
      <div className="acts">
        <Button act busy={tell.isPending && t(eventTexts.working)} onClick={send}>
          {t(feedbackTexts.tellAct)}
        </Button>
      </div>
      {tell.isError && <StateError error={tell.error} refusals={settlementRefusalTexts} />}
    </section>
  )
}

/** What the settlement knows already: who signed, when the meeting was held, why. */
function useKnown(one: Feedback, isLow: boolean): Served {
  const table = useTable(one.appraisalId, isLow && one.may.includes('tell')).data
  return {
    deciderName: table?.signed?.signerName ?? '',
    body: one.orgName,
    decidedOn: table?.meetings[0]?.on ?? '',
    reason: one.reason,
    proof: '',
  }
}

type ServedProps = {
  readonly served: Served
  readonly onTyped: (typed: Partial<Served>) => void
  readonly tried: boolean
}

function ServedFields({ served, onTyped, tried }: ServedProps) {
  const { t, today } = useWords()
  const missing = (name: keyof Served) =>
    tried && served[name].trim() === '' ? t(feedbackTexts.fill) : undefined
  const put = (name: keyof Served) => (value: string) => onTyped({ [name]: value })
  return (
    <>
      <p className="s t2">{t(feedbackTexts.lowText)}</p>
      <div className="form-pair">
        <TextField
          label={t(feedbackTexts.decider)}
          error={missing('deciderName')}
          maxLength={120}
          value={served.deciderName}
          onValue={put('deciderName')}
        />
        <TextField
          label={t(feedbackTexts.body)}
          error={missing('body')}
          maxLength={120}
          value={served.body}
          onValue={put('body')}
        />
      </div>
      <DateField
        label={t(feedbackTexts.decidedOn)}
        error={missing('decidedOn')}
        max={today}
        value={served.decidedOn}
        onValue={put('decidedOn')}
      />
      <TextArea
        rows={3}
        label={t(feedbackTexts.why)}
        error={missing('reason')}
        maxLength={4000}
        value={served.reason}
        onValue={put('reason')}
      />
      <TextField
        label={t(feedbackTexts.proof)}
        placeholder={t(feedbackTexts.proofModel)}
        error={missing('proof')}
        maxLength={80}
        value={served.proof}
        onValue={put('proof')}
      />
    </>
  )
}
