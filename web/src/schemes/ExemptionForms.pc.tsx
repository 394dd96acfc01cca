import { useState } from 'react'
import { useToday } from '../shared/clock.ts'
import { Button } from '../shared/kit/Button.tsx'
import { DateField } from '../shared/kit/DateField.tsx'
import { RadioList, TextField } from '../shared/kit/fields.tsx'
import { Drawer } from '../shared/kit/layers.tsx'
import { StateError } from '../shared/kit/states.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { useText } from '../shared/texts.ts'
import { useCommandOperation, useQueryOperation } from '../shared/use-operation.ts'
import { type Exemption, useDayWords, useReadable } from './hooks.ts'
import { schemeRefusals } from './labels-refusal.ts'
import { exemptionLabels } from './labels-what-if.ts'

type Person = { readonly id: string; readonly name: string; readonly orgName: string }

/** A decision taken from paper: who, from when, which meeting, which document. */
export function RecordExemption({ onClose }: { onClose: () => void }) {
  const t = useText()
  const today = useToday()
  const day = useDayWords()
  const say = useUndo()
  const readable = useReadable()
  const [person, setPerson] = useState<Person>()
  const [body, setBody] = useState('')
  const [decidedOn, setDecidedOn] = useState<string>(today)
  const [fromOn, setFromOn] = useState<string>(today)
  const [document, setDocument] = useState('')
  const record = useCommandOperation('exemption.record', {
    onDone: () => {
      say({ text: t(exemptionLabels.recordDone, { name: person?.name ?? '', day: day(fromOn) }) })
      onClose()
    },
  })
  const isMissing = person === undefined || body.trim() === '' || decidedOn === '' || fromOn === ''
  const submit = () =>
    person && record.mutate({ memberId: person.id, fromOn, decidedByBody: body, decidedOn, document })
  return (
    <Drawer
      title={t(exemptionLabels.record)}
      onClose={onClose}
      acts={
        <Button
          act
          busy={record.isPending && t(exemptionLabels.ending)}
          why={isMissing ? t(exemptionLabels.fillFirst) : undefined}
          onClick={submit}
        >
          {t(exemptionLabels.recordDo)}
        </Button>
      }
    >
      <div className="form">
        <PickPerson person={person} onPerson={setPerson} />
        <TextField
          label={t(exemptionLabels.decidedBy)}
          help={t(exemptionLabels.decidedByHelp)}
          value={body}
          maxLength={120}
          onValue={setBody}
        />
        <div className="form-pair">
          <DateField
            label={t(exemptionLabels.decidedOn)}
            value={decidedOn}
            max={today}
            onValue={setDecidedOn}
          />
          <DateField label={t(exemptionLabels.fromOn)} value={fromOn} min={decidedOn} onValue={setFromOn} />
        </div>
        <TextField
          label={t(exemptionLabels.document)}
          help={t(exemptionLabels.documentHelp)}
          optional
          value={document}
          maxLength={120}
          onValue={setDocument}
        />
        {record.error && <StateError error={readable(record.error)} refusals={schemeRefusals} />}
      </div>
    </Drawer>
  )
}

function PickPerson({
  person,
  onPerson,
}: {
  person: Person | undefined
  onPerson: (person: Person) => void
}) {
  const t = useText()
  const [text, setText] = useState('')
  const trimmed = text.trim()
  const found = useQueryOperation(
    'member.search',
    { text: trimmed },
    { enabled: trimmed !== '', keepPrevious: true },
  )
  const people = trimmed === '' ? [] : (found.data?.people ?? [])
  const shown =
    person === undefined || people.some(({ id }) => id === person.id) ? people : [person, ...people]
  return (
    <>
      <TextField
        label={t(exemptionLabels.who)}
        help={t(exemptionLabels.whoHelp)}
        icon="search"
        value={text}
        onValue={setText}
      />
      {shown.length > 0 && (
        <RadioList
          label={t(exemptionLabels.who)}
          value={person?.id}
          onValue={(id) => {
            const chosen = shown.find((one) => one.id === id)
            if (chosen) onPerson(chosen)
          }}
          choices={shown
            .slice(0, 8)
            .map(({ id, name, orgName }) => ({ value: id, label: name, help: orgName }))}
        />
      )}
      {trimmed !== '' && found.data !== undefined && shown.length === 0 && (
        <p className="s t2">{t(exemptionLabels.whoNone)}</p>
      )}
    </>
  )
}

/** From a day on the member is scored again. */
export function EndExemption({ exemption, onClose }: { exemption: Exemption; onClose: () => void }) {
  const t = useText()
  const today = useToday()
  const say = useUndo()
  const readable = useReadable()
  const [untilOn, setUntilOn] = useState<string>(today < exemption.fromOn ? exemption.fromOn : today)
  const { name } = exemption
  const end = useCommandOperation('exemption.end', {
    onDone: () => {
      say({ text: t(exemptionLabels.endDone, { name }) })
      onClose()
    },
  })
  return (
    <Drawer
      title={t(exemptionLabels.endTitle, { name })}
      onClose={onClose}
      acts={
        <Button
          ink
          busy={end.isPending && t(exemptionLabels.ending)}
          onClick={() => untilOn !== '' && end.mutate({ exemptionId: exemption.id, untilOn })}
        >
          {t(exemptionLabels.endDo)}
        </Button>
      }
    >
      <div className="form">
        <DateField
          label={t(exemptionLabels.endOn)}
          value={untilOn}
          min={exemption.fromOn}
          onValue={setUntilOn}
        />
        {end.error && <StateError error={readable(end.error)} refusals={schemeRefusals} />}
      </div>
    </Drawer>
  )
}
