import { useState } from 'react'
import { downMeasures } from '@steward/domain/outcomes/limit.ts'
import { Link, useLocation } from 'wouter'
import { Button, ButtonLink } from '../shared/kit/Button.tsx'
import { SelectField, TextField } from '../shared/kit/fields.tsx'
import { StateError } from '../shared/kit/states.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { useText } from '../shared/texts.ts'
import { useCommandOperation } from '../shared/use-operation.ts'
import { FactsForm } from './FactsForm.pc.tsx'
import type { Warning } from './hooks-warning.ts'
import { useDays } from './hooks-warning.ts'
import { measureTexts, warningForms, warningLabels } from './labels-warning.ts'
import { warningRefusals } from './labels-warning-refusal.ts'
import { OwnWarningActs } from './MyWarnings.shared.tsx'
import { Folded, WordsStep } from './StepForm.pc.tsx'
import { TakeAppeal } from './TakeAppeal.pc.tsx'

type StepProps = { readonly warning: Warning }

/** The step that comes next, and folded what is seldom done; each by who may. */
export function WarningStep({ warning }: StepProps) {
  const t = useText()
  const { may } = warning
  const can = (step: Warning['may'][number]) => may.includes(step)
  if (warning.isOwn) {
    return (
      <section>
        <OwnWarningActs warning={warning} />
      </section>
    )
  }
  if (may.length === 0) {
    return (
      <section>
        <p className="s t2">{t(warningLabels.readOnly)}</p>
        <ToTolerance warning={warning} />
      </section>
    )
  }
  return (
    <>
      {can('serve') && <Serve warning={warning} />}
      {can('talk') && <Talk warning={warning} />}
      {can('measure') && <Measure warning={warning} />}
      {can('confirm') && warning.state === 'talked' && <Confirm warning={warning} red={!can('measure')} />}
      <section>
        <ToTolerance warning={warning} />
        {can('change') && (
          <p className="acts">
            <ButtonLink href={`/outcomes/warnings/${warning.id}/change`} small>
              {t(warningForms.change)}
            </ButtonLink>
            <Drop warning={warning} />
          </p>
        )}
        {can('confirm') && warning.state === 'noticed' && (
          <Folded words={t(warningForms.confirm)}>
            <Confirm warning={warning} red={false} />
          </Folded>
        )}
        {can('explainNoTalk') && (
          <Folded words={t(warningForms.noTalk)}>
            <NoTalk warning={warning} />
          </Folded>
        )}
        {can('takeAnswer') && (
          <Folded words={t(warningForms.takeAnswer)}>
            <TakeAnswer warning={warning} />
          </Folded>
        )}
        {can('lift') && (
          <Folded words={t(warningForms.lift)}>
            <Lift warning={warning} />
          </Folded>
        )}
        {!warning.disputed && (warning.state === 'noticed' || warning.state === 'talked') && (
          <TakeAppeal subject={{ kind: 'warning', id: warning.id }} />
        )}
        {!warning.disputed && warning.state === 'measured' && (
          <TakeAppeal subject={{ kind: 'downMeasure', id: warning.id }} />
        )}
        {can('tolerance') && !warning.isOwn && (
          <p>
            <ButtonLink
              small
              href={`/outcomes/tolerance/new?member=${warning.memberId}&warning=${warning.id}`}
            >
              {t({ zh: '替本人申请容错', en: 'Apply for tolerance' })}
            </ButtonLink>
          </p>
        )}
      </section>
    </>
  )
}

function ToTolerance({ warning }: StepProps) {
  const t = useText()
  if (warning.tolerance === null) return null
  return (
    <p className="s">
      {t(warningLabels.toleranceOpen)}{' '}
      <Link href={`/outcomes/tolerance/${warning.tolerance.id}`} className="link">
        {t(warningLabels.seeTolerance)}
      </Link>
    </p>
  )
}

function Drop({ warning }: StepProps) {
  const t = useText()
  const say = useUndo()
  const [, navigate] = useLocation()
  const [sure, setSure] = useState(false)
  const drop = useCommandOperation('warning.drop', {
    refreshes: ['warning.list'],
    onDone: () => {
      say({ text: t(warningForms.dropped) })
      navigate('/outcomes/warnings')
    },
  })
  return (
    <>
      <Button
        small
        busy={drop.isPending && t(warningForms.saving)}
        onClick={() => (sure ? drop.mutate({ warningId: warning.id }) : setSure(true))}
      >
        {t(sure ? warningForms.dropAgain : warningForms.drop)}
      </Button>
      {drop.isError && <StateError error={drop.error} refusals={warningRefusals} />}
    </>
  )
}

function Serve({ warning }: StepProps) {
  const t = useText()
  const say = useUndo()
  const serve = useCommandOperation('warning.serve', { onDone: () => say({ text: t(warningForms.served) }) })
  const { id: warningId, revision, bodyName } = warning
  return (
    <section className="form">
      <h2 className="sec">{t(warningForms.serve)}</h2>
      <p className="s t2">{t(warningForms.serveIntro, { body: bodyName })}</p>
      <FactsForm
        red
        body={bodyName}
        act={t(warningForms.serve)}
        pending={serve.isPending}
        error={serve.error}
        onSend={(facts) => serve.mutate({ warningId, revision, facts })}
      />
    </section>
  )
}

function Talk({ warning }: StepProps) {
  const t = useText()
  const say = useUndo()
  const talk = useCommandOperation('warning.talk', { onDone: () => say({ text: t(warningForms.talked) }) })
  const { id: warningId, revision } = warning
  return (
    <WordsStep
      red
      title={t(warningForms.talk)}
      label={t(warningForms.talkWords)}
      act={t(warningForms.talk)}
      pending={talk.isPending}
      error={talk.error}
      onSend={(words) => talk.mutate({ warningId, revision, words })}
    />
  )
}

function NoTalk({ warning }: StepProps) {
  const t = useText()
  const say = useUndo()
  const explain = useCommandOperation('warning.explain-no-talk', {
    onDone: () => say({ text: t(warningForms.noTalkSaved) }),
  })
  const { id: warningId, revision } = warning
  return (
    <WordsStep
      title={t(warningForms.noTalk)}
      label={t(warningForms.noTalkReason)}
      act={t(warningForms.noTalkSave)}
      pending={explain.isPending}
      error={explain.error}
      onSend={(reason) => explain.mutate({ warningId, revision, reason })}
    />
  )
}

function TakeAnswer({ warning }: StepProps) {
  const t = useText()
  const take = useCommandOperation('warning.take-answer')
  return (
    <WordsStep
      title={t(warningForms.takeAnswer)}
      label={t(warningForms.takeAnswerWords)}
      act={t(warningForms.takeAnswer)}
      pending={take.isPending}
      error={take.error}
      onSend={(answer) => take.mutate({ warningId: warning.id, answer })}
    />
  )
}

function Confirm({ warning, red }: StepProps & { readonly red: boolean }) {
  const t = useText()
  const say = useUndo()
  const { day } = useDays()
  const confirm = useCommandOperation('warning.confirm-change', {
    onDone: () => say({ text: t(warningForms.confirmed) }),
  })
  const { id: warningId, revision, changeBy, isChangeDue } = warning
  return (
    <WordsStep
      red={red}
      title={t(warningForms.confirm)}
      intro={isChangeDue ? undefined : t(warningForms.measureWait, { day: day(changeBy) })}
      label={t(warningForms.confirmWords)}
      act={t(warningForms.confirm)}
      pending={confirm.isPending}
      error={confirm.error}
      onSend={(words) => confirm.mutate({ warningId, revision, words })}
    />
  )
}

function Lift({ warning }: StepProps) {
  const t = useText()
  const say = useUndo()
  const lift = useCommandOperation('warning.lift', { onDone: () => say({ text: t(warningForms.lifted) }) })
  const { id: warningId, revision } = warning
  return (
    <WordsStep
      title={t(warningForms.lift)}
      label={t(warningForms.liftReason)}
      act={t(warningForms.lift)}
      pending={lift.isPending}
      error={lift.error}
      onSend={(reason) => lift.mutate({ warningId, revision, reason })}
    />
  )
}

const OUTSIDE = 'outside'

function Measure({ warning }: StepProps) {
  const t = useText()
  const say = useUndo()
  const { id: warningId, revision, bodies } = warning
  const [kind, setKind] = useState<(typeof downMeasures)[number]>('movePost')
  const [document, setDocument] = useState('')
  const [body, setBody] = useState(bodies.at(-1)?.id ?? OUTSIDE)
  const measure = useCommandOperation('warning.measure', {
    onDone: () => say({ text: t(warningForms.measured) }),
  })
  const name = bodies.find(({ id }) => id === body)?.name ?? ''
  return (
    <section className="form">
      <h2 className="sec">{t(warningForms.measure)}</h2>
      <p className="s t2">{t(warningForms.measureIntro)}</p>
      <SelectField
        label={t(warningForms.measureKind)}
        value={kind}
        onValue={setKind}
        choices={downMeasures.map((value) => ({ value, label: t(measureTexts[value]) }))}
      />
      <SelectField
        label={t(warningForms.measureBody)}
        value={body}
        onValue={setBody}
        choices={[
          ...bodies.map((one) => ({ value: one.id, label: one.name })),
          { value: OUTSIDE, label: t(warningForms.measureOutside) },
        ]}
      />
      <TextField
        label={t(warningForms.measureDocument)}
        maxLength={120}
        autoComplete="off"
        value={document}
        onValue={setDocument}
      />
      <FactsForm
        key={body}
        body={name}
        act={t(warningForms.measure)}
        pending={measure.isPending}
        error={measure.error}
        onSend={(facts) =>
          measure.mutate({
            ...{ warningId, revision, kind, document, facts },
            bodyOrgId: body === OUTSIDE ? null : body,
          })
        }
      />
    </section>
  )
}
