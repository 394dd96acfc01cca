import { useState } from 'react'
import { warningColours } from '@steward/domain/outcomes/warning.ts'
import { Link, useLocation, useParams, useSearchParams } from 'wouter'
import { Button } from '../shared/kit/Button.tsx'
import { DateField } from '../shared/kit/DateField.tsx'
import { RadioList, SelectField, TextArea, TextField } from '../shared/kit/fields.tsx'
import { Icon } from '../shared/kit/Icon.tsx'
import { Fetched, StateError } from '../shared/kit/states.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import type { OutputOf } from '../shared/call.ts'
import { useText } from '../shared/texts.ts'
import { useCommandOperation, useQueryOperation } from '../shared/use-operation.ts'
import type { Warning } from './hooks-warning.ts'
import { numberWords, useWarning } from './hooks-warning.ts'
import { colourTexts, warningForms, warningLabels } from './labels-warning.ts'
import { warningRefusals } from './labels-warning-refusal.ts'
import { WhoField } from './WhoField.pc.tsx'
import './Warnings.css'

type Options = OutputOf<'warning.options'>

/** 起草预警: facts, standard, change, helper, day; nothing takes effect before it is decided and handed over. */
export function WarningDraftPage() {
  const t = useText()
  const [params] = useSearchParams()
  const [memberId, setMemberId] = useState<string | undefined>(params.get('member') ?? undefined)
  const options = useQueryOperation(
    'warning.options',
    { memberId: memberId ?? '' },
    { enabled: memberId !== undefined },
  )
  return (
    <div className="outcome-page">
      <Back />
      <h1 className="ph1">{t(warningLabels.draft)}</h1>
      <p className="s t2">{t(warningLabels.intro)}</p>
      <div className="form outcome-form">
        <WhoField
          name={memberId === undefined ? undefined : options.data?.memberName}
          onMember={setMemberId}
        />
        {memberId !== undefined && (
          <Fetched from={options} what={t(warningLabels.title)} columns="1fr">
            {(found) => <Fields key={memberId} memberId={memberId} options={found} />}
          </Fetched>
        )}
      </div>
    </div>
  )
}

/** The same for a draft that is written anew. */
export function WarningChangePage() {
  const t = useText()
  const { warningId = '' } = useParams()
  return (
    <div className="outcome-page">
      <Back />
      <h1 className="ph1">{t(warningForms.change)}</h1>
      <Fetched from={useWarning(warningId)} what={t(warningLabels.title)} columns="1fr">
        {(warning) => <Change warning={warning} />}
      </Fetched>
    </div>
  )
}

function Change({ warning }: { readonly warning: Warning }) {
  const t = useText()
  const { memberId } = warning
  return (
    <div className="form outcome-form">
      <p className="b">{warning.memberName}</p>
      <Fetched
        from={useQueryOperation('warning.options', { memberId })}
        what={t(warningLabels.title)}
        columns="1fr"
      >
        {(options) => <Fields memberId={memberId} options={options} before={warning} />}
      </Fetched>
    </div>
  )
}

function Back() {
  const t = useText()
  return (
    <Link href="/outcomes/warnings" className="more">
      <Icon name="left" />
      {t(warningLabels.back)}
    </Link>
  )
}

type FieldsProps = { readonly memberId: string; readonly options: Options; readonly before?: Warning }

function Fields({ memberId, options, before }: FieldsProps) {
  const t = useText()
  const say = useUndo()
  const [, navigate] = useLocation()
  const [bodyOrgId, setBody] = useState(before?.bodyOrgId ?? options.bodies[0]?.id ?? '')
  const [colour, setColour] = useState<Warning['colour']>(before?.colour ?? 'yellow')
  const [graveFor, setGraveFor] = useState(before?.graveFor ?? '')
  const [rests, setRests] = useState(before?.rests ? `${before.rests.kind} ${before.rests.id}` : '')
  const [facts, setFacts] = useState(before?.facts ?? '')
  const [standard, setStandard] = useState(before?.standard ?? '')
  const [requiredChange, setChange] = useState(before?.requiredChange ?? '')
  const [helperName, setHelper] = useState(before?.helperName ?? '')
  const [changeBy, setChangeBy] = useState<string>(before?.changeBy ?? options.usualChangeBy)
  const [tried, setTried] = useState(false)
  const draft = useCommandOperation('warning.draft', {
    onDone: ({ warningId, number }) => {
      say({ text: t(warningForms.saved, { number: numberWords(number) }) })
      navigate(`/outcomes/warnings/${warningId}`)
    },
  })
  const missing = (value: string) => (tried && value.trim() === '' ? t(warningForms.missing) : undefined)
  const send = () => {
    setTried(true)
    const needed = [
      facts,
      standard,
      requiredChange,
      helperName,
      changeBy,
      ...(colour === 'yellow' ? [] : [graveFor]),
    ]
    if (needed.some((value) => value.trim() === '')) return
    const [kind, id] = rests.split(' ')
    draft.mutate({
      ...{
        warningId: before?.id ?? null,
        memberId,
        bodyOrgId,
        colour,
        facts,
        standard,
        requiredChange,
        helperName,
      },
      ...{ graveFor: colour === 'yellow' ? null : graveFor, changeBy },
      feedbackId: kind === 'grade' && id !== undefined ? id : null,
      entryId: kind === 'entry' && id !== undefined ? id : null,
    })
  }
  const basis = [
    ...options.grades.map((one) => ({ value: `grade ${one.id}`, label: t(warningLabels.restsGrade, one) })),
    ...options.entries.map((one) => ({ value: `entry ${one.id}`, label: t(warningLabels.restsEntry, one) })),
  ]
  return (
    <>
      {options.hasOpen && before === undefined && <p className="s ochre">{t(warningForms.hasOpen)}</p>}
      <SelectField
        label={t(warningForms.body)}
        value={bodyOrgId}
        onValue={setBody}
        choices={options.bodies.map(({ id, name }) => ({ value: id, label: name }))}
      />
      {basis.length > 0 && (
        <SelectField
          optional
          label={t(warningForms.rests)}
          value={rests}
          none={t(warningForms.restsNone)}
          onValue={setRests}
          choices={basis}
        />
      )}
      <TextArea
        rows={4}
        label={t(warningLabels.facts)}
        help={t(warningForms.factsHelp)}
        error={missing(facts)}
        maxLength={2000}
        value={facts}
        onValue={setFacts}
      />
      <TextArea
        rows={2}
        label={t(warningLabels.standard)}
        help={t(warningForms.standardHelp)}
        error={missing(standard)}
        maxLength={1000}
        value={standard}
        onValue={setStandard}
      />
      <TextArea
        rows={3}
        label={t(warningLabels.change)}
        help={t(warningForms.changeHelp)}
        error={missing(requiredChange)}
        maxLength={1000}
        value={requiredChange}
        onValue={setChange}
      />
      <div className="form-pair">
        <TextField
          label={t(warningForms.helper)}
          error={missing(helperName)}
          maxLength={60}
          autoComplete="off"
          value={helperName}
          onValue={setHelper}
        />
        <DateField
          label={t(warningForms.changeBy)}
          help={t(warningForms.changeByHelp)}
          error={missing(changeBy)}
          value={changeBy}
          onValue={setChangeBy}
        />
      </div>
      <RadioList
        label={t(warningForms.colour)}
        value={colour}
        onValue={setColour}
        choices={warningColours.map((value) => ({
          value,
          label: t(colourTexts[value].name),
          help: t(colourTexts[value].help),
        }))}
      />
      {colour !== 'yellow' && (
        <TextArea
          rows={2}
          label={t(warningForms.graveFor)}
          error={missing(graveFor)}
          maxLength={1000}
          value={graveFor}
          onValue={setGraveFor}
        />
      )}
      {draft.isError && <StateError error={draft.error} refusals={warningRefusals} />}
      <div className="acts">
        <Button act busy={draft.isPending && t(warningForms.saving)} onClick={send}>
          {t(warningForms.saveDraft)}
        </Button>
      </div>
    </>
  )
}
