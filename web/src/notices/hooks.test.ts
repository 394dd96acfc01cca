import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cellText } from './hooks.ts'

test('points stand with one place, two where they need them, and nothing is 0', () => {
  assert.deepEqual(
    [530, 100, 0, 525, -50, 1234].map((value) => cellText(value, 'points')),
    ['5.3', '1.0', '0', '5.25', '-0.5', '12.34'],
  )
  assert.equal(cellText(7, 'number'), '7')
  assert.equal(cellText('网格员', 'text'), '网格员')
  assert.equal(cellText(null, 'points'), '')
})
