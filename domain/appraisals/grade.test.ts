import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  checkExcellent,
  countGrades,
  excellentLimit,
  type Grade,
  grades,
  isLowGrade,
  tightenShare,
} from './grade.ts'

const settled = (excellent: number, others: number): Grade[] => [
  ...Array.from({ length: excellent }, (): Grade => 'excellent'),
  ...Array.from({ length: others }, (): Grade => 'qualified'),
]

test('R-181: there are four grades, two of them low', () => {
  assert.deepEqual(grades, ['excellent', 'qualified', 'basicallyQualified', 'unqualified'])
  assert.deepEqual(grades.map(isLowGrade), [false, false, true, true])
  assert.deepEqual(countGrades(settled(2, 1)), {
    excellent: 2,
    qualified: 1,
    basicallyQualified: 0,
    unqualified: 0,
  })
})

test('R-182: a third of all members of the branch may be excellent, rounded down', () => {
  for (const [members, limit] of [
    [2, 0],
    [3, 1],
    [5, 1],
    [6, 2],
    [33, 11],
    [34, 11],
    [35, 11],
    [36, 12],
  ] as const) {
    assert.equal(excellentLimit(members), limit, `${members}`)
    assert.equal(checkExcellent(settled(limit, members - limit), members).ok, true)
    assert.equal(checkExcellent(settled(limit + 1, members - limit - 1), members).ok, false)
  }
  // Two of the 36 are probationary and without grade; the third is of all 36.
  assert.equal(checkExcellent(settled(12, 22), 36).ok, true)
})

test('R-182: a county may set a smaller share and never a larger one', () => {
  for (const [numerator, denominator, ok] of [
    [1, 4, true],
    [1, 3, true],
    [0, 1, true],
    [2, 5, false],
    [1, 2, false],
    [-1, 3, false],
    [1, 0, false],
  ] as const) {
    assert.equal(tightenShare({ numerator, denominator }).ok, ok, `${numerator}/${denominator}`)
  }
  assert.equal(checkExcellent(settled(9, 25), 34, { numerator: 1, denominator: 4 }).ok, false)
  assert.equal(checkExcellent(settled(8, 26), 34, { numerator: 1, denominator: 4 }).ok, true)
})
