import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate as day } from '../shared/plain-date.ts'
import { checkPostEnd, checkTermStart, fillSeat } from './committee-change.ts'

const today = day('2026-06-01')
const org = { kind: 'branch', foundedOn: day('1998-07-01'), dissolvedOn: null } as const
const codeOf = (decision: { ok: true } | { ok: false; code: string }) => (decision.ok ? 'yes' : decision.code)

test('R-007: a term begins after the present one, not tomorrow, and not in a group', () => {
  const start = (on: string, lastStartedOn: string | null = '2023-03-01', which: typeof org | object = {}) =>
    codeOf(
      checkTermStart({ ...org, ...which }, day(on), {
        today,
        lastStartedOn: lastStartedOn === null ? null : day(lastStartedOn),
      }),
    )
  assert.equal(start('2026-05-20'), 'yes')
  assert.equal(start('2026-06-02'), 'committee-in-future')
  assert.equal(start('2023-03-01'), 'committee-before-last-term')
  assert.equal(start('1998-06-30', null), 'committee-before-founding')
  assert.equal(start('2026-05-20', null, { kind: 'partyGroup' }), 'committee-not-for-groups')
  assert.equal(start('2026-05-20', null, { dissolvedOn: day('2025-01-01') }), 'committee-org-dissolved')
})

const facts = {
  kind: 'branch',
  form: 'independent',
  fullMembers: 12,
  startsOn: day('2024-01-10'),
  filledBy: 'election',
  today,
} as const
const seat = {
  memberId: 'm9',
  post: 'secretary',
  convertedOn: day('2010-07-01'),
  from: day('2026-05-20'),
} as const

test('R-016: a vacant post is filled', () => {
  assert.equal(codeOf(fillSeat([], seat, facts)), 'yes')
})

test('R-016: not a post that is held, nor by a person who sits already, nor before the term', () => {
  const present = [{ memberId: 'm1', post: 'secretary' }] as const
  assert.equal(codeOf(fillSeat(present, seat, facts)), 'committee-post-taken')
  assert.equal(codeOf(fillSeat([{ memberId: 'm9', post: 'member' }], seat, facts)), 'committee-person-twice')
  assert.equal(codeOf(fillSeat([], { ...seat, from: day('2024-01-09') }, facts)), 'committee-before-term')
  assert.equal(codeOf(fillSeat([], { ...seat, from: day('2026-06-02') }, facts)), 'committee-in-future')
})

test('R-004, R-005: no charge in a small branch and no eighth seat', () => {
  const orgCommissioner = { ...seat, post: 'orgCommissioner' } as const
  assert.equal(
    codeOf(fillSeat([], orgCommissioner, { ...facts, fullMembers: 6 })),
    'committee-branch-too-small',
  )
  const seven = Array.from({ length: 7 }, (_, n) => ({ memberId: `s${n}`, post: 'member' as const }))
  assert.equal(codeOf(fillSeat(seven, seat, facts)), 'committee-wrong-size')
})

test('R-011, R-015, R-052: standing, appointment in temporary branches, full members only', () => {
  const newcomer = { ...seat, convertedOn: day('2025-05-21') }
  assert.equal(codeOf(fillSeat([], newcomer, facts)), 'committee-secretary-too-new')
  assert.equal(
    codeOf(fillSeat([], { ...seat, convertedOn: null }, facts)),
    'committee-seat-needs-full-member',
  )
  assert.equal(codeOf(fillSeat([], seat, { ...facts, form: 'temporary' })), 'committee-temporary-not-elected')
})

test('R-016: a post ends once, within its time', () => {
  const post = { fromOn: day('2024-01-10'), untilOn: null }
  assert.equal(codeOf(checkPostEnd(post, day('2026-05-01'), today)), 'yes')
  assert.equal(codeOf(checkPostEnd(post, day('2024-01-09'), today)), 'committee-post-end-before-start')
  assert.equal(codeOf(checkPostEnd(post, day('2026-06-02'), today)), 'committee-in-future')
  assert.equal(
    codeOf(checkPostEnd({ ...post, untilOn: day('2025-01-01') }, day('2026-05-01'), today)),
    'committee-post-ended',
  )
})
