import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  checkDocument,
  figure,
  heading,
  type OfficialDocument,
  paragraph,
  paragraphsOf,
  table,
  wordsOf,
} from './document.ts'

const letter: OfficialDocument = {
  kind: 'letter',
  templateVersion: '2026-1',
  ruleVersions: [],
  title: '关于评议结果的通知',
  number: { issuer: '柳党发', year: 2026, number: 3 },
  addressee: '各党支部：',
  blocks: [
    heading(1, '总体情况'),
    paragraph('共评议', figure(34, 's1'), '人。'),
    table(['姓名', '格次'], [['陈小满', '优秀']], { widths: [2, 1] }),
  ],
  attachments: [],
  signature: null,
  signHere: [],
  sources: [{ id: 's1', kind: 'count', says: '评议名单', refersTo: 'roll-1' }],
}
const answerOf = (change: Partial<OfficialDocument>) => {
  const decision = checkDocument({ ...letter, ...change })
  return decision.ok ? 'fine' : decision.code
}

test('R-215: every figure of a document names a source the document lists', () => {
  assert.equal(answerOf({}), 'fine')
  assert.equal(answerOf({ sources: [] }), 'document-figure-without-source')
  assert.equal(
    answerOf({ blocks: [table(['得分'], [[figure('86.5', 's9')]])] }),
    'document-figure-without-source',
  )
  assert.equal(answerOf({ sources: [...letter.sources, ...letter.sources] }), 'document-source-twice')
})

test('R-315, R-316: headings skip no level, and a number is issuer, year and a whole number', () => {
  for (const [change, answer] of [
    [
      { blocks: [heading(1, '一'), heading(2, '二'), heading(3, '三'), heading(4, '四'), heading(1, '五')] },
      'fine',
    ],
    [{ blocks: [heading(2, '二')] }, 'document-heading-skips-level'],
    [{ blocks: [heading(1, '一'), heading(3, '三')] }, 'document-heading-skips-level'],
    [{ number: null }, 'fine'],
    [{ number: { issuer: '柳党发', year: 2026, number: 0 } }, 'document-number-wrong'],
    [{ number: { issuer: ' ', year: 2026, number: 1 } }, 'document-number-wrong'],
    [{ title: ' ' }, 'document-title-missing'],
    [{ blocks: [] }, 'document-empty'],
    [{ blocks: [table(['姓名', '格次'], [['陈小满']])] }, 'document-table-uneven'],
    [{ blocks: [table([], [])] }, 'document-table-uneven'],
  ] as const) {
    assert.equal(answerOf(change), answer)
  }
})

test('words are read out in order, lines of a text are paragraphs', () => {
  assert.equal(wordsOf(letter), '关于评议结果的通知\n总体情况\n共评议34人。\n姓名 格次\n陈小满 优秀')
  assert.deepEqual(paragraphsOf(' 第一行 \n\n第二行\n'), [paragraph('第一行'), paragraph('第二行')])
})
