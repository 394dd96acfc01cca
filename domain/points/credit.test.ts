import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { plainDate as day } from '../shared/plain-date.ts'
import { type Points, sumPoints, toPoints } from '../shared/points.ts'
import {
  type Caps,
  type CreditedItem,
  type CreditRules,
  creditRaw,
  noCaps,
  nothingUsed,
  roomFor,
} from './credit.ts'
import { creditInOrder, type Deed } from './credit-run.ts'

const pts = (value: number) => toPoints(Math.round(value * 100))
const caps = (part: { day?: number; month?: number; year?: number }): Caps => ({
  day: part.day === undefined ? null : pts(part.day),
  month: part.month === undefined ? null : pts(part.month),
  year: part.year === undefined ? null : pts(part.year),
})
const item = (code: string, change: Partial<CreditedItem> = {}): CreditedItem => ({
  code,
  category: 'serviceAndExample',
  caps: noCaps,
  outsideCaps: false,
  ...change,
})
const rulesOf = (items: readonly CreditedItem[], change: Partial<CreditRules> = {}): CreditRules => ({
  versionId: 'v1',
  items: new Map(items.map((each) => [each.code, each])),
  categories: {
    duty: caps({ month: 1.5, year: 18 }),
    pledgesAndTasks: caps({ month: 2.5, year: 30 }),
    serviceAndExample: caps({ month: 1, year: 12 }),
    bonus: caps({ year: 10 }),
    deductions: noCaps,
  },
  totalCap: pts(100),
  ...change,
})
const deed = (id: string, itemCode: string, raw: number, on: string): Deed => ({
  id,
  itemCode,
  raw: pts(raw),
  deedOn: day(on),
})
const creditedOf = (all: readonly { credited: Points }[]) => all.map(({ credited }) => credited)

test('R-238: the category of a month holds, and the line says so', () => {
  const hours = item('hours')
  const all = creditInOrder(
    rulesOf([hours]),
    [deed('b', 'hours', 0.8, '2026-09-21'), deed('a', 'hours', 0.4, '2026-09-06')],
    pts(0),
  )
  assert.deepEqual(creditedOf(all), [40, 60])
  assert.deepEqual(all[1]?.limit, { by: 'category-month', cap: 100, used: 40 })
  assert.equal(all[0]?.limit, null)
})

test('R-238: caps of day, month and year, of item and category, each by the least room', () => {
  for (const [one, used, raw, credited, by] of [
    [item('x', { caps: caps({ day: 0.5 }) }), { itemDay: 30 }, 0.4, 20, 'item-day'],
    [item('x', { caps: caps({ month: 1.5 }) }), { itemMonth: 150 }, 0.4, 0, 'item-month'],
    [item('x', { caps: caps({ year: 10 }) }), { itemYear: 990 }, 0.4, 10, 'item-year'],
    [item('x'), { categoryMonth: 90 }, 0.4, 10, 'category-month'],
    [item('x'), { categoryYear: 1190 }, 0.4, 10, 'category-year'],
    [item('x'), { total: 9_970 }, 0.4, 30, 'total-year'],
    [item('x', { caps: caps({ month: 0.2 }) }), { categoryMonth: 70, total: 9_990 }, 0.4, 10, 'total-year'],
    [item('x'), {}, 0.4, 40, undefined],
    [item('x'), { categoryMonth: 130 }, 0.4, 0, 'category-month'],
  ] as const) {
    const result = creditRaw(rulesOf([one]), one, pts(raw), { ...nothingUsed, ...used })
    assert.equal(result.credited, credited)
    assert.equal(result.limit?.by, by)
  }
})

test('R-238: a deed takes the caps of its own day, in the order of day and identifier', () => {
  const daily = item('daily', { caps: caps({ day: 0.3 }) })
  const deeds = [
    deed('2', 'daily', 0.2, '2026-03-01'),
    deed('1', 'daily', 0.2, '2026-03-01'),
    deed('0', 'daily', 0.2, '2026-03-02'),
    deed('9', 'daily', 0.2, '2026-02-28'),
  ]
  const all = creditInOrder(rulesOf([daily]), deeds, pts(0))
  assert.deepEqual(
    all.map(({ id }) => id),
    ['9', '1', '2', '0'],
  )
  assert.deepEqual(creditedOf(all), [20, 20, 10, 20])
})

test('R-240: a year stops at its ceiling where a scheme sets one, and goes on where it does not', () => {
  const gift = item('gift', { category: 'bonus' })
  const open = { ...rulesOf([gift]).categories, bonus: noCaps }
  const deeds = [deed('1', 'gift', 60, '2026-03-01'), deed('2', 'gift', 60, '2026-04-01')]
  assert.deepEqual(
    creditedOf(creditInOrder(rulesOf([gift], { categories: open }), deeds, pts(30))),
    [6000, 1000],
  )
  assert.deepEqual(
    creditedOf(creditInOrder(rulesOf([gift], { categories: open, totalCap: null }), deeds, pts(30))),
    [6000, 6000],
  )
})

test('R-240: deductions are taken from the process and never go below zero', () => {
  const service = item('service')
  const minus = item('minus', { category: 'deductions' })
  const gift = item('gift', { category: 'bonus' })
  const all = creditInOrder(
    rulesOf([service, minus, gift]),
    [
      deed('1', 'service', 0.6, '2026-03-01'),
      deed('2', 'gift', 5, '2026-03-02'),
      deed('3', 'minus', -1, '2026-03-03'),
      deed('4', 'service', 0.3, '2026-03-04'),
      deed('5', 'minus', -0.2, '2026-03-05'),
    ],
    pts(30),
  )
  assert.deepEqual(creditedOf(all), [60, 500, -60, 30, -20])
  assert.deepEqual(all[2]?.limit, { by: 'floor', cap: 0, used: 60 })
})

test('R-242: a bonus outside the caps by decision takes no room and meets only its own cap', () => {
  const key = item('key', { category: 'bonus', outsideCaps: true, caps: caps({ year: 8 }) })
  const gift = item('gift', { category: 'bonus' })
  const all = creditInOrder(
    rulesOf([key, gift]),
    [
      deed('1', 'gift', 9, '2026-03-01'),
      deed('2', 'key', 10, '2026-03-02'),
      deed('3', 'gift', 4, '2026-03-03'),
    ],
    pts(95),
  )
  assert.deepEqual(creditedOf(all), [500, 800, 0])
  assert.deepEqual(all[1]?.limit, { by: 'item-year', cap: 800, used: 0 })
})

test('R-238: a reversal gives the room of its day back', () => {
  const hours = item('hours')
  const rules = rulesOf([hours])
  const used = { ...nothingUsed, categoryMonth: 100 }
  assert.equal(roomFor(rules, hours, used).left, 0)
  assert.equal(roomFor(rules, hours, { ...used, categoryMonth: 100 - 40 }).left, 40)
})

test('R-238: no room is named where nothing is set', () => {
  const free = item('free', { category: 'bonus' })
  const rules = rulesOf([free], { categories: { ...rulesOf([]).categories, bonus: noCaps }, totalCap: null })
  assert.deepEqual(roomFor(rules, free, nothingUsed), { left: null, limit: null })
})

test('R-253: an item the version does not know counts nothing', () => {
  const all = creditInOrder(rulesOf([]), [deed('1', 'gone', 1, '2026-01-01')], pts(30))
  assert.deepEqual(creditedOf(all), [0])
})

test('R-238, R-240: whatever the deeds, every cap holds, nothing grows by capping, the process stays at zero or above', () => {
  const daily = item('daily', { caps: caps({ day: 0.5, month: 0.8 }) })
  const hours = item('hours', { caps: caps({ year: 3 }) })
  const pledge = item('pledge', { category: 'pledgesAndTasks' })
  const minus = item('minus', { category: 'deductions', caps: caps({ year: 4 }) })
  const rules = rulesOf([daily, hours, pledge, minus], { totalCap: pts(33) })
  const one = fc.record({
    code: fc.constantFrom('daily', 'hours', 'pledge', 'minus'),
    raw: fc.integer({ min: 1, max: 200 }),
    month: fc.integer({ min: 1, max: 3 }),
    date: fc.integer({ min: 1, max: 3 }),
  })
  fc.assert(
    fc.property(fc.array(one, { maxLength: 60 }), (made) => {
      const deeds = made.map(({ code, raw, month, date }, index) =>
        deed(String(index), code, (code === 'minus' ? -raw : raw) / 100, `2026-0${month}-0${date}`),
      )
      const all = creditInOrder(rules, deeds, pts(30))
      let process = 0
      for (const { raw, credited } of all) {
        assert.ok(Math.abs(credited) <= Math.abs(raw) && raw * credited >= 0)
        process += credited
        assert.ok(process >= 0 && process + 3000 <= 3300)
      }
      const sumOf = (code: string, from: string) =>
        Math.abs(
          sumPoints(
            all
              .filter((each) => each.itemCode === code && each.deedOn.startsWith(from))
              .map((each) => each.credited),
          ),
        )
      for (const month of ['2026-01', '2026-02', '2026-03']) {
        assert.ok(sumOf('daily', month) <= 80)
        assert.ok(sumOf('daily', month) + sumOf('hours', month) <= 100)
        for (const date of ['01', '02', '03']) assert.ok(sumOf('daily', `${month}-${date}`) <= 50)
      }
      assert.ok(sumOf('hours', '2026') <= 300 && sumOf('minus', '2026') <= 400)
    }),
    { numRuns: 300 },
  )
})
