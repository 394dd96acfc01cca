import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate as day } from '../shared/plain-date.ts'
import { checkHollow } from './hollow-words.ts'
import type { PledgeFields } from './pledge.ts'
import { readDeadline, readNumber, readQuantity } from './pledge-text.ts'

const none: PledgeFields = {
  object: '',
  measure: '',
  quantity: null,
  dueOn: null,
  evidence: [],
  source: null,
}
const whole: PledgeFields = {
  object: '村里老人',
  measure: '教会用手机缴医保',
  quantity: { hundredths: 1000, unit: '户' },
  dueOn: day('2026-12-31'),
  evidence: ['paper'],
  source: 'own',
}
const phrasesOf = (text: string) =>
  checkHollow(text, whole).hints.flatMap((hint) =>
    hint.kind === 'phrase' ? [`${hint.reason} ${hint.words}`] : [],
  )

test('S-160: serving the people wholeheartedly is hinted at, a concrete sentence is not', () => {
  const hollow = checkHollow('全心全意为人民服务', none)
  assert.equal(hollow.hollow, true)
  assert.equal(hollow.missing.length, 6)
  const concrete = checkHollow('教会村里 10 户老人用手机缴医保，12 月底前完成', whole)
  assert.deepEqual(concrete, { hints: [], missing: [], hollow: false })
})

test('S-188: a phrase is marked where it stands, with the reason in words', () => {
  const text = '全心全意为群众服务，帮村里老人学会用手机缴医保，12 月底前完成。'
  const { hints, hollow } = checkHollow(text, { ...whole, quantity: null, evidence: [] })
  const [first, ...rest] = hints
  assert.ok(first?.kind === 'phrase')
  assert.deepEqual(
    [first.from, first.until, text.slice(first.from, first.until)],
    [0, 9, '全心全意为群众服务'],
  )
  assert.match(first.says.zh, /可以删去/)
  assert.deepEqual(
    rest.map((hint) => (hint.kind === 'missing' ? hint.part : hint.kind)),
    ['quantity', 'evidence'],
  )
  assert.equal(hollow, true)
})

test('S-188: the list names attitudes, slogans, words without number and words of trying', () => {
  for (const [text, found] of [
    ['以身作则，任劳任怨', ['attitude 以身作则', 'attitude 任劳任怨']],
    ['不忘初心，争做新时代先锋', ['slogan 不忘初心', 'slogan 争做新时代先锋']],
    ['充分发挥党员先锋模范作用', ['slogan 充分发挥党员先锋模范作用']],
    ['不断提高服务水平', ['noMeasure 不断提高服务水平']],
    [
      '认真学习，做好本职工作，多为群众办实事',
      ['noMeasure 认真学习', 'noMeasure 做好本职工作', 'noMeasure 多为群众办实事'],
    ],
    ['力争修好水渠', ['tries 力争']],
  ] as const) {
    assert.deepEqual(phrasesOf(text), found, text)
  }
})

test('S-188: sentences that say something are left alone', () => {
  for (const text of [
    '汛期前后各清一次渠，共 2 次',
    '每月陪 3 位独居老人取药',
    '给果园剪枝的邻居教一次修剪',
    '每季度讲一次党课',
    '把 200 米水渠清干净',
  ]) {
    assert.deepEqual(phrasesOf(text), [], text)
  }
})

test('S-160: what the sentence itself offers is proposed for the missing part', () => {
  const { hints } = checkHollow('教会十户老人，年底前', none)
  const offers = hints.flatMap((hint) =>
    hint.kind === 'missing' && hint.found !== null ? [`${hint.part} ${hint.found}`] : [],
  )
  assert.deepEqual(offers, ['quantity 十户', 'dueOn 年底'])
})

test('S-160: quantities are read in figures and in words', () => {
  for (const [text, hundredths, unit] of [
    ['教会 10 户老人', 1000, '户'],
    ['清渠两次', 200, '次'],
    ['帮助二十三人', 2300, '人'],
    ['栽树1.5亩', 150, '亩'],
    ['１２场宣讲', 1200, '场'],
  ] as const) {
    assert.deepEqual(readQuantity(text)?.quantity, { hundredths, unit }, text)
  }
  for (const text of ['12 月底前完成', '写承诺，第 2 件', '多帮几户', ''])
    assert.equal(readQuantity(text), undefined, text)
  assert.deepEqual(['十', '十二', '二十', '九十九', '两', '零', '一百', '二二'].map(readNumber), [
    10,
    12,
    20,
    99,
    2,
    undefined,
    undefined,
    undefined,
  ])
})

test('S-160: deadlines are read with the year of the pledge', () => {
  for (const [text, on] of [
    ['12 月底前完成', '2026-12-31'],
    ['二月底以前', '2026-02-28'],
    ['6月15日前', '2026-06-15'],
    ['九月上旬', '2026-09-10'],
    ['年底完成', '2026-12-31'],
    ['上半年', '2026-06-30'],
    ['第三季度', '2026-09-30'],
  ] as const) {
    assert.equal(readDeadline(text)?.dayIn(2026), on, text)
  }
  assert.equal(readDeadline('2月30日前')?.dayIn(2026), undefined)
  for (const text of ['汛期前', '13 月', '']) assert.equal(readDeadline(text), undefined, text)
})
