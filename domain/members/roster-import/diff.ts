import { maskPhone } from '../../shared/phone.ts'
import type { PlainDate } from '../../shared/plain-date.ts'
import { normaliseName } from '../../shared/text.ts'
import { isOnRoll, type MemberState } from '../member-state.ts'
import type { RosterDate } from './date-cell.ts'
import { type NamedOrg, type Suggestion, type SuggestOrgs, toOrgKey } from './org-names.ts'
import type { ParsedRow, ReadRow, Reason } from './row.ts'

/** Fields of a member that a roster may change. */
export const comparedFields = [
  'name',
  'sex',
  'bornOn',
  'ethnicGroup',
  'education',
  'admittedOn',
  'convertedOn',
  'branch',
  'phone',
  'membershipKind',
  'category',
  'post',
  'workplace',
  'address',
  'note',
] as const
export type ComparedField = (typeof comparedFields)[number]

/** What the register knows of a member; values as written there, `branch` as the organisation's id. */
export type RegisterMember = {
  readonly memberId: string
  readonly identityKey: string | null
  readonly name: string
  readonly bornOn: PlainDate
  readonly state: MemberState
  readonly values: Readonly<Partial<Record<ComparedField, string | null>>>
}

/** From and to as people may see them: phones are masked. Apply takes the value from the row, not from here. */
export type Change = { readonly field: ComparedField; readonly from: string | null; readonly to: string }
export type RowOutcome =
  | {
      readonly outcome: 'new'
      readonly rowNumber: number
      readonly row: ParsedRow
      readonly branchId: string
    }
  | {
      readonly outcome: 'changed'
      readonly rowNumber: number
      readonly row: ParsedRow
      readonly memberId: string
      readonly branchId: string | null
      readonly changes: readonly Change[]
    }
  | {
      readonly outcome: 'same'
      readonly rowNumber: number
      readonly row: ParsedRow
      readonly memberId: string
    }
  | {
      readonly outcome: 'refused'
      readonly rowNumber: number
      readonly name: string
      readonly reasons: readonly Reason[]
    }
  | {
      readonly outcome: 'duplicate'
      readonly rowNumber: number
      readonly row: ParsedRow
      readonly duplicate: Duplicate
    }
  | {
      readonly outcome: 'unknownBranch'
      readonly rowNumber: number
      readonly row: ParsedRow
      readonly branchName: string
      /** Several branches of this name, or none. */
      readonly ambiguous: boolean
      readonly suggestions: readonly Suggestion[]
    }

/** Who a row may repeat, for a person to decide. */
export type Duplicate =
  | {
      readonly code: 'same-number-in-sheet' | 'same-name-and-birth-date-in-sheet'
      readonly otherRowNumber: number
    }
  | { readonly code: 'same-number-other-name' | 'same-name-and-birth-date'; readonly memberId: string }

export type DiffFacts = {
  /** The blind index of an identity number, as the register keeps it. */
  readonly identityKeyOf: (identityNumber: string) => string
  readonly register: Iterable<RegisterMember>
  /** Branches open today, by all their names. */
  readonly branches: readonly NamedOrg[]
  readonly suggest: SuggestOrgs
  /** Branch names the sender or officer has assigned before: name in the roster to branch. */
  readonly assignedBranches?: ReadonlyMap<string, string>
}

export type DiffCounts = Record<RowOutcome['outcome'], number>

/**
 * Compares rows with the register, in one pass. Nobody is matched but by the identity number, or, where a row has
 * none, by name and birth date of exactly one member. Probable duplicates and unknown branches are left to people;
 * members whose file is closed are refused, because an import reopens nothing.
 */
export function diffRoster(rows: readonly ReadRow[], facts: DiffFacts): RowOutcome[] {
  return rows.map(rosterDiffer(facts).diff)
}

/** The same one by one, so that a long roster needs neither all rows nor the whole register at once. */
export type RosterDiffer = {
  /** Rows come in the order of the roster, because doubles are told from earlier rows. */
  diff(this: void, read: ReadRow): RowOutcome
  /** The members the next rows may mean: those of their numbers, and those of their names and birth dates. */
  know(this: void, register: Iterable<RegisterMember>): void
  /** One row for itself, without the rows before it. */
  apart(this: void, row: ParsedRow, register: Iterable<RegisterMember>): RowOutcome
}

export function rosterDiffer(facts: DiffFacts): RosterDiffer {
  let known = indexRegister(facts.register)
  const branchOf = branchFinder(facts)
  const nothingSeen = (): Seen => ({ byKey: new Map(), byPerson: new Map() })
  const seen = nothingSeen()
  return {
    diff(read) {
      if (read.kind === 'refused') {
        return { outcome: 'refused', rowNumber: read.rowNumber, name: read.name, reasons: read.reasons }
      }
      return diffRow(read.row, known, seen, branchOf, facts)
    },
    know(register) {
      known = indexRegister(register)
    },
    apart: (row, register) => diffRow(row, indexRegister(register), nothingSeen(), branchOf, facts),
  }
}

export function countOutcomes(outcomes: Iterable<RowOutcome>): DiffCounts {
  const counts: DiffCounts = { new: 0, changed: 0, same: 0, refused: 0, duplicate: 0, unknownBranch: 0 }
  for (const { outcome } of outcomes) counts[outcome] += 1
  return counts
}

type Register = {
  readonly byKey: Map<string, RegisterMember>
  readonly byPerson: Map<string, RegisterMember[]>
}
type Seen = { readonly byKey: Map<string, number>; readonly byPerson: Map<string, number> }
type BranchUnclear = {
  readonly ambiguous: boolean
  readonly suggestions: readonly Suggestion[]
  /** Branches of exactly this name. */
  readonly candidates: readonly string[]
}
type BranchFound = { readonly branchId: string } | BranchUnclear

function diffRow(
  row: ParsedRow,
  known: Register,
  seen: Seen,
  branchOf: (name: string) => BranchFound,
  facts: DiffFacts,
): RowOutcome {
  const { rowNumber, name, identity } = row
  const key = identity ? facts.identityKeyOf(identity.number) : null
  const person = personKey(name, row.bornOn)
  const earlierRow = key === null ? undefined : seen.byKey.get(key)
  if (earlierRow !== undefined)
    return duplicate(row, { code: 'same-number-in-sheet', otherRowNumber: earlierRow })
  if (key !== null) seen.byKey.set(key, rowNumber)
  const namesakes = person === null ? [] : (known.byPerson.get(person) ?? [])
  const matched = key === null ? (namesakes.length === 1 ? namesakes[0] : undefined) : known.byKey.get(key)
  if (matched && matched.name !== name && normaliseName(matched.name) !== name) {
    return duplicate(row, { code: 'same-number-other-name', memberId: matched.memberId })
  }
  if (person !== null && (!matched || key === null)) {
    const other = seen.byPerson.get(person)
    if (other !== undefined)
      return duplicate(row, { code: 'same-name-and-birth-date-in-sheet', otherRowNumber: other })
  }
  if (person !== null) seen.byPerson.set(person, rowNumber)
  const [namesake] = namesakes
  if (!matched && namesake)
    return duplicate(row, { code: 'same-name-and-birth-date', memberId: namesake.memberId })
  if (matched && !isOnRoll(matched.state))
    return refused(row, 'member-already-closed', 'name', { state: matched.state })
  const named = row.branchName === undefined ? null : branchOf(row.branchName)
  const branch = named && !('branchId' in named) ? (ownBranch(named, matched) ?? named) : named
  if (branch && !('branchId' in branch)) {
    const { ambiguous, suggestions } = branch
    return {
      outcome: 'unknownBranch',
      rowNumber,
      row,
      branchName: row.branchName ?? '',
      ambiguous,
      suggestions,
    }
  }
  if (matched) return compare(row, matched, branch?.branchId ?? null)
  if (!identity) return refused(row, 'identity-number-missing', 'identityNumber')
  if (!branch) return refused(row, 'branch-name-missing', 'branchName')
  if (!row.admittedOn) return refused(row, 'admission-date-missing', 'admittedOn')
  return { outcome: 'new', rowNumber, row, branchId: branch.branchId }
}

// Two villages of one name: the member's own branch is meant.
function ownBranch({ candidates }: BranchUnclear, member: RegisterMember | undefined) {
  const own = member?.values.branch
  return own != null && candidates.includes(own) ? { branchId: own } : undefined
}

function compare(row: ParsedRow, member: RegisterMember, branchId: string | null): RowOutcome {
  const { rowNumber } = row
  const values = member.values
  if (values.membershipKind === 'full' && row.membershipKind === 'probationary') {
    return refused(row, 'membership-kind-backwards', 'membershipKind')
  }
  const changes: Change[] = []
  for (const field of comparedFields) {
    const change = changeOf(field, row, values[field] ?? null, branchId)
    if (change) changes.push(change)
  }
  const { memberId } = member
  if (changes.length === 0) return { outcome: 'same', rowNumber, row, memberId }
  return { outcome: 'changed', rowNumber, row, memberId, branchId, changes }
}

function changeOf(
  field: ComparedField,
  row: ParsedRow,
  from: string | null,
  branchId: string | null,
): Change | undefined {
  if (field === 'bornOn' || field === 'admittedOn' || field === 'convertedOn') {
    const date = row[field]
    return date && !agrees(date, from) ? { field, from, to: date.day } : undefined
  }
  if (field === 'phone') {
    const to = row.phone?.number
    if (to === undefined || to === from) return undefined
    return { field, from: from === null ? null : maskPhone(from), to: maskPhone(to) }
  }
  const to = field === 'branch' ? (branchId ?? undefined) : row[field]
  if (to === undefined || to === from) return undefined
  // The register's spelling of a name may carry blanks the roster has not.
  if (field === 'name' && from !== null && normaliseName(from) === to) return undefined
  return { field, from, to }
}

// A roster that knows only month or year does not change a day that lies in it.
function agrees(date: RosterDate, from: string | null): boolean {
  if (from === null) return false
  // `1998.1` may be October.
  if (date.monthUnsure && from.slice(0, 7) === `${date.day.slice(0, 4)}-10`) return true
  const length = { day: 10, month: 7, year: 4 }[date.precision]
  return from.slice(0, length) === date.day.slice(0, length)
}

function branchFinder(facts: DiffFacts): (name: string) => BranchFound {
  const byName = new Map<string, Set<string>>()
  for (const { id, name, otherNames = [] } of facts.branches) {
    for (const key of [name, ...otherNames].map(toOrgKey)) {
      const ids = byName.get(key)
      if (ids) ids.add(id)
      else byName.set(key, new Set([id]))
    }
  }
  const exactName = new Map<string, string | null>()
  for (const { id, name } of facts.branches) exactName.set(name, exactName.has(name) ? null : id)
  const answers = new Map<string, BranchFound>()
  const find = (name: string): BranchFound => {
    const assigned = facts.assignedBranches?.get(name) ?? exactName.get(name)
    if (assigned) return { branchId: assigned }
    const ids = [...(byName.get(toOrgKey(name)) ?? [])]
    const [only] = ids
    if (only !== undefined && ids.length === 1) return { branchId: only }
    return { ambiguous: ids.length > 1, suggestions: facts.suggest(name), candidates: ids }
  }
  return (name) => {
    const known = answers.get(name)
    if (known) return known
    const found = find(name)
    answers.set(name, found)
    return found
  }
}

function indexRegister(members: Iterable<RegisterMember>): Register {
  const byKey = new Map<string, RegisterMember>()
  const byPerson = new Map<string, RegisterMember[]>()
  for (const member of members) {
    if (member.identityKey !== null) byKey.set(member.identityKey, member)
    const person = `${normaliseName(member.name)}|${member.bornOn}`
    const list = byPerson.get(person)
    if (list) list.push(member)
    else byPerson.set(person, [member])
  }
  return { byKey, byPerson }
}

function personKey(name: string, bornOn: RosterDate | undefined): string | null {
  return bornOn?.precision === 'day' ? `${name}|${bornOn.day}` : null
}

function duplicate(row: ParsedRow, found: Duplicate): RowOutcome {
  return { outcome: 'duplicate', rowNumber: row.rowNumber, row, duplicate: found }
}

function refused(
  row: ParsedRow,
  code: string,
  field: Reason['field'],
  details: Reason['details'] = {},
): RowOutcome {
  return { outcome: 'refused', rowNumber: row.rowNumber, name: row.name, reasons: [{ field, code, details }] }
}
