import { rosterDiffer } from '@steward/domain/members/roster-import/diff.ts'
import { bigramSuggester } from '@steward/domain/members/roster-import/org-names.ts'
import type { ParsedRow, ReadRow } from '@steward/domain/members/roster-import/row.ts'
import { maskIdentityNumber } from '@steward/domain/shared/identity-number.ts'
import { judgeOf, type Means, placesOf, refusedRow, sealRow, type Target } from './jobs-roster-judge.ts'
import { type KnownMember, listBranches, listKnownMembers } from './queries-roster-register.ts'
import type { ComparedRow, ShownChange } from './queries-roster-row.ts'
import { IDENTITY_INDEX } from './queries.ts'

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
