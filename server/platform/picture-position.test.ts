import assert from 'node:assert/strict'
import { test } from 'node:test'
import { namesPlace } from './picture-position.ts'

/** An EXIF block with a directory of place entries, in either order of bytes. */
function block(tags: readonly number[], little: boolean): Buffer {
  const bytes = Buffer.alloc(8 + 2 + 12 + 4 + 2 + 12 * tags.length)
  const short = (value: number, at: number) =>
    little ? bytes.writeUInt16LE(value, at) : bytes.writeUInt16BE(value, at)
  const long = (value: number, at: number) =>
    little ? bytes.writeUInt32LE(value, at) : bytes.writeUInt32BE(value, at)
  bytes.write(little ? 'II' : 'MM')
  short(42, 2)
  long(8, 4)
  short(1, 8)
  short(0x8825, 10)
  short(4, 12)
  long(1, 14)
  long(26, 18)
  short(tags.length, 26)
  for (const [index, tag] of tags.entries()) short(tag, 28 + 12 * index)
  return bytes
}

test('a place is read in either order of bytes, with and without the word in front', () => {
  for (const little of [true, false]) {
    assert.equal(namesPlace(block([1, 2, 3, 4], little)), true)
    assert.equal(namesPlace(Buffer.concat([Buffer.from('Exif\0\0'), block([2], little)])), true)
    // An altitude or a version is no place.
    assert.equal(namesPlace(block([0, 6], little)), false)
  }
})

test('what is cut short or means nothing names no place', () => {
  const whole = block([1, 2], true)
  for (let length = 0; length < 28; length += 1) assert.equal(namesPlace(whole.subarray(0, length)), false)
  assert.equal(namesPlace(Buffer.from('Exif\0\0')), false)
  assert.equal(namesPlace(Buffer.alloc(64, 0xff)), false)
})
