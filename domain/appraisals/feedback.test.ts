import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AdverseFacts, EntryAuthor } from '../shared/adverse-gate.ts'
import { plainDate as day } from '../shared/plain-date.ts'
import { toWorkingCalendar } from '../shared/working-days.ts'
import {
  answerFeedback,
  confirmFeedback,
  type Feedback,
  isRunning,
  markAppealed,
  prepareFeedback,
  replaceGrade,
  tellGrade,
} from './feedback.ts'

const clock = { calendar: toWorkingCalendar([]), today: day('2026-12-30') }
const prepared = prepareFeedback({
  id: 'f1',
  memberId: 'm1',
  year: 2026,
  grade: 'qualified',
  opinion: '尽职，发言可再多些',
  reason: '',
})
const served: AdverseFacts = {
  deciderName: '王建国',
  body: '杨湾村党支部委员会',
  decidedOn: day('2026-12-22'),
  reason: '认领的三件事没有做，也没有说明',
  proofOfServiceId: 's1',
}
const officer: EntryAuthor = { kind: 'person', accountId: 'a2' }
const talk: Parameters<typeof tellGrade>[1] = {
  by: { author: officer, memberId: 'm2' },
  how: 'inPerson',
  consentToPhone: false,
  facts: null,
}
const tell = (change: Partial<typeof talk> = {}, of: Partial<Feedback> = {}) =>
  tellGrade({ ...prepared, ...of }, { ...talk, ...change }, clock)
const told = () => {
  const made = tell()
  return made.ok ? made.value : assert.fail(made.code)
}
const codeOf = (decision: { ok: true } | { ok: false; code: string }) => (decision.ok ? 'yes' : decision.code)

test('R-186: the opinion is given in person; by telephone only where the member agrees', () => {
  assert.deepEqual(
    [told().state, told().toldOn, told().answerUntil, told().appealUntil],
    ['told', '2026-12-30', '2027-01-06', '2027-01-14'],
  )
  assert.equal(codeOf(tell({ how: 'phone' })), 'feedback-needs-consent-to-phone')
  assert.equal(codeOf(tell({ how: 'phone', consentToPhone: true })), 'yes')
  assert.equal(codeOf(tell({ by: { author: officer, memberId: 'm1' } })), 'feedback-by-graded-member')
  assert.equal(codeOf(tell({}, { state: 'told' })), 'feedback-wrong-state')
})

test('R-212: a low grade takes effect with the five facts only, and through no machine', () => {
  const low = { grade: 'unqualified' } as const
  assert.equal(codeOf(tell({}, low)), 'feedback-low-grade-needs-facts')
  assert.equal(
    codeOf(tell({ facts: { ...served, proofOfServiceId: null } }, low)),
    'adverse-state-needs-proof',
  )
  const passed = tell({ facts: served }, low)
  assert.ok(passed.ok && passed.value.served?.body === served.body)
  for (const kind of ['job', 'import', 'formula', 'api'] as const) {
    assert.equal(
      codeOf(tell({ facts: served, by: { author: { kind }, memberId: null } }, low)),
      'adverse-state-not-by-machine',
    )
  }
})

test('R-213, R-215: the member confirms or answers, and nobody else does', () => {
  assert.equal(codeOf(confirmFeedback(told(), 'm1')), 'yes')
  assert.equal(codeOf(confirmFeedback(told(), 'm2')), 'feedback-not-yours')
  assert.equal(codeOf(confirmFeedback(prepared, 'm1')), 'feedback-wrong-state')
  const answered = answerFeedback(told(), 'm1', '那两次请过假')
  assert.ok(answered.ok)
  const more = answerFeedback(answered.value, 'm1', '有假条')
  assert.ok(more.ok && more.value.answer === '那两次请过假\n有假条')
  assert.equal(codeOf(answerFeedback(told(), 'm2', 'x')), 'feedback-not-yours')
  assert.equal(codeOf(answerFeedback(told(), 'm1', ' ')), 'feedback-answer-empty')
  assert.equal(codeOf(answerFeedback(prepared, 'm1', 'x')), 'feedback-wrong-state')
})

test('R-214, R-216: an appeal is open from the talk on; its days keep the year open', () => {
  assert.equal(codeOf(markAppealed(told(), 'm1')), 'yes')
  assert.equal(codeOf(markAppealed(told(), 'm2')), 'feedback-not-yours')
  assert.equal(codeOf(markAppealed(prepared, 'm1')), 'feedback-wrong-state')
  for (const [state, today, running] of [
    ['toTell', '2027-03-01', true],
    ['told', '2027-01-06', true],
    ['told', '2027-01-14', true],
    ['told', '2027-01-15', false],
    ['confirmed', '2027-01-14', true],
    ['confirmed', '2027-01-15', false],
    ['appealed', '2027-01-02', false],
  ] as const) {
    assert.equal(isRunning({ ...told(), state }, day(today)), running, `${state} ${today}`)
  }
})

test('R-218: a grade that was put right is told anew', () => {
  const again = replaceGrade(told(), 'excellent', '补记修渠一事', '上级党委复核后改正')
  assert.deepEqual([again.state, again.grade, again.toldOn], ['toTell', 'excellent', null])
})
