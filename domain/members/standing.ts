import { agree, type Decision, refuse } from '../shared/decision.ts'
import { addMonths, addYears, ageOn, type PlainDate, wholeMonthsBetween } from '../shared/plain-date.ts'

/** Months of probation, from the vote of the assembly. */
export const probationMonths = 12
/** From the party constitution of 1969 to that of 1977 members were admitted without probation. */
const probationAbolishedOn = '1969-04-14'
const probationRestoredOn = '1977-08-18'

/** Whether full membership began on the day of admission itself. */
export function wasAdmittedWithoutProbation(admittedOn: PlainDate): boolean {
  return admittedOn >= probationAbolishedOn && admittedOn < probationRestoredOn
}

/** The three clocks of a member, which start on different days. */
export type Clocks = {
  /** Membership: the day the assembly passed admission. */
  readonly memberSince: PlainDate
  /** The day probation ends. */
  readonly probationEndsOn: PlainDate
  /** Party standing: the day full membership began; null before. */
  readonly standingSince: PlainDate | null
}

export function clocksOf(admittedOn: PlainDate, convertedOn: PlainDate | null, extensionMonths = 0): Clocks {
  const probationEndsOn = addMonths(admittedOn, probationMonths + extensionMonths)
  return { memberSince: admittedOn, probationEndsOn, standingSince: convertedOn }
}

/** One extension of six to twelve months; anything else is refused. */
export function checkExtension(
  months: number,
  alreadyExtended: boolean,
): Decision<number, 'probation-extension-twice' | 'probation-extension-out-of-range'> {
  if (alreadyExtended) return refuse('probation-extension-twice')
  if (!Number.isInteger(months) || months < 6 || months > 12) {
    return refuse('probation-extension-out-of-range', { min: 6, max: 12 })
  }
  return agree(months)
}

/** A time in which membership was stopped; `untilOn` is the day it was restored. */
export type Lapse = { readonly fromOn: PlainDate; readonly untilOn: PlainDate | null }
export type Standing = { readonly years: number; readonly months: number }

/**
 * Party standing on a day: whole months since conversion, less whole months in which membership was stopped.
 * Zero for a probationary member, whose membership runs already.
 */
export function standingOn(
  convertedOn: PlainDate | null,
  lapses: readonly Lapse[],
  day: PlainDate,
): Standing {
  const months =
    convertedOn === null ? 0 : Math.max(0, wholeMonthsBetween(convertedOn, day) - lapsedMonths(lapses, day))
  return { years: Math.floor(months / 12), months: months % 12 }
}

/** Whole months of stopped membership up to a day. */
export function lapsedMonths(lapses: readonly Lapse[], day: PlainDate): number {
  let months = 0
  for (const { fromOn, untilOn } of lapses) {
    const end = untilOn !== null && untilOn < day ? untilOn : day
    if (end > fromOn) months += wholeMonthsBetween(fromOn, end)
  }
  return months
}

export type MembershipDates = {
  readonly bornOn: PlainDate
  readonly admittedOn: PlainDate
  readonly convertedOn: PlainDate | null
}
export const membershipDateRefusals = [
  'admission-in-future',
  'admission-under-age',
  'conversion-before-admission',
  'conversion-in-future',
  'conversion-before-probation-ends',
] as const
export type MembershipDateRefusal = (typeof membershipDateRefusals)[number]

/**
 * Whether the dates of a membership can be true together: admitted at 18 or older, converted not before
 * probation ends unless admitted in the years without probation, nothing in the future.
 */
export function checkMembershipDates(
  dates: MembershipDates,
  today: PlainDate,
): Decision<MembershipDates, MembershipDateRefusal> {
  const { bornOn, admittedOn, convertedOn } = dates
  if (admittedOn > today) return refuse('admission-in-future', { admittedOn })
  if (ageOn(bornOn, admittedOn) < 18) return refuse('admission-under-age', { age: ageOn(bornOn, admittedOn) })
  if (convertedOn === null) return agree(dates)
  if (convertedOn > today) return refuse('conversion-in-future', { convertedOn })
  if (convertedOn < admittedOn) return refuse('conversion-before-admission', { admittedOn, convertedOn })
  if (admittedOn >= probationRestoredOn && convertedOn < addYears(admittedOn, 1)) {
    return refuse('conversion-before-probation-ends', { admittedOn, convertedOn })
  }
  return agree(dates)
}
