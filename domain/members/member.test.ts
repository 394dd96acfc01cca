import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parsePlainMonth, plainDate as day } from '../shared/plain-date.ts'
import { type CategorySpan, changeCategory, countsFrom, findCategoryFor, findCategoryOn } from './category.ts'
import { type Affiliation, changeAffiliation, checkAffiliation, findAffiliationOn } from './member.ts'

const now = new Date('2026-06-01T02:00:00Z')
const today = day('2026-06-01')
const codeOf = (decision: { ok: true } | { ok: false; code: string }) => (decision.ok ? 'yes' : decision.code)

const at = (
  branchId: string,
  fromOn: string,
  untilOn: string | null = null,
  groupId: string | null = null,
): Affiliation => ({
  branchId,
  groupId,
  fromOn: day(fromOn),
  untilOn: untilOn === null ? null : day(untilOn),
})
const facts = {
  isBranch: (id: string) => id.startsWith('b'),
  groupsOf: (id: string) => (id === 'b2' ? ['g1', 'g2'] : []),
}

test('R-019: a member belongs to one branch, and one group where there are groups', () => {
  assert.equal(
    codeOf(checkAffiliation([at('b1', '2020-01-01', '2024-01-01'), at('b1', '2024-01-01')], today, facts)),
    'yes',
  )
  assert.equal(codeOf(checkAffiliation([at('b2', '2020-01-01', null, 'g1')], today, facts)), 'yes')
})

test('R-019: none, two, a wrong kind or a wrong group are refused', () => {
  for (const [affiliations, code] of [
    [[], 'affiliation-missing'],
    [[at('b1', '2020-01-01', '2024-01-01')], 'affiliation-missing'],
    [[at('b1', '2020-01-01'), at('b3', '2024-01-01')], 'affiliation-more-than-one'],
    [[at('town', '2020-01-01')], 'affiliation-not-a-branch'],
    [[at('b2', '2020-01-01')], 'affiliation-group-missing'],
    [[at('b2', '2020-01-01', null, 'g9')], 'affiliation-group-of-other-branch'],
  ] as const) {
    assert.equal(codeOf(checkAffiliation(affiliations, today, facts)), code)
  }
})

test('R-019: a move leaves no day without or with two affiliations', () => {
  const moved = changeAffiliation(
    [at('b1', '2020-01-01')],
    { branchId: 'b3', groupId: null },
    day('2026-03-10'),
  )
  assert.ok(moved.ok)
  for (const [on, branchId] of [
    ['2026-03-09', 'b1'],
    ['2026-03-10', 'b3'],
  ] as const) {
    assert.equal(findAffiliationOn(moved.value, day(on))?.branchId, branchId)
    assert.ok(checkAffiliation(moved.value, day(on), facts).ok)
  }
})

test('R-019: a move to the same place or into the past is refused', () => {
  const current = [at('b1', '2020-01-01')]
  assert.equal(
    codeOf(changeAffiliation(current, { branchId: 'b1', groupId: null }, today)),
    'affiliation-unchanged',
  )
  assert.equal(
    codeOf(changeAffiliation(current, { branchId: 'b3', groupId: null }, day('2019-01-01'))),
    'affiliation-before-last',
  )
  assert.equal(codeOf(changeAffiliation([], { branchId: 'b3', groupId: null }, today)), 'affiliation-missing')
})

const span = (category: CategorySpan['category'], fromOn: string, reason = '登记'): CategorySpan => ({
  category,
  fromOn: day(fromOn),
  recordedBy: 'officer',
  recordedAt: now,
  reason,
})
const serving = [span('servingMember', '2010-01-01')]
const month = (text: string) => parsePlainMonth(text) ?? assert.fail(text)

test('a retirement adds a category and keeps the history', () => {
  const changed = changeCategory(serving, span('retiredMember', '2026-05-15', '到龄退休'), today)
  assert.ok(changed.ok)
  assert.equal(findCategoryOn(changed.value, day('2026-05-14')), 'servingMember')
  assert.equal(findCategoryOn(changed.value, day('2026-05-15')), 'retiredMember')
  assert.equal(findCategoryOn(changed.value, day('2009-12-31')), undefined)
})

test('a change of category counts from the next month', () => {
  const changed = changeCategory(serving, span('retiredMember', '2026-05-01', '到龄退休'), today)
  assert.ok(changed.ok)
  assert.equal(countsFrom(day('2026-05-01')), '2026-06')
  assert.equal(findCategoryFor(changed.value, month('2026-05')), 'servingMember')
  assert.equal(findCategoryFor(changed.value, month('2026-06')), 'retiredMember')
  assert.equal(findCategoryFor(serving, month('2009-06')), 'servingMember')
})

test('a change without reason, of nothing, into the future or out of order is refused', () => {
  for (const [change, code] of [
    [span('retiredMember', '2026-05-01', ' '), 'category-needs-reason'],
    [span('servingMember', '2026-05-01'), 'category-unchanged'],
    [span('retiredMember', '2026-06-02'), 'category-in-future'],
    [span('retiredMember', '2009-12-31'), 'category-before-last-change'],
  ] as const) {
    assert.equal(codeOf(changeCategory(serving, change, today)), code)
  }
})
