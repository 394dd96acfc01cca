import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { addDays, ageOn, plainDate as day } from '../shared/plain-date.ts'
import {
  ageBandOn,
  ageBands,
  latestDayYearsBefore,
  shareOf,
  standingBandOn,
  standingBands,
} from './figures.ts'

describe('figures of a roll', () => {
  it('S-065: a band holds from its first to its last full year', () => {
    assert.deepEqual(ageBands[0], { from: 18, to: 35 })
    assert.deepEqual(ageBands.at(-1), { from: 71, to: null })
    assert.deepEqual(ageBands[ageBandOn(day('1990-11-03'), day('2026-11-02'))], { from: 18, to: 35 })
    assert.deepEqual(ageBands[ageBandOn(day('1990-11-03'), day('2026-11-03'))], { from: 36, to: 40 })
  })

  it('R-109: standing counts from conversion; a probationary member is in no band', () => {
    assert.equal(standingBandOn(null, day('2026-11-03')), undefined)
    assert.equal(standingBandOn(day('2027-01-01'), day('2026-11-03')), undefined)
    assert.deepEqual(standingBands[standingBandOn(day('1976-11-03'), day('2026-11-03')) ?? -1], {
      from: 50,
      to: null,
    })
    assert.deepEqual(standingBands[standingBandOn(day('1976-11-04'), day('2026-11-03')) ?? -1], {
      from: 40,
      to: 49,
    })
  })

  it('R-341: filters by age and the age itself agree around 29 February', () => {
    for (const today of [
      '2016-02-28',
      '2016-02-29',
      '2016-03-01',
      '2018-02-28',
      '2018-03-01',
      '2026-11-03',
    ]) {
      const latest = latestDayYearsBefore(18, day(today))
      assert.equal(ageOn(latest, day(today)) >= 18, true, today)
      assert.equal(ageOn(addDays(latest, 1), day(today)) < 18, true, today)
    }
  })

  it('S-004: 3497 of 28 664 is 12.2 percent, and nobody of nobody is not zero', () => {
    assert.equal(shareOf(3497, 28_664), 122)
    assert.equal(shareOf(1, 3), 333)
    assert.equal(shareOf(2, 3), 667)
    assert.equal(shareOf(0, 0), null)
  })
})
