import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatYuan, readYuan, scaleFen, sumFen, toFen } from './fen.ts'
import { formatMinutes, readHours, toMinutes } from './minutes.ts'
import { formatPoints, readPoints, scalePoints, sumPoints, toPoints } from './points.ts'

test('points are read and written in hundredths', () => {
  for (const [text, hundredths, shown] of [
    ['1.5', 150, '1.5'],
    ['2', 200, '2'],
    ['-0.25', -25, '-0.25'],
    ['０．１', 10, '0.1'],
    ['-0', 0, '0'],
  ] as const) {
    assert.equal(readPoints(text), hundredths)
    assert.equal(formatPoints(toPoints(hundredths)), shown)
  }
  for (const text of ['1.234', 'x', '', '1e3']) assert.equal(readPoints(text), undefined)
  assert.throws(() => toPoints(1.5), RangeError)
  assert.equal(sumPoints([toPoints(10), toPoints(20)]), 30)
})

test('shares are rounded half away from zero', () => {
  assert.equal(scalePoints(toPoints(8755), 30, 100), 2627)
  assert.equal(scalePoints(toPoints(5), 1, 2), 3)
  assert.equal(scalePoints(toPoints(-5), 1, 2), -3)
  assert.equal(scaleFen(toFen(500_001), 5, 1000), 2500)
})

test('money is read in yuan and kept in fen', () => {
  assert.equal(readYuan('￥1,234.5'), 123_450)
  assert.equal(readYuan('12元'), 1200)
  assert.equal(readYuan('1,23'), undefined)
  assert.equal(formatYuan(toFen(123_450)), '1234.50')
  assert.equal(sumFen([toFen(1), toFen(2)]), 3)
})

test('study time is read in hours and kept in minutes', () => {
  assert.equal(readHours('1.5'), 90)
  assert.equal(readHours('0.01'), undefined)
  assert.equal(readHours('-1'), undefined)
  assert.equal(formatMinutes(toMinutes(90)), '1小时30分')
  assert.equal(formatMinutes(toMinutes(0)), '0分')
  assert.equal(formatMinutes(toMinutes(120), 'en'), '2 h')
})
