import type { PlainDate } from '../../shared/plain-date.ts'
import { addMonths } from '../../shared/plain-date.ts'
import { agree, type Decision, type RefusalDetails, refuse } from '../../shared/decision.ts'
import type { Sex } from '../../shared/identity-number.ts'
import type { MemberCategory } from '../category.ts'
import { probationMonths, wasAdmittedWithoutProbation } from '../standing.ts'
import type { Change } from './diff.ts'
import type { ParsedRow } from './row.ts'

/** What a person should look at before a row is written; the code has a text, the details its facts. */
export type Caution = { readonly code: string; readonly details: RefusalDetails }

/** Changes that rest on papers of their own: they wait unticked until somebody ticks them. */
const needPapers: Readonly<Partial<Record<Change['field'], string>>> = {
  admittedOn: 'standing-changes',
  convertedOn: 'standing-changes',
  membershipKind: 'conversion-needs-approval',
  branch: 'branch-changes',
}

/** What to look at in the changes of one member (R-105, R-109, S-023). */
export function cautionsOf(changes: readonly Change[]): Caution[] {
  const codes = new Set<string>()
  for (const { field } of changes) {
    const code = needPapers[field] ?? (field === 'category' ? 'category-changes' : undefined)
    if (code !== undefined) codes.add(code)
  }
  return [...codes].map((code) => ({ code, details: {} }))
}

/** Whether changes are ticked before anybody looked: only where none rests on papers of its own. */
export function isTickedAtFirst(changes: readonly Change[]): boolean {
  return changes.every(({ field }) => needPapers[field] === undefined)
}

/** What a new file is opened with, beside name, texts and sealed numbers. */
export type Newcomer = {
  readonly sex: Sex
  readonly bornOn: PlainDate
  readonly category: MemberCategory
  readonly admittedOn: PlainDate
  readonly convertedOn: PlainDate | null
  readonly cautions: readonly Caution[]
}
export type NewcomerRefusal =
  | 'identity-number-missing'
  | 'admission-date-missing'
  | 'conversion-date-missing'
  | 'membership-kind-disagrees'

/**
 * The facts of a new file from a row. Refuses a row without identity number or admission date, and a
 * member who must be full by now, or is called so, without the day of conversion; only those admitted in the years
 * without probation have the day of admission instead. Refuses a probationary member with a day of conversion.
 */
export function toNewcomer(row: ParsedRow, today: PlainDate): Decision<Newcomer, NewcomerRefusal> {
  const { identity, admittedOn } = row
  if (identity === undefined) return refuse('identity-number-missing')
  if (admittedOn === undefined) return refuse('admission-date-missing')
  if (row.membershipKind === 'probationary' && row.convertedOn) return refuse('membership-kind-disagrees')
  const converted =
    row.convertedOn?.day ?? (wasAdmittedWithoutProbation(admittedOn.day) ? admittedOn.day : null)
  const mustBeFull = row.membershipKind === 'full' || addMonths(admittedOn.day, probationMonths * 2) <= today
  if (converted === null && row.membershipKind !== 'probationary' && mustBeFull) {
    return refuse('conversion-date-missing', { admittedOn: admittedOn.day })
  }
  const cautions: Caution[] = []
  if (row.category === undefined) cautions.push({ code: 'category-missing', details: {} })
  if (admittedOn.precision !== 'day')
    cautions.push({ code: 'admission-day-unknown', details: { day: admittedOn.day } })
  return agree({
    sex: identity.sex,
    bornOn: identity.bornOn,
    category: row.category ?? 'other',
    admittedOn: admittedOn.day,
    convertedOn: row.membershipKind === 'probationary' ? null : converted,
    cautions,
  })
}
