import { randomFillSync } from 'node:crypto'

const bytes = new Uint8Array(16)
let lastMs = 0
let counter = 0

/** A UUIDv7 for the given instant: time-ordered, and growing within one millisecond by a counter (RFC 9562, method 1). */
export function newIdAt(now: Date): string {
  randomFillSync(bytes)
  const ms = now.getTime()
  if (ms === lastMs) counter = (counter + 1) & 0xfff
  else {
    lastMs = ms
    counter = ((bytes[6] ?? 0) << 3) & 0x7ff
  }
  const hex = Buffer.from(bytes).toString('hex')
  const time = ms.toString(16).padStart(12, '0')
  const variant = ((Number.parseInt(hex[16] ?? '0', 16) & 0x3) | 0x8).toString(16)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter.toString(16).padStart(3, '0')}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`
}
