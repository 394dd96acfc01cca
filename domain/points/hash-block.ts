/** Blocks of sixteen 32-bit words, padded as SHA-256 and SM3 both ask: a one bit, zeros, the length in bits. */
export function* padMessage(bytes: Uint8Array): Generator<Uint32Array> {
  const blocks = Math.floor((bytes.length + 8) / 64) + 1
  const padded = new Uint8Array(blocks * 64)
  padded.set(bytes)
  padded[bytes.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 0x20000000))
  view.setUint32(padded.length - 4, (bytes.length << 3) >>> 0)
  const words = new Uint32Array(16)
  for (let block = 0; block < padded.length; block += 64) {
    for (let word = 0; word < 16; word += 1) words[word] = view.getUint32(block + word * 4)
    yield words
  }
}

/** Words as bytes, highest first. */
export function writeWords(words: Uint32Array): Uint8Array {
  const bytes = new Uint8Array(words.length * 4)
  const view = new DataView(bytes.buffer)
  words.forEach((word, index) => view.setUint32(index * 4, word))
  return bytes
}

/** Turns a word to the left; 32 turns it nowhere. */
export function rotateLeft(word: number, bits: number): number {
  const turn = bits % 32
  return turn === 0 ? word : (word << turn) | (word >>> (32 - turn))
}
