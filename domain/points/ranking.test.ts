import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toPoints } from '../shared/points.ts'
import { checkRankingSettings, defaultRanking, type RankedMember, rankMembers } from './ranking.ts'

const member = (memberId: string, points: number, placed = true): RankedMember => ({
  memberId,
  points: toPoints(points),
  placed,
})
const decided = { body: '中共清源县委组织部', document: '清组发〔2026〕7号' }
const wide = { ...defaultRanking, widest: 'county', decision: decided } as const
const codeOf = (decision: { ok: true } | { ok: false; code: string }) => (decision.ok ? 'yes' : decision.code)

test('R-279: equal points share a place, and the next place is further on', () => {
  const ranked = rankMembers(
    [member('d', 300), member('a', 500), member('c', 400), member('b', 400)],
    'branch',
    defaultRanking,
  )
  assert.ok(ranked.ok)
  assert.deepEqual(
    ranked.value.map(({ memberId, place, tied, named }) => [memberId, place, tied, named]),
    [
      ['a', 1, false, true],
      ['b', 2, true, true],
      ['c', 2, true, true],
      ['d', 4, false, true],
    ],
  )
})

test('R-279: the branch is the scope unless a wider one was decided, and ranking can be off', () => {
  for (const [settings, scope, code] of [
    [defaultRanking, 'branch', 'yes'],
    [defaultRanking, 'baseCommittee', 'ranking-scope-not-decided'],
    [{ ...defaultRanking, on: false }, 'branch', 'ranking-off'],
    [{ ...defaultRanking, widest: 'county' }, 'county', 'ranking-scope-needs-decision'],
    [{ ...wide, decision: { ...decided, document: ' ' } }, 'county', 'ranking-scope-needs-decision'],
    [wide, 'county', 'yes'],
    [{ ...wide, widest: 'baseCommittee' }, 'county', 'ranking-scope-not-decided'],
  ] as const) {
    assert.equal(codeOf(rankMembers([member('a', 1)], scope, settings)), code)
  }
  assert.equal(codeOf(checkRankingSettings({ ...wide, namedPercent: 51 })), 'ranking-named-too-many')
})

test('R-279: outside the branch only the upper part is named, and no tie is cut in two', () => {
  const ten = Array.from({ length: 10 }, (_, index) => member(`m${index}`, 1000 - index * 10))
  const named = (rows: readonly RankedMember[], namedPercent = 30) => {
    const ranked = rankMembers(rows, 'county', { ...wide, namedPercent })
    assert.ok(ranked.ok)
    return ranked.value.filter((place) => place.named).map(({ memberId }) => memberId)
  }
  assert.deepEqual(named(ten), ['m0', 'm1', 'm2'])
  assert.deepEqual(named(ten, 0), [])
  const tied = ten.map((each, index) => (index === 3 ? { ...each, points: toPoints(980) } : each))
  assert.deepEqual(named(tied), ['m0', 'm1'])
})

test('R-170, R-247: who is not graded is not placed', () => {
  const ranked = rankMembers([member('a', 900, false), member('b', 500)], 'branch', defaultRanking)
  assert.ok(ranked.ok)
  assert.deepEqual(
    ranked.value.map(({ memberId, place }) => [memberId, place]),
    [['b', 1]],
  )
})
