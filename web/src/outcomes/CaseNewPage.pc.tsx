import { useState } from 'react'
import { disposalForms, type DisposalForm } from '@steward/domain/outcomes/disposal.ts'
import { disposalGrounds, type DisposalGround } from '@steward/domain/outcomes/disposal-ground.ts'
import { Link, useLocation, useSearch } from 'wouter'
import { Button } from '../shared/kit/Button.tsx'
import { CheckBox, RadioList, SelectField, TextArea } from '../shared/kit/fields.tsx'
import { Icon } from '../shared/kit/Icon.tsx'
import { Fetched, StateError } from '../shared/kit/states.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { useText } from '../shared/texts.ts'
import { useCommandOperation, useQueryOperation } from '../shared/use-operation.ts'
import { GroundFields, useTypedGround } from './CaseGround.pc.tsx'
import { FindMember } from './FindMember.pc.tsx'
import type { Prepared } from './hooks-disposal.ts'
import { caseLabels, formTexts, groundTexts, sanctionTexts } from './labels-disposal.ts'
import { proposeLabels, stepLabels } from './labels-disposal-step.ts'
import { disposalRefusals } from './labels-disposal-refusal.ts'
import './Cases.css'

/** A case is proposed: about whom, which disposal, on which facts. */
export function CaseNewPage() {
  const t = useText()
  const search = new URLSearchParams(useSearch())
  const [memberId, setMemberId] = useState(search.get('member') ?? undefined)
  return (
    <div className="cases-page">
      <Link href="/outcomes/cases" className="more">
        <Icon name="left" />
        {t(caseLabels.back)}
      </Link>
      <h1 className="ph1">{t(proposeLabels.title)}</h1>
      <p className="s t2">{t(proposeLabels.intro)}</p>
      {memberId === undefined ? (
        <div className="form">
          <FindMember member={undefined} error={undefined} onMember={(found) => setMemberId(found?.id)} />
        </div>
      ) : (
        <About
          key={memberId}
          memberId={memberId}
          after={search.get('after')}
          form={disposalForms.find((one) => one === search.get('form'))}
          onOther={() => setMemberId(undefined)}
        />
      )}
    </div>
  )
}

type AboutProps = {
  readonly memberId: string
  readonly after: string | null
  readonly form: DisposalForm | undefined
  readonly onOther: () => void
}

function About(props: AboutProps) {
  const t = useText()
  const found = useQueryOperation('disposal.prepare', { memberId: props.memberId })
  return (
    <Fetched from={found} what={t(proposeLabels.title)} columns="1fr">
      {(prepared) => <Proposal {...props} prepared={prepared} />}
    </Fetched>
  )
}

/** The ground a follow-up rests on, by what came before. */
const groundAfter: Readonly<Partial<Record<DisposalForm, DisposalGround>>> = {
  persuasion: 'correctionWithoutChange',
  removal: 'persuasionRefused',
}

function Proposal({
  memberId,
  after,
  form: firstForm,
  onOther,
  prepared,
}: AboutProps & { readonly prepared: Prepared }) {
  const t = useText()
  const say = useUndo()
  const [, navigate] = useLocation()
  const [form, setForm] = useState<DisposalForm>(firstForm ?? 'correctionOrder')
  const first = after === null || firstForm === undefined ? undefined : groundAfter[firstForm]
  const [kind, setKind] = useState<DisposalGround>(first ?? 'helpInVain')
  const ground = useTypedGround(prepared, after)
  const [reason, setReason] = useState('')
  const [apart, setApart] = useState<readonly string[]>([])
  const propose = useCommandOperation('disposal.propose', {
    onDone: ({ disposalId }) => {
      say({ text: t(proposeLabels.done) })
      navigate(`/outcomes/cases/${disposalId}`)
    },
  })
  const input = ground.toInput(kind)
  return (
    <div className="form">
      <p className="between">
        <span>
          <span className="b">{prepared.memberName}</span> <span className="t2">{prepared.orgName}</span>
        </span>
        <Button small onClick={onOther}>
          {t(proposeLabels.other)}
        </Button>
      </p>
      <p className="s t2">{t(proposeLabels.by, { body: prepared.body })}</p>
      {prepared.openId !== null && (
        <p className="ochre">
          {t(proposeLabels.open)}{' '}
          <Link href={`/outcomes/cases/${prepared.openId}`} className="link">
            {t(proposeLabels.seeOpen)}
          </Link>
        </p>
      )}
      <RadioList
        label={t(proposeLabels.form)}
        value={form}
        onValue={setForm}
        choices={disposalForms.map((value) => ({ value, label: t(formTexts[value]) }))}
      />
      <SelectField
        label={t(proposeLabels.ground)}
        value={kind}
        onValue={setKind}
        choices={disposalGrounds.map((value) => ({ value, label: t(groundTexts[value]) }))}
      />
      <GroundFields kind={kind} prepared={prepared} ground={ground} />
      {prepared.sanctions.length > 0 && (
        <fieldset className="case-people-set">
          <legend>{t(proposeLabels.sanctions)}</legend>
          <p className="s t2">{t(proposeLabels.sanctionsHelp)}</p>
          {prepared.sanctions.map(({ id, sanction, documentNumber }) => (
            <CheckBox
              key={id}
              checked={apart.includes(id)}
              onChecked={(on) => setApart(on ? [...apart, id] : apart.filter((one) => one !== id))}
            >
              {t(proposeLabels.apart, { sanction: t(sanctionTexts[sanction]), document: documentNumber })}
            </CheckBox>
          ))}
        </fieldset>
      )}
      <TextArea
        rows={4}
        label={t(proposeLabels.reason)}
        help={t(proposeLabels.reasonHelp)}
        maxLength={1000}
        value={reason}
        onValue={setReason}
      />
      <div className="acts">
        <Button
          act
          busy={propose.isPending && t(stepLabels.saving)}
          {...(input === undefined ? { why: t(ground.missingOf(kind)) } : {})}
          onClick={() =>
            input !== undefined &&
            propose.mutate({ memberId, form, ground: input, reason, sanctionsApart: [...apart] })
          }
        >
          {t(proposeLabels.act)}
        </Button>
      </div>
      {propose.isError && <StateError error={propose.error} refusals={disposalRefusals} />}
    </div>
  )
}
