import { useState } from 'react'
import { Button } from '../shared/kit/Button.tsx'
import { SelectField, TextArea, TextField } from '../shared/kit/fields.tsx'
import { StateError } from '../shared/kit/states.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { useText } from '../shared/texts.ts'
import { useCommandOperation } from '../shared/use-operation.ts'
import type { Tolerance } from './hooks-warning.ts'
import {
  conditionTexts,
  distinctionTexts,
  exclusionTexts,
  toleranceForms,
  toleranceLabels,
} from './labels-tolerance.ts'
import { warningForms, warningLabels } from './labels-warning.ts'
import { warningRefusals } from './labels-warning-refusal.ts'
import { OwnToleranceActs } from './MyTolerance.shared.tsx'
import { Folded, WordsStep } from './StepForm.pc.tsx'
import { ToleranceCheck } from './ToleranceCheck.pc.tsx'

type StepProps = { readonly of: Tolerance }

/** The step that comes next, by who may. */
export function ToleranceStep({ of }: StepProps) {
  const t = useText()
  const { may } = of
  if (of.isOwn) {
    return (
      <section>
        <OwnToleranceActs of={of} />
      </section>
    )
  }
  if (may.length === 0) {
    return (
      <section>
        <p className="s t2">{t(warningLabels.readOnly)}</p>
      </section>
    )
  }
  return (
    <>
      {may.includes('accept') && <Accept of={of} />}
      {may.includes('check') && <ToleranceCheck of={of} />}
      {may.includes('find') && <Find of={of} />}
      {may.includes('answer') && <Answer of={of} />}
    </>
  )
}

function Accept({ of }: StepProps) {
  const t = useText()
  const accept = useCommandOperation('tolerance.accept')
  const { id: toleranceId, revision } = of
  return (
    <section>
      <h2 className="sec">{t(toleranceForms.accept)}</h2>
      <p className="s t2">{t(toleranceForms.acceptIntro)}</p>
      <div className="acts">
        <Button
          act
          busy={accept.isPending && t(warningForms.saving)}
          onClick={() => accept.mutate({ toleranceId, revision, accepted: true })}
        >
          {t(toleranceForms.accept)}
        </Button>
      </div>
      <Folded words={t(toleranceForms.notAccept)}>
        <WordsStep
          title={t(toleranceForms.notAccept)}
          label={t(toleranceForms.notAcceptReason)}
          act={t(toleranceForms.notAccept)}
          pending={accept.isPending}
          error={accept.error}
          onSend={(reason) => accept.mutate({ toleranceId, revision, accepted: false, reason })}
        />
      </Folded>
      {accept.isError && <StateError error={accept.error} refusals={warningRefusals} />}
    </section>
  )
}

function Find({ of }: StepProps) {
  const t = useText()
  const say = useUndo()
  const { id: toleranceId, revision, bodies, hindrances } = of
  const [bodyOrgId, setBody] = useState(bodies.at(-1)?.id ?? '')
  const [document, setDocument] = useState('')
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const find = useCommandOperation('tolerance.find', {
    onDone: ({ reversed }) => say({ text: t(toleranceForms.found, { count: reversed }) }),
  })
  const missing = (value: string) => (tried && value.trim() === '' ? t(warningForms.missing) : undefined)
  const send = (tolerated: boolean) => {
    setTried(true)
    if (document.trim() === '' || reason.trim() === '') return
    find.mutate({ toleranceId, revision, tolerated, bodyOrgId, document, reason })
  }
  const hinders = [
    ...(hindrances?.exclusions ?? []).map((one) => t(exclusionTexts[one])),
    ...(hindrances?.conditions ?? []).map(
      (one) => `${t(conditionTexts[one])}（${t(toleranceLabels.notMet)}）`,
    ),
    ...(hindrances?.distinctions ?? []).map(
      (one) => `${t(distinctionTexts[one])}（${t(toleranceLabels.notMet)}）`,
    ),
  ]
  return (
    <section className="form">
      <h2 className="sec">{t(toleranceForms.find)}</h2>
      <p className="s t2">{t(toleranceForms.findIntro)}</p>
      {hinders.length > 0 && <p className="s ochre">{t(toleranceLabels.hinder, { what: hinders })}</p>}
      <SelectField
        label={t(toleranceForms.body)}
        value={bodyOrgId}
        onValue={setBody}
        choices={bodies.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextField
        label={t(toleranceForms.document)}
        error={missing(document)}
        maxLength={120}
        autoComplete="off"
        value={document}
        onValue={setDocument}
      />
      <TextArea
        rows={3}
        label={t(toleranceForms.reason)}
        error={missing(reason)}
        maxLength={1000}
        value={reason}
        onValue={setReason}
      />
      <div className="acts">
        {hinders.length === 0 && (
          <Button act busy={find.isPending && t(warningForms.saving)} onClick={() => send(true)}>
            {t(toleranceForms.tolerate)}
          </Button>
        )}
        <Button busy={find.isPending && t(warningForms.saving)} onClick={() => send(false)}>
          {t(toleranceForms.notTolerate)}
        </Button>
      </div>
      {find.isError && <StateError error={find.error} refusals={warningRefusals} />}
    </section>
  )
}

function Answer({ of }: StepProps) {
  const t = useText()
  const answer = useCommandOperation('tolerance.answer')
  const { id: toleranceId, revision } = of
  return (
    <section>
      <h2 className="sec">{t(toleranceForms.answer)}</h2>
      <p className="s t2">{t(toleranceForms.answerIntro)}</p>
      <div className="acts">
        <Button
          act
          busy={answer.isPending && t(warningForms.saving)}
          onClick={() => answer.mutate({ toleranceId, revision })}
        >
          {t(toleranceForms.answer)}
        </Button>
      </div>
      {answer.isError && <StateError error={answer.error} refusals={warningRefusals} />}
    </section>
  )
}
