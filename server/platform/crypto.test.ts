import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { countyCrypto, cryptoByCounty } from './crypto.ts'

const KEY = Buffer.alloc(32, 7)
const one = countyCrypto(KEY, '0193a0c0-0000-7000-8000-000000000001')
const two = countyCrypto(KEY, '0193a0c0-0000-7000-8000-000000000002')
const NUMBER = '330822197005014312'

describe('sealing', () => {
  it('gives back what was sealed, in another form each time', () => {
    for (const text of ['', NUMBER, '清源县云溪镇石门村 12 号', '𠮷野家'])
      assert.equal(one.unseal(one.seal(text)), text)
    assert.notDeepEqual(one.seal(NUMBER), one.seal(NUMBER))
    assert.equal(one.seal(NUMBER).includes(NUMBER), false)
    const bytes = Buffer.from([0, 255, 128, 10])
    assert.deepEqual(one.unsealBytes(one.sealBytes(bytes)), bytes)
  })

  it('refuses altered bytes, whichever they are', () => {
    const sealed = one.seal(NUMBER)
    for (let place = 0; place < sealed.length; place += 1) {
      const altered = Buffer.from(sealed)
      altered[place] = (altered[place] ?? 0) ^ 1
      assert.throws(() => one.unseal(altered), `byte ${place}`)
    }
  })

  it('refuses a value that was cut off or lengthened', () => {
    const sealed = one.seal('')
    for (let length = 0; length < sealed.length; length += 1)
      assert.throws(() => one.unseal(sealed.subarray(0, length)), `length ${length}`)
    assert.throws(() => one.unseal(Buffer.concat([sealed, Buffer.of(0)])))
  })

  it('is readable with the key of its county only', () => {
    assert.throws(() => two.unseal(one.seal(NUMBER)))
    assert.throws(() =>
      countyCrypto(Buffer.alloc(32, 8), '0193a0c0-0000-7000-8000-000000000001').unseal(one.seal(NUMBER)),
    )
  })
})

describe('the blind index', () => {
  it('is equal for equal texts of one field and differs by text, field, county and key', () => {
    const index = one.blindIndex('identity', NUMBER)
    assert.deepEqual(one.blindIndex('identity', NUMBER), index)
    assert.notDeepEqual(one.blindIndex('identity', '33082219700501432X'), index)
    assert.notDeepEqual(one.blindIndex('phone', NUMBER), index)
    assert.notDeepEqual(two.blindIndex('identity', NUMBER), index)
    const other = countyCrypto(Buffer.alloc(32, 8), '0193a0c0-0000-7000-8000-000000000001')
    assert.notDeepEqual(other.blindIndex('identity', NUMBER), index)
  })

  it('does not confuse where a field ends and a text begins', () => {
    assert.notDeepEqual(one.blindIndex('ab', 'c'), one.blindIndex('a', 'bc'))
  })
})

it('derives the keys of a county once', () => {
  const of = cryptoByCounty(KEY)
  assert.equal(of('a'), of('a'))
  assert.notEqual(of('a'), of('b'))
})
