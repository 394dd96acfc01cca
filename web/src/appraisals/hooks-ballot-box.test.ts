import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { drawNumber, fromCount, toCount, toNames, type Typed, wrongIn } from './hooks-ballot-box.ts'

const graded = [
  { memberId: 'a', name: '甲' },
  { memberId: 'b', name: '乙' },
]
const whole: Typed = {
  ...{ issued: '6', cast: '5', spoiled: '1', returnedBlank: '1', notReturned: '0' },
  ...{ 'a excellent': '1', 'a qualified': '3', 'b qualified': '2', 'b abstained': '2' },
}

describe('a count of papers as it is typed', () => {
  it('R-184: adds up, with empty cells as nothing', () => {
    assert.deepEqual(wrongIn(toCount(whole, graded), 6), [])
    const kept = { ...toCount(whole, graded), counters: [] }
    const typed = fromCount({
      ...kept,
      persons: kept.persons.map((one) => ({ ...one, counts: { ...one.counts } })),
    })
    assert.deepEqual(toCount(typed, graded), toCount(whole, graded))
  })

  it('R-184: says exactly what does not add up', () => {
    const off = { ...whole, issued: '7', 'a qualified': '4' }
    assert.deepEqual(wrongIn(toCount(off, graded), 6), [
      { what: 'given', issued: 7, given: 6 },
      { what: 'papers', issued: 7, sum: 6 },
      { what: 'marks', memberId: 'a', sum: 5, valid: 4 },
    ])
    const spoiled = wrongIn(toCount({ ...whole, spoiled: '9' }, graded), 6)
    assert.ok(spoiled.some(({ what }) => what === 'spoiled'))
    const letters = wrongIn(toCount({ ...whole, 'b qualified': '两' }, graded), 6)
    assert.deepEqual(letters, [{ what: 'number', memberId: 'b' }])
  })
})

describe('names of voters', () => {
  it('come one a line or with commas between', () => {
    assert.deepEqual(toNames('王婶\n李伯（二组）, 张叔、\n\n赵姨；'), [
      '王婶',
      '李伯（二组）',
      '张叔',
      '赵姨',
    ])
  })

  it('R-184: get twenty signs that are never the same', () => {
    const numbers = Array.from({ length: 50 }, drawNumber)
    assert.ok(numbers.every((number) => /^([2-9A-Z]{5}-){3}[2-9A-Z]{5}$/.test(number)))
    assert.equal(new Set(numbers).size, 50)
  })
})
