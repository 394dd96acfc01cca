import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { plainDate } from '../shared/plain-date.ts'
import { toPoints } from '../shared/points.ts'
import { type CreditedItem, type CreditRules, creditRaw, noCaps } from './credit.ts'
import { creditInOrder } from './credit-run.ts'
import { type CreditedSum, type StandingLine, usedAmong, usedBy } from './used.ts'

const item = (code: string, category: CreditedItem['category'], outsideCaps = false): CreditedItem => ({
  code,
  category,
  caps: { day: toPoints(60), month: toPoints(150), year: toPoints(700) },
  outsideCaps,
})
const duty = item('a', 'duty')
const bonus = item('c', 'bonus')
const outside = item('d', 'bonus', true)
const items = [duty, item('b', 'duty'), bonus, outside, item('e', 'deductions')]
const caps = { day: null, month: toPoints(200), year: toPoints(1500) }
const rules: CreditRules = {
  versionId: 'v',
  items: new Map(items.map((each) => [each.code, each])),
  categories: {
    duty: caps,
    pledgesAndTasks: caps,
    serviceAndExample: caps,
    bonus: { ...noCaps, year: toPoints(400) },
    deductions: noCaps,
  },
  totalCap: toPoints(5000),
}
const sum = (change: Partial<CreditedSum>): CreditedSum => ({
  itemCode: 'a',
  term: 'duty',
  outsideCaps: false,
  day: 0,
  month: 0,
  year: 0,
  ...change,
})

test('R-238: lines of the item and of its category are counted over day, month and year; a base only in the total', () => {
  const used = usedBy(
    [
      sum({ day: 10, month: 40, year: 90 }),
      sum({ itemCode: 'b', month: 30, year: 60 }),
      sum({ itemCode: null, term: 'base', year: 3000 }),
    ],
    duty,
  )
  assert.deepEqual(
    [used.itemDay, used.itemMonth, used.itemYear, used.categoryMonth, used.categoryYear],
    [10, 40, 90, 70, 150],
  )
  assert.deepEqual([used.total, used.process], [3150, 150])
})

test('R-242: what lies outside the caps takes no room of category and total, but of its own item', () => {
  const sums = [sum({ itemCode: 'd', term: 'bonus', outsideCaps: true, year: 500 })]
  assert.deepEqual([usedBy(sums, bonus).categoryYear, usedBy(sums, bonus).total], [0, 0])
  assert.equal(usedBy(sums, outside).itemYear, 500)
})

test('R-238: deeds credited one by one count the same as a run over the year', () => {
  const deed = fc.record({
    itemCode: fc.constantFrom('a', 'b', 'c', 'd'),
    raw: fc.integer({ min: 1, max: 120 }),
    day: fc.integer({ min: 1, max: 28 }),
    month: fc.integer({ min: 1, max: 12 }),
  })
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 60 }), (drawn) => {
      const deeds = drawn
        .map(({ itemCode, raw, day, month }, index) => ({
          id: String(index).padStart(3, '0'),
          itemCode,
          raw: toPoints(raw),
          deedOn: plainDate(`2026-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`),
        }))
        .toSorted((a, b) => (a.deedOn === b.deedOn ? (a.id < b.id ? -1 : 1) : a.deedOn < b.deedOn ? -1 : 1))
      const base = toPoints(3000)
      const inRun = creditInOrder(rules, deeds, base).map(({ credited }) => credited)
      const lines: StandingLine[] = [
        { itemCode: null, term: 'base', outsideCaps: false, deedOn: plainDate('2026-01-01'), credited: base },
      ]
      for (const { itemCode, deedOn, raw } of deeds) {
        const one = rules.items.get(itemCode)
        assert.ok(one)
        const { category: term, outsideCaps } = one
        const { credited } = creditRaw(rules, one, raw, usedAmong(lines, one, deedOn))
        lines.push({ itemCode, term, outsideCaps, deedOn, credited })
      }
      assert.deepEqual(
        lines.slice(1).map(({ credited }) => credited),
        inRun,
      )
    }),
    { numRuns: 60 },
  )
})
