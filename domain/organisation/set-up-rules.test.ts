import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate as day } from '../shared/plain-date.ts'
import {
  checkJointBranch,
  checkSizes,
  defaultSizes,
  kindForMembers,
  mustHaveBranch,
  projectSetsUpBranch,
  setUpReplyDueOn,
} from './set-up-rules.ts'
import { branchActs, temporaryBranchMay } from './temporary-branch.ts'

const units = (...fullMembers: number[]) =>
  fullMembers.map((count, index) => ({ name: `单位${index}`, fullMembers: count }))

test('R-001: three full members must have a branch', () => assert.equal(mustHaveBranch(3), true))
test('R-001: two full members need not', () => assert.equal(mustHaveBranch(2), false))

test('R-002: small units share a branch', () => {
  for (const [members, more] of [
    [units(2, 1), false],
    [units(1, 1, 1, 1, 1), false],
    [units(1, 1, 1, 1, 1, 1), true],
  ] as const) {
    const checked = checkJointBranch(members)
    assert.ok(checked.ok && checked.value.moreUnitsThanUsual === more)
  }
})

test('R-002: one unit, a unit of three or two members in all do not', () => {
  for (const [members, code] of [
    [units(2), 'joint-branch-needs-units'],
    [units(1, 3), 'joint-branch-unit-too-large'],
    [units(1, 1), 'joint-branch-too-few-members'],
  ] as const) {
    const checked = checkJointBranch(members)
    assert.ok(!checked.ok && checked.code === code, code)
  }
})

test('R-003: a county may lower the ceiling of a branch', () => {
  assert.ok(checkSizes({ ...defaultSizes, maxBranchMembers: 40 }).ok)
})

test('R-003: a county may not raise it', () => {
  const checked = checkSizes({ ...defaultSizes, maxBranchMembers: 51 })
  assert.ok(!checked.ok && checked.code === 'sizes-branch-ceiling-too-high')
})

test('R-009: more than 50 members call for a general branch, more than 100 for a base committee', () => {
  assert.deepEqual(
    [50, 51, 100, 101].map((members) => kindForMembers(members)),
    ['branch', 'generalBranch', 'generalBranch', 'baseCommittee'],
  )
})

test('R-009: thresholds out of order are refused', () => {
  const checked = checkSizes({ ...defaultSizes, generalBranchAbove: 100 })
  assert.ok(!checked.ok && checked.code === 'sizes-out-of-order')
})

test('R-012: a request is answered within a month', () => {
  assert.equal(setUpReplyDueOn(day('2026-01-31')), '2026-02-28')
})

test('R-014: a project of six months with members sets up a branch', () =>
  assert.ok(projectSetsUpBranch(6, 3)))
test('R-014: a shorter one, or one without members, does not', () => {
  assert.ok(!projectSetsUpBranch(5, 10))
  assert.ok(!projectSetsUpBranch(12, 2))
})

test('R-015: a temporary branch teaches, cares and trains activists', () => {
  assert.deepEqual(branchActs.filter(temporaryBranchMay), [
    'teachMembers',
    'careForMembers',
    'trainActivists',
  ])
})

test('R-015: a temporary branch admits, punishes, disposes of and elects no one and collects no dues', () => {
  for (const act of [
    'admitMember',
    'punishMember',
    'disposeOfMember',
    'collectDues',
    'electDelegates',
    'holdReElection',
  ] as const) {
    assert.equal(temporaryBranchMay(act), false, act)
  }
})
