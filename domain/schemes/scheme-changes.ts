import { pointsCategories } from '../points/category.ts'
import type { Caps } from '../points/credit.ts'
import type { SchemeContent, SchemeItem } from './scheme.ts'

export type SchemePart = 'title' | 'category' | 'item' | 'veto' | 'line' | 'setting'
export type SchemeLeaf = string | number | boolean | null
export type SchemeChange = {
  readonly part: SchemePart
  /** Code of the item or veto, name of the category, proposal of the line, or `scheme`. */
  readonly where: string
  /** Path inside, such as `caps.year`; empty where the whole was added or taken out. */
  readonly field: string
  readonly kind: 'changed' | 'added' | 'removed'
  /** Points in hundredths; lists as one text; null where nothing is set. */
  readonly before: SchemeLeaf
  readonly after: SchemeLeaf
}

/** Everything in which two contents of a scheme differ, in the order of the page: what the county is asked to decide. */
export function compareContents(before: SchemeContent, after: SchemeContent): SchemeChange[] {
  const settingsOf = ({
    carryOver,
    openBonus,
    totalCap,
    rhythm,
    scored,
    graded,
    ...rest
  }: SchemeContent) => ({
    carryOver,
    openBonus,
    totalCap,
    rhythm,
    scored,
    graded,
    appraisalPercent: rest.appraisalPercent,
    attendancePercent: rest.attendancePercent,
    lateEntryDays: rest.lateEntryDays,
    decideDays: rest.decideDays,
    answerWorkingDays: rest.answerWorkingDays,
    noticeWorkingDays: rest.noticeWorkingDays,
  })
  return [
    ...compareLeaves('title', 'scheme', before.title, after.title),
    ...pointsCategories.flatMap((category) =>
      compareLeaves(
        'category',
        category,
        capsInOrder(before.categories[category]),
        capsInOrder(after.categories[category]),
      ),
    ),
    ...compareLists('item', before.items.map(itemInOrder), after.items.map(itemInOrder), ({ code }) => code),
    ...compareLists('veto', before.vetoes, after.vetoes, ({ code }) => code),
    ...compareLists('line', before.proposalLines, after.proposalLines, ({ proposal }) => proposal),
    ...compareLeaves('setting', 'scheme', settingsOf(before), settingsOf(after)),
  ]
}

// A kept content has lost the order of its parts; a page goes through them as it shows them.
function capsInOrder({ day, month, year }: Caps): Caps {
  return { day, month, year }
}

function itemInOrder(item: SchemeItem): SchemeItem {
  const { code, category, name, rule, value, caps, evidence, claim, award, automatic, ...rest } = item
  return {
    code,
    category,
    name: { zh: name.zh, en: name.en },
    rule: { zh: rule.zh, en: rule.en },
    value,
    caps: capsInOrder(caps),
    evidence: { offered: evidence.offered, needed: evidence.needed },
    claim,
    award,
    automatic,
    ...rest,
  }
}

function compareLists<Entry extends object>(
  part: SchemePart,
  before: readonly Entry[],
  after: readonly Entry[],
  keyOf: (entry: Entry) => string,
): SchemeChange[] {
  const [was, is] = [before, after].map((list) => new Map(list.map((entry) => [keyOf(entry), entry])))
  const keys = new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])])
  return [...keys].flatMap((where): SchemeChange[] => {
    const [old, now] = [was?.get(where), is?.get(where)]
    const whole = { part, where, field: '', before: null, after: null }
    if (old === undefined) return [{ ...whole, kind: 'added' }]
    if (now === undefined) return [{ ...whole, kind: 'removed' }]
    return compareLeaves(part, where, old, now)
  })
}

function compareLeaves(part: SchemePart, where: string, before: object, after: object): SchemeChange[] {
  const [was, is] = [leavesOf(before), leavesOf(after)]
  const fields = new Set([...was.keys(), ...is.keys()])
  return [...fields].flatMap((field): SchemeChange[] => {
    const [old, now] = [was.get(field) ?? null, is.get(field) ?? null]
    return old === now ? [] : [{ part, where, field, kind: 'changed', before: old, after: now }]
  })
}

function leavesOf(value: object, path = '', found = new Map<string, SchemeLeaf>()): Map<string, SchemeLeaf> {
  for (const [key, part] of Object.entries(value) as [string, unknown][]) {
    const at = path === '' ? key : `${path}.${key}`
    if (Array.isArray(part)) found.set(at, part.join('、'))
    else if (typeof part === 'object' && part !== null) leavesOf(part, at, found)
    else if (isLeaf(part)) found.set(at, part)
  }
  return found
}

function isLeaf(part: unknown): part is SchemeLeaf {
  return part === null || ['string', 'number', 'boolean'].includes(typeof part)
}
