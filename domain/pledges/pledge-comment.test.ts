import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate as day } from '../shared/plain-date.ts'
import { answerComment, type PledgeComment, readComment, sayOnPledge } from './pledge-comment.ts'

const shown = {
  id: 'p1',
  state: 'published',
  pledger: { kind: 'member', memberId: 'm1', orgId: 'o1' },
} as const
const today = day('2026-06-01')
const said = { id: 'c1', author: { kind: 'public' }, text: '去年说的 10 户，我家还没教到' } as const
type Result = { ok: true; value: PledgeComment } | { ok: false; code: string }
const codeOf = (decision: Result) => (decision.ok ? decision.value.state : decision.code)
const must = (decision: Result): PledgeComment => (decision.ok ? decision.value : assert.fail(decision.code))

test('S-189: anybody comments on a published pledge; the branch reads it first', () => {
  assert.equal(codeOf(sayOnPledge(said, shown, today)), 'received')
  assert.equal(codeOf(sayOnPledge(said, { ...shown, state: 'fulfilled' }, today)), 'received')
  for (const state of ['drafted', 'submitted', 'accepted', 'withdrawn'] as const) {
    assert.equal(codeOf(sayOnPledge(said, { ...shown, state }, today)), 'comment-pledge-not-public')
  }
  assert.equal(codeOf(sayOnPledge({ ...said, text: '　' }, shown, today)), 'comment-empty')
  assert.equal(codeOf(sayOnPledge({ ...said, text: '好'.repeat(301) }, shown, today)), 'comment-too-long')
})

test('R-278: a comment names no private fact', () => {
  assert.equal(
    codeOf(sayOnPledge({ ...said, text: '他家因病困难，电话13800001234' }, shown, today)),
    'comment-private-content',
  )
})

test('S-197: a member signs and is shown at once, and does not praise oneself', () => {
  const by = (memberId: string) =>
    sayOnPledge({ ...said, author: { kind: 'member', memberId } }, shown, today)
  assert.equal(codeOf(by('m2')), 'shown')
  assert.equal(codeOf(by('m1')), 'comment-on-own-pledge')
})

test('S-189: criticism is shown; only listed reasons hold a comment back, and never by the one it is about', () => {
  const received = must(sayOnPledge(said, shown, today))
  assert.equal(codeOf(readComment(received, { hold: null, byMemberId: 'm2' }, shown)), 'shown')
  const held = must(readComment(received, { hold: 'insult', byMemberId: 'm2' }, shown))
  assert.deepEqual([held.state, held.heldFor], ['held', 'insult'])
  assert.equal(
    codeOf(readComment(received, { hold: 'offTopic', byMemberId: 'm1' }, shown)),
    'comment-subject-decides',
  )
  assert.equal(codeOf(readComment(held, { hold: null, byMemberId: 'm2' }, shown)), 'comment-wrong-state')
})

test('S-197: the one it is about answers, or reports it and it is read again', () => {
  const signed = must(sayOnPledge({ ...said, author: { kind: 'member', memberId: 'm2' } }, shown, today))
  const answered = must(
    answerComment(signed, { byMemberId: 'm1', answer: '下周六去你家', report: false }, shown),
  )
  assert.equal(answered.answer, '下周六去你家')
  assert.equal(
    codeOf(answerComment(signed, { byMemberId: 'm3', answer: 'x', report: false }, shown)),
    'comment-not-subject',
  )
  assert.equal(
    codeOf(answerComment(signed, { byMemberId: 'm1', answer: null, report: false }, shown)),
    'comment-answer-empty',
  )
  assert.equal(
    codeOf(readComment(signed, { hold: 'insult', byMemberId: 'm4' }, shown)),
    'comment-wrong-state',
  )
  const reported = must(answerComment(answered, { byMemberId: 'm1', answer: null, report: true }, shown))
  assert.deepEqual([reported.state, reported.reported, reported.answer], ['shown', true, '下周六去你家'])
  assert.equal(codeOf(readComment(reported, { hold: 'insult', byMemberId: 'm4' }, shown)), 'held')
})
