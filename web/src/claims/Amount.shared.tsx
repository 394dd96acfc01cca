import type { ValueUnit } from '@steward/domain/schemes/scheme.ts'
import { Icon } from '../shared/kit/Icon.tsx'
import { useText } from '../shared/texts.ts'
import { useQuantityWords } from './hooks.ts'
import { reportLabels } from './labels-report.ts'

const MOST = 10_000

type AmountProps = {
  readonly unit: ValueUnit
  readonly quantity: number
  readonly onQuantity: (quantity: number) => void
}

/** 做了多少: fewer and more, by halves for hours. */
export function Amount({ unit, quantity, onQuantity }: AmountProps) {
  const t = useText()
  const words = useQuantityWords()
  const step = unit === 'hour' ? 50 : 100
  const set = (next: number) => onQuantity(Math.max(step, Math.min(next, MOST)))
  return (
    <>
      <span className="s t2">{t(reportLabels.quantity)}</span>
      <span className="stepper">
        <button type="button" aria-label={t(reportLabels.less)} onClick={() => set(quantity - step)}>
          <Icon name="minus" />
        </button>
        <output>{words(quantity, unit)}</output>
        <button type="button" aria-label={t(reportLabels.plus)} onClick={() => set(quantity + step)}>
          <Icon name="plus" />
        </button>
      </span>
    </>
  )
}
