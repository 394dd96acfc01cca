import {
  type Caution,
  cautionsOf,
  isTickedAtFirst,
  toNewcomer,
} from '@steward/domain/members/roster-import/caution.ts'
import { type Change, rosterDiffer, type RowOutcome } from '@steward/domain/members/roster-import/diff.ts'
import { bigramSuggester, toOrgKey } from '@steward/domain/members/roster-import/org-names.ts'
import type { ParsedRow, ReadRow } from '@steward/domain/members/roster-import/row.ts'
import { checkMembershipDates } from '@steward/domain/members/standing.ts'
import { maskIdentityNumber } from '@steward/domain/shared/identity-number.ts'
import type { RefusalDetails } from '@steward/domain/shared/decision.ts'
import { isAtOrBelow } from '@steward/domain/shared/reach.ts'
import type { Context } from '#platform/context.ts'
import type { ComparedRow, RowFacts, RowReason, ShownChange } from './queries-roster-row.ts'
import {
  type Branch,
  type KnownMember,
  listBranches,
  listKnownMembers,
  shownValue,
} from './queries-roster-register.ts'
import { IDENTITY_INDEX } from './queries.ts'

export type Target = { readonly path: string; readonly name: string }
type Means = Pick<Context, 'tx' | 'crypto' | 'today' | 'newId'>

/** Compares rows of a roster with the register; a person's answers about doubles come in as `as…`. */
export type Comparison = {
  /** Reads the members these rows may mean; before they are compared, and in the order of the roster. */
  know(reads: readonly ReadRow[]): Promise<void>
  compare(read: ReadRow): ComparedRow
  /** The same person as a member: what would change. */
  asMember(row: ParsedRow, memberId: string): ComparedRow
  /** Nobody of the register. */
  asNewcomer(row: ParsedRow): ComparedRow
  readonly members: ReadonlyMap<string, KnownMember>
}

// Old files hold such dates; they are for people to look at.
const softDateCodes = ['admission-under-age', 'conversion-before-probation-ends']

/** Reads the branches rows could mean and compares with them and with the members of their numbers and names. */
export async function openComparison(
  means: Means,
  target: Target,
  assigned: Readonly<Record<string, string>>,
): Promise<Comparison> {
  const { tx, crypto, today } = means
  const indexOf = (number: string) => crypto.blindIndex(IDENTITY_INDEX, number)
  // Each number is asked twice, for the register and for the row; only those of the present window are kept.
  let indexes = new Map<string, Buffer>()
  const identityKeyOf = (number: string) => (indexes.get(number) ?? indexOf(number)).toString('base64')
  const places = placesOf(await listBranches(tx, today), target)
  const facts = {
    identityKeyOf,
    branches: places.inside,
    suggest: bigramSuggester(places.inside),
    assignedBranches: new Map(Object.entries(assigned)),
  }
  const members = new Map<string, KnownMember>()
  const judge = judgeOf({ means, target, places, members })
  const differ = rosterDiffer({ ...facts, register: [] })
  return {
    members,
    async know(reads) {
      const rows = reads.flatMap((read) => (read.kind === 'parsed' ? [read.row] : []))
      const numbers = rows.flatMap(({ identity }) => identity?.number ?? [])
      indexes = new Map(numbers.map((number) => [number, indexOf(number)]))
      members.clear()
      for (const member of await knownMembers(means, rows, [...indexes.values()]))
        members.set(member.memberId, member)
      differ.know(members.values())
    },
    compare: (read) => judge(differ.diff(read)),
    asMember(row, memberId) {
      const member = members.get(memberId)
      if (member === undefined) return refusedRow(row.rowNumber, row.name, 'name', 'register-changed')
      const identityKey = row.identity ? identityKeyOf(row.identity.number) : member.identityKey
      const bornOn = row.bornOn?.day ?? member.bornOn
      const compared = judge(differ.apart(row, [{ ...member, name: row.name, identityKey, bornOn }]))
      return asDouble(withNumber(compared, row, member), row, 'samePersonUpdate', means)
    },
    asNewcomer: (row) => asDouble(judge(differ.apart(row, [])), row, 'notSame', means),
  }
}

async function knownMembers(
  { tx, crypto }: Means,
  rows: readonly ParsedRow[],
  indexes: readonly Buffer[],
): Promise<KnownMember[]> {
  const dated = rows.filter(({ bornOn }) => bornOn?.precision === 'day')
  const names = dated.map(({ name }) => name)
  return await listKnownMembers(tx, crypto, {
    indexes,
    names,
    days: dated.map(({ bornOn }) => bornOn?.day ?? ''),
  })
}

type Places = {
  readonly inside: readonly Branch[]
  readonly byId: ReadonlyMap<string, Branch>
  readonly outside: ReadonlySet<string>
}

function placesOf(branches: readonly Branch[], target: Target): Places {
  const inside = branches.filter(({ path }) => isAtOrBelow(path, target.path))
  const outside = branches.filter(({ path }) => !isAtOrBelow(path, target.path))
  return {
    inside,
    byId: new Map(branches.map((branch) => [branch.id, branch])),
    outside: new Set(outside.flatMap(({ name, otherNames = [] }) => [name, ...otherNames]).map(toOrgKey)),
  }
}

type Judging = {
  readonly means: Means
  readonly target: Target
  readonly places: Places
  readonly members: ReadonlyMap<string, KnownMember>
}

/** What becomes of an outcome once place, group and papers are looked at. */
function judgeOf(judging: Judging): (outcome: RowOutcome) => ComparedRow {
  const { target, places, members } = judging
  const isElsewhere = (memberId: string) => {
    const path = members.get(memberId)?.path
    return path === undefined || !isAtOrBelow(path, target.path)
  }
  const elsewhere = (row: ParsedRow) =>
    refusedRow(row.rowNumber, row.name, 'name', 'member-in-other-organisation', { target: target.name })
  return (outcome) => {
    switch (outcome.outcome) {
      case 'refused':
        return { ...blank(outcome), outcome: 'refused', facts: { reasons: outcome.reasons } }
      case 'new':
        return judgeNew(outcome.row, outcome.branchId, judging)
      case 'same':
        return isElsewhere(outcome.memberId)
          ? elsewhere(outcome.row)
          : { ...blank(outcome.row), outcome: 'same', memberId: outcome.memberId }
      case 'changed':
        return isElsewhere(outcome.memberId) ? elsewhere(outcome.row) : judgeChanged(outcome, judging)
      case 'duplicate': {
        const { row, duplicate } = outcome
        if (duplicate.code === 'same-number-other-name' && isElsewhere(duplicate.memberId))
          return elsewhere(row)
        return {
          ...blank(row),
          outcome: 'double',
          doubleOf: 'memberId' in duplicate ? duplicate.memberId : null,
          otherRowNumber: 'otherRowNumber' in duplicate ? duplicate.otherRowNumber : null,
          facts: { double: duplicate.code, cautions: doubtsOf(row) },
          sealed: sealRow(row, judging.means),
        }
      }
      case 'unknownBranch':
        return judgeUnknown(outcome, judging, places)
    }
  }
}

function judgeUnknown(
  outcome: Extract<RowOutcome, { outcome: 'unknownBranch' }>,
  { target, means }: Judging,
  { outside, byId }: Places,
): ComparedRow {
  const { row, branchName, ambiguous, suggestions } = outcome
  if (!ambiguous && outside.has(toOrgKey(branchName))) {
    const details = { name: branchName, target: target.name }
    return {
      ...refusedRow(row.rowNumber, row.name, 'branchName', 'branch-outside-target', details),
      branchName,
    }
  }
  const code = ambiguous ? 'branch-ambiguous' : 'branch-unknown'
  return {
    ...blank(row),
    outcome: 'unknownBranch',
    facts: {
      reasons: [{ field: 'branchName', code, details: { name: branchName } }],
      suggestions: suggestions.map(({ orgId, name }) => ({ orgId, name: byId.get(orgId)?.fullName ?? name })),
    },
    sealed: sealRow(row, means),
  }
}

function judgeNew(row: ParsedRow, branchId: string, { means, places }: Judging): ComparedRow {
  const newcomer = toNewcomer(row, means.today)
  if (!newcomer.ok) {
    const field = newcomer.code.startsWith('identity')
      ? 'identityNumber'
      : newcomer.code.startsWith('admission')
        ? 'admittedOn'
        : 'convertedOn'
    return refusedRow(row.rowNumber, row.name, field, newcomer.code, newcomer.details)
  }
  const branch = places.byId.get(branchId)
  if (branch !== undefined && findGroup(branch, row.groupName) === undefined) {
    return refusedRow(row.rowNumber, row.name, 'groupName', 'affiliation-group-missing', {
      branch: branch.name,
    })
  }
  return {
    ...blank(row),
    outcome: 'new',
    act: 'insert',
    ticked: true,
    orgId: branchId,
    memberId: means.newId(),
    facts: { cautions: [...newcomer.value.cautions.map(asReason), ...doubtsOf(row)] },
    sealed: sealRow(row, means),
  }
}

/** The group a row means in a branch; null in a branch without groups, undefined where none fits. */
export function findGroup(branch: Branch, groupName: string | undefined): string | null | undefined {
  if (branch.groups.length === 0) return null
  const key = toOrgKey(groupName ?? '')
  return branch.groups.find(({ name }) => toOrgKey(name) === key || toOrgKey(name).endsWith(key))?.id
}

function judgeChanged(outcome: Extract<RowOutcome, { outcome: 'changed' }>, judging: Judging): ComparedRow {
  const { row, memberId } = outcome
  const { means, places, members } = judging
  const member = members.get(memberId)
  if (member === undefined) throw new Error(`Row ${row.rowNumber} means a member that was not read`)
  const refusal = impossibleDates(row, member, outcome.changes, means)
  if (refusal !== undefined)
    return refusedRow(row.rowNumber, row.name, 'convertedOn', refusal.code, refusal.details)
  const branch = outcome.branchId === null ? undefined : places.byId.get(outcome.branchId)
  const moves = branch !== undefined && outcome.changes.some(({ field }) => field === 'branch')
  const transfer = moves && places.byId.get(member.values.branch ?? '')?.committeeId !== branch.committeeId
  const changes = outcome.changes.filter(({ field }) => field !== 'note' && !(transfer && field === 'branch'))
  const needsTransfer: RowReason = {
    field: 'branchName',
    code: 'branch-needs-transfer',
    details: { to: branch?.name ?? '' },
  }
  if (changes.length === 0) {
    if (!transfer) return { ...blank(row), outcome: 'same', memberId }
    return { ...blank(row), outcome: 'refused', memberId, facts: { reasons: [needsTransfer] } }
  }
  if (moves && !transfer && findGroup(branch, row.groupName) === undefined) {
    return refusedRow(row.rowNumber, row.name, 'groupName', 'affiliation-group-missing', {
      branch: branch.name,
    })
  }
  return {
    ...blank(row),
    outcome: 'changed',
    act: 'update',
    ticked: isTickedAtFirst(changes),
    orgId: moves && !transfer ? branch.id : null,
    memberId,
    memberRevision: member.revision,
    facts: {
      changes: changes.map((change) => shownChange(change, places)),
      cautions: [
        ...cautionsOf(changes).map(asReason),
        ...(transfer ? [needsTransfer] : []),
        ...doubtsOf(row),
      ],
    },
    sealed: sealRow(row, means),
  }
}

function impossibleDates(
  row: ParsedRow,
  member: KnownMember,
  changes: readonly Change[],
  { today }: Means,
): { code: string; details: RefusalDetails } | undefined {
  const converted = row.convertedOn?.day ?? member.values.convertedOn ?? null
  const becomesFull = changes.some(({ field, to }) => field === 'membershipKind' && to === 'full')
  if (becomesFull && converted === null) return { code: 'conversion-date-missing', details: {} }
  if (!changes.some(({ field }) => field === 'admittedOn' || field === 'convertedOn')) return undefined
  const admittedOn = row.admittedOn?.day ?? member.values.admittedOn
  if (admittedOn == null) return undefined
  const checked = checkMembershipDates(
    // Values of the register are days; only the rows of a roster may be less.
    {
      bornOn: member.bornOn,
      admittedOn: admittedOn as typeof member.bornOn,
      convertedOn: converted as typeof member.bornOn | null,
    },
    today,
  )
  return checked.ok || softDateCodes.includes(checked.code) ? undefined : checked
}

function shownChange({ field, from, to }: Change, { byId }: Places): ShownChange {
  if (field === 'branch')
    return { field, from: byId.get(from ?? '')?.fullName ?? from, to: byId.get(to)?.fullName ?? to }
  return { field, from: shownValue(field, from), to: shownValue(field, to) ?? to }
}

/** A double with its answer: it stays among the doubles unless it is refused or its branch is not known. */
function asDouble(
  compared: ComparedRow,
  row: ParsedRow,
  decision: 'samePersonUpdate' | 'notSame',
  means: Means,
): ComparedRow {
  const sealed = compared.sealed ?? sealRow(row, means)
  if (compared.outcome === 'refused') return compared
  if (compared.outcome === 'unknownBranch') return { ...compared, decision, sealed }
  return { ...compared, outcome: 'double', decision, sealed, ticked: compared.act !== 'nothing' }
}

/** The identity number a file lacks, when a person said it is the same one. */
function withNumber(compared: ComparedRow, row: ParsedRow, member: KnownMember): ComparedRow {
  if (member.identityKey !== null || row.identity === undefined) return compared
  if (compared.outcome !== 'same' && compared.outcome !== 'changed') return compared
  const number: ShownChange = {
    field: 'identityNumber',
    from: null,
    to: maskIdentityNumber(row.identity.number),
  }
  return {
    ...compared,
    outcome: 'changed',
    act: 'update',
    memberRevision: member.revision,
    facts: { ...compared.facts, changes: [...(compared.facts.changes ?? []), number] },
  }
}

function asReason({ code, details }: Caution): RowReason {
  return { field: null, code, details }
}

function doubtsOf(row: ParsedRow): readonly RowReason[] {
  return row.doubts
}

function sealRow(row: ParsedRow, { crypto }: Means): Buffer {
  return crypto.seal(JSON.stringify(row))
}

/** A row as it was sealed by the comparison. */
export function openRow(sealed: Buffer, { crypto }: Pick<Means, 'crypto'>): ParsedRow {
  // Written by `sealRow` above; fields without a value are missing instead of undefined.
  return JSON.parse(crypto.unseal(sealed)) as ParsedRow
}

function blank(row: {
  readonly rowNumber: number
  readonly name: string
  readonly branchName?: string | undefined
}): ComparedRow {
  const facts: RowFacts = {}
  return {
    rowNumber: row.rowNumber,
    outcome: 'refused',
    act: 'nothing',
    ticked: false,
    decision: null,
    name: row.name,
    branchName: row.branchName ?? '',
    orgId: null,
    memberId: null,
    memberRevision: null,
    doubleOf: null,
    otherRowNumber: null,
    facts,
    sealed: null,
  }
}

function refusedRow(
  rowNumber: number,
  name: string,
  field: NonNullable<RowReason['field']>,
  code: string,
  details: RefusalDetails = {},
): ComparedRow {
  return { ...blank({ rowNumber, name }), facts: { reasons: [{ field, code, details }] } }
}
