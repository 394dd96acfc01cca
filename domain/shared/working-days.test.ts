import assert from 'node:assert/strict'
import { test } from 'node:test'
import { holidays20262027 } from './holidays-2026-2027.ts'
import { plainDate as day } from './plain-date.ts'
import {
  addWorkingDays,
  countWorkingDays,
  isUncertain,
  isWorkingDay,
  toWorkingCalendar,
  workingDayFrom,
} from './working-days.ts'

const calendar = toWorkingCalendar(holidays20262027)

test('R-276: weekdays and make-up days are worked', () => {
  for (const worked of [
    '2026-03-09',
    '2026-01-04',
    '2026-02-14',
    '2026-02-28',
    '2026-05-09',
    '2026-09-20',
    '2026-10-10',
  ]) {
    assert.equal(isWorkingDay(calendar, day(worked)), true, worked)
  }
})

test('R-276: weekends and holidays are not worked', () => {
  for (const free of [
    '2026-03-07',
    '2026-03-08',
    '2026-01-02',
    '2026-02-23',
    '2026-04-06',
    '2026-10-07',
    '2027-04-05',
  ]) {
    assert.equal(isWorkingDay(calendar, day(free)), false, free)
  }
})

test('R-276: a period starts the day after posting', () => {
  for (const [postedOn, count, end] of [
    ['2026-03-09', 5, '2026-03-16'], // Monday to the next Monday, never five calendar days
    ['2026-03-13', 1, '2026-03-16'],
    ['2026-03-14', 1, '2026-03-16'],
    ['2026-02-12', 5, '2026-02-26'], // over Spring Festival: 13, make-up 14, 24, 25, 26
    ['2026-09-30', 5, '2026-10-13'], // over National Day: 8, 9, make-up 10, 12, 13
    ['2026-12-31', 1, '2027-01-04'],
  ] as const) {
    assert.equal(addWorkingDays(calendar, day(postedOn), count), end, postedOn)
  }
})

test('R-276: the day of posting does not count', () => {
  assert.equal(countWorkingDays(calendar, day('2026-03-09'), day('2026-03-09')), 0)
  assert.equal(countWorkingDays(calendar, day('2026-03-09'), day('2026-03-16')), 5)
  assert.equal(countWorkingDays(calendar, day('2026-02-12'), day('2026-02-26')), 5)
  assert.throws(() => addWorkingDays(calendar, day('2026-03-09'), 0), RangeError)
})

test('a task that falls on a free day moves to the next working day', () => {
  assert.equal(workingDayFrom(calendar, day('2026-10-01')), '2026-10-08')
  assert.equal(workingDayFrom(calendar, day('2026-10-08')), '2026-10-08')
})

test('a county may change a day: the later entry wins', () => {
  const changed = toWorkingCalendar([
    ...holidays20262027,
    { day: day('2026-03-09'), kind: 'holiday', festival: 'other', name: '县庆', provisional: false },
    { day: day('2026-01-02'), kind: 'makeUpDay', festival: 'other', name: '抗旱上班', provisional: false },
  ])
  assert.equal(isWorkingDay(changed, day('2026-03-09')), false)
  assert.equal(isWorkingDay(changed, day('2026-01-02')), true)
})

test('periods in years without a published arrangement are marked uncertain', () => {
  assert.equal(isUncertain(calendar, day('2026-05-01'), day('2026-06-01')), false)
  assert.equal(isUncertain(calendar, day('2026-12-28'), day('2027-01-04')), true)
  assert.equal(isUncertain(calendar, day('2028-01-01'), day('2028-01-10')), true)
})

test('the arrangement of 2026 has 33 holidays and 6 make-up days', () => {
  const in2026 = holidays20262027.filter(({ day }) => day.startsWith('2026'))
  assert.equal(in2026.filter(({ kind }) => kind === 'holiday').length, 33)
  assert.equal(in2026.filter(({ kind }) => kind === 'makeUpDay').length, 6)
})
