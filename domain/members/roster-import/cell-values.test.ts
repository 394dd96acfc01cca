import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkDigitOf } from '../../shared/identity-number.ts'
import {
  readEducationCell,
  readEthnicGroupCell,
  readIdentityCell,
  readMemberClassCell,
  readPhoneCell,
  readSexCell,
  readTextCell,
} from './cell-values.ts'
import { readDateCell } from './date-cell.ts'
import type { Cell } from './sheet.ts'

test('dates are read in every spelling offices use', () => {
  for (const cell of [
    '2009-06-03',
    '2009/6/3',
    '2009.06.03',
    '2009.6.3',
    ' 2009.06.03. ',
    '２００９．０６．０３',
    '20090603',
    20090603,
    '2009年6月3日',
    '2009 年 06 月 03 日',
    '二〇〇九年六月三日',
    '二○○九年六月三日',
    '2009-06-03 00:00:00',
    '2009/6/3 0:00',
    '2009/6/3 00:00:00',
    '2009-06-03T00:00:00.000Z',
    39967,
    '39967',
    39967.25,
    { date: '2009-06-03' },
    { date: '2009-06-03T00:00:00.000Z' },
    { date: '2009-06-02T16:00:00.000Z' },
    { date: '2009-06-02T15:54:17.000Z' },
  ] satisfies Cell[]) {
    const read = readDateCell(cell)
    assert.deepEqual(
      read.ok && read.value,
      { day: '2009-06-03', precision: 'day', monthUnsure: false },
      JSON.stringify(cell),
    )
  }
})

test('months and years alone keep their precision', () => {
  for (const [cell, day, precision, monthUnsure] of [
    ['2009.06', '2009-06-01', 'month', false],
    ['2009-6', '2009-06-01', 'month', false],
    ['200906', '2009-06-01', 'month', false],
    [200906, '2009-06-01', 'month', false],
    [2009.06, '2009-06-01', 'month', false],
    ['2009年6月', '2009-06-01', 'month', false],
    ['二〇〇九年十月', '2009-10-01', 'month', false],
    ['2009.10', '2009-10-01', 'month', false],
    ['2009.1', '2009-01-01', 'month', true],
    ['2009年', '2009-01-01', 'year', false],
    [2009, '2009-01-01', 'year', false],
  ] as const) {
    const read = readDateCell(cell)
    assert.deepEqual(read.ok && read.value, { day, precision, monthUnsure }, String(cell))
  }
})

test('Chinese numerals are read up to the thirty-first', () => {
  for (const [text, day] of [
    ['一九七八年十二月三十一日', '1978-12-31'],
    ['一九七八年十一月十日', '1978-11-10'],
    ['一九七八年十月廿一日', '1978-10-21'],
    ['二零零九年二月二十日', '2009-02-20'],
  ] as const) {
    const read = readDateCell(text)
    assert.ok(read.ok && read.value?.day === day, text)
  }
})

test('an empty date is none', () => {
  for (const cell of [null, '', ' ', '无', '—', '/'] satisfies Cell[])
    assert.deepEqual(readDateCell(cell), { ok: true, value: null })
})

test('dates that cannot be true or be told are refused by name', () => {
  for (const [cell, code] of [
    ['2009-02-30', 'date-does-not-exist'],
    ['20091301', 'date-does-not-exist'],
    ['200913', 'date-does-not-exist'],
    ['1850-01-01', 'date-out-of-range'],
    ['09.6.3', 'date-two-digit-year'],
    [90603, 'date-out-of-range'],
    [2009.1, 'date-month-ambiguous'],
    ['去年', 'date-not-readable'],
    [true, 'date-not-readable'],
    [-5, 'date-not-readable'],
    ['11010519491231002X', 'date-not-readable'],
  ] as const) {
    const read = readDateCell(cell)
    assert.ok(!read.ok && read.code === code, `${cell} ${JSON.stringify(read)}`)
    assert.ok(!JSON.stringify(read).includes('19491231'))
  }
})

const number = '99000019561103002' + checkDigitOf('99000019561103002')

test('identity numbers kept as numbers are refused because digits are lost', () => {
  for (const cell of [
    1.32197e17,
    990000195611030000,
    '1.32197E+17',
    '9.90000195611E+17',
    '990000195611030000',
    '990000195611030000.0',
  ]) {
    const read = readIdentityCell(cell)
    assert.ok(!read.ok && read.code === 'identity-number-lost-digits', String(cell))
  }
  const old = readIdentityCell(990000561103002)
  assert.ok(!old.ok && old.code === 'identity-number-old-form')
})

test('identity numbers kept as text are read', () => {
  for (const cell of [number, ` ${number} `, `'${number}`, `${number}\t`])
    assert.ok(readIdentityCell(cell).ok, cell)
})

test('phones are read from numbers and refused when digits are lost', () => {
  for (const cell of [13812342210, '13812342210.0', '138-1234-2210'] satisfies Cell[]) {
    const read = readPhoneCell(cell)
    assert.ok(read.ok && read.value?.number === '13812342210')
  }
  const lost = readPhoneCell('1.38123E+10')
  assert.ok(!lost.ok && lost.code === 'phone-lost-digits')
  assert.deepEqual(readPhoneCell('无'), { ok: true, value: null })
})

test('words become codes', () => {
  const valueOf = (read: { ok: boolean; value?: unknown; code?: unknown }) =>
    read.ok ? read.value : read.code
  for (const [cell, value] of [
    ['男', 'male'],
    [' 女 ', 'female'],
    [1, 'male'],
    ['２', 'female'],
    ['女性', 'female'],
    ['', null],
    ['未知', 'sex-not-readable'],
  ] as const) {
    assert.equal(valueOf(readSexCell(cell)), value)
  }
  for (const [cell, value] of [
    ['大学本科', 'bachelor'],
    ['省委党校大学', 'bachelor'],
    ['大学专科', 'juniorCollege'],
    ['大专', 'juniorCollege'],
    ['中专', 'technicalSecondary'],
    ['中等专科', 'technicalSecondary'],
    ['硕士研究生', 'master'],
    ['在职研究生', 'postgraduate'],
    ['高 中', 'highSchool'],
    ['初中', 'middleSchool'],
    ['小学', 'primarySchool'],
    ['文盲', 'none'],
    ['某某', 'education-not-readable'],
  ] as const) {
    assert.equal(valueOf(readEducationCell(cell)), value, cell)
  }
  assert.equal(valueOf(readEthnicGroupCell('汉')), '汉族')
  assert.equal(valueOf(readEthnicGroupCell('维吾尔族')), '维吾尔族')
  assert.equal(valueOf(readEthnicGroupCell('03')), '回族')
  assert.equal(valueOf(readEthnicGroupCell('外星')), 'ethnic-group-not-readable')
  assert.deepEqual(valueOf(readMemberClassCell('正式党员')), { membershipKind: 'full' })
  assert.deepEqual(valueOf(readMemberClassCell('预备党员（退休）')), {
    membershipKind: 'probationary',
    category: 'retiredMember',
  })
  assert.deepEqual(valueOf(readMemberClassCell('离退休干部')), { category: 'retiredMember' })
  assert.deepEqual(valueOf(readMemberClassCell('农牧渔民')), { category: 'farmer' })
  assert.equal(valueOf(readMemberClassCell('？？')), 'member-class-not-readable')
  assert.equal(readTextCell('　'), null)
  assert.equal(readTextCell(' 柳林镇 政府 '), '柳林镇 政府')
})
