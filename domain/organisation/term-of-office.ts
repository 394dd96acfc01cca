import { agree, type Decision, refuse } from '../shared/decision.ts'
import { addDays, addMonths, addYears, type PlainDate, wholeMonthsBetween } from '../shared/plain-date.ts'
import type { UnitKind } from './party-org.ts'

/** The most a term may be lengthened over its own end. */
export const maxExtensionYears = 1

export type TermOfOffice = {
  readonly startedOn: PlainDate
  readonly years: number
  /** The end approved from above when it differs from the ordinary one. */
  readonly approvedEnd: PlainDate | null
}

/** Years of a term: five in villages and communities, three elsewhere. */
export function termYears(unitKind: UnitKind): 3 | 5 {
  return unitKind === 'other' ? 3 : 5
}

/** The day the next election is due at the latest; the term has expired from the day after. */
export function termEndsOn(term: TermOfOffice): PlainDate {
  return term.approvedEnd ?? addYears(term.startedOn, term.years)
}

export function isTermExpired(term: TermOfOffice, today: PlainDate): boolean {
  return today > termEndsOn(term)
}

/** The first day of an expired term, for the age of the defect. */
export function expiredSince(term: TermOfOffice): PlainDate {
  return addDays(termEndsOn(term), 1)
}

export type TermApproval = {
  readonly byOrgAbove: boolean
  readonly approvedOn: PlainDate
  readonly documentNumber: string
}
export type TermChangeRefusal =
  | 'term-change-needs-approval'
  | 'term-change-not-after-start'
  | 'term-extension-too-long'
  | 'term-end-unchanged'

/**
 * Lengthens or cuts short a term. Refuses without approval from above with its document number, an end
 * not after the start, and more than one year beyond the ordinary end, however often it is asked.
 */
export function changeTermEnd(
  term: TermOfOffice,
  newEnd: PlainDate,
  approval: TermApproval,
): Decision<TermOfOffice, TermChangeRefusal> {
  if (!approval.byOrgAbove || approval.documentNumber.trim() === '')
    return refuse('term-change-needs-approval')
  if (newEnd <= term.startedOn) return refuse('term-change-not-after-start', { startedOn: term.startedOn })
  if (newEnd === termEndsOn(term)) return refuse('term-end-unchanged')
  const latest = addYears(addYears(term.startedOn, term.years), maxExtensionYears)
  if (newEnd > latest) return refuse('term-extension-too-long', { latest })
  return agree({ ...term, approvedEnd: newEnd })
}

/** Months before the end at which the organisation above reminds of the re-election, and at the end itself. */
export const reElectionReminderMonths: readonly number[] = [6, 3, 1, 0]

/** Days on which the re-election is announced, earliest first; none before the term starts. */
export function reElectionReminders(
  term: TermOfOffice,
  months: readonly number[] = reElectionReminderMonths,
): PlainDate[] {
  const end = termEndsOn(term)
  const days = months.map((count) => addMonths(end, -count)).filter((day) => day >= term.startedOn)
  return [...new Set(days)].toSorted()
}

/** True from the first reminder to the end of the term. */
export function isTermEndingSoon(
  term: TermOfOffice,
  today: PlainDate,
  months: readonly number[] = reElectionReminderMonths,
): boolean {
  const first = reElectionReminders(term, months)[0]
  return first !== undefined && today >= first && !isTermExpired(term, today)
}

/** The next monthly reminder to fill a vacant post, after `today`. */
export function nextVacancyReminder(vacantSince: PlainDate, today: PlainDate): PlainDate {
  if (today < vacantSince) return vacantSince
  return addMonths(vacantSince, wholeMonthsBetween(vacantSince, today) + 1)
}
