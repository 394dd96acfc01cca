import { useId, useState } from 'react'
import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react'
import { useText } from '../texts.ts'
import { Icon } from './Icon.tsx'
import type { IconName } from './Icon.tsx'
import { kitLabels } from './kit-labels.ts'

export type FieldProps = {
  readonly label: ReactNode
  readonly help?: ReactNode
  /** What to write, in the reader's language; shown in red under the help. */
  readonly error?: ReactNode
  readonly optional?: boolean
}

type Given = { id: string; 'aria-describedby': string | undefined; 'aria-invalid': true | undefined }

/** Label above, help under, error under the help with an icon. `children` gets the ids to put on the control. */
export function Field({
  label,
  help,
  error,
  optional,
  children,
}: FieldProps & { children: (given: Given) => ReactNode }) {
  const t = useText()
  const id = useId()
  const notes = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className="fieldset">
      <label htmlFor={id}>
        {label}
        {optional && <span className="t3"> {t(kitLabels.optional)}</span>}
      </label>
      {children({ id, 'aria-describedby': notes || undefined, 'aria-invalid': error ? true : undefined })}
      {help && (
        <div className="help" id={`${id}-help`}>
          {help}
        </div>
      )}
      {error && (
        <div className="wrong" id={`${id}-error`}>
          <Icon name="warning" />
          <span>{error}</span>
        </div>
      )}
    </div>
  )
}

type Bound = { readonly value: string; readonly onValue: (value: string) => void }

export type TextFieldProps = FieldProps &
  Bound & { readonly icon?: IconName } & Omit<
    InputHTMLAttributes<HTMLInputElement>,
    'value' | 'onChange' | 'className'
  >

/** One line of text; `type` may be date, tel, search and so on. */
export function TextField({ label, help, error, optional, value, onValue, icon, ...rest }: TextFieldProps) {
  return (
    <Field label={label} help={help} error={error} optional={optional}>
      {(given) => (
        <span className={`field${rest.readOnly ? ' held' : ''}`}>
          {icon && <Icon name={icon} />}
          <input
            type="text"
            {...rest}
            {...given}
            value={value}
            onChange={(event) => onValue(event.target.value)}
          />
        </span>
      )}
    </Field>
  )
}

export function PasswordField({ label, help, error, optional, value, onValue, ...rest }: TextFieldProps) {
  const t = useText()
  const [shown, setShown] = useState(false)
  return (
    <Field label={label} help={help} error={error} optional={optional}>
      {(given) => (
        <span className="field">
          <input
            {...rest}
            {...given}
            type={shown ? 'text' : 'password'}
            value={value}
            onChange={(event) => onValue(event.target.value)}
          />
          <button
            type="button"
            className="in-field"
            aria-pressed={shown}
            aria-label={t(shown ? kitLabels.hidePassword : kitLabels.showPassword)}
            onClick={() => setShown(!shown)}
          >
            <Icon name={shown ? 'hidden' : 'eye'} />
          </button>
        </span>
      )}
    </Field>
  )
}

export function TextArea({
  label,
  help,
  error,
  optional,
  value,
  onValue,
  ...rest
}: FieldProps &
  Bound &
  Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'value' | 'onChange' | 'className'>) {
  return (
    <Field label={label} help={help} error={error} optional={optional}>
      {(given) => (
        <textarea
          rows={3}
          {...rest}
          {...given}
          className="field area"
          value={value}
          onChange={(event) => onValue(event.target.value)}
        />
      )}
    </Field>
  )
}

export type Choice<Value extends string = string> = {
  readonly value: Value
  readonly label: string
  readonly help?: ReactNode
}

/** A plain list of choices; the system's own picker, which every phone and screen reader knows. */
export function SelectField<Value extends string>({
  label,
  help,
  error,
  optional,
  value,
  onValue,
  choices,
  none,
  ...rest
}: FieldProps & {
  value: Value | ''
  onValue: (value: Value) => void
  choices: readonly Choice<Value>[]
  /** Words of the empty choice; without it one must be chosen. */
  none?: string
} & Omit<SelectHTMLAttributes<HTMLSelectElement>, 'value' | 'onChange' | 'className'>) {
  const pick = (chosen: string) => {
    const choice = choices.find((one) => one.value === chosen)
    onValue(choice ? choice.value : ('' as Value)) // the empty choice, offered only with `none`
  }
  return (
    <Field label={label} help={help} error={error} optional={optional}>
      {(given) => (
        <span className="field pick">
          <select {...rest} {...given} value={value} onChange={(event) => pick(event.target.value)}>
            {(none !== undefined || value === '') && <option value="">{none ?? ''}</option>}
            {choices.map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.label}
              </option>
            ))}
          </select>
          <Icon name="down" />
        </span>
      )}
    </Field>
  )
}

export function CheckBox({
  checked,
  onChecked,
  mixed,
  children,
  label,
  disabled,
}: {
  checked: boolean
  onChecked: (checked: boolean) => void
  /** Some of the rows below are chosen. */
  mixed?: boolean
  children?: ReactNode
  /** Name for screen readers when there are no words beside the box. */
  label?: string
  disabled?: boolean
}) {
  return (
    <label className={`check${children ? '' : ' bare'}`}>
      <input
        type="checkbox"
        checked={checked}
        aria-label={label}
        disabled={disabled}
        ref={(box) => {
          if (box) box.indeterminate = Boolean(mixed) && !checked
        }}
        onChange={(event) => onChecked(event.target.checked)}
      />
      <span className="cb" aria-hidden="true">
        {mixed && !checked ? <Icon name="minus" /> : <Icon name="check" />}
      </span>
      {children && <span>{children}</span>}
    </label>
  )
}

/** One of a few, all to be seen at once. */
export function RadioList<Value extends string>({
  label,
  value,
  onValue,
  choices,
  inCard,
}: {
  label: string
  value: Value | undefined
  onValue: (value: Value) => void
  choices: readonly Choice<Value>[]
  inCard?: boolean
}) {
  const name = useId()
  return (
    <fieldset className={`radios${inCard ? ' card' : ''}`}>
      <legend className={inCard ? 'sr' : undefined}>{label}</legend>
      {choices.map((choice) => (
        <label key={choice.value} className="check">
          <input
            type="radio"
            name={name}
            checked={choice.value === value}
            onChange={() => onValue(choice.value)}
          />
          <span className="rd" aria-hidden="true" />
          <span className="grow">
            {choice.label}
            {choice.help && <span className="c t3 block">{choice.help}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

/** Two to five choices side by side. */
export function Segmented<Value extends string>({
  label,
  value,
  onValue,
  choices,
}: {
  label: string
  value: Value
  onValue: (value: Value) => void
  choices: readonly Choice<Value>[]
}) {
  return (
    <div className="seg" role="group" aria-label={label}>
      {choices.map((choice) => (
        <button
          key={choice.value}
          type="button"
          aria-pressed={choice.value === value}
          onClick={() => onValue(choice.value)}
        >
          {choice.label}
        </button>
      ))}
    </div>
  )
}
