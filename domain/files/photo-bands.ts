import type { PhotoHash, PhotoPrint } from './photo-hash.ts'

/*
 * Pieces of hashes, so that a database finds the few pictures worth comparing among hundreds of thousands. A hash is four pieces of
 * sixteen bits, each taken from slow and fast waves alike. Hashes that differ in seven bits or fewer have a piece in common that
 * differs in one bit at most; of those that differ in ten, four out of five do.
 */
const pieces = 4
const bitsOfPiece = 16

/** The least number that no piece reaches; a caller may put its own numbers above. */
export const bandSpan = 2 * pieces * 2 ** bitsOfPiece

/** What a picture is kept under: the pieces of the whole, and apart from them those of its parts. Mirrors are asked for, not kept. */
export function bandsOf({ whole, others }: PhotoPrint): number[] {
  const parts = others.filter((_, index) => index % 2 === 1)
  return distinct([...piecesOf(whole, 0), ...parts.flatMap((part) => piecesOf(part, 1))])
}

/** What is asked for, to find pictures like this one: whole and mirror against everything kept; its parts, without neighbours, against wholes. */
export function probesOf({ whole, others: [mirror = whole, ...parts] }: PhotoPrint): number[] {
  const entire = [whole, mirror].flatMap((hash) => [...piecesOf(hash, 0), ...piecesOf(hash, 1)])
  return distinct([...entire.flatMap(withNeighbours), ...parts.flatMap((part) => piecesOf(part, 0))])
}

function piecesOf(hash: PhotoHash, kind: 0 | 1): number[] {
  const values = Array.from({ length: pieces }, () => 0)
  for (let bit = 0; bit < 64; bit += 1) {
    const set = bit < 32 ? (hash.high >>> (31 - bit)) & 1 : (hash.low >>> (63 - bit)) & 1
    // Row and column of the wave together, so that each piece holds waves of every kind.
    const piece = ((bit >>> 3) + (bit & 7)) % pieces
    values[piece] = (values[piece] ?? 0) * 2 + set
  }
  return values.map((value, piece) => (kind * pieces + piece) * 2 ** bitsOfPiece + value)
}

function withNeighbours(key: number): number[] {
  return [key, ...Array.from({ length: bitsOfPiece }, (_, bit) => key ^ (1 << bit))]
}

function distinct(keys: readonly number[]): number[] {
  return [...new Set(keys)].toSorted((a, b) => a - b)
}
