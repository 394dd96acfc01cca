/** A source of repeatable draws: the same seed word gives the same row of numbers on every machine. */
export type Draw = {
  /** A whole number from `low` to `high`, both possible. */
  between(low: number, high: number): number
  /** One of the list. */
  oneOf<T>(list: readonly T[]): T
  /** True in `percent` of a hundred draws. */
  chance(percent: number): boolean
}

/** Draws that follow from a word alone (FNV-1a into mulberry32). */
export function drawFrom(word: string): Draw {
  let state = 0x811c9dc5
  for (const character of word) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  return {
    between,
    oneOf(list) {
      const found = list[between(0, list.length - 1)]
      if (found === undefined) throw new RangeError('An empty list has no one to draw')
      return found
    },
    chance: (percent) => next() * 100 < percent,
  }
}

/** Splits a whole into parts by weights so that the parts add up exactly (largest remainders). */
export function splitWhole(whole: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0)
  const exact = weights.map((weight) => (whole * weight) / sum)
  const parts = exact.map(Math.floor)
  const order = exact.map((value, index) => ({ index, rest: value - Math.floor(value) }))
  order.sort((a, b) => b.rest - a.rest || a.index - b.index)
  let left = whole - parts.reduce((total, part) => total + part, 0)
  for (const { index } of order) {
    if (left === 0) break
    parts[index] = (parts[index] ?? 0) + 1
    left -= 1
  }
  return parts
}
