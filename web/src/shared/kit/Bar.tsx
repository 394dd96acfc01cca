import { formatNumber } from '../formats.ts'
import { useText } from '../texts.ts'
import { kitLabels } from './kit-labels.ts'

/** Done of all, always with both numbers. `missing` draws hatching and the word: not reported is never zero. */
export function Bar({ done, all, missing, words, label }: BarProps) {
  const t = useText()
  if (missing) {
    return (
      <span className="measure">
        <span className="hatch" aria-hidden="true" />
        <span className="t3 nw">{words ?? t(kitLabels.notReported)}</span>
      </span>
    )
  }
  if (all === 0) return <span className="s t3">{words ?? t(kitLabels.nothingToCount)}</span>
  const shown = words ?? `${formatNumber(done)} / ${formatNumber(all)}`
  return (
    <span className="measure">
      <span className="bar" role="img" aria-label={label ? `${label} ${shown}` : shown}>
        <i style={{ width: `${Math.min(100, (done / all) * 100)}%` }} />
      </span>
      <span className="num nw" aria-hidden="true">
        {shown}
      </span>
    </span>
  )
}

export type BarProps = {
  readonly done: number
  readonly all: number
  readonly missing?: boolean
  /** Instead of «done / all», or instead of «not reported» and «nothing to count». */
  readonly words?: string
  readonly label?: string
}
