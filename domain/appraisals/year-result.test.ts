import assert from 'node:assert/strict'
import { test } from 'node:test'
import { noPoints, toPoints } from '../shared/points.ts'
import { type GradeCounts, noGrades } from './grade.ts'
import { appraisalScore, ballotScore, defaultWeights, yearResult } from './year-result.ts'

const counts = (change: Partial<GradeCounts>): GradeCounts => ({ ...noGrades, ...change })

test('R-188, R-189: two ballots weigh sixty to forty, and an empty one does not count', () => {
  const members = counts({ excellent: 10, qualified: 10 })
  const masses = counts({ qualified: 3, basicallyQualified: 1 })
  assert.equal(ballotScore(members), 9250)
  assert.equal(ballotScore(masses), 8125)
  assert.equal(appraisalScore(members, masses), 8800)
  assert.equal(appraisalScore(members, noGrades), 9250)
  assert.equal(appraisalScore(noGrades, masses), 8125)
  assert.equal(appraisalScore(noGrades, noGrades), null)
  assert.equal(appraisalScore(members, masses, { ...defaultWeights, membersPercent: 50 }), 8688)
})

test('R-189: the score is four fifths process and a fifth appraisal, both parts visible', () => {
  const parts = { points: toPoints(8600), unlimitedBonus: noPoints, appraisal: toPoints(8800) }
  assert.deepEqual(yearResult(parts, 20), {
    process: 8600,
    processPercent: 80,
    appraisal: 8800,
    appraisalPercent: 20,
    score: 8640,
  })
  assert.deepEqual(yearResult({ ...parts, appraisal: null }, 20), {
    process: 8600,
    processPercent: 100,
    appraisal: null,
    appraisalPercent: 0,
    score: 8600,
  })
  assert.equal(yearResult(parts, 0).score, 8600)
})
