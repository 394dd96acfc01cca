import { formatHundredths } from '@steward/domain/shared/decimal.ts'

export type CapBarProps = {
  readonly label: string
  /** In hundredths of points: taken before, what this deed adds, and the most there is. */
  readonly used: number
  readonly adds: number
  readonly cap: number
  /** For screen readers: the same in words. */
  readonly words: string
}

/** 本月 ▇▇▇▒▒ 1.5 + 1 / 2.5: what a cap has taken, what is added, and the whole. The numbers stand beside it. */
export function CapBar({ label, used, adds, cap, words }: CapBarProps) {
  const share = (part: number) => `${cap === 0 ? 0 : Math.min(100, (Math.max(0, part) / cap) * 100)}%`
  return (
    <div className="cap-bar" role="img" aria-label={words}>
      <span>{label}</span>
      <span className="bar">
        <i style={{ width: share(used) }} />
        <i style={{ width: share(Math.min(adds, cap - used)) }} />
      </span>
      <span className="num">
        {formatHundredths(used)}
        {adds !== 0 && ` + ${formatHundredths(adds)}`} / {formatHundredths(cap)}
      </span>
    </div>
  )
}
