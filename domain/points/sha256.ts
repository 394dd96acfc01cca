import { padMessage, rotateLeft, writeWords } from './hash-block.ts'

const firstWords = [
  0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
]
const constants = Uint32Array.from(roundConstants())

/** SHA-256 (FIPS 180-4), for places without a crypto library: the page that checks a receipt by itself. */
export function sha256(bytes: Uint8Array): Uint8Array {
  const state = Uint32Array.from(firstWords)
  const block = new Uint32Array(64)
  for (const words of padMessage(bytes)) compress(state, words, block)
  return writeWords(state)
}

function compress(state: Uint32Array, words: Uint32Array, w: Uint32Array): void {
  w.set(words)
  for (let t = 16; t < 64; t += 1) {
    const x = at(w, t - 15)
    const y = at(w, t - 2)
    const small0 = right(x, 7) ^ right(x, 18) ^ (x >>> 3)
    const small1 = right(y, 17) ^ right(y, 19) ^ (y >>> 10)
    w[t] = small1 + at(w, t - 7) + small0 + at(w, t - 16)
  }
  let a = at(state, 0)
  let b = at(state, 1)
  let c = at(state, 2)
  let d = at(state, 3)
  let e = at(state, 4)
  let f = at(state, 5)
  let g = at(state, 6)
  let h = at(state, 7)
  for (let t = 0; t < 64; t += 1) {
    const t1 =
      (h + (right(e, 6) ^ right(e, 11) ^ right(e, 25)) + ((e & f) ^ (~e & g)) + at(constants, t) + at(w, t)) |
      0
    const t2 = ((right(a, 2) ^ right(a, 13) ^ right(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + t1) | 0
    d = c
    c = b
    b = a
    a = (t1 + t2) | 0
  }
  state[0] = at(state, 0) + a
  state[1] = at(state, 1) + b
  state[2] = at(state, 2) + c
  state[3] = at(state, 3) + d
  state[4] = at(state, 4) + e
  state[5] = at(state, 5) + f
  state[6] = at(state, 6) + g
  state[7] = at(state, 7) + h
}

function right(word: number, bits: number): number {
  return rotateLeft(word, 32 - bits)
}

function at(words: Uint32Array, index: number): number {
  return words[index] ?? 0
}

// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
function roundConstants(): number[] {
  const primes: number[] = []
  for (let number = 2; primes.length < 64; number += 1) {
    if (primes.every((prime) => number % prime !== 0)) primes.push(number)
  }
  return primes.map((prime) => Number(cubeRoot(BigInt(prime) << 96n) & 0xffffffffn))
}

function cubeRoot(value: bigint): bigint {
  let low = 0n
  let high = 1n << 36n
  while (low + 1n < high) {
    const middle = (low + high) >> 1n
    if (middle ** 3n <= value) low = middle
    else high = middle
  }
  return low
}
