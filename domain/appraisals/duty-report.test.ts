import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate as day } from '../shared/plain-date.ts'
import {
  answerQuestion,
  askAboutReport,
  beginReport,
  checkReport,
  type DutyReport,
  submitReport,
  writeReport,
} from './duty-report.ts'

const today = day('2026-12-10')
const secretary = { accountId: 'a2', memberId: 'm2' }
const own = { accountId: 'a1', memberId: 'm1' }
const begun = beginReport({ id: 'r1', memberId: 'm1', orgId: 'o1', year: 2026, helper: null })
const words = { ...begun.words, gains: '教会十户修剪', shortcomings: '会上发言少', nextYear: '再教五户' }
const written: DutyReport = { ...begun, words, onProblems: new Map([['p1', '已补上三次']]) }
const ok = <Value>(decision: { ok: true; value: Value } | { ok: false; code: string }) =>
  decision.ok ? decision.value : assert.fail(decision.code)
const codeOf = (decision: { ok: true } | { ok: false; code: string }) => (decision.ok ? 'yes' : decision.code)
const submit = (change: Partial<DutyReport>, problemIds: readonly string[] = ['p1'], by = 'm1') =>
  codeOf(submitReport({ ...written, ...change }, by, { problemIds, today }))

test('R-190: a report is handed in with gains, shortcomings and the next year', () => {
  assert.equal(submit({}), 'yes')
  for (const part of ['gains', 'shortcomings', 'nextYear'] as const) {
    assert.equal(submit({ words: { ...words, [part]: ' ' } }), 'duty-report-part-empty')
  }
  assert.equal(submit({ words: { ...words, deeds: '' } }), 'yes')
  assert.equal(submit({}, ['p1'], 'm2'), 'duty-report-not-yours')
  assert.equal(submit({ state: 'checked' }), 'duty-report-wrong-state')
})

test('R-229: every problem of last year is reported on', () => {
  assert.equal(submit({}, ['p1', 'p2']), 'duty-report-problem-without-word')
  assert.equal(submit({ onProblems: new Map([['p1', ' ']]) }), 'duty-report-problem-without-word')
  assert.equal(submit({}, []), 'duty-report-unknown-problem')
  assert.equal(submit({ onProblems: new Map() }, []), 'yes')
})

test('R-190: the organisation asks, the member answers, somebody else checks it off', () => {
  const submitted = ok(submitReport(written, 'm1', { problemIds: ['p1'], today }))
  const asked = ok(askAboutReport(submitted, { id: 'q1', text: '十户在哪几个组？' }, secretary, today))
  assert.equal(codeOf(checkReport(asked, secretary, today)), 'duty-report-questions-open')
  assert.equal(codeOf(answerQuestion(asked, 'q1', ' ', 'm1', today)), 'duty-report-answer-empty')
  assert.equal(codeOf(answerQuestion(asked, 'q9', 'x', 'm1', today)), 'duty-report-no-such-question')
  assert.equal(codeOf(answerQuestion(asked, 'q1', 'x', 'm2', today)), 'duty-report-not-yours')
  const answered = ok(answerQuestion(asked, 'q1', '二组六户、三组四户', 'm1', today))
  assert.equal(codeOf(checkReport(answered, own, today)), 'duty-report-own-check')
  assert.equal(ok(checkReport(answered, secretary, today)).state, 'checked')
  assert.equal(
    codeOf(askAboutReport(submitted, { id: 'q2', text: 'x' }, own, today)),
    'duty-report-own-check',
  )
  assert.equal(
    codeOf(askAboutReport(submitted, { id: 'q2', text: ' ' }, secretary, today)),
    'duty-report-question-empty',
  )
  assert.equal(
    codeOf(askAboutReport(written, { id: 'q2', text: 'x' }, secretary, today)),
    'duty-report-wrong-state',
  )
  assert.equal(codeOf(checkReport(written, secretary, today)), 'duty-report-wrong-state')
  assert.equal(codeOf(answerQuestion(submitted, 'q1', 'x', 'm1', today)), 'duty-report-wrong-state')
})

test('S-203: the member edits what was drafted, until it is handed in and again when asked', () => {
  assert.equal(codeOf(writeReport(begun, written, 'm1')), 'yes')
  assert.equal(codeOf(writeReport(begun, written, 'm2')), 'duty-report-not-yours')
  assert.equal(codeOf(writeReport({ ...begun, state: 'questioned' }, written, 'm1')), 'yes')
  assert.equal(
    codeOf(writeReport({ ...begun, state: 'submitted' }, written, 'm1')),
    'duty-report-wrong-state',
  )
})
