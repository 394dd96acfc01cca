import { equalBytes, fromHex, joinBytes, toHex, toUtf8 } from '../points/bytes.ts'
import { writeField } from '../points/canonical.ts'
import { consistencyProof, type Hash, hashLeaf, rangeHashOf, verifyConsistency } from '../points/merkle.ts'
import { agree, type Decision, refuse } from '../shared/decision.ts'
import type { BallotPaper, BallotRefusal, Marks } from './ballot.ts'
import type { Grade } from './grade.ts'

/**
 * Somebody who may vote once. What is kept about the person is that a token was given out and whether it was used: after
 * casting the digest is gone, and no time is kept, so that nothing in the county's data leads from here to a ballot.
 */
export type Voter = {
  readonly voterId: string
  readonly paper: BallotPaper
  /** Own line on the roll; nobody grades oneself on a ballot. Null for the masses. */
  readonly memberId: string | null
  readonly state: 'listed' | 'tokenGiven' | 'onPaper' | 'cast'
  readonly tokenDigest: string | null
}

/**
 * One mark of one ballot about one person. A ballot falls apart into slips when it is cast: a whole row would show whose it
 * is, since nobody marks oneself. The key comes from the receipt, which the voter alone holds; without it slips of one
 * ballot cannot be told from those of another.
 */
export type Slip = { readonly key: string; readonly memberId: string; readonly grade: Grade }

/**
 * All that a box holds: digests of receipts and slips, each under its own digest, without number in order, time or person.
 * Rows are never kept under a key that grows with time; when the box closes they are written anew in the order of their
 * keys, voters too, so that the order of writing is gone as well.
 */
export type BoxContent = { readonly receipts: readonly string[]; readonly slips: readonly Slip[] }

export type BallotBox = {
  readonly id: string
  readonly paper: BallotPaper
  readonly state: 'open' | 'closed'
  readonly graded: readonly string[]
}

/** Bytes of chance a token and a receipt are made of, at least. */
export const leastRandomBytes = 16

/** Gives a voter a one-time token; only its digest is kept. Refuses a second one, and a voter who took a paper. */
export function giveToken(
  box: BallotBox,
  voter: Voter,
  token: Uint8Array,
  hash: Hash,
): Decision<Voter, BallotRefusal> {
  if (box.state !== 'open') return refuse('ballot-box-closed')
  if (voter.paper !== box.paper) return refuse('ballot-voter-not-listed')
  if (voter.state === 'onPaper') return refuse('ballot-voter-has-paper')
  if (voter.state !== 'listed') return refuse('ballot-already-cast', { state: voter.state })
  if (token.length < leastRandomBytes) return refuse('ballot-receipt-short', { least: leastRandomBytes })
  return agree({ ...voter, state: 'tokenGiven', tokenDigest: digestOf(hash, 'token', [box.id], token) })
}

/** Hands out a paper instead. A token that was given and not used is void with it. */
export function givePaper(box: BallotBox, voter: Voter): Decision<Voter, BallotRefusal> {
  if (box.state !== 'open') return refuse('ballot-box-closed')
  if (voter.paper !== box.paper) return refuse('ballot-voter-not-listed')
  if (voter.state === 'cast') return refuse('ballot-already-cast', { state: voter.state })
  if (voter.state === 'onPaper') return refuse('ballot-voter-has-paper')
  return agree({ ...voter, state: 'onPaper', tokenDigest: null })
}

export type Cast = { readonly voter: Voter; readonly receiptDigest: string; readonly slips: readonly Slip[] }

/**
 * Puts a ballot into the box: the token is used up and its link to the person destroyed in the same step. The
 * receipt is made by the voter's own device or drawn for it, shown once, and kept by nobody; the box holds its digest.
 * Refuses a wrong or used token, marks about somebody not graded here or about oneself, and a ballot without any mark.
 */
export function castBallot(
  box: BallotBox,
  voter: Voter,
  cast: { readonly token: Uint8Array; readonly receipt: Uint8Array; readonly marks: Marks },
  hash: Hash,
): Decision<Cast, BallotRefusal> {
  if (box.state !== 'open') return refuse('ballot-box-closed')
  if (voter.state === 'cast') return refuse('ballot-already-cast', { state: voter.state })
  const fits = voter.state === 'tokenGiven' && voter.paper === box.paper
  if (!fits || voter.tokenDigest !== digestOf(hash, 'token', [box.id], cast.token))
    return refuse('ballot-token-wrong')
  if (cast.receipt.length < leastRandomBytes)
    return refuse('ballot-receipt-short', { least: leastRandomBytes })
  const marked = [...cast.marks].flatMap(([memberId, grade]) =>
    grade === null ? [] : [[memberId, grade] as const],
  )
  if (marked.length === 0) return refuse('ballot-nothing-marked')
  if (marked.some(([memberId]) => !box.graded.includes(memberId))) return refuse('ballot-stranger-marked')
  if (voter.memberId !== null && marked.some(([memberId]) => memberId === voter.memberId)) {
    return refuse('ballot-own-person')
  }
  return agree({
    voter: { ...voter, state: 'cast', tokenDigest: null },
    receiptDigest: digestOf(hash, 'receipt', [box.id], cast.receipt),
    slips: marked
      .map(([memberId, grade]) => ({ key: slipKey(box.id, memberId, cast.receipt, hash), memberId, grade }))
      .toSorted((a, b) => compare(a.key, b.key)),
  })
}

export function closeBox(box: BallotBox): Decision<BallotBox, BallotRefusal> {
  return box.state === 'closed' ? refuse('ballot-box-closed') : agree({ ...box, state: 'closed' })
}

/** The list that is published: digests in their own order, which says nothing about who came when. */
export function publishedReceipts(
  box: BallotBox,
  content: BoxContent,
): Decision<readonly string[], BallotRefusal> {
  return box.state === 'closed' ? agree(content.receipts.toSorted(compare)) : refuse('ballot-box-open')
}

/**
 * Whether a voter's own ballot is in the box, by the receipt alone and without an account. It shows that the ballot is
 * there, not what it says: nobody can be made to prove a vote with it.
 */
export function isInBox(
  boxId: string,
  receipt: Uint8Array,
  published: readonly string[],
  hash: Hash,
): boolean {
  return published.includes(receiptDigest(boxId, receipt, hash))
}

/** A receipt as it stands on the published list. */
export function receiptDigest(boxId: string, receipt: Uint8Array, hash: Hash): string {
  return digestOf(hash, 'receipt', [boxId], receipt)
}

/** What the own slips say, for the holder of the receipt, where the box itself is at hand; never published. */
export function ownSlips(
  box: BallotBox,
  content: BoxContent,
  receipt: Uint8Array,
  hash: Hash,
): readonly Slip[] {
  return content.slips.filter(({ key, memberId }) => key === slipKey(box.id, memberId, receipt, hash))
}

/**
 * The seal of a closed box: the root over all receipts and slips in the order of their keys. It is printed in the minutes;
 * whatever is changed, added or taken out later gives another seal.
 */
export function sealOf(box: BallotBox, content: BoxContent, hash: Hash): Decision<string, BallotRefusal> {
  if (box.state !== 'closed') return refuse('ballot-box-open')
  const leaves = leavesOf(box, content, hash)
  return agree(toHex(rangeHashOf(hash, leaves)(0, leaves.length)))
}

type Sealed = Pick<BallotBox, 'id' | 'paper'>

function leavesOf({ id, paper }: Sealed, { receipts, slips }: BoxContent, hash: Hash): Uint8Array[] {
  const rows = [
    ...receipts.toSorted(compare).map((digest) => [id, paper, 'receipt', digest]),
    ...slips
      .toSorted((a, b) => compare(a.key, b.key))
      .map(({ key, memberId, grade }) => [id, paper, 'slip', key, memberId, grade]),
  ]
  return rows.map((fields) => hashLeaf(hash, joinBytes(fields.map(writeField))))
}

/**
 * What shows, without a single slip, that the published receipts are those the seal was made over: the seal covers receipts
 * first and slips after them, so that the receipts are the beginning of its tree (RFC 6962, section 2.1.2).
 */
export function receiptsProof(
  box: BallotBox,
  content: BoxContent,
  hash: Hash,
): Decision<readonly string[], BallotRefusal> {
  if (box.state !== 'closed') return refuse('ballot-box-open')
  const leaves = leavesOf(box, content, hash)
  const { length } = content.receipts
  if (length === 0) return agree([])
  return agree(consistencyProof(length, leaves.length, rangeHashOf(hash, leaves)).map(toHex))
}

/** Whether a published list of receipts is the one under the seal; computed by the voter's own device. */
export function verifyReceipts(
  box: Sealed,
  published: {
    readonly receipts: readonly string[]
    readonly slips: number
    readonly proof: readonly string[]
  },
  seal: string,
  hash: Hash,
): boolean {
  const { receipts, slips, proof } = published
  const root = fromHex(seal)
  const nodes = proof.flatMap((node) => fromHex(node) ?? [])
  if (root === undefined || nodes.length !== proof.length || receipts.length === 0) return false
  const leaves = leavesOf(box, { receipts, slips: [] }, hash)
  const older = { size: leaves.length, root: rangeHashOf(hash, leaves)(0, leaves.length) }
  return verifyConsistency(hash, older, { size: leaves.length + slips, root }, nodes)
}

/** Whether what is kept is what the seal was made over. */
export function verifySeal(box: BallotBox, content: BoxContent, hash: Hash, seal: string): boolean {
  const again = sealOf({ ...box, state: 'closed' }, content, hash)
  const printed = fromHex(seal)
  const computed = again.ok ? fromHex(again.value) : undefined
  return printed !== undefined && computed !== undefined && equalBytes(printed, computed)
}

const receiptSigns = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** The receipt as the voter keeps it: twenty signs that cannot be misread, in groups of five; from twenty random bytes. */
export function toReceiptNumber(random: Uint8Array): string {
  if (random.length < 20) throw new RangeError('twenty random bytes are needed')
  const signs = [...random.subarray(0, 20)].map((byte) => receiptSigns[byte % receiptSigns.length])
  return (signs.join('').match(/.{5}/g) ?? []).join('-')
}

/** A receipt number as somebody typed it, as the bytes that are hashed; undefined where it cannot be one. */
export function readReceiptNumber(typed: string): Uint8Array | undefined {
  const signs = typed.toUpperCase().replaceAll(/[^0-9A-Z]/gu, '')
  if (signs.length !== 20 || [...signs].some((sign) => !receiptSigns.includes(sign))) return undefined
  return toUtf8(signs)
}

function slipKey(boxId: string, memberId: string, receipt: Uint8Array, hash: Hash): string {
  return digestOf(hash, 'slip', [boxId, memberId], receipt)
}

function digestOf(
  hash: Hash,
  use: 'token' | 'receipt' | 'slip',
  of: readonly string[],
  secret: Uint8Array,
): string {
  return toHex(hash(joinBytes([...[`branch-steward-ballot-1-${use}`, ...of].map(writeField), secret])))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
