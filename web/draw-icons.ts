// Draws the mark 支 in its seal-red square as SVG and PNG, without fonts or image libraries: node web/draw-icons.ts
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'

type Point = readonly [number, number]
type Stroke = { readonly from: Point; readonly bend: Point; readonly to: Point }

const GRID = 100
const HALF_WIDTH = 4.3
const SEAL: readonly number[] = [0xb3, 0x26, 0x1e]

/** The strokes of 支 on a grid of 100, each a quadratic curve. */
const strokes: readonly Stroke[] = [
  { from: [22, 33], bend: [50, 33], to: [78, 33] },
  { from: [50, 17], bend: [50, 34], to: [50, 51] },
  { from: [27, 51], bend: [49, 51], to: [71, 51] },
  { from: [71, 51], bend: [57, 73], to: [23, 83] },
  { from: [32, 55], bend: [49, 77], to: [79, 83] },
]

function svg(): string {
  const paths = strokes.map(({ from, bend, to }) => `M${from} Q${bend} ${to}`).join(' ')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><rect width="100" height="100" rx="18" fill="#B3261E"/><path d="${paths}" fill="none" stroke="#fff" stroke-width="${HALF_WIDTH * 2}" stroke-linecap="round" stroke-linejoin="round"/></svg>\n`
}

const dots: readonly Point[] = strokes.flatMap(({ from, bend, to }) =>
  Array.from({ length: 65 }, (_, step): Point => {
    const k = step / 64
    const at = (axis: 0 | 1) => (1 - k) ** 2 * from[axis] + 2 * k * (1 - k) * bend[axis] + k ** 2 * to[axis]
    return [at(0), at(1)]
  }),
)

/** How far inside a rounded square a point lies; negative outside. */
function insideSquare(x: number, y: number, radius: number): number {
  const dx = Math.max(radius - x, x - (GRID - radius), 0)
  const dy = Math.max(radius - y, y - (GRID - radius), 0)
  return radius === 0 ? 1 : radius - Math.hypot(dx, dy)
}

function png(size: number, radius: number, scale: number): Buffer {
  const unit = GRID / size
  const cover = (inside: number) => Math.min(1, Math.max(0, inside / unit + 0.5))
  const rows = Buffer.alloc((size * 4 + 1) * size)
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const x = (column + 0.5) * unit
      const y = (row + 0.5) * unit
      const [u, v] = [50 + (x - 50) / scale, 50 + (y - 50) / scale]
      const distance = Math.min(...dots.map(([a, b]) => Math.hypot(a - u, b - v)))
      const ink = cover((HALF_WIDTH - distance) * scale)
      const at = row * (size * 4 + 1) + 1 + column * 4
      SEAL.forEach((value, channel) => (rows[at + channel] = Math.round(value + (255 - value) * ink)))
      rows[at + 3] = Math.round(255 * cover(insideSquare(x, y, radius)))
    }
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(size, 0)
  header.writeUInt32BE(size, 4)
  header.set([8, 6, 0, 0, 0], 8)
  const parts = [
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), ...parts])
}

function chunk(name: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), body])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(body.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, check])
}

const mobile = resolve(import.meta.dirname, 'mobile-public/icons')
writeFileSync(resolve(import.meta.dirname, 'pc-public/mark.svg'), svg())
writeFileSync(resolve(mobile, 'mark.svg'), svg())
writeFileSync(resolve(mobile, 'icon-180.png'), png(180, 0, 0.9))
writeFileSync(resolve(mobile, 'icon-192.png'), png(192, 18, 1))
writeFileSync(resolve(mobile, 'icon-512.png'), png(512, 18, 1))
writeFileSync(resolve(mobile, 'icon-maskable-512.png'), png(512, 0, 0.74))
