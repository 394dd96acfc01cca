import { type Hash, hashNode, type RangeHash, splitOf } from './merkle.ts'

/** Leaves under a block of level 1, and blocks under one of the next level: full subtrees that are kept (docs/ledger.md). */
export const blockWidth = 256

/** A kept node: level 0 is the leaves, level 1 full subtrees over 256 of them, and so on. */
export type BlockPlace = { readonly level: number; readonly no: number }
export type Block = BlockPlace & { readonly node: Uint8Array }

/** A log that is only added to, holding no more than the nodes that are not yet in a full block. */
export type BlockLog = {
  readonly size: () => number
  /** Takes the hash of a leaf and answers with the blocks it completed, lowest first. */
  readonly append: (leaf: Uint8Array) => Block[]
  readonly root: () => Uint8Array
}

/** Nodes a log of that size has not yet put under a full block, as `createBlockLog` goes on from. */
export function openPlaces(size: number): { level: number; from: number; until: number }[] {
  const places: { level: number; from: number; until: number }[] = []
  for (let level = 0, count = size; count > 0; level += 1, count = Math.floor(count / blockWidth)) {
    places.push({ level, from: count - (count % blockWidth), until: count })
  }
  return places
}

/** Goes on with a log of `size` leaves from the open nodes of each level (RFC 6962 shape). */
export function createBlockLog(
  hash: Hash,
  size: number,
  openAt: (level: number) => readonly Uint8Array[],
): BlockLog {
  const open: Uint8Array[][] = openPlaces(size).map(({ level }) => [...openAt(level)])
  const counts = openPlaces(size).map(({ until }) => until)
  return {
    size: () => counts[0] ?? 0,
    append: (leaf) => {
      const done: Block[] = []
      for (let level = 0, node = leaf; ; level += 1) {
        const nodes = (open[level] ??= [])
        counts[level] = (counts[level] ?? 0) + 1
        nodes.push(node)
        if (nodes.length < blockWidth) return done
        node = foldPerfect(hash, nodes)
        open[level] = []
        done.push({ level: level + 1, no: counts[level + 1] ?? 0, node })
      }
    },
    root: () => {
      const perfect = open.toReversed().flatMap((nodes) => toPerfect(hash, nodes))
      const last = perfect.pop()
      if (last === undefined) return hash(new Uint8Array())
      return perfect.reduceRight((right, left) => hashNode(hash, left, right), last)
    },
  }
}

/** One node over a power of two of neighbours. */
export function foldPerfect(hash: Hash, nodes: readonly Uint8Array[]): Uint8Array {
  let level = nodes
  while (level.length > 1) {
    const above: Uint8Array[] = []
    for (let at = 0; at + 1 < level.length; at += 2) {
      above.push(hashNode(hash, level[at] ?? none, level[at + 1] ?? none))
    }
    level = above
  }
  return level[0] ?? hash(new Uint8Array())
}
const none = new Uint8Array()

// Neighbours as the fewest full subtrees, largest first.
function toPerfect(hash: Hash, nodes: readonly Uint8Array[]): Uint8Array[] {
  const subtrees: Uint8Array[] = []
  for (let from = 0; from < nodes.length;) {
    let length = 1
    while (length * 2 <= nodes.length - from) length *= 2
    subtrees.push(foldPerfect(hash, nodes.slice(from, from + length)))
    from += length
  }
  return subtrees
}

/**
 * Which kept nodes a root or a proof over a log of `size` needs, when it passes these leaves: at most 256 of each level
 * for each leaf and for the end of the log.
 */
export function neededPlaces(
  size: number,
  leaves: readonly number[],
): { level: number; from: number; until: number }[] {
  const places: { level: number; from: number; until: number }[] = []
  for (let level = 0, count = size; count > 0; level += 1, count = Math.floor(count / blockWidth)) {
    const span = blockWidth ** level
    const starts = [...leaves, size - 1].map((leaf) => {
      const no = Math.min(Math.floor(leaf / span), count)
      return no - (no % blockWidth)
    })
    for (const from of new Set(starts)) {
      const until = Math.min(from + blockWidth, count)
      if (from < until) places.push({ level, from, until })
    }
  }
  return places
}

/** Hashes of ranges out of kept nodes, for the proofs of `merkle.ts`. Throws where a node is not at hand. */
export function rangeHashOfBlocks(
  hash: Hash,
  nodeAt: (place: BlockPlace) => Uint8Array | undefined,
): RangeHash {
  const range: RangeHash = (from, until) => {
    const length = until - from
    if (length === 0) return hash(new Uint8Array())
    const level = levelOf(length)
    const kept = level === undefined ? undefined : nodeAt({ level, no: from / length })
    if (kept !== undefined) return kept
    if (length === 1) throw new RangeError(`leaf ${from} is not at hand`)
    const split = from + splitOf(length)
    return hashNode(hash, range(from, split), range(split, until))
  }
  return range
}

// The ranges of the RFC begin at multiples of the power of two they hold.
function levelOf(length: number): number | undefined {
  let level = 0
  let rest = length
  while (rest % blockWidth === 0) {
    rest /= blockWidth
    level += 1
  }
  return rest === 1 ? level : undefined
}
