import assert from 'node:assert/strict'
import { test } from 'node:test'
import { normaliseName, squeezeText, tidyText, toHalfWidth, toMatchKey } from './text.ts'

test('full-width signs become half width', () => {
  assert.equal(toHalfWidth('２００９－０６－０３Ｘ'), '2009-06-03X')
})

test('blanks of every kind are tidied', () => {
  assert.equal(tidyText('\ufeff　清源县 \u00a0 柳林镇\u200b\n'), '清源县 柳林镇')
  assert.equal(squeezeText(' 1３8 1234\u30002210。.'), '13812342210')
})

test('names lose inner blanks and keep one form of the middle dot', () => {
  for (const [typed, kept] of [
    ['张　三', '张三'],
    [' 李 四 . ', '李四'],
    ['阿依古丽•买买提', '阿依古丽·买买提'],
    ['阿依古丽．买买提', '阿依古丽·买买提'],
    ['Anna  Li', 'Anna Li'],
  ] as const) {
    assert.equal(normaliseName(typed), kept)
  }
})

test('match keys ignore width, case and the shape of brackets', () => {
  assert.equal(toMatchKey('王庄村（第一）党支部 '), toMatchKey('王庄村(第一)党支部'))
})
