import type { PointsCategory } from '../../points/category.ts'
import { type Caps, noCaps } from '../../points/credit.ts'
import { toPoints } from '../../shared/points.ts'
import type { EvidenceKind, ItemValue, SchemeItem, ValueUnit } from '../scheme.ts'

type Texts = readonly [zh: string, en: string]

/** Caps in points as people write them; what is left out is not set. */
export function capsOf(part: { day?: number; month?: number; year?: number }): Caps {
  return { day: pointsOf(part.day), month: pointsOf(part.month), year: pointsOf(part.year) }
}

export function each(points: number, unit: ValueUnit): ItemValue {
  return { kind: 'fixed', points: toPoints(Math.round(points * 100)), unit }
}

export function between(least: number, most: number, unit: ValueUnit = 'time'): ItemValue {
  return {
    kind: 'range',
    least: toPoints(Math.round(least * 100)),
    most: toPoints(Math.round(most * 100)),
    unit,
  }
}

const offered: readonly EvidenceKind[] = ['photo', 'witness', 'paper']

/** A deed a member reports: photo, witness or paper as they like, none demanded. */
export function deed(
  category: PointsCategory,
  code: string,
  name: Texts,
  rule: Texts,
  value: ItemValue,
  change: Partial<SchemeItem> = {},
): SchemeItem {
  return {
    code,
    category,
    name: { zh: name[0], en: name[1] },
    rule: { zh: rule[0], en: rule[1] },
    value,
    caps: noCaps,
    evidence: { offered, needed: [] },
    claim: ['member', 'helper', 'secretary'],
    award: ['branch'],
    automatic: null,
    attendance: false,
    fromHome: true,
    announced: false,
    approval: 'branch',
    outsideCaps: null,
    ...change,
  }
}

/** Credited by a record that exists already; nobody claims it. */
export function recorded(
  code: string,
  name: Texts,
  rule: Texts,
  value: ItemValue,
  automatic: NonNullable<SchemeItem['automatic']>,
  change: Partial<SchemeItem> = {},
): SchemeItem {
  const evidence = { offered: ['roster'], needed: [] } as const
  return deed('duty', code, name, rule, value, { automatic, claim: [], award: [], evidence, ...change })
}

/** Taken off by the branch after facts, notice and answer. */
export function minus(code: string, name: Texts, rule: Texts, value: ItemValue): SchemeItem {
  const evidence = { offered: ['witness', 'paper', 'roster'], needed: ['paper', 'witness'] } as const
  return deed('deductions', code, name, rule, value, { claim: [], evidence, fromHome: false })
}

function pointsOf(value: number | undefined) {
  return value === undefined ? null : toPoints(Math.round(value * 100))
}
