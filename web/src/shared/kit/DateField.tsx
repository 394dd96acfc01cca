import { useRef, useState } from 'react'
import { useText } from '../texts.ts'
import { Field } from './fields.tsx'
import type { FieldProps } from './fields.tsx'
import { Icon } from './Icon.tsx'
import { kitLabels } from './kit-labels.ts'
import { readDay } from './read-day.ts'

export type DateFieldProps = FieldProps & {
  /** YYYY-MM-DD, or empty. */
  readonly value: string
  readonly onValue: (day: string) => void
  readonly min?: string
  readonly max?: string
}

/** One date form everywhere: typed in any usual spelling and shown as 2026-12-31, or picked from the system's calendar. */
export function DateField({ label, help, error, optional, value, onValue, min, max }: DateFieldProps) {
  const t = useText()
  const picker = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState<string>()
  const unread = typed !== undefined && typed.trim() !== '' && readDay(typed) === undefined
  const leave = () => {
    if (typed === undefined) return
    const day = typed.trim() === '' ? '' : readDay(typed)
    if (day === undefined) return
    onValue(day)
    setTyped(undefined)
  }
  // A day that is whole counts at once: an error that goes away only on leaving would move the button that is being pressed.
  const type = (text: string) => {
    setTyped(text)
    const day = /^\d{4}-\d{2}-\d{2}$/.test(text.trim()) ? readDay(text) : undefined
    if (day !== undefined) onValue(day)
  }
  const wrong = error || (unread && value !== typed ? t(kitLabels.dateWrong) : undefined)
  return (
    <Field label={label} help={help} error={wrong} optional={optional}>
      {(given) => (
        <span className="field">
          <input
            type="text"
            inputMode="numeric"
            autoComplete="off"
            placeholder={t(kitLabels.datePlaceholder)}
            {...given}
            value={typed ?? value}
            onChange={(event) => type(event.target.value)}
            onBlur={leave}
            onKeyDown={(event) => event.key === 'Enter' && leave()}
          />
          <button
            type="button"
            className="in-field"
            aria-label={t(kitLabels.datePick)}
            onClick={() => picker.current?.showPicker()}
          >
            <Icon name="calendar" />
          </button>
          <input
            ref={picker}
            className="picker"
            type="date"
            tabIndex={-1}
            aria-hidden="true"
            value={value}
            min={min}
            max={max}
            onChange={(event) => {
              setTyped(undefined)
              onValue(event.target.value)
            }}
          />
        </span>
      )}
    </Field>
  )
}
