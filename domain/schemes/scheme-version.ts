import { agree, type Decision, refuse } from '../shared/decision.ts'
import { addToMonth, type PlainDate, type PlainMonth, toPlainMonth, yearOf } from '../shared/plain-date.ts'
import { lintScheme } from './policy-linter.ts'
import type { DocumentRef, MemberClass, SchemeContent, SchemeField, SchemeVersion } from './scheme.ts'
import { checkScheme } from './scheme-checks.ts'

export const adoptRefusals = [
  'scheme-takes-effect-too-early',
  'scheme-month-closed',
  'scheme-before-last-version',
  'scheme-for-others',
  'scheme-needs-decision',
  'scheme-decision-in-future',
  'scheme-does-not-fit',
  'scheme-against-policy',
] as const
export type AdoptRefusal = (typeof adoptRefusals)[number]

/**
 * Adopts a draft as the next version of a scheme. It takes effect from the next month at the earliest, after every
 * closed month and after the version before it. Refuses a draft whose numbers do not fit, one that the
 * principles forbid, and one without the document that decided it or with one of a later day.
 */
export function adoptVersion(
  versions: readonly SchemeVersion[],
  draft: SchemeContent & Pick<SchemeVersion, 'id' | 'schemeId' | 'label' | 'effectiveFrom'>,
  adopted: DocumentRef,
  facts: { readonly today: PlainDate; readonly lastClosedMonth: PlainMonth | null },
): Decision<SchemeVersion, AdoptRefusal> {
  const { effectiveFrom } = draft
  const earliest = addToMonth(toPlainMonth(facts.today), 1)
  if (effectiveFrom < earliest) return refuse('scheme-takes-effect-too-early', { earliest })
  if (facts.lastClosedMonth !== null && effectiveFrom <= facts.lastClosedMonth) {
    return refuse('scheme-month-closed', { lastClosedMonth: facts.lastClosedMonth })
  }
  const earlier = versions.filter(({ schemeId }) => schemeId === draft.schemeId)
  for (const version of earlier) {
    if (version.field !== draft.field || version.memberClass !== draft.memberClass)
      return refuse('scheme-for-others')
    if (version.effectiveFrom >= effectiveFrom) {
      return refuse('scheme-before-last-version', { effectiveFrom: version.effectiveFrom })
    }
  }
  if (adopted.body.trim() === '' || adopted.number.trim() === '') return refuse('scheme-needs-decision')
  if (adopted.on > facts.today) return refuse('scheme-decision-in-future', { today: facts.today })
  const faults = checkScheme(draft).filter(({ weight }) => weight === 'error')
  if (faults.length > 0)
    return refuse('scheme-does-not-fit', { faults: faults.map(({ code, where }) => `${code} ${where}`) })
  const findings = lintScheme(draft)
  if (findings.length > 0) {
    return refuse('scheme-against-policy', {
      findings: findings.map(({ ruleId, where }) => `${ruleId} ${where}`),
    })
  }
  return agree({ ...draft, adopted })
}

/** What a version is called unless its adopters say otherwise: `2026年3月起`. */
export function versionLabel(month: PlainMonth): string {
  return `${yearOf(month)}年${Number(month.slice(5, 7))}月起`
}

/** The version in force in a month, for a deed of that month; undefined before the first. */
export function versionIn(versions: readonly SchemeVersion[], month: PlainMonth): SchemeVersion | undefined {
  let found: SchemeVersion | undefined
  for (const version of versions) {
    if (
      version.effectiveFrom <= month &&
      (found === undefined || version.effectiveFrom > found.effectiveFrom)
    )
      found = version
  }
  return found
}

/** The last month a version is in force; null while nothing follows it. */
export function lastMonthOf(version: SchemeVersion, versions: readonly SchemeVersion[]): PlainMonth | null {
  const next = versions
    .filter(
      ({ schemeId, effectiveFrom }) => schemeId === version.schemeId && effectiveFrom > version.effectiveFrom,
    )
    .map(({ effectiveFrom }) => effectiveFrom)
    .toSorted()[0]
  return next === undefined ? null : addToMonth(next, -1)
}

/**
 * The version for a member in a month: the scheme of field and class, else that of the class for every field;
 * a probationary member takes the scheme in post of the field, without grade.
 */
export function schemeFor(
  versions: readonly SchemeVersion[],
  field: SchemeField,
  memberClass: MemberClass,
  month: PlainMonth,
): SchemeVersion | undefined {
  const of = (place: SchemeField | 'every', each: MemberClass) =>
    versionIn(
      versions.filter((version) => version.field === place && version.memberClass === each),
      month,
    )
  const own = of(field, memberClass) ?? of('every', memberClass)
  if (own !== undefined || memberClass !== 'probationary') return own
  const inPost = of(field, 'inPost') ?? of('every', 'inPost')
  return inPost === undefined ? undefined : { ...inPost, memberClass, graded: false }
}
