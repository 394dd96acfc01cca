import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkDigitOf, compareWithStated, maskIdentityNumber, readIdentityNumber } from './identity-number.ts'
import { plainDate } from './plain-date.ts'

// District code 990000 is not in use, so no person has such a number.
const withCheckDigit = (first17: string) => first17 + checkDigitOf(first17)
const woman = withCheckDigit('99000019561103002')
const man = withCheckDigit('99000019800229003')

test('the check digit follows the published example of the standard', () => {
  assert.equal(checkDigitOf('11010519491231002'), 'X')
  assert.equal(checkDigitOf('44052418800101001'), '4')
})

test('a right number gives birth date and sex', () => {
  const read = readIdentityNumber(woman)
  assert.ok(read.ok)
  assert.deepEqual(read.value, { number: woman, bornOn: '1956-11-03', sex: 'female' })
  const other = readIdentityNumber(` ${man.slice(0, 6)}　${man.slice(6)} `)
  assert.ok(other.ok && other.value.sex === 'male')
})

test('full-width digits and a small x are read', () => {
  const wide = '11010519491231002X'.replace(/\d/g, (digit) =>
    String.fromCharCode(digit.charCodeAt(0) + 0xfee0),
  )
  for (const text of [wide, '11010519491231002x', "'11010519491231002Ｘ"]) {
    const read = readIdentityNumber(text)
    assert.ok(read.ok && read.value.number === '11010519491231002X', text)
  }
})

test('wrong numbers are refused by name and without repeating them', () => {
  for (const [text, code] of [
    ['', 'identity-number-missing'],
    ['990000561103002', 'identity-number-old-form'],
    [woman.slice(1), 'identity-number-wrong-length'],
    [`A${woman.slice(1)}`, 'identity-number-wrong-characters'],
    [withCheckDigit('99000019561303002'), 'identity-number-wrong-birth-date'],
    [withCheckDigit('99000019810229003'), 'identity-number-wrong-birth-date'],
    [woman.slice(0, 17) + (woman[17] === '0' ? '1' : '0'), 'identity-number-wrong-check-digit'],
  ] as const) {
    const read = readIdentityNumber(text)
    assert.ok(!read.ok && read.code === code, `${text} ${code}`)
    assert.ok(text === '' || !JSON.stringify(read).includes(text))
  }
})

test('R-287: a masked number shows four characters', () => {
  assert.equal(maskIdentityNumber('11010519491231002X'), '**************002X')
})

test('R-287: a masked number does not show the birthday', () => {
  assert.ok(!maskIdentityNumber('11010519491231002X').includes('1949'))
  assert.equal(maskIdentityNumber('002X'), '****')
})

test('birth date and sex are compared at the precision stated', () => {
  const read = readIdentityNumber(woman)
  assert.ok(read.ok)
  const stated = (text: string, precision: 'day' | 'month' | 'year') => ({
    bornOn: { day: plainDate(text), precision },
  })
  assert.deepEqual(compareWithStated(read.value, stated('1956-11-03', 'day')), [])
  assert.deepEqual(compareWithStated(read.value, stated('1956-11-01', 'month')), [])
  assert.deepEqual(compareWithStated(read.value, stated('1956-11-01', 'day')), ['birth-date-differs'])
  assert.deepEqual(compareWithStated(read.value, { ...stated('1957-01-01', 'year'), sex: 'male' }), [
    'birth-date-differs',
    'sex-differs',
  ])
})
