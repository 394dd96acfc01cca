import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { plainDate as day } from './plain-date.ts'
import {
  checkCount,
  decideVote,
  leastOf,
  moreThanHalfOfAll,
  reaches,
  resolutionWords,
  tightenQuorum,
  twoThirdsOfAll,
  type VoteCount,
  type VoteKind,
  voteKinds,
  voteRules,
} from './vote.ts'

const count = (
  shouldAttend: number,
  present: number,
  yes: number,
  no: number,
  abstain: number,
  written = 0,
): VoteCount => ({ shouldAttend, present, written, yes, no, abstain })
const resultOf = (kind: VoteKind, of: VoteCount, persons = 1, secret = true) => {
  const decision = decideVote(of, voteRules[kind], { secret, persons })
  return decision.ok ? 'passed' : decision.code
}
type Row = readonly [VoteKind, VoteCount, string]
const table = (rows: readonly Row[]) => {
  for (const [kind, of, result] of rows) {
    assert.equal(resultOf(kind, of), result, `${kind} ${JSON.stringify(of)}`)
  }
}

test('R-049: a meeting opens with more than half of those who should attend; exactly half fails', () => {
  table(
    (['ordinary', 'admission', 'conversion', 'disposal', 'appraisal'] as const).flatMap((kind): Row[] => [
      [kind, count(10, 5, 5, 0, 0), 'vote-no-quorum'],
      [kind, count(10, 6, 6, 0, 0), 'passed'],
      [kind, count(11, 5, 5, 0, 0), 'vote-no-quorum'],
      [kind, count(11, 6, 6, 0, 0), 'passed'],
      [kind, count(34, 17, 17, 0, 0), 'vote-no-quorum'],
      [kind, count(34, 18, 18, 0, 0), 'passed'],
      [kind, count(1, 1, 1, 0, 0), 'passed'],
      [kind, count(2, 1, 1, 0, 0), 'vote-no-quorum'],
      [kind, count(3, 2, 2, 0, 0), 'passed'],
    ]),
  )
})

test('R-050, R-202: a proposal carries with more than half of those who should attend; exactly half fails', () => {
  table([
    ['disposal', count(10, 10, 5, 5, 0), 'vote-no-majority'],
    ['disposal', count(10, 10, 6, 4, 0), 'passed'],
    ['disposal', count(11, 10, 5, 5, 0), 'vote-no-majority'],
    ['disposal', count(11, 10, 6, 4, 0), 'passed'],
    ['admission', count(34, 34, 17, 17, 0), 'vote-no-majority'],
    ['admission', count(34, 34, 18, 16, 0), 'passed'],
  ])
})

test('R-051: both denominators are those who should attend, never those present', () => {
  table([
    // Five of six present are most of the room and half of the branch.
    ['admission', count(10, 6, 5, 1, 0), 'vote-no-majority'],
    ['admission', count(10, 6, 6, 0, 0), 'passed'],
    ['disposal', count(20, 11, 10, 1, 0), 'vote-no-majority'],
    ['disposal', count(20, 11, 11, 0, 0), 'passed'],
  ])
})

test('R-057: abstentions, blank and spoiled papers work against passing', () => {
  table([
    ['disposal', count(10, 10, 5, 0, 5), 'vote-no-majority'],
    ['disposal', count(10, 10, 6, 0, 4), 'passed'],
  ])
})

test('R-055: a written opinion counts as a vote and not as a person present', () => {
  table([
    ['admission', count(10, 6, 6, 1, 0, 1), 'passed'],
    ['admission', count(10, 6, 5, 1, 0, 0), 'vote-no-majority'],
    ['admission', count(10, 5, 6, 0, 0, 1), 'vote-no-quorum'],
    ['admission', count(10, 10, 11, 0, 0, 1), 'vote-more-present-than-due'],
  ])
})

test('R-058: ordinary matters take the same two halves, by show of hands', () => {
  assert.equal(resultOf('ordinary', count(10, 6, 6, 0, 0), 3, false), 'passed')
  assert.equal(resultOf('ordinary', count(10, 6, 5, 1, 0), 3, false), 'vote-no-majority')
})

test('R-053, R-201: admission and disposal are voted in secret', () => {
  assert.equal(resultOf('admission', count(10, 6, 6, 0, 0), 1, false), 'vote-not-secret')
  assert.equal(resultOf('disposal', count(10, 6, 6, 0, 0), 1, false), 'vote-not-secret')
  assert.equal(resultOf('disposal', count(10, 6, 6, 0, 0), 1, true), 'passed')
})

test('R-054: two persons are voted on one by one', () => {
  assert.equal(resultOf('disposal', count(10, 6, 6, 0, 0), 2), 'vote-several-persons')
  assert.equal(resultOf('election', count(10, 9, 9, 0, 0), 3), 'passed')
})

test('R-059: an election needs more than four fifths in the room; exactly four fifths fails', () => {
  table([
    ['election', count(10, 8, 8, 0, 0), 'vote-no-quorum'],
    ['election', count(10, 9, 9, 0, 0), 'passed'],
    ['election', count(11, 8, 8, 0, 0), 'vote-no-quorum'],
    ['election', count(11, 9, 9, 0, 0), 'passed'],
  ])
})

test('R-060: an election is won by more than half of those present', () => {
  table([
    ['election', count(100, 90, 45, 45, 0), 'vote-no-majority'],
    ['election', count(100, 90, 46, 44, 0), 'passed'],
    ['election', count(100, 81, 41, 40, 0), 'passed'],
    ['election', count(100, 81, 40, 41, 0), 'vote-no-majority'],
  ])
})

test('R-064: totals that do not add up are refused, and the resolution names all of them', () => {
  table([
    ['ordinary', count(10, 7, 6, 0, 0), 'vote-does-not-add-up'],
    ['ordinary', count(10, 7, 6, 1, 1), 'vote-does-not-add-up'],
    ['ordinary', count(10, 11, 11, 0, 0), 'vote-more-present-than-due'],
    ['ordinary', count(0, 0, 0, 0, 0), 'vote-nobody-to-attend'],
    ['ordinary', count(10, 7, 6.5, 0.5, 0), 'vote-not-whole-numbers'],
    ['ordinary', count(10, 7, 8, -1, 0), 'vote-not-whole-numbers'],
  ])
  assert.equal(
    resolutionWords(count(10, 6, 6, 1, 0, 1), day('2026-12-20'), '王建国'),
    '2026年12月20日召开党员大会，应到有表决权的党员10名，实到6名，会前提出书面意见1名。' +
      '经表决，赞成6票，反对1票，弃权0票。主持人：王建国（签名）',
  )
})

test('R-049…R-051, R-058: a county may ask for two thirds and never for less than the rule', () => {
  const stricter = tightenQuorum(voteRules.appraisal, twoThirdsOfAll)
  assert.ok(stricter.ok)
  for (const [whole, least] of [
    [9, 6],
    [10, 7],
    [11, 8],
    [12, 8],
  ] as const) {
    assert.equal(leastOf(whole, twoThirdsOfAll), least)
    assert.equal(reaches(least - 1, whole, twoThirdsOfAll), false)
    assert.equal(reaches(least, whole, twoThirdsOfAll), true)
  }
  const short = decideVote(count(12, 7, 7, 0, 0), stricter.value, { secret: true, persons: 1 })
  assert.equal(short.ok, false)
  for (const looser of [
    { ...moreThanHalfOfAll, how: 'atLeast' as const },
    { ...moreThanHalfOfAll, denominator: 3 },
    { ...twoThirdsOfAll, of: 'present' as const },
  ]) {
    assert.equal(tightenQuorum(voteRules.appraisal, looser).ok, false)
  }
})

test('R-050, R-057: no vote passes with half of those who should attend or fewer, whatever the figures', () => {
  const figure = fc.integer({ min: 0, max: 40 })
  fc.assert(
    fc.property(
      fc.constantFrom(...voteKinds.filter((kind) => kind !== 'election')),
      figure,
      figure,
      figure,
      figure,
      figure,
      (kind, shouldAttend, present, yes, no, abstain) => {
        const of = count(shouldAttend, present, yes, no, abstain)
        if (resultOf(kind, of) !== 'passed') return
        assert.ok(yes * 2 > shouldAttend && present * 2 > shouldAttend)
        assert.equal(yes + no + abstain, present)
        assert.ok(checkCount(of).ok)
      },
    ),
  )
})

/** The bars in plain arithmetic, apart from the code under test: the least number that is more than the share. */
const bars: Readonly<
  Record<VoteKind, { quorum: (due: number) => number; yes: (due: number, present: number) => number }>
> = {
  ordinary: twoHalves(),
  admission: twoHalves(),
  conversion: twoHalves(),
  disposal: twoHalves(),
  appraisal: twoHalves(),
  election: {
    quorum: (due) => Math.floor((due * 4) / 5) + 1,
    yes: (_due, present) => Math.floor(present / 2) + 1,
  },
}
function twoHalves() {
  const half = (due: number) => Math.floor(due / 2) + 1
  return { quorum: half, yes: half }
}
const sizes = [1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 19, 20, 21, 33, 34, 35, 99, 100, 101]

test('R-049, R-058, R-059: those present at one below, at and one above the bar of each rule', () => {
  for (const kind of voteKinds) {
    for (const due of sizes) {
      const bar = bars[kind].quorum(due)
      for (const present of [bar - 1, bar, bar + 1].filter((each) => each >= 0 && each <= due)) {
        // All of them say yes, so that nothing but the quorum can be missing, or the majority of all.
        const passes = present >= bar && present >= bars[kind].yes(due, present)
        const expected = passes ? 'passed' : 'vote-no-quorum'
        assert.equal(
          resultOf(kind, count(due, present, present, 0, 0)),
          expected,
          `${kind} ${due} ${present}`,
        )
      }
    }
  }
})

test('R-050, R-051, R-057, R-060: yes, no and abstentions at one below, at and one above the bar of each rule', () => {
  for (const kind of voteKinds) {
    for (const due of sizes) {
      const quorum = bars[kind].quorum(due)
      for (const present of new Set([quorum, Math.min(quorum + 1, due), due])) {
        const bar = bars[kind].yes(due, present)
        for (const yes of [bar - 1, bar, bar + 1].filter((each) => each >= 0 && each <= present)) {
          const others = present - yes
          const expected = yes >= bar ? 'passed' : 'vote-no-majority'
          for (const abstain of new Set([0, Math.min(1, others), others])) {
            const of = count(due, present, yes, others - abstain, abstain)
            assert.equal(resultOf(kind, of), expected, `${kind} ${JSON.stringify(of)}`)
          }
        }
      }
    }
  }
})

test('R-051, R-056: the same votes pass or fail as those who should attend become more', () => {
  table([
    ['disposal', count(34, 30, 18, 12, 0), 'passed'],
    ['disposal', count(35, 30, 18, 12, 0), 'passed'],
    // Exactly half of thirty-six.
    ['disposal', count(36, 30, 18, 12, 0), 'vote-no-majority'],
    ['disposal', count(37, 30, 18, 12, 0), 'vote-no-majority'],
    // With one left out by approval it is thirty-five again.
    ['disposal', count(36 - 1, 30, 18, 12, 0), 'passed'],
    ['election', count(100, 81, 41, 40, 0), 'passed'],
    ['election', count(101, 81, 41, 40, 0), 'passed'],
    ['election', count(102, 81, 41, 40, 0), 'vote-no-quorum'],
  ])
})

test('R-055: written opinions at the bar count as votes of all rules over those who should attend, and open no meeting', () => {
  for (const kind of voteKinds.filter((each) => each !== 'election')) {
    table([
      [kind, count(10, 6, 5, 1, 0, 0), 'vote-no-majority'],
      [kind, count(10, 6, 6, 1, 0, 1), 'passed'],
      [kind, count(10, 6, 6, 0, 1, 1), 'passed'],
      [kind, count(10, 5, 6, 0, 0, 1), 'vote-no-quorum'],
      [kind, count(10, 9, 6, 4, 0, 1), 'passed'],
      [kind, count(10, 10, 6, 5, 0, 1), 'vote-more-present-than-due'],
    ])
  }
})

test('R-053, R-054, R-201: which votes are secret, and which take one person at a time', () => {
  for (const kind of voteKinds) {
    const { secret, onePersonAtATime } = voteRules[kind]
    const all = count(10, 10, 10, 0, 0)
    assert.equal(resultOf(kind, all, 1, false), secret ? 'vote-not-secret' : 'passed', kind)
    for (const [persons, passes] of [
      [0, !onePersonAtATime],
      [1, true],
      [2, !onePersonAtATime],
      [3, !onePersonAtATime],
    ] as const) {
      assert.equal(resultOf(kind, all, persons), passes ? 'passed' : 'vote-several-persons', kind)
    }
  }
  assert.deepEqual(
    voteKinds.filter((kind) => voteRules[kind].secret),
    ['admission', 'disposal', 'appraisal', 'election'],
  )
  assert.deepEqual(
    voteKinds.filter((kind) => voteRules[kind].onePersonAtATime),
    ['admission', 'conversion', 'disposal'],
  )
})

test('R-064: one vote too many or too few is refused at every place of the count', () => {
  const right = count(34, 30, 18, 10, 2)
  assert.equal(resultOf('disposal', right), 'passed')
  for (const place of ['yes', 'no', 'abstain', 'present', 'written'] as const) {
    for (const by of [-1, 1]) {
      const of = { ...right, [place]: right[place] + by }
      const expected = of.written < 0 ? 'vote-not-whole-numbers' : 'vote-does-not-add-up'
      assert.equal(resultOf('disposal', of), expected, `${place} ${by}`)
    }
  }
})
