import { addDays, addYears, ageOn, laterOf, type PlainDate, wholeYearsBetween } from '../shared/plain-date.ts'

/** Lower edges of the bands, each up to the next edge; the last is open. */
export const ageEdges = [18, 36, 41, 46, 51, 56, 61, 66, 71] as const
export const standingEdges = [0, 5, 10, 20, 30, 40, 50] as const

/** A band from `from` to `to` full years, both included; `to` is null in the open one. */
export type Band = { readonly from: number; readonly to: number | null }

export const ageBands: readonly Band[] = bandsOf(ageEdges)
export const standingBands: readonly Band[] = bandsOf(standingEdges)

/** The age band on a day, by its place in `ageBands` (S-065). */
export function ageBandOn(bornOn: PlainDate, day: PlainDate): number {
  return place(ageEdges, ageOn(bornOn, day))
}

/** The band of party standing on a day, by its place in `standingBands`; undefined for a probationary member. */
export function standingBandOn(convertedOn: PlainDate | null, day: PlainDate): number | undefined {
  if (convertedOn === null || convertedOn > day) return undefined
  return place(standingEdges, wholeYearsBetween(convertedOn, day))
}

/** The latest day that lies at least so many full years before a day, 29 February counted as in `ageOn`. */
export function latestDayYearsBefore(years: number, day: PlainDate): PlainDate {
  return laterOf(addYears(day, -years), addDays(addYears(addDays(day, 1), -years), -1))
}

/** A share in tenths of a percent, half up; null where there is nobody to divide by (S-004). */
export function shareOf(part: number, all: number): number | null {
  return all === 0 ? null : Math.floor((part * 2000 + all) / (2 * all))
}

function bandsOf(edges: readonly number[]): Band[] {
  return edges.map((from, index) => {
    const next = edges[index + 1]
    return { from, to: next === undefined ? null : next - 1 }
  })
}

function place(edges: readonly number[], years: number): number {
  let found = 0
  for (const [index, edge] of edges.entries()) if (years >= edge) found = index
  return found
}
