import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { newIdAt } from './new-id.ts'

const AT = new Date('2026-11-03T01:00:00.123Z')
const LATER = new Date('2026-11-03T01:00:00.124Z')

describe('identifiers', () => {
  it('are UUIDs of version 7 that tell their instant', () => {
    const id = newIdAt(AT)
    assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    assert.equal(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16), AT.getTime())
  })

  it('grow within one millisecond, also fifty thousand of one import', () => {
    const ids = Array.from({ length: 50_000 }, () => newIdAt(AT))
    assert.deepEqual(ids, ids.toSorted())
    assert.equal(new Set(ids).size, ids.length)
  })

  it('grow for each instant where two operations take turns', () => {
    const early: string[] = []
    const late: string[] = []
    for (let turn = 0; turn < 5000; turn += 1) {
      early.push(newIdAt(AT))
      late.push(newIdAt(LATER))
    }
    assert.deepEqual([...early, ...late], [...early, ...late].toSorted())
  })
})
