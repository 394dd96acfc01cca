import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate as day } from '../shared/plain-date.ts'
import { checkExtension, checkMembershipDates, clocksOf, lapsedMonths, standingOn } from './standing.ts'

const today = day('2026-06-01')

test('R-105: probation lasts a year from the vote', () => {
  assert.equal(clocksOf(day('2024-02-29'), null).probationEndsOn, '2025-02-28')
  assert.equal(clocksOf(day('2024-07-01'), null, 6).probationEndsOn, '2026-01-01')
})

test('R-105: a conversion before the year is over is refused, except in the years without probation', () => {
  const dates = (admittedOn: string, convertedOn: string) =>
    checkMembershipDates(
      { bornOn: day('1950-01-01'), admittedOn: day(admittedOn), convertedOn: day(convertedOn) },
      today,
    )
  const early = dates('2008-06-03', '2009-06-02')
  assert.ok(!early.ok && early.code === 'conversion-before-probation-ends')
  assert.ok(dates('2008-06-03', '2009-06-03').ok)
  assert.ok(dates('1972-06-03', '1972-06-03').ok)
})

test('R-139: membership starts with the vote, standing with conversion', () => {
  const clocks = clocksOf(day('2008-06-03'), day('2009-06-03'))
  assert.deepEqual(clocks, {
    memberSince: '2008-06-03',
    probationEndsOn: '2009-06-03',
    standingSince: '2009-06-03',
  })
})

test('R-139: a probationary member has membership but no standing', () => {
  const clocks = clocksOf(day('2026-01-10'), null)
  assert.equal(clocks.memberSince, '2026-01-10')
  assert.equal(clocks.standingSince, null)
  assert.deepEqual(standingOn(null, [], today), { years: 0, months: 0 })
})

test('R-109: standing counts from the day probation ended', () => {
  assert.deepEqual(standingOn(day('2009-06-03'), [], day('2026-06-02')), { years: 16, months: 11 })
  assert.deepEqual(standingOn(day('2009-06-03'), [], day('2026-06-03')), { years: 17, months: 0 })
})

test('R-109: it does not count before, nor while membership is stopped', () => {
  assert.deepEqual(standingOn(day('2026-07-01'), [], today), { years: 0, months: 0 })
  const lapses = [
    { fromOn: day('2015-01-01'), untilOn: day('2016-07-15') },
    { fromOn: day('2026-04-01'), untilOn: null },
  ]
  assert.equal(lapsedMonths(lapses, today), 18 + 2)
  assert.deepEqual(standingOn(day('2009-06-01'), lapses, today), { years: 15, months: 4 })
})

test('R-108: one extension of six to twelve months', () => {
  assert.ok(checkExtension(6, false).ok)
  assert.ok(checkExtension(12, false).ok)
})

test('R-108: shorter, longer or second ones are refused', () => {
  for (const months of [5, 13, 6.5]) assert.ok(!checkExtension(months, false).ok)
  const twice = checkExtension(6, true)
  assert.ok(!twice.ok && twice.code === 'probation-extension-twice')
})

const born = day('1980-05-20')

test('R-081: admitted on the eighteenth birthday', () => {
  assert.ok(
    checkMembershipDates({ bornOn: born, admittedOn: day('1998-05-20'), convertedOn: null }, today).ok,
  )
})

test('R-081: a day before it is refused, as are other impossible dates', () => {
  for (const [admittedOn, convertedOn, code] of [
    ['1998-05-19', null, 'admission-under-age'],
    ['2026-06-02', null, 'admission-in-future'],
    ['2008-06-03', '2008-06-02', 'conversion-before-admission'],
    ['2008-06-03', '2026-06-02', 'conversion-in-future'],
  ] as const) {
    const dates = {
      bornOn: born,
      admittedOn: day(admittedOn),
      convertedOn: convertedOn === null ? null : day(convertedOn),
    }
    const checked = checkMembershipDates(dates, today)
    assert.ok(!checked.ok && checked.code === code, code)
  }
})
