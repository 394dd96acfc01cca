import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { fromHex, toHex, toUtf8 } from './bytes.ts'
import {
  consistencyProof,
  hashLeaf,
  inclusionProof,
  rangeHashOf,
  verifyConsistency,
  verifyInclusion,
} from './merkle.ts'
import { createMerkleLog } from './merkle-log.ts'

const hash = (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest())
const bytesOf = (hex: string) => fromHex(hex) ?? assert.fail(hex)
// The eight leaves and the roots of the reference implementation of RFC 6962.
const data = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map(bytesOf)
const leaves = data.map((each) => hashLeaf(hash, each))
const range = rangeHashOf(hash, leaves)
const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]

test('S-171: roots of the reference tree of RFC 6962', () => {
  for (const [size, root] of roots.entries()) assert.equal(toHex(range(0, size)), root, `size ${size}`)
})

test('S-171: inclusion proofs of the reference tree', () => {
  assert.deepEqual(inclusionProof(0, 8, range).map(toHex), [
    '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
    '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
    '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
  ])
  assert.deepEqual(inclusionProof(2, 3, range).map(toHex), [
    'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  ])
  assert.deepEqual(inclusionProof(0, 1, range), [])
})

test('S-171: consistency proofs of the reference tree', () => {
  assert.deepEqual(consistencyProof(1, 8, range).map(toHex), [
    '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
    '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
    '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
  ])
  assert.deepEqual(consistencyProof(6, 8, range).map(toHex), [
    '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
    'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  ])
  assert.deepEqual(consistencyProof(2, 5, range).map(toHex), [
    '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
    'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
  ])
})

const many = Array.from({ length: 70 }, (_, index) => hashLeaf(hash, toUtf8(`line ${index}`)))

test('S-171: every leaf of every size is proven, and by no other leaf, place, path or root', () => {
  const all = rangeHashOf(hash, many)
  for (let size = 1; size <= many.length; size += 1) {
    const root = all(0, size)
    for (let index = 0; index < size; index += 1) {
      const proof = inclusionProof(index, size, all)
      const leaf = many[index] ?? assert.fail()
      assert.ok(verifyInclusion(hash, leaf, { index, size }, proof, root), `${index} of ${size}`)
      const other = many[(index + 1) % many.length] ?? assert.fail()
      assert.ok(!verifyInclusion(hash, other, { index, size }, proof, root))
      assert.ok(!verifyInclusion(hash, leaf, { index: (index + 1) % size, size }, proof, root) || size === 1)
      assert.ok(!verifyInclusion(hash, leaf, { index, size }, [...proof, leaf], root))
      if (proof.length > 0) assert.ok(!verifyInclusion(hash, leaf, { index, size }, proof.slice(1), root))
      assert.ok(
        !verifyInclusion(
          hash,
          leaf,
          { index, size },
          proof,
          all(0, size === many.length ? size - 1 : size + 1),
        ),
      )
    }
  }
  const [leaf = assert.fail()] = many
  for (const place of [
    { index: -1, size: 4 },
    { index: 4, size: 4 },
    { index: 0.5, size: 4 },
  ]) {
    assert.ok(!verifyInclusion(hash, leaf, place, [], leaf))
  }
})

test('S-171: a later root is proven to contain an earlier one, and a changed past is not', () => {
  const all = rangeHashOf(hash, many)
  const changed = rangeHashOf(
    hash,
    many.map((leaf, index) => (index === 2 ? hash(leaf) : leaf)),
  )
  for (let newer = 1; newer <= 40; newer += 1) {
    for (let older = 1; older <= newer; older += 1) {
      const proof = consistencyProof(older, newer, all)
      const from = { size: older, root: all(0, older) }
      const to = { size: newer, root: all(0, newer) }
      assert.ok(verifyConsistency(hash, from, to, proof), `${older} in ${newer}`)
      if (older > 2) assert.ok(!verifyConsistency(hash, { ...from, root: changed(0, older) }, to, proof))
      assert.ok(!verifyConsistency(hash, from, { ...to, root: many[60] ?? assert.fail() }, proof))
      assert.ok(!verifyConsistency(hash, from, to, [...proof, to.root]))
    }
  }
  assert.ok(
    !verifyConsistency(hash, { size: 0, root: hash(new Uint8Array()) }, { size: 4, root: all(0, 4) }, []),
  )
})

test('S-171: the growing log gives the same roots and proofs at every size it ever had', () => {
  const log = createMerkleLog(hash)
  const all = rangeHashOf(hash, many)
  assert.equal(toHex(log.rootAt(0)), roots[0])
  for (const [index, leaf] of many.entries()) assert.equal(log.append(leaf), index)
  for (let size = 1; size <= many.length; size += 1) {
    assert.deepEqual(log.rootAt(size), all(0, size))
    for (const index of [0, size >> 1, size - 1]) {
      assert.deepEqual(log.inclusion(index, size), inclusionProof(index, size, all))
      assert.deepEqual(log.leafAt(index), many[index])
    }
    assert.deepEqual(log.consistency(size, many.length), consistencyProof(size, many.length, all))
  }
  assert.throws(() => log.rootAt(71), RangeError)
  assert.throws(() => log.append(new Uint8Array(20)), RangeError)
  assert.throws(() => log.inclusion(5, 5), RangeError)
})
