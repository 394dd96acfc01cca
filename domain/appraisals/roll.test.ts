import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate as day } from '../shared/plain-date.ts'
import { checkRoll, gradedHere, placeGuest, placeOnRoll, type RollLine, type RollMember } from './roll.ts'

const full: RollMember = {
  memberId: 'm1',
  membershipKind: 'full',
  suspended: false,
  floating: null,
  exemption: null,
  elderlyOrFrail: false,
}
const exemption = { body: '杨湾村党支部', number: '杨支发〔2026〕2号', on: day('2026-02-10') }
const lineOf = (change: Partial<RollMember>): RollLine => {
  const placed = placeOnRoll({ ...full, ...change })
  return placed.ok ? placed.value : assert.fail(placed.code)
}
const shortOf = (change: Partial<RollMember>) => {
  const { place, reason, owesReport } = lineOf(change)
  return [place, reason, owesReport]
}

test('R-183: probationary members take part and get no grade', () => {
  assert.deepEqual(shortOf({}), ['graded', 'fullMember', true])
  assert.deepEqual(shortOf({ membershipKind: 'probationary' }), ['withoutGrade', 'probationary', true])
})

test('R-170, R-271: somebody is left out by a document, and owes nothing then', () => {
  assert.deepEqual(shortOf({ exemption }), ['exempt', 'exemptByDecision', false])
  assert.equal(lineOf({ exemption }).decision, exemption)
  for (const wrong of [
    { ...exemption, number: ' ' },
    { ...exemption, body: '' },
  ]) {
    const placed = placeOnRoll({ ...full, exemption: wrong })
    assert.equal(placed.ok ? '' : placed.code, 'roll-exemption-needs-decision')
  }
})

test('R-178: a floating member is appraised where the host has agreed, else at home', () => {
  assert.deepEqual(shortOf({ floating: { hostOrgId: 'h1', hostAgreed: true } }), [
    'atHost',
    'floatingAtHost',
    false,
  ])
  assert.equal(lineOf({ floating: { hostOrgId: 'h1', hostAgreed: true } }).hostOrgId, 'h1')
  assert.deepEqual(shortOf({ floating: { hostOrgId: 'h1', hostAgreed: false } }), [
    'graded',
    'floatingHere',
    true,
  ])
  assert.deepEqual(shortOf({ suspended: true }), ['withoutGrade', 'membershipStopped', false])
})

test('R-226: the old and frail hand in a report only if they wish', () => {
  assert.deepEqual(shortOf({ elderlyOrFrail: true }), ['graded', 'fullMember', false])
})

test('R-178: the roll names every member of the branch once and nobody else', () => {
  const lines = ['m1', 'm2'].map((memberId) => lineOf({ memberId }))
  const codeOf = (of: readonly RollLine[], ids: readonly string[]) => {
    const checked = checkRoll(of, ids)
    return checked.ok ? 'fine' : checked.code
  }
  assert.equal(codeOf(lines, ['m1', 'm2']), 'fine')
  assert.equal(codeOf(lines, ['m1', 'm2', 'm3']), 'roll-member-missing')
  assert.equal(codeOf([...lines, lineOf({})], ['m1', 'm2']), 'roll-member-twice')
  assert.equal(codeOf(lines, ['m1']), 'roll-stranger')
  assert.deepEqual(gradedHere([...lines, lineOf({ memberId: 'm3', membershipKind: 'probationary' })]), [
    'm1',
    'm2',
  ])
})

test('R-178: a guest from another branch is graded where it lives, and told at home', () => {
  const guest = placeGuest({ memberId: 'g1', homeOrgId: 'o9', elderlyOrFrail: false })
  assert.deepEqual([guest.place, guest.reason, guest.homeOrgId], ['graded', 'guest', 'o9'])
  const own = lineOf({})
  assert.equal(checkRoll([own, guest], ['m1']).ok, true)
  assert.equal(checkRoll([own, { ...guest, memberId: 'm1' }], ['m1']).ok, false)
  assert.equal(checkRoll([{ ...guest, memberId: 'm1' }], ['m1']).ok, false)
  assert.deepEqual(gradedHere([own, guest]), ['m1', 'g1'])
})
