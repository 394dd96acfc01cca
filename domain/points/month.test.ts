import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parsePlainMonth, plainDate as day, type PlainMonth } from '../shared/plain-date.ts'
import {
  blocksOf,
  isLate,
  monthFor,
  type MonthFacts,
  type MonthState,
  moveMonth,
  scoringDueOn,
  takesEntries,
} from './month.ts'

const monthOf = (text: string): PlainMonth => {
  const found = parsePlainMonth(text)
  assert.ok(found)
  return found
}
const october = monthOf('2026-10')
const clear: MonthFacts = {
  undecidedClaims: 0,
  unansweredDeductions: 0,
  objectionsWithoutHandler: 0,
  noticeEndsOn: null,
  noticeInterrupted: false,
}
const branch = { mover: 'branch', reason: null } as const
const above = { mover: 'committeeAbove', reason: null } as const
const codeOf = (decision: { ok: true; value: MonthState } | { ok: false; code: string }) =>
  decision.ok ? decision.value : decision.code

test('R-233: scoring is due on the 5th of the next month', () => {
  assert.equal(scoringDueOn(october), '2026-11-05')
  assert.equal(scoringDueOn(monthOf('2026-12')), '2027-01-05')
  assert.deepEqual(
    (['open', 'reviewing', 'publishing', 'closed'] as const).map((state) =>
      isLate(state, october, day('2026-11-06')),
    ),
    [true, true, false, false],
  )
  assert.equal(isLate('open', october, day('2026-11-05')), false)
})

test('R-233: a month goes from open over review and notice to closed', () => {
  const posted = { ...clear, noticeEndsOn: day('2026-11-12') }
  for (const [state, move, facts, today, result] of [
    ['open', 'review', clear, '2026-11-01', 'reviewing'],
    ['open', 'review', clear, '2026-10-31', 'month-not-over'],
    ['reviewing', 'publish', clear, '2026-11-05', 'publishing'],
    ['publishing', 'close', posted, '2026-11-13', 'closed'],
    ['publishing', 'close', posted, '2026-11-12', 'month-notice-running'],
    ['publishing', 'close', clear, '2026-11-13', 'month-notice-missing'],
    ['publishing', 'close', { ...posted, noticeInterrupted: true }, '2026-11-13', 'month-notice-interrupted'],
    ['reviewing', 'publish', { ...clear, undecidedClaims: 6 }, '2026-11-03', 'month-claims-undecided'],
    [
      'reviewing',
      'publish',
      { ...clear, unansweredDeductions: 1 },
      '2026-11-03',
      'month-deductions-unanswered',
    ],
    [
      'publishing',
      'close',
      { ...posted, objectionsWithoutHandler: 1 },
      '2026-11-13',
      'month-objections-without-handler',
    ],
    ['open', 'publish', clear, '2026-11-03', 'month-wrong-state'],
    ['open', 'close', clear, '2026-11-03', 'month-wrong-state'],
  ] as const) {
    assert.equal(
      codeOf(moveMonth(state, move, branch, october, facts, day(today))),
      result,
      `${state} ${move}`,
    )
  }
})

test('R-233: all that blocks is listed with its number', () => {
  const facts = { ...clear, undecidedClaims: 6, unansweredDeductions: 2 }
  assert.deepEqual(blocksOf('publish', october, facts, day('2026-10-30')), [
    { code: 'month-not-over', count: 1 },
    { code: 'month-claims-undecided', count: 6 },
    { code: 'month-deductions-unanswered', count: 2 },
  ])
})

test('R-233: the committee above moves a month only when the branch is late', () => {
  assert.equal(
    codeOf(moveMonth('reviewing', 'publish', above, october, clear, day('2026-11-05'))),
    'month-not-yours',
  )
  assert.equal(
    codeOf(moveMonth('reviewing', 'publish', above, october, clear, day('2026-11-06'))),
    'publishing',
  )
})

test('R-277: a notice is taken back with a reason, and the month is reviewed again', () => {
  const posted = { ...clear, noticeEndsOn: day('2026-11-12') }
  const today = day('2026-11-09')
  assert.equal(
    codeOf(moveMonth('publishing', 'withdraw', branch, october, posted, today)),
    'month-needs-reason',
  )
  assert.equal(
    codeOf(
      moveMonth(
        'publishing',
        'withdraw',
        { mover: 'committeeAbove', reason: '表里漏了一人' },
        october,
        posted,
        today,
      ),
    ),
    'reviewing',
  )
})

test('R-253: a closed month stays closed and takes no line', () => {
  for (const move of ['review', 'publish', 'withdraw', 'close'] as const) {
    assert.equal(
      codeOf(moveMonth('closed', move, { mover: 'branch', reason: 'x' }, october, clear, day('2026-12-01'))),
      'month-wrong-state',
    )
  }
  assert.equal(takesEntries('closed', 'objection'), false)
})

test('R-253: a line goes to the month of its deed, or to the first later one that takes it', () => {
  const states: Partial<Record<string, MonthState>> = {
    '2026-08': 'closed',
    '2026-09': 'publishing',
    '2026-10': 'reviewing',
  }
  const stateOf = (month: PlainMonth) => states[month]
  for (const [deed, what, month] of [
    ['2026-08', 'deed', '2026-10'],
    ['2026-08', 'objection', '2026-09'],
    ['2026-09', 'deed', '2026-10'],
    ['2026-10', 'deed', '2026-10'],
    ['2026-11', 'deed', '2026-11'],
  ] as const) {
    assert.equal(monthFor(monthOf(deed), stateOf, what), month)
  }
})
