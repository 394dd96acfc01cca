import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { pinyinOfPerson, pinyinOfText } from './pinyin.ts'

describe('pinyin of names', () => {
  it('gives syllables and first letters without tones', () => {
    assert.deepEqual(pinyinOfPerson('陈小满'), {
      full: 'chenxiaoman',
      initials: 'cxm',
      order: 'chen2陈xiao3小man3满',
    })
    assert.equal(pinyinOfPerson('吕秋').full, 'lvqiu')
    assert.equal(pinyinOfText('石门村党支部').initials, 'smcdzb')
  })

  it('reads a surname as a surname', () => {
    for (const [name, full] of [
      ['曾谷雨', 'zengguyu'],
      ['单立秋', 'shanliqiu'],
      ['仇白露', 'qiubailu'],
      ['尉迟小寒', 'yuchixiaohan'],
    ] as const) {
      assert.equal(pinyinOfPerson(name).full, full)
    }
  })

  it('sorts by reading first and by character second, so that one surname stays together', () => {
    const names = ['周谷雨', '曾小满', '黎安', '陈小满', '李宝', '方雨水', '程立春', '李安']
    const sorted = names.toSorted((a, b) => (pinyinOfPerson(a).order < pinyinOfPerson(b).order ? -1 : 1))
    assert.deepEqual(sorted, ['陈小满', '程立春', '方雨水', '黎安', '李安', '李宝', '曾小满', '周谷雨'])
  })

  it('keeps rare characters, dots and Latin letters', () => {
    assert.equal(pinyinOfPerson('阿卜杜拉·买买提').initials, 'abdlmmt')
    assert.equal(pinyinOfPerson('李𠅤').order.includes('𠅤'), true)
    assert.deepEqual(pinyinOfPerson('Anna Li'), { full: 'annali', initials: 'annali', order: 'anna li' })
  })
})
