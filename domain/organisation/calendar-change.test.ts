import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate as day } from '../shared/plain-date.ts'
import { type CalendarEntry, changeCalendarDay } from './calendar-change.ts'

const today = day('2026-06-01')
const holiday: CalendarEntry = { kind: 'holiday', festival: 'other', name: '县庆', provisional: false }
const makeUp: CalendarEntry = { ...holiday, kind: 'makeUpDay', name: '县庆调休上班' }
const codeOf = (on: string, before: CalendarEntry, after: CalendarEntry, reason = '县政府通知') => {
  const decision = changeCalendarDay(day(on), { before, after, reason }, today)
  return decision.ok ? 'yes' : decision.code
}

test('R-276: a county adds, changes and removes days with a reason', () => {
  assert.equal(codeOf('2026-06-02', null, holiday), 'yes')
  assert.equal(codeOf('2026-06-02', holiday, null), 'yes')
  assert.equal(codeOf('2026-06-06', null, makeUp), 'yes')
  assert.equal(codeOf('2026-06-02', null, holiday, ' '), 'calendar-reason-missing')
})

test('R-276: days that are over stay, a make-up day is a weekend, a change changes', () => {
  assert.equal(codeOf('2026-05-31', null, holiday), 'calendar-day-past')
  assert.equal(codeOf('2026-06-02', null, makeUp), 'calendar-make-up-not-weekend')
  assert.equal(codeOf('2026-06-02', holiday, { ...holiday }), 'calendar-day-unchanged')
  assert.equal(codeOf('2026-06-02', null, null), 'calendar-day-unchanged')
  assert.equal(codeOf('2026-06-02', null, { ...holiday, name: '' }), 'calendar-name-missing')
})
