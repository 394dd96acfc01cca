import { useState } from 'react'
import type { Points } from '@steward/domain/shared/points.ts'
import { useText } from '../shared/texts.ts'
import { points, readTyped } from './hooks.ts'
import { draftLabels } from './labels-draft.ts'

/** A number of a scheme: text, or a small field where it is written, with what it was before. */
export function NumberCell({
  value,
  was,
  empty,
  label,
  needed,
  onValue,
}: {
  value: Points | null
  /** In the version before; undefined where there is none to compare with. */
  was?: Points | null | undefined
  /** What stands there where nothing is set. */
  empty: string
  label: string
  /** An empty field is no answer. */
  needed?: boolean
  onValue?: ((value: Points | null) => void) | undefined
}) {
  const t = useText()
  const [typed, setTyped] = useState<string>()
  const shown = value === null ? '' : points(value)
  if (!onValue) return value === null ? <span className="t3">{empty}</span> : <>{shown}</>
  const hasChanged = was !== undefined && was !== value
  const read = typed === undefined ? value : readTyped(typed)
  const isWrong = read === undefined || (needed === true && read === null)
  const leave = () => {
    if (typed === undefined || isWrong) return
    setTyped(undefined)
  }
  return (
    <span className="scheme-number">
      {hasChanged && (
        <span className="t3" title={t(draftLabels.wasValue, { value: was === null ? empty : points(was) })}>
          {was === null ? empty : points(was)}
        </span>
      )}
      <input
        className={[value === null && typed === undefined && 'none', hasChanged && 'changed']
          .filter(Boolean)
          .join(' ')}
        inputMode="decimal"
        aria-label={label}
        aria-invalid={isWrong || undefined}
        title={isWrong ? t(draftLabels.numberWrong) : undefined}
        placeholder={empty}
        value={typed ?? shown}
        onChange={(event) => {
          const next = event.target.value
          setTyped(next)
          const number = readTyped(next)
          if (number !== undefined && !(needed === true && number === null)) onValue(number)
        }}
        onBlur={leave}
      />
    </span>
  )
}
