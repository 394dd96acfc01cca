import { formatHundredths, readHundredths, scaleWhole } from './decimal.ts'

/** Money in whole fen, a hundredth of a yuan. */
export type Fen = number & { readonly fen: unique symbol }

/** Takes whole fen; throws on a fraction. */
export function toFen(fen: number): Fen {
  if (!Number.isSafeInteger(fen)) throw new RangeError(`not whole fen: ${fen}`)
  return fen as Fen
}

/** Reads yuan as typed, `1,234.50` or `￥12`; undefined for anything else or more than two places. */
export function readYuan(text: string): Fen | undefined {
  const plain = text.replace(/[¥￥元\s]/g, '').replace(/(\d)[,，](?=\d{3}(?:\D|$))/g, '$1')
  const fen = readHundredths(plain)
  return fen === undefined ? undefined : toFen(fen)
}

/** `12.50`, always with two places. */
export function formatYuan(fen: Fen): string {
  return formatHundredths(fen, 2)
}

export function sumFen(all: Iterable<Fen>): Fen {
  let sum = 0
  for (const fen of all) sum += fen
  return toFen(sum)
}

/** A share of money, rounded half away from zero to whole fen. */
export function scaleFen(fen: Fen, numerator: number, denominator: number): Fen {
  return toFen(scaleWhole(fen, numerator, denominator))
}
