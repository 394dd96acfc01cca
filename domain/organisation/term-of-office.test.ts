import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate as day } from '../shared/plain-date.ts'
import {
  changeTermEnd,
  isTermEndingSoon,
  isTermExpired,
  nextVacancyReminder,
  reElectionReminders,
  type TermOfOffice,
  termEndsOn,
  termYears,
} from './term-of-office.ts'

const term: TermOfOffice = { startedOn: day('2023-05-10'), years: 3, approvedEnd: null }
const approval = { byOrgAbove: true, approvedOn: day('2026-04-01'), documentNumber: '清组发〔2026〕8号' }

test('R-007: villages and communities serve five years, others three', () => {
  assert.deepEqual([termYears('village'), termYears('community'), termYears('other')], [5, 5, 3])
})

test('R-007: a term has not expired on its last day', () => {
  assert.equal(termEndsOn(term), '2026-05-10')
  assert.equal(isTermExpired(term, day('2026-05-10')), false)
})

test('R-007: it has expired on the next', () => {
  assert.equal(isTermExpired(term, day('2026-05-11')), true)
})

test('R-008: a term may be lengthened by a year or cut short with approval', () => {
  for (const end of ['2027-05-10', '2026-11-01', '2025-12-31']) {
    const changed = changeTermEnd(term, day(end), approval)
    assert.ok(changed.ok && termEndsOn(changed.value) === end, end)
  }
})

test('R-008: a day more than a year, twice over, or without approval is refused', () => {
  const once = changeTermEnd(term, day('2027-01-01'), approval)
  assert.ok(once.ok)
  for (const [from, end, given, code] of [
    [term, '2027-05-11', approval, 'term-extension-too-long'],
    [once.value, '2027-12-01', approval, 'term-extension-too-long'],
    [term, '2026-11-01', { ...approval, byOrgAbove: false }, 'term-change-needs-approval'],
    [term, '2026-11-01', { ...approval, documentNumber: ' ' }, 'term-change-needs-approval'],
    [term, '2023-05-10', approval, 'term-change-not-after-start'],
    [term, '2026-05-10', approval, 'term-end-unchanged'],
  ] as const) {
    const changed = changeTermEnd(from, day(end), given)
    assert.ok(!changed.ok && changed.code === code, `${end} ${code}`)
  }
})

test('re-elections are announced six, three and one month before and on the day', () => {
  assert.deepEqual(reElectionReminders(term), ['2025-11-10', '2026-02-10', '2026-04-10', '2026-05-10'])
  assert.equal(isTermEndingSoon(term, day('2025-11-09')), false)
  assert.equal(isTermEndingSoon(term, day('2025-11-10')), true)
  assert.equal(isTermEndingSoon(term, day('2026-05-11')), false)
})

test('R-016: a vacant post is reminded of every month', () => {
  assert.equal(nextVacancyReminder(day('2026-01-31'), day('2026-01-31')), '2026-02-28')
  assert.equal(nextVacancyReminder(day('2026-01-31'), day('2026-02-28')), '2026-03-31')
})

test('R-016: no reminder comes before the post is vacant', () => {
  assert.equal(nextVacancyReminder(day('2026-01-31'), day('2026-01-10')), '2026-01-31')
})
