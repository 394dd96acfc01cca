import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate as day } from '../shared/plain-date.ts'
import { type Points, toPoints } from '../shared/points.ts'
import type { Claim, ClaimState } from './claim.ts'
import { upholdOn } from './upheld.ts'

const on = day('2026-11-12')
const claim = (state: ClaimState): Claim => ({
  id: 'c1',
  deviceKey: 'k1',
  memberId: 'm1',
  orgId: 'o1',
  target: { kind: 'item', itemCode: 'volunteer-hours' },
  deedOn: day('2026-11-03'),
  submittedOn: day('2026-11-03'),
  quantity: 100,
  chosen: null,
  said: '',
  place: null,
  evidence: [],
  entry: { by: 'member' },
  lateReason: null,
  state,
  level: 'branch',
  levelSince: on,
  approvals: [],
  decision: { by: 'zhou', on, reason: '一小时' },
  confirmedByMember: true,
})
const uphold = (state: ClaimState, byMember: boolean, right: Points | null = null) => {
  const claimed = { quantity: 300, chosen: null }
  const upheld = upholdOn(claim(state), { byMember, decidedBy: 'lu', answer: ' 查实 ', on, claimed, right })
  if (!upheld.ok) return upheld.code
  const { state: next, quantity, decision } = upheld.value.claim
  return [next, quantity, decision?.by, decision?.reason, upheld.value.credits]
}

test('R-218: the member is given what was cut or refused', () => {
  assert.deepEqual(uphold('adjusted', true), ['approved', 300, 'lu', '查实', true])
  assert.deepEqual(uphold('refused', true), ['approved', 300, 'lu', '查实', true])
  assert.equal(uphold('approved', true), 'claim-nothing-to-correct')
})

test('R-218: an objection of somebody else takes the deed out', () => {
  assert.deepEqual(uphold('approved', false), ['refused', 100, 'lu', '查实', false])
  assert.deepEqual(uphold('adjusted', false), ['refused', 100, 'lu', '查实', false])
  assert.equal(uphold('refused', false), 'claim-nothing-to-correct')
  assert.equal(uphold('submitted', false), 'claim-nothing-to-correct')
})

test('R-218: a right value named in the answer is what is written, whoever objected; none takes the deed out', () => {
  const right = toPoints(40)
  for (const byMember of [true, false]) {
    for (const state of ['approved', 'adjusted', 'refused'] as const)
      assert.deepEqual(uphold(state, byMember, right), ['adjusted', 100, 'lu', '查实', true])
  }
  assert.deepEqual(uphold('approved', true, toPoints(0)), ['refused', 100, 'lu', '查实', false])
  assert.equal(uphold('refused', true, toPoints(0)), 'claim-nothing-to-correct')
  assert.equal(uphold('submitted', true, right), 'claim-nothing-to-correct')
})
