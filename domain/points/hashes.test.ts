import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { fromBase64Url, fromHex, fromUtf8, toBase64Url, toHex, toUtf8 } from './bytes.ts'
import { sha256 } from './sha256.ts'
import { sm3 } from './sm3.ts'

const byNode = (name: string, bytes: Uint8Array) => createHash(name).update(bytes).digest('hex')

test('S-171: SM3 gives the two examples of GB/T 32905', () => {
  assert.equal(toHex(sm3(toUtf8('abc'))), '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0')
  assert.equal(
    toHex(sm3(toUtf8('abcd'.repeat(16)))),
    'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732',
  )
})

test('S-171: SHA-256 gives the examples of FIPS 180-4', () => {
  assert.equal(
    toHex(sha256(toUtf8('abc'))),
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  )
  assert.equal(
    toHex(sha256(new Uint8Array())),
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  )
})

test('S-171: both hashes agree with another implementation at every length around a block', () => {
  for (let length = 0; length <= 200; length += 1) {
    const bytes = Uint8Array.from({ length }, (_, at) => (at * 37 + length) & 255)
    assert.equal(toHex(sha256(bytes)), byNode('sha256', bytes), `sha256 ${length}`)
    assert.equal(toHex(sm3(bytes)), byNode('sm3', bytes), `sm3 ${length}`)
  }
})

test('S-171: texts become UTF-8 as every encoder writes them, and back', () => {
  const encoder = new TextEncoder()
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.string({ unit: fc.integer({ min: 0xd7f0, max: 0xe010 }).map((code) => String.fromCharCode(code)) }),
      (a, b) => {
        for (const text of [a, b]) {
          const bytes = toUtf8(text)
          assert.deepEqual(bytes, encoder.encode(text))
          assert.equal(fromUtf8(bytes), text.toWellFormed())
        }
      },
    ),
  )
  assert.equal(toHex(toUtf8('㐂𠮷é')), 'e39082f0a0aeb7c3a9')
})

test('S-171: bytes that are no UTF-8 are refused, overlong forms and halves of pairs too', () => {
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  for (const hex of ['c080', 'e0809f', 'eda080', 'f4908080', 'ff', 'e4b8', 'c3', '80', 'f08080af']) {
    assert.equal(fromUtf8(fromHex(hex) ?? new Uint8Array()), undefined, hex)
  }
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 8 }), (bytes) => {
      let expected: string | undefined
      try {
        expected = strict.decode(bytes)
      } catch {
        expected = undefined
      }
      assert.equal(fromUtf8(bytes), expected)
    }),
    { numRuns: 2000 },
  )
})

test('S-171: hexadecimal and base64url are read as they are written, and nothing else is', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 50 }), (bytes) => {
      assert.deepEqual(fromHex(toHex(bytes)), bytes)
      assert.equal(toBase64Url(bytes), Buffer.from(bytes).toString('base64url'))
      assert.deepEqual(fromBase64Url(toBase64Url(bytes)), bytes)
    }),
  )
  for (const text of ['A', 'A=', 'AB', 'a+b/', '一']) assert.equal(fromBase64Url(text), undefined, text)
  for (const text of ['a', 'zz', '0x']) assert.equal(fromHex(text), undefined, text)
})
