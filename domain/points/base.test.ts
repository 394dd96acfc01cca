import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toPoints } from '../shared/points.ts'
import { broughtBase, carriedBase, defaultCarryOver, flatBase, yearParts, yearScore } from './base.ts'

const pts = (value: number) => toPoints(Math.round(value * 100))
const year = (points: number, appraisal: number | null = null) => ({
  points: pts(points),
  unlimitedBonus: pts(0),
  appraisal: appraisal === null ? null : pts(appraisal),
})

test('R-230: the base is the set share of the last result', () => {
  for (const [result, percent, base] of [
    [86.4, 30, 25.92],
    [86.4, 20, 17.28],
    [86.4, 0, 0],
    [0, 30, 0],
    [100, 30, 30],
  ] as const) {
    assert.equal(carriedBase(year(result), 20, { ...defaultCarryOver, percent }).points, pts(base))
  }
})

test('R-231: the result is capped before the share is taken, and the base after it', () => {
  assert.equal(carriedBase(year(128), 0, defaultCarryOver).points, pts(30))
  assert.equal(carriedBase(year(128), 0, { ...defaultCarryOver, resultCap: pts(200) }).points, pts(30))
  assert.equal(
    carriedBase(year(128), 0, { ...defaultCarryOver, resultCap: pts(200), baseCap: pts(60) }).points,
    pts(38.4),
  )
})

test('R-231: the share is rounded to two places, half up', () => {
  for (const [result, base] of [
    [70.15, 21.05],
    [70.05, 21.02],
    [70.04, 21.01],
  ] as const) {
    assert.equal(carriedBase(year(result), 0, defaultCarryOver).points, pts(base))
  }
})

test('R-231: bonuses outside the caps count in the year and are not carried over', () => {
  const parts = yearParts(
    [
      { credited: pts(40), outsideCaps: false },
      { credited: pts(5), outsideCaps: true },
      { credited: pts(-1), outsideCaps: false },
    ],
    pts(30),
    null,
  )
  assert.deepEqual(parts, { points: 6900, unlimitedBonus: 500, appraisal: null })
  assert.equal(carriedBase(parts, 20, defaultCarryOver).points, pts(20.7))
})

test('R-189: the appraisal weighs into the final score; without one the points stand alone', () => {
  assert.equal(yearScore(year(80, 90), 20), pts(82))
  assert.equal(yearScore(year(80.33, 91.17), 20), pts(82.5))
  assert.equal(yearScore(year(80, 90), 0), pts(80))
  assert.equal(yearScore(year(80), 20), pts(80))
})

test('R-232: the first year and new members begin flat, movers with the share they bring', () => {
  assert.deepEqual(flatBase(defaultCarryOver), { kind: 'flat', result: null, counted: null, points: 3000 })
  assert.equal(broughtBase(null, defaultCarryOver).points, pts(30))
  const brought = broughtBase(pts(62.5), defaultCarryOver)
  assert.deepEqual([brought.kind, brought.points], ['broughtAlong', 1875])
})
