import type { ReactNode } from 'react'
import { Button } from '../shared/kit/Button.tsx'
import { CheckBox } from '../shared/kit/fields.tsx'
import { StateError } from '../shared/kit/states.tsx'
import { useText } from '../shared/texts.ts'
import type { CaseView } from './hooks-disposal.ts'
import { stepLabels } from './labels-disposal-step.ts'
import { disposalRefusals } from './labels-disposal-refusal.ts'

/** One step of a case as a form: fields, a sentence of what follows, the act, and under it what the rule says. */
export function CaseForm({
  title,
  intro,
  act,
  red,
  pending,
  error,
  onSend,
  children,
}: {
  readonly title: string
  readonly intro?: ReactNode
  readonly act: string
  /** The next act of the page. */
  readonly red?: boolean
  readonly pending: boolean
  readonly error: unknown
  readonly onSend: () => void
  readonly children?: ReactNode
}) {
  const t = useText()
  return (
    <section className="case-form form">
      <h3 className="sec">{title}</h3>
      {intro !== undefined && <p className="s t2">{intro}</p>}
      {children}
      <div className="acts">
        <Button act={red === true} busy={pending && t(stepLabels.saving)} onClick={onSend}>
          {act}
        </Button>
      </div>
      {error !== null && error !== undefined && <StateError error={error} refusals={disposalRefusals} />}
    </section>
  )
}

/** Several people of the branch, by name. */
export function PeoplePicker({
  label,
  help,
  people,
  chosen,
  onChosen,
}: {
  readonly label: string
  readonly help: string
  readonly people: CaseView['people']
  readonly chosen: readonly string[]
  readonly onChosen: (ids: readonly string[]) => void
}) {
  return (
    <fieldset className="case-people-set">
      <legend>
        {label} <span className="s t3">{help}</span>
      </legend>
      <div className="case-people" tabIndex={0} role="group" aria-label={label}>
        {people.map(({ memberId, name }) => (
          <CheckBox
            key={memberId}
            checked={chosen.includes(memberId)}
            onChecked={(on) =>
              onChosen(on ? [...chosen, memberId] : chosen.filter((one) => one !== memberId))
            }
          >
            {name}
          </CheckBox>
        ))}
      </div>
    </fieldset>
  )
}
