import { useState } from 'react'
import { Button } from '../shared/kit/Button.tsx'
import { DateField } from '../shared/kit/DateField.tsx'
import { CheckBox, TextField } from '../shared/kit/fields.tsx'
import { StateEmpty, StateError } from '../shared/kit/states.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { useCommandOperation } from '../shared/use-operation.ts'
import { Facts } from './Facts.pc.tsx'
import { type Part, useWords } from './hooks-event.ts'
import { eventTexts } from './labels-event.ts'
import { appraisalRefusalTexts } from './labels-refusal.ts'
import { basisTexts } from './labels-roll.ts'

/** The document from above that orders the appraisal (S-202), and in which form it is held. */
export function BasisStep({ data, event }: Part) {
  const { t, day } = useWords()
  const isOpen = event.stage === 'basis' || event.stage === 'roll' || event.stage === 'dutyReports'
  if (isOpen && data.may.includes('appraisal.run')) return <BasisForm data={data} event={event} />
  if (event.basis === null) return <StateEmpty fact={t(basisTexts.none)} fill={t(basisTexts.noneNext)} />
  return (
    <Facts
      rows={[
        [t(basisTexts.body), event.basis.body],
        [t(basisTexts.number), event.basis.number],
        [t(basisTexts.on), day(event.basis.on)],
        [t(basisTexts.form), t(event.withLifeMeeting ? basisTexts.withLifeMeeting : basisTexts.alone)],
        [t(basisTexts.groups), t(event.inGroups ? basisTexts.inGroups : basisTexts.together)],
      ]}
    />
  )
}

function BasisForm({ event }: Part) {
  const { t, today } = useWords()
  const say = useUndo()
  const [body, setBody] = useState(event.basis?.body ?? '')
  const [number, setNumber] = useState(event.basis?.number ?? '')
  const [on, setOn] = useState(event.basis?.on ?? '')
  const [withLifeMeeting, setWithLifeMeeting] = useState(event.withLifeMeeting)
  const [inGroups, setInGroups] = useState(event.inGroups)
  const [tried, setTried] = useState(false)
  const save = useCommandOperation('appraisal.name-basis', {
    onDone: () => say({ text: t(basisTexts.saved) }),
  })
  const missing = (text: string) => (tried && text.trim() === '' ? t(basisTexts.write) : undefined)
  const isWhole = [body, number, on].every((text) => text.trim() !== '') && on <= today
  const send = () => {
    setTried(true)
    if (!isWhole) return
    const basis = { body, number, on }
    save.mutate({ appraisalId: event.id, revision: event.revision, basis, withLifeMeeting, inGroups })
  }
  return (
    <div className="form apr-form">
      <TextField
        label={t(basisTexts.body)}
        placeholder={t(basisTexts.bodyModel)}
        error={missing(body)}
        maxLength={120}
        value={body}
        onValue={setBody}
      />
      <div className="form-pair">
        <TextField
          label={t(basisTexts.number)}
          placeholder={t(basisTexts.numberModel)}
          error={missing(number)}
          maxLength={120}
          value={number}
          onValue={setNumber}
        />
        <DateField
          label={t(basisTexts.on)}
          error={tried && on > today ? t(basisTexts.ahead) : missing(on)}
          max={today}
          value={on}
          onValue={setOn}
        />
      </div>
      <CheckBox checked={withLifeMeeting} onChecked={setWithLifeMeeting}>
        {t(basisTexts.withLifeMeeting)}
      </CheckBox>
      {event.mayMeetInGroups && (
        <CheckBox checked={inGroups} onChecked={setInGroups}>
          {t(basisTexts.inGroupsAsk)}
        </CheckBox>
      )}
      <div className="acts">
        <Button
          act={event.basis === null}
          ink={event.basis !== null}
          busy={save.isPending && t(eventTexts.working)}
          onClick={send}
        >
          {t(event.basis === null ? basisTexts.save : basisTexts.change)}
        </Button>
      </div>
      {save.isError && <StateError error={save.error} refusals={appraisalRefusalTexts} />}
    </div>
  )
}
