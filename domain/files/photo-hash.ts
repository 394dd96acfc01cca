/** A perceptual hash: 64 bits in two halves, so that distances are counted without large integers. */
export type PhotoHash = { readonly high: number; readonly low: number }

/** A picture as kept: of the whole and of windows inside it, each also as seen in a mirror. */
export type PhotoPrint = { readonly whole: PhotoHash; readonly others: readonly PhotoHash[] }

/** Bits that may differ for pictures that are the same to the eye, and that look alike. */
export const samePictureBits = 6
export const alikeBits = 10

export type PhotoLikeness = 'samePicture' | 'alike'
/** A hint for the reviewer with both pictures side by side; nothing follows from it by itself. */
export type PhotoHint = { readonly id: string; readonly likeness: PhotoLikeness; readonly distance: number }

const side = 32
const kept = 8

/**
 * Hash of a grey picture of 32 × 32 values, row by row: the signs of the 64 slowest waves against their median. Brightness, size
 * and compression change few of them.
 */
export function hashGrey(grey: ArrayLike<number>): PhotoHash {
  if (grey.length !== side * side) throw new RangeError(`a picture of ${side} × ${side} is needed`)
  const waves = slowWaves(grey)
  // The first wave is the brightness of the whole and says nothing.
  const order = waves.slice(1).toSorted((a, b) => a - b)
  const middle = order[Math.floor(order.length / 2)] ?? 0
  let high = 0
  let low = 0
  for (const [index, wave] of waves.entries()) {
    if (index === 0 || wave <= middle) continue
    if (index < 32) high |= 1 << (31 - index)
    else low |= 1 << (63 - index)
  }
  return { high: high >>> 0, low: low >>> 0 }
}

/** Print of a small grey picture (64 × 64 will do): the whole and ten parts of it, each followed by itself in the mirror. */
export function printOf(grey: ArrayLike<number>, width: number, height: number): PhotoPrint {
  if (grey.length !== width * height) throw new RangeError('rows and columns do not fit the values')
  const hashes = windows.flatMap(([left, top, share]) => {
    const window = resample(grey, width, height, { left, top, share })
    return [hashGrey(window), hashGrey(mirrored(window))]
  })
  const [whole = { high: 0, low: 0 }, ...others] = hashes
  return { whole, others }
}

// Left, top and side as shares of the picture; the first is the whole. Those at the edges and in the corners are what is left when
// a tenth or an eighth is cut off.
const windows: readonly (readonly [number, number, number])[] = [
  [0, 0, 1],
  [0.045, 0.045, 0.91],
  [0.05, 0, 0.9],
  [0.05, 0.1, 0.9],
  [0, 0.05, 0.9],
  [0.1, 0.05, 0.9],
  [0, 0, 0.87],
  [0.13, 0, 0.87],
  [0, 0.13, 0.87],
  [0.13, 0.13, 0.87],
  [0.1, 0.1, 0.8],
]

/** How many hashes a print has, the whole and mirrors counted. */
export const hashesOfPrint = 2 * windows.length

/** Number of bits in which two hashes differ. */
export function distanceOf(a: PhotoHash, b: PhotoHash): number {
  return countBits(a.high ^ b.high) + countBits(a.low ^ b.low)
}

/** The least distance between two pictures: whole against whole, mirror and windows of the other. */
export function distanceBetween(a: PhotoPrint, b: PhotoPrint): number {
  let least = distanceOf(a.whole, b.whole)
  for (const other of b.others) least = Math.min(least, distanceOf(a.whole, other))
  for (const other of a.others) least = Math.min(least, distanceOf(other, b.whole))
  return least
}

export function likenessOf(distance: number): PhotoLikeness | undefined {
  if (distance <= samePictureBits) return 'samePicture'
  return distance <= alikeBits ? 'alike' : undefined
}

/** Pictures kept before that look like this one, nearest first; at most so many. */
export function findAlike(
  print: PhotoPrint,
  before: Iterable<{ readonly id: string; readonly print: PhotoPrint }>,
  most = 5,
): PhotoHint[] {
  const hints: PhotoHint[] = []
  for (const { id, print: other } of before) {
    const distance = distanceBetween(print, other)
    const likeness = likenessOf(distance)
    if (likeness !== undefined) hints.push({ id, likeness, distance })
  }
  return hints.toSorted((a, b) => a.distance - b.distance).slice(0, most)
}

/** Sixteen hexadecimal signs, for columns and files. */
export function writeHash({ high, low }: PhotoHash): string {
  return (high >>> 0).toString(16).padStart(8, '0') + (low >>> 0).toString(16).padStart(8, '0')
}

export function readHash(text: string): PhotoHash | undefined {
  if (!/^[0-9a-f]{16}$/.test(text)) return undefined
  return { high: Number.parseInt(text.slice(0, 8), 16), low: Number.parseInt(text.slice(8), 16) }
}

const cosines = Float64Array.from({ length: kept * side }, (_, at) =>
  Math.cos(((2 * (at % side) + 1) * Math.floor(at / side) * Math.PI) / (2 * side)),
)

// The first eight by eight coefficients of the two-dimensional cosine transform.
function slowWaves(grey: ArrayLike<number>): number[] {
  const rows = new Float64Array(kept * side)
  for (let wave = 0; wave < kept; wave += 1) {
    for (let row = 0; row < side; row += 1) {
      let sum = 0
      for (let x = 0; x < side; x += 1) sum += (grey[row * side + x] ?? 0) * (cosines[wave * side + x] ?? 0)
      rows[wave * side + row] = sum
    }
  }
  return Array.from({ length: kept * kept }, (_, at) => {
    const [down, across] = [Math.floor(at / kept), at % kept]
    let sum = 0
    for (let y = 0; y < side; y += 1) sum += (rows[across * side + y] ?? 0) * (cosines[down * side + y] ?? 0)
    return sum
  })
}

type Window = { readonly left: number; readonly top: number; readonly share: number }

function resample(
  grey: ArrayLike<number>,
  width: number,
  height: number,
  { left, top, share }: Window,
): Float64Array {
  const out = new Float64Array(side * side)
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const [x0, x1] = [(left + (share * x) / side) * width, (left + (share * (x + 1)) / side) * width]
      const [y0, y1] = [(top + (share * y) / side) * height, (top + (share * (y + 1)) / side) * height]
      out[y * side + x] = meanOf(grey, width, height, [x0, x1, y0, y1])
    }
  }
  return out
}

// Mean of a rectangle, its edges weighed by what of a point lies inside.
function meanOf(
  grey: ArrayLike<number>,
  width: number,
  height: number,
  [x0, x1, y0, y1]: readonly [number, number, number, number],
): number {
  let sum = 0
  let area = 0
  for (let y = Math.floor(y0); y < Math.min(height, y1); y += 1) {
    const tall = Math.min(y + 1, y1) - Math.max(y, y0)
    for (let x = Math.floor(x0); x < Math.min(width, x1); x += 1) {
      const part = tall * (Math.min(x + 1, x1) - Math.max(x, x0))
      sum += part * (grey[y * width + x] ?? 0)
      area += part
    }
  }
  return area === 0 ? 0 : sum / area
}

function mirrored(grey: Float64Array): Float64Array {
  return grey.map((_, at) => grey[at - (at % side) + (side - 1 - (at % side))] ?? 0)
}

function countBits(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555)
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}
