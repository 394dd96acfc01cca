import { useState } from 'react'
import { formatPoints } from '../shared/formats.ts'
import { Button } from '../shared/kit/Button.tsx'
import { CheckBox, TextArea } from '../shared/kit/fields.tsx'
import { Fetched, StateEmpty, StateError } from '../shared/kit/states.tsx'
import type { OutputOf } from '../shared/call.ts'
import { useText } from '../shared/texts.ts'
import { useCommandOperation, useQueryOperation } from '../shared/use-operation.ts'
import { numberWords, useDays } from './hooks-warning.ts'
import { toleranceForms, toleranceLabels } from './labels-tolerance.ts'
import { warningForms } from './labels-warning.ts'
import { warningRefusals } from './labels-warning-refusal.ts'

type Options = OutputOf<'tolerance.options'>

type ApplyProps = {
  readonly memberId: string
  /** What is chosen to begin with: from a deduction line, or from a warning. */
  readonly entryId?: string | undefined
  readonly warningId?: string | undefined
  readonly onSent: (toleranceId: string, dueOn: string) => void
}

/** Names what it is about and says what happened: three conditions less to write than the check itself. */
export function ToleranceApply(props: ApplyProps) {
  const t = useText()
  const options = useQueryOperation('tolerance.options', { memberId: props.memberId })
  return (
    <Fetched
      from={options}
      what={t(toleranceLabels.title)}
      columns="1fr"
      isEmpty={({ entries, warnings }) => entries.length + warnings.length === 0}
      empty={<StateEmpty fact={t(toleranceForms.aboutNone)} fill={t(toleranceForms.paperToo)} />}
    >
      {(found) => <Fields {...props} options={found} />}
    </Fetched>
  )
}

function Fields({
  memberId,
  entryId,
  warningId,
  onSent,
  options,
}: ApplyProps & { readonly options: Options }) {
  const t = useText()
  const { day } = useDays()
  const { entries, warnings } = options
  const known = entries.some(({ id }) => id === entryId) && entryId !== undefined ? [entryId] : []
  const [chosen, setChosen] = useState<readonly string[]>(known)
  const [warning, setWarning] = useState(warnings.find(({ id }) => id === warningId)?.id)
  const [matter, setMatter] = useState('')
  const [tried, setTried] = useState(false)
  const apply = useCommandOperation('tolerance.apply', {
    onDone: ({ toleranceId, dueOn }) => onSent(toleranceId, dueOn),
  })
  const nothing = chosen.length === 0 && warning === undefined
  const send = () => {
    setTried(true)
    if (matter.trim() === '' || nothing) return
    apply.mutate({ memberId, matter, entryIds: [...chosen], warningId: warning ?? null })
  }
  return (
    <div className="form">
      <fieldset className="check-list">
        <legend className="s t2">{t(toleranceForms.about)}</legend>
        {entries.map((entry) => (
          <CheckBox
            key={entry.id}
            checked={chosen.includes(entry.id)}
            onChecked={(checked) =>
              setChosen(checked ? [...chosen, entry.id] : chosen.filter((one) => one !== entry.id))
            }
          >
            {entry.says}
            <span className="block s t2">
              {day(entry.deedOn)} · {formatPoints(entry.credited)}
            </span>
          </CheckBox>
        ))}
        {warnings.map((one) => (
          <CheckBox
            key={one.id}
            checked={warning === one.id}
            onChecked={(checked) => setWarning(checked ? one.id : undefined)}
          >
            {numberWords(one.number)}
            <span className="block s t2">{one.says}</span>
          </CheckBox>
        ))}
        <p className={tried && nothing ? 's seal' : 's t2'}>{t(toleranceForms.aboutHelp)}</p>
      </fieldset>
      <TextArea
        rows={6}
        label={t(toleranceForms.matter)}
        help={t(toleranceForms.matterHelp)}
        error={tried && matter.trim() === '' ? t(warningForms.missing) : undefined}
        maxLength={2000}
        value={matter}
        onValue={setMatter}
      />
      {apply.isError && <StateError error={apply.error} refusals={warningRefusals} />}
      <div className="foot">
        <Button act wide busy={apply.isPending && t(toleranceForms.sending)} onClick={send}>
          {t(toleranceForms.send)}
        </Button>
        <p className="s t2">{t(toleranceForms.paperToo)}</p>
      </div>
    </div>
  )
}
