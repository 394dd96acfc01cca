import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate } from '../shared/plain-date.ts'
import { toPoints } from '../shared/points.ts'
import { defaultSchemes } from './default-schemes.ts'
import type { SchemeContent } from './scheme.ts'
import { compareContents } from './scheme-changes.ts'

const rural = defaultSchemes.find(({ field }) => field === 'rural') ?? assert.fail()
const [first, ...others] = rural.items
if (first === undefined) assert.fail()

test('R-253: the same content has no changes', () => {
  assert.deepEqual(compareContents(rural, structuredClone(rural)), [])
})

test('R-253: the order of parts in a kept content does not show', () => {
  const turned = JSON.parse(JSON.stringify(rural), (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toReversed())
      : part,
  ) as SchemeContent
  assert.deepEqual(compareContents(rural, turned), [])
  const caps = { day: toPoints(10), month: toPoints(20), year: toPoints(30) }
  const draft = { ...turned, categories: { ...turned.categories, bonus: caps } }
  assert.deepEqual(
    compareContents(turned, draft).map(({ field }) => field),
    ['day', 'month', 'year'],
  )
})

const cases: readonly { name: string; draft: SchemeContent; says: readonly string[] }[] = [
  {
    name: 'a cap of a category',
    draft: {
      ...rural,
      categories: { ...rural.categories, duty: { ...rural.categories.duty, year: toPoints(1500) } },
    },
    says: ['category duty year changed 1800 1500'],
  },
  {
    name: 'a cap that is taken away',
    draft: {
      ...rural,
      categories: { ...rural.categories, duty: { ...rural.categories.duty, month: null } },
    },
    says: ['category duty month changed 150 null'],
  },
  {
    name: 'the words and the automatic source of an item',
    draft: {
      ...rural,
      items: [{ ...first, name: { ...first.name, zh: '新名称' }, automatic: null }, ...others],
    },
    says: [
      `item ${first.code} name.zh changed ${first.name.zh} 新名称`,
      ...(first.automatic === null ? [] : [`item ${first.code} automatic changed ${first.automatic} null`]),
    ],
  },
  {
    name: 'an item out and another in',
    draft: { ...rural, items: [...others, { ...first, code: 'new-item' }] },
    says: [`item ${first.code}  removed null null`, 'item new-item  added null null'],
  },
  {
    name: 'an item outside the caps by decision',
    draft: {
      ...rural,
      items: [
        { ...first, outsideCaps: { body: '县委', number: '1号', on: plainDate('2026-01-02') } },
        ...others,
      ],
    },
    says: [
      `item ${first.code} outsideCaps changed null null`,
      `item ${first.code} outsideCaps.body changed null 县委`,
      `item ${first.code} outsideCaps.number changed null 1号`,
      `item ${first.code} outsideCaps.on changed null 2026-01-02`,
    ].slice(1),
  },
  {
    name: 'carry-over, a clock and a line',
    draft: {
      ...rural,
      carryOver: { ...rural.carryOver, percent: 20 },
      decideDays: 5,
      proposalLines: rural.proposalLines.map((line) =>
        line.proposal === 'excellent' ? { ...line, from: toPoints(9000) } : line,
      ),
    },
    says: [
      'line excellent from changed 8500 9000',
      'setting scheme carryOver.percent changed 30 20',
      'setting scheme decideDays changed 7 5',
    ],
  },
]

for (const { name, draft, says } of cases) {
  test(`R-253: what is compared: ${name}`, () => {
    const found = compareContents(rural, draft).map(
      ({ part, where, field, kind, before, after }) => `${part} ${where} ${field} ${kind} ${before} ${after}`,
    )
    assert.deepEqual(found, says)
  })
}
