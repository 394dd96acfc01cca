import assert from 'node:assert/strict'
import { test } from 'node:test'
import { reasonHints } from './reason.ts'

const table: readonly [reason: string, hints: readonly string[]][] = [
  ['证明人说做了 3 户，按 3 户记。', []],
  ['没有写做了多少，请补上数量再交。', []],
  ['照片看不出是这件事，请换一张。', []],
  ['同一件事 10 月 3 日已经记过，这次不再记。', []],
  ['不行', ['too-short', 'no-fact', 'no-conclusion']],
  ['我觉得这样不太好', ['no-fact', 'no-conclusion']],
  ['照片上是另一个地方的渠', ['no-conclusion']],
  ['材料不够，请再想一想', ['no-fact']],
  ['The witness says 3 households; credited accordingly.', []],
]

test('S-196: a reason is looked at for a fact and a conclusion, by plain words, and never for style', () => {
  for (const [reason, hints] of table) assert.deepEqual(reasonHints(reason), hints, reason)
})
