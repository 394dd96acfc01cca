import assert from 'node:assert/strict'
import { test } from 'node:test'
import { noGrades } from '../appraisals/grade.ts'
import { defaultSchemes } from '../schemes/default-schemes.ts'
import { toPoints } from '../shared/points.ts'
import {
  branchLens,
  type BranchYear,
  groupLens,
  openShare,
  reachLens,
  reachOf,
  reviewerLens,
} from './fairness.ts'

const branch = (
  branchId: string,
  excellent: number,
  qualified: number,
  low = 0,
  mean = 8000,
): BranchYear => ({
  branchId,
  grades: { ...noGrades, excellent, qualified, basicallyQualified: low },
  members: excellent + qualified + low,
  points: toPoints(mean * (excellent + qualified + low)),
})
const codes = (flags: readonly { code: string; subjectId: string }[]) =>
  flags.map(({ code, subjectId }) => `${subjectId} ${code}`)

test('R-182, R-185: a branch whose grades lie far from its peers is worth a talk, a small one is not looked at', () => {
  assert.deepEqual(codes(branchLens([branch('b1', 10, 20), branch('b2', 9, 21), branch('b3', 8, 22)])), [])
  assert.deepEqual(codes(branchLens([branch('b1', 10, 20), branch('b2', 10, 20), branch('b3', 2, 28)])), [
    'b3 fewer-excellent-than-peers',
  ])
  assert.deepEqual(codes(branchLens([branch('b1', 3, 27), branch('b2', 3, 27), branch('b3', 10, 20)])), [
    'b3 more-excellent-than-peers',
  ])
  assert.deepEqual(codes(branchLens([branch('b1', 6, 24), branch('b2', 6, 16, 8)])), [
    'b2 more-low-than-peers',
  ])
  assert.deepEqual(codes(branchLens([branch('b1', 10, 20), branch('b2', 0, 9)])), [])
})

test('R-192: mean points far from those of all others are pointed at, in both directions', () => {
  assert.deepEqual(codes(branchLens([branch('b1', 6, 24, 0, 8000), branch('b2', 6, 24, 0, 6400)])), [
    'b1 points-far-from-peers',
    'b2 points-far-from-peers',
  ])
  assert.deepEqual(codes(branchLens([branch('b1', 6, 24, 0, 8000), branch('b2', 6, 24, 0, 7000)])), [])
})

test('R-216: a reviewer who refuses or adjusts far more than the others is worth a talk', () => {
  const reviewer = (reviewerId: string, decided: number, refused: number, adjusted = 0) => ({
    reviewerId,
    decided,
    refused,
    adjusted,
  })
  assert.deepEqual(
    codes(reviewerLens([reviewer('r1', 100, 5), reviewer('r2', 100, 4), reviewer('r3', 40, 12)])),
    ['r3 reviewer-refuses-more'],
  )
  assert.deepEqual(codes(reviewerLens([reviewer('r1', 100, 5, 10), reviewer('r2', 100, 5, 40)])), [
    'r2 reviewer-adjusts-more',
  ])
  assert.deepEqual(codes(reviewerLens([reviewer('r1', 100, 5), reviewer('r2', 9, 9)])), [])
})

test('R-226, R-271: the share of points open to the old, the ill and those away is that of their own schemes', () => {
  const item = (code: string, fromHome: boolean, year: number, category: 'duty' | 'deductions' = 'duty') => {
    const some = defaultSchemes[0]?.items[0] ?? assert.fail()
    return { ...some, code, fromHome, category, caps: { ...some.caps, year: toPoints(year) } }
  }
  const inPost = { items: [item('a', true, 400), item('b', false, 600), item('c', false, 900, 'deductions')] }
  const away = { items: [item('a', true, 600)] }
  assert.deepEqual([openShare(inPost), openShare(away), openShare({ items: [] })], [40, 100, null])
  const mixed = reachOf('old', [
    { members: 20, content: inPost },
    { members: 10, content: away },
    { members: 50, content: { items: [] } },
  ])
  assert.deepEqual(mixed, { group: 'old', members: 30, openPercent: 60 })
  const ill = reachOf('lightDuty', [{ members: 12, content: inPost }])
  assert.deepEqual(reachLens([mixed, ill, reachOf('away', [])]), [
    { code: 'few-points-open', subjectId: 'lightDuty', own: 40, peers: 50 },
  ])
})

test('R-171, R-226: the default schemes of retired and floating members leave nearly all points open', () => {
  for (const scheme of defaultSchemes.filter(
    ({ memberClass }) => memberClass === 'retired' || memberClass === 'floating',
  )) {
    assert.ok((openShare(scheme) ?? 0) >= 90, `${scheme.memberClass} ${openShare(scheme)}`)
  }
})

test('R-271: groups far behind all others are named as groups, never as members', () => {
  const others = { members: 100, points: toPoints(800_000) }
  const group = (points: number, members = 20) =>
    groupLens([{ group: 'away', members, points: toPoints(points) }], others)
  assert.deepEqual(group(128_000), [{ code: 'group-far-behind', subjectId: 'away', own: 80, peers: 100 }])
  assert.deepEqual(group(130_000), [])
  assert.deepEqual(group(10_000, 9), [])
  assert.deepEqual(
    groupLens([{ group: 'old', members: 20, points: toPoints(1) }], { members: 9, points: toPoints(1000) }),
    [],
  )
})
