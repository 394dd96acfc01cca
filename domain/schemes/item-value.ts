import { agree, type Decision, refuse } from '../shared/decision.ts'
import { type Points, scalePoints, toPoints } from '../shared/points.ts'
import type { SchemeItem } from './scheme.ts'

export type ValueRefusal = 'item-quantity-not-positive' | 'item-value-out-of-range'

/**
 * The raw value of a deed: units in hundredths (150 is one and a half hours) times the value, or what the reviewer chose
 * inside the bounds, for each unit. Deductions come out negative. Rounded half away from zero to two places.
 */
export function rawValue(
  item: Pick<SchemeItem, 'category' | 'value'>,
  quantity: number,
  chosen: Points | null,
): Decision<Points, ValueRefusal> {
  if (!Number.isSafeInteger(quantity) || quantity <= 0) return refuse('item-quantity-not-positive')
  const { value } = item
  let unit: Points
  if (value.kind === 'fixed') unit = value.points
  else {
    const { least, most } = value
    if (chosen === null || chosen < least || chosen > most)
      return refuse('item-value-out-of-range', { least, most })
    unit = chosen
  }
  const raw = scalePoints(unit, quantity, 100)
  return agree(item.category === 'deductions' ? toPoints(0 - raw) : raw)
}

/** The most one unit can bring. */
export function mostOf(value: SchemeItem['value']): Points {
  return value.kind === 'fixed' ? value.points : value.most
}
