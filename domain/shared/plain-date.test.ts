import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  addDays,
  addMonths,
  addToMonth,
  addYears,
  ageOn,
  comparePlainDates,
  daysBetween,
  endOfDay,
  firstDayOf,
  formatPlainDate,
  lastDayOf,
  monthsBetween,
  parsePlainDate,
  parsePlainMonth,
  plainDate,
  startOfDay,
  toPlainDate,
  toPlainMonth,
  weekdayOf,
  wholeMonthsBetween,
} from './plain-date.ts'

const day = plainDate

test('only days that exist are read', () => {
  assert.equal(parsePlainDate('2024-02-29'), '2024-02-29')
  for (const text of [
    '2023-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-4-1',
    '',
    '2026-04-01T00:00',
  ]) {
    assert.equal(parsePlainDate(text), undefined, text)
  }
  assert.throws(() => plainDate('2026-02-30'), RangeError)
})

test('R-341: a month that ends on a missing day ends on the last day of that month', () => {
  for (const [from, months, to] of [
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-05-31', 1, '2026-06-30'],
    ['2026-11-30', 14, '2028-01-30'],
    ['2026-01-15', -13, '2024-12-15'],
  ] as const) {
    assert.equal(addMonths(day(from), months), to)
  }
  assert.equal(addYears(day('2024-02-29'), 1), '2025-02-28')
})

test('R-341: a month that has the day keeps it', () => {
  assert.equal(addMonths(day('2026-02-28'), 1), '2026-03-28')
  assert.equal(addYears(day('2024-02-29'), 4), '2028-02-29')
})

test('days are added and counted over months, years and leap days', () => {
  assert.equal(addDays(day('2024-02-28'), 2), '2024-03-01')
  assert.equal(addDays(day('2026-01-01'), -1), '2025-12-31')
  assert.equal(daysBetween(day('2000-01-01'), day('2026-01-01')), 9497)
  let walked = day('1969-12-30')
  for (let step = 0; step < 1500; step += 1) {
    const next = addDays(walked, 1)
    assert.equal(daysBetween(walked, next), 1)
    assert.ok(comparePlainDates(walked, next) < 0)
    walked = next
  }
  assert.equal(walked, '1974-02-07')
})

test('weekdays run from Monday 1 to Sunday 7', () => {
  assert.equal(weekdayOf(day('1970-01-01')), 4)
  assert.equal(weekdayOf(day('2026-01-04')), 7)
  assert.equal(weekdayOf(day('2026-03-09')), 1)
  assert.equal(weekdayOf(day('1921-07-01')), 5)
})

test('whole months and ages count only what has passed', () => {
  assert.equal(wholeMonthsBetween(day('2026-01-31'), day('2026-02-28')), 1)
  assert.equal(wholeMonthsBetween(day('2026-01-31'), day('2026-02-27')), 0)
  assert.equal(wholeMonthsBetween(day('2026-07-10'), day('2026-01-10')), -6)
  assert.equal(ageOn(day('1956-05-20'), day('2026-05-19')), 69)
  assert.equal(ageOn(day('1956-05-20'), day('2026-05-20')), 70)
})

test('months have a first and a last day and are counted whole', () => {
  const month = toPlainMonth(day('2024-02-10'))
  assert.deepEqual([firstDayOf(month), lastDayOf(month)], ['2024-02-01', '2024-02-29'])
  assert.equal(addToMonth(month, 11), '2025-01')
  assert.equal(monthsBetween(month, addToMonth(month, 14)), 14)
  assert.equal(parsePlainMonth('2026-13'), undefined)
})

test('R-343: the day of an instant is the day in Shanghai', () => {
  assert.equal(toPlainDate(new Date('2026-03-05T15:59:59.999Z')), '2026-03-05')
  assert.equal(toPlainDate(new Date('2026-03-05T16:00:00Z')), '2026-03-06')
})

test('R-343: it is not the day in London', () => {
  assert.equal(toPlainDate(new Date('2026-03-05T16:00:00Z'), 'Europe/London'), '2026-03-05')
})

test('R-343: a day ends at its last millisecond in Shanghai', () => {
  assert.equal(startOfDay(day('2026-03-05')).toISOString(), '2026-03-04T16:00:00.000Z')
  assert.equal(endOfDay(day('2026-03-05')).toISOString(), '2026-03-05T15:59:59.999Z')
  assert.equal(endOfDay(day('2026-03-29'), 'Europe/London').toISOString(), '2026-03-29T22:59:59.999Z')
})

test('days are written for people', () => {
  assert.equal(formatPlainDate(day('2026-03-05')), '2026年3月5日')
  assert.equal(formatPlainDate(day('2026-03-05'), 'en'), '5 Mar 2026')
})
