import { consistencyProof, type Hash, hashNode, inclusionProof, splitOf } from './merkle.ts'

/** A growing tree that keeps every full node, so that roots and proofs of any size cost a logarithm. */
export type MerkleLog = {
  readonly size: () => number
  /** Takes the hash of a leaf and returns its index. */
  readonly append: (leaf: Uint8Array) => number
  readonly leafAt: (index: number) => Uint8Array
  /** The root when the log held that many leaves; an earlier day's root is the root of its size. */
  readonly rootAt: (size: number) => Uint8Array
  readonly inclusion: (index: number, size: number) => Uint8Array[]
  readonly consistency: (older: number, newer: number) => Uint8Array[]
}

type Level = { bytes: Uint8Array; count: number }

/** A log over hashed leaves of `width` bytes (32 for SHA-256 and SM3), kept in flat arrays: 64 bytes a leaf. */
export function createMerkleLog(hash: Hash, width = 32): MerkleLog {
  const levels: Level[] = []
  const nodeAt = (level: number, index: number): Uint8Array => {
    const found = levels[level]
    if (found === undefined || index >= found.count) throw new RangeError(`no node ${level}/${index}`)
    return found.bytes.slice(index * width, (index + 1) * width)
  }
  const size = () => levels[0]?.count ?? 0
  const range = (from: number, until: number): Uint8Array => {
    const length = until - from
    if (length === 0) return hash(new Uint8Array())
    const level = levelOf(length)
    if (level !== undefined) return nodeAt(level, from / length)
    const split = from + splitOf(length)
    return hashNode(hash, range(from, split), range(split, until))
  }
  const demandSize = (wanted: number) => {
    if (wanted > size()) throw new RangeError(`the log holds ${size()} leaves, not ${wanted}`)
  }
  return {
    size,
    append: (leaf) => {
      if (leaf.length !== width) throw new RangeError(`a leaf is hashed to ${width} bytes`)
      let node = leaf
      for (let level = 0; ; level += 1) {
        const into = (levels[level] ??= { bytes: new Uint8Array(width * 64), count: 0 })
        put(into, node, width)
        if (into.count % 2 === 1) return size() - 1
        node = hashNode(hash, nodeAt(level, into.count - 2), node)
      }
    },
    leafAt: (index) => nodeAt(0, index),
    rootAt: (wanted) => {
      demandSize(wanted)
      return range(0, wanted)
    },
    inclusion: (index, wanted) => {
      demandSize(wanted)
      return inclusionProof(index, wanted, range)
    },
    consistency: (older, newer) => {
      demandSize(newer)
      return consistencyProof(older, newer, range)
    },
  }
}

function put(level: Level, node: Uint8Array, width: number): void {
  if ((level.count + 1) * width > level.bytes.length) {
    const wider = new Uint8Array(level.bytes.length * 2)
    wider.set(level.bytes)
    level.bytes = wider
  }
  level.bytes.set(node, level.count * width)
  level.count += 1
}

// The RFC's ranges begin at multiples of the power of two they hold, so a full one is a kept node.
function levelOf(length: number): number | undefined {
  let level = 0
  let rest = length
  while (rest % 2 === 0) {
    rest /= 2
    level += 1
  }
  return rest === 1 ? level : undefined
}
