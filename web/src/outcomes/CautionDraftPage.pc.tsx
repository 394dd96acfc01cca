import { useState } from 'react'
import { Link, useLocation, useSearchParams } from 'wouter'
import { Button } from '../shared/kit/Button.tsx'
import { SelectField, TextArea } from '../shared/kit/fields.tsx'
import { Icon } from '../shared/kit/Icon.tsx'
import { Fetched, StateEmpty, StateError } from '../shared/kit/states.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import type { OutputOf } from '../shared/call.ts'
import { useText } from '../shared/texts.ts'
import { useCommandOperation, useQueryOperation } from '../shared/use-operation.ts'
import { numberWords } from './hooks-warning.ts'
import { cautionLabels } from './labels-caution.ts'
import { warningForms, warningLabels } from './labels-warning.ts'
import { warningRefusals } from './labels-warning-refusal.ts'
import { WhoField } from './WhoField.pc.tsx'
import './Warnings.css'

/** 起草警示: beside a help plan; nobody is cautioned and left alone. */
export function CautionDraftPage() {
  const t = useText()
  const [params] = useSearchParams()
  const [memberId, setMemberId] = useState<string | undefined>(params.get('member') ?? undefined)
  const options = useQueryOperation(
    'caution.options',
    { memberId: memberId ?? '' },
    { enabled: memberId !== undefined },
  )
  return (
    <div className="outcome-page">
      <Link href="/outcomes/cautions" className="more">
        <Icon name="left" />
        {t(cautionLabels.back)}
      </Link>
      <h1 className="ph1">{t(cautionLabels.draft)}</h1>
      <p className="s t2">{t(cautionLabels.intro)}</p>
      <div className="form outcome-form">
        <WhoField
          name={memberId === undefined ? undefined : options.data?.memberName}
          onMember={setMemberId}
        />
        {memberId !== undefined && (
          <Fetched
            from={options}
            what={t(cautionLabels.title)}
            columns="1fr"
            isEmpty={({ plans }) => plans.length === 0}
            empty={<StateEmpty fact={t(cautionLabels.noPlan)} />}
          >
            {(found) => <Fields key={memberId} memberId={memberId} options={found} />}
          </Fetched>
        )}
      </div>
    </div>
  )
}

type FieldsProps = { readonly memberId: string; readonly options: OutputOf<'caution.options'> }

function Fields({ memberId, options }: FieldsProps) {
  const t = useText()
  const say = useUndo()
  const [, navigate] = useLocation()
  const [bodyOrgId, setBody] = useState(options.bodies[0]?.id ?? '')
  const [helpPlanId, setPlan] = useState(options.plans[0]?.id ?? '')
  const [feedbackId, setFeedback] = useState('')
  const [gaps, setGaps] = useState('')
  const [requiredChange, setChange] = useState('')
  const [tried, setTried] = useState(false)
  const draft = useCommandOperation('caution.draft', {
    onDone: ({ cautionId, number }) => {
      say({ text: t(cautionLabels.saved, { number: numberWords(number) }) })
      navigate(`/outcomes/cautions/${cautionId}`)
    },
  })
  const missing = (value: string) => (tried && value.trim() === '' ? t(warningForms.missing) : undefined)
  const send = () => {
    setTried(true)
    if (gaps.trim() === '' || requiredChange.trim() === '') return
    draft.mutate({
      ...{ memberId, bodyOrgId, helpPlanId, gaps, requiredChange },
      feedbackId: feedbackId === '' ? null : feedbackId,
    })
  }
  return (
    <>
      <SelectField
        label={t(warningForms.body)}
        value={bodyOrgId}
        onValue={setBody}
        choices={options.bodies.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <SelectField
        label={t(cautionLabels.plan)}
        value={helpPlanId}
        onValue={setPlan}
        choices={options.plans.map(({ id, says }) => ({ value: id, label: says }))}
      />
      {options.grades.length > 0 && (
        <SelectField
          optional
          label={t(cautionLabels.rests)}
          value={feedbackId}
          none={t(warningForms.restsNone)}
          onValue={setFeedback}
          choices={options.grades.map((one) => ({ value: one.id, label: t(warningLabels.restsGrade, one) }))}
        />
      )}
      <TextArea
        rows={4}
        label={t(cautionLabels.gaps)}
        help={t(cautionLabels.gapsHelp)}
        error={missing(gaps)}
        maxLength={2000}
        value={gaps}
        onValue={setGaps}
      />
      <TextArea
        rows={3}
        label={t(cautionLabels.change)}
        help={t(warningForms.changeHelp)}
        error={missing(requiredChange)}
        maxLength={1000}
        value={requiredChange}
        onValue={setChange}
      />
      {draft.isError && <StateError error={draft.error} refusals={warningRefusals} />}
      <div className="acts">
        <Button act busy={draft.isPending && t(warningForms.saving)} onClick={send}>
          {t(warningForms.saveDraft)}
        </Button>
      </div>
    </>
  )
}
