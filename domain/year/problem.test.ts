import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate as day } from '../shared/plain-date.ts'
import {
  countBySource,
  draftPledges,
  dropProblem,
  listProblem,
  type Problem,
  problemsToReport,
} from './problem.ts'

const problem = (id: string, change: Partial<Problem> = {}): Problem => ({
  id,
  memberId: 'm1',
  orgId: 'o1',
  year: 2026,
  source: 'organisation',
  words: '会上发言少',
  measure: '每次会说一条',
  listedOn: day('2026-12-30'),
  listedBy: 'a2',
  droppedFor: null,
  ...change,
})
const codeOf = (decision: { ok: true } | { ok: false; code: string }) => (decision.ok ? 'yes' : decision.code)
const draft = (
  problems: readonly Problem[],
  pledges: { rectifies: string; state: 'drafted' | 'withdrawn' }[] = [],
  done: string[] = [],
) => {
  let next = 0
  const items = done.map((problemId) => ({ problemId, state: 'confirmed' as const }))
  return draftPledges(problems, { pledges, items, newId: () => `pl${++next}` })
}

test('S-230, R-229: problems are found by oneself, the organisation and the masses', () => {
  for (const [change, by, code] of [
    [{}, 'm2', 'yes'],
    [{ source: 'masses' }, null, 'yes'],
    [{ source: 'self' }, 'm1', 'yes'],
    [{ source: 'self' }, 'm2', 'problem-not-yours'],
    [{ words: ' ' }, 'm2', 'problem-words-missing'],
    [{ measure: '' }, 'm2', 'problem-measure-missing'],
  ] as const) {
    assert.equal(codeOf(listProblem(problem('p1', change), by)), code)
  }
  assert.deepEqual(
    countBySource([
      problem('p1'),
      problem('p2', { source: 'self' }),
      problem('p3', { droppedFor: '不属实' }),
    ]),
    {
      self: 1,
      organisation: 1,
      masses: 0,
    },
  )
})

test('R-248, R-271: illness, family, belief and complaints are nobody’s problem', () => {
  for (const words of ['因病参加活动少', '家属不支持工作', '常去寺庙烧香', '越级上访']) {
    assert.equal(codeOf(listProblem(problem('p1', { words }), 'm2')), 'problem-against-policy', words)
  }
})

test('R-229: each open problem becomes one draft of next year, with the source it came from', () => {
  const problems = [
    problem('p1', { source: 'self' }),
    problem('p2', { source: 'masses' }),
    problem('p3'),
    problem('p4'),
    problem('p5', { droppedFor: '不属实' }),
  ]
  const drafts = draft(problems, [{ rectifies: 'p3', state: 'drafted' }], ['p4'])
  assert.deepEqual(
    drafts.map(({ rectifies, state, fields, period }) => [rectifies, state, fields.source, period]),
    [
      ['p1', 'drafted', 'own', { kind: 'year', year: 2027 }],
      ['p2', 'drafted', 'publicWish', { kind: 'year', year: 2027 }],
    ],
  )
  assert.equal(draft(problems, [{ rectifies: 'p3', state: 'withdrawn' }], ['p4']).length, 3)
})

test('R-229: the next duty report speaks of the problems of the year before', () => {
  const problems = [
    problem('p1'),
    problem('p2', { memberId: 'm2' }),
    problem('p3', { year: 2025 }),
    problem('p4', { droppedFor: 'x' }),
  ]
  assert.deepEqual(
    problemsToReport(problems, 'm1', 2027).map(({ id }) => id),
    ['p1'],
  )
  assert.deepEqual(problemsToReport(problems, 'm1', 2028), [])
  assert.equal(codeOf(dropProblem(problem('p1'), '不属实')), 'yes')
  assert.equal(codeOf(dropProblem(problem('p1'), ' ')), 'problem-needs-reason')
  assert.equal(codeOf(dropProblem(problem('p1', { droppedFor: 'x' }), 'y')), 'problem-wrong-state')
})
