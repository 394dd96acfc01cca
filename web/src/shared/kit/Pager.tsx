import { formatNumber } from '../formats.ts'
import { useText } from '../texts.ts'
import { Button } from './Button.tsx'
import { kitLabels } from './kit-labels.ts'

/** 第 1–15 条，共 619 条, and the way to the neighbours. `first` counts from 0. */
export function Pager({
  first,
  size,
  total,
  onFirst,
}: {
  first: number
  size: number
  total: number
  onFirst: (first: number) => void
}) {
  const t = useText()
  const last = Math.min(first + size, total)
  const facts = {
    from: formatNumber(total === 0 ? 0 : first + 1),
    to: formatNumber(last),
    total: formatNumber(total),
  }
  return (
    <nav className="pager">
      <span className="s t3">{t(kitLabels.page, facts)}</span>
      <span className="row">
        {first > 0 && (
          <Button plain small onClick={() => onFirst(Math.max(0, first - size))}>
            {t(kitLabels.previous)}
          </Button>
        )}
        {last < total && (
          <Button plain small onClick={() => onFirst(last)}>
            {t(kitLabels.next)}
          </Button>
        )}
      </span>
    </nav>
  )
}
