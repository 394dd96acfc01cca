import { useState } from 'react'
import { Button } from '../shared/kit/Button.tsx'
import { DateField } from '../shared/kit/DateField.tsx'
import { TextField } from '../shared/kit/fields.tsx'
import { StateError } from '../shared/kit/states.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { type Event, useWords } from './hooks-event.ts'
import { type Table, useRecordMeeting } from './hooks-settlement.ts'
import { eventTexts } from './labels-event.ts'
import { settlementRefusalTexts } from './labels-refusal-settlement.ts'
import { settlementTexts } from './labels-settlement.ts'

/** The meeting that sets the grades: the committee, or the assembly where there is none. */
export function Meetings({ event, table }: { readonly event: Event; readonly table: Table }) {
  const { t, day } = useWords()
  const [isAnother, setAnother] = useState(false)
  const mayRecord = table.may.includes('record')
  const isForm = mayRecord && (table.meetings.length === 0 || isAnother)
  return (
    <section className="apr-meeting" aria-label={t(settlementTexts.meeting)}>
      {table.meetings.length === 0 && <p className="s t2">{t(settlementTexts.meetingNone)}</p>}
      {table.body === 'assembly' && <p className="s t2">{t(settlementTexts.bodyWhy)}</p>}
      {table.meetings.map(({ id, body, on, vote, minutes }) => (
        <p key={id} className="s">
          {t(settlementTexts.meetingFact, {
            body: t(settlementTexts[body]),
            day: day(on),
            should: vote.shouldAttend,
            present: vote.present,
            yes: vote.yes,
            no: vote.no,
            abstain: vote.abstain,
            minutes,
          })}
        </p>
      ))}
      {mayRecord && table.meetings.length > 0 && !isAnother && table.signed === null && (
        <button type="button" className="link s" onClick={() => setAnother(true)}>
          {t(settlementTexts.meetingAnother)}
        </button>
      )}
      {isForm && <MeetingForm event={event} table={table} onDone={() => setAnother(false)} />}
    </section>
  )
}

const numbers = ['shouldAttend', 'present', 'yes', 'no', 'abstain'] as const
const isNumber = (text: string) => /^\d{1,6}$/.test(text.trim())

type FormProps = { readonly event: Event; readonly table: Table; readonly onDone: () => void }

function MeetingForm({ event, table, onDone }: FormProps) {
  const { t, today } = useWords()
  const say = useUndo()
  const [on, setOn] = useState<string>(today)
  const [typed, setTyped] = useState({ shouldAttend: '', present: '', yes: '', no: '0', abstain: '0' })
  const [minutes, setMinutes] = useState('')
  const [tried, setTried] = useState(false)
  const record = useRecordMeeting(() => {
    say({ text: t(settlementTexts.recorded) })
    onDone()
  })
  const are = numbers.every((name) => isNumber(typed[name]))
  const vote = {
    shouldAttend: Number(typed.shouldAttend),
    present: Number(typed.present),
    written: 0,
    yes: Number(typed.yes),
    no: Number(typed.no),
    abstain: Number(typed.abstain),
  }
  const sum = vote.yes + vote.no + vote.abstain
  const isOff = are && sum !== vote.present
  const send = () => {
    setTried(true)
    if (!are || isOff || minutes.trim() === '' || on === '') return
    record.mutate({ appraisalId: event.id, body: table.body, on, vote, minutes })
  }
  return (
    <div className="form">
      <div className="apr-row">
        <DateField label={t(settlementTexts.on)} max={today} value={on} onValue={setOn} />
        {numbers.map((name) => (
          <TextField
            key={name}
            label={t(settlementTexts[name])}
            inputMode="numeric"
            error={tried && !isNumber(typed[name]) ? t(settlementTexts.whole) : undefined}
            value={typed[name]}
            onValue={(value) => setTyped({ ...typed, [name]: value })}
          />
        ))}
      </div>
      {isOff && <p className="s ochre">{t(settlementTexts.addUp, { sum, present: vote.present })}</p>}
      <div className="apr-form">
        <TextField
          label={t(settlementTexts.minutes)}
          placeholder={t(settlementTexts.minutesModel)}
          error={tried && minutes.trim() === '' ? t(settlementTexts.fill) : undefined}
          maxLength={120}
          value={minutes}
          onValue={setMinutes}
        />
      </div>
      <div className="acts">
        <Button ink busy={record.isPending && t(eventTexts.working)} onClick={send}>
          {t(settlementTexts.record)}
        </Button>
      </div>
      {record.isError && <StateError error={record.error} refusals={settlementRefusalTexts} />}
    </div>
  )
}
