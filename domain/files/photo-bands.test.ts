import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bandsOf, bandSpan, probesOf } from './photo-bands.ts'
import type { PhotoHash, PhotoPrint } from './photo-hash.ts'

/** A fixed row of numbers, so that a failure can be seen again. */
function numbers(seed: number) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state
  }
}

const next = numbers(3)
const hash = (): PhotoHash => ({ high: next(), low: next() })
const print = (): PhotoPrint => ({ whole: hash(), others: Array.from({ length: 21 }, hash) })

/** The same with so many other bits. */
function flipped({ high, low }: PhotoHash, bits: number): PhotoHash {
  const places = new Set<number>()
  while (places.size < bits) places.add((next() >>> 8) % 64)
  let [first, second] = [high, low]
  for (const place of places) {
    if (place < 32) first ^= 1 << place
    else second ^= 1 << (place - 32)
  }
  return { high: first >>> 0, low: second >>> 0 }
}

const meet = (asked: PhotoPrint, kept: PhotoPrint) => {
  const bands = new Set(bandsOf(kept))
  return probesOf(asked).some((probe) => bands.has(probe))
}

test('S-194: what differs in seven bits or fewer is always met, against the whole, its mirror and its parts', () => {
  for (let round = 0; round < 400; round += 1) {
    const kept = print()
    const [mirror = assert.fail(), part = assert.fail()] = kept.others
    const bits = round % 8
    assert.ok(meet({ ...print(), whole: flipped(kept.whole, bits) }, kept), `whole, ${bits}`)
    assert.ok(meet({ ...print(), whole: flipped(part, bits) }, kept), `part, ${bits}`)
    const asked = print()
    const turned = { whole: asked.whole, others: [flipped(kept.whole, bits), ...asked.others.slice(1)] }
    assert.ok(meet(turned, kept), `mirror, ${bits}`)
    assert.notEqual(mirror, part)
  }
})

test('S-194: of what differs in ten bits, three out of four are met; of strangers, few', () => {
  const prints = Array.from({ length: 1000 }, print)
  const near = prints.filter((kept) => meet({ ...print(), whole: flipped(kept.whole, 10) }, kept)).length
  assert.ok(near >= 750, `${near} of 1000`)
  const strangers = prints.filter((kept) => meet(print(), kept)).length
  assert.ok(strangers <= 40, `${strangers} of 1000`)
})

test('S-194: pieces are few, apart from each other and below the span', () => {
  const one = print()
  assert.equal(bandsOf(one).length, 4 + 10 * 4)
  const probes = probesOf(one)
  assert.equal(probes.length, 2 * 8 * 17 + 20 * 4)
  assert.ok([...bandsOf(one), ...probes].every((key) => key >= 0 && key < bandSpan))
})
