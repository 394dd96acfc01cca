import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fromHex, toHex, toUtf8 } from './bytes.ts'
import {
  type Block,
  blockWidth,
  createBlockLog,
  neededPlaces,
  openPlaces,
  rangeHashOfBlocks,
} from './log-block.ts'
import { consistencyProof, hashLeaf, inclusionProof, verifyConsistency, verifyInclusion } from './merkle.ts'
import { createMerkleLog } from './merkle-log.ts'
import { sha256 } from './sha256.ts'
import { sm3 } from './sm3.ts'

const hash = (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest())
const leafOf = (no: number) => hashLeaf(hash, new TextEncoder().encode(String(no)))
const sizes = [0, 1, 2, 3, 255, 256, 257, 511, 512, 700, 65_535, 65_536, 65_537, 66_000, 70_001]
const last = sizes.at(-1) ?? 0

const whole = createMerkleLog(hash)
const kept = new Map<string, Uint8Array>()
const log = createBlockLog(hash, 0, () => [])
const roots = new Map<number, string>([[0, toHex(log.root())]])
for (let no = 0; no < last; no += 1) {
  const leaf = leafOf(no)
  whole.append(leaf)
  kept.set(`0/${no}`, leaf)
  for (const block of log.append(leaf)) put(block)
  if (sizes.includes(no + 1)) roots.set(no + 1, toHex(log.root()))
}
function put({ level, no, node }: Block) {
  kept.set(`${level}/${no}`, node)
}

test('the root of every size is that of RFC 6962', () => {
  for (const size of sizes) assert.equal(roots.get(size), toHex(whole.rootAt(size)), String(size))
})

test('a log goes on from the open nodes alone', () => {
  for (const size of [1, 255, 256, 700, 65_536, 66_000]) {
    const from = new Map(openPlaces(size).map((place) => [place.level, place]))
    const again = createBlockLog(hash, size, (level) => {
      const { from: start, until } = from.get(level) ?? { from: 0, until: 0 }
      return Array.from({ length: until - start }, (_, at) => kept.get(`${level}/${start + at}`)!)
    })
    assert.equal(again.size(), size)
    assert.equal(toHex(again.root()), roots.get(size))
    for (let no = size; no < Math.min(size + 300, last); no += 1) again.append(leafOf(no))
    assert.equal(toHex(again.root()), toHex(whole.rootAt(Math.min(size + 300, last))))
  }
})

function rangeFor(size: number, leaves: readonly number[]) {
  const places = neededPlaces(size, leaves)
  const count = places.reduce((sum, { from, until }) => sum + until - from, 0)
  assert.ok(count <= (leaves.length + 1) * 3 * blockWidth, `${count} nodes for ${size}`)
  const held = new Map(
    places.flatMap(({ level, from, until }) =>
      Array.from({ length: until - from }, (_, at): [string, Uint8Array] => {
        const key = `${level}/${from + at}`
        const node = kept.get(key)
        assert.ok(node, `${key} is a full node`)
        return [key, node]
      }),
    ),
  )
  return rangeHashOfBlocks(hash, ({ level, no }) => held.get(`${level}/${no}`))
}

test('proofs of inclusion read a few hundred nodes and hold', () => {
  for (const size of sizes.filter((each) => each > 0)) {
    for (const index of new Set([0, 1, 254, 255, 256, 300, 65_535, 65_536, size - 1])) {
      if (index >= size) continue
      const range = rangeFor(size, [index])
      const proof = inclusionProof(index, size, range)
      assert.deepEqual(proof, whole.inclusion(index, size))
      assert.ok(verifyInclusion(hash, leafOf(index), { index, size }, proof, range(0, size)))
    }
  }
})

test('proofs that a log only grew hold between any two sizes', () => {
  const some = sizes.filter((each) => each > 0)
  for (const older of some) {
    for (const newer of some.filter((each) => each >= older)) {
      const range = rangeFor(newer, [older - 1, Math.min(older, newer - 1)])
      const proof = consistencyProof(older, newer, range)
      const ends = {
        older: { size: older, root: whole.rootAt(older) },
        newer: { size: newer, root: whole.rootAt(newer) },
      }
      assert.ok(verifyConsistency(hash, ends.older, ends.newer, proof), `${older} to ${newer}`)
    }
  }
})

test('S-171: docs/ledger.md holds the roots and blocks of a whole log, and its lines give the root over them', () => {
  const page = readFileSync(new URL('../../docs/ledger.md', import.meta.url), 'utf8')
  const written = [...page.matchAll(/```text\n([0-9a-f]+)\n```/g)].map(([, hex = '']) => fromHex(hex))
  assert.equal(written.length, 3)
  for (const system of [sha256, sm3]) {
    const lines = createBlockLog(system, 0, () => [])
    for (const bytes of written) lines.append(hashLeaf(system, bytes ?? assert.fail()))
    assert.ok(page.includes(toHex(lines.root())))
    const numbers = createBlockLog(system, 0, () => [])
    for (let no = 0; no < 600; no += 1) {
      for (const block of numbers.append(hashLeaf(system, toUtf8(String(no)))))
        assert.ok(page.includes(`| ${block.no} | `) && page.includes(toHex(block.node)))
      if ([1, 255, 256, 257, 600].includes(no + 1))
        assert.ok(page.includes(toHex(numbers.root())), `${no + 1} leaves`)
    }
  }
})
