import { padMessage, rotateLeft, writeWords } from './hash-block.ts'

const firstWords = [
  0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e,
]

/** SM3 (GB/T 32905-2016), the national hash, in plain code: pages and machines without it check receipts too. */
export function sm3(bytes: Uint8Array): Uint8Array {
  const state = Uint32Array.from(firstWords)
  const w = new Uint32Array(68)
  for (const words of padMessage(bytes)) compress(state, words, w)
  return writeWords(state)
}

function compress(state: Uint32Array, words: Uint32Array, w: Uint32Array): void {
  w.set(words)
  for (let j = 16; j < 68; j += 1) {
    const mixed = at(w, j - 16) ^ at(w, j - 9) ^ rotateLeft(at(w, j - 3), 15)
    w[j] = p1(mixed) ^ rotateLeft(at(w, j - 13), 7) ^ at(w, j - 6)
  }
  let a = at(state, 0)
  let b = at(state, 1)
  let c = at(state, 2)
  let d = at(state, 3)
  let e = at(state, 4)
  let f = at(state, 5)
  let g = at(state, 6)
  let h = at(state, 7)
  for (let j = 0; j < 64; j += 1) {
    const early = j < 16
    const ss1 = rotateLeft((rotateLeft(a, 12) + e + rotateLeft(early ? 0x79cc4519 : 0x7a879d8a, j)) | 0, 7)
    const ss2 = ss1 ^ rotateLeft(a, 12)
    const ff = early ? a ^ b ^ c : (a & b) | (a & c) | (b & c)
    const gg = early ? e ^ f ^ g : (e & f) | (~e & g)
    const tt1 = (ff + d + ss2 + (at(w, j) ^ at(w, j + 4))) | 0
    const tt2 = (gg + h + ss1 + at(w, j)) | 0
    d = c
    c = rotateLeft(b, 9)
    b = a
    a = tt1
    h = g
    g = rotateLeft(f, 19)
    f = e
    e = tt2 ^ rotateLeft(tt2, 9) ^ rotateLeft(tt2, 17)
  }
  state[0] = at(state, 0) ^ a
  state[1] = at(state, 1) ^ b
  state[2] = at(state, 2) ^ c
  state[3] = at(state, 3) ^ d
  state[4] = at(state, 4) ^ e
  state[5] = at(state, 5) ^ f
  state[6] = at(state, 6) ^ g
  state[7] = at(state, 7) ^ h
}

function p1(word: number): number {
  return word ^ rotateLeft(word, 15) ^ rotateLeft(word, 23)
}

function at(words: Uint32Array, index: number): number {
  return words[index] ?? 0
}
