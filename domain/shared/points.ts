import { formatHundredths, readHundredths, scaleWhole } from './decimal.ts'

/** Points in whole hundredths: 150 is one and a half. */
export type Points = number & { readonly points: unique symbol }

export const noPoints: Points = toPoints(0)

/** Takes whole hundredths; throws on a fraction of one. */
export function toPoints(hundredths: number): Points {
  if (!Number.isSafeInteger(hundredths)) throw new RangeError(`not whole hundredths: ${hundredths}`)
  return hundredths as Points
}

/** Reads `1.5`; undefined for text that is not a number or has more than two places. */
export function readPoints(text: string): Points | undefined {
  const hundredths = readHundredths(text)
  return hundredths === undefined ? undefined : toPoints(hundredths)
}

/** `1.5`, `2`, `-0.25`. */
export function formatPoints(points: Points): string {
  return formatHundredths(points)
}

export function sumPoints(all: Iterable<Points>): Points {
  let sum = 0
  for (const points of all) sum += points
  return toPoints(sum)
}

/** A share of points, such as 30 of 100, rounded half away from zero to two places. */
export function scalePoints(points: Points, numerator: number, denominator: number): Points {
  return toPoints(scaleWhole(points, numerator, denominator))
}
