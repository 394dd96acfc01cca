import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pointsCategories } from '../points/category.ts'
import { defaultSchemes } from './default-schemes.ts'
import { lintScheme } from './policy-linter.ts'
import { claimableItems, schemeFields } from './scheme.ts'
import { attendanceShare, checkScheme, mostOfYear } from './scheme-checks.ts'

test('R-020, R-246: every field has its scheme in post; retired, floating and exempt members have theirs', () => {
  assert.deepEqual(
    defaultSchemes.filter(({ memberClass }) => memberClass === 'inPost').map(({ field }) => field),
    [...schemeFields],
  )
  assert.deepEqual(
    defaultSchemes.filter(({ field }) => field === 'every').map(({ memberClass }) => memberClass),
    ['retired', 'floating', 'exempt'],
  )
})

test('R-236, R-248: the shipped schemes pass their own checks and the linter', () => {
  for (const scheme of defaultSchemes) {
    assert.deepEqual(
      checkScheme(scheme).filter(({ weight }) => weight === 'error'),
      [],
      scheme.title.zh,
    )
    assert.deepEqual(
      lintScheme(scheme).map(({ where, words }) => `${where} ${words.join()}`),
      [],
      scheme.title.zh,
    )
  }
})

test('R-235: a hundred points: base 30, process 60 in three kinds, bonus 10', () => {
  for (const scheme of defaultSchemes) {
    assert.equal(mostOfYear(scheme), 10_000)
    assert.deepEqual(
      pointsCategories.map((category) => scheme.categories[category].year),
      [1800, 3000, 1200, 1000, null],
    )
  }
})

test('R-237: ten to twelve things to choose from at most, and no photo is ever demanded', () => {
  for (const scheme of defaultSchemes.filter(({ scored }) => scored)) {
    assert.ok(
      scheme.items.length >= 10 && scheme.items.length <= 18,
      `${scheme.title.zh} ${scheme.items.length}`,
    )
    const claimable = claimableItems(scheme)
    assert.ok(claimable.length >= 7 && claimable.length <= 12, `${scheme.title.zh} ${claimable.length}`)
    for (const item of scheme.items) {
      assert.ok(
        !item.evidence.needed.includes('photo') && item.rule.zh.length > 8 && item.rule.en.length > 8,
        item.code,
      )
    }
  }
})

test('R-238: every kind of the process can be filled', () => {
  for (const scheme of defaultSchemes.filter(({ scored }) => scored)) {
    for (const category of ['duty', 'pledgesAndTasks', 'serviceAndExample'] as const) {
      const cap = scheme.categories[category].year ?? 0
      const reach = scheme.items
        .filter((item) => item.category === category)
        .reduce(
          (sum, { caps }) =>
            sum + Math.min(cap, caps.year ?? cap, caps.month === null ? cap : caps.month * 12),
          0,
        )
      assert.ok(reach >= cap, `${scheme.title.zh} ${category} ${reach}`)
    }
  }
})

test('R-171: retired members owe nothing and lose nothing; distance costs nothing', () => {
  for (const memberClass of ['retired', 'floating'] as const) {
    const scheme = defaultSchemes.find((each) => each.memberClass === memberClass) ?? assert.fail()
    assert.ok(scheme.items.every(({ category }) => category !== 'deductions'))
    assert.ok(attendanceShare(scheme).percent <= 10)
  }
})

test('R-249: every deduction of the shipped schemes rests on facts, by the branch alone', () => {
  const minus = defaultSchemes.flatMap(({ items }) =>
    items.filter(({ category }) => category === 'deductions'),
  )
  assert.ok(minus.length >= 8)
  for (const item of minus) {
    assert.deepEqual(item.claim, [])
    assert.ok(item.evidence.needed.length > 0, item.code)
  }
})

test('R-241: awards of county level and higher go the whole way up, with their paper', () => {
  const awards = defaultSchemes.flatMap(({ items }) => items.filter(({ code }) => code.endsWith('award')))
  assert.ok(awards.length >= 8)
  for (const { approval, evidence, code } of awards)
    assert.deepEqual([approval, evidence.needed], ['county', ['paper']], code)
})
