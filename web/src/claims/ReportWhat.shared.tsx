import { useId, useState } from 'react'
import { Icon } from '../shared/kit/Icon.tsx'
import { useText } from '../shared/texts.ts'
import { Amount } from './Amount.shared.tsx'
import { plain, useLimitWords, useRoomWords, useValueWords } from './hooks.ts'
import type { Change, Choice, Draft } from './hooks-report.ts'
import { wouldBring } from './hooks-report.ts'
import { reportLabels } from './labels-report.ts'

/** Beside the chosen one, once there is one; before that all stand there, so that none costs a further tap (S-159). */
const SHOWN = 3
type WhatProps = {
  readonly choices: readonly Choice[]
  readonly draft: Draft
  readonly change: (change: Change) => void
}

/** 做了什么: large rows with what each brings and what is left under its cap. */
export function What({ choices, draft, change }: WhatProps) {
  const t = useText()
  const name = useId()
  const [all, setAll] = useState(false)
  const chosen = choices.findIndex(({ key }) => key === draft.choice)
  const shown = choices.filter((_, place) => all || chosen < 0 || place < SHOWN || place === chosen)
  const hidden = choices.length - shown.length
  return (
    <fieldset className="report-what">
      <legend className="sr">{t(reportLabels.what)}</legend>
      <div className="report-head" aria-hidden="true">
        <span className="sec">{t(reportLabels.what)}</span>
        <span className="c t3">{t(reportLabels.usualFirst)}</span>
      </div>
      <div className="card">
        {shown.map((choice) => (
          <div key={choice.key} className="report-row">
            <Row
              name={name}
              choice={choice}
              checked={choice.key === draft.choice}
              onChoose={() => {
                setAll(false)
                change({ choice: choice.key, quantity: 100 })
              }}
            />
            {choice.key === draft.choice && <HowMuch choice={choice} draft={draft} change={change} />}
          </div>
        ))}
        {(hidden > 0 || (all && choices.length > SHOWN + 1)) && (
          <button type="button" className="report-more" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? t(reportLabels.fewer) : t(reportLabels.others, { count: hidden })}
            <Icon name={all ? 'up' : 'right'} />
          </button>
        )}
      </div>
    </fieldset>
  )
}

type RowProps = {
  readonly name: string
  readonly choice: Choice
  readonly checked: boolean
  readonly onChoose: () => void
}

function Row({ name, choice, checked, onChoose }: RowProps) {
  const t = useText()
  const value = useValueWords()
  const room = useRoomWords()
  const title = typeof choice.title === 'string' ? choice.title : t(choice.title)
  const facts = [
    choice.kind === 'pledge' && t(reportLabels.pledgeTag),
    choice.kind === 'task' && t(reportLabels.taskTag),
    value(choice.item.value),
    room(choice.room),
  ].filter((fact) => fact !== false && fact !== undefined)
  return (
    <label className="check report-choice">
      <input type="radio" name={name} checked={checked} onChange={onChoose} />
      <span className="rd" aria-hidden="true" />
      <span className="grow">
        {title}
        <span className="c t3 block">{facts.join(t({ zh: '，', en: ', ' }))}</span>
      </span>
    </label>
  )
}

/** How much was done, and what that would bring; opens under the chosen row. */
function HowMuch({ choice, draft, change }: { readonly choice: Choice } & Omit<WhatProps, 'choices'>) {
  return (
    <div className="report-much">
      <Amount
        unit={choice.item.value.unit}
        quantity={draft.quantity}
        onQuantity={(quantity) => change({ quantity })}
      />
      <WouldBring choice={choice} quantity={draft.quantity} />
    </div>
  )
}

function WouldBring({ choice, quantity }: { readonly choice: Choice; readonly quantity: number }) {
  const t = useText()
  const why = useLimitWords()
  const would = wouldBring(choice, quantity)
  if (would === undefined) return <p className="c t3">{t(reportLabels.branchSets)}</p>
  const points = plain(would.credited)
  return (
    <p className="c t2" role="status">
      {would.limit === null
        ? t(reportLabels.wouldBring, { points })
        : t(reportLabels.wouldBringLess, { raw: plain(would.raw), why: why(would.limit), points })}
    </p>
  )
}
