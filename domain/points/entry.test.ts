import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parsePlainMonth, plainDate as day, type PlainMonth } from '../shared/plain-date.ts'
import { sumPoints, toPoints } from '../shared/points.ts'
import {
  type Answering,
  checkEntry,
  correctEntry,
  findAltered,
  type LedgerEntry,
  reverseEntry,
} from './entry.ts'

const month = (text: string): PlainMonth => {
  const found = parsePlainMonth(text)
  assert.ok(found)
  return found
}
const award = (change: Partial<LedgerEntry> = {}): LedgerEntry => ({
  id: 'e1',
  memberId: 'm1',
  orgId: 'o1',
  kind: 'award',
  term: 'serviceAndExample',
  itemCode: 'hours',
  raw: toPoints(80),
  credited: toPoints(60),
  limit: { by: 'category-month', cap: toPoints(100), used: toPoints(40) },
  schemeVersionId: 'v1',
  deedOn: day('2026-09-21'),
  postedAt: new Date('2026-09-23T02:00:00Z'),
  month: month('2026-09'),
  authorId: 'a-hebailu',
  reviewerId: 'a-zhouguyu',
  source: { kind: 'claim', id: 'c1' },
  evidence: ['witness:m2'],
  refersTo: null,
  reason: null,
  ...change,
})
const answering: Answering = {
  id: 'e2',
  orgId: 'o1',
  postedAt: new Date('2026-10-12T02:00:00Z'),
  month: month('2026-10'),
  authorId: 'a-xuwenxi',
  reviewerId: 'a-xuwenxi',
  reviewerMemberId: 'm9',
  source: { kind: 'objection', id: 'ob1' },
  reason: '与 9 月 20 日重复',
}
const codeOf = (decision: { ok: true } | { ok: false; code: string }) => (decision.ok ? 'yes' : decision.code)

test('R-249: every kind of line needs what it rests on', () => {
  for (const [change, code, reviewer] of [
    [{}, 'yes', 'm9'],
    [{}, 'entry-own-review', 'm1'],
    [{ reviewerId: null }, 'entry-needs-reviewer', null],
    [{ reviewerId: null, source: { kind: 'automatic', id: 'meeting' } }, 'yes', null],
    [{ raw: toPoints(-80) }, 'entry-wrong-sign', 'm9'],
    [{ raw: toPoints(50) }, 'entry-credits-more-than-raw', 'm9'],
    [{ term: 'base' }, 'entry-wrong-term', 'm9'],
    [{ term: 'deductions' }, 'entry-wrong-term', 'm9'],
    [{ itemCode: null }, 'entry-needs-item', 'm9'],
    [{ month: month('2026-08') }, 'entry-before-deed', 'm9'],
    [{ month: month('2026-10') }, 'yes', 'm9'],
    [
      {
        kind: 'base',
        term: 'base',
        itemCode: null,
        reviewerId: null,
        raw: toPoints(3000),
        credited: toPoints(3000),
      },
      'yes',
      null,
    ],
    [{ kind: 'carryOver' }, 'entry-wrong-term', 'm9'],
    [
      { kind: 'deduction', term: 'deductions', raw: toPoints(-100), credited: toPoints(-60) },
      'entry-needs-reason',
      'm9',
    ],
    [
      {
        kind: 'deduction',
        term: 'deductions',
        raw: toPoints(-100),
        credited: toPoints(-60),
        reason: '无故放弃已认领任务',
      },
      'yes',
      'm9',
    ],
    [
      { kind: 'deduction', term: 'duty', raw: toPoints(-100), credited: toPoints(-60), reason: 'x' },
      'entry-wrong-term',
      'm9',
    ],
    [
      { kind: 'deduction', term: 'deductions', raw: toPoints(100), credited: toPoints(60), reason: 'x' },
      'entry-wrong-sign',
      'm9',
    ],
    [
      { kind: 'reversal', raw: toPoints(-80), credited: toPoints(-60), reason: 'x' },
      'entry-needs-reference',
      'm9',
    ],
    [{ kind: 'correction', refersTo: 'e0' }, 'entry-needs-reason', 'm9'],
  ] as const satisfies readonly [Partial<LedgerEntry>, string, string | null][]) {
    assert.equal(
      codeOf(checkEntry(award(change), { reviewerMemberId: reviewer })),
      code,
      JSON.stringify(change),
    )
  }
})

test('R-218: a reversal takes a line back whole, for the day of the deed and in the open month', () => {
  const reversed = reverseEntry(award(), answering, { alreadyReversed: false })
  assert.ok(reversed.ok)
  const { kind, raw, credited, deedOn, refersTo, limit, itemCode, schemeVersionId } = reversed.value
  assert.deepEqual(
    { kind, raw, credited, deedOn, refersTo, limit, itemCode, schemeVersionId, month: reversed.value.month },
    {
      kind: 'reversal',
      raw: -80,
      credited: -60,
      deedOn: '2026-09-21',
      refersTo: 'e1',
      limit: null,
      itemCode: 'hours',
      schemeVersionId: 'v1',
      month: '2026-10',
    },
  )
  assert.equal(codeOf(checkEntry(reversed.value, { reviewerMemberId: 'm9' })), 'yes')
  assert.ok(!('reviewerMemberId' in reversed.value))
})

test('R-218: no line is taken back twice, no reversal is reversed, none without reason or by its own member', () => {
  const reversed = reverseEntry(award(), answering, { alreadyReversed: false })
  assert.ok(reversed.ok)
  for (const [original, change, twice, code] of [
    [award(), {}, true, 'entry-already-reversed'],
    [reversed.value, {}, false, 'entry-is-reversal'],
    [award(), { reason: ' ' }, false, 'entry-needs-reason'],
    [award(), { reviewerMemberId: 'm1' }, false, 'entry-own-review'],
  ] as const) {
    assert.equal(
      codeOf(reverseEntry(original, { ...answering, ...change }, { alreadyReversed: twice })),
      code,
    )
  }
})

test('R-218: a correction is the reversal and the right line, and both add up to the change', () => {
  const right = { id: 'e3', raw: toPoints(40), credited: toPoints(40), limit: null }
  const corrected = correctEntry(award(), right, answering, { alreadyReversed: false })
  assert.ok(corrected.ok)
  assert.deepEqual(
    corrected.value.map(({ id, kind, credited, refersTo }) => [id, kind, credited, refersTo]),
    [
      ['e2', 'reversal', -60, 'e1'],
      ['e3', 'correction', 40, 'e1'],
    ],
  )
  assert.equal(sumPoints([award(), ...corrected.value].map(({ credited }) => credited)), 40)
  for (const line of corrected.value)
    assert.equal(codeOf(checkEntry(line, { reviewerMemberId: 'm9' })), 'yes')
})

test('R-218: the line that was changed or taken out of a ledger is named', () => {
  const before = new Map([
    ['e1', 'a'],
    ['e2', 'b'],
  ])
  assert.equal(findAltered(before, new Map([...before, ['e3', 'c']])), undefined)
  assert.equal(
    findAltered(
      before,
      new Map([
        ['e1', 'a'],
        ['e2', 'x'],
      ]),
    ),
    'e2',
  )
  assert.equal(findAltered(before, new Map([['e2', 'b']])), 'e1')
})
