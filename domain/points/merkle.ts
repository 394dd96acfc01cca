import { equalBytes } from './bytes.ts'

/** A hash over bytes, passed in: SHA-256 and SM3 stand side by side by name. */
export type Hash = (bytes: Uint8Array) => Uint8Array

/** Hash of a subtree over the leaves from (included) to until (not included). */
export type RangeHash = (from: number, until: number) => Uint8Array

/** Hash of a leaf: H(0x00 ‖ data) (RFC 6962, section 2.1). */
export function hashLeaf(hash: Hash, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(data.length + 1)
  bytes.set(data, 1)
  return hash(bytes)
}

/** Hash of an inner node: H(0x01 ‖ left ‖ right). */
export function hashNode(hash: Hash, left: Uint8Array, right: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(left.length + right.length + 1)
  bytes[0] = 1
  bytes.set(left, 1)
  bytes.set(right, left.length + 1)
  return hash(bytes)
}

/** The largest power of two below a size above one: where RFC 6962 splits a tree. */
export function splitOf(size: number): number {
  let split = 1
  while (split * 2 < size) split *= 2
  return split
}

/** A hash of ranges over hashed leaves held in memory; for small trees and tests. The log keeps its nodes instead. */
export function rangeHashOf(hash: Hash, leaves: readonly Uint8Array[]): RangeHash {
  const range: RangeHash = (from, until) => {
    const size = until - from
    if (size === 0) return hash(new Uint8Array())
    const only = leaves[from]
    if (size === 1) {
      if (only === undefined) throw new RangeError(`no leaf ${from}`)
      return only
    }
    const split = from + splitOf(size)
    return hashNode(hash, range(from, split), range(split, until))
  }
  return range
}

/** The way from a leaf to the root of a tree of that size, lowest first (RFC 6962, section 2.1.1). */
export function inclusionProof(index: number, size: number, range: RangeHash): Uint8Array[] {
  if (!(index >= 0 && index < size)) throw new RangeError(`no leaf ${index} in a tree of ${size}`)
  const path = (from: number, until: number): Uint8Array[] => {
    if (until - from === 1) return []
    const split = from + splitOf(until - from)
    return index < split
      ? [...path(from, split), range(split, until)]
      : [...path(split, until), range(from, split)]
  }
  return path(0, size)
}

/** What shows that a tree of `older` leaves is the beginning of one of `newer` (RFC 6962, section 2.1.2). */
export function consistencyProof(older: number, newer: number, range: RangeHash): Uint8Array[] {
  if (!(older > 0 && older <= newer)) throw new RangeError(`a tree of ${older} cannot begin one of ${newer}`)
  const proof = (from: number, until: number, whole: boolean): Uint8Array[] => {
    if (until === older) return whole ? [] : [range(from, until)]
    const split = from + splitOf(until - from)
    return older <= split
      ? [...proof(from, split, whole), range(split, until)]
      : [...proof(split, until, false), range(from, split)]
  }
  return proof(0, newer, true)
}

/** Whether a hashed leaf stands at that place of the tree with that root. */
export function verifyInclusion(
  hash: Hash,
  leaf: Uint8Array,
  place: { readonly index: number; readonly size: number },
  proof: readonly Uint8Array[],
  root: Uint8Array,
): boolean {
  const { index, size } = place
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return false
  let at = index
  let last = size - 1
  let node = leaf
  for (const other of proof) {
    if (last === 0) return false
    if (at % 2 === 1 || at === last) {
      node = hashNode(hash, other, node)
      while (at % 2 === 0 && at !== 0) [at, last] = up(at, last)
    } else node = hashNode(hash, node, other)
    ;[at, last] = up(at, last)
  }
  return last === 0 && equalBytes(node, root)
}

/** Whether the tree with the newer root begins with all leaves of the one with the older root. */
export function verifyConsistency(
  hash: Hash,
  older: { readonly size: number; readonly root: Uint8Array },
  newer: { readonly size: number; readonly root: Uint8Array },
  proof: readonly Uint8Array[],
): boolean {
  if (older.size === newer.size) return proof.length === 0 && equalBytes(older.root, newer.root)
  if (!(older.size > 0 && older.size < newer.size)) return false
  const nodes = isPowerOfTwo(older.size) ? [older.root, ...proof] : [...proof]
  const first = nodes.shift()
  if (first === undefined) return false
  let at = older.size - 1
  let last = newer.size - 1
  while (at % 2 === 1) [at, last] = up(at, last)
  let oldNode = first
  let newNode = first
  for (const other of nodes) {
    if (last === 0) return false
    if (at % 2 === 1 || at === last) {
      oldNode = hashNode(hash, other, oldNode)
      newNode = hashNode(hash, other, newNode)
      while (at % 2 === 0 && at !== 0) [at, last] = up(at, last)
    } else newNode = hashNode(hash, newNode, other)
    ;[at, last] = up(at, last)
  }
  return last === 0 && equalBytes(oldNode, older.root) && equalBytes(newNode, newer.root)
}

// One level up; division instead of shifts, because a log may hold more than 2³¹ leaves.
function up(at: number, last: number): [number, number] {
  return [Math.floor(at / 2), Math.floor(last / 2)]
}

function isPowerOfTwo(size: number): boolean {
  let value = size
  while (value % 2 === 0) value /= 2
  return value === 1
}
