import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate as day } from '../shared/plain-date.ts'
import { checkCommittee, type CommitteeFacts, type CommitteePost, type Seat } from './committee.ts'

const facts: CommitteeFacts = {
  kind: 'branch',
  form: 'independent',
  fullMembers: 12,
  startsOn: day('2026-03-01'),
  filledBy: 'election',
}
const seats = (...posts: CommitteePost[]): Seat[] =>
  posts.map((post, index) => ({ memberId: `m${index}`, post, convertedOn: day('2010-07-01') }))
const three = seats('secretary', 'orgCommissioner', 'publicityCommissioner')

function codeOf(people: Seat[], change: Partial<CommitteeFacts> = {}): string {
  const checked = checkCommittee(people, { ...facts, ...change })
  return checked.ok ? 'yes' : checked.code
}

test('R-004: seven full members elect three to seven', () => {
  assert.equal(codeOf(three, { fullMembers: 7 }), 'yes')
  assert.equal(codeOf([...three, ...seats('member').map((seat) => ({ ...seat, memberId: 'x' }))]), 'yes')
})

test('R-004: two or eight seats are refused', () => {
  assert.equal(codeOf(seats('secretary', 'deputySecretary')), 'committee-wrong-size')
  assert.equal(
    codeOf(seats('secretary', 'member', 'member', 'member', 'member', 'member', 'member', 'member')),
    'committee-wrong-size',
  )
})

test('R-005: a branch under seven has a secretary and may have a deputy', () => {
  assert.equal(codeOf(seats('secretary'), { fullMembers: 6 }), 'yes')
  assert.equal(codeOf(seats('secretary', 'deputySecretary'), { fullMembers: 6 }), 'yes')
})

test('R-005: a branch under seven has no commissioners', () => {
  assert.equal(codeOf(three, { fullMembers: 6 }), 'committee-branch-too-small')
})

test('R-006: each charge is given once', () => {
  assert.equal(codeOf(seats('secretary', 'deputySecretary', 'disciplineCommissioner')), 'yes')
})

test('R-006: two secretaries, two deputies, a charge or a person twice are refused', () => {
  assert.equal(codeOf(seats('secretary', 'secretary', 'member')), 'committee-needs-one-secretary')
  assert.equal(
    codeOf(seats('orgCommissioner', 'publicityCommissioner', 'member')),
    'committee-needs-one-secretary',
  )
  assert.equal(
    codeOf(seats('secretary', 'deputySecretary', 'deputySecretary')),
    'committee-too-many-deputies',
  )
  assert.equal(codeOf(seats('secretary', 'orgCommissioner', 'orgCommissioner')), 'committee-post-twice')
  assert.equal(codeOf(three.map((seat) => ({ ...seat, memberId: 'm0' }))), 'committee-person-twice')
})

test('R-010: a general branch has five to seven seats', () => {
  const five = seats(
    'secretary',
    'deputySecretary',
    'orgCommissioner',
    'publicityCommissioner',
    'disciplineCommissioner',
  )
  assert.equal(codeOf(five, { kind: 'generalBranch', form: null, fullMembers: 80 }), 'yes')
})

test('R-010: a general branch with four is refused', () => {
  const four = seats('secretary', 'deputySecretary', 'orgCommissioner', 'publicityCommissioner')
  assert.equal(codeOf(four, { kind: 'generalBranch', form: null, fullMembers: 80 }), 'committee-wrong-size')
})

const withSecretarySince = (text: string) =>
  three.map((seat) => (seat.post === 'secretary' ? { ...seat, convertedOn: day(text) } : seat))

test('R-011: a secretary with one year of standing is accepted', () => {
  assert.equal(codeOf(withSecretarySince('2025-03-01')), 'yes')
})

test('R-011: a day less, or less than the county asks, is refused', () => {
  assert.equal(codeOf(withSecretarySince('2025-03-02')), 'committee-secretary-too-new')
  assert.equal(
    codeOf(withSecretarySince('2025-03-01'), { minSecretaryYears: 2 }),
    'committee-secretary-too-new',
  )
  assert.equal(
    codeOf(withSecretarySince('2025-09-01'), { minSecretaryYears: 0 }),
    'committee-secretary-too-new',
  )
})

test('R-052: a full member may hold a seat', () => assert.equal(codeOf(three), 'yes'))

test('R-052: a probationary member may not', () => {
  assert.equal(
    codeOf(three.map((seat) => ({ ...seat, convertedOn: null }))),
    'committee-seat-needs-full-member',
  )
})

test('R-015: officers of a temporary branch are appointed', () => {
  assert.equal(codeOf(three, { form: 'temporary', filledBy: 'appointment' }), 'yes')
})

test('R-015: they are not elected', () => {
  assert.equal(codeOf(three, { form: 'temporary' }), 'committee-temporary-not-elected')
})
