import assert from 'node:assert/strict'
import { test } from 'node:test'
import { coverBetween, fitPhoto, growCover, leastCover, moveCover, pixelsOf } from './photo-cover.ts'

const near = (actual: object | undefined, expected: Record<string, number>) => {
  assert.ok(actual)
  for (const [name, value] of Object.entries(actual))
    assert.ok(Math.abs(value - (expected[name] ?? Number.NaN)) < 1e-9, `${name} ${value}`)
}

test('a photo is made small enough to keep and never larger', () => {
  assert.deepEqual(fitPhoto(4000, 3000), { width: 1600, height: 1200 })
  assert.deepEqual(fitPhoto(900, 1800), { width: 800, height: 1600 })
  assert.deepEqual(fitPhoto(640, 480), { width: 640, height: 480 })
  assert.deepEqual(fitPhoto(20_000, 2), { width: 1600, height: 1 })
})

test('two corners make one rectangle whichever comes first, cut at the edges', () => {
  const cover = { left: 0.1, top: 0.2, width: 0.3, height: 0.4 }
  near(coverBetween({ x: 0.1, y: 0.2 }, { x: 0.4, y: 0.6 }), cover)
  near(coverBetween({ x: 0.4, y: 0.2 }, { x: 0.1, y: 0.6 }), cover)
  near(coverBetween({ x: -1, y: 0.5 }, { x: 0.5, y: 9 }), { left: 0, top: 0.5, width: 0.5, height: 0.5 })
})

test('a slip of the finger covers nothing', () => {
  assert.equal(coverBetween({ x: 0.5, y: 0.5 }, { x: 0.505, y: 0.9 }), undefined)
  assert.equal(coverBetween({ x: 0.5, y: 0.5 }, { x: 0.5, y: 0.5 }), undefined)
})

test('a cover stays in the photo when it is moved and when it grows', () => {
  const cover = { left: 0.8, top: 0.1, width: 0.15, height: 0.2 }
  near(moveCover(cover, 0.5, -0.5), { ...cover, left: 0.85, top: 0 })
  near(growCover(cover, 0.5, 0.1), { ...cover, width: 0.2, height: 0.3 })
  near(growCover(cover, -1, -1), { ...cover, width: leastCover, height: leastCover })
})

test('paint goes outwards to whole pixels', () => {
  assert.deepEqual(pixelsOf({ left: 0.105, top: 0.11, width: 0.101, height: 0.5 }, 100, 50), [10, 5, 11, 26])
})
