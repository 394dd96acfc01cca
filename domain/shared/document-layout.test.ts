import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  attachmentLines,
  breakTitle,
  characterSpacingPt,
  chineseNumber,
  dateIndent,
  fonts,
  formatDocumentDate,
  formatNumber,
  headingFont,
  linePitchPt,
  mayUseRedHead,
  numberHeadings,
  pageNumber,
  plainPage,
  readNumber,
  signatureIndents,
  titleCharacters,
  widthInCharacters,
} from './document-layout.ts'
import { plainDate as day } from './plain-date.ts'

test('R-310, R-311: the text area and its margins make an A4 page of 22 lines and 28 characters', () => {
  assert.deepEqual([plainPage.rightMm, plainPage.bottomMm], [26, 35])
  assert.equal(plainPage.leftMm + plainPage.textWidthMm + plainPage.rightMm, 210)
  assert.equal(plainPage.topMm + plainPage.textHeightMm + plainPage.bottomMm, 297)
  const line = (plainPage.bodyPt + characterSpacingPt) * 28 * (25.4 / 72)
  assert.ok(line <= 156 && line > 155.5, `${line} mm`)
})

test('R-312: the pitch gives 22 lines and not one more', () => {
  const mm = linePitchPt * (25.4 / 72)
  assert.ok(mm * 22 <= 225 && mm * 23 > 225)
  assert.ok(Math.abs(linePitchPt - 28.95) < 0.06, `${linePitchPt} pt`)
})

test('R-313, R-314, R-317, R-320, R-322: sizes by part, and a fallback for every font', () => {
  assert.deepEqual([fonts.body.pt, fonts.title.pt, fonts.imprint.pt], [16, 22, 14])
  assert.equal(fonts.body.names[0], '仿宋_GB2312')
  assert.equal(fonts.mark.names[0], '黑体')
  assert.equal(fonts.signer.names[0], '楷体_GB2312')
  for (const { names } of Object.values(fonts)) assert.ok(names.length > 2)
})

test('R-314: a long title is broken into lines that grow shorter', () => {
  assert.equal(titleCharacters, 20)
  assert.deepEqual(breakTitle('预警通知书'), ['预警通知书'])
  const lines = breakTitle('柳河镇杨湾村党支部关于二〇二六年度民主评议党员结果的公示')
  assert.equal(lines.length, 2)
  assert.ok([...(lines[0] ?? '')].length > [...(lines[1] ?? '')].length)
  for (const line of lines) assert.ok([...line].length > 1 && [...line].length <= titleCharacters)
})

test('R-314: a year in a title is not torn apart', () => {
  const lines = breakTitle('中共清源县云溪镇石门村支部委员会关于二〇二六年度民主评议党员情况的报告')
  assert.deepEqual(lines, ['中共清源县云溪镇石门村支部委员会关于', '二〇二六年度民主评议党员情况的报告'])
  // A title of digits only is cut where it must be.
  assert.ok(breakTitle('1'.repeat(60)).every((line) => line.length <= titleCharacters && line.length > 1))
})

test('R-315: headings are 一、（一）1.（1）, and a higher level begins the lower ones anew', () => {
  assert.deepEqual(numberHeadings([1, 2, 3, 4, 4, 2, 1, 2]), [
    '一、',
    '（一）',
    '1.',
    '（1）',
    '（2）',
    '（二）',
    '二、',
    '（一）',
  ])
  assert.deepEqual([10, 11, 20, 34, 99].map(chineseNumber), ['十', '十一', '二十', '三十四', '九十九'])
  assert.throws(() => chineseNumber(0))
  assert.deepEqual(([1, 2, 3, 4] as const).map(headingFont), ['heading1', 'heading2', 'body', 'body'])
})

test('R-316: a number has its year in 〔〕 and no leading zero', () => {
  assert.equal(formatNumber({ issuer: '某组发', year: 2026, number: 3 }), '某组发〔2026〕3号')
  assert.deepEqual(readNumber('某组发[2026]第03号'), { issuer: '某组发', year: 2026, number: 3 })
  for (const wrong of ['某组发2026年3号', '〔2026〕3号', '某组发〔2026〕0号', '某组发〔26〕3号']) {
    assert.equal(readNumber(wrong), undefined, wrong)
  }
})

test('R-318: the date is in Arabic numerals, four characters in from the right under a seal', () => {
  assert.equal(formatDocumentDate(day('2026-03-05')), '2026年3月5日')
  assert.deepEqual([dateIndent(true), dateIndent(false)], [4, 2])
})

test('R-318: a name is centred over the date under a seal; without one the date begins two characters further right', () => {
  const date = '2026年11月26日'
  assert.equal(widthInCharacters(date), 7)
  assert.deepEqual(signatureIndents('清源县委组织部', date, true), { body: 4, date: 4 })
  assert.deepEqual(signatureIndents('中共清源县委组织部', date, true), { body: 3, date: 4 })
  assert.deepEqual(signatureIndents('中共清源县云溪镇石门村支部委员会', date, false), { body: 2, date: 9 })
  // A date longer than the name stands two in, and the name gives way.
  assert.deepEqual(signatureIndents('石门村党支部', date, false), { body: 5, date: 2 })
})

test('R-319: attachments are numbered where there are several', () => {
  assert.deepEqual(attachmentLines([]), [])
  assert.deepEqual(attachmentLines(['评议汇总表']), ['附件：评议汇总表'])
  assert.deepEqual(attachmentLines(['汇总表', '名单']), ['附件：1.汇总表', '　　　2.名单'])
})

test('R-320: odd pages carry their number on the right, even ones on the left', () => {
  assert.deepEqual(pageNumber(3), { text: '— 3 —', side: 'right' })
  assert.deepEqual(pageNumber(4), { text: '— 4 —', side: 'left' })
})

test('R-321: a red head is for bodies entitled to it by document', () => {
  assert.equal(mayUseRedHead({ entitledByDocument: '县委发〔2020〕1号' }), true)
  assert.equal(mayUseRedHead({ entitledByDocument: null }), false)
})
