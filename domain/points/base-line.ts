import { sumPoints, type Points, toPoints } from '../shared/points.ts'
import type { Base } from './base.ts'
import type { EntryKind, EntrySource } from './entry.ts'

/** How a base came about, as its line carries it: last year’s result and the share taken of it (R-230…R-232). */
export function toBaseEvidence(base: Base, percent: number, certificate?: string): string[] {
  if (base.result === null) return []
  const stated = certificate === undefined ? [] : [`certificate:${certificate}`]
  return [`result:${base.result}`, `percent:${percent}`, ...stated]
}

export type BaseLine = {
  readonly kind: EntryKind
  readonly source: EntrySource
  readonly credited: Points
  readonly evidence: readonly string[]
  readonly takenBack: boolean
}
export type BaseOrigin = {
  readonly kind: Base['kind'] | 'none'
  readonly points: Points
  readonly percent: number | null
  readonly result: Points | null
}

/** What a year began with and where that comes from, out of its lines; one taken back says nothing any more. */
export function readBase(lines: readonly BaseLine[]): BaseOrigin {
  const points = sumPoints(lines.map(({ credited }) => credited))
  const standing = lines.findLast(({ kind, takenBack }) => kind !== 'reversal' && !takenBack)
  if (standing === undefined) return { kind: 'none', points, percent: null, result: null }
  const valueOf = (name: string) => {
    const found = standing.evidence.find((each) => each.startsWith(`${name}:`))
    const value = found === undefined ? Number.NaN : Number(found.slice(name.length + 1))
    return Number.isSafeInteger(value) ? value : null
  }
  const result = valueOf('result')
  // What stands in place of another base is a correction; only a carried one of the year has a result.
  const carried = standing.kind === 'carryOver' || result !== null
  const kind = standing.source === 'transfer' ? 'broughtAlong' : carried ? 'carryOver' : 'flat'
  return { kind, points, percent: valueOf('percent'), result: result === null ? null : toPoints(result) }
}
