import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type CarryOver, defaultCarryOver } from '../points/base.ts'
import { checkEntry } from '../points/entry.ts'
import { noPoints, toPoints } from '../shared/points.ts'
import { carryOverLine, type ComingIn, nextBase } from './carry-over.ts'

const stayed = (points: number, appraisal: number | null = null, unlimited = 0): ComingIn => ({
  kind: 'stayed',
  parts: {
    points: toPoints(points),
    unlimitedBonus: toPoints(unlimited),
    appraisal: appraisal === null ? null : toPoints(appraisal),
  },
  appraisalPercent: 20,
})
const pointsOf = (coming: ComingIn, rule: CarryOver = defaultCarryOver) =>
  nextBase(coming, rule).base?.points ?? null
const line = (coming: ComingIn, rule: CarryOver = defaultCarryOver) =>
  carryOverLine(
    {
      id: 'e1',
      memberId: 'm1',
      orgId: 'new-branch',
      year: 2027,
      schemeVersionId: 'v2',
      postedAt: new Date('2027-01-25T02:00:00Z'),
      authorId: 'a9',
      closingId: 'y2026',
    },
    nextBase(coming, rule),
  )

test('R-230, R-231: thirty percent of the result with appraisal, capped, two places, bonuses outside the caps left out', () => {
  for (const [coming, points] of [
    [stayed(8600, 8800), 2592],
    [stayed(8600), 2580],
    [stayed(10_000, 10_000), 3000],
    [stayed(12_000, 10_000), 3000],
    [stayed(8333, 7777), 2467],
    [stayed(8600, 8800, 1500), 2592],
    [stayed(0), 0],
  ] as const) {
    assert.equal(pointsOf(coming), points)
  }
  assert.equal(nextBase(stayed(8600, 8800), defaultCarryOver).words, '上年年终得分86.4分的30%，记25.92分')
  assert.equal(
    nextBase(stayed(12_000, 10_000), defaultCarryOver).words,
    '上年年终得分116分（按100分封顶计100分）的30%，记30分',
  )
})

test('R-230: another percent comes from another version of the scheme, nought switches the class off', () => {
  assert.equal(pointsOf(stayed(8600, 8800), { ...defaultCarryOver, percent: 20 }), 1728)
  const off = { ...defaultCarryOver, percent: 0 }
  assert.equal(pointsOf(stayed(8600), off), null)
  assert.equal(pointsOf({ kind: 'new' }, off), null)
  assert.equal(line(stayed(8600), off), null)
})

test('R-232: new members begin with the flat base, those from elsewhere with the share of what they bring', () => {
  assert.equal(pointsOf({ kind: 'new' }), 3000)
  assert.equal(pointsOf({ kind: 'fromElsewhere', certified: toPoints(8000) }), 2400)
  assert.equal(pointsOf({ kind: 'fromElsewhere', certified: null }), 3000)
})

test('R-232: the line is the first of the year, stands in the branch of that day, and is one the ledger takes', () => {
  const carried = line(stayed(8600, 8800))
  assert.ok(carried)
  assert.deepEqual(
    [carried.kind, carried.orgId, carried.month, carried.deedOn, carried.raw, carried.credited],
    ['carryOver', 'new-branch', '2027-01', '2027-01-01', 2592, 2592],
  )
  assert.equal(line({ kind: 'new' })?.kind, 'base')
  assert.equal(line({ kind: 'fromElsewhere', certified: toPoints(8000) })?.source.kind, 'transfer')
  for (const coming of [
    stayed(8600),
    stayed(0),
    { kind: 'new' } as const,
    { kind: 'fromElsewhere', certified: null } as const,
  ]) {
    const written = line(coming)
    assert.ok(written && checkEntry(written, { reviewerMemberId: null }).ok)
  }
})

test('R-231: whatever the year, the base is between nought and its cap', () => {
  const hundredths = fc.integer({ min: -2000, max: 30_000 })
  fc.assert(
    fc.property(
      hundredths,
      fc.option(fc.integer({ min: 0, max: 10_000 })),
      hundredths,
      (points, appraisal, bonus) => {
        const written = line(stayed(points, appraisal, bonus))
        assert.ok(written && written.credited >= noPoints && written.credited <= defaultCarryOver.baseCap)
      },
    ),
  )
})
