import { useState } from 'react'
import { addDays, daysBetween, plainDate } from '@steward/domain/shared/plain-date.ts'
import { useToday } from '../shared/clock.ts'
import { formatDay } from '../shared/formats.ts'
import { Button } from '../shared/kit/Button.tsx'
import { DateField } from '../shared/kit/DateField.tsx'
import { CheckBox, RadioList, SelectField, TextField } from '../shared/kit/fields.tsx'
import { Drawer } from '../shared/kit/layers.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { useLanguage, useText } from '../shared/texts.ts'
import { ActProblem } from './ActDrawer.pc.tsx'
import type { CalendarShown } from './hooks.ts'
import { useChangeCalendar } from './hooks.ts'
import { formWords } from './labels-form.ts'
import { calendarTexts, festivalTexts } from './labels-page.ts'
import { wordsOf } from './ShapeFields.pc.tsx'

type Entry = CalendarShown['days'][number]
type Kind = Entry['kind'] | 'ordinary'
const kinds: readonly Kind[] = ['ordinary', 'holiday', 'makeUpDay']
const MOST = 60

/** What a day, or several in a row, counts as; with its basis. */
export function DayForm({
  day,
  entry,
  onClose,
}: {
  day: string
  entry: Entry | undefined
  onClose: () => void
}) {
  const t = useText()
  const [language] = useLanguage()
  const say = useUndo()
  const today = useToday()
  const [kind, setKind] = useState<Kind>(entry?.kind ?? 'holiday')
  const [festival, setFestival] = useState<Entry['festival']>(entry?.festival ?? 'other')
  const [name, setName] = useState(entry?.name ?? '')
  const [provisional, setProvisional] = useState(entry?.provisional ?? false)
  const [until, setUntil] = useState(day)
  const [reason, setReason] = useState('')
  const count = until < day ? 1 : Math.min(MOST, daysBetween(plainDate(day), plainDate(until)) + 1)
  const change = useChangeCalendar(() => {
    say({ text: t(calendarTexts.saved, { count }) })
    onClose()
  })
  const isPast = day < today
  const missing = reason.trim() === '' || (kind !== 'ordinary' && name.trim() === '')
  const submit = () =>
    change.mutate({
      reason,
      days: Array.from({ length: count }, (_, index) => ({
        on: addDays(plainDate(day), index),
        entry: kind === 'ordinary' ? null : { kind, festival, name, provisional },
      })),
    })
  return (
    <Drawer
      title={formatDay(day, language, today)}
      onClose={onClose}
      acts={
        <Button
          act
          busy={change.isPending && t(formWords.saving)}
          why={isPast ? t(calendarTexts.past) : missing ? t(formWords.fillAll) : undefined}
          onClick={submit}
        >
          {t(calendarTexts.save, { count })}
        </Button>
      }
    >
      <div className="form org-form">
        <RadioList
          label={t(calendarTexts.becomes)}
          value={kind}
          onValue={setKind}
          choices={kinds.map((word) => ({ value: word, label: t(calendarTexts[word]) }))}
        />
        {kind !== 'ordinary' && (
          <>
            <SelectField
              label={t(calendarTexts.festival)}
              value={festival}
              choices={wordsOf(festivalTexts).map((word) => ({ value: word, label: t(festivalTexts[word]) }))}
              onValue={(next) => {
                setFestival(next)
                if (name === '' || name === t(festivalTexts[festival])) setName(t(festivalTexts[next]))
              }}
            />
            <TextField label={t(calendarTexts.name)} value={name} maxLength={30} onValue={setName} />
          </>
        )}
        <DateField
          label={t(calendarTexts.until)}
          help={t(calendarTexts.untilHelp)}
          value={until}
          min={day}
          onValue={(next) => setUntil(next === '' ? day : next)}
        />
        {kind !== 'ordinary' && (
          <CheckBox checked={provisional} onChecked={setProvisional}>
            {t(calendarTexts.isProvisional)}
          </CheckBox>
        )}
        <TextField
          label={t(calendarTexts.reason)}
          help={t(calendarTexts.reasonHelp)}
          value={reason}
          maxLength={200}
          onValue={setReason}
        />
      </div>
      {change.error && <ActProblem error={change.error} />}
    </Drawer>
  )
}
