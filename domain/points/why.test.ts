import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parsePlainMonth, plainDate as day } from '../shared/plain-date.ts'
import { sumPoints, toPoints } from '../shared/points.ts'
import { totalTerms } from './category.ts'
import { entryKinds, type LedgerEntry } from './entry.ts'
import { addsUp, explainTotal } from './why.ts'

const september = parsePlainMonth('2026-09')
assert.ok(september)
const line = (id: string, change: Partial<LedgerEntry>): LedgerEntry => ({
  id,
  memberId: 'm1',
  orgId: 'o1',
  kind: 'award',
  term: 'serviceAndExample',
  itemCode: 'hours',
  raw: toPoints(0),
  credited: toPoints(0),
  limit: null,
  schemeVersionId: 'v1',
  deedOn: day('2026-09-21'),
  postedAt: new Date('2026-09-23T02:00:00Z'),
  month: september,
  authorId: 'a1',
  reviewerId: 'a2',
  source: { kind: 'claim', id: id },
  evidence: [],
  refersTo: null,
  reason: null,
  ...change,
})
const facts = { caps: {}, disputed: new Set<string>(), open: [] }
const p = toPoints

test('R-215, R-235: a total opens into its terms, the terms into their lines', () => {
  const why = explainTotal(
    [
      line('b', { kind: 'carryOver', term: 'base', itemCode: null, raw: p(2592), credited: p(2592) }),
      line('d', { term: 'duty', raw: p(1290), credited: p(1290) }),
      line('t', { term: 'pledgesAndTasks', raw: p(1950), credited: p(1950) }),
      line('s', { raw: p(900), credited: p(760) }),
      line('s2', { raw: p(60), credited: p(60), deedOn: day('2026-08-30') }),
      line('g', { term: 'bonus', raw: p(400), credited: p(400) }),
    ],
    { ...facts, caps: { serviceAndExample: p(1200) }, open: [{ kind: 'claim', id: 'c9', points: p(40) }] },
  )
  assert.equal(why.total, 7052 - 0)
  assert.deepEqual(
    why.terms.map(({ term, credited }) => [term, credited]),
    [
      ['base', 2592],
      ['duty', 1290],
      ['pledgesAndTasks', 1950],
      ['serviceAndExample', 820],
      ['bonus', 400],
      ['deductions', 0],
    ],
  )
  const service = why.terms.find(({ term }) => term === 'serviceAndExample')
  assert.deepEqual([service?.raw, service?.cappedAway, service?.cap], [960, 140, 1200])
  assert.deepEqual(
    service?.lines.map(({ marks }) => marks),
    [['capped'], ['late']],
  )
  assert.equal(why.open.length, 1)
})

test('R-217: a disputed minus is left out of anything adverse, a disputed plus is kept', () => {
  const entries = [
    line('1', { raw: p(500), credited: p(500) }),
    line('2', { kind: 'deduction', term: 'deductions', raw: p(-200), credited: p(-150), reason: '…' }),
    line('3', { raw: p(100), credited: p(100) }),
  ]
  const why = explainTotal(entries, { ...facts, disputed: new Set(['2', '3']) })
  assert.deepEqual([why.total, why.totalForAdverse, why.disputed], [450, 600, ['2', '3']])
  assert.deepEqual(why.terms.at(-1)?.lines[0]?.marks, ['capped', 'disputed'])
  const taken = line('4', {
    kind: 'reversal',
    term: 'deductions',
    raw: p(200),
    credited: p(150),
    refersTo: '2',
  })
  const after = explainTotal([...entries, taken], { ...facts, disputed: new Set(['2']) })
  assert.deepEqual([after.total, after.totalForAdverse], [600, 600])
  assert.ok(after.terms.at(-1)?.lines[0]?.marks.includes('reversed'))
})

test('R-215: whatever the lines, the sum of lines is the sum of terms is the total', () => {
  const one = fc.record({
    kind: fc.constantFrom(...entryKinds),
    term: fc.constantFrom(...totalTerms),
    raw: fc.integer({ min: -5000, max: 5000 }),
    part: fc.integer({ min: 0, max: 100 }),
    disputed: fc.boolean(),
    refersTo: fc.option(fc.integer({ min: 0, max: 30 }).map(String)),
  })
  fc.assert(
    fc.property(fc.array(one, { maxLength: 40 }), (made) => {
      const entries = made.map(({ kind, term, raw, part, refersTo }, index) =>
        line(String(index), {
          kind,
          term,
          raw: p(raw),
          credited: p(Math.trunc((raw * part) / 100)),
          refersTo,
        }),
      )
      const disputed = new Set(made.flatMap((each, index) => (each.disputed ? [String(index)] : [])))
      const why = explainTotal(entries, { ...facts, disputed })
      const lines = why.terms.flatMap((term) => {
        assert.equal(sumPoints(term.lines.map(({ entry }) => entry.credited)), term.credited)
        assert.equal(term.raw - term.cappedAway, term.credited)
        return term.lines
      })
      assert.equal(lines.length, entries.length)
      assert.ok(addsUp(why.total, entries))
      assert.ok(!addsUp(p(why.total + 1), entries))
      assert.equal(sumPoints(why.terms.map(({ credited }) => credited)), why.total)
      assert.ok(why.totalForAdverse >= why.total)
    }),
    { numRuns: 300 },
  )
})
