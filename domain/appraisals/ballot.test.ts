import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  addChannels,
  type ChannelCount,
  checkChannel,
  checkCounters,
  countBox,
  emptyChannel,
  type PersonCount,
} from './ballot.ts'
import { publishedGroups, publishedSplit } from './ballot-split.ts'
import { type GradeCounts, noGrades, sumCounts } from './grade.ts'

const person = (memberId: string, counts: Partial<GradeCounts>, abstained = 0): PersonCount => ({
  memberId,
  counts: { ...noGrades, ...counts },
  abstained,
})
const paper: ChannelCount = {
  issued: 12,
  cast: 10,
  spoiled: 1,
  returnedBlank: 1,
  notReturned: 1,
  persons: [person('m1', { excellent: 5, qualified: 3 }, 1), person('m2', { qualified: 9 })],
}
const answerOf = (change: Partial<ChannelCount>) => {
  const checked = checkChannel({ ...paper, ...change }, ['m1', 'm2'])
  return checked.ok ? 'adds up' : checked.code
}

test('R-184, R-064: issued papers are those cast, those given back blank and those not returned', () => {
  for (const [change, answer] of [
    [{}, 'adds up'],
    [{ issued: 13 }, 'ballot-papers-do-not-add-up'],
    [{ returnedBlank: 0 }, 'ballot-papers-do-not-add-up'],
    [{ notReturned: 0, returnedBlank: 2 }, 'adds up'],
    [{ spoiled: 11 }, 'ballot-spoiled-more-than-cast'],
    [{ notReturned: 1.5, returnedBlank: 0.5 }, 'ballot-not-whole-numbers'],
    [{ notReturned: -1, returnedBlank: 3 }, 'ballot-not-whole-numbers'],
  ] as const) {
    assert.equal(answerOf(change), answer)
  }
})

test('R-184: the marks about every person are the valid ballots', () => {
  const [one, two] = paper.persons
  assert.ok(one && two)
  for (const [persons, answer] of [
    [[one, two], 'adds up'],
    [[person('m1', { excellent: 5, qualified: 3 }), two], 'ballot-marks-do-not-add-up'],
    [[person('m1', { excellent: 5, qualified: 5 }), two], 'ballot-marks-do-not-add-up'],
    [[one], 'ballot-persons-differ'],
    [[one, one], 'ballot-persons-differ'],
    [[one, { ...two, memberId: 'm9' }], 'ballot-persons-differ'],
  ] as const) {
    assert.equal(answerOf({ persons }), answer)
  }
})

test('R-184: papers are counted by two', () => {
  assert.equal(checkCounters(['李秋', '张成']).ok, true)
  assert.equal(checkCounters(['李秋', ' 李秋 ']).ok, false)
  assert.equal(checkCounters(['李秋', ' ']).ok, false)
})

test('R-188: the electronic box and the papers beside it add up to one count', () => {
  const slips = [
    { memberId: 'm1', grade: 'excellent' },
    { memberId: 'm2', grade: 'qualified' },
    { memberId: 'm2', grade: 'unqualified' },
  ] as const
  const box = countBox({ receipts: ['r1', 'r2'], slips }, { issued: 4, graded: ['m1', 'm2'] })
  assert.equal(checkChannel(box, ['m1', 'm2']).ok, true)
  assert.deepEqual([box.cast, box.notReturned], [2, 2])
  const both = addChannels(box, paper)
  assert.equal(checkChannel(both, ['m1', 'm2']).ok, true)
  assert.deepEqual(both.persons[0], person('m1', { excellent: 6, qualified: 3 }, 2))
  assert.deepEqual(addChannels(box, emptyChannel(['m1', 'm2'])), box)
})

test('R-184: no split is shown of fewer than five ballots, nor where all say the same', () => {
  const shown = publishedSplit(paper)
  assert.deepEqual(
    shown.map((each) => (each.shown ? sumCounts(each.counts) : each.because)),
    [8, 'unanimous'],
  )
  const few = { ...paper, issued: 4, cast: 4, spoiled: 0, returnedBlank: 0, notReturned: 0 }
  assert.ok(publishedSplit(few).every((each) => !each.shown && each.because === 'few-ballots'))
  const five = { ...few, issued: 5, cast: 5, persons: [person('m1', { excellent: 4, qualified: 1 })] }
  assert.ok(publishedSplit(five).every((each) => each.shown))
})

test('R-184: a group left out cannot be found by subtraction', () => {
  const group = (name: string, ballots: number) => ({
    group: name,
    ballots,
    counts: { ...noGrades, qualified: ballots },
  })
  const hidden = (...sizes: number[]) =>
    publishedGroups(sizes.map((size, at) => group(String(at), size))).map(({ ballots }) => ballots)
  assert.deepEqual(hidden(12, 8, 6), [12, 8, 6])
  assert.deepEqual(hidden(12, 8, 3), [12, null, null])
  assert.deepEqual(hidden(12, 3, 4), [12, null, null])
  assert.deepEqual(hidden(12, 1, 2), [null, null, null])
  assert.deepEqual(hidden(3), [null])
})
