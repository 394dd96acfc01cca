import assert from 'node:assert/strict'
import { test } from 'node:test'
import { creditInOrder, type Deed } from '../points/credit-run.ts'
import { addDays, plainDate as day } from '../shared/plain-date.ts'
import { sumPoints, toPoints } from '../shared/points.ts'
import { defaultSchemes } from './default-schemes.ts'
import { capsOf, each } from './defaults/build-item.ts'
import { type SchemeContent, type SchemeItem, toCreditRules } from './scheme.ts'
import { createWhatIf, type WhatIfMember } from './what-if.ts'
import { mergeSmall, type WhatIfGroup } from './what-if-groups.ts'

const rural = defaultSchemes.find(({ field }) => field === 'rural') ?? assert.fail()
const change = (code: string, part: Partial<SchemeItem>): SchemeContent => ({
  ...rural,
  items: rural.items.map((item) => (item.code === code ? { ...item, ...part } : item)),
})
const member = (memberId: string, part: Partial<WhatIfMember> = {}): WhatIfMember => ({
  memberId,
  memberClass: 'inPost',
  category: 'farmer',
  branchId: 'b1',
  ageBand: '36-40',
  base: toPoints(3000),
  appraisal: null,
  recorded: null,
  ...part,
})
const deed = (id: string, itemCode: string, raw: number, on: string): Deed => ({
  id,
  itemCode,
  raw: toPoints(raw),
  deedOn: day(on),
})

/** A fixed row of numbers, so that a failure can be seen again. */
function numbers(seed: number) {
  let state = seed
  return (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return Math.floor((state / 0x80000000) * below)
  }
}

function yearOf(pick: (below: number) => number, index: number): Deed[] {
  const codes = rural.items.map(({ code }) => code)
  return Array.from({ length: pick(60) }, (_, at): Deed => {
    const item = rural.items[pick(codes.length)] ?? assert.fail()
    const raw = (pick(5) + 1) * (item.value.kind === 'fixed' ? item.value.points : item.value.least)
    return {
      id: `${index}-${String(at).padStart(3, '0')}`,
      itemCode: item.code,
      raw: toPoints(item.category === 'deductions' ? -raw : raw),
      deedOn: addDays(day('2026-01-01'), pick(365)),
    }
  })
}

test('R-245: the affected of a changed cap equal a count made deed by deed', () => {
  for (const draft of [
    { ...rural, categories: { ...rural.categories, serviceAndExample: capsOf({ month: 1.5, year: 15 }) } },
    { ...rural, categories: { ...rural.categories, duty: capsOf({ month: 1.5, year: 6 }) } },
    change('mediation', { caps: capsOf({ month: 0.4 }) }),
  ]) {
    const pick = numbers(7)
    const run = createWhatIf(rural, draft)
    const expected = { risen: 0, fallen: 0, ids: [] as string[], crossed: 0 }
    for (let index = 0; index < 400; index += 1) {
      const deeds = yearOf(pick, index)
      const base = toPoints(2000 + pick(1000))
      const [was, is] = [rural, draft].map((content) => {
        const credited = creditInOrder(toCreditRules({ ...content, id: 'x' }), deeds, base)
        return sumPoints([base, ...credited.map((line) => line.credited)])
      })
      assert.ok(was !== undefined && is !== undefined)
      if (is > was) expected.risen += 1
      if (is < was) expected.fallen += 1
      if (is !== was) expected.ids.push(`m${index}`)
      const line = (score: number) => (score >= 8500 ? 2 : score >= 6000 ? 1 : 0)
      if (line(is) !== line(was)) expected.crossed += 1
      run.addDeeds(member(`m${index}`, { base, recorded: toPoints(was - base) }), deeds)
    }
    const result = run.result()
    assert.deepEqual([result.risen, result.fallen], [expected.risen, expected.fallen])
    assert.deepEqual(
      result.affected.map(({ memberId }) => memberId),
      expected.ids,
    )
    assert.equal(
      result.crossings.reduce((sum, { count }) => sum + count, 0),
      expected.crossed,
    )
    assert.equal(result.ledgerDiffers, 0)
    assert.ok(expected.ids.length > 10)
  }
})

test('R-245: groups, kinds of points and crossings are told apart', () => {
  const draft = change('county-award', { value: each(10, 'piece') })
  const run = createWhatIf(rural, draft)
  const rich = [deed('1', 'county-award', 500, '2026-03-01')]
  run.addDeeds(member('a', { base: toPoints(3000), branchId: 'b1' }), rich)
  run.addDeeds(
    member('b', {
      base: toPoints(5200),
      branchId: 'b2',
      ageBand: '71+',
      memberClass: 'retired',
      category: 'retiredMember',
    }),
    rich,
  )
  run.addDeeds(member('c'), [])
  const result = run.result()
  assert.deepEqual(
    [result.members, result.lines, result.risen, result.fallen, result.medianChange],
    [3, 2, 2, 0, 500],
  )
  assert.deepEqual(result.crossings, [{ from: 'basicallyQualified', to: 'qualified', count: 1 }])
  assert.deepEqual(
    result.categories.find(({ category }) => category === 'bonus'),
    { category: 'bonus', before: 1000, after: 2000 },
  )
  assert.deepEqual(
    result.byBranch.map(({ key, members, risen }) => [key, members, risen]),
    [
      ['b1', 2, 1],
      ['b2', 1, 1],
    ],
  )
  assert.deepEqual(
    result.byCategory.map(({ key, members, risen }) => [key, members, risen]),
    [
      ['farmer', 2, 1],
      ['retiredMember', 1, 1],
    ],
  )
  assert.deepEqual(
    result.byAge.map(({ key }) => key),
    ['36-40', '71+'],
  )
  assert.deepEqual(
    result.byClass.map(({ key, medianChange }) => [key, medianChange]),
    [
      ['inPost', 500],
      ['retired', 500],
    ],
  )
  assert.deepEqual(
    result.affected.map(({ memberId, before, after }) => [memberId, before, after]),
    [
      ['a', 3500, 4000],
      ['b', 5700, 6200],
    ],
  )
})

test('R-253: a new value scales what was recorded, new bounds hold it, a dropped item counts nothing', () => {
  const year = [
    deed('1', 'volunteer-hours', 80, '2026-03-01'),
    deed('2', 'key-project', 500, '2026-04-01'),
    deed('3', 'mediation', 40, '2026-05-01'),
  ]
  const after = (draft: SchemeContent) => {
    const run = createWhatIf(rural, draft)
    run.addDeeds(member('a', { base: toPoints(0) }), year)
    const { affected, droppedLines } = run.result()
    return [affected[0]?.after ?? 620, droppedLines]
  }
  assert.deepEqual(after(rural), [620, 0])
  assert.deepEqual(after(change('volunteer-hours', { value: each(0.1, 'hour') })), [580, 0])
  assert.deepEqual(
    after(
      change('key-project', {
        value: { kind: 'range', least: toPoints(100), most: toPoints(300), unit: 'piece' },
      }),
    ),
    [420, 0],
  )
  assert.deepEqual(
    after({ ...rural, items: rural.items.filter(({ code }) => code !== 'mediation') }),
    [580, 1],
  )
})

test('R-189: the weight of the appraisal moves the score where there is one', () => {
  const run = createWhatIf(rural, { ...rural, appraisalPercent: 30 })
  run.addDeeds(member('a', { base: toPoints(5000), appraisal: toPoints(9000) }), [])
  run.addDeeds(member('b', { base: toPoints(5000) }), [])
  assert.deepEqual(
    run.result().affected.map(({ memberId, before, after }) => [memberId, before, after]),
    [['a', 5800, 6200]],
  )
})

test('R-245: a ledger that differs from the old version run anew is told', () => {
  const run = createWhatIf(rural, rural)
  run.addDeeds(member('a', { recorded: toPoints(40) }), [deed('1', 'mediation', 40, '2026-03-01')])
  run.addDeeds(member('b', { recorded: toPoints(30) }), [deed('1', 'mediation', 40, '2026-03-01')])
  assert.deepEqual([run.result().ledgerDiffers, run.result().affected.length], [1, 0])
  assert.equal(run.itemIndex('nowhere'), -1)
})

test('S-175: groups of fewer than ten are merged, and what is left over is never small', () => {
  const group = (key: string, members: number): WhatIfGroup => ({
    key,
    members,
    risen: 1,
    fallen: 0,
    medianChange: toPoints(10),
  })
  const sizes = (groups: readonly WhatIfGroup[]) =>
    mergeSmall(groups).map(({ key, members }) => `${key} ${members}`)
  assert.deepEqual(sizes([group('a', 50), group('b', 6), group('c', 7)]), ['a 50', 'merged 13'])
  assert.deepEqual(sizes([group('a', 50), group('d', 12), group('b', 3)]), ['a 50', 'merged 15'])
  assert.deepEqual(sizes([group('a', 50)]), ['a 50'])
  assert.deepEqual(sizes([group('b', 3)]), ['merged 3'])
})
