import { isProcess, pointsCategories, type PointsCategory } from '../points/category.ts'
import type { Caps } from '../points/credit.ts'
import type { RefusalDetails } from '../shared/decision.ts'
import { formatPoints, type Points, sumPoints, toPoints } from '../shared/points.ts'
import { claimableItems, type SchemeContent, type SchemeItem } from './scheme.ts'

/** The most of a year's process that attendance may make, in percent; a county may set less. */
export const mostAttendancePercent = 30
/** The most items a member is asked to choose from. */
export const mostClaimable = 12
/** Bonuses above this are unusual and are pointed out. */
export const usualBonusCap = toPoints(2000)

export const schemeFaultCodes = [
  'scheme-words-missing',
  'scheme-item-code-wrong',
  'scheme-item-code-twice',
  'scheme-value-not-positive',
  'scheme-caps-out-of-order',
  'scheme-item-cap-above-category',
  'scheme-category-without-year-cap',
  'scheme-months-never-fill-year',
  'scheme-caps-above-total',
  'scheme-attendance-share',
  'scheme-attendance-limit-raised',
  'scheme-too-many-claimable',
  'scheme-bonus-open-without-decision',
  'scheme-bonus-cap-unusual',
  'scheme-outside-caps-not-bonus',
  'scheme-range-not-announced',
  'scheme-automatic-and-claimed',
  'scheme-item-without-way',
  'scheme-deduction-claimed',
  'scheme-lines-not-falling',
  'scheme-number-out-of-range',
  'scheme-veto-without-document',
] as const
export type SchemeFault = {
  readonly code: (typeof schemeFaultCodes)[number]
  /** An error keeps the version from being adopted; advice is shown and may be kept. */
  readonly weight: 'error' | 'advice'
  /** Code of the item, name of the category or of the setting. */
  readonly where: string
  readonly details: RefusalDetails
}

/** Everything in the numbers of a scheme that does not fit together (R-236… ); an empty list means it does. */
export function checkScheme(content: SchemeContent): SchemeFault[] {
  return [
    ...content.items.flatMap((item, index) => checkItem(content, item, index)),
    ...pointsCategories.flatMap((category) => checkCategory(content, category)),
    ...checkTotal(content),
    ...checkShares(content),
    ...checkSettings(content),
  ]
}

function fault(
  code: SchemeFault['code'],
  where: string,
  details: RefusalDetails = {},
  weight: SchemeFault['weight'] = 'error',
): SchemeFault {
  return { code, where, details, weight }
}

function checkItem(content: SchemeContent, item: SchemeItem, index: number): SchemeFault[] {
  const faults: SchemeFault[] = []
  const { code, caps, value, category } = item
  const found = (problem: SchemeFault['code'], details: RefusalDetails = {}) =>
    faults.push(fault(problem, code, details))
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(code)) found('scheme-item-code-wrong')
  if (content.items.findIndex((other) => other.code === code) < index) found('scheme-item-code-twice')
  if ([item.name.zh, item.name.en, item.rule.zh, item.rule.en].some((text) => text.trim() === ''))
    found('scheme-words-missing')
  const [least, most] = value.kind === 'fixed' ? [value.points, value.points] : [value.least, value.most]
  if (least <= 0 || most < least) found('scheme-value-not-positive')
  if (!inOrder(caps)) found('scheme-caps-out-of-order')
  if (item.outsideCaps === null && exceeds(caps, content.categories[category]))
    found('scheme-item-cap-above-category')
  if (item.outsideCaps !== null && category !== 'bonus') found('scheme-outside-caps-not-bonus')
  if (value.kind === 'range' && category !== 'deductions' && item.approval === 'branch' && !item.announced) {
    found('scheme-range-not-announced')
  }
  if (item.automatic !== null && item.claim.length > 0) found('scheme-automatic-and-claimed')
  if (item.automatic === null && item.claim.length === 0 && item.award.length === 0)
    found('scheme-item-without-way')
  if (category === 'deductions' && (item.claim.length > 0 || item.automatic !== null))
    found('scheme-deduction-claimed')
  return faults
}

function checkCategory(content: SchemeContent, category: PointsCategory): SchemeFault[] {
  const caps = content.categories[category]
  const faults: SchemeFault[] = []
  if (!inOrder(caps)) faults.push(fault('scheme-caps-out-of-order', category))
  if (isProcess(category) && caps.year === null)
    faults.push(fault('scheme-category-without-year-cap', category))
  if (caps.month !== null && caps.year !== null && caps.month * 12 < caps.year) {
    faults.push(
      fault(
        'scheme-months-never-fill-year',
        category,
        { months: formatPoints(toPoints(caps.month * 12)) },
        'advice',
      ),
    )
  }
  if (category === 'bonus' && caps.year === null && content.openBonus === null) {
    faults.push(fault('scheme-bonus-open-without-decision', category))
  }
  if (category === 'bonus' && caps.year !== null && caps.year > usualBonusCap) {
    faults.push(fault('scheme-bonus-cap-unusual', category, { usual: formatPoints(usualBonusCap) }, 'advice'))
  }
  return faults
}

/** What the parts of a year can come to, the base included; null while one of them is open. */
export function mostOfYear(content: SchemeContent): Points | null {
  const years = pointsCategories
    .filter((category) => category !== 'deductions')
    .map((category) => content.categories[category].year)
  const known = years.filter((year) => year !== null)
  return known.length < years.length ? null : sumPoints([content.carryOver.baseCap, ...known])
}

function checkTotal(content: SchemeContent): SchemeFault[] {
  const most = mostOfYear(content)
  if (content.totalCap === null || most === null || most <= content.totalCap) return []
  return [
    fault('scheme-caps-above-total', 'totalCap', {
      most: formatPoints(most),
      cap: formatPoints(content.totalCap),
    }),
  ]
}

export type Share = {
  readonly points: Points
  readonly of: Points
  /** Whole percent, rounded down. */ readonly percent: number
}

/** What attendance can bring of the year's process, by the caps (R-236, S-161). */
export function attendanceShare(content: SchemeContent): Share {
  return shareOf(content, ({ attendance }) => attendance)
}

/** What can be earned without going far, of the year's process; shown beside each draft. */
export function homeShare(content: SchemeContent): Share {
  return shareOf(content, ({ fromHome }) => fromHome)
}

function shareOf(content: SchemeContent, counts: (item: SchemeItem) => boolean): Share {
  let points = 0
  let of = 0
  for (const category of pointsCategories.filter(isProcess)) {
    const cap = content.categories[category].year ?? 0
    const items = content.items.filter((item) => item.category === category && counts(item))
    of += cap
    points += Math.min(
      cap,
      items.reduce((sum, { caps }) => sum + yearOf(caps, cap), 0),
    )
  }
  return {
    points: toPoints(points),
    of: toPoints(of),
    percent: of === 0 ? 0 : Math.floor((points * 100) / of),
  }
}

function yearOf(caps: Caps, categoryCap: number): number {
  return Math.min(caps.year ?? categoryCap, caps.month === null ? categoryCap : caps.month * 12)
}

/** The share attendance really had in what was credited; what a branch report shows (S-161). */
export function actualAttendance(
  content: SchemeContent,
  credited: Iterable<{ readonly itemCode: string; readonly credited: Points }>,
): Share {
  const items = new Map(content.items.map((item) => [item.code, item]))
  let points = 0
  let of = 0
  for (const line of credited) {
    const item = items.get(line.itemCode)
    if (item === undefined || !isProcess(item.category)) continue
    of += line.credited
    if (item.attendance) points += line.credited
  }
  return {
    points: toPoints(points),
    of: toPoints(of),
    percent: of <= 0 ? 0 : Math.floor((points * 100) / of),
  }
}

function checkShares(content: SchemeContent): SchemeFault[] {
  const faults: SchemeFault[] = []
  const share = attendanceShare(content)
  if (content.attendancePercent > mostAttendancePercent) {
    faults.push(fault('scheme-attendance-limit-raised', 'attendancePercent', { most: mostAttendancePercent }))
  }
  if (share.points * 100 > Math.min(content.attendancePercent, mostAttendancePercent) * share.of) {
    faults.push(
      fault('scheme-attendance-share', 'attendancePercent', {
        percent: share.percent,
        most: content.attendancePercent,
      }),
    )
  }
  const claimable = claimableItems(content).length
  if (claimable > mostClaimable)
    faults.push(fault('scheme-too-many-claimable', 'items', { claimable, most: mostClaimable }))
  return faults
}

const ranges = {
  appraisalPercent: [0, 50],
  attendancePercent: [0, 100],
  lateEntryDays: [0, 366],
  decideDays: [1, 30],
  answerWorkingDays: [5, 30],
  noticeWorkingDays: [5, 30],
} as const

function checkSettings(content: SchemeContent): SchemeFault[] {
  const faults: SchemeFault[] = []
  for (const [name, [least, most]] of Object.entries(ranges)) {
    // Keys of `ranges` are whole-number settings of the content.
    const value = content[name as keyof typeof ranges]
    if (!Number.isInteger(value) || value < least || value > most) {
      faults.push(fault('scheme-number-out-of-range', name, { least, most }))
    }
  }
  const { percent, baseCap, resultCap, flat } = content.carryOver
  if (
    !Number.isInteger(percent) ||
    percent < 0 ||
    percent > 100 ||
    baseCap < 0 ||
    resultCap < 0 ||
    flat < 0 ||
    flat > baseCap
  ) {
    faults.push(fault('scheme-number-out-of-range', 'carryOver', { least: 0, most: 100 }))
  }
  if (content.title.zh.trim() === '' || content.title.en.trim() === '')
    faults.push(fault('scheme-words-missing', 'title'))
  const { proposalLines: lines } = content
  if (lines.some(({ from }, index) => index > 0 && from >= (lines[index - 1]?.from ?? 0))) {
    faults.push(fault('scheme-lines-not-falling', 'proposalLines'))
  }
  return [
    ...faults,
    ...content.vetoes
      .filter(({ document }) => document === null)
      .map(({ code }) => fault('scheme-veto-without-document', code, {}, 'advice')),
  ]
}

function inOrder({ day, month, year }: Caps): boolean {
  const set = [day, month, year].filter((cap) => cap !== null)
  return set.every((cap, index) => cap >= 0 && (index === 0 || cap >= (set[index - 1] ?? 0)))
}

function exceeds(caps: Caps, outer: Caps): boolean {
  return (['day', 'month', 'year'] as const).some((span) => {
    const [own, limit] = [caps[span], outer[span]]
    return own !== null && limit !== null && own > limit
  })
}
