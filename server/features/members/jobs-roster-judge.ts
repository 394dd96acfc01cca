import {
  type Caution,
  cautionsOf,
  isTickedAtFirst,
  toNewcomer,
} from '@steward/domain/members/roster-import/caution.ts'
import type { Change, RowOutcome } from '@steward/domain/members/roster-import/diff.ts'
import { type Suggestion, toOrgKey } from '@steward/domain/members/roster-import/org-names.ts'
import type { ParsedRow } from '@steward/domain/members/roster-import/row.ts'
import { checkMembershipDates } from '@steward/domain/members/standing.ts'
import type { RefusalDetails } from '@steward/domain/shared/decision.ts'
import { isAtOrBelow } from '@steward/domain/shared/reach.ts'
import type { Context } from '#platform/context.ts'
import { type Branch, type KnownMember, shownValue } from './queries-roster-register.ts'
import type { ComparedRow, RowFacts, RowReason, ShownChange } from './queries-roster-row.ts'

export type Target = { readonly path: string; readonly name: string }
export type Means = Pick<Context, 'tx' | 'crypto' | 'today' | 'newId'>

const ABOUT_AS_GOOD = 0.85
// Old files hold such dates; they are for people to look at.
const softDateCodes = ['admission-under-age', 'conversion-before-probation-ends']

export type Places = {
  readonly inside: readonly Branch[]
  readonly byId: ReadonlyMap<string, Branch>
  readonly outside: ReadonlySet<string>
}

/** The branches of the county, told apart by whether the roster is for them. */
export function placesOf(branches: readonly Branch[], target: Target): Places {
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
export function judgeOf(judging: Judging): (outcome: RowOutcome) => ComparedRow {
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
      suggestions: nearest(suggestions).map(({ orgId, name }) => ({
        orgId,
        name: byId.get(orgId)?.fullName ?? name,
      })),
    },
    sealed: sealRow(row, means),
  }
}

/** The best and those about as good; what is far off only confuses. */
function nearest(suggestions: readonly Suggestion[]): readonly Suggestion[] {
  const best = suggestions[0]?.score ?? 0
  return suggestions.filter(({ score }) => score >= best * ABOUT_AS_GOOD)
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

function asReason({ code, details }: Caution): RowReason {
  return { field: null, code, details }
}

function doubtsOf(row: ParsedRow): readonly RowReason[] {
  return row.doubts
}

/** A row as read, encrypted. */
export function sealRow(row: ParsedRow, { crypto }: Means): Buffer {
  return crypto.seal(JSON.stringify(row))
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

export function refusedRow(
  rowNumber: number,
  name: string,
  field: NonNullable<RowReason['field']>,
  code: string,
  details: RefusalDetails = {},
): ComparedRow {
  return { ...blank({ rowNumber, name }), facts: { reasons: [{ field, code, details }] } }
}

/** A row as it was sealed by the comparison. */
export function openRow(sealed: Buffer, { crypto }: Pick<Means, 'crypto'>): ParsedRow {
  // Written by `sealRow` above; fields without a value are missing instead of undefined.
  return JSON.parse(crypto.unseal(sealed)) as ParsedRow
}
