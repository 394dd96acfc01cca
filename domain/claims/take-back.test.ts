import assert from 'node:assert/strict'
import { test } from 'node:test'
import { roomFor, type CreditRules, nothingUsed } from '../points/credit.ts'
import { defaultSchemes } from '../schemes/default-schemes.ts'
import { toCreditRules } from '../schemes/scheme.ts'
import { plainDate as day } from '../shared/plain-date.ts'
import { toPoints } from '../shared/points.ts'
import { capLines } from './cap-lines.ts'
import type { Approval, Claim } from './claim.ts'
import { escalate, levelAbove, levelAfter } from './review.ts'
import { takeBackDecision } from './take-back.ts'

const on = day('2026-11-03')
const claim = (change: Partial<Claim> = {}): Claim => ({
  id: 'c1',
  deviceKey: 'k1',
  memberId: 'm1',
  orgId: 'o1',
  target: { kind: 'item', itemCode: 'village-work' },
  deedOn: on,
  submittedOn: on,
  quantity: 200,
  chosen: null,
  said: '',
  place: null,
  evidence: [],
  entry: { by: 'member' },
  lateReason: null,
  state: 'approved',
  level: 'branch',
  levelSince: on,
  approvals: [{ level: 'branch', by: 'zhou', on }],
  decision: { by: 'zhou', on, reason: null },
  confirmedByMember: true,
  ...change,
})
const before = { quantity: 300, chosen: null }
const take = (one: Claim, by = 'zhou', monthPublished = false) => {
  const decided = takeBackDecision(one, by, { monthPublished, before })
  return decided.ok ? decided.value : decided.code
}
const approvals: Approval[] = [
  { level: 'branch', by: 'zhou', on },
  { level: 'baseCommittee', by: 'lu', on },
]

test('S-196: the last word is taken back by the one who said it, and what was claimed stands again', () => {
  const back = take(claim({ state: 'adjusted', decision: { by: 'zhou', on, reason: '少一小时' } }))
  assert.ok(typeof back !== 'string')
  assert.deepEqual(
    [back.state, back.level, back.quantity, back.approvals, back.decision],
    ['submitted', 'branch', 300, [], null],
  )
  for (const state of ['returned', 'refused'] as const) {
    const again = take(claim({ state, approvals: [] }))
    assert.ok(typeof again !== 'string')
    assert.deepEqual([again.state, again.quantity, again.decision], ['submitted', 200, null])
  }
})

test('S-196: a decision of somebody else, one decided upon above, and one on notice stay', () => {
  assert.equal(take(claim(), 'shen'), 'claim-not-your-decision')
  assert.equal(take(claim({ state: 'approved', level: 'baseCommittee', approvals })), 'claim-decided-above')
  assert.equal(take(claim(), 'zhou', true), 'claim-month-published')
  assert.equal(take(claim({ state: 'submitted', approvals: [], decision: null })), 'claim-not-decided')
  assert.equal(take(claim({ state: 'withdrawn', approvals: [] })), 'claim-not-decided')
})

test('R-241: what waits at the next level comes back to the level that passed it on', () => {
  const waiting = claim({
    state: 'submitted',
    level: 'county',
    approvals,
    decision: { by: 'zhou', on, reason: '两项' },
  })
  const back = take(waiting, 'lu')
  assert.ok(typeof back !== 'string')
  assert.deepEqual([back.level, back.approvals.length, back.decision?.by], ['baseCommittee', 1, 'zhou'])
  assert.equal(take(waiting, 'zhou'), 'claim-decided-above')
})

test('R-239, R-241: a branch right below the county has no committee on the way', () => {
  const levels = ['branch', 'county'] as const
  assert.equal(levelAfter('branch', 'baseCommittee', levels), 'county')
  assert.equal(levelAfter('branch', 'county', levels), 'county')
  assert.equal(levelAfter('branch', 'branch', levels), undefined)
  assert.equal(levelAbove('county', levels), undefined)
  const waiting = claim({ state: 'submitted', approvals: [], decision: null })
  assert.equal(escalate(waiting, 7, day('2026-11-20'), levels).level, 'county')
})

test('R-238: of all caps shown, the tightest is the one that holds', () => {
  for (const scheme of defaultSchemes) {
    const rules: CreditRules = toCreditRules({ ...scheme, id: 'v1' })
    for (const item of rules.items.values()) {
      if (item.category === 'deductions') continue
      const used = { ...nothingUsed, itemMonth: 20, categoryMonth: 70, categoryYear: 300, total: 4000 }
      const lines = capLines(rules, item, used)
      const rooms = lines.map(({ cap, used: taken }) => Math.max(0, cap - taken))
      const { left } = roomFor(rules, item, used)
      assert.equal(left, lines.length === 0 ? null : toPoints(Math.min(...rooms)), item.code)
    }
  }
})
