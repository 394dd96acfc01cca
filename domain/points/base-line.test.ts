import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toPoints } from '../shared/points.ts'
import { broughtBase, carriedBase, defaultCarryOver, flatBase } from './base.ts'
import { type BaseLine, readBase, toBaseEvidence } from './base-line.ts'

const line = (change: Partial<BaseLine>): BaseLine => ({
  kind: 'base',
  source: 'year',
  credited: toPoints(3000),
  evidence: [],
  takenBack: false,
  ...change,
})

test('R-230: a carried base names the result and the share', () => {
  const parts = { points: toPoints(8640), unlimitedBonus: toPoints(0), appraisal: null }
  const base = carriedBase(parts, 0, defaultCarryOver)
  const read = readBase([
    line({ kind: 'carryOver', credited: base.points, evidence: toBaseEvidence(base, 30) }),
  ])
  assert.deepEqual(read, { kind: 'carryOver', points: 2592, percent: 30, result: 8640 })
})

test('R-232: a flat base names nothing; a certified one replaces it and names its certificate', () => {
  const flat = flatBase(defaultCarryOver)
  assert.deepEqual(toBaseEvidence(flat, 30), [])
  assert.equal(readBase([line({})]).kind, 'flat')
  const brought = broughtBase(toPoints(9000), defaultCarryOver)
  const evidence = toBaseEvidence(brought, 30, '县委组织部 12 号')
  assert.ok(evidence.includes('certificate:县委组织部 12 号'))
  const read = readBase([
    line({ takenBack: true }),
    line({ kind: 'reversal', source: 'transfer', credited: toPoints(-3000) }),
    line({ kind: 'correction', source: 'transfer', credited: brought.points, evidence }),
  ])
  assert.deepEqual(read, { kind: 'broughtAlong', points: 2700, percent: 30, result: 9000 })
})

test('a year without a base says so', () => {
  assert.deepEqual(readBase([]), { kind: 'none', points: 0, percent: null, result: null })
})
