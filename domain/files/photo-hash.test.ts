import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  alikeBits,
  distanceBetween,
  distanceOf,
  findAlike,
  hashGrey,
  likenessOf,
  type PhotoPrint,
  printOf,
  readHash,
  samePictureBits,
  writeHash,
} from './photo-hash.ts'

const size = 64

/** A fixed row of numbers, so that a failure can be seen again. */
function numbers(seed: number) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 0x100000000
  }
}

/** A scene of hills, walls and lights as a function of place, so that it can be cut and turned without loss. */
function scene(seed: number) {
  const pick = numbers(seed * 7919 + 1)
  const blobs = Array.from({ length: 14 }, () => ({
    x: pick(),
    y: pick(),
    wide: 0.05 + pick() * 0.25,
    tall: 0.05 + pick() * 0.25,
    light: pick() * 200 - 100,
  }))
  const slope = [pick() * 80 - 40, pick() * 80 - 40] as const
  return (x: number, y: number) =>
    blobs.reduce(
      (sum, { x: bx, y: by, wide, tall, light }) =>
        sum + light * Math.exp(-(((x - bx) / wide) ** 2) - ((y - by) / tall) ** 2),
      128 + slope[0] * x + slope[1] * y,
    )
}

function grey(at: (x: number, y: number) => number): Float64Array {
  return Float64Array.from({ length: size * size }, (_, index) =>
    Math.min(255, Math.max(0, at(((index % size) + 0.5) / size, (Math.floor(index / size) + 0.5) / size))),
  )
}

const print = (at: (x: number, y: number) => number) => printOf(grey(at), size, size)
const scenes = Array.from({ length: 50 }, (_, seed) => scene(seed + 1))
const prints = scenes.map((each, index) => ({ id: `p${index}`, print: print(each) }))

test('S-194: of fifty pictures, copies that are darker, noisy, mirrored or cut are found', () => {
  const noise = numbers(5)
  const changes: Readonly<
    Record<string, (at: (x: number, y: number) => number) => (x: number, y: number) => number>
  > = {
    darker: (at) => (x, y) => at(x, y) * 0.7 + 5,
    noisy: (at) => (x, y) => Math.round((at(x, y) + noise() * 24 - 12) / 8) * 8,
    mirrored: (at) => (x, y) => at(1 - x, y),
    'cut by a tenth': (at) => (x, y) => at(0.05 + x * 0.9, 0.05 + y * 0.9),
    'cut at a corner': (at) => (x, y) => at(x * 0.85, y * 0.85),
    'mirrored and cut': (at) => (x, y) => at(0.1 + (1 - x) * 0.8, 0.1 + y * 0.8),
  }
  for (const [name, change] of Object.entries(changes)) {
    const found = scenes.filter(
      (each, index) => findAlike(print(change(each)), prints)[0]?.id === `p${index}`,
    )
    assert.ok(found.length >= 48, `${name}: ${found.length} of 50`)
  }
})

test('S-194: other pictures give few hints', () => {
  let hints = 0
  for (const [index, { print: one }] of prints.entries())
    hints += findAlike(one, prints.slice(index + 1)).length
  assert.ok(hints <= 12, `${hints} hints among 1225 pairs`)
})

test('S-194: distances count differing bits and name how alike two pictures are', () => {
  const a = { high: 0xffffffff, low: 0 }
  assert.equal(distanceOf(a, a), 0)
  assert.equal(distanceOf(a, { high: 0, low: 0 }), 32)
  assert.equal(distanceOf(a, { high: 0, low: 0xffffffff }), 64)
  assert.equal(distanceOf({ high: 0x80000001, low: 0x11 }, { high: 0, low: 0 }), 4)
  assert.deepEqual([0, samePictureBits, samePictureBits + 1, alikeBits, alikeBits + 1].map(likenessOf), [
    'samePicture',
    'samePicture',
    'alike',
    'alike',
    undefined,
  ])
})

test('S-194: a mirrored copy lies as near as the picture itself, whichever came first', () => {
  const [one = assert.fail()] = scenes
  const mirror = print((x, y) => one(1 - x, y))
  assert.ok(distanceBetween(print(one), mirror) <= 1)
  assert.equal(distanceBetween(print(one), mirror), distanceBetween(mirror, print(one)))
})

test('S-194: hashes are written in sixteen signs and read back', () => {
  for (const { print: one } of prints) assert.deepEqual(readHash(writeHash(one.whole)), one.whole)
  assert.equal(writeHash({ high: 0, low: 1 }), '0000000000000001')
  for (const text of ['', '1', 'g000000000000000', '00000000000000000'])
    assert.equal(readHash(text), undefined)
})

test('S-194: the nearest come first, and no more than asked for', () => {
  const [first = assert.fail()] = prints
  const many = Array.from({ length: 9 }, (_, index): { id: string; print: PhotoPrint } => ({
    id: `c${index}`,
    print: first.print,
  }))
  const hints = findAlike(first.print, [...prints.slice(1), ...many])
  assert.equal(hints.length, 5)
  assert.ok(hints.every(({ distance, likeness }) => distance === 0 && likeness === 'samePicture'))
  assert.throws(() => hashGrey(new Float64Array(10)), RangeError)
  assert.throws(() => printOf(new Float64Array(10), 3, 3), RangeError)
})
