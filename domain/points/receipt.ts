import { parsePlainDate, type PlainDate } from '../shared/plain-date.ts'
import { equalBytes, fromBase64Url, fromHex, toBase64Url, toHex } from './bytes.ts'
import { fromCanonical, type ReadLeaf } from './canonical.ts'
import { type Hash, hashLeaf, verifyInclusion } from './merkle.ts'

/** Hashes a receipt may use; each proof stands by the name of its hash. */
export const hashNames = ['sha256', 'sm3'] as const
export type HashName = (typeof hashNames)[number]
export type Hashes = Readonly<Record<HashName, Hash>>

export const receiptForm = 'branch-steward-receipt-1'

export type ReceiptProof = { readonly path: readonly Uint8Array[]; readonly root: Uint8Array }

/** What a member holds: the bytes of the line as they were hashed, its place, and the way to the root of a day. */
export type Receipt = {
  readonly leaf: Uint8Array
  readonly index: number
  /** Leaves in the log at the end of that day. */
  readonly size: number
  readonly day: PlainDate
  readonly proofs: Readonly<Partial<Record<HashName, ReceiptProof>>>
}

export const receiptFaults = [
  'receipt-unreadable',
  'receipt-without-proof',
  'receipt-proof-wrong',
  'receipt-root-differs',
] as const
export type ReceiptFault = (typeof receiptFaults)[number]
export type Verified = {
  readonly faults: readonly ReceiptFault[]
  readonly leaf: ReadLeaf | undefined
  /** Hashes whose proof holds. */
  readonly proven: readonly HashName[]
}

/**
 * Checks a receipt without the server: the leaf reads as a line, every proof leads to its root and, where a printed root
 * was typed in, one of the roots begins with it. The fields shown come out of the hashed bytes themselves.
 */
export function verifyReceipt(receipt: Receipt, hashes: Hashes, printedRoot?: string): Verified {
  const faults: ReceiptFault[] = []
  const leaf = fromCanonical(receipt.leaf)
  if (leaf === undefined) faults.push('receipt-unreadable')
  const names = hashNames.filter((name) => receipt.proofs[name] !== undefined)
  if (names.length === 0) faults.push('receipt-without-proof')
  const proven = names.filter((name) => {
    const proof = receipt.proofs[name]
    return proof !== undefined && holds(receipt, hashes[name], proof)
  })
  if (proven.length < names.length) faults.push('receipt-proof-wrong')
  const roots = proven.map((name) => receipt.proofs[name]?.root)
  if (
    printedRoot !== undefined &&
    !roots.some((root) => root !== undefined && isPrintedAs(root, printedRoot))
  ) {
    faults.push('receipt-root-differs')
  }
  return { faults, leaf, proven }
}

function holds(receipt: Receipt, hash: Hash, proof: ReceiptProof): boolean {
  const { index, size } = receipt
  return verifyInclusion(hash, hashLeaf(hash, receipt.leaf), { index, size }, proof.path, proof.root)
}

/** The root as it stands on a sheet: groups of four, eight of them (128 bits) unless told. */
export function printRoot(root: Uint8Array, groups = 8): string {
  return (toHex(root).match(/.{4}/g) ?? []).slice(0, groups).join('-')
}

/** Fewer signs than these are too few to tell one root from another. */
export const leastRootSigns = 12

/** Whether what somebody typed from a sheet is the beginning of the root; blanks, dashes and capitals do not matter. */
export function isPrintedAs(root: Uint8Array, typed: string): boolean {
  const signs = typed.toLowerCase().replaceAll(/[^0-9a-f]/g, '')
  return signs.length >= leastRootSigns && toHex(root).startsWith(signs)
}

/** The receipt as a file: one JSON object, bytes in hexadecimal and the leaf in base64url. */
export function writeReceipt(receipt: Receipt): string {
  const proofs = hashNames.flatMap((name) => {
    const proof = receipt.proofs[name]
    return proof === undefined
      ? []
      : [[name, { root: toHex(proof.root), path: proof.path.map(toHex) }] as const]
  })
  const { index, size, day } = receipt
  const whole = {
    form: receiptForm,
    day,
    index,
    size,
    leaf: toBase64Url(receipt.leaf),
    proofs: Object.fromEntries(proofs),
  }
  return `${JSON.stringify(whole, null, 2)}\n`
}

/** Reads such a file; undefined for anything else. */
export function readReceipt(text: string): Receipt | undefined {
  const whole = readJson(text)
  if (!isRecord(whole) || whole.form !== receiptForm || !isRecord(whole.proofs)) return undefined
  const leaf = typeof whole.leaf === 'string' ? fromBase64Url(whole.leaf) : undefined
  const day = typeof whole.day === 'string' ? parsePlainDate(whole.day) : undefined
  const { index, size } = whole
  if (leaf === undefined || day === undefined || !isCount(index) || !isCount(size)) return undefined
  const proofs: Partial<Record<HashName, ReceiptProof>> = {}
  for (const name of hashNames) {
    const stated = whole.proofs[name]
    if (stated === undefined) continue
    const proof = toProof(stated)
    if (proof === undefined) return undefined
    proofs[name] = proof
  }
  return { leaf, index, size, day, proofs }
}

function toProof(stated: unknown): ReceiptProof | undefined {
  if (!isRecord(stated) || typeof stated.root !== 'string' || !Array.isArray(stated.path)) return undefined
  const root = fromHex(stated.root)
  const path = stated.path.map((each: unknown) => (typeof each === 'string' ? fromHex(each) : undefined))
  if (root === undefined || path.includes(undefined)) return undefined
  return { root, path: path.filter((each) => each !== undefined) }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}

/** Whether two receipts speak of the same line of the same log, whatever day's root they lead to. */
export function isSameLine(a: Receipt, b: Receipt): boolean {
  return a.index === b.index && equalBytes(a.leaf, b.leaf)
}
