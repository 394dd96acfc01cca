import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate } from '../shared/plain-date.ts'
import { knownSince, objectUntil } from './objection-window.ts'

const today = plainDate('2026-11-03')
const line = { postedOn: plainDate('2026-10-08'), monthState: 'open' as const, noticeEndsOn: null }

test('R-216: before the month was shown the days to object have not begun', () => {
  assert.equal(knownSince(line, today), today)
  assert.equal(objectUntil(line, today), '2026-11-18')
})

test('R-216: after the notice they run fifteen days from its end, or from a later posting', () => {
  const shown = { ...line, monthState: 'closed' as const, noticeEndsOn: plainDate('2026-10-20') }
  assert.equal(objectUntil(shown, plainDate('2026-11-04')), '2026-11-04')
  assert.equal(objectUntil(shown, plainDate('2026-11-05')), null)
  assert.equal(objectUntil({ ...shown, postedOn: plainDate('2026-10-25') }, today), '2026-11-09')
})

test('R-216: a month closed without a notice counts from the posting', () => {
  assert.equal(objectUntil({ ...line, monthState: 'closed' }, plainDate('2026-10-24')), null)
})
