import { joinBytes, toHex } from '../points/bytes.ts'
import { writeField, writeLength } from '../points/canonical.ts'
import type { Hash } from '../points/merkle.ts'
import type { DocumentRef } from '../schemes/scheme.ts'
import type { PlainDate } from '../shared/plain-date.ts'
import type { BallotPaper, ChannelCount } from './ballot.ts'
import { grades } from './grade.ts'
import type { RollLine } from './roll.ts'
import type { SettledGrade, SettlementInput } from './settlement.ts'

/** Name and version of the form; another order or set of fields takes another name. */
export const settlementForm = 'branch-steward-settlement-1'

/** Everything a settlement rests on, as it stood when it was signed. */
export type FrozenSettlement = {
  readonly countyId: string
  readonly orgId: string
  readonly year: number
  readonly basis: DocumentRef
  readonly membersOfBranch: number
  readonly roll: readonly RollLine[]
  readonly ballots: Readonly<Record<BallotPaper, ChannelCount>>
  /** Seals of the closed electronic boxes. */
  readonly seals: Readonly<Record<BallotPaper, string | null>>
  readonly inputs: readonly SettlementInput[]
  readonly settled: readonly SettledGrade[]
  /** Versions of rules and schemes that were applied. */
  readonly ruleVersions: readonly string[]
}

export type SignedSettlement = {
  readonly bytes: Uint8Array
  readonly ruleVersions: readonly string[]
  readonly signedBy: string
  readonly signerName: string
  readonly signedOn: PlainDate
}

/** Signing freezes the inputs: what was signed is kept as bytes, and a later change of any of them shows. */
export function signSettlement(
  frozen: FrozenSettlement,
  signer: Pick<SignedSettlement, 'signedBy' | 'signerName' | 'signedOn'>,
): SignedSettlement {
  return { ...signer, bytes: toSettlementBytes(frozen), ruleVersions: frozen.ruleVersions.toSorted() }
}

/** What stands on the document for the bytes that were signed. */
export function settlementDigest(signed: Pick<SignedSettlement, 'bytes'>, hash: Hash): string {
  return toHex(hash(signed.bytes))
}

/** Whether the data as they stand now are those that were signed. */
export function isAsSigned(signed: Pick<SignedSettlement, 'bytes'>, now: FrozenSettlement): boolean {
  return toHex(toSettlementBytes(now)) === toHex(signed.bytes)
}

/**
 * The bytes of a settlement: every field as its length and UTF-8 text, lists as their count and fields, persons in the order
 * of their ids. The same settlement gives the same bytes however its lists were read.
 */
export function toSettlementBytes(frozen: FrozenSettlement): Uint8Array {
  return joinBytes([
    ...fields(settlementForm, frozen.countyId, frozen.orgId, frozen.year, frozen.membersOfBranch),
    ...fields(frozen.basis.body, frozen.basis.number, frozen.basis.on),
    ...list(frozen.ruleVersions.toSorted(), (version) => fields(version)),
    ...list(byMember(frozen.roll), (line) => [
      ...fields(
        line.memberId,
        line.place,
        line.reason,
        line.hostOrgId,
        line.homeOrgId,
        String(line.owesReport),
      ),
      ...fields(line.decision?.body ?? null, line.decision?.number ?? null, line.decision?.on ?? null),
    ]),
    ...(['members', 'masses'] as const).flatMap((paper) => [
      ...fields(paper, frozen.seals[paper]),
      ...channelFields(frozen.ballots[paper]),
    ]),
    ...list(byMember(frozen.inputs), (input) => [
      ...fields(input.memberId, input.points, input.proposal, input.schemeVersionId, input.dailyConduct),
      ...list(input.vetoes.toSorted(), (code) => fields(code)),
      ...personFields(input.membersBallot),
      ...personFields(input.massesBallot),
    ]),
    ...list(byMember(frozen.settled), (each) => [
      ...fields(each.memberId, each.grade, each.opinion, each.reason, String(each.differs), each.recordedBy),
      ...fields(each.meeting.body, each.meeting.on, each.meeting.minutesId),
      ...fields(...Object.values(orderedVote(each.meeting.vote))),
    ]),
  ])
}

function channelFields(count: ChannelCount): Uint8Array[] {
  const { issued, cast, spoiled, returnedBlank, notReturned } = count
  return [
    ...fields(issued, cast, spoiled, returnedBlank, notReturned),
    ...list(byMember(count.persons), personFields),
  ]
}

function personFields({ memberId, counts, abstained }: ChannelCount['persons'][number]): Uint8Array[] {
  return fields(memberId, ...grades.map((grade) => counts[grade]), abstained)
}

function orderedVote(vote: SettledGrade['meeting']['vote']): Record<string, number> {
  const { shouldAttend, present, written, yes, no, abstain } = vote
  return { shouldAttend, present, written, yes, no, abstain }
}

function fields(...values: readonly (string | number | null)[]): Uint8Array[] {
  return values.map((value) => writeField(value === null ? null : String(value)))
}

function list<Each>(all: readonly Each[], write: (each: Each) => Uint8Array[]): Uint8Array[] {
  return [writeLength(all.length), ...all.flatMap(write)]
}

function byMember<Each extends { readonly memberId: string }>(all: readonly Each[]): Each[] {
  return all.toSorted((a, b) => (a.memberId < b.memberId ? -1 : a.memberId > b.memberId ? 1 : 0))
}
