import assert from 'node:assert/strict'
import { test } from 'node:test'
import { maskPhone, readPhone } from './phone.ts'

test('mobiles and landlines are read as people type them', () => {
  for (const [text, number] of [
    ['138 1234 2210', '13812342210'],
    ['+86-13812342210', '13812342210'],
    ['0086 13812342210', '13812342210'],
    ['１３８１２３４２２１０', '13812342210'],
    ["'13812342210", '13812342210'],
    ['0517-88881234', '0517-88881234'],
    ['(0517)8888123', '0517-8888123'],
    ['05178888123', '0517-8888123'],
  ] as const) {
    const read = readPhone(text)
    assert.ok(read.ok && read.value.number === number, text)
  }
})

test('other things are refused by name', () => {
  for (const [text, code] of [
    [' ', 'phone-missing'],
    ['12812342210', 'phone-not-a-number'],
    ['1381234221', 'phone-not-a-number'],
    ['无', 'phone-not-a-number'],
    ['13812342210/13912342210', 'phone-several'],
    ['13812342210 13912342210', 'phone-several'],
  ] as const) {
    const read = readPhone(text)
    assert.ok(!read.ok && read.code === code, text)
  }
})

test('R-278: a masked number hides its middle', () => {
  assert.equal(maskPhone('13812342210'), '138****2210')
  assert.equal(maskPhone('0517-88881234'), '****34')
})

test('R-278: a masked number cannot be dialled', () => {
  assert.ok(!maskPhone('13812342210').includes('1234'))
})
